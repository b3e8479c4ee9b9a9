"""Finding words in a real store: ranked, where they stand, whatever was typed."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lpgminutes import bootstrap
from lpgminutes.domain.action_log.changes import AddNote, NewAction
from lpgminutes.domain.hits import Hit, HitKind
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Series
from lpgminutes.services import action_log, importing, meetings, records
from lpgminutes.services.find import find
from lpgminutes.services.ports import Store

JUNE = dt.date(2019, 6, 27)
OFFICIAL = read_marking("OFFICIAL")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A draft meeting with minutes, points, an action with a note."""
    opened = bootstrap.open_store(str(tmp_path_factory.mktemp("find") / "records.sqlite3"), create=True)
    series = Series(short_name="lpg", name="Lot Performance Group", agenda=("Welcome", "Staffing"), marking=OFFICIAL)
    meetings.add_series(opened, series, who="A Secretary")
    meeting = meetings.new_meeting(opened, "lpg", date=JUNE, title="June meeting", who="A Secretary")
    for line in (
        "The chair welcomed everybody. Zebras were mentioned in passing.",
        "A second minute.",
        "- Recruitment: forty zebras started; the forecast was 49,144.",
        "-- Most of the zebras are in Leeds.",
    ):
        meetings.add_line(opened, meeting.ref, line, item="1", who="A Secretary")
    action_log.add_action(
        opened,
        meeting.ref,
        NewAction(text="count the stripes", owners=("Priya Nandakumar",), ref="AP0619-01"),
        raised_in="1.2",
        who="A Secretary",
    )
    note = AddNote(text="She counted forty stripes.")
    action_log.change_actions(opened, ["AP0619-01"], note, who="A Secretary", on=JUNE)
    yield opened
    opened.close()


def places(hits: tuple[Hit, ...]) -> list[tuple[str, str, str]]:
    """Return where hits stand."""
    return [(hit.found.kind.value, hit.found.number, hit.found.ref) for hit in hits]


def test_a_hit_knows_its_meeting_its_minute_and_its_block(store: Store) -> None:
    """Also a sub-point, which goes by the number of its minute."""
    hits = find(store, "zebras leeds")
    [block] = [block for block in meetings.meeting(store, "lpg/2019-06-27").blocks() if "Leeds" in block.text]
    assert places(hits) == [("minute", "1.2", "")]
    assert (hits[0].found.meeting_ref, hits[0].found.block_id) == ("lpg/2019-06-27", block.id)
    assert hits[0].found.marking == "OFFICIAL"


def test_an_action_is_found_by_its_words_its_owner_its_reference_and_its_notes(store: Store) -> None:
    """Once, whatever led to it."""
    for typed in ("count stripes", "nandakumar", "AP0619-01", "counted forty"):
        hits = find(store, typed, kinds={HitKind.ACTION})
        assert places(hits) == [("action", "1.2", "AP0619-01")]
        assert hits[0].found.action_id is not None
        assert hits[0].excerpt.matches


def test_a_word_in_a_label_comes_before_one_in_running_text(store: Store) -> None:
    """What a paragraph is about counts for more than what it mentions."""
    meetings.add_line(store, "lpg/2019-06-27", "They spoke of recruitment.", item="2", who="A Secretary")
    assert [hit.excerpt.text[:12] for hit in find(store, "recruitment")] == ["Recruitment:", "They spoke o"]


def test_every_word_has_to_be_there(store: Store) -> None:
    """Two words ask for both."""
    assert find(store, "zebras giraffes") == ()


def test_no_more_than_asked_for_and_only_the_kinds_asked_for(store: Store) -> None:
    """A limit of nothing and no kinds give nothing."""
    assert len(find(store, "zebra", limit=2)) == 2
    assert {hit.found.kind for hit in find(store, "june", kinds={HitKind.MEETING})} == {HitKind.MEETING}
    assert find(store, "zebra", limit=0) == find(store, "zebra", kinds=()) == ()


def test_what_is_taken_back_is_not_found(store: Store) -> None:
    """And is found again when it is done again."""
    meetings.add_line(store, "lpg/2019-06-27", "An okapi came.", item="2", who="A Secretary")
    records.undo(store, who="A Secretary")
    assert find(store, "okapi") == ()
    records.redo(store, who="A Secretary")
    assert len(find(store, "okapi")) == 1


def test_a_person_is_found_with_the_latest_meeting(tmp_path: Path, data: Path) -> None:
    """From the register: once, not once for each meeting."""
    opened = bootstrap.open_store(str(tmp_path / "records.sqlite3"), create=True)
    content = (data / "seed" / "meeting.json").read_bytes()
    meeting, _ = bootstrap.read_meeting(content, name="meeting.json")
    interchange = bootstrap.HouseInterchange()
    importing.import_meeting(opened, meeting, warnings=(), interchange=interchange, who="A Secretary")
    name = meeting.attendance[0].name
    [hit] = find(opened, name, kinds={HitKind.PERSON})
    assert (hit.found.meeting_ref, hit.excerpt.text.startswith(name)) == ("lpg/2019-06-27", True)
    opened.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    typed=st.lists(
        st.sampled_from(
            ['"', "*", "NEAR", "(", ")", "-", "^", ":", "+", "AND", "OR", "NOT", "zebra", "{", "}", ",", "'"]
        )
        | st.text(max_size=4),
        max_size=8,
    ).map(" ".join)
)
def test_nothing_that_is_typed_raises(store: Store, typed: str) -> None:
    """The syntax of full-text search is data like any other sign; so are half a surrogate and a NUL."""
    for hit in find(store, typed):
        assert hit.found.meeting_ref
