"""Editing keeps every word, every link and every number, and can always be taken back."""

import datetime as dt
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lpgminutes import bootstrap
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Block, BlockKind, ItemState, Meeting, MeetingStatus, Series
from lpgminutes.domain.people import Attendance
from lpgminutes.domain.pre_marks import PreMark
from lpgminutes.errors import ChangeRefused, LpgMinutesError, NotFoundError, StaleRecord, UsageError
from lpgminutes.services.capture import Under, record
from lpgminutes.services.editing import (
    Edited,
    Seen,
    Turn,
    Way,
    delete,
    demote,
    edit_text,
    join,
    move,
    move_to,
    paragraph,
    promote,
    set_item_state,
    split,
    turn_into,
)
from lpgminutes.services.meetings import meeting as found
from lpgminutes.services.ports import Store
from lpgminutes.services.records import changes, undo
from lpgminutes.store import check

if TYPE_CHECKING:
    from tests.conftest import Step


WHO = "A Secretary"
TOOLS = bootstrap.capture_tools()
LINES = (
    "One. It fell.",
    "Priya took an action to write to Tom by Friday.",
    "- Label: first point",
    "- second point",
    "-- under the second",
    "Last of item one.",
    "# Second",
    "= It was agreed",
    "- [S43: Umbra] won",
)


def _lay_ref(store: Store) -> str:
    with store.change("start", who=WHO) as work:
        added = work.meetings.add(
            Meeting(
                series=Series(short_name="lpg", name="LPG"),
                title="LPG",
                marking=read_marking("OFFICIAL"),
                date=dt.date(2019, 6, 27),
                attendance=(Attendance(name="Priya Nandakumar", organisation="DWP"),),
                items=(Block(kind=BlockKind.ITEM, text="First"),),
            )
        )
        work.commit()
    for line in LINES:
        record(store, added.ref, line, who=WHO, tools=TOOLS)
    return added.ref


STEPS: "dict[str, Step]" = {"ref": _lay_ref}


@pytest.fixture
def ref(begun: dict[str, Any]) -> str:
    """Two items with minutes, points, an action, a decision and a pre-mark."""
    laid: str = begun["ref"]
    return laid


