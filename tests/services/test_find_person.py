"""Everything that is held about somebody: from every table, in every form, with what changed since."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.action_log.changes import NewAction, Reassign
from lpgminutes.domain.holdings import Certainty, Holding, Holdings
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Contact, Series
from lpgminutes.domain.naming.index import INDEXED
from lpgminutes.domain.people import Attendance
from lpgminutes.errors import UsageError
from lpgminutes.services import action_log, meetings
from lpgminutes.services.find import find_person, name_index
from lpgminutes.services.ports import Store

JUNE = dt.date(2019, 6, 27)
LINES = (
    "Margaret Ellwood opened the meeting.",
    "Ms Ellwood asked for the figures.",
    "Margaret Hollins answered.",
    "It was sent to m.ellwood@example.org.",
    "Nobody was named here.",
    "M. Ellwood's paper was taken as read.",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A meeting that names her in many forms, and another Margaret."""
    opened = bootstrap.open_store(str(tmp_path_factory.mktemp("person") / "records.sqlite3"), create=True)
    marking = read_marking("OFFICIAL-SENSITIVE")
    meetings.add_series(opened, Series(short_name="lpg", name="Group", agenda=("Welcome",), marking=marking), who="x")
    ref = meetings.new_meeting(opened, "lpg", date=JUNE, who="x").ref
    with opened.change("fill the meeting", who="x") as work:
        started = work.meetings.get(ref)
        for name in ("Margaret Ellwood", "Margaret Hollins"):
            work.meetings.add_attendance(started, Attendance(name=name, organisation="DWP"))
        contact = Contact(name="Margaret Ellwood", email="margaret.ellwood@example.org")
        work.meetings.save_head(replace(work.meetings.get(ref), contact=contact))
        work.commit()
    for line in LINES:
        meetings.add_line(opened, ref, line, item="1", who="mellwood")
    new = NewAction(text="send it", owners=("Margaret Ellwood",), ref="AP-1")
    action_log.add_action(opened, ref, new, raised_in="1.1", who="x")
    filed = NewAction(text="file it", owners=("M. Ellwood",), ref="AP-2")
    action_log.add_action(opened, ref, filed, raised_in="1.1", who="x")
    reassign = Reassign(owners=("Priya Nandakumar",), why="she is away")
    action_log.change_actions(opened, ["AP-1"], reassign, who="Margaret Ellwood", on=JUNE)
    with opened.change("edit a minute", who="x") as work:
        block = next(b for b in work.meetings.get(ref).blocks() if "Ms Ellwood" in b.text)
        work.meetings.save_block(replace(block, text="Somebody asked for the figures."))
        work.commit()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def held(store: Store) -> Holdings:
    """What is held about her."""
    return find_person(store, "Margaret Ellwood", as_at=JUNE)


def texts(held: Holdings, record: str, certainty: Certainty = Certainty.NAMED) -> list[str]:
    """Return what a table holds about her."""
    return [one.held.text for one in held.holdings if one.held.record == record and one.certainty is certainty]


def test_every_form_of_the_name_is_found_with_its_place(held: Holdings) -> None:
    """In full, with a title or a letter, in a mailbox; not the other Margaret, not the minute that names nobody."""
    assert texts(held, "block") == [LINES[0], LINES[3], LINES[5]]
    first = next(one for one in held.holdings if one.held.text == LINES[0])
    assert (first.held.meeting_ref, first.number, first.matches) == ("lpg/2019-06-27", "1.1", ((0, 16),))


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("attendance", ["Margaret Ellwood"]),
        ("person", ["Margaret Ellwood"]),
        ("meeting", ["Margaret Ellwood", "margaret.ellwood@example.org"]),
        ("action", ["M. Ellwood"]),
    ],
)
def test_every_table_is_looked_in(held: Holdings, record: str, expected: list[str]) -> None:
    """What she owned once stands in the history of the action, not in the action."""
    assert texts(held, record) == expected


def test_the_history_of_an_action_and_earlier_texts_are_held_too(held: Holdings) -> None:
    """What was changed since is still kept, so it is still held."""
    assert "Margaret Ellwood" in texts(held, "action_event")
    assert texts(held, "history") == ["Ms Ellwood asked for the figures."]


def test_the_changes_that_she_made_are_listed(held: Holdings) -> None:
    """By her name, and by a login made of it."""
    assert {change.who for change in held.changes} == {"mellwood", "Margaret Ellwood"}
    assert len(held.changes) == len(LINES) + 1


def test_a_name_that_others_share_is_perhaps_hers(store: Store) -> None:
    """A forename alone is listed apart, for a person to decide."""
    meetings.add_line(store, "lpg/2019-06-27", "Then Margaret left.", item="1", who="x")
    unsure = texts(find_person(store, "Margaret Ellwood", as_at=JUNE), "block", Certainty.PERHAPS)
    assert "Then Margaret left." in unsure


def test_the_strictest_marking_of_what_is_held_is_said(held: Holdings) -> None:
    """Whoever prints it knows how to handle it."""
    assert held.marking == "OFFICIAL-SENSITIVE"


@pytest.mark.parametrize("name", ["", "  ", "()", "!?"])
def test_a_name_without_letters_is_refused(store: Store, name: str) -> None:
    """With how to ask."""
    with pytest.raises(UsageError, match="--person"):
        find_person(store, name, as_at=JUNE)


def test_nobody_of_the_name_is_nothing_held(store: Store) -> None:
    """No text, no change."""
    nothing = find_person(store, "Zebedee Quux", as_at=JUNE)
    assert (nothing.holdings, nothing.changes, nothing.marking) == ((), (), "OFFICIAL")


def test_what_is_held_does_not_show_in_a_report(held: Holdings) -> None:
    """A traceback may show a repr; no words of the minutes may be in it."""
    one: Holding = held.holdings[0]
    assert "Ellwood" not in repr(one)


def test_the_index_of_names_lists_the_places_where_each_is_named(store: Store) -> None:
    """By surname; within a meeting the attendance first, then as it is read. Minutes as they are now, no history."""
    index = name_index(store, as_at=JUNE)
    words = {entry.name: [place.words for place in entry.places] for entry in index.entries}
    assert words == {
        "Margaret Ellwood": ["attendance", "1.1", "1.4", "1.6", "AP-2"],
        "Margaret Hollins": ["attendance", "1.3"],
        "Priya Nandakumar": ["AP-1"],
    }
    assert list(words) == ["Margaret Ellwood", "Margaret Hollins", "Priya Nandakumar"]
    assert {place.meeting_ref for entry in index.entries for place in entry.places} == {"lpg/2019-06-27"}
    assert index.marking == "OFFICIAL-SENSITIVE"


def test_the_index_names_everybody_where_a_search_for_them_does(store: Store) -> None:
    """Looking for all at once finds what looking for one finds."""
    for entry in name_index(store, as_at=JUNE).entries:
        held = find_person(store, entry.name, as_at=JUNE).holdings
        named = [one for one in held if one.certainty is Certainty.NAMED and one.held.record in INDEXED]
        places = {(one.held.record, one.number, one.held.ref) for one in named}
        assert {(place.record, place.number, place.ref) for place in entry.places} == places
