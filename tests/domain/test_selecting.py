"""Choosing by words and sentences, what is meant by it, and the exemptions that fit what is typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgminutes.domain.exemption_choice import narrowed, needs
from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.selecting import Chosen, Unit, between, grown, sentences_in, shrunk, words_in

TEXT = "Dr Ellwood said £278,820.50 was due. It rose 4.2% by June. Ask j.smith@x.gov.uk!"


def test_words_and_sentences_are_what_a_person_reads() -> None:
    """A figure with its sign, an address and a name with its joint are one word; a title ends no sentence."""
    words = [TEXT[start:end] for start, end in words_in(TEXT)]
    assert [word for word in words if not word.isalpha()] == ["£278,820.50", "4.2%", "j.smith@x.gov.uk"]
    assert [TEXT[start:end] for start, end in sentences_in(TEXT)] == [
        "Dr Ellwood said £278,820.50 was due.",
        "It rose 4.2% by June.",
        "Ask j.smith@x.gov.uk!",
    ]


def test_what_is_chosen_grows_and_shrinks_step_by_step() -> None:
    """Word, sentence, all of it, then what lies beyond; and back to a word."""
    chosen, units = Chosen(*words_in(TEXT)[1]), []
    beyond = (Unit.FIELD, Unit.ITEM)
    while (larger := grown(TEXT, chosen, beyond=beyond)) is not None:
        units.append(larger.unit)
        chosen = larger
    assert units == [Unit.SENTENCE, Unit.TEXT, Unit.FIELD, Unit.ITEM]
    back = [chosen]
    while (smaller := shrunk(TEXT, back[-1], beyond=beyond)) is not None:
        back.append(smaller)
    assert [one.unit for one in back] == [Unit.ITEM, Unit.FIELD, Unit.TEXT, Unit.WORD]


@settings(max_examples=30)
@given(text=st.text(max_size=60), one=st.integers(0, 60), other=st.integers(0, 60))
def test_what_is_drawn_over_is_whole_words_of_the_text(text: str, one: int, other: int) -> None:
    """In whichever direction; nothing is chosen where there are no words."""
    chosen = between(text, one, other)
    assert (chosen is None) == (not words_in(text))
    if chosen is not None:
        assert chosen.start in {start for start, _ in words_in(text)}
        assert chosen.end in {end for _, end in words_in(text)}


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("40(2)", "FOIA s40(2)"),
        ("s.43(2)", "FOIA s43(2)"),
        ("12(5)(e)", "EIR reg 12(5)(e)"),
        ("legal prof", "FOIA s42(1)"),
    ],
)
def test_a_part_of_a_citation_or_a_word_finds_the_exemption(typed: str, first: str) -> None:
    """What is cited so comes first."""
    assert narrowed(typed)[0].citation() == first


def test_what_was_relied_on_before_comes_first_and_says_what_it_needs() -> None:
    """With nothing typed, and among those that fit as well."""
    health, opinion = read_exemption("s38(1)(a)"), read_exemption("s36(2)(b)(i)")
    assert narrowed("", (health,))[0] == health
    assert narrowed("qualified", (opinion,))[0] == opinion
    assert "opinion" in needs(opinion)
    assert needs(read_exemption("s40(2)")) == ""
