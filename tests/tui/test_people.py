"""Who comes and goes, by one key; and the check list before the minutes go out."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from lpgminutes.domain.meetings import Meeting, MeetingStatus
from lpgminutes.domain.people import Capacity
from lpgminutes.services import meetings as services
from lpgminutes.services.attending import arrive, attending
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting


async def test_people_come_and_go_by_one_key(at_the_screens: "Sitting", records: Store, june: Meeting) -> None:
    """The time is that of now; what was noted is shown at once, and taken back like anything else."""
    arrive(records, june.ref, "Priya Nandakumar", at=dt.time(10, 0), who="Somebody")
    async with at_the_screens((120, 40)) as person:
        await person.press("enter")
        await person.press("f3", "d")
        assert "left" in person.sees
        await person.press("s")
        assert "apologies" in person.sees
        await person.press("n")
        await person.fill("Tom Marsh")
        await person.press("enter")
        assert "Tom Marsh" in person.sees
        await person.press("escape")
        await person.type("Typing goes on.")
        assert "Typing goes on." in person.sees
    rows = {row.name: row for row in attending(records, june.ref).attendance}
    assert rows["Priya Nandakumar"].departed is not None
    assert rows["Priya Nandakumar"].capacity is Capacity.APOLOGIES
    assert rows["Tom Marsh"].is_here


async def test_the_check_list_leads_to_its_places_and_lets_the_minutes_go(
    at_the_screens: "Sitting", records: Store, june: Meeting, tmp_path: Path
) -> None:
    """What is to be looked at is listed; circulating freezes the minutes and writes the Word file."""
    services.add_line(records, june.ref, "? The figure is to be checked.", item="2", who="Somebody")
    async with at_the_screens((120, 40)) as person:
        await person.press("enter")
        await person.press("f6")
        await person.waits_for("to look at before the minutes go out")
        await person.press("c", "ctrl+u")
        await person.fill(str(tmp_path / "june.docx"))
        await person.press("enter")
        await person.waits_for("The minutes are circulated")
    assert services.meeting(records, june.ref).status is MeetingStatus.CIRCULATED
    assert (tmp_path / "june.docx").read_bytes()[:2] == b"PK"
