"""Laws of the grammar, for any text at all."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lpgminutes.domain.capture import READINGS, CaptureContext, read_line

PIECES = [
    "-", "--", "-#", "+", "#", "!", "=", "?", "@", "@pri", "@sam", "@+A_b", "(IAS)", ";agreed", "[S43:", "[s40(2): ",
    "]", "[", "Priya", "Aled Bowen-Price", "took an action to", "to", "by Friday", "ACTION:", "and", "/", ",", ".", ":",
    "Minutes of 16 May agreed",
    "subject to corrections:", "\n", "AP-1)", "(", "5", "é", "𝔘", "\u200f", "\x00", "\ud800",
]  # fmt: skip
lines = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
)
words = st.text("abcdefgÉß0123456789 .,:'()\n£%&/-", max_size=80)


@settings(max_examples=150)
@given(line=lines, as_kind=st.none() | st.sampled_from(READINGS))
def test_reading_never_raises_and_marks_stand_in_their_texts(
    line: str, as_kind: object, context: CaptureContext
) -> None:
    """Whatever was typed, however it is read."""
    captured = read_line(line, context, as_kind=as_kind)  # type: ignore[arg-type]

    captured.words()
    texts = {"text": captured.text, "label": captured.label}
    assert all(0 <= mark.start <= mark.end <= len(texts[mark.field]) for mark in captured.pre_marks)


@settings(max_examples=150)
@given(line=words, as_kind=st.none() | st.sampled_from(READINGS))
def test_no_word_is_lost(line: str, as_kind: object, context: CaptureContext) -> None:
    """What was typed is what the paragraph holds, but for the sign at its front and the label's colon."""
    captured = read_line(line, context, as_kind=as_kind)  # type: ignore[arg-type]

    recorded = f"{captured.label}: {captured.text}" if captured.label else captured.text
    assert bare(recorded) == bare(line)


@settings(max_examples=100)
@given(rest=st.text("@[]=+()_. abklW:,;/'-<&", max_size=40))
def test_what_names_nobody_is_recorded_to_the_letter(rest: str) -> None:
    """But for a label's colon and somebody new, a line is kept as it was typed: each @ of it, too."""
    typed = f"x{rest}".rstrip()
    captured = read_line(typed)
    assume(not captured.new_people)

    assert captured.text == (typed[len(captured.label) + 1 :].lstrip() if captured.label else typed)


def bare(text: str) -> str:
    """Return the letters and figures of a text."""
    return "".join(character for character in text if character.isalnum())


HOSTILE = [
    "[S43: " * 8_000,
    "@a " * 16_000,
    "A to b by c. " * 5_000,
    "A, " * 16_000 + "took an action to x",
    "[" * 60_000,
    ";agreed" * 8_000,
    "ACTION: " * 7_000,
    "took an action to " * 3_500,
    "minutes agreed " * 4_000,
    "Minutes not agreed subject to corrections: x. " * 1_400,
]


@pytest.mark.parametrize("line", HOSTILE, ids=lambda line: line[:12])
def test_a_long_hostile_line_is_read(line: str, context: CaptureContext) -> None:
    """A paragraph of the greatest size, made to be slow, is read to its end."""
    captured = read_line(line, context)

    assert len(captured.text) > len(line) // 4
