"""What the services need to know of the meetings."""

from datetime import date
from typing import Protocol

from lpgminutes.domain.meetings import Approval, Block, Meeting, MeetingStatus, MeetingSummary
from lpgminutes.domain.people import Attendance


class MeetingRecords(Protocol):
    """The meetings with all that their minutes hold."""

    def add(self, meeting: Meeting) -> Meeting:
        """Keep a whole meeting under its series and give it its ref; returned with its ids."""

    def get(self, ref: str) -> Meeting:
        """Return the meeting with this ref (any case) or id, or raise ``NotFoundError``."""

    def summaries(self, *, today: date, series: str | None = None) -> tuple[MeetingSummary, ...]:
        """Return what a list shows, newest first, counted in the database."""

    def save_head(self, meeting: Meeting) -> Meeting:
        """Keep the edited fields of the meeting itself (no blocks, attendance or actions)."""

    def set_status(self, meeting: Meeting, status: MeetingStatus) -> Meeting:
        """Set how far the minutes have come."""

    def date_of(self, ref: str) -> date | None:
        """Return the day of a meeting, without loading it."""

    def next_after(self, meeting: Meeting) -> date | None:
        """Return the day of the series' next meeting that is known: as the minutes say, or as it was started."""

    def keep_approval(self, meeting: Meeting, approval: Approval | None) -> None:
        """Keep that the minutes were agreed, or that they were not after all."""

    def add_block(self, meeting: Meeting, block: Block, *, parent: Block | None) -> Block:
        """Add a block as the last under ``parent``, or as the last item; returned with its id."""

    def save_block(self, block: Block) -> Block:
        """Keep an edited block (not its children); a stale revision is refused."""

    def add_attendance(self, meeting: Meeting, attendance: Attendance) -> Attendance:
        """Add a row at the end of the attendance."""
