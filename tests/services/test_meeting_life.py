"""From one meeting to the next: nothing is dropped in silence, what goes out is frozen, what is corrected is traced."""

import datetime as dt
import io
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document

from lpgminutes import bootstrap
from lpgminutes.domain.comparison import Outcome, changes_only
from lpgminutes.domain.compose import compose
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meeting_plan import PlannedKind
from lpgminutes.domain.meetings import Contact, ItemState, Meeting, MeetingStatus, NextMeeting, Series
from lpgminutes.domain.people import Attendance, Capacity
from lpgminutes.errors import NotFoundError, OutputError, UsageError
from lpgminutes.files import written_with
from lpgminutes.services.capture import Under, record
from lpgminutes.services.editing import Seen, edit_text, set_item_state
from lpgminutes.services.meeting_life import (
    CheckKind,
    Circulated,
    approve,
    check_meeting,
    circulate,
    compare_versions,
    plan,
    start,
    versions,
    withdraw_approval,
)
from lpgminutes.services.meetings import meeting as found
from lpgminutes.services.ports import Store
from lpgminutes.services.records import undo

if TYPE_CHECKING:
    from tests.conftest import Step


WHO = "A Secretary"
TOOLS = bootstrap.capture_tools()
INTERCHANGE = bootstrap.HouseInterchange()
AGENDA = ("Welcome", "Minutes of the last meeting", "Performance", "AOB")


def _lay_may(store: Store) -> str:
    series = Series(short_name="lpg", name="LPG", marking=read_marking("OFFICIAL"), agenda=AGENDA, quorum="2")
    with store.change("add a body", who=WHO) as work:
        work.series.add(series)
        work.commit()
    first = start(store, plan(store, "lpg", date=dt.date(2019, 5, 16)), who=WHO)
    people = (
        Attendance(name="Margaret Ellwood", organisation="DWP", capacity=Capacity.CHAIR),
        Attendance(name="Priya Nandakumar", organisation="DWP"),
        Attendance(name="Sam Okoro", organisation="DWP", capacity=Capacity.APOLOGIES),
        Attendance(name="Ivo Brand", capacity=Capacity.IN_ATTENDANCE, deputising_for="Sam Okoro"),
        Attendance(name="Tom Hughes", organisation="IAS", capacity=Capacity.IN_ATTENDANCE, items=("3",)),
        Attendance(name="Una Roe", capacity=Capacity.OBSERVER),
    )
    head = replace(
        first,
        location="Room 1",
        start=dt.time(10),
        end=dt.time(12, 25),
        contact=Contact(name="Cal Byrd", email="cal@example.org"),
        next_meeting=NextMeeting(date=dt.date(2019, 6, 27), start=dt.time(14), location="Room 9"),
    )
    with store.change("prepare", who=WHO) as work:
        work.meetings.save_head(head)
        for person in people:
            work.attendance.add(first, person)
        work.commit()
    items = found(store, first.ref).items
    for item, line in (
        (items[0], "Margaret Ellwood welcomed everyone."),
        (items[1], "There were none."),
        (items[3], "Priya took an action to write by 3 June."),
    ):
        record(store, first.ref, line, under=Under(item=item.id), who=WHO, tools=TOOLS)
    return first.ref


STEPS: "dict[str, Step]" = {"may": _lay_may}


@pytest.fixture
def may(begun: dict[str, Any]) -> str:
    """The meeting of May, started from the agenda and minuted; one item was not reached."""
    laid: str = begun["may"]
    return laid


def sent_out(store: Store, ref: str, *, anyway: bool = True) -> Circulated:
    """Circulate the minutes of a meeting."""
    renderers = bootstrap.HouseRenderers()
    return circulate(store, ref, interchange=INTERCHANGE, renderers=renderers, anyway=anyway, who=WHO)


