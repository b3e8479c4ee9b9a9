"""The meetings, with all that their minutes hold."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col, select

from lpgminutes.domain.actions import Action
from lpgminutes.domain.meetings import Approval, Block, Decision, Meeting, MeetingStatus, MeetingSummary
from lpgminutes.domain.numbering import numbers_by_block
from lpgminutes.domain.people import Attendance
from lpgminutes.errors import StaleRecord
from lpgminutes.store import summaries as lists
from lpgminutes.store.actions import add_actions
from lpgminutes.store.approvals import id_to_approve, keep_approval, load_approval, ref_to_approve
from lpgminutes.store.blocks import from_block, load_tree, next_position, plant
from lpgminutes.store.converters import (
    from_attendance,
    from_meeting_head,
    to_action,
    to_attendance,
    to_decision,
    to_meeting_head,
    to_series,
)
from lpgminutes.store.declarations import add_declarations, freeze_declared_items, load_declarations
from lpgminutes.store.links import link_by_number, number_now
from lpgminutes.store.people import people_at
from lpgminutes.store.refs import find_meeting, follow_ref, free_serial, ref_of_meeting
from lpgminutes.store.rows import edit, known_id, to_edit
from lpgminutes.store.series import SqlSeries
from lpgminutes.store.tables import (
    ActionEventRow,
    ActionRow,
    AttendanceRow,
    BlockRow,
    DecisionRow,
    MeetingRow,
    SeriesRow,
)

_Numbers = dict[int, tuple[int, str]]


@dataclass(frozen=True, slots=True)
class SqlMeetings:
    """The meetings in the store."""

    session: Session

    def add(self, meeting: Meeting) -> Meeting:
        """Keep a whole meeting under its series and give it its ref; returned with its ids."""
        series_id = known_id(SqlSeries(self.session).row_for(meeting.series))
        serial = free_serial(self.session, series_id, meeting.date)
        row = MeetingRow(series_id=series_id, serial=serial, status=meeting.status.value, **from_meeting_head(meeting))
        row.approves_id = id_to_approve(self.session, meeting)
        self.session.add(row)
        self.session.flush()
        meeting_id = known_id(row)
        self._add_attendance(meeting_id, meeting.attendance, 0)
        items = plant(self.session, meeting.items, meeting_id=meeting_id, parent_id=None, position=0)
        add_actions(self.session, row, meeting.actions, items)
        self._add_decisions(meeting_id, meeting.decisions, items)
        add_declarations(self.session, meeting_id, meeting.declarations, items)
        keep_approval(self.session, meeting_id, meeting.approval)
        return self._load(meeting_id)

    def get(self, ref: str) -> Meeting:
        """Return the meeting with this ref (any case) or id, or raise ``NotFoundError``."""
        return self._load(find_meeting(self.session, ref))

    def summaries(self, *, today: date, series: str | None = None) -> tuple[MeetingSummary, ...]:
        """Return what a list shows, newest first, counted in the database."""
        return lists.meetings(self.session, today=today, series=series)

    def save_head(self, meeting: Meeting) -> Meeting:
        """Keep the edited fields of the meeting itself; its ref follows its date, and what names it follows."""
        row = self._to_edit(meeting)
        meeting_id, day, named = known_id(row), row.date, ref_of_meeting(self.session, known_id(row))
        if day != meeting.date:
            row.serial = free_serial(self.session, row.series_id, meeting.date, besides=row.id)
        edit(row, {**from_meeting_head(meeting), "approves_id": id_to_approve(self.session, meeting)})
        self.session.flush()
        if day != meeting.date:
            follow_ref(self.session, named, meeting_id, day)
        return replace(meeting, revision=row.revision, ref=ref_of_meeting(self.session, meeting_id))

    def set_status(self, meeting: Meeting, status: MeetingStatus) -> Meeting:
        """Set how far the minutes have come; on leaving the draft, what actions refer to keeps its number."""
        row = self._to_edit(meeting)
        numbers = numbers_by_block(load_tree(self.session, known_id(row)))
        for action in self._actions(known_id(row)):
            action.raised_in = number_now(numbers, row.status, action.minute_id, action.raised_in)
        for decision in self._decisions(known_id(row)):
            decision.decided_in = number_now(numbers, row.status, decision.minute_id, decision.decided_in)
        freeze_declared_items(self.session, row, numbers)
        edit(row, {"status": status.value})
        self.session.flush()
        return replace(meeting, revision=row.revision, status=status)

    def date_of(self, ref: str) -> date | None:
        """Return the day of a meeting, without loading it."""
        meeting_id = find_meeting(self.session, ref)
        return self.session.scalar(sa.select(col(MeetingRow.date)).where(col(MeetingRow.id) == meeting_id))

    def next_after(self, meeting: Meeting) -> date | None:
        """Return the day of the series' next meeting that is known: as the minutes say, or as it was started."""
        if meeting.next_meeting and meeting.next_meeting.date:
            return meeting.next_meeting.date
        later = sa.select(sa.func.min(col(MeetingRow.date))).where(
            col(MeetingRow.series_id) == meeting.series.id, col(MeetingRow.date) > meeting.date
        )
        return None if meeting.date is None else self.session.scalar(later)

    def keep_approval(self, meeting: Meeting, approval: Approval | None) -> None:
        """Keep that the minutes were agreed, or that they were not after all."""
        keep_approval(self.session, self._id_of(meeting), approval)

    def add_block(self, meeting: Meeting, block: Block, *, parent: Block | None) -> Block:
        """Add a block as the last under ``parent``, or as the last item; returned with its id."""
        meeting_id = self._id_of(meeting)
        if parent is not None:
            self._refuse_parent_elsewhere(meeting, parent)
        parent_id = parent.id if parent else None
        position = next_position(self.session, meeting_id, parent_id)
        return plant(self.session, (block,), meeting_id=meeting_id, parent_id=parent_id, position=position)[0]

    def save_block(self, block: Block) -> Block:
        """Keep an edited block (not its children); a stale revision is refused."""
        row = to_edit(self.session, BlockRow, block.id, block.revision, "This part of the minutes")
        edit(row, from_block(block))
        self.session.flush()
        return replace(block, revision=row.revision)

    def add_attendance(self, meeting: Meeting, attendance: Attendance) -> Attendance:
        """Add a row at the end of the attendance."""
        meeting_id = self._id_of(meeting)
        last = sa.select(sa.func.count()).where(col(AttendanceRow.meeting_id) == meeting_id)
        return self._add_attendance(meeting_id, (attendance,), self.session.scalar(last) or 0)[0]

    def _id_of(self, meeting: Meeting) -> int:
        if meeting.id is None:
            return find_meeting(self.session, meeting.ref)
        return find_meeting(self.session, str(meeting.id))

    def _to_edit(self, meeting: Meeting) -> MeetingRow:
        return to_edit(self.session, MeetingRow, meeting.id, meeting.revision, f"The meeting {meeting.ref}")

    def _refuse_parent_elsewhere(self, meeting: Meeting, parent: Block) -> None:
        row = None if parent.id is None else self.session.get(BlockRow, parent.id)
        if row is None or row.meeting_id != meeting.id:
            raise StaleRecord(
                f"What this is to be added to is no longer in {meeting.ref}: it was taken back meanwhile. "
                "Open the meeting again."
            )

    def _add_attendance(
        self, meeting_id: int, attendance: tuple[Attendance, ...], position: int
    ) -> tuple[Attendance, ...]:
        people = people_at(self.session, attendance)
        rows = [
            AttendanceRow(meeting_id=meeting_id, person_id=person_id, position=place, **from_attendance(one))
            for place, (one, person_id) in enumerate(zip(attendance, people, strict=True), start=position)
        ]
        self.session.add_all(rows)
        self.session.flush()
        return tuple(to_attendance(row) for row in rows)

    def _add_decisions(self, meeting_id: int, decisions: tuple[Decision, ...], items: tuple[Block, ...]) -> None:
        for position, decision in enumerate(decisions):
            link = link_by_number(items, decision.decided_in, decision.ref, decision.text)
            row = DecisionRow(
                meeting_id=meeting_id,
                position=position,
                ref=decision.ref,
                text=decision.text,
                minute_id=link.minute_id,
                block_id=link.block_id,
                decided_in=link.number,
            )
            self.session.add(row)
        self.session.flush()

    def _load(self, meeting_id: int) -> Meeting:
        row, series = self.session.exec(
            select(MeetingRow, SeriesRow)
            .join(SeriesRow, col(SeriesRow.id) == col(MeetingRow.series_id))
            .where(col(MeetingRow.id) == meeting_id)
        ).one()
        items = load_tree(self.session, meeting_id)
        numbers = numbers_by_block(items)
        return to_meeting_head(
            row,
            to_series(series),
            ref=ref_of_meeting(self.session, meeting_id),
            status=MeetingStatus(row.status),
            attendance=self._load_attendance(meeting_id),
            items=items,
            actions=self._load_actions(row, numbers),
            decisions=self._load_decisions(row, numbers),
            declarations=load_declarations(self.session, row, numbers),
            approves=ref_to_approve(self.session, row),
            approval=load_approval(self.session, meeting_id),
        )

    def _load_attendance(self, meeting_id: int) -> tuple[Attendance, ...]:
        rows = self.session.exec(
            select(AttendanceRow)
            .where(col(AttendanceRow.meeting_id) == meeting_id)
            .order_by(col(AttendanceRow.position))
        )
        return tuple(to_attendance(row) for row in rows)

    def _load_actions(self, meeting: MeetingRow, numbers: _Numbers) -> tuple[Action, ...]:
        events: defaultdict[int, list[ActionEventRow]] = defaultdict(list)
        for event in self.session.exec(
            select(ActionEventRow)
            .join(ActionRow, col(ActionRow.id) == col(ActionEventRow.action_id))
            .where(col(ActionRow.meeting_id) == meeting.id)
            .order_by(col(ActionEventRow.position))
        ):
            events[event.action_id].append(event)
        return tuple(
            to_action(
                row,
                events[known_id(row)],
                raised_in=number_now(numbers, meeting.status, row.minute_id, row.raised_in),
            )
            for row in self._actions(known_id(meeting))
        )

    def _load_decisions(self, meeting: MeetingRow, numbers: _Numbers) -> tuple[Decision, ...]:
        return tuple(
            to_decision(row, decided_in=number_now(numbers, meeting.status, row.minute_id, row.decided_in))
            for row in self._decisions(known_id(meeting))
        )

    def _actions(self, meeting_id: int) -> list[ActionRow]:
        query = select(ActionRow).where(col(ActionRow.meeting_id) == meeting_id)
        return list(self.session.exec(query.order_by(col(ActionRow.position))))

    def _decisions(self, meeting_id: int) -> list[DecisionRow]:
        query = select(DecisionRow).where(col(DecisionRow.meeting_id) == meeting_id)
        return list(self.session.exec(query.order_by(col(DecisionRow.position))))
