"""Words are looked for as somebody types them: written otherwise they are found, and a mark never is."""

import pytest

from lpgminutes.domain.document import Place
from lpgminutes.domain.open_text import MARK
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.seeking import is_nothing, stretches_with


def found(sought: str, words: str) -> list[str]:
    """The words that are found in a text."""
    stretches = stretches_with(sought, Searchable.of(Place(field="minutes.text", minute="1.1"), words))
    return [words[start:end] for start, end in stretches]


@pytest.mark.parametrize(
    ("sought", "words", "expected"),
    [
        ("kestrel peak", "The Kestrel  \u00a0Peak bid, KESTREL\tPEAK", ["Kestrel  \u00a0Peak", "KESTREL\tPEAK"]),
        (" estre ", "Kestrel", ["estre"]),
        ("zoe", "Zoe\u0308 and Zo\u00eb", ["Zoe\u0308", "Zo\u00eb"]),
        ("Zo\u00eb o\u2019brien", "zoe O'Brien", ["zoe O'Brien"]),
        ("2019-20", "2019\u201320", ["2019\u201320"]),
        ("office", "o\ufb03ce", ["o\ufb03ce"]),
        ("s", "Stra\u00dfe", ["S", "\u00df"]),
        ("(41.6%)", "up (41.6%)", ["(41.6%)"]),
        ("\u00a341", "It was \u00a341,000", ["\u00a341"]),
    ],
)
def test_words_are_found_however_they_are_written(sought: str, words: str, expected: list[str]) -> None:
    """Case, accents, apostrophes, dashes and spaces make no difference; a sign of a pattern is a sign."""
    assert found(sought, words) == expected


@pytest.mark.parametrize(
    ("sought", "words"),
    [
        ("kestrelpeak", "Kestrel Peak"),
        ("kestrel peak", f"Kestrel {MARK} Peak"),
        (MARK, f"Kestrel {MARK} Peak"),
        (f"kestrel {MARK}", f"Kestrel {MARK} Peak"),
        ("4.6", "416"),
        ("", "Kestrel"),
        ("\u0301", "Zo\u00eb"),
    ],
)
def test_other_words_and_marks_are_not_found(sought: str, words: str) -> None:
    """Nor is nothing found everywhere."""
    assert found(sought, words) == []


def test_nothing_to_look_for_is_known() -> None:
    """Spaces, and accents over no letter."""
    assert is_nothing(" \u00a0")
    assert is_nothing("\u0301")
    assert not is_nothing(MARK)
