"""Arrivals, departures, deputies, guests, interests: fields of records, printed where a reader looks for them."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.compose import compose
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Block, BlockKind, ItemState, Meeting, MeetingStatus, Series
from lpgminutes.domain.people import Attendance, Capacity, Conduct, Declaration, Mode, Person
from lpgminutes.errors import InputError, NotFoundError, StaleRecord, UsageError
from lpgminutes.services.attending import (
    AttendanceChange,
    Attending,
    apologise,
    arrive,
    attend,
    attending,
    complete,
    declarations,
    declare,
    leave,
    set_initials,
    strike,
    strike_declaration,
)
from lpgminutes.services.editing import Seen, set_item_state, take_out_of_order
from lpgminutes.services.meetings import meeting as found
from lpgminutes.services.ports import Store
from lpgminutes.services.records import undo

if TYPE_CHECKING:
    from tests.conftest import Step


WHO = "A Secretary"


def _lay_ref(store: Store) -> str:
    members = (
        Attendance(name="Priya Nandakumar", role="Lead", organisation="DWP", capacity=Capacity.CHAIR),
        Attendance(name="Sam Okoro", organisation="DWP"),
        Attendance(name="Sam Price", organisation="DWP", capacity=Capacity.APOLOGIES),
    )
    with store.change("start", who=WHO) as work:
        added = work.meetings.add(
            Meeting(
                series=Series(short_name="lpg", name="LPG", quorum="2"),
                title="LPG",
                marking=read_marking("OFFICIAL"),
                attendance=members,
                items=tuple(Block(kind=BlockKind.ITEM, text=title) for title in ("Welcome", "Performance", "AOB")),
            )
        )
        work.people.add(Person(name="Tom Hughes", role="Director", organisation="IAS"))
        work.people.add(Person(name="Priya Shah", organisation="IAS"))
        work.commit()
    return added.ref


STEPS: "dict[str, Step]" = {"ref": _lay_ref}


@pytest.fixture
def ref(begun: dict[str, Any]) -> str:
    """Three members, one away; two in the register; a body with a quorum of two."""
    laid: str = begun["ref"]
    return laid


Change = Callable[..., Attending]


@pytest.fixture
def change(store: Store, ref: str) -> Change:
    """Change somebody's attendance."""

    def change_attendance(name: str, **fields: object) -> Attending:
        return attend(store, ref, name, AttendanceChange(**fields), who=WHO)  # type: ignore[arg-type]

    return change_attendance


def capacities(store: Store, ref: str) -> dict[str, str]:
    """Return what the minutes print of each person."""
    return {row.name.plain(): row.capacity.plain() for row in compose(found(store, ref)).attendance}


def test_arrivals_and_departures_have_their_time_and_are_printed(store: Store, ref: str) -> None:
    """One call each; a time may be put right."""
    arrive(store, ref, "priya", at=dt.time(10, 15), who=WHO)
    leave(store, ref, "PN", at=dt.time(11, 0), who=WHO)

    assert capacities(store, ref)["Priya Nandakumar"] == "Chair, from 10:15, until 11:00"
    back = arrive(store, ref, "priya", at=None, who=WHO)
    assert back.changed
    assert (back.changed.arrived, back.changed.departed) == (dt.time(10, 15), None)


def test_a_member_who_sent_apologies_and_comes_after_all_is_here(store: Store, ref: str) -> None:
    """The apologies are gone, the time is kept; the quorum follows."""
    leave(store, ref, "Sam Okoro", at=dt.time(10, 30), who=WHO)
    quorum = attending(store, ref).quorum
    assert quorum
    assert quorum.words() == "not quorate: 1 of 3 members, 2 needed"
    outcome = arrive(store, ref, "Sam Price", at=dt.time(10, 40), who=WHO)

    assert outcome.changed
    assert outcome.changed.capacity is Capacity.MEMBER
    assert outcome.quorum
    assert outcome.quorum.is_quorate


