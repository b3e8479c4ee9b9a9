"""Folding for search keeps the way back to the text as it was."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgminutes.domain.folding import fold, folded

TEXTS = st.text(
    st.one_of(st.characters(categories=["L", "M", "N", "P", "S", "Z"]), st.sampled_from("aé½ß’\u0301\u200b"))
)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("O’Brien", "o'brien"), ("Bowen–Price", "bowen-price"), ("“Kestrel”", '"kestrel"'),
        ("Zoe\u0308", "zoe"),
        ("Weiß", "weiss"), ("Søren Ærø", "soren aero"), ("Łódź", "lodz"), ("a\u00a0\u2009b", "a b"),
        ("ﬁne", "fine"), ("Ǿrsted ǽ", "orsted ae"),
        ("El\u200bl\u00adwood", "ellwood"), ("\u115fx\u3164", "x"), ("Ｅｌｌ", "ell"),
        ("\u02bbOkina", "'okina"),
    ],
)  # fmt: skip
def test_what_reads_alike_folds_alike(written: str, plain: str) -> None:
    """Apostrophes, dashes, quotes, accents, ligatures and what cannot be seen are made plain."""
    assert folded(written) == plain


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    """A folded text has nothing left to fold."""
    once = fold(text).text
    assert fold(once).text == once


@given(TEXTS, st.data())
def test_a_stretch_of_the_folded_text_leads_back_to_whole_characters(text: str, data: st.DataObject) -> None:
    """The stretch of the original holds every character that the folded one came from, with accents."""
    plain = fold(text)
    if plain.text:
        start = data.draw(st.integers(0, len(plain.text) - 1))
        end = data.draw(st.integers(start + 1, len(plain.text)))
        first, last = plain.original(start, end)
        assert plain.text[start:end] in fold(text[first:last]).text
        assert last == len(text) or not unicodedata.combining(text[last])