class Desk:
    """Finds paragraphs by their words, and edits them."""

    def __init__(self, store: Store, ref: str) -> None:
        self.store, self.ref = store, ref

    def seen(self, words: str) -> Seen:
        """The paragraph that holds some words, as it is now."""
        block = next(block for block in self.meeting.blocks() if words in block.text or words == block.label)
        return Seen(block=block.id or 0, revision=block.revision)

    def do(self, edit: Callable[..., Edited], words: str, *rest: object, **options: object) -> Edited:
        """Edit the paragraph that holds some words."""
        return edit(self.store, self.ref, self.seen(words), *rest, who=WHO, tools=TOOLS, **options)

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is stored now."""
        return found(self.store, self.ref)

    @property
    def outline(self) -> list[str]:
        """Every paragraph with a sign for its level."""
        return [line for item in self.meeting.items for line in _outline(item, 0)]


def _outline(block: Block, level: int) -> list[str]:
    words = f"{block.label}: {block.text}" if block.label else block.text
    sign = "#" if block.kind is BlockKind.ITEM else "-" * (level - 1)
    return [f"{sign} {words}".strip(), *(line for child in block.children for line in _outline(child, level + 1))]


@pytest.fixture
def desk(store: Store, ref: str) -> Desk:
    """The desk of the meeting."""
    return Desk(store, ref)


def test_the_words_of_a_paragraph_are_replaced(desk: Desk) -> None:
    """Text and label; what stands elsewhere stays."""
    edited = desk.do(edit_text, "first point", "a better point", label="Staffing")

    assert edited.block is not None
    assert (edited.block.label, edited.block.text, edited.number) == ("Staffing", "a better point", "1.2")


def test_a_paragraph_changed_elsewhere_is_refused_and_can_be_read(desk: Desk) -> None:
    """The refusal holds nothing of the text; the other state is there to be shown beside."""
    seen = desk.seen("It fell")
    desk.do(edit_text, "It fell", "Theirs.")

    with pytest.raises(StaleRecord) as refused:
        edit_text(desk.store, desk.ref, seen, "Mine.", who=WHO)
    assert not any(words in str(refused.value) for words in ("It fell", "Theirs", "Mine"))
    theirs = paragraph(desk.store, desk.ref, seen.block)
    assert theirs.block.text == "Theirs."
    assert edit_text(desk.store, desk.ref, theirs.seen, "Both.", who=WHO).block


def test_a_pre_mark_moves_with_its_words_and_goes_with_them(desk: Desk) -> None:
    """What is dropped is said."""
    moved = desk.do(edit_text, "Umbra", "It was Umbra that won")
    assert moved.block
    assert moved.block.pre_marks == (PreMark(start=7, end=12, exemption="S43"),)
    gone = desk.do(edit_text, "Umbra", "Nobody did")
    assert gone.block
    assert (gone.block.pre_marks, gone.remarks) == ((), ("The pre-mark S43 was dropped: its words are gone.",))


def test_an_action_follows_what_its_sentence_says(desk: Desk) -> None:
    """Words and date were read from the sentence, and are read again."""
    desk.do(edit_text, "took an action", "Priya took an action to ring Tom by 4 July.")

    [action] = desk.meeting.actions
    assert (action.text, action.due) == ("ring Tom", dt.date(2019, 7, 4))


def test_what_a_person_set_in_an_action_stays(desk: Desk) -> None:
    """An owner who was put right is not read over."""
    [action] = desk.meeting.actions
    with desk.store.change("put right", who=WHO) as work:
        work.actions.save(replace(action, owners=("Sam Okoro",)))
        work.commit()
    desk.do(edit_text, "took an action", "Priya took an action to ring Tom.")

    [action] = desk.meeting.actions
    assert (action.owners, action.text, action.due) == (("Sam Okoro",), "ring Tom", None)


def test_a_split_paragraph_keeps_words_marks_and_actions(desk: Desk) -> None:
    """Each part has its own; the points stay with the second."""
    desk.do(edit_text, "took an action", "[S43: Umbra] fell. Priya took an action to write to Tom by Friday.")
    edited = desk.do(split, "took an action", 12)

    first, second = desk.meeting.items[0].children[1:3]
    assert (first.text, second.text) == ("Umbra fell.", "Priya took an action to write to Tom by Friday.")
    assert [len(first.children), len(second.children)] == [0, 2]
    assert first.pre_marks == (PreMark(start=0, end=5, exemption="S43"),)
    assert (edited.number, desk.meeting.actions[0].raised_in) == ("1.3", "1.3")


def test_split_then_join_is_the_identity(desk: Desk) -> None:
    """At a space, with a label, with points, with an action."""
    before = bare(desk.meeting)
    for words, at in (("It fell", 4), ("first point", 5), ("under the second", 5), ("It was agreed", 6)):
        edited = desk.do(split, words, at)
        assert edited.block
        join(desk.store, desk.ref, Seen(block=edited.block.id or 0, revision=1), who=WHO)
        assert bare(desk.meeting) == before


def test_a_joined_paragraph_hands_over_its_points_and_actions(desk: Desk) -> None:
    """All is read in the same order as before."""
    desk.do(join, "took an action")

    assert desk.outline[1] == "One. It fell. Priya took an action to write to Tom by Friday."
    assert [action.raised_in for action in desk.meeting.actions] == ["1.1"]
    desk.do(join, "first point")
    assert desk.outline[1].endswith("by Friday. Label: first point")


def test_a_join_says_which_state_of_both_it_saw(desk: Desk) -> None:
    """The one above may have been changed elsewhere, too."""
    above = desk.seen("It fell")
    desk.do(edit_text, "It fell", "One. It rose.")

    with pytest.raises(StaleRecord):
        desk.do(join, "took an action", onto=above)


MOVES = [
    ("It fell", Way.DOWN, Way.UP),
    ("second point", Way.UP, Way.DOWN),
    ("Last of item one", Way.DOWN, Way.UP),
    ("It was agreed", Way.UP, Way.DOWN),
    ("Umbra", Way.UP, Way.DOWN),
    ("Second", Way.UP, Way.DOWN),
]


@pytest.mark.parametrize(("words", "there", "back"), MOVES)
def test_moved_there_and_back_is_the_identity(desk: Desk, words: str, there: Way, back: Way) -> None:
    """Past a sibling, into the next item, into the next minute, items themselves."""
    before = bare(desk.meeting)
    desk.do(move, words, there)
    assert bare(desk.meeting) != before
    desk.do(move, words, back)

    assert bare(desk.meeting) == before


def test_numbers_follow_a_move(desk: Desk) -> None:
    """An action's minute is found under its new number."""
    second = desk.meeting.items[1]
    edited = desk.do(move_to, "took an action", item=second.id)

    assert (edited.number, desk.meeting.actions[0].raised_in) == ("2.2", "2.2")