@pytest.mark.parametrize("capacity", [Capacity.CHAIR, Capacity.OBSERVER, Capacity.IN_ATTENDANCE, Capacity.MEMBER])
def test_who_comes_after_apologies_comes_as_before(store: Store, ref: str, change: Change, capacity: Capacity) -> None:
    """An observer makes no meeting quorate, and the chair stays the chair."""
    change("Sam Okoro", capacity=capacity)
    apologise(store, ref, "Sam Okoro", who=WHO)
    outcome = attend(store, ref, "Sam Okoro", AttendanceChange(is_back=True), who=WHO)
    assert outcome.changed
    assert outcome.changed.capacity is capacity


def test_who_sent_apologies_from_the_start_comes_as_to_the_last_meeting(store: Store, ref: str) -> None:
    """What the list does not tell, the earlier meetings of the body do."""
    with store.change("date it", who=WHO) as work:
        first = work.meetings.save_head(replace(work.meetings.get(ref), date=dt.date(2019, 5, 1)))
        row = replace(first.attendance[2], capacity=Capacity.OBSERVER)
        work.attendance.save(row)
        away = Attendance(name=row.name, organisation=row.organisation, capacity=Capacity.APOLOGIES)
        later = work.meetings.add(replace(first, id=None, date=dt.date(2019, 6, 1), attendance=(away,), items=()))
        work.commit()
    outcome = arrive(store, later.ref, "Sam Price", at=dt.time(10, 40), who=WHO)
    assert outcome.changed
    assert (outcome.changed.capacity, outcome.changed.arrived) == (Capacity.OBSERVER, dt.time(10, 40))


def test_the_time_between_leaving_and_coming_back_is_printed(store: Store, ref: str) -> None:
    """The row says from when somebody was there, and when not; apologies say nothing of any time."""
    arrive(store, ref, "Sam Okoro", at=dt.time(10, 5), who=WHO)
    leave(store, ref, "Sam Okoro", at=dt.time(10, 30), who=WHO)
    with pytest.raises(InputError, match="cannot have come back at 10:20, before leaving at 10:30"):
        arrive(store, ref, "Sam Okoro", at=dt.time(10, 20), who=WHO)
    arrive(store, ref, "Sam Okoro", at=dt.time(11), who=WHO)
    leave(store, ref, "Sam Okoro", at=dt.time(11, 30), who=WHO)
    arrive(store, ref, "Sam Okoro", at=dt.time(11, 40), who=WHO)
    assert capacities(store, ref)["Sam Okoro"] == "Member, from 10:05, absent 10:30 to 11:00; absent 11:30 to 11:40"
    with store.change("note beside the name", who=WHO) as work:
        row = next(row for row in found(store, ref).attendance if row.name == "Sam Okoro")
        work.attendance.save(replace(row, note=f"{row.note}; by telephone"))
        work.commit()
    apologise(store, ref, "Sam Okoro", who=WHO)
    assert capacities(store, ref)["Sam Okoro"] == "Apologies, by telephone"


def test_guests_deputies_and_part_attendance(store: Store, ref: str, change: Change) -> None:
    """From the register with what it knows, or new with an organisation; a deputy for a member by any name."""
    change("tom", items=("2",), mode=Mode.DIALLED_IN)
    change("Ivo Brand", organisation="Umbra", deputising_for="Sam Price")

    printed = capacities(store, ref)
    assert printed["Tom Hughes"] == "In attendance, dialled in, for item 2"
    assert printed["Ivo Brand"] == "In attendance, deputising for Sam Price"
    tom = next(row for row in found(store, ref).attendance if row.name == "Tom Hughes")
    assert (tom.role, tom.organisation) == ("Director", "IAS")
    with store.read() as records:
        assert "Ivo Brand" in [person.name for person in records.people.all()]


def test_apologies_are_recorded_and_a_row_can_be_struck(store: Store, ref: str) -> None:
    """Either is one step, and is taken back as one."""
    apologise(store, ref, "Sam Okoro", who=WHO)
    assert capacities(store, ref)["Sam Okoro"] == "Apologies"
    strike(store, ref, "Sam Okoro", who=WHO)
    assert "Sam Okoro" not in capacities(store, ref)
    undo(store, who=WHO)
    undo(store, who=WHO)
    assert capacities(store, ref)["Sam Okoro"] == "Member"


