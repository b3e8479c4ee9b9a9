"""A withheld figure that stands open with its digits or its thousands parted in another way."""

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgminutes.domain.findings import Severity

if TYPE_CHECKING:
    from tests.domain.conftest import Bench

AWAY, CHECK = Severity.GIVES_AWAY, Severity.CHECK
DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
FIGURES = st.integers(100, 9_999_999).filter(lambda number: not 1900 <= number < 2100)
MILLIONS = st.integers(1_000_000, 999_999_999_999)


def _found(bench: "Bench", withheld: str, text: str) -> dict[str, Severity]:
    return bench.release(bench.meeting(f"It was {withheld}.", text), bench.phrase(withheld)).found()


@pytest.mark.parametrize(
    ("withheld", "text", "found"),
    [
        ("278,820", "It rose to 278.820 then.", {"278.820": AWAY}),
        ("£278,820", "It was £278.820, or 278·820.", {"£278.820": AWAY, "278·820": AWAY}),
        ("1,874", "It was 1.874 then.", {"1.874": CHECK}),
        ("£1,874", "It was £1.874 then.", {"£1.874": AWAY}),
        ("278,820", "It was 278.82, 278.8, 278.8200 and 1.278.820.", {}),
        ("278,820", "A 278-820 or a 27 88 20.", {"278-820": CHECK, "27 88 20": CHECK}),
        ("278", "It was 2 7 8 then.", {"2 7 8": AWAY}),
        ("278", "It was (2-7-8), 2*7*8.", {"2-7-8": AWAY, "2*7*8": AWAY}),
        ("278", "See 2.7.8, Lots 2, 7, 8 and 2/7/8.", {"2.7.8": CHECK, "2, 7, 8": CHECK, "2/7/8": CHECK}),
        ("278", "Two seven eight, two-7-eight.", {"Two seven eight": AWAY, "two-7-eight": AWAY}),
        ("278", "Lots two, seven, eight.", {"two, seven, eight": CHECK}),
        ("278", "1 2 7 8, 2 7 8 9, 12 7 8, 2 7 80, 0 2 7 8, 2-7-8-9 and 2.7.8.1.", {}),
        ("278", "Lots 2, 7 and 8; 27 8; 2 78; two seven; one two seven eight; seven eight two.", {}),
        ("41.6", "Four one point six; 4 1 . 6.", {"Four one point six": AWAY, "4 1 . 6": AWAY}),
        ("41", "The 4 1 and the four one.", {}),
        ("27882", "In 2.7.8.8.2 of it.", {"2.7.8.8.2": AWAY}),
    ],
)
def test_a_figure_with_its_digits_parted_is_said(
    bench: "Bench", withheld: str, text: str, found: dict[str, Severity]
) -> None:
    """Certain where nobody would write a list, a date or a decimal so; else to be checked; a part of a row is none."""
    assert _found(bench, withheld, text) == found


@pytest.mark.parametrize("row", ["1" * 9_000, "1 " * 9_000, "1." * 9_000, "1,234" * 9_000, "one " * 9_000])
def test_a_row_of_digits_without_end_is_no_figure(bench: "Bench", row: str) -> None:
    """It is looked through and left."""
    assert _found(bench, "278,820", f"It was {row} then, and 278.820.") == {"278.820": AWAY}


@given(FIGURES, st.sampled_from([" ", "-", "_", " - ", "  ", "*"]))
def test_any_figure_is_known_by_its_single_digits(bench: "Bench", number: int, sign: str) -> None:
    """The same sign between any two of them, in digits and in words."""
    row, words = sign.join(str(number)), " ".join(DIGITS[int(digit)] for digit in str(number))
    assert _found(bench, f"{number:,}", f"It was {row} then.").get(row) is AWAY
    assert _found(bench, f"{number:,}", f"It was {words} then.").get(words) is AWAY


@given(FIGURES, st.integers(0, 9), st.sampled_from([" ", "-", "_", "*"]))
def test_a_longer_row_of_digits_is_another_figure(bench: "Bench", number: int, more: int, sign: str) -> None:
    """Neither with a digit behind nor with one before."""
    for digits in (f"{number}{more}", f"{more}{number}"):
        assert AWAY not in _found(bench, f"{number:,}", f"It was {sign.join(digits)} then.").values()


@given(MILLIONS, st.sampled_from([" ", "'", "_", ".", "\u2019", "\u00a0"]))
def test_thousands_are_parted_by_any_sign(bench: "Bench", number: int, sign: str) -> None:
    """An apostrophe, a space and an underline part thousands and nothing else; so do points where there are two."""
    written = f"{number:,}".replace(",", sign)
    released = bench.released(f"It was {written} then.", bench.phrase(f"{number:,}"))
    assert released == "It was [redacted: s43(2)] then."
    assert _found(bench, f"{number}", f"It was {written} then.").get(written) is AWAY
