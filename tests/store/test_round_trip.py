"""What goes in comes out."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgminutes.domain.actions import Action, ActionEvent
from lpgminutes.domain.dismissals import Dismissal, SuggestionKind
from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.history import ReleaseRecord, VersionReason
from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.meetings import Block, BlockKind, Meeting, MeetingStatus, NextMeeting, Series
from lpgminutes.domain.people import Attendance
from lpgminutes.domain.withholding import (
    Acceptance,
    FieldRule,
    Grounds,
    PersonRule,
    PhraseRule,
    ReleaseCase,
    RuleSource,
    WithholdableField,
)
from lpgminutes.errors import NotFoundError, StoreError
from lpgminutes.store.database import SqlStore
from lpgminutes.store.tables import ActionRow, AttendanceRow, BlockRow

Bare = Callable[[Any], Any]


class Stores(Protocol):
    """What the fixture ``stores`` gives."""

    def open(self) -> SqlStore:
        """Open a new store."""


@given(data=st.data())
def test_a_meeting_comes_back_as_it_went_in(
    data: st.DataObject, stores: Stores, any_meeting: st.SearchStrategy[Meeting], without_identity: Bare
) -> None:
    """Every field, mark, number, order and entry of every record is kept."""
    meeting = data.draw(any_meeting)
    store = stores.open()
    with store.change("import a meeting", who="A") as work:
        added = work.meetings.add(meeting)
        work.commit()
    with store.read() as records:
        again = records.meetings.get(added.ref)
        by_id = records.meetings.get(str(added.id))
    store.close()
    assert without_identity(meeting) == without_identity(again)
    assert added == again == by_id


@pytest.mark.soak
@given(data=st.data())
def test_a_list_shows_the_number_that_the_meeting_shows(
    data: st.DataObject, stores: Stores, any_meeting: st.SearchStrategy[Meeting]
) -> None:
    """The number of the minute is the same whether the domain counts it or the database."""
    meeting = replace(data.draw(any_meeting), status=MeetingStatus.DRAFT)
    store = stores.open()
    with store.change("import a meeting", who="A") as work:
        added = work.meetings.add(meeting)
        for block in list(added.blocks())[:6]:
            work.meetings.save_block(replace(block, number=data.draw(st.sampled_from([None, "", "9", "9.9"]))))
        work.commit()
    with store.read() as records:
        shown = {action.id: action.raised_in or "" for action in records.meetings.get(added.ref).actions}
        listed = {action.id: action.raised_in for action in records.actions.list()}
    store.close()
    assert shown == listed


def test_an_action_follows_its_minute_while_the_minutes_are_a_draft(store: SqlStore, kept: Meeting) -> None:
    """A new number of the item shows in the action; once circulated, the printed number stands."""
    with store.change("renumber", who="A") as work:
        renumbered = work.meetings.save_block(replace(kept.items[0], number="4"))
        draft = work.meetings.get(kept.ref)
        circulated = work.meetings.set_status(draft, MeetingStatus.CIRCULATED)
        work.meetings.save_block(replace(renumbered, number="5"))
        work.commit()
    with store.read() as records:
        after = records.meetings.get(kept.ref)
    assert draft.actions[0].raised_in == "4.2"
    assert circulated.status is after.status is MeetingStatus.CIRCULATED
    assert after.actions[0].raised_in == "4.2"


def test_an_action_is_linked_to_the_point_that_holds_it(store: SqlStore, kept: Meeting) -> None:
    """The block of an action is the point with its reference, its number that of the minute."""
    minute = kept.items[0].children[1]
    with store.change("look", who="A") as work:
        row = work._session.get_one(ActionRow, kept.actions[0].id)
        assert (minute.id, minute.children[0].id) == (row.minute_id, row.block_id)


def test_an_action_added_later_gets_the_number_of_its_minute(store: SqlStore, kept: Meeting) -> None:
    """An action raised in a point is known by the number of the minute that the point is in."""
    point = kept.items[0].children[1].children[0]
    with store.change("add an action", who="A") as work:
        added = work.actions.add(Action(ref="AP-2", text="write"), meeting=kept, raised_in=point)
        floating = work.actions.add(Action(text="think"), meeting=kept, raised_in=None)
        work.commit()
    with store.read() as records:
        again = records.meetings.get(kept.ref)
        references = records.actions.references(kept.series)
    assert (added, floating) == again.actions[1:]
    assert (added.raised_in, floating.raised_in) == ("1.2", None)
    assert frozenset({"AP-1", "AP-2"}) == references


def test_an_edited_action_keeps_its_history_and_adds_to_it(store: SqlStore, kept: Meeting) -> None:
    """Entries are added at the end; one that is there already cannot be altered."""
    first, second = ActionEvent(what="due", after="2019-08-01"), ActionEvent(what="note", after="chased")
    action = kept.actions[0]
    with store.change("edit an action", who="A") as work:
        once = work.actions.save(replace(action, due=dt.date(2019, 8, 1), history=(first,)))
        twice = work.actions.save(replace(once, history=(first, second)))
        work.commit()
    with store.read() as records:
        assert (twice,) == records.meetings.get(kept.ref).actions
    with pytest.raises(StoreError, match="only grows"), store.change("edit", who="A") as work:
        work.actions.save(replace(twice, history=(second, first)))


def test_blocks_and_attendance_are_added_at_the_end(store: SqlStore, kept: Meeting) -> None:
    """What is added comes last under its parent, with everything under it."""
    minute = Block(kind=BlockKind.MINUTE, text="New.", children=(Block(kind=BlockKind.POINT, text="Sub."),))
    late = Attendance(name="Tom Late", initials="TLa", note="from item 2")
    with store.change("capture", who="A") as work:
        item = work.meetings.add_block(kept, Block(kind=BlockKind.ITEM, text="Third"), parent=None)
        added = work.meetings.add_block(kept, minute, parent=kept.items[0])
        person = work.meetings.add_attendance(kept, late)
        work.commit()
    with store.read() as records:
        again = records.meetings.get(kept.ref)
    assert item == again.items[2]
    assert added == again.items[0].children[2]
    assert person == again.attendance[1]


def test_a_person_is_in_the_register_once(store: SqlStore, kept: Meeting) -> None:
    """The same name and organisation is the same person; a name that came in redacted is nobody."""
    mark = PrintedMark(
        field="name",
        start=0,
        end=4,
        as_shown="XXXX",
        label="S40(2)",
        exemptions=(read_exemption("FOIA s40(2)"),),
    )
    with store.change("capture", who="A") as work:
        same = work.meetings.add_attendance(kept, Attendance(name="Priya Nandakumar", organisation="DWP"))
        other = work.meetings.add_attendance(kept, Attendance(name="Priya Nandakumar", organisation="IAS"))
        redacted = work.meetings.add_attendance(kept, Attendance(name="XXXX", organisation="DWP", marks=(mark,)))
        rows = [work._session.get_one(AttendanceRow, one.id) for one in (*kept.attendance, same, other, redacted)]
        first, second, third, fourth = (row.person_id for row in rows)
    assert first == second
    assert third not in {None, first}
    assert fourth is None


def test_the_head_of_a_meeting_is_edited_alone(store: SqlStore, kept: Meeting) -> None:
    """The fields of the meeting are saved, its ref follows its date, and blocks and status stay."""
    edited = replace(
        kept,
        title="New title",
        date=dt.date(2019, 7, 1),
        next_meeting=NextMeeting(),
        items=(),
        status=MeetingStatus.APPROVED,
    )
    with store.change("edit the head", who="A") as work:
        saved = work.meetings.save_head(edited)
        work.commit()
    with store.read() as records:
        again = records.meetings.get("LPG/2019-07-01")
    assert (saved.revision, saved.ref) == (2, "lpg/2019-07-01")
    assert ("New title", NextMeeting(), MeetingStatus.DRAFT) == (
        again.title,
        again.next_meeting,
        again.status,
    )
    assert kept.items == again.items


def test_meetings_of_one_day_are_told_apart(store: SqlStore, kept: Meeting, meeting: Meeting) -> None:
    """A second meeting of the series on that day gets -2; one without a date is undated."""
    undated = replace(meeting, date=None)
    with store.change("import", who="A") as work:
        refs = [work.meetings.add(one).ref for one in (meeting, meeting, undated, undated)]
        work.commit()
    assert kept.ref == "lpg/2019-06-27"
    assert refs == ["lpg/2019-06-27-2", "lpg/2019-06-27-3", "lpg/undated", "lpg/undated-2"]
    with store.read() as records:
        assert refs == [records.meetings.get(ref.upper()).ref for ref in refs]


@pytest.mark.parametrize(
    ("ref", "sentence"),
    [
        ("lpg/2019-06-28", "Meetings of lpg: lpg/2019-06-27."),
        ("LPG/nonsense", "Meetings of lpg: lpg/2019-06-27."),
        ("lpg", "Meetings of lpg: lpg/2019-06-27."),
        ("lpg/2019-13-45", "Meetings of lpg: lpg/2019-06-27."),
        ("999", "The series are: lpg."),
        ("9" * 40, "The series are: lpg."),
        ("gpl/2019-06-27", "The series are: lpg."),
        ("'; DROP TABLE meeting; --/undated", "The series are: lpg."),
    ],
)
def test_a_ref_that_is_not_there_is_refused_with_those_that_are_near(
    store: SqlStore, kept: Meeting, ref: str, sentence: str
) -> None:
    """The refusal names what there is."""
    assert kept.id
    with pytest.raises(NotFoundError) as refusal, store.read() as records:
        records.meetings.get(ref)
    assert f"There is no meeting {ref}. {sentence}" == str(refusal.value)


def test_series_are_found_in_any_case_and_kept_once(store: SqlStore) -> None:
    """A short name belongs to one series, whatever its case."""
    with store.change("series", who="A") as work:
        board = work.series.add(Series(short_name="Board", name="B", agenda=("Apologies", "Minutes")))
        area = work.series.add(Series(short_name="area", name="A"))
        saved = work.series.save(replace(board, name="The board"))
        work.commit()
    with store.read() as records:
        assert saved == records.series.find("bOARD")
        assert records.series.find("boards") is None
        assert (area, saved) == records.series.all()
    with pytest.raises(StoreError, match="belongs to A already"), store.change("series", who="A") as work:
        work.series.save(replace(saved, short_name="AREA"))


def test_lists_count_in_the_database(store: SqlStore, kept: Meeting, meeting: Meeting) -> None:
    """Open and overdue are counted as at a day; the newest meeting comes first, one without a date last."""
    due = replace(meeting.actions[0], ref=None, due=dt.date(2019, 7, 1))
    with store.change("import", who="A") as work:
        later = work.meetings.add(replace(meeting, date=dt.date(2019, 8, 1), actions=(due,)))
        undated = work.meetings.add(replace(meeting, date=None, actions=()))
        work.commit()
    with store.read() as records:
        rows = records.meetings.summaries(today=dt.date(2019, 7, 2), series="LPG")
        actions = records.actions.list(series="lpg", outstanding=True)
        of_meeting = records.actions.list(meeting=kept.ref)
    assert [later.ref, kept.ref, undated.ref] == [row.ref for row in rows]
    assert [(row.items, row.minutes, row.actions, row.open_actions, row.overdue_actions) for row in rows] == [
        (2, 2, 1, 1, 1),
        (2, 2, 1, 1, 0),
        (2, 2, 0, 0, 0),
    ]
    assert [later.actions[0].id, kept.actions[0].id] == [action.id for action in actions]
    assert [kept.actions[0].id] == [action.id for action in of_meeting]


def test_a_version_is_frozen_once_for_the_same_content(store: SqlStore, kept: Meeting) -> None:
    """Freezing what has not changed gives the version that there is."""
    with store.change("circulate", who="A Secretary") as work:
        first = work.releases.add_version(kept, reason=VersionReason.CIRCULATED, content='{"a":1}')
        same = work.releases.add_version(kept, reason=VersionReason.RELEASE, content='{"a":1}')
        second = work.releases.add_version(kept, reason=VersionReason.APPROVED, content='{"a":2}')
        work.commit()
    with store.read() as records:
        assert (first, second) == records.releases.versions(kept)
    assert same == first
    assert (first.number, first.who, second.number) == (1, "A Secretary", 2)


def test_a_case_is_kept_whole(store: SqlStore, kept: Meeting) -> None:
    """Rules of every kind, with their grounds, and acceptances come back; saving replaces the set."""
    grounds = Grounds(
        exemptions=(read_exemption("FOIA s40(2)"),),
        reason="junior",
        public_interest="more harm",
        qualified_person="M",
    )
    case = ReleaseCase(
        reference="FOI2019/26281",
        received=dt.date(2019, 7, 8),
        release_marking="keep",
        rules=(
            PersonRule(person="Margaret", grounds=grounds),
            PhraseRule(phrase="Kestrel", at="2.2", grounds=grounds, source=RuleSource.SCREEN),
            FieldRule(field=WithholdableField.DATE, grounds=grounds),
        ),
        accepted=(Acceptance(finding="withheld-elsewhere-open", text="1 August", reason="public"),),
        dismissed=(Dismissal(kind=SuggestionKind.ROLE, text="Head of Estates"),),
    )
    with store.change("redact", who="An officer") as work:
        saved = work.releases.save_case(kept, case)
        work.commit()
    with store.read() as records:
        assert saved == records.releases.case(kept, "foi2019/26281")
        assert records.releases.find_case(kept, "other") is None
    assert case == replace(saved, id=None)
    with store.change("redact", who="An officer") as work:
        fewer = work.releases.save_case(kept, replace(saved, rules=case.rules[:1], accepted=()))
        work.commit()
    with store.read() as records:
        assert fewer == records.releases.case(kept, case.reference)
        with pytest.raises(NotFoundError, match="Its cases are: FOI2019/26281"):
            records.releases.case(kept, "FOI1")


def test_what_went_out_is_remembered(store: SqlStore, kept: Meeting) -> None:
    """Releases come back, oldest first."""
    record = ReleaseRecord(
        case_reference="FOI1",
        version_digest="0" * 64,
        at=dt.datetime(2026, 7, 1, tzinfo=dt.UTC),
        who="O",
        manifest="{}",
    )
    with store.change("release", who="O") as work:
        first = work.releases.add_release(kept, record)
        second = work.releases.add_release(kept, record)
        work.commit()
    with store.read() as records:
        assert (first, second) == records.releases.releases(kept)


def test_a_block_cannot_be_put_under_another_meeting(store: SqlStore, kept: Meeting, meeting: Meeting) -> None:
    """A parent has to be in the meeting itself."""
    with store.change("capture", who="A") as work:
        other = work.meetings.add(meeting)
        with pytest.raises(StoreError, match="no longer in"):
            work.meetings.add_block(other, Block(kind=BlockKind.MINUTE), parent=kept.items[0])


def test_without_commit_nothing_is_kept(store: SqlStore, kept: Meeting) -> None:
    """Leaving a transaction without ``commit`` takes everything back."""
    with store.change("capture", who="A") as work:
        block = work.meetings.add_block(kept, Block(kind=BlockKind.ITEM, text="Lost"), parent=None)
        assert work._session.get(BlockRow, block.id)
    with store.read() as records:
        assert kept == records.meetings.get(kept.ref)
        assert len(records.history.changes()) == 1
