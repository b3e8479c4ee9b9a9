"""The lists of meetings and actions: one query each, counted in the database."""

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from lpgminutes.domain.actions import ActionStatus
from lpgminutes.domain.meetings import BlockKind, MeetingStatus, MeetingSummary
from lpgminutes.store.meeting_refs import to_ref
from lpgminutes.store.refs import find_series
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
