"""Finding one action by what a person calls it, and reading it with its history and the minute it stands in."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from lpgminutes.domain.action_log.lists import ActionDetail
from lpgminutes.domain.actions import Action
from lpgminutes.domain.meetings import Block
from lpgminutes.domain.numbering import numbers_by_block
from lpgminutes.errors import InputError, NotFoundError
from lpgminutes.store import action_lists
from lpgminutes.store.action_conditions import Run
from lpgminutes.store.action_state_rows import ref_key
from lpgminutes.store.blocks import load_tree
from lpgminutes.store.converters import to_action
from lpgminutes.store.links import number_now
from lpgminutes.store.refs import find_series, key_of
from lpgminutes.store.tables import ActionEventRow, ActionRow, MeetingRow, SeriesRow

_ID = re.compile(r"#(?P<id>\d{1,18})", re.ASCII)
_PLAIN_ID = re.compile(r"\d{1,18}", re.ASCII)
_BY_REFERENCE = """
SELECT s.id, a.ref, a.series_id FROM action_now s INDEXED BY ix_action_now_ref CROSS JOIN action a ON a.id = s.id
WHERE s.is_settled IN (0, 1) AND s.ref_key = ? ORDER BY s.id
"""
_SHOWN = 80
_CANDIDATES = 6


def find_action(session: Session, ref: str | int) -> int:
    """Return the id of the action that is called so; refuse what is nobody's name, or several actions'."""
    wanted = f"#{ref}" if isinstance(ref, int) else ref.strip()
    if numbered := _ID.fullmatch(wanted):
        ids = _with_id(session, int(numbered["id"]))
    else:
        ids = _with_reference(session, wanted)
        if _PLAIN_ID.fullmatch(wanted):
            ids = sorted({*ids, *_with_id(session, int(wanted))})
    if not ids:
        raise NotFoundError(f"There is no action {wanted[:_SHOWN]}: lpgminutes actions all lists them.")
    if len(ids) > 1:
        raise InputError(f"{wanted[:_SHOWN]} is several actions: {_told_apart(session, ids)}. Say which.")
    return ids[0]


def load_action(session: Session, action_id: int) -> Action:
    """Return an action with its history."""
    action, _, _ = _loaded(session, action_id)
    return action


def load_detail(session: Session, action_id: int) -> ActionDetail:
    """Return an action with the minute that it stands in."""
    action, row, tree = _loaded(session, action_id)
    minute = next((block for item in tree for block in item.walk() if block.id == row.minute_id), None)
    meeting = session.get_one(MeetingRow, row.meeting_id)
    return ActionDetail(
        action=action,
        summary=action_lists.one(run_in(session), action_id),
        meeting_title=meeting.title,
        minute=minute if row.minute_id is not None else None,
    )


def run_in(session: Session) -> Run:
    """Return what runs a plain query in a session's transaction."""

    def run(query: str, values: Sequence[object]) -> Iterable[tuple[Any, ...]]:
        return (tuple(row) for row in session.connection().exec_driver_sql(query, tuple(values)))

    return run


def _loaded(session: Session, action_id: int) -> tuple[Action, ActionRow, tuple[Block, ...]]:
    row = session.get(ActionRow, action_id)
    if row is None:
        raise NotFoundError(f"There is no action #{action_id} any more: it was taken back meanwhile.")
    events = session.exec(
        select(ActionEventRow).where(col(ActionEventRow.action_id) == action_id).order_by(col(ActionEventRow.position))
    )
    tree = load_tree(session, row.meeting_id)
    meeting = session.get_one(MeetingRow, row.meeting_id)
    number = number_now(numbers_by_block(tree), meeting.status, row.minute_id, row.raised_in)
    return to_action(row, events, raised_in=number), row, tree


def _with_id(session: Session, action_id: int) -> list[int]:
    return list(session.scalars(sa.select(col(ActionRow.id)).where(col(ActionRow.id) == action_id)))


def _with_reference(session: Session, wanted: str) -> list[int]:
    """Return the actions with a reference, in every series or in the one that is named before a colon."""
    ids = _in_series(session, wanted, None)
    short_name, colon, reference = wanted.partition(":")
    if not ids and colon:
        return _in_series(session, reference.strip(), find_series(session, short_name))
    return ids


def _in_series(session: Session, reference: str, series_id: int | None) -> list[int]:
    """Return the actions with a reference, in any case; the index knows it without its accents as well."""
    found = run_in(session)(_BY_REFERENCE, (ref_key(reference),))
    return [
        action_id
        for action_id, ref, of_series in found
        if key_of(ref or "") == key_of(reference) and series_id in {None, of_series}
    ]


def _told_apart(session: Session, ids: list[int]) -> str:
    """Name actions so that each can be typed: by body and reference, or by id where that is not enough."""
    rows = session.execute(
        sa.select(col(ActionRow.id), col(ActionRow.ref), col(SeriesRow.short_name))
        .join(SeriesRow, col(SeriesRow.id) == col(ActionRow.series_id))
        .where(col(ActionRow.id).in_(ids))
        .order_by(col(ActionRow.id))
    ).all()
    names = [f"{short_name}:{ref}" for _, ref, short_name in rows]
    told = [name if names.count(name) == 1 else f"#{row[0]} ({name})" for row, name in zip(rows, names, strict=True)]
    return ", ".join(told[:_CANDIDATES]) + (" …" if len(told) > _CANDIDATES else "")