def test_a_plan_says_what_goes_in_and_what_stays_out_and_why(store: Store, may: str) -> None:
    """Agenda, what was put off, people, actions, the minutes to approve: each with its reason."""
    sent_out(store, may)
    planned = plan(store, "lpg")

    assert planned.date == dt.date(2019, 6, 27)
    told = {entry.name: (entry.goes_in, entry.why) for entry in planned.entries}
    assert told["lpg/2019-05-16"] == (True, "circulated and not yet agreed")
    assert told["Performance"] == (True, "put off by lpg/2019-05-16")
    assert told["Welcome"] == (True, "on the agenda of the body")
    assert told["Margaret Ellwood"] == (True, "chair last time")
    assert told["Sam Okoro"] == (True, "sent apologies last time")
    assert told["Ivo Brand"] == (False, "deputised for Sam Okoro")
    assert told["Tom Hughes"] == (False, "was there for item 3 only")
    assert told["Una Roe"] == (False, "was there as observer")
    assert told["AP0519-01"] == (True, "open")


def test_a_meeting_starts_as_planned_and_as_chosen(store: Store, may: str) -> None:
    """People come without what was so last time only; the day's details are those that the last minutes name."""
    sent_out(store, may)
    planned = plan(store, "lpg")
    index = next(at for at, entry in enumerate(planned.entries) if entry.name == "Una Roe")
    june = start(store, planned.choosing(index, goes_in=True), who=WHO)

    assert [item.text for item in june.items] == list(AGENDA)
    assert [item.carried_from for item in june.items] == ["", "", may, ""]
    assert [(row.name, row.capacity) for row in june.attendance] == [
        ("Margaret Ellwood", Capacity.CHAIR),
        ("Priya Nandakumar", Capacity.MEMBER),
        ("Sam Okoro", Capacity.MEMBER),
        ("Una Roe", Capacity.OBSERVER),
    ]
    assert (june.start, june.end, june.location, june.approves) == (dt.time(14), None, "Room 9", may)
    assert june.contact == Contact(name="Cal Byrd", email="cal@example.org")


def test_an_item_off_the_agenda_that_was_put_off_comes_before_any_other_business(store: Store, may: str) -> None:
    """It is not lost because the body's agenda does not know it."""
    recorded = record(store, may, "# Estates", who=WHO)
    set_item_state(store, may, Seen(block=recorded.block.id or 0, revision=1), ItemState.DEFERRED, who=WHO)
    planned = plan(store, "lpg")

    assert [entry.name for entry in planned.going_in(PlannedKind.ITEM)] == [*AGENDA[:3], "Estates", "AOB"]


def test_the_line_that_agrees_the_last_minutes_approves_them_with_a_version(store: Store, may: str) -> None:
    """From start to approval by typing alone."""
    sent_out(store, may)
    june = start(store, plan(store, "lpg"), who=WHO)
    record(store, june.ref, "= The minutes of 16 May were agreed", who=WHO, tools=TOOLS)

    approved = found(store, may)
    assert approved.status is MeetingStatus.APPROVED
    assert approved.approval
    assert (approved.approval.at, approved.approval.date) == (june.ref, dt.date(2019, 6, 27))
    assert [version.reason.value for version in versions(store, may)] == ["circulated", "approved"]


def test_an_approval_that_no_line_says_any_more_is_said_and_can_be_withdrawn(store: Store, may: str) -> None:
    """The line that agreed the last minutes says something else now: they stand approved, and nobody agreed them."""
    sent_out(store, may)
    june = start(store, plan(store, "lpg"), who=WHO)
    record(store, june.ref, "= The minutes of 16 May were agreed", who=WHO, tools=TOOLS)
    unsaid = CheckKind.APPROVAL_UNSAID
    assert unsaid not in {check.kind for check in check_meeting(store, june.ref)}
    block = next(block for block in found(store, june.ref).blocks() if "agreed" in block.text)
    seen = Seen(block=block.id or 0, revision=block.revision)
    edit_text(store, june.ref, seen, "The minutes were not agreed.", who=WHO, tools=TOOLS)

    [said] = [check.sentence for check in check_meeting(store, june.ref) if check.kind is unsaid]
    assert f"meeting approve {may} --withdraw" in said
    assert withdraw_approval(store, may, who=WHO).status is MeetingStatus.CIRCULATED
    assert found(store, may).approval is None
    with pytest.raises(UsageError, match="are circulated: no approval"):
        withdraw_approval(store, may, who=WHO)
    assert unsaid not in {check.kind for check in check_meeting(store, june.ref)}


