"""The columns of the action log: which there are, what stands in a cell, and which fit in a width."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from textual.content import Content

from lpgminutes.domain.sayings.written_dates import short_date
from lpgminutes.tui.text import one_line, plain

if TYPE_CHECKING:
    from lpgminutes.domain.actions import ActionSummary

GAP = 2
"""Blanks between two columns."""
_ONE_LINE = 100
"""The width from which everything about an action fits in one line."""
_REFERENCE = (10, 14)
"""The least and the most that the references take."""
_BODY = (8, 12)
"""The least and the most that the short names of bodies take."""
_LATE = "! {days} d late"
_LATE_IN_FULL = "! {days} day{s} late"


class Column(Enum):
    """A column, by its heading."""

    REFERENCE = "Reference"
    BODY = "Body"
    ACTION = "Action"
    OWNER = "Owner"
    DUE = "Due"
    STATE = "State"
    AGE = "Age"
    SLIPS = "Slips"
    MINUTE = "Minute"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """What the derived cells are reckoned with."""

    day: dt.date
    """The day of the log."""
    age: "Callable[[ActionSummary], int | None]"
    """How many working days an action is old on that day."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A column with its width."""

    column: Column
    width: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of the first line of a row, and those of the second where there is one."""

    first: tuple[Placed, ...]
    second: tuple[Placed, ...] = ()

    @property
    def heads(self) -> tuple[Placed, ...]:
        """The columns whose headings stand over the rows: those of the last line, after the reference."""
        return (self.first[0], *self.second) if self.second else self.first

    @property
    def height(self) -> int:
        """How many lines a row has."""
        return 2 if self.second else 1


@lru_cache(maxsize=64)
def layout_for(width: int, reference: int, body: int = 0) -> Layout:
    """Return what fits in a width, when the longest reference is so long, and the longest name of a body.

    Where all are of one body (0), none is named.
    """
    lead = Placed(Column.REFERENCE, max(_REFERENCE[0], min(reference, _REFERENCE[1])))
    room = width - lead.width - GAP
    bodies = ((Column.BODY, max(_BODY[0], min(body, _BODY[1]))),) if body else ()
    if width < _ONE_LINE:
        under = _fitted(room, (*bodies, *_UNDER_THE_TEXT), Column.OWNER, Column.MINUTE)
        return Layout((lead, Placed(Column.ACTION, room)), under)
    return Layout((lead, *_fitted(room, (*bodies, *_BESIDE_THE_TEXT), Column.ACTION, Column.OWNER)))


_UNDER_THE_TEXT = (
    (Column.OWNER, 12),
    (Column.DUE, 11),
    (Column.STATE, 13),
    (Column.MINUTE, 10),
    (Column.SLIPS, 6),
    (Column.AGE, 4),
)
_BESIDE_THE_TEXT = (
    (Column.ACTION, 24),
    (Column.OWNER, 14),
    (Column.DUE, 11),
    (Column.STATE, 13),
    (Column.SLIPS, 6),
    (Column.AGE, 4),
    (Column.MINUTE, 18),
)
"""The columns, what matters most first, each with the least that it takes."""
_SHARES = {Column.ACTION: 3, Column.OWNER: 1, Column.MINUTE: 1}


def _fitted(room: int, wanted: tuple[tuple[Column, int], ...], *growing: Column) -> tuple[Placed, ...]:
    """Return the columns that fit, in their usual order; what is left over goes to those that can use it."""
    widths: dict[Column, int] = {}
    for column, least in wanted:
        if least <= room:
            widths[column] = least
            room -= least + GAP
    shares = {column: _SHARES[column] for column in growing if column in widths}
    left = max(0, room + GAP)
    for column, share in shares.items():
        part = left * share // sum(shares.values())
        widths[column] += part
    return tuple(Placed(column, widths[column]) for column in Column if column in widths)


def drawn_line(placed: tuple[Placed, ...], action: "ActionSummary", reckoning: Reckoning) -> Content:
    """Return one line of a row."""
    cells = (
        _CELLS[place.column](action, reckoning, place.width).truncate(place.width, ellipsis=True, pad=True)
        for place in placed
    )
    return Content(" " * GAP).join(cells)


def _reference(action: "ActionSummary", reckoning: Reckoning, width: int) -> Content:  # noqa: ARG001 - as all cells
    return one_line(action.ref, "strong") if action.ref else plain("no ref.", "soft")


def _body(action: "ActionSummary", reckoning: Reckoning, width: int) -> Content:  # noqa: ARG001 - as all cells
    return one_line(action.series_short_name)


def _text(action: "ActionSummary", reckoning: Reckoning, width: int) -> Content:  # noqa: ARG001 - as all cells
    return one_line(action.text)


def _owner(action: "ActionSummary", reckoning: Reckoning, width: int) -> Content:  # noqa: ARG001 - as all cells
    if not action.owners:
        return plain("? no owner", "warning")
    whole = one_line(", ".join(action.owners))
    if whole.cell_length <= width or len(action.owners) == 1:
        return whole
    others = plain(f" +{len(action.owners) - 1}")
    return one_line(action.owners[0]).truncate(max(1, width - others.cell_length), ellipsis=True) + others


def _due(action: "ActionSummary", reckoning: Reckoning, width: int) -> Content:  # noqa: ARG001 - as all cells
    if action.due is not None:
        return plain(short_date(action.due))
    return one_line(action.due_as_written) if action.due_as_written.strip() else plain("? no date", "warning")


def _state(action: "ActionSummary", reckoning: Reckoning, width: int) -> Content:
    late = action.days_overdue(reckoning.day)
    if late:
        status = "" if action.status.value == "open" else f", {action.status.value}"
        in_full = _LATE_IN_FULL.format(days=late, s="" if late == 1 else "s") + status
        return plain(in_full if len(in_full) <= width else _LATE.format(days=late), "warning")
    if action.settled_on is None:
        return plain(action.status.value)
    word = f"{action.status.value} late" if action.is_late else action.status.value
    dated = f"{word}, {short_date(action.settled_on)}"
    return plain(dated if len(dated) <= width else word, "soft")


def _age(action: "ActionSummary", reckoning: Reckoning, width: int) -> Content:
    age = reckoning.age(action)
    return plain(("\N{EN DASH}" if age is None else str(age)).rjust(width))


def _slips(action: "ActionSummary", reckoning: Reckoning, width: int) -> Content:  # noqa: ARG001 - as all cells
    return plain((str(action.slips) if action.slips else "\N{EN DASH}").rjust(width))


def _minute(action: "ActionSummary", reckoning: Reckoning, width: int) -> Content:  # noqa: ARG001 - as all cells
    """Return the meeting and the minute; where there is little room the body's name goes first, then the year."""
    number = f" {action.raised_in}" if action.raised_in else ""
    day = action.raised_on
    forms = [f"{action.meeting_ref}{number}"]
    if day is not None:
        forms += [f"{short_date(day)}{number}", f"{short_date(day).rpartition(' ')[0]}{number}"]
    fitting = (form for form in forms if len(form) <= width)
    return one_line(next(fitting, forms[-1]), "soft")


_CELLS: "dict[Column, Callable[[ActionSummary, Reckoning, int], Content]]" = {
    Column.REFERENCE: _reference,
    Column.BODY: _body,
    Column.ACTION: _text,
    Column.OWNER: _owner,
    Column.DUE: _due,
    Column.STATE: _state,
    Column.AGE: _age,
    Column.SLIPS: _slips,
    Column.MINUTE: _minute,
}
