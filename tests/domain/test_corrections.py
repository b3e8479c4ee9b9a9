"""Putting a reading right: nothing is lost by it, and what refers to a minute follows it."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lpgminutes.domain.actions import Action
from lpgminutes.domain.corrections import (
    action_from,
    standing_marks,
    with_action,
    with_block,
    with_level,
    with_person,
    without_action,
    without_person,
)
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.meetings import Block, BlockKind, Decision, Meeting, NextMeeting, Series
from lpgminutes.domain.numbering import numbered
from lpgminutes.domain.parts import PartKind, flat, kind_at, parts_of
from lpgminutes.domain.people import Attendance, Capacity


def block(text: str, *children: Block, level: int = 0, number: str | None = None) -> Block:
    """A block of a level."""
    return Block(kind=kind_at(level), text=text, number=number, children=children)


def meeting(*items: Block, actions: tuple[Action, ...] = ()) -> Meeting:
    """A meeting of these items."""
    return Meeting(
        series=Series(short_name="lpg", name="Lot Performance Group"),
        title="June meeting",
        marking=read_marking("OFFICIAL"),
        items=items,
        actions=actions,
    )


TWO_ITEMS = meeting(
    block("Welcome", block("All were welcomed.", level=1), block("Apologies came.", level=1)),
    block("Staffing", block("41 started.", block("In Leeds.", level=2), level=1)),
    actions=(Action(text="Invite Tom", raised_in="2.1"),),
)


def outline(of: Meeting) -> list[tuple[int, str]]:
    """Level and words of every block."""
    return [(level, one.text) for level, one in flat(of.items)]


def test_a_title_that_is_only_a_minute_takes_its_own_with_it() -> None:
    """What was under it goes along, and the action follows its minute to its new number."""
    corrected = with_level(TWO_ITEMS, 3, 1)

    assert outline(corrected) == [
        (0, "Welcome"),
        (1, "All were welcomed."),
        (1, "Apologies came."),
        (1, "Staffing"),
        (2, "41 started."),
        (3, "In Leeds."),
    ]
    assert [number for number, _ in numbered(corrected.items)] == ["1", "1.1", "1.2", "1.3"]


def test_a_minute_that_is_an_item_takes_what_follows_it_under_itself() -> None:
    """And what refers to a minute after it is moved to the minute's new number."""
    corrected = with_level(TWO_ITEMS, 2, 0)

    assert outline(corrected)[2:] == [(0, "Apologies came."), (0, "Staffing"), (1, "41 started."), (2, "In Leeds.")]
    assert corrected.actions[0].raised_in == "3.1"


def test_what_refers_to_nothing_any_more_says_so() -> None:
    """A decision whose minute became an item is recorded in no minute."""
    decided = replace(
        meeting(block("A", block("One", level=1), block("Two", level=1))),
        decisions=(Decision(text="x", decided_in="1.2"),),
    )

    assert with_level(decided, 2, 2).decisions[0].decided_in is None


LEVELS = st.lists(st.integers(0, 4), min_size=1, max_size=12)


@given(levels=LEVELS, at=st.integers(0, 11), to=st.integers(-1, 7))
def test_no_block_is_lost_moved_or_left_hanging(levels: list[int], at: int, to: int) -> None:
    """The words stay in their order, each level is one below its parent at most, and the kinds fit the levels."""
    before = meeting(block("0"))
    for place, level in enumerate(levels):
        grown = [*flat(before.items), (level, Block(kind=BlockKind.POINT, text=str(place + 1)))]
        before = with_level(meeting(*_nested(grown)), 0, 0)

    after = with_level(before, at % (len(levels) + 1), to)

    told = outline(after)
    assert [words for _, words in told] == [str(place) for place in range(len(levels) + 1)]
    assert told[0][0] == 0
    assert all(level <= above + 1 for (above, _), (level, _) in pairwise(told))
    assert all(one.kind is kind_at(level) for level, one in flat(after.items))


def _nested(blocks: list[tuple[int, Block]]) -> tuple[Block, ...]:
    """Hang each block under the last one that stands higher."""
    if not blocks:
        return ()
    first = blocks[0][0]
    end = next((n for n in range(1, len(blocks)) if blocks[n][0] <= first), len(blocks))
    head = replace(
        blocks[0][1],
        kind=kind_at(0),
        children=_nested([(level, replace(b, children=())) for level, b in blocks[1:end]]),
    )
    return (head, *_nested(blocks[end:]))


def test_words_people_and_actions_are_put_right_one_by_one() -> None:
    """Changed, added and taken out."""
    corrected = with_block(TWO_ITEMS, 4, block("42 started."))
    corrected = with_person(corrected, 0, Attendance(name="Priya", capacity=Capacity.CHAIR))
    corrected = with_person(corrected, 1, Attendance(name="Sam"))
    corrected = without_person(corrected, 1)
    corrected = with_action(corrected, 1, action_from(corrected, 5))

    assert outline(corrected)[4:] == [(1, "42 started."), (2, "In Leeds.")]
    assert [row.name for row in corrected.attendance] == ["Priya"]
    assert [(action.text, action.raised_in) for action in corrected.actions] == [
        ("Invite Tom", "2.1"),
        ("In Leeds.", "2.1"),
    ]
    assert [action.text for action in without_action(corrected, 0).actions] == ["In Leeds."]


def test_the_parts_name_everything_that_a_person_compares() -> None:
    """Also what was not found: its words are empty."""
    parts = parts_of(with_person(TWO_ITEMS, 0, Attendance(name="Priya", role="Lead", note="by phone")))

    assert [(part.name, part.words) for part in parts if part.kind is not PartKind.BODY] == [
        ("Title", "June meeting"),
        ("Date", ""),
        ("Time", ""),
        ("Place", ""),
        ("Marking", "OFFICIAL"),
        ("Member", "Priya, Lead (by phone)"),
        ("Item 1", "Welcome"),
        ("Minute 1.1", "All were welcomed."),
        ("Minute 1.2", "Apologies came."),
        ("Item 2", "Staffing"),
        ("Minute 2.1", "41 started."),
        ("Point", "In Leeds."),
        ("Action", "no owner · no date · Invite Tom"),
        ("Next meeting", ""),
    ]


def test_a_printed_mark_goes_with_the_words_it_stood_in() -> None:
    """What is typed over a mark is no longer withheld; the other fields keep theirs."""

    def mark(field: str, end: int = 4) -> PrintedMark:
        return PrintedMark(field=field, start=0, end=end, as_shown="XXXX", label="S40")

    marks = (mark("title"), mark("date", 0), mark("location"), mark("next_meeting"))
    before = replace(meeting(), location="XXXX", next_meeting=NextMeeting(text="XXXX"), marks=marks)
    after = replace(before, location="Leeds", end=dt.time(11), next_meeting=NextMeeting(text="XXXX", location="Leeds"))

    assert standing_marks(before, after) == (mark("title"),)
    assert standing_marks(before, before) == marks
