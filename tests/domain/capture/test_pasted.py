"""What is pasted is taken in by its lines, those that were broken for their width put together."""

import pytest

from lpgminutes.domain.capture.pasted import pasted_lines

MAIL = """\
The wall is long.
- South end: awaiting consent from the
  Environment Agency,
  which is slow
-- expected in January

  \u2022 Access would be
    kept open.
"""


def test_a_point_that_goes_on_in_the_next_line_is_one_point() -> None:
    """As e-mails break it: deeper than its sign, with nothing between."""
    assert pasted_lines(MAIL) == (
        "The wall is long.",
        "- South end: awaiting consent from the Environment Agency, which is slow",
        "-- expected in January",
        "  \u2022 Access would be kept open.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "- One\nAs broad as the sign.",
        "- One\n\n  After a gap.",
        "A minute.\n  Indented under no point.",
        "- One\n  1. a number",
        "- One\n  (a) a letter",
        "- One\n  - a point",
        "- One\n\to\ta point as Word has it",
        "- One\n  \u25aa a point",
        "- One\n  ! an action",
        "- One\n  Action: Priya to write by Friday.",
        "- One\n  ACTION AP1126-04 - Priya to write.",
        "- One\n  RESOLVED: to write.",
        "- One\n  The Committee RESOLVED to write.",
        "  - One\n  As deep as the sign.",
        "-5 degrees\n  were measured.",
    ],
)
def test_what_begins_anew_is_a_line_of_its_own(text: str) -> None:
    """Nothing that may be a paragraph is put to another one."""
    assert pasted_lines(text) == tuple(line for line in text.splitlines() if line.strip())


def test_no_word_is_lost_and_empty_lines_say_nothing() -> None:
    """Whatever the ends of the lines."""
    assert pasted_lines("\r\n one\r\n\r\ntwo \n \n") == (" one", "two ")
    assert pasted_lines(" \n\n") == ()


def test_a_sentence_that_only_speaks_of_actions_and_decisions_goes_on() -> None:
    """The words alone are no cue: they stand in the middle of what was broken."""
    for first, second in (
        ("- The Board noted the", "Action Plan for the year."),
        ("- Of the three of them, one was an", "action for the Board: the roof."),
        ("- After a long debate on the roof it was", "RESOLVED to write."),
        ("- What the Board", "agreed in May stands."),
    ):
        assert pasted_lines(f"{first}\n  {second}\n") == (f"{first} {second}",)
