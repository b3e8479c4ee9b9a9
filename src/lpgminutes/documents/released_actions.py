"""The actions of a meeting as its release copy prints them, as Word and as CSV."""

import csv
import io
from dataclasses import dataclass
from typing import Final

from lpgminutes.documents.action_rows import ActionLine
from lpgminutes.documents.context import LegendLine, action_line, as_variables, legend_line
from lpgminutes.documents.docx import Filling, rendered
from lpgminutes.documents.schedule import without_formula
from lpgminutes.documents.texts import Expected, Printed, Section, printable
from lpgminutes.domain.document import ActionEntry, MarkStyle
from lpgminutes.domain.enclosures import ReleasedActions
from lpgminutes.errors import RenderError
from lpgminutes.resources import template_bytes

_HEAD: Final = ("Reference", "Action", "Owner", "Due", "Minute")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedActionsContext:
    """Everything that a template of released actions may print."""

    marking: str
    law: str
    case: Printed
    title: Printed
    legend: tuple[LegendLine, ...]
    actions: tuple[ActionLine, ...]


def render_released_actions_docx(released: ReleasedActions) -> bytes:
    """Return the Word file of the actions that go with a release copy."""
    expected = Expected(released.mark_style)
    context = ReleasedActionsContext(
        marking=printable(released.marking, "the marking"),
        law=released.law,
        case=expected.words(released.case, "the case reference", Section.HEAD),
        title=expected.text(released.title, Section.HEAD),
        legend=tuple(legend_line(entry, expected) for entry in released.legend),
        actions=tuple(action_line(action, expected) for action in released.actions),
    )
    filling = Filling(
        variables=as_variables(context),
        expected=expected,
        marking=released.marking,
        title=f"Actions: {released.title.plain(released.mark_style)}",
        creator="",
    )
    return rendered(filling, template_bytes("released_actions.docx"))


def render_released_actions_csv(released: ReleasedActions) -> bytes:
    """Return the actions, one a row, in a form that no spreadsheet reads as a formula; plain UTF-8, as it goes out."""
    rows = [_HEAD, *(_row(action, released.mark_style) for action in released.actions)]
    target = io.StringIO()
    csv.writer(target, lineterminator="\r\n").writerows(rows)
    if list(csv.reader(io.StringIO(target.getvalue(), newline=""))) != [list(row) for row in rows]:
        raise RenderError("The actions do not read back as they were written, so no file was made.")
    return target.getvalue().encode()


def _row(action: ActionEntry, style: MarkStyle) -> tuple[str, ...]:
    owners = ", ".join(filter(None, (owner.plain(style) for owner in action.owners)))
    cells = (action.ref.plain(style), action.text.plain(style), owners, action.due.plain(style), action.raised_in)
    return tuple(without_formula(cell) for cell in cells)
