"""Actions that a log below the minutes tells again: its reference is the number of the minute that marked them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lpgminutes.domain.actions import Action
from lpgminutes.domain.folding import folded
from lpgminutes.importing.found_action import FoundAction
from lpgminutes.importing.remarks import Remarks

Read = tuple[FoundAction, Action]
"""An action as it was found, and its record."""

_PART = re.compile(r"(?:\s?\([a-z]{1,4}\)|\.\d{1,3})$")
_BY_ORDER = re.compile(r"\.\d{1,3}$")
_LETTERED = re.compile(r"\([a-z]{1,4}\)$")


def without_logged(read: Sequence[Read], remarks: Remarks) -> list[Read]:
    """Return the actions without those of the minutes that a log tells again; its row knows where each was raised."""
    rows = [at for at, (action, record) in enumerate(read) if action.is_row and record.ref]
    told: dict[int, int] = {}
    for at, (action, record) in enumerate(read):
        row = None if action.is_row else next(_rows_of(record, read, [row for row in rows if row not in told]), None)
        if row is not None:
            told[row] = at
    kept: list[Read] = []
    for at, (action, record) in enumerate(read):
        if at in told:
            remarks.at(action.place, "the log tells again what a cue in the minutes marks; it is kept once.")
            kept.append((action, replace(record, raised_in=read[told[at]][1].raised_in)))
        elif at not in told.values():
            kept.append((action, record))
    return kept


def _rows_of(record: Action, read: Sequence[Read], rows: Sequence[int]) -> Iterator[int]:
    """Yield the rows that may tell an action again: those of its minute first, then those of its item."""
    owners = _names(record)
    yield from (row for row in rows if _is_of_minute(read[row][1], record) and owners & _names(read[row][1]))
    yield from (row for row in rows if _is_of_item(read[row][1], record) and owners == _names(read[row][1]))


def _names(record: Action) -> set[str]:
    return {folded(owner) for owner in record.owners}


def _is_of_minute(row: Action, record: Action) -> bool:
    """Whether a row refers to the minute; a number alone counts the rows of the log."""
    ref = folded(row.ref or "")
    return bool(_PART.search(ref)) and ref == folded(record.raised_in or "")


def _is_of_item(row: Action, record: Action) -> bool:
    """Whether a row refers to a lettered minute of an item whose own letters could not be read."""
    ref, number = folded(row.ref or ""), folded(record.raised_in or "")
    return bool(_LETTERED.search(ref) and _BY_ORDER.search(number)) and _PART.sub("", ref) == _BY_ORDER.sub("", number)