def test_promote_and_demote_keep_the_order_of_reading(desk: Desk) -> None:
    """The points after a promoted one hang under it; a demoted minute takes its points along."""
    flat = [line.lstrip("- ") for line in desk.outline]
    desk.do(promote, "first point")
    assert desk.outline[3:6] == ["Label: first point", "- second point", "-- under the second"]
    assert [line.lstrip("- ") for line in desk.outline] == flat
    desk.do(demote, "first point")
    assert [line.lstrip("- ") for line in desk.outline] == flat


def test_a_paragraph_turns_into_anything_and_back(desk: Desk) -> None:
    """Action, decision, point to check, point, minute, item: the words stay."""
    before = bare(desk.meeting)
    for turn, back in ((Turn.ACTION, Turn.PROSE), (Turn.DECISION, Turn.PROSE), (Turn.TO_CHECK, Turn.CHECKED)):
        desk.do(turn_into, "Last of item one", turn)
        assert bare(desk.meeting) != before
        desk.do(turn_into, "Last of item one", back)
        assert bare(desk.meeting) == before
    for turn, back in ((Turn.POINT, Turn.MINUTE), (Turn.ITEM, Turn.MINUTE)):
        desk.do(turn_into, "Last of item one", turn)
        assert bare(desk.meeting) != before
        desk.do(turn_into, "Last of item one", back)
        assert desk.outline == [*_outlines(before)]


def test_an_item_made_of_a_minute_takes_what_follows(desk: Desk) -> None:
    """Its points become minutes; the minutes after it come along."""
    desk.do(turn_into, "took an action", Turn.ITEM)

    assert [line for line in desk.outline if line.startswith("#")] == [
        "# First",
        "# Priya took an action to write to Tom by Friday.",
        "# Second",
    ]
    assert desk.outline[3:7] == ["Label: first point", "second point", "- under the second", "Last of item one."]


def test_a_deleted_paragraph_takes_its_action_along_and_says_so(desk: Desk) -> None:
    """One step brings all of it back."""
    before = bare(desk.meeting)
    edited = desk.do(delete, "took an action")

    assert (desk.meeting.actions, edited.remarks) == ((), ("The action AP0619-01 went with it.",))
    undo(desk.store, who=WHO)
    assert bare(desk.meeting) == before


