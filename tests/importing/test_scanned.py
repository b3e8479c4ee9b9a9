"""Minutes as a scanner gives them: a margin read across, a log whose columns ran together, titles that are blanked."""

from collections.abc import Callable
from datetime import date

import pytest

from lpgminutes.bootstrap import read_meeting
from lpgminutes.domain.meetings import Meeting
from lpgminutes.importing import Reading

Read = Callable[[str], Reading]
HEAD = (
    "HARBOUR TRUST\nMinutes of a Board meeting held on 4 May 2016\nPresent:\nAnn Roe Chairman\n"
    "Ben Lee Chief Executive\n"
    "In Attendance:\nCy Orr Company Secretary\nDi Poe Director, Dredging\n"
)
MINUTES = (
    "HTB 16/20 WELCOME\n(a) The Chairman opened the meeting.\n"
    "HTB 16/21 DREDGING\n\n(a) The Board noted the works at the\nACTION: CFO north basin and asked for a plan of\n"
    "it all.\n\nACTION: Di Poe (b) The Board asked for the cost of a second boat.\n\n"
    "ACTION: (c) The tug is late. The Board was told that it\nBen Lee/ cannot be hired before June, and asked for\n"
    "Di Poe another offer.\n(d) Di Poe left the meeting.\n"
    "HTB 16/22 DATE OF NEXT MEETING\n\n(a) The next meeting would be heid on 1 June 2016.\n"
)
LOG = (
    "\nHARBOUR TRUST BOARD ACTION LOG\nREFERENCE ACTION BY WHOM\nWorks\n"
    "May 2016 Draw up a plan of the quay wall | CFO\nHTB 16/21(a) of the north basin.\n"
    "May 2016 Bring the cost of a second boat for the next meeting. Di Poe\nHTB 16/21(b)\nPeople\n"
    "May 2016 Find another offer for the tug Ben Lee/Di\nHTB 16/21(c)\nin June. Poe\n"
    "May 2016. Report on the berths that are let to the public. Company Secretary\nHTB 16/19(f)\n"
)


def meeting(text: str) -> Meeting:
    """Read a text as an import does, with its dates."""
    return read_meeting(text.encode(), name="paper.txt")[0]


def test_owners_at_a_left_margin_act_on_the_sentences_beside_them(read: Read) -> None:
    """The minutes are whole again, and each action is the sentence that the margin stood level with."""
    reading = read(HEAD + MINUTES)
    actions = [(action.raised_in, action.owners, action.text) for action in reading.meeting.actions]
    assert actions == [
        ("HTB 16/21(a)", ("CFO",), "The Board noted the works at the north basin and asked for a plan of it all."),
        ("HTB 16/21(b)", ("Di Poe",), "The Board asked for the cost of a second boat."),
        ("HTB 16/21(c)", ("Ben Lee", "Di Poe"),
         "The Board was told that it cannot be hired before June, and asked for another offer."),
    ]  # fmt: skip
    assert not [block.text for block in reading.meeting.blocks() if "ACTION" in block.text]
    assert not [warning for warning in reading.warnings if "no part" in warning]


@pytest.mark.parametrize(
    "cues",
    [
        "ACTION: Di Poe to cost a second boat.\nACTION: Ben Lee to hire a tug.\n",
        "The Board asked for a plan.\nACTION: Di Poe\n\nThe tug is late.\nACTION: Ben Lee\n",
    ],
)
def test_cues_that_an_action_follows_are_no_margin(read: Read, cues: str) -> None:
    """What a cue is about stays with it where it cuts no sentence."""
    actions = read(f"{HEAD}\n1. Dredging\nThe works were noted by all.\n{cues}2. Close\nThe meeting closed at noon.\n")
    assert [action.owners for action in actions.meeting.actions] == [("Di Poe",), ("Ben Lee",)]


def test_a_log_whose_columns_ran_together_is_read_by_its_rows() -> None:
    """A row begins as the first does, its owners are those the paper knows; the titles of groups stand apart."""
    read = meeting(HEAD + "1. Welcome\nThe Chairman opened the meeting.\n2. Next meeting\n1 June 2016\n" + LOG)
    assert [(action.ref, action.owners, action.text, action.due) for action in read.actions] == [
        ("HTB 16/21(a)", ("CFO",), "Draw up a plan of the quay wall of the north basin.", None),
        ("HTB 16/21(b)", ("Di Poe",), "Bring the cost of a second boat for the next meeting.", date(2016, 6, 1)),
        ("HTB 16/21(c)", ("Ben Lee", "Di Poe"), "Find another offer for the tug in June.", None),
        ("HTB 16/19(f)", ("Company Secretary",), "Report on the berths that are let to the public.", None),
    ]
    assert {action.history[0].after for action in read.actions} == {"May 2016"}


def test_words_below_a_line_that_only_looks_like_a_head_stay_words(read: Read) -> None:
    """Without rows that begin alike there is no log."""
    text = (
        f"{HEAD}1. Welcome\nThe Chairman opened the meeting.\nReference Action Owner\nMay was a good month for all.\n"
    )
    assert read(text).meeting.actions == ()


def test_a_log_does_not_tell_the_actions_of_its_minutes_twice() -> None:
    """An action that a cue marks and the log repeats is kept in the words of the log, raised where the cue stands."""
    read = meeting(HEAD + MINUTES + LOG)
    assert [(action.ref, action.raised_in) for action in read.actions] == [
        ("HTB 16/21(a)", "HTB 16/21(a)"),
        ("HTB 16/21(b)", "HTB 16/21(b)"),
        ("HTB 16/21(c)", "HTB 16/21(c)"),
        ("HTB 16/19(f)", None),
    ]
    assert read.next_meeting is not None
    assert (read.next_meeting.date, read.next_meeting.location) == (date(2016, 6, 1), "")


def test_marks_below_a_blanked_title_are_no_title(read: Read) -> None:
    """An item whose title is blanked stays without one, its number kept."""
    text = (
        f"{HEAD}HTB 16/20 WELCOME\n(a) All were welcomed.\nHTB 16/21\n\n(e)\n\n(f)\n\nHTB 16/22 CLOSE\n(a) It closed.\n"
    )
    assert [(item.number, item.text) for item in read(text).meeting.items] == [
        ("HTB 16/20", "WELCOME"),
        ("HTB 16/21", ""),
        ("HTB 16/22", "CLOSE"),
    ]
