"""The head of the minutes is set like any other record: with its history, its versions, and nothing half-written."""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.action_log.changes import Close, NewAction
from lpgminutes.domain.comparison import changes_only
from lpgminutes.domain.compose import compose
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Approval, Contact, ItemState, Meeting, NextMeeting, Series
from lpgminutes.errors import InputError, LpgMinutesError, MarkingRefused, NotFoundError, StaleRecord, UsageError
from lpgminutes.services.action_log import add_action, change_actions
from lpgminutes.services.capture import record
from lpgminutes.services.editing import Seen, set_item_state
from lpgminutes.services.meeting_head import HeadChange, HeadReader, set_head
from lpgminutes.services.meeting_life import circulate, compare_versions, plan, start, versions
from lpgminutes.services.meetings import add_series, new_meeting
from lpgminutes.services.meetings import meeting as found
from lpgminutes.services.ports import Store
from lpgminutes.services.records import changes, redo, undo

if TYPE_CHECKING:
    from tests.conftest import Step


WHO = "A Secretary"
INTERCHANGE = bootstrap.HouseInterchange()
DAY = dt.date(2026, 6, 25)
READER = HeadReader(dates=bootstrap.house_dates(), now=dt.datetime(2026, 6, 25, 11, 40, 59, tzinfo=dt.UTC))


def _lay_june(store: Store) -> str:
    body = Series(short_name="lpg", name="LPG", marking=read_marking("OFFICIAL"), agenda=("Welcome", "AOB"))
    add_series(store, body, who=WHO)
    return new_meeting(store, "lpg", date=DAY, who=WHO).ref


STEPS: "dict[str, Step]" = {"june": _lay_june}


@pytest.fixture
def june(begun: dict[str, Any]) -> str:
    """A draft of today with one item."""
    laid: str = begun["june"]
    return laid


def changed(store: Store, ref: str, *, revision: int | None = None, why: str = "", **typed: str) -> Meeting:
    """Set fields of the head, and return the meeting as it is stored then."""
    done = set_head(
        store,
        ref,
        HeadChange(**typed),
        reader=READER,
        revision=revision,
        who=WHO,
        why=why,
        interchange=INTERCHANGE,
    )
    return found(store, done.ref)


def sent_out(store: Store, ref: str) -> None:
    """Circulate the minutes."""
    circulate(store, ref, interchange=INTERCHANGE, renderers=bootstrap.HouseRenderers(), anyway=True, who=WHO)


def test_every_field_is_set_as_it_is_said_and_the_others_stay(store: Store, june: str) -> None:
    """In the words of an office; the day of the next meeting is read as said at this one."""
    changed(store, june, location=" Room  3 ", start="10.00", end="now", title="June", subtitle="(Lot 1)")
    changed(store, june, next_when="4 September, 2pm to 16:00", next_location="Leeds", next_text="to be confirmed")
    head = changed(store, june, contact_name="Cal Byrd", contact_email="cal@example.org", marking="official-sensitive")

    assert (head.title, head.subtitle, head.marking.canonical) == ("June", "(Lot 1)", "OFFICIAL-SENSITIVE")
    assert (head.location, head.start, head.end) == ("Room 3", dt.time(10), dt.time(11, 40))
    assert head.next_meeting == NextMeeting(
        date=dt.date(2026, 9, 4), start=dt.time(14), end=dt.time(16), location="Leeds", text="to be confirmed"
    )
    assert head.contact == Contact(name="Cal Byrd", email="cal@example.org")
    paper = compose(head)
    assert paper.date.plain() == "Thursday 25 June 2026, 10:00 to 11:40"
    assert paper.next_meeting.plain() == "Friday 4 September 2026, 14:00 to 16:00, Leeds, to be confirmed"


def test_an_empty_field_takes_out_what_is_there(store: Store, june: str) -> None:
    """Of the next meeting and of the contact nothing is left when their last words go."""
    changed(store, june, end="now", location="Room 3", next_when="4 September 14:00", contact_name="Cal Byrd")
    head = changed(store, june, end="", location="", next_when="", contact_name="")

    assert (head.end, head.location, head.next_meeting, head.contact) == (None, "", None, None)


def test_a_change_is_taken_back_and_done_again(store: Store, june: str) -> None:
    """One change of the history, whatever number of fields; it says who and what."""
    before = found(store, june)
    after = changed(store, june, location="Room 3", end="now")
    [latest, *_] = changes(store, meeting=june)
    undo(store, who=WHO, meeting=june)
    undone = found(store, june)
    redo(store, who=WHO, meeting=june)

    assert (latest.what, latest.who, latest.rows) == ("change the head", WHO, 1)
    assert replace(undone, revision=before.revision) == before
    assert replace(found(store, june), revision=after.revision) == after