def test_an_action_with_a_history_stays_in_the_log(desk: Desk) -> None:
    """Its paragraph may go; the number that was printed is kept."""
    from lpgminutes.domain.action_log.changes import Start
    from lpgminutes.services.action_log import change_actions

    change_actions(desk.store, ["AP0619-01"], Start(), who=WHO, on=dt.date(2019, 7, 1))
    with pytest.raises(ChangeRefused, match="withdraw it"):
        desk.do(turn_into, "took an action", Turn.PROSE)
    edited = desk.do(delete, "took an action")

    assert edited.remarks == ("The action AP0619-01 stays in the log: it was changed since it was raised.",)
    assert [action.raised_in for action in desk.meeting.actions] == ["1.2"]


REFUSED = [
    (edit_text, "It fell", ("  ",), UsageError, "no words left"),
    (split, "It fell", (0,), UsageError, "before and after"),
    (split, "Second", (3,), UsageError, "title of an item"),
    (join, "It fell", (), UsageError, "no paragraph above"),
    (promote, "It fell", (), UsageError, "minute already"),
    (demote, "It fell", (), UsageError, "no paragraph before"),
    (move, "First", (Way.UP,), UsageError, "nothing further up"),
    (turn_into, "took an action", (Turn.ACTION,), UsageError, "raises an action already"),
    (turn_into, "First", (Turn.MINUTE,), UsageError, "first item"),
]


@pytest.mark.parametrize(("edit", "words", "rest", "kind", "said"), REFUSED)
def test_what_cannot_be_done_is_refused_and_nothing_is_changed(
    desk: Desk, edit: Callable[..., Edited], words: str, rest: tuple[object, ...], kind: type[Exception], said: str
) -> None:
    """A sentence says why."""
    before = desk.store.latest_change()
    with pytest.raises(kind, match=said):
        desk.do(edit, words, *rest)
    assert desk.store.latest_change() == before


def test_minutes_that_went_out_are_corrected_with_a_reason_and_a_version(desk: Desk) -> None:
    """Without a reason nothing is changed; with one, the version says it."""
    with desk.store.change("circulate", who=WHO) as work:
        work.meetings.set_status(work.meetings.get(desk.ref), MeetingStatus.CIRCULATED)
        work.commit()
    with pytest.raises(UsageError, match="say why"):
        desk.do(edit_text, "It fell", "It rose.")
    desk.do(edit_text, "It fell", "It rose.", why="The figure was wrong")

    with desk.store.read() as records:
        [version] = records.releases.versions(records.meetings.get(desk.ref))
    assert (version.reason.value, version.note) == ("corrected", "The figure was wrong")
    assert "It rose." in version.content


def bare(meeting: Meeting) -> Any:  # noqa: ANN401
    """Return what the minutes say, without ids and revisions."""

    def block(one: Block) -> Block:
        return replace(one, id=None, revision=1, children=tuple(block(child) for child in one.children))

    return (
        tuple(block(item) for item in meeting.items),
        tuple((a.ref, a.owners, a.text, a.due, a.raised_in) for a in meeting.actions),
        tuple((d.text, d.decided_in) for d in meeting.decisions),
    )


def _outlines(state: Any) -> list[str]:  # noqa: ANN401
    return [line for item in state[0] for line in _outline(item, 0)]


@st.composite
def any_edit(draw: st.DrawFn) -> tuple[Callable[..., Edited], tuple[object, ...]]:
    """An edit with what it needs."""
    edits: list[Callable[..., Edited]] = [split, join, move, promote, demote, turn_into, delete]
    edit = draw(st.sampled_from(edits))
    rest: tuple[object, ...] = ()
    if edit is split:
        rest = (draw(st.integers(-2, 20)),)
    elif edit is move:
        rest = (draw(st.sampled_from(Way)),)
    elif edit is turn_into:
        rest = (draw(st.sampled_from(Turn)),)
    return edit, rest


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_edits_keep_the_words_and_the_order_of_places_and_can_be_taken_back(
    desk: Desk, data: st.DataObject
) -> None:
    """Places have no gaps, nothing is lost but what was deleted, and undo leads back to where it began."""
    _any_edits(desk, data)