REFUSED = [
    ("Sam", {}, UsageError, "Sam Okoro .* or Sam Price"),
    ("  ", {}, InputError, "name is missing"),
    ("Priya N", {"items": ("9",)}, NotFoundError, "no item 9"),
    ("PN", {"arrived": dt.time(11), "departed": dt.time(10)}, InputError, "before arriving"),
    ("PN", {"deputising_for": "priya n"}, InputError, "deputise for themselves"),
]


@pytest.mark.parametrize(("name", "fields", "kind", "said"), REFUSED)
def test_what_cannot_be_is_refused(
    store: Store, change: Change, name: str, fields: dict[str, object], kind: type[Exception], said: str
) -> None:
    """And nothing is written."""
    before = store.latest_change()
    with pytest.raises(kind, match=said):
        change(name, **fields)
    assert store.latest_change() == before


def test_a_row_changed_elsewhere_is_refused(store: Store, ref: str, change: Change) -> None:
    """Two windows on one attendance."""
    change("PN", note="standing in for the chair")
    with pytest.raises(StaleRecord):
        attend(store, ref, "PN", AttendanceChange(note="mine"), revision=1, who=WHO)


def test_completion_offers_those_present_first(store: Store, ref: str) -> None:
    """Then the rest of the attendance, then the register; initials work."""
    assert [one.name for one in complete(store, ref, "p")] == ["Priya Nandakumar", "Sam Price", "Priya Shah"]
    assert [one.name for one in complete(store, ref, "th")] == ["Tom Hughes"]
    set_initials(store, "Tom Hughes", "THu", who=WHO)
    assert [one.name for one in complete(store, ref, "THu")] == ["Tom Hughes"]
    assert len(complete(store, ref, "")) == 5


def test_a_declaration_of_interest_is_kept_and_printed(store: Store, ref: str) -> None:
    """Person, item, nature, and what they did; the item's number follows the item."""
    kept = declare(store, ref, Declaration(name="sam o", item="2", nature="Shares in Umbra"), who=WHO)
    declare(store, ref, replace(kept, conduct=Conduct.WITHDREW), who=WHO)

    [entry] = compose(found(store, ref)).declarations
    printed = [entry.name.plain(), entry.item, entry.nature.plain(), entry.conduct.plain()]
    assert printed == ["Sam Okoro", "2", "Shares in Umbra", "withdrew"]
    first, second, *_ = found(store, ref).items
    with store.change("move", who=WHO) as work:
        work.minutes.move(second, parent=None, position=0)
        work.commit()
    [declared] = declarations(store, ref)
    assert declared.item == "1"
    strike_declaration(store, ref, declared, who=WHO)
    assert declarations(store, ref) == ()
    assert first.id


def test_what_is_declared_needs_words_and_an_item_that_is_there(store: Store, ref: str) -> None:
    """A sentence says which is missing."""
    with pytest.raises(InputError, match="interest is missing"):
        declare(store, ref, Declaration(name="PN", nature=" "), who=WHO)
    with pytest.raises(NotFoundError, match="no item 7"):
        declare(store, ref, Declaration(name="PN", item="7", nature="Shares"), who=WHO)


def test_items_taken_out_of_order_keep_their_agenda_number(store: Store, ref: str) -> None:
    """They are printed in the order in which they were taken."""
    first, _, third = found(store, ref).items
    take_out_of_order(store, ref, Seen(block=third.id or 0, revision=1), before=first.id or 0, who=WHO)

    printed = [(item.number, item.title.plain()) for item in compose(found(store, ref)).items]
    assert printed == [("3", "AOB"), ("1", "Welcome"), ("2", "Performance")]


def test_an_item_can_be_put_off(store: Store, ref: str) -> None:
    """Its state is kept, and is no text of the minutes."""
    item = found(store, ref).items[1]
    edited = set_item_state(store, ref, Seen(block=item.id or 0, revision=1), ItemState.DEFERRED, who=WHO)

    assert edited.block
    assert edited.block.state is ItemState.DEFERRED


def test_the_attendance_of_minutes_that_went_out_is_corrected_with_a_reason(store: Store, ref: str) -> None:
    """And makes a version."""
    with store.change("circulate", who=WHO) as work:
        work.meetings.set_status(work.meetings.get(ref), MeetingStatus.CIRCULATED)
        work.commit()
    with pytest.raises(UsageError, match="say why"):
        apologise(store, ref, "Sam Okoro", who=WHO)
    tools = bootstrap.capture_tools()
    attend(store, ref, "Sam Okoro", AttendanceChange(note="late"), who=WHO, why="He was late", tools=tools)

    with store.read() as records:
        [version] = records.releases.versions(records.meetings.get(ref))
    assert version.note == "He was late"


