"""Every text that is kept, from every table: what a later step of the schema adds is in it without being named."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session

from lpgminutes.domain.holdings import HeldText
from lpgminutes.store.meeting_refs import to_ref
from lpgminutes.store.tables import ActionRow, HistoryRow, MeetingRow, Row, SeriesRow, table_of

_BATCH: Final = 1000
_HISTORY, _ACTION, _MEETING = table_of(HistoryRow), table_of(ActionRow), table_of(MeetingRow)
_WHOLE_AS_JSON: Final = frozenset({"content", "manifest"})
"""Columns that hold JSON as text."""


def held_texts(session: Session) -> Iterator[HeldText]:
    """Yield every text of the records as they are, then each that they once had and have no more."""
    seen: set[str] = set()
    refs = _refs(session)
    raised = session.execute(sa.select(_ACTION.c.id, _ACTION.c.meeting_id))
    meeting_of_action = {row.id: row.meeting_id for row in raised}
    for table in Row.metadata.sorted_tables:
        if table is _HISTORY:
            continue
        for row in session.execute(sa.select(table).execution_options(yield_per=_BATCH)).mappings():
            values = dict(row)
            meeting_id = values["id"] if table is _MEETING else values.get("meeting_id")
            meeting_id = meeting_id or meeting_of_action.get(values.get("action_id") or 0)
            seen.update(value for field, value in values.items() if field in _WHOLE_AS_JSON and value)
            for held in _texts_of(table.name, values, refs.get(meeting_id or 0, "")):
                seen.add(held.text)
                yield held
    yield from _earlier(session, seen)


def _refs(session: Session) -> dict[int, str]:
    series = table_of(SeriesRow)
    columns = (_MEETING.c.id, series.c.short_name, _MEETING.c.date, _MEETING.c.serial)
    rows = session.execute(sa.select(*columns).join(series, series.c.id == _MEETING.c.series_id))
    return {meeting_id: to_ref(*rest) for meeting_id, *rest in rows}


def _texts_of(record: str, values: Mapping[str, Any], meeting_ref: str) -> Iterator[HeldText]:
    ref = values.get("ref") or values.get("reference") or values.get("case_reference") or ""
    block_id = values["id"] if record == "block" else values.get("block_id") or values.get("minute_id")
    for field, value in values.items():
        content = json.loads(value) if field in _WHOLE_AS_JSON and value else value
        for text in _strings(content):
            yield HeldText(
                record=record,
                record_id=values["id"],
                field=field,
                text=text,
                meeting_ref=meeting_ref,
                ref=str(ref),
                block_id=block_id,
            )


def _earlier(session: Session, seen: set[str]) -> Iterator[HeldText]:
    """Yield what the history keeps of texts that were changed or taken back."""
    columns = (_HISTORY.c.id, _HISTORY.c.record, _HISTORY.c.meeting_ref, _HISTORY.c.row_before, _HISTORY.c.row_after)
    for row in session.execute(sa.select(*columns).execution_options(yield_per=_BATCH)).mappings():
        for stored in (row["row_before"], row["row_after"]):
            for text in _strings(json.loads(stored)) if stored else ():
                if text not in seen:
                    seen.add(text)
                    yield HeldText(
                        record="history",
                        record_id=row["id"],
                        field=row["record"],
                        text=text,
                        meeting_ref=row["meeting_ref"],
                    )


def _strings(value: object) -> Iterator[str]:
    """Yield every text in a value of a column, however deep."""
    if isinstance(value, str) and value:
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)
