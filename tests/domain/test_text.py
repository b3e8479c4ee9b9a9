"""Cleaning at the door: what comes in is kept, what cannot be seen is not."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgminutes.domain.text import LINE_LIMIT, TEXT_LIMIT, Cleaned, clean, clean_line
from lpgminutes.errors import InputError

ANYTHING = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cf", "Cc", "Mn", "Cs"]),
        st.sampled_from("aZé\u0301\u0323\u200d\ufe0f\u212a👍🏽\u0915\u094d\u3164\u00ad\r\n\t \u00a0"),
    ),
    max_size=60,
)
SEEN_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Format characters that print: the number signs of Arabic, Syriac and Kaithi."""


@given(ANYTHING)
def test_cleaning_twice_is_cleaning_once(raw: str) -> None:
    """A text that was cleaned is left alone, and nothing is said of it."""
    once = clean(raw).text
    assert clean(once).text == once
    assert clean(once).remarks == ()


@given(ANYTHING)
def test_a_clean_text_is_composed_and_has_plain_line_ends(raw: str) -> None:
    """NFC, and LF for every way of ending a line."""
    text = clean(raw).text
    assert unicodedata.is_normalized("NFC", text)
    assert not set(text) & set("\r\x0b\x0c\x85\u2028\u2029")


@given(ANYTHING)
def test_nothing_unseen_is_left(raw: str) -> None:
    """No control, half surrogate, direction control or tag, but the joiners that shape a script."""
    left = {
        character
        for character in clean(raw).text
        if unicodedata.category(character) in {"Cc", "Cf", "Cs"} and character not in "\n\t\u200c\u200d"
    }
    assert left <= SEEN_FORMATS


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"], max_codepoint=0x24F), max_size=80))
def test_what_people_type_is_kept(raw: str) -> None:
    """Letters, figures, signs and spaces come out as they went in, composed."""
    assert clean(raw).text == unicodedata.normalize("NFC", raw).replace("\u00ad", "")


@pytest.mark.parametrize(
    ("raw", "text", "remarks"),
    [
        ("plain text", "plain text", ()),
        ("two\r\nlines\rthree", "two\nlines\nthree", ()),
        ("tab\tkept", "tab\tkept", ()),
        ("e\u0301", "é", ()),
        ("a\x00b\x1b[31m", "ab[31m", ("2 control characters taken out",)),
        ("a\u202eb\u2066c", "abc", ("2 direction controls taken out",)),
        ("El\u200bl\u00adwood", "Ellwood", ("2 invisible characters taken out",)),
        ("El\u200dl\ufe0fwood", "Ellwood", ("2 invisible joiners taken out",)),
        ("\u3164Ellwood", "Ellwood", ("1 invisible character taken out",)),
        ("a\U000e0041b", "ab", ("1 invisible character taken out",)),
        ("half \ud83d", "half \ufffd", ("1 broken character replaced",)),
        ("👩\u200d🔬 ❤\ufe0f", "👩\u200d🔬 ❤\ufe0f", ()),
        ("\u0915\u094d\u200d\u0937", "\u0915\u094d\u200d\u0937", ()),
        ("\u212a\u200d", "K", ("1 invisible joiner taken out",)),
        ("Z" + "\u0300" * 40, "Z" + "\u0300" * 4, ()),
    ],
)
def test_what_is_taken_out_is_counted(raw: str, text: str, remarks: tuple[str, ...]) -> None:
    """Each kind of thing that goes is said, with how many."""
    cleaned = clean(raw)
    assert (cleaned.text, cleaned.remarks) == (text, remarks)


@given(ANYTHING)
def test_a_line_has_no_breaks_and_single_spaces(raw: str) -> None:
    """A name or a title is one line, trimmed."""
    line = clean_line(raw).text
    assert line == " ".join(line.split())
    assert clean_line(line).text == line


@pytest.mark.parametrize(("cleaning", "limit"), [(clean, TEXT_LIMIT), (clean_line, LINE_LIMIT)])
def test_a_text_past_its_limit_is_refused_by_name(cleaning: Callable[..., Cleaned], limit: int) -> None:
    """The field, its length and the limit are said; one character fewer is taken."""
    assert len(cleaning("x" * limit).text) == limit
    with pytest.raises(InputError, match=rf"The location has {limit + 1:,} characters; at most {limit:,} fit"):
        cleaning("x" * (limit + 1), what="The location")


def test_no_character_slips_through_among_clean_ones() -> None:
    """Each character alone is treated as it is beside another that has to be taken out."""
    characters = map(chr, (*range(0x3200), *range(0xD7F0, 0x10000), *range(0x1D170, 0x1D180), *range(0xE0000, 0xE1000)))
    assert not [letter for letter in characters if clean(letter).text != clean(f"{letter}\x00").text]