def test_the_check_list_names_what_should_be_looked_at(store: Store, may: str) -> None:
    """Each with the number to jump to."""
    lines = (
        "! to ring round",
        "Priya took an action to meet by the Greek kalends.",
        "Rupert took an action to write.",
        "? IAS recruited 41",
        "Boris Vane said that it was so.",
        "Sam Okoro said so, too.",
    )
    for line in lines:
        record(store, may, line, who=WHO, tools=TOOLS)
    record(store, may, "# Nothing yet", who=WHO)
    kinds: dict[CheckKind, list[str]] = {}
    for check in check_meeting(store, may, acronyms=True):
        kinds.setdefault(check.kind, []).append(check.number)

    assert kinds[CheckKind.ACTION_WITHOUT_OWNER] == ["4.2"]
    assert "4.4" in kinds[CheckKind.OWNER_NOT_KNOWN]
    assert kinds[CheckKind.TO_CHECK] == ["4.5"]
    assert kinds[CheckKind.SPEAKER_NOT_ATTENDING] == ["4.6", "4.7"]
    assert kinds[CheckKind.EMPTY_ITEM] == ["5"]
    assert kinds[CheckKind.NOT_REACHED] == ["3"]
    assert CheckKind.ACRONYM not in kinds


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Mill Lane said that the road was closed.", ""),
        ("Residents of Mill Lane said that the road was closed.", ""),
        ("The chairman of the Boris Vane Foundation said so.", ""),
        ("Environment Agency confirmed the level.", ""),
        ("Umbra Civil Ltd reported delays.", ""),
        ("Highways Team asked for time.", ""),
        ("Tom Lane said so.", "Tom Lane"),
        ("Councillor Lane said so.", "Councillor Lane"),
        ("Boris Vane said so.", "Boris Vane"),
        ("It was late. Boris Vane said so.", "Boris Vane"),
    ],
)
def test_streets_and_bodies_are_nobody_who_should_be_in_the_attendance(
    store: Store, may: str, line: str, speaker: str
) -> None:
    """A surname that is a street's word as well is still somebody's behind a forename or a title."""
    record(store, may, line, who=WHO, tools=TOOLS)
    told = [check.sentence for check in check_meeting(store, may) if check.kind is CheckKind.SPEAKER_NOT_ATTENDING]
    assert [sentence.partition(" lets ")[2].partition(" speak")[0] for sentence in told] == (
        [speaker] if speaker else []
    )


def test_a_team_is_no_unknown_owner(store: Store, may: str) -> None:
    """It cannot be in the attendance; a person who is not known can."""
    for line in ("! Highways Team to publish the map", "! Zeb Quill to send figures"):
        record(store, may, line, who=WHO, tools=TOOLS)
    told = [check.sentence for check in check_meeting(store, may) if check.kind is CheckKind.OWNER_NOT_KNOWN]
    assert len(told) == 1
    assert "Zeb Quill" in told[0]


def test_minutes_that_are_not_ready_do_not_go_out_unless_told_to(store: Store, may: str) -> None:
    """The refusal says what is open; nothing is changed."""
    record(store, may, "? the figure for May", who=WHO)
    with pytest.raises(UsageError, match=r"not ready .* marked to be checked"):
        sent_out(store, may, anyway=False)
    assert found(store, may).status is MeetingStatus.DRAFT


def test_circulating_freezes_numbers_keeps_a_version_and_makes_the_file(store: Store, may: str) -> None:
    """What was printed is what is found later; the draft comes back with one undo."""
    out = sent_out(store, may)

    assert [item.number for item in out.meeting.items] == ["1", "2", "3", "4"]
    assert out.meeting.items[3].children[0].number == "4.1"
    assert (out.version.number, out.version.reason.value) == (1, "circulated")
    words = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(out.docx)).paragraphs)
    assert "Margaret Ellwood welcomed everyone." in words
    with pytest.raises(UsageError, match="circulated already"):
        sent_out(store, may)
    undo(store, who=WHO, meeting=may)
    assert (found(store, may).status, versions(store, may)) == (MeetingStatus.DRAFT, ())


