"""For random minutes and random withholdings: nothing withheld is left in any form, and what is open is untouched."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.document import Place, Words
from lpgminutes.domain.findings import Finding, FindingKind, examine
from lpgminutes.domain.folding import folded
from lpgminutes.domain.locating import searchable
from lpgminutes.domain.withholding import PersonRule, PhraseRule, Rule

if TYPE_CHECKING:
    from tests.releases.conftest import Chance, Copy

Chances = Callable[[int], "Chance"]
Copies = Callable[..., "Copy"]
Law = Callable[["Copy", "Chance"], list[str]]
Seeds = Callable[[int, int], Iterable[int]]
MARK = "\0"
ENDS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def _covered(copy: "Copy") -> dict[Place, set[int]]:
    """Return the places of the characters that are withheld, one by one."""
    covered: dict[Place, set[int]] = {}
    for span in copy.located.spans:
        covered.setdefault(span.place, set()).update(range(span.start, span.end))
    return covered


def _left(words: str, covered: set[int]) -> str:
    """Return what should be left of a text: its open characters, and a sign for what is withheld together."""
    letters = (MARK if at in covered else letter for at, letter in enumerate(words))
    return re.sub(f"{MARK}+", MARK, "".join(letters))


def _printed(copy: "Copy") -> dict[Place, str]:
    """Return what the copy prints of each text, a sign for a mark."""
    return {
        text.place: "".join(part.text if isinstance(part, Words) else MARK for part in text.segments)
        for text in copy.document.texts()
    }


def _is_open_text_untouched(copy: "Copy") -> bool:
    printed, covered = _printed(copy), _covered(copy)
    return all(
        printed[text.place] == _left(text.words, covered.get(text.place, set()))
        for text in searchable(copy.original)
        if text.words and text.place in printed and text.place.field != "actions.owner"
    )


def _whole(words: str, text: str) -> bool:
    """Whether words stand in a text by themselves: not inside a longer word or figure."""
    return re.search(rf"(?<![\w£]){re.escape(words)}(?!\w|[.,]\d)", text) is not None


def _forms_of_day(day: date) -> Iterator[str]:
    end = ENDS.get(day.day, "th")
    month = f"{day:%B}".casefold()
    yield from (f"{day.day} {month} {day.year}", f"{day.day}{end} {month}", f"{day.day} {month[:3]} {day.year}")
    yield from (day.isoformat(), f"{day:%d/%m/%Y}", f"{month} {day.day}{end}, {day.year}")


def _withheld(copy: "Copy", chance: "Chance") -> Iterator[str]:
    """Yield the forms, folded, of everything that is withheld somewhere."""
    for rule, spans in copy.located.rules:
        for span in spans:
            text = next(text for text in searchable(copy.original) if text.place == span.place)
            words = folded(text.words[span.start : span.end].strip(" ,.;:()\n"))
            if len(words) > 2:  # a shorter one tells nothing elsewhere
                yield words
            for figure in chance.figures:
                if words == folded(figure):
                    yield folded(figure).replace(",", "").lstrip("£")
            for day in chance.days:
                if any(
                    form in words
                    for form in (f"{day.day} {day:%B} {day.year}".casefold(), f"{day:%-d %b %Y}".casefold())
                ):
                    yield from _forms_of_day(day)
        if isinstance(rule, PersonRule) and spans:
            yield from (folded(part) for part in next(pair for pair in chance.people if " ".join(pair) == rule.person))


def _unnamed(copy: "Copy", chance: "Chance", findings: Iterable[Finding]) -> list[str]:
    """Return what is withheld somewhere, stands open somewhere else, and is named by no finding."""
    open_text = f" {MARK} ".join(folded(words.replace("\0", f" {MARK} ")) for words in _printed(copy).values())
    named = [folded(finding.text) for finding in findings if finding.kind is FindingKind.WITHHELD_ELSEWHERE_OPEN]
    standing = [words for words in set(_withheld(copy, chance)) if _whole(words, open_text)]
    return [words for words in standing if not any(words in name for name in named)]


def _whom(chance: "Chance", rule: Rule) -> tuple[str, str]:
    """Return the forename and the surname of whom a rule withholds, folded."""
    first, last = next(pair for pair in chance.people if f"person: {' '.join(pair)}" == rule.words())
    return folded(first), folded(last)


def _still_there(copy: "Copy", chance: "Chance") -> list[str]:
    """Return what is withheld wherever it stands, and stands open in the copy: names, phrases, titles beside marks."""
    texts = [folded(words) for words in _printed(copy).values()]
    rules = [rule for rule, _ in copy.located.rules]
    gone = [part for rule in rules if isinstance(rule, PersonRule) for part in _whom(chance, rule)]
    gone += [folded(rule.phrase) for rule in rules if isinstance(rule, PhraseRule) and rule.at is None]
    return [words for words in gone if any(_whole(words, text) for text in texts)]


def _try(law: Law, seeds: Iterable[int], chance: Chances, copied: Copies) -> None:
    tried = 0
    for seed in seeds:
        about = chance(seed)
        assert law(copied(about.meeting(), about.rules()), about) == [], f"record {seed}"
        tried += 1
    assert tried


def _only_what_is_withheld_is_gone(copy: "Copy", chance: "Chance") -> list[str]:
    return _still_there(copy, chance) if _is_open_text_untouched(copy) else ["the open text is not what it was"]


def _what_stands_elsewhere_is_named(copy: "Copy", chance: "Chance") -> list[str]:
    return _unnamed(copy, chance, examine(copy.original, copy.document, copy.located, (), meeting=copy.meeting))


def test_only_what_is_withheld_is_gone_and_all_of_it(chance: Chances, copied: Copies) -> None:
    """What stands open is what was there, to the letter; of a person or a phrase no form is left anywhere."""
    _try(_only_what_is_withheld_is_gone, range(60), chance, copied)


@pytest.mark.soak
@pytest.mark.parametrize("half", [0, 1])
def test_only_what_is_withheld_is_gone_and_all_of_it_at_length(
    seeds: Seeds, chance: Chances, copied: Copies, half: int
) -> None:
    """The same law, thousands of times."""
    _try(_only_what_is_withheld_is_gone, seeds(6_000, half), chance, copied)


def test_what_is_withheld_here_and_stands_there_is_named(chance: Chances, copied: Copies) -> None:
    """In any written form of a figure, a date or a name: an officer is told before it leaves."""
    _try(_what_stands_elsewhere_is_named, (*range(24), 4989), chance, copied)


@pytest.mark.soak
@pytest.mark.parametrize("half", [0, 1])
def test_what_is_withheld_here_and_stands_there_is_named_at_length(
    seeds: Seeds, chance: Chances, copied: Copies, half: int
) -> None:
    """The same law, thousands of times."""
    _try(_what_stands_elsewhere_is_named, seeds(5_000, half), chance, copied)