REFUSED: tuple[tuple[dict[str, Any], type[LpgMinutesError], str], ...] = (
    ({"start": "12:00", "end": "11:00"}, InputError, "cannot have ended at 11:00, before it began at 12:00"),
    ({"end": "half past"}, InputError, "half past is no hour"),
    ({"title": "  "}, InputError, "need a title"),
    ({"date": ""}, InputError, "named by its day"),
    ({"date": "the Greek kalends"}, InputError, "A date such as"),
    ({"date": "24 June 2026", "end": "now"}, InputError, "not one of today"),
    ({"next_when": "4 September in Leeds"}, InputError, "'in Leeds' is neither a day nor an hour"),
    ({"next_when": "24 June 2026"}, InputError, "cannot be on 24 Jun 2026, before this one on 25 Jun 2026"),
    ({"next_when": "4 September 16:00 to 14:00"}, InputError, "cannot have ended"),
    ({"marking": "SECRET"}, MarkingRefused, "above what may be kept"),
    ({"location": "x" * 3000}, InputError, "the place has 3,000 characters"),
    ({"title": "LPG"}, UsageError, "says that already"),
)


@pytest.mark.parametrize(("typed", "error", "said"), REFUSED, ids=lambda value: str(value)[:40])
def test_what_cannot_be_is_refused_and_nothing_is_written(
    store: Store, june: str, typed: dict[str, Any], error: type[LpgMinutesError], said: str
) -> None:
    """Not even the fields that could be read."""
    before, number = found(store, june), store.latest_change()
    with pytest.raises(error, match=said):
        changed(store, june, **{"location": "" if "title" in typed else "Room 3", **typed})

    assert (found(store, june), store.latest_change()) == (before, number)


def test_minutes_that_went_out_are_corrected_with_a_reason_and_a_version(store: Store, june: str) -> None:
    """The version that went out stays; the comparison shows the one line."""
    changed(store, june, start="10:00", end="11:30")
    sent_out(store, june)
    with pytest.raises(UsageError, match="say why they are corrected"):
        changed(store, june, end="11:40")
    with pytest.raises(UsageError, match="says that already"):
        changed(store, june, end="11:30", why="again")
    changed(store, june, end="11:40", why="The clock was slow")

    assert [(one.reason.value, one.note) for one in versions(store, june)] == [
        ("circulated", ""),
        ("corrected", "The clock was slow"),
    ]
    [change] = changes_only(compare_versions(store, june, 1, interchange=INTERCHANGE))
    assert change.written() == "Thursday 25 June 2026, 10:00 to 11:[-30-]{+40+}"


def test_what_somebody_else_changed_meanwhile_is_not_written_over(store: Store, june: str) -> None:
    """Whoever saw an older head is told."""
    seen = found(store, june).revision
    changed(store, june, revision=seen, location="Room 3")
    with pytest.raises(StaleRecord, match="changed by someone else"):
        changed(store, june, revision=seen, end="now")
    assert found(store, june).end is None


def test_whatever_names_a_meeting_by_its_day_follows_it_to_another_one(store: Store, june: str) -> None:
    """The minutes agreed there, what was put off there and what was done to actions there; and back by one undo."""
    item = found(store, june).items[0]
    set_item_state(store, june, Seen(block=item.id or 0, revision=item.revision), ItemState.DEFERRED, who=WHO)
    sent_out(store, june)
    july = start(store, plan(store, "lpg", date=dt.date(2026, 7, 23)), who=WHO).ref
    record(store, july, "= The minutes of 25 June were agreed", who=WHO, tools=bootstrap.capture_tools())
    action = add_action(store, july, NewAction(text="write"), raised_in=None, who=WHO)
    change_actions(store, [action.ref or ""], Close(), who=WHO, on=DAY, meeting=july)

    changed(store, july, date="30 July")
    changed(store, june, date="26 June 2026", why="It was on the Friday")

    assert found(store, "lpg/2026-06-26").approval == Approval(at="lpg/2026-07-30", date=dt.date(2026, 7, 30))
    moved = found(store, "lpg/2026-07-30")
    assert [one.carried_from for one in moved.items] == ["lpg/2026-06-26"] * 2
    assert [event.meeting for event in moved.actions[0].history] == ["lpg/2026-07-30"]
    with pytest.raises(NotFoundError):
        found(store, july)
    undo(store, who=WHO)
    undo(store, who=WHO)
    assert found(store, june).approval == Approval(at=july, date=dt.date(2026, 7, 23))
    assert [one.carried_from for one in found(store, july).items] == [june] * 2
