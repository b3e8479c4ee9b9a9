"""Minutes that were approved, on the screens: what the copy will print of the approval is before the officer's eyes."""

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.meetings import Approval, Meeting, MeetingStatus
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import AtTheDesk, Sitting


@pytest.fixture
def approved(records: Store, case: Meeting) -> Meeting:
    """The meeting of the case, approved with a correction that names its chair."""
    approval = Approval(date=dt.date(2019, 8, 6), corrections=("Read Margaret Ellwood for Mrs Elwood.",))
    with records.change("approve", who="S") as work:
        work.meetings.keep_approval(case, approval)
        work.meetings.set_status(work.meetings.get(case.ref), MeetingStatus.APPROVED)
        work.commit()
    return case


@pytest.mark.usefixtures("approved")
async def test_the_desk_shows_the_approval_as_text_of_the_minutes(at_the_desk: "AtTheDesk") -> None:
    """Its day and its corrections are texts that a second reader visits."""
    async with at_the_desk((120, 40)) as person:
        await person.press("end")
        assert "Approval of these minutes" in person.sees
        assert "Tuesday 6 August 2019" in person.sees
        assert "approval's correction 1 \u00b7 open" in person.reads


@pytest.mark.usefixtures("approved")
async def test_the_minutes_on_the_screen_end_with_their_approval(at_the_screens: "Sitting") -> None:
    """In the words of the printed ones."""
    async with at_the_screens((170, 70)) as person:
        await person.press("enter")
        assert "Approved as a correct record on Tuesday 6 August 2019, subject to these corrections:" in person.sees
        assert "Read Margaret Ellwood for Mrs Elwood." in person.sees
