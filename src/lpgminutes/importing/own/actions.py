"""The actions and decisions of minutes that this program wrote."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lpgminutes.domain.actions import Action
from lpgminutes.domain.due_dates import DueKind
from lpgminutes.domain.meetings import Decision, Meeting
from lpgminutes.domain.sayings.written_dates import dates_in, short_date
from lpgminutes.domain.text import clean
from lpgminutes.importing.own.people import DASH, without_dash
from lpgminutes.importing.own.tables import Rows
from lpgminutes.importing.remarks import Remarks
from lpgminutes.services.ports import DateReader

_BETWEEN_OWNERS = ", "
_NOBODY = "no owner named"


def actions_of(rows: Rows, meeting: Meeting, dates: DateReader | None, remarks: Remarks) -> Iterator[Action]:
    """Yield the actions of their rows, each due on the day that is printed or that its words name."""
    for row in rows:
        ref, owners, due, minute = (without_dash(cell, "A field of an action") for cell in (row[0], *row[2:]))
        text = "" if row[1] == DASH else clean(row[1], what="An action").text
        days = dates_in(due)
        action = Action(
            ref=ref or None,
            text=text,
            owners=tuple(owners.split(_BETWEEN_OWNERS)) if owners else (),
            due=days[0] if len(days) == 1 and short_date(days[0]) == due else None,
            due_as_written=due,
            raised_in=minute or None,
        )
        yield action if action.due or not due else _with_due(action, meeting, dates, remarks)


def _with_due(action: Action, meeting: Meeting, dates: DateReader | None, remarks: Remarks) -> Action:
    if dates is None or meeting.date is None:
        return action
    following = meeting.next_meeting.date if meeting.next_meeting else None
    reading = dates.read(action.due_as_written, on=meeting.date, next_meeting=following)
    if reading.kind in {DueKind.ASK, DueKind.UNREAD}:
        remarks.whole("The due date of an action is for you to settle; its words were kept.")
    return replace(action, due=reading.due)


def notes_of(rows: Rows) -> frozenset[str]:
    """Return the lines that the program prints where these actions arose."""
    return frozenset(map(_note, rows))


def _note(row: tuple[str, ...]) -> str:
    ref, _, owners, due, _ = ("" if cell == DASH else cell for cell in row)
    return f"Action{f' {ref}' if ref else ''}: {owners or _NOBODY}.{f' Due: {due}.' if due else ''}"


def decisions_of(rows: Iterable[tuple[str, ...]]) -> tuple[Decision, ...]:
    """Return the decisions of their rows."""
    return tuple(
        Decision(
            ref=without_dash(ref, "The reference of a decision") or None,
            text="" if text == DASH else clean(text, what="A decision").text,
            decided_in=without_dash(minute, "The minute of a decision") or None,
        )
        for ref, text, minute in rows
    )
