"""The refs of meetings, ``lpg/2019-06-27``: made of series, date and serial, and found again in any case."""

import datetime as dt
import re

import sqlalchemy as sa
from sqlmodel import Session, col, select

from lpgminutes.errors import NotFoundError
from lpgminutes.store.meeting_refs import UNDATED, to_ref
from lpgminutes.store.rows import edit
from lpgminutes.store.tables import ActionEventRow, ApprovalRow, BlockRow, MeetingRow, SeriesRow

_REF = re.compile(r"(?P<series>.+)/(?P<day>\d{4}-\d{2}-\d{2}|undated)(?:-(?P<serial>[1-9]\d{0,5}))?", re.IGNORECASE)
_LONGEST_ID = 18
_NEAR = 5
_SHOWN = 80
"""So much of what was asked for is repeated in a refusal."""


def key_of(name: str) -> str:
    """Return a short name or a reference without its case."""
    return name.strip().casefold()


def free_serial(session: Session, series_id: int, date: dt.date | None, *, besides: int | None = None) -> int:
    """Return the serial of a further meeting of the series on that day."""
    serials = sa.select(col(MeetingRow.serial)).where(
        col(MeetingRow.series_id) == series_id,
        col(MeetingRow.date) == date if date else col(MeetingRow.date).is_(None),
        col(MeetingRow.id).is_not(besides),
    )
    taken = set(session.scalars(serials))
    return next(serial for serial in range(1, len(taken) + 2) if serial not in taken)


def ref_of_meeting(session: Session, meeting_id: int) -> str:
    """Return the ref of a meeting that is in the store."""
    short_name, date, serial = session.execute(_refs().where(col(MeetingRow.id) == meeting_id)).one()
    return to_ref(short_name, date, serial)


def follow_ref(session: Session, before: str, meeting_id: int, day_before: dt.date | None) -> None:
    """Let whatever names a meeting by its ref follow it to another day.

    That is what was agreed there, put off there, and done to actions there.
    """
    day = session.scalar(sa.select(col(MeetingRow.date)).where(col(MeetingRow.id) == meeting_id))
    after = ref_of_meeting(session, meeting_id)
    for approval in session.exec(select(ApprovalRow).where(col(ApprovalRow.at) == before)):
        approval.at = after
        approval.date = day if approval.date == day_before else approval.date
    for block in session.exec(select(BlockRow).where(col(BlockRow.carried_from) == before)):
        edit(block, {"carried_from": after})
    for event in session.exec(select(ActionEventRow).where(col(ActionEventRow.meeting) == before)):
        event.meeting = after
    session.flush()


def find_meeting(session: Session, ref: str) -> int:
    """Return the id of the meeting with this ref or id; refuse with the refs that are near."""
    wanted = ref.strip()
    if wanted.isdecimal() and len(wanted) <= _LONGEST_ID:
        meeting_id = session.scalar(sa.select(col(MeetingRow.id)).where(col(MeetingRow.id) == int(wanted)))
    else:
        meeting_id = _by_ref(session, wanted)
    if meeting_id is None:
        raise NotFoundError(f"There is no meeting {wanted[:_SHOWN]}. {_near(session, wanted)}")
    return meeting_id


def find_series(session: Session, short_name: str) -> int:
    """Return the id of the series with this short name; refuse with the names that there are."""
    key = key_of(short_name)
    series_id = session.scalar(sa.select(col(SeriesRow.id)).where(col(SeriesRow.short_key) == key))
    if series_id is None:
        raise NotFoundError(f"There is no series {short_name.strip()[:_SHOWN]}. {_every_series(session)}")
    return series_id


def _by_ref(session: Session, ref: str) -> int | None:
    match = _REF.fullmatch(ref)
    if match is None:
        return None
    date = _day(match["day"])
    query = (
        sa.select(col(MeetingRow.id))
        .join(SeriesRow, col(SeriesRow.id) == col(MeetingRow.series_id))
        .where(
            col(SeriesRow.short_key) == key_of(match["series"]),
            col(MeetingRow.date) == date if date else col(MeetingRow.date).is_(None),
            col(MeetingRow.serial) == int(match["serial"] or 1),
        )
    )
    return None if date is None and match["day"].casefold() != UNDATED else session.scalar(query)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _refs() -> "sa.Select[str, dt.date | None, int]":
    return sa.select(col(SeriesRow.short_name), col(MeetingRow.date), col(MeetingRow.serial)).join(
        SeriesRow, col(SeriesRow.id) == col(MeetingRow.series_id)
    )


def _near(session: Session, ref: str) -> str:
    """Name the refs of the series that was asked for, those of the nearest days first."""
    short_name, _, day = ref.rpartition("/")
    key = key_of(short_name or ref)
    refs = session.execute(_refs().where(col(SeriesRow.short_key) == key)).all()
    if not refs:
        return _every_series(session)
    wanted = _day(day[:10]) or max((date for _, date, _ in refs if date), default=dt.date.min)
    nearest = sorted(refs, key=lambda row: abs((row[1] or dt.date.min) - wanted))[:_NEAR]
    listed = ", ".join(to_ref(*row) for row in nearest)
    return f"Meetings of {refs[0][0]}: {listed}{' …' if len(refs) > _NEAR else ''}."


def _every_series(session: Session) -> str:
    names = session.scalars(sa.select(col(SeriesRow.short_name)).order_by(col(SeriesRow.short_key))).all()
    if not names:
        return "There are no meetings in this store yet; import or start one."
    return f"The series are: {', '.join(names[: _NEAR * 2])}{' …' if len(names) > _NEAR * 2 else ''}."
