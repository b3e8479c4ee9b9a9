"""Random minutes, and releases of them, laid beside their record: nothing is said that is not so."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import pytest

from lpgminutes.bootstrap import read_copy
from lpgminutes.documents.docx import render_docx
from lpgminutes.documents.plain import render_text
from lpgminutes.domain.compose import with_mark_style
from lpgminutes.domain.document import MarkStyle, MinutesDocument
from lpgminutes.domain.folding import folded
from lpgminutes.domain.redaction import merged_by_place
from lpgminutes.domain.reviewing import Comparison, compare

if TYPE_CHECKING:
    from tests.releases.conftest import Chance, Copy

Chances = Callable[[int], "Chance"]
Copies = Callable[..., "Copy"]
STYLES = (MarkStyle.HOUSE, MarkStyle.PSEUDONYM)
OWNERS_AFTER_A_MARK = "dwp"
"""The second owner of every action here: where the first is withheld, one mark stands for both."""


def _laid(record: MinutesDocument, document: MinutesDocument) -> Iterator[tuple[str, Comparison]]:
    """Yield how each file of a document lies beside a record."""
    for name, content in (("copy.txt", render_text(document).encode()), ("copy.docx", render_docx(document))):
        yield name, compare(record, read_copy(content, name=name))


def _letters(words: Iterable[str]) -> Counter[str]:
    return Counter(letter for text in words for letter in folded(text) if letter.isalnum())


def _withheld(copy: "Copy") -> list[str]:
    """Every stretch that the rules withhold, once for each place that it is printed in."""
    spans = merged_by_place(copy.located.spans)
    plain = {text.place: text.plain() for text in copy.original.texts()}
    return [
        plain[text.place][span.start : span.end]
        for text in copy.document.texts()
        if text.marks
        for span in spans[text.place]
    ]


def _wrong(copy: "Copy", style: MarkStyle) -> list[str]:
    wrong = []
    released = with_mark_style(copy.document, style)
    for name, told in (*_laid(copy.original, copy.original), *_laid(copy.original, released)):
        said = [*told.left_out, *told.added, *told.over_nothing]
        wrong += [f"{name}: {stretch.where}: {stretch.words}" for stretch in said] + [told.numbers] * bool(told.numbers)
    for name, told in _laid(copy.original, copy.original):
        wrong += [f"{name}: withheld: {stretch.words}" for stretch in told.withheld]
    for name, told in _laid(copy.original, released):
        listed, rules = _letters(stretch.words for stretch in told.withheld), _letters(_withheld(copy))
        spare = listed - rules
        whole = Counter({letter: spare["d"] for letter in OWNERS_AFTER_A_MARK if spare["d"]})
        wrong += [f"{name}: listed is not what is withheld"] * (rules - listed != Counter() or spare != whole)
    return wrong


@pytest.mark.parametrize("style", [MarkStyle.TEXT, *(pytest.param(s, marks=pytest.mark.soak) for s in STYLES)])
@pytest.mark.parametrize(
    "first",
    [
        0,
        pytest.param(12, marks=pytest.mark.soak),
        pytest.param(24, marks=pytest.mark.soak),
        pytest.param(36, marks=pytest.mark.soak),
    ],
)
def test_our_own_files_are_told_as_they_are(chance: Chances, copied: Copies, first: int, style: MarkStyle) -> None:
    """Of the minutes nothing is withheld; of a release what the rules withhold, and nothing is left out or added."""
    wrong = {}
    for seed in range(first, first + 12):
        about = chance(seed)
        if found := _wrong(copied(about.meeting(), about.rules()), style):
            wrong[seed] = found

    assert wrong == {}
