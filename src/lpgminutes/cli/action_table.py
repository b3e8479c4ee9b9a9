"""A table of actions on the terminal, which fits its width."""

import datetime as dt
import shutil
import sys
from collections.abc import Sequence

from lpgminutes.cli.output import print_table
from lpgminutes.domain.actions import ActionStatus, ActionSummary, are_of_several_bodies
from lpgminutes.domain.sayings.written_dates import short_date

_HEADS = ("ACTION", "OWNER", "DUE", "STATE", "RAISED", "TEXT")
_BODY = "BODY"
"""Stands after the first head where the actions are of several bodies."""
_GAP = 2
_LEAST_TEXT = 24
_LONGEST = {"ACTION": 16, _BODY: 12, "OWNER": 18, "DUE": 16, "STATE": 22, "RAISED": 24}
"""How long the cells before the text may be on a terminal."""
_LEAST_OWNER = 8


def print_actions(actions: Sequence[ActionSummary], day: dt.date, *, empty: str) -> None:
    """Print the table; on a terminal cells are shortened, and on a narrow one each action takes two lines."""
    is_of_several = are_of_several_bodies(actions)
    heads = (_HEADS[0], _BODY, *_HEADS[1:]) if is_of_several else _HEADS
    rows = [_row(action, day, is_of_several=is_of_several) for action in actions]
    if not sys.stdout.isatty():
        print_table(heads, rows, empty=empty)
        return
    screen = shutil.get_terminal_size().columns
    rows = [(*map(_shortened, row[:-1], map(_LONGEST.__getitem__, heads)), row[-1]) for row in rows]
    widths = [max(map(len, column)) + _GAP for column in zip(heads[:-1], *(r[:-1] for r in rows), strict=True)]
    room = screen - sum(widths)
    if room >= _LEAST_TEXT:
        print_table(heads, [(*row[:-1], _shortened(row[-1], room)) for row in rows], empty=empty)
        return
    at = heads.index("OWNER")
    owner = max(_LEAST_OWNER, widths[at] - _GAP + min(0, screen + _GAP - sum(widths[:-1])))
    fitted = ((*row[:at], _shortened(row[at], owner), *row[at + 1 :]) for row in rows)
    print_table(heads[:-2], [_in_two_lines(row, screen) for row in fitted], empty=empty)


def _in_two_lines(row: tuple[str, ...], screen: int) -> tuple[str, ...]:
    """Put the two last cells under the others."""
    *cells, state, raised, text = row
    return (*cells, f"{state}\n{_shortened(f'  {raised}  {text}', screen)}")


def _row(action: ActionSummary, day: dt.date, *, is_of_several: bool) -> tuple[str, ...]:
    return (
        action.ref or f"#{action.id}",
        *((action.series_short_name,) if is_of_several else ()),
        ", ".join(action.owners) or "no owner",
        short_date(action.due) if action.due else action.due_as_written or "no date",
        _state(action, day),
        f"{action.meeting_ref} {action.raised_in}".rstrip(),
        " ".join(action.text.split()),
    )


def _state(action: ActionSummary, day: dt.date) -> str:
    late = action.days_overdue(day)
    if not late:
        return action.status.value
    overdue = f"overdue by {late} day{'s' if late > 1 else ''}"
    return overdue if action.status is ActionStatus.OPEN else f"{overdue}, {action.status.value}"


def _shortened(cell: str, longest: int) -> str:
    return cell if len(cell) <= longest else cell[: longest - 1].rstrip(" ,") + "…"