@pytest.mark.soak
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_edits_keep_everything_at_length(desk: Desk, data: st.DataObject) -> None:
    """The same law, tried for longer."""
    _any_edits(desk, data)


def _any_edits(kept: Desk, data: st.DataObject) -> None:
    """Edit a copy of a store at random, and take all of it back."""
    location = Path(kept.store.location())
    copy = location.with_name(f"{uuid4()}.sqlite3")
    with closing(sqlite3.connect(location)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    with closing(bootstrap.open_store(str(copy))) as store:
        desk = Desk(store, kept.ref)
        before, letters, done = bare(desk.meeting), _letters(desk.meeting), 0
        for edit, rest in data.draw(st.lists(any_edit(), min_size=1, max_size=6)):
            blocks = list(desk.meeting.blocks())
            if not blocks:
                break
            block = blocks[data.draw(st.integers(0, 40)) % len(blocks)]
            latest = store.latest_change()
            try:
                edit(store, desk.ref, Seen(block=block.id or 0, revision=block.revision), *rest, who=WHO, tools=TOOLS)
            except LpgMinutesError:
                continue
            done += store.latest_change() > latest
            _refuse_gaps(store.location())
            if edit is delete:
                letters = _letters(desk.meeting)
            assert _letters(desk.meeting) == letters
        for _ in range(done):
            undo(store, who=WHO)
        assert bare(desk.meeting) == before
    assert check(copy).problems == ()


def _letters(meeting: Meeting) -> list[str]:
    return sorted(letter for block in meeting.blocks() for letter in block.label + block.text if letter.isalnum())


def _refuse_gaps(location: str) -> None:
    with closing(sqlite3.connect(location)) as connection:
        rows = connection.execute("SELECT meeting_id, coalesce(parent_id, 0), position FROM block").fetchall()
    places: dict[tuple[int, int], list[int]] = {}
    for meeting_id, parent, position in rows:
        places.setdefault((meeting_id, parent), []).append(position)
    assert all(sorted(held) == list(range(len(held))) for held in places.values())


def test_every_edit_is_one_change_that_says_no_word_of_the_minutes(desk: Desk) -> None:
    """The history names what was done, never what was written."""
    desk.do(edit_text, "It fell", "One. It rose.")
    desk.do(turn_into, "It rose", Turn.DECISION)

    assert [change.what for change in changes(desk.store, limit=2)] == [
        "turn a paragraph into a decision",
        "edit a paragraph",
    ]


def test_a_paragraph_of_another_meeting_is_not_found(desk: Desk) -> None:
    """Whatever the id."""
    with pytest.raises(StaleRecord):
        edit_text(desk.store, desk.ref, Seen(block=999, revision=1), "x", who=WHO)
    with pytest.raises(NotFoundError):
        desk.do(move_to, "It fell", item=999)
    assert Under().item is None


def test_an_item_that_minutes_are_brought_under_is_done_and_one_without_any_is_not_reached(
    store: Store, desk: Desk
) -> None:
    """Emptied by the same move; what was put off stays so, and undo gives each its state back."""
    record(store, desk.ref, "# Third", who=WHO)
    record(store, desk.ref, "# Fourth", who=WHO)
    desk.do(set_item_state, "Second", ItemState.DONE)
    desk.do(set_item_state, "Third", ItemState.NOT_REACHED)
    desk.do(set_item_state, "Fourth", ItemState.DEFERRED)
    before = [item.state for item in desk.meeting.items]
    _, _, third, fourth = (item.id or 0 for item in desk.meeting.items)
    desk.do(move_to, "It was agreed", item=third)
    assert [item.state for item in desk.meeting.items][1:] == [
        ItemState.NOT_REACHED,
        ItemState.DONE,
        ItemState.DEFERRED,
    ]
    undo(store, who=WHO)
    assert [item.state for item in desk.meeting.items] == before
    desk.do(move_to, "It was agreed", item=fourth)
    assert desk.meeting.items[3].state is ItemState.DEFERRED
