"""Starting a meeting: a plan of what goes in, shown first; then the meeting."""

import datetime as dt
from dataclasses import replace

from lpgminutes.domain.action_log.changes import Redate
from lpgminutes.domain.actions import ActionSummary
from lpgminutes.domain.due_dates import DueKind
from lpgminutes.domain.markings import Marking
from lpgminutes.domain.meeting_plan import MeetingPlan, PlannedKind, attendance_of, items_of, plan_meeting
from lpgminutes.domain.meetings import Meeting, NextMeeting
from lpgminutes.domain.text import clean_line
from lpgminutes.errors import InputError, NotFoundError
from lpgminutes.services.action_log import change_within
from lpgminutes.services.ports import DateReader, Records, Store, UnitOfWork


def plan(store: Store, series: str, *, date: dt.date | None = None) -> MeetingPlan:
    """Return what a new meeting of a body would start with; without a date, on the day that the last minutes name."""
    with store.read() as records:
        body = records.series.find(series)
        if body is None:
            known = ", ".join(one.short_name for one in records.series.all()) or "none yet"
            raise NotFoundError(f"There is no body {series}. Known: {known}.")
        previous = _previous(records, body.short_name, date)
        former = records.attendance.former_capacities(previous) if previous else {}
        actions = records.actions.list(series=body.short_name)
    named = previous.next_meeting.date if previous and previous.next_meeting else None
    return plan_meeting(body, date or named, previous, _of_interest(actions, previous), former)


def _previous(records: Records, series: str, date: dt.date | None) -> Meeting | None:
    """Return the latest meeting before a day; of a day before all meetings, none."""
    summaries = records.meetings.summaries(today=date or dt.date.max, series=series)
    dated = [one for one in summaries if one.date is not None and (date is None or one.date < date)]
    return records.meetings.get(str(dated[0].id)) if dated else None


def _of_interest(actions: tuple[ActionSummary, ...], previous: Meeting | None) -> tuple[ActionSummary, ...]:
    """Return the open actions, and those of the last meeting that are done: they stay out, and it is said."""
    last = previous.ref if previous else ""
    return tuple(action for action in actions if action.status.is_outstanding or action.meeting_ref == last)


def start(
    store: Store,
    chosen: MeetingPlan,
    *,
    marking: Marking | None = None,
    title: str = "",
    who: str,
    settling: tuple[DateReader, dt.date] | None = None,
) -> Meeting:
    """Start the minutes of a meeting as planned; open actions stay in the log of the body, which it goes through.

    ``settling`` reads what was due by the next meeting, which now has its day; with it comes today.
    """
    previous, body = chosen.previous, chosen.series
    own_marking = marking or body.marking or (previous.marking if previous else None)
    if own_marking is None:
        raise InputError(f"The body {body.short_name} has no marking of its own: give the meeting one.")
    approves = next((entry.name for entry in chosen.going_in(PlannedKind.APPROVAL)), "")
    named = _as_named(chosen)
    with store.change("start a meeting", who=who) as work:
        added = work.meetings.add(
            Meeting(
                series=body,
                title=clean_line(title, what="the title").text or (previous.title if previous else body.name),
                subtitle=previous.subtitle if previous else "",
                marking=own_marking,
                date=chosen.date,
                start=named.start or (previous.start if previous else None),
                end=named.end,  # when the last meeting ended says nothing of this one
                location=named.location or (previous.location if previous else ""),
                attendance=attendance_of(chosen),
                items=items_of(chosen),
                approves=approves,
                contact=replace(previous.contact) if previous and previous.contact else None,
            )
        )
        if settling is not None and previous is not None:
            _settle(work, chosen, previous, *settling, who=who)
        work.commit()
    return added


def _settle(
    work: UnitOfWork, chosen: MeetingPlan, previous: Meeting, dates: DateReader, today: dt.date, *, who: str
) -> None:
    """Give the day of this meeting to what the last one put off until it."""
    for action in work.actions.list(series=chosen.series.short_name, outstanding=True):
        if action.due is None and action.due_as_written and action.meeting_ref == previous.ref:
            words = action.due_as_written
            reading = dates.read(words, on=previous.date or today, next_meeting=chosen.date)
            if reading.kind is DueKind.MEETING and reading.due is not None:
                settled = Redate(due=reading.due, due_as_written=words, why="the next meeting has its day")
                change_within(work, [action.id], settled, who=who, on=today, meeting="")


def _as_named(chosen: MeetingPlan) -> NextMeeting:
    """Return what the last minutes say of this very meeting."""
    following = chosen.previous.next_meeting if chosen.previous else None
    return following if following is not None and following.date == chosen.date else NextMeeting()
