"""Two releases of the same minutes under different rules: what the pair exposes is named before the second leaves."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings import EarlierRelease, Finding, FindingKind, Surroundings, examine
from lpgminutes.domain.folding import folded
from lpgminutes.domain.locating import searchable
from lpgminutes.domain.released_texts import known_texts, released_texts

if TYPE_CHECKING:
    from tests.releases.conftest import Chance, Copy

Chances = Callable[[int], "Chance"]
Copies = Callable[..., "Copy"]
Seeds = Callable[[int, int], Iterable[int]]
TOLD = {FindingKind.OPEN_BEFORE, FindingKind.WITHHELD_BEFORE, FindingKind.WITHHELD_ELSEWHERE_OPEN}


def _covered(copy: "Copy") -> dict[Place, set[int]]:
    covered: dict[Place, set[int]] = {}
    for span in copy.located.spans:
        covered.setdefault(span.place, set()).update(range(span.start, span.end))
    return covered


def _exposed(one: "Copy", other: "Copy") -> Iterator[str]:
    """Yield every run of characters that one of the copies withholds and the other shows."""
    first, second = _covered(one), _covered(other)
    for text in searchable(one.original):
        a, b = first.get(text.place, set()), second.get(text.place, set())
        sides = [(at in a) - (at in b) for at in range(len(text.words))]
        for side, run in groupby(enumerate(sides), key=lambda pair: pair[1]):
            words = "".join(text.words[at] for at, _ in run)
            if side and (bare := re.sub(r"^[\W_]+|[\W_]+$", "", folded(words))):
                yield bare


def _findings(earlier: "Copy", now: "Copy") -> tuple[Finding, ...]:
    texts = known_texts(earlier.original, released_texts(earlier.original, earlier.located.spans))
    assert texts is not None
    release = EarlierRelease(
        meeting_ref="sg/2026-06-27", case="FOI/0", at=dt.datetime(2026, 7, 1, tzinfo=dt.UTC),
        is_of_this_meeting=True, texts=texts,
    )  # fmt: skip
    return examine(now.original, now.document, now.located, (), around=Surroundings(earlier=(release,)))


def _unnamed(earlier: "Copy", now: "Copy") -> list[str]:
    named = [folded(finding.text) for finding in _findings(earlier, now) if finding.kind in TOLD]
    return [words for words in set(_exposed(earlier, now)) if not any(words in name for name in named)]


def _try(seeds: Iterable[int], chance: Chances, copied: Copies) -> None:
    exposing = 0
    for seed in seeds:
        about = chance(seed)
        meeting = about.meeting()
        one, other = copied(meeting, about.rules()), copied(meeting, about.rules())
        exposing += any(True for _ in _exposed(one, other))
        assert _unnamed(one, other) == [], f"record {seed}"
    assert exposing > 0


@pytest.mark.soak
def test_what_two_releases_expose_is_named(chance: Chances, copied: Copies) -> None:
    """Laid side by side, letter by letter."""
    _try((*range(28), 4298, 5422), chance, copied)


@pytest.mark.soak
@pytest.mark.parametrize("half", [0, 1])
def test_what_two_releases_expose_is_named_at_length(seeds: Seeds, chance: Chances, copied: Copies, half: int) -> None:
    """The same law, two thousand times."""
    _try(seeds(2_000, half), chance, copied)


def test_the_same_marks_expose_nothing(chance: Chances, copied: Copies) -> None:
    """The other way round: two releases that withhold the same are not said to differ."""
    for seed in range(15):
        about = chance(seed)
        copy = copied(about.meeting(), about.rules())
        told = [f for f in _findings(copy, copy) if f.kind in {FindingKind.OPEN_BEFORE, FindingKind.WITHHELD_BEFORE}]
        standing = {folded(f.text) for f in _findings(copy, copy) if f.kind is FindingKind.WITHHELD_ELSEWHERE_OPEN}
        assert [f.text for f in told if folded(f.text) not in standing] == [], f"record {seed}"