def test_a_name_that_is_put_right_stands_so_wherever_the_meeting_names_the_person(
    store: Store, ref: str, change: Change
) -> None:
    """In the declarations, with who deputises, and in the register, where nobody is left of the slip of the pen."""
    change("Sam Okoro", note="late")
    declare(store, ref, Declaration(name="Sam Okoro", item=None, nature="a shop"), who=WHO)
    change("Tom Hughes", deputising_for="Sam Okoro")
    outcome = attend(store, ref, "Sam Okoro", AttendanceChange(name="Sam Okafor"), who=WHO)

    assert [row.name for row in outcome.attendance][1] == "Sam Okafor"
    assert outcome.attendance[-1].deputising_for == "Sam Okafor"
    assert [one.name for one in declarations(store, ref)] == ["Sam Okafor"]
    assert [one.name for one in complete(store, ref, "sam")] == ["Sam Okafor", "Sam Price"]
    undo(store, who=WHO)
    assert [one.name for one in declarations(store, ref)] == ["Sam Okoro"]


@pytest.mark.parametrize("name", ["", "sam price"])
def test_a_name_that_another_row_has_is_refused(store: Store, ref: str, name: str) -> None:
    """Two rows of one name could not be told apart; a row needs one."""
    with pytest.raises(InputError, match="cannot be told from another row"):
        attend(store, ref, "Sam Okoro", AttendanceChange(name=name), who=WHO)


def test_a_time_is_taken_back(change: Change) -> None:
    """Somebody was there from the start after all, and stayed."""
    change("Sam Okoro", arrived=dt.time(10, 15), departed=dt.time(11, 0))
    first = change("Sam Okoro", from_start=True).changed
    assert first
    assert (first.arrived, first.departed) == (None, dt.time(11, 0))
    then = change("Sam Okoro", to_end=True).changed
    assert then
    assert then.is_here


@pytest.mark.parametrize(
    ("typed", "name", "role", "capacity"),
    [
        ("Joan Smith (Chair)", "Joan Smith", "", Capacity.CHAIR),
        ("Priya (chair)", "Priya Nandakumar", "Lead", Capacity.CHAIR),
        ("Rae Bell, apologies", "Rae Bell", "", Capacity.APOLOGIES),
        ("Pat O'Brien (minutes)", "Pat O'Brien", "", Capacity.NOTE_TAKER),
        ("Mary Jones, Head of Highways", "Mary Jones", "Head of Highways", Capacity.IN_ATTENDANCE),
        ("Mary Jones, Chair of Audit", "Mary Jones", "Chair of Audit", Capacity.IN_ATTENDANCE),
        ("Tom Hughes (observer)", "Tom Hughes", "Director", Capacity.OBSERVER),
        ("Sam Okoro, Deputy Head", "Sam Okoro", "Deputy Head", Capacity.MEMBER),
    ],
)
def test_what_stands_behind_a_name_is_taken_from_it(
    store: Store, ref: str, typed: str, name: str, role: str, capacity: Capacity
) -> None:
    """A capacity and a post; somebody known stays who it is, and keeps what is not said."""
    outcome = attend(store, ref, typed, AttendanceChange(), who=WHO, tools=bootstrap.capture_tools())

    assert outcome.changed
    assert (outcome.changed.name, outcome.changed.role, outcome.changed.capacity) == (name, role, capacity)


@pytest.mark.parametrize(
    "typed",
    ["Smith, Joan", "Joan Smith, MBE", "Van Dyke, Dick", "Ann Poole (Mill Lane)", "Rae Bell (she/her)", "Una Roe (UR)"],
)
def test_what_may_be_part_of_a_name_stays_in_it(store: Store, ref: str, typed: str) -> None:
    """Honours, a forename behind the comma, a place."""
    outcome = attend(store, ref, typed, AttendanceChange(), who=WHO, tools=bootstrap.capture_tools())

    assert outcome.changed
    assert (outcome.changed.name, outcome.changed.role) == (typed, "")
