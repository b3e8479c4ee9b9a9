"""What was typed as words, and the sentence in which they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgminutes.domain.folding import fold
from lpgminutes.domain.hits import FoundText, HitKind, Word, excerpt_of, hits_of, typed_words

WORDS = st.text(max_size=40)


def found(text: str, *typed: str) -> tuple[str, list[str]]:
    """Return the excerpt of a text, and what is marked in it."""
    excerpt = excerpt_of(text, typed_words(" ".join(typed)))
    return excerpt.text, [excerpt.text[start:end] for start, end in excerpt.matches]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("recruit", [("recruit",)]),
        ("  two   words ", [("two",), ("words",)]),
        ("49,144", [("49", "144")]),
        ("O’Brien's", [("O", "Brien", "s")]),
        ("NEAR(a b)", [("NEAR", "a"), ("b",)]),
        ('"quoted" -minus col:umn *', [("quoted",), ("minus",), ("col", "umn")]),
        ("Øre", [("Ore",)]),
        ('" * - ^ ( ) : +', []),
        ("", []),
    ],
)
def test_every_sign_between_words_is_data(typed: str, words: list[tuple[str, ...]]) -> None:
    """No quote, star, dash or colon is an operator."""
    assert [word.runs for word in typed_words(typed)] == words


@pytest.mark.parametrize(
    ("typed", "is_prefix"),
    [("recruit", True), ("recruit ", False), ("r", False), ("re", True), ("two wo", True), ("two w-", False)],
)
def test_only_a_last_word_may_be_unfinished(typed: str, is_prefix: bool) -> None:  # noqa: FBT001 - a table of cases
    """A space ends it; a single letter begins too much to be a beginning."""
    words = typed_words(typed)
    assert [word.is_prefix for word in words] == [*[False] * (len(words) - 1), is_prefix]


def test_a_very_long_question_is_cut() -> None:
    """What is pasted by mistake does not become a question of a thousand words."""
    words = typed_words("word " * 1000 + "x" * 1000)
    assert (len(words), max(len(run) for word in words for run in word.runs)) == (16, 4)


def test_the_words_stand_in_their_sentence() -> None:
    """The first sentence that holds most of them."""
    text = "Staff came. The forecast was short. Staff and the forecast were compared.\nNothing else."
    assert found(text, "forecast", "staff") == (
        "Staff and the forecast were compared.",
        ["Staff", "forecast"],
    )


def test_a_long_sentence_is_cut_around_the_words() -> None:
    """From word to word, with the match in sight."""
    text = "before " * 60 + "needle " + "after " * 60
    excerpt = excerpt_of(text, typed_words("needle"))
    shown = [excerpt.text[start:end] for start, end in excerpt.matches]
    assert (shown, len(excerpt.text) <= 200) == (["needle"], True)
    assert excerpt.text.startswith("before ")
    assert excerpt.text.endswith(" after")
    assert (excerpt.is_cut_before, excerpt.is_cut_after) == (True, True)


def test_matches_are_marked_where_they_stand_in_the_text_as_written() -> None:
    """Accents and apostrophes are folded for looking, not for showing."""
    assert found("It was Zoë O’Brien’s.", "zoe", "o'brien") == ("It was Zoë O’Brien’s.", ["Zoë", "O’Brien"])


def test_a_word_is_not_marked_inside_another() -> None:
    """A whole word is looked for as a whole, a beginning at the beginning."""
    assert found("The cat concatenates cats.", "cat ")[1] == ["cat"]
    assert found("The cat concatenates cats.", "cat")[1] == ["cat", "cat"]


def test_an_action_comes_once() -> None:
    """Its words and its notes lead to the same action."""
    texts = [FoundText(kind=HitKind.ACTION, text="a zebra", action_id=7) for _ in range(3)]
    assert len(hits_of(texts, typed_words("zebra"))) == 1


@given(typed=WORDS, text=WORDS)
def test_marked_stretches_are_in_order_and_hold_the_words(typed: str, text: str) -> None:
    """Whatever was typed, and whatever stands there."""
    words = typed_words(typed)
    if words:
        excerpt = excerpt_of(text, words)
        assert excerpt.text in text
        ends = [0, *(place for match in excerpt.matches for place in match)]
        assert ends == sorted(ends)
        assert all(fold(excerpt.text[start:end]).text.strip() for start, end in excerpt.matches)


def test_a_found_text_does_not_show_in_a_report() -> None:
    """A traceback may show a repr; no words of the minutes may be in it."""
    secret = FoundText(kind=HitKind.MINUTE, text="Kestrel Peak")
    hit = hits_of([secret], (Word(runs=("Kestrel",)),))[0]
    assert "Kestrel" not in f"{secret!r} {hit!r}"
