"""Looking for words: SQLite's full-text search says where they stand, and the records what stands there."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session

from lpgminutes.domain.hits import FoundText, HitKind, Word
from lpgminutes.domain.holdings import HeldText
from lpgminutes.store.blocks import numbers_of
from lpgminutes.store.holdings import held_texts
from lpgminutes.store.links import number_now
from lpgminutes.store.meeting_refs import to_ref
from lpgminutes.store.tables import (
    ActionEventRow,
    ActionRow,
    AttendanceRow,
    BlockRow,
    DecisionRow,
    MeetingRow,
    PersonRow,
    SeriesRow,
    table_of,
)
from lpgminutes.store.word_index import BITS, Source, printed_texts

_SOURCES: Final = {
    HitKind.MEETING: (Source.MEETING,),
    HitKind.MINUTE: (Source.BLOCK,),
    HitKind.ACTION: (Source.ACTION, Source.ACTION_EVENT),
    HitKind.DECISION: (Source.DECISION,),
    HitKind.PERSON: (Source.PERSON,),
}
_MATCHES: Final = sa.text(
    "SELECT rowid FROM word_index WHERE word_index MATCH :words AND (rowid & :bits) IN :sources "
    "ORDER BY rank LIMIT :limit"
).bindparams(sa.bindparam("sources", expanding=True), bits=(1 << BITS) - 1)
_EVERY_MATCH: Final = sa.text("SELECT rowid FROM word_index WHERE word_index MATCH :words ORDER BY rank LIMIT :limit")

_MEETING, _SERIES, _BLOCK = table_of(MeetingRow), table_of(SeriesRow), table_of(BlockRow)
_ACTION, _EVENT, _DECISION = table_of(ActionRow), table_of(ActionEventRow), table_of(DecisionRow)
_PERSON, _ATTENDANCE = table_of(PersonRow), table_of(AttendanceRow)

_Rows = Mapping[int, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class SqlFind:
    """The words of the records in the store."""

    session: Session

    def texts(self, words: Sequence[Word], *, kinds: Collection[HitKind], limit: int) -> tuple[FoundText, ...]:
        """Return the texts that hold every word, the best first."""
        places = self._places(words, kinds, limit)
        rows = {source: self._rows(source, _ids(places, source)) for source in Source if _ids(places, source)}
        return tuple(self._found(places, rows))

    def held(self) -> Iterator[HeldText]:
        """Yield every text that is kept, current ones first, then each that the history alone still has."""
        return held_texts(self.session)

    def numbers(self, block_ids: Collection[int]) -> Mapping[int, str]:
        """Return the number of the item or minute that each block stands in."""
        return {block_id: number for block_id, (_, number) in numbers_of(self.session, block_ids).items()}

    def names(self) -> tuple[tuple[str, str], ...]:
        """Return the names of the register, each with the initials that were given with it."""
        rows = self.session.execute(sa.select(_PERSON.c.name, _PERSON.c.initials).order_by(_PERSON.c.id))
        return tuple((name, initials) for name, initials in rows)

    def _places(self, words: Sequence[Word], kinds: Collection[HitKind], limit: int) -> list[tuple[Source, int]]:
        values: dict[str, Any] = {"words": " ".join(map(_expression, words)), "limit": limit}
        query = _EVERY_MATCH
        if set(kinds) != set(HitKind):
            query, values["sources"] = _MATCHES, [source.value for kind in kinds for source in _SOURCES[kind]]
        places = self.session.scalars(query, values)
        return [(Source(place & (1 << BITS) - 1), place >> BITS) for place in places]

    def _rows(self, source: Source, ids: list[int]) -> _Rows:
        query = _QUERIES[source]
        column = query.selected_columns["id"]
        return {row["id"]: dict(row) for row in self.session.execute(query.where(column.in_(ids))).mappings()}

    def _found(self, places: list[tuple[Source, int]], rows: Mapping[Source, _Rows]) -> Iterator[FoundText]:
        known = [row for of_source in rows.values() for row in of_source.values()]
        meetings = self._meetings({row["meeting_id"] for row in known if row["meeting_id"] is not None})
        numbers = numbers_of(self.session, {row["anchor"] for row in known if row["anchor"] is not None})
        for source, row_id in places:
            row = rows[source][row_id]
            meeting = meetings.get(row["meeting_id"])
            status = meeting["status"] if meeting else ""
            yield FoundText(
                kind=_KINDS[source],
                text=printed_texts(source, row),
                meeting_ref=to_ref(meeting["short_name"], meeting["date"], meeting["serial"]) if meeting else "",
                number=_number(source, row, numbers, status),
                ref=row.get("ref") or "",
                block_id=row.get("block_id"),
                action_id=row.get("action_id"),
                marking=meeting["marking_canonical"] if meeting else "",
            )

    def _meetings(self, ids: Iterable[int]) -> _Rows:
        columns = (_MEETING.c[name] for name in ("id", "date", "serial", "status", "marking_canonical"))
        query = sa.select(*columns, _SERIES.c.short_name).join(_SERIES, _SERIES.c.id == _MEETING.c.series_id)
        rows = self.session.execute(query.where(_MEETING.c.id.in_(sorted(ids))))
        return {row["id"]: dict(row) for row in rows.mappings()}


def _number(source: Source, row: Mapping[str, Any], numbers: Mapping[int, tuple[int, str]], status: str) -> str:
    if row["anchor"] in numbers and source is Source.BLOCK:
        return numbers[row["anchor"]][1]
    return number_now(dict(numbers), status, row["anchor"], row.get("printed")) or ""


def _ids(places: Iterable[tuple[Source, int]], source: Source) -> list[int]:
    return [row_id for of, row_id in places if of is source]


def _expression(word: Word) -> str:
    """Say a word as full-text search takes it. It holds letters and digits alone, so nothing in it is an operator."""
    return f'"{" ".join(word.runs)}"{" *" if word.is_prefix else ""}'


_KINDS: Final = {source: kind for kind, sources in _SOURCES.items() for source in sources}
_NONE: Final = sa.null()
_LATEST: Final = (
    sa.select(_ATTENDANCE.c.meeting_id)
    .join(_MEETING, _MEETING.c.id == _ATTENDANCE.c.meeting_id)
    .where(_ATTENDANCE.c.person_id == _PERSON.c.id)
    .order_by(_MEETING.c.date.desc(), _MEETING.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
"""The latest meeting that a person was at."""
_OF_ACTION: Final = (
    _ACTION.c.id.label("action_id"),
    _ACTION.c.meeting_id,
    _ACTION.c.ref,
    _ACTION.c.block_id,
    _ACTION.c.minute_id.label("anchor"),
    _ACTION.c.raised_in.label("printed"),
)
_QUERIES: Final[dict[Source, sa.Select[Any]]] = {
    Source.MEETING: sa.select(_MEETING, _MEETING.c.id.label("meeting_id"), _NONE.label("anchor")),
    Source.BLOCK: sa.select(
        _BLOCK.c.id,
        _BLOCK.c.meeting_id,
        _BLOCK.c.label,
        _BLOCK.c.text,
        _BLOCK.c.id.label("block_id"),
        _BLOCK.c.id.label("anchor"),
    ),
    Source.ACTION: sa.select(_ACTION.c.id, _ACTION.c.owners, _ACTION.c.text, _ACTION.c.due_as_written, *_OF_ACTION),
    Source.ACTION_EVENT: sa.select(
        *(_EVENT.c[name] for name in ("id", "what", "after", "why", "taken_over_by")), *_OF_ACTION
    ).join(_ACTION, _ACTION.c.id == _EVENT.c.action_id),
    Source.DECISION: sa.select(
        *(_DECISION.c[name] for name in ("id", "meeting_id", "ref", "text", "block_id")),
        _DECISION.c.minute_id.label("anchor"),
        _DECISION.c.decided_in.label("printed"),
    ),
    Source.PERSON: sa.select(
        *(_PERSON.c[name] for name in ("id", "name", "role", "organisation")),
        _LATEST.label("meeting_id"),
        _NONE.label("anchor"),
    ),
}
"""What is read of a record that was found."""