def test_a_correction_makes_a_version_with_its_reason_and_shows_in_the_comparison(store: Store, may: str) -> None:
    """Word by word, and nothing else."""
    sent_out(store, may)
    block = found(store, may).items[1].children[0]
    seen = Seen(block=block.id or 0, revision=block.revision)
    edit_text(store, may, seen, "There was one.", who=WHO, why="The secretary misheard", tools=TOOLS)

    assert [version.note for version in versions(store, may)] == ["", "The secretary misheard"]
    [change] = changes_only(compare_versions(store, may, 1, interchange=INTERCHANGE))
    assert (change.outcome, change.place) == (Outcome.CHANGED, "minute 2.1")
    assert [(piece.text, piece.outcome.value) for piece in change.pieces] == [
        ("There ", "same"),
        ("were", "removed"),
        ("was", "added"),
        (" ", "same"),
        ("none", "removed"),
        ("one", "added"),
        (".", "same"),
    ]


def test_versions_are_compared_as_they_were(store: Store, may: str) -> None:
    """Added and removed paragraphs, too; a version that is not there is said."""
    sent_out(store, may)
    assert changes_only(compare_versions(store, may, 1, 1, interchange=INTERCHANGE)) == ()
    with pytest.raises(NotFoundError, match="no version 7"):
        compare_versions(store, may, 7, interchange=INTERCHANGE)


def test_minutes_are_agreed_outside_a_meeting_too(store: Store, may: str) -> None:
    """With the corrections that were asked for; a draft cannot be agreed."""
    with pytest.raises(UsageError, match="still a draft"):
        approve(store, may, interchange=INTERCHANGE, who=WHO)
    sent_out(store, may)
    approved = approve(
        store, may, date=dt.date(2019, 6, 1), corrections=(" 2.1 should read one ",), interchange=INTERCHANGE, who=WHO
    )

    assert approved.approval
    assert approved.approval.corrections == ("2.1 should read one",)
    assert compose(found(store, may)).status == "approved"


def test_a_body_without_meetings_and_without_an_agenda_starts_empty(store: Store) -> None:
    """Nothing to carry, nothing to leave out."""
    with store.change("add a body", who=WHO) as work:
        work.series.add(Series(short_name="new", name="New", marking=read_marking("OFFICIAL")))
        work.commit()
    planned = plan(store, "new", date=dt.date(2026, 1, 5))
    assert planned.entries == ()
    assert isinstance(start(store, planned, who=WHO), Meeting)
    with pytest.raises(NotFoundError, match="no body nobody"):
        plan(store, "nobody")


def test_minutes_go_out_with_their_file_or_not_at_all(store: Store, may: str, tmp_path: Path) -> None:
    """A file that cannot be kept leaves a draft; a commit that fails leaves no file, and what was there before."""
    renderers = bootstrap.HouseRenderers()

    def send(path: Path, *, replace: bool = False) -> None:
        keep = partial(written_with, path, replace=replace)
        circulate(store, may, interchange=INTERCHANGE, renderers=renderers, keep=keep, anyway=True, who=WHO)

    with pytest.raises(OutputError, match="folder does not exist"):
        send(tmp_path / "nowhere" / "may.docx")
    assert found(store, may).status is MeetingStatus.DRAFT

    there = tmp_path / "may.docx"
    there.write_bytes(b"before")
    with pytest.raises(OutputError, match="already there"):
        send(there)
    with pytest.raises(RuntimeError, match="no room"), written_with(there, b"after", replace=True):
        raise RuntimeError("no room")
    with pytest.raises(RuntimeError, match="no room"), written_with(tmp_path / "new.docx", b"after"):
        raise RuntimeError("no room")
    assert there.read_bytes() == b"before"
    assert not [path for path in tmp_path.iterdir() if path.suffix in {".part", ".before"} or path.stem == "new"]

    send(there, replace=True)
    assert there.read_bytes()[:2] == b"PK"
    assert found(store, may).status is MeetingStatus.CIRCULATED
