"""The lists of meetings and actions: one query each, counted in the database."""

import datetime as dt
import functools
import json
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from lpgminutes.domain.actions import ActionStatus, ActionSummary
from lpgminutes.domain.meetings import BlockKind, MeetingStatus, MeetingSummary
from lpgminutes.store.links import number_in_sql
from lpgminutes.store.refs import find_meeting, find_series, to_ref
from lpgminutes.store.tables import ActionRow, BlockRow, MeetingRow, SeriesRow

_OUTSTANDING = [status.value for status in ActionStatus if status.is_outstanding]
_STATUS = {status.value: status for status in ActionStatus}


def meetings(session: Session, *, today: dt.date, series: str | None) -> tuple[MeetingSummary, ...]:
    """Return the meetings, newest first and those without a date last."""
    query = _meetings(today).order_by(
        col(MeetingRow.date).is_(None), col(MeetingRow.date).desc(), col(MeetingRow.id).desc()
    )
    if series is not None:
        query = query.where(col(MeetingRow.series_id) == find_series(session, series))
    return tuple(
        MeetingSummary(
            id=meeting_id,
            ref=to_ref(short_name, date, serial),
            series_short_name=short_name,
            series_name=name,
            title=title,
            date=date,
            marking=marking,
            status=MeetingStatus(status),
            items=items,
            minutes=minutes,
            actions=raised,
            open_actions=outstanding,
            overdue_actions=overdue,
        )
        for (
            (meeting_id, short_name, name, date, serial, title, marking, status),
            (items, minutes, raised, outstanding, overdue),
        ) in ((row[:8], row[8:]) for row in session.execute(query))
    )


def actions(
    session: Session, *, series: str | None, outstanding: bool, meeting: str | None
) -> tuple[ActionSummary, ...]:
    """Return the actions by due date, those without one last."""
    query = _actions().order_by(col(ActionRow.due).is_(None), col(ActionRow.due), col(ActionRow.id))
    if series is not None:
        query = query.where(col(ActionRow.series_id) == find_series(session, series))
    if meeting is not None:
        query = query.where(col(ActionRow.meeting_id) == find_meeting(session, meeting))
    if outstanding:
        query = query.where(col(ActionRow.status).in_(_OUTSTANDING))
    to_summary = _ActionReader().to_summary
    return tuple(to_summary(row) for row in session.execute(query))


def action(session: Session, action_id: int) -> ActionSummary:
    """Return one action as lists show it."""
    return _ActionReader().to_summary(session.execute(_actions().where(col(ActionRow.id) == action_id)).one())


class _ActionReader:
    """Reads the rows of one list; what comes again in many of them is read once."""

    def __init__(self) -> None:
        self._owners = functools.cache(_read_owners)
        self._date = functools.cache(dt.date.fromisoformat)
        self._ref = functools.cache(self._read_ref)

    def to_summary(self, row: "sa.Row[*tuple[Any, ...]]") -> ActionSummary:
        action_id, ref, owners, text, due, due_as_written, status, short_name, date, serial, raised_in = row
        return ActionSummary(
            id=action_id,
            ref=ref or "",
            owners=self._owners(owners),
            text=text,
            due=due and self._date(due),
            due_as_written=due_as_written,
            status=_STATUS[status],
            series_short_name=short_name,
            meeting_ref=self._ref(short_name, date, serial),
            raised_in=raised_in or "",
        )

    def _read_ref(self, short_name: str, date: str | None, serial: int) -> str:
        return to_ref(short_name, self._date(date) if date else None, serial)


def _read_owners(stored: str) -> tuple[str, ...]:
    return tuple(json.loads(stored))


def _meetings(today: dt.date) -> "sa.Select[*tuple[Any, ...]]":
    outstanding = col(ActionRow.status).in_(_OUTSTANDING)
    return sa.select(
        col(MeetingRow.id),
        col(SeriesRow.short_name),
        col(SeriesRow.name),
        col(MeetingRow.date),
        col(MeetingRow.serial),
        col(MeetingRow.title),
        col(MeetingRow.marking_canonical),
        col(MeetingRow.status),
        _blocks(BlockKind.ITEM),
        _blocks(BlockKind.MINUTE),
        _raised(),
        _raised(outstanding),
        _raised(outstanding, col(ActionRow.due) < today),
    ).join(SeriesRow, col(SeriesRow.id) == col(MeetingRow.series_id))


def _blocks(kind: BlockKind) -> sa.ScalarSelect[int]:
    of_meeting = col(BlockRow.meeting_id) == col(MeetingRow.id)
    return sa.select(sa.func.count()).where(of_meeting, col(BlockRow.kind) == kind.value).scalar_subquery()


def _raised(*conditions: sa.ColumnElement[bool]) -> sa.ScalarSelect[int]:
    of_meeting = col(ActionRow.meeting_id) == col(MeetingRow.id)
    return sa.select(sa.func.count()).where(of_meeting, *conditions).scalar_subquery()


def _as_stored(column: "Mapped[Any]") -> "sa.ColumnElement[str]":
    """Ask for a column as the text that is in the database."""
    return sa.type_coerce(column, sa.String)


def _actions() -> "sa.Select[*tuple[Any, ...]]":
    return (
        sa.select(
            col(ActionRow.id),
            col(ActionRow.ref),
            _as_stored(col(ActionRow.owners)),
            col(ActionRow.text),
            _as_stored(col(ActionRow.due)),
            col(ActionRow.due_as_written),
            col(ActionRow.status),
            col(SeriesRow.short_name),
            _as_stored(col(MeetingRow.date)),
            col(MeetingRow.serial),
            number_in_sql(ActionRow),
        )
        .join(MeetingRow, col(MeetingRow.id) == col(ActionRow.meeting_id))
        .join(SeriesRow, col(SeriesRow.id) == col(ActionRow.series_id))
    )
