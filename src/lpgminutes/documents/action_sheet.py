"""The action log as a spreadsheet: real dates, a filter, a head that stays, and the marking on every printed page.

openpyxl supplies the form of the file. It would write the sheet through a temporary file, name itself as the
author and the hour of its making; here everything stays in memory, and the file says nothing of its making.
"""

import datetime as dt
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from lpgminutes.documents.action_columns import COLUMNS, Value
from lpgminutes.documents.fixed_parts import app_properties, core_properties
from lpgminutes.documents.ooxml import APP, CONTENT_TYPES, CORE
from lpgminutes.documents.package import write_package
from lpgminutes.documents.texts import printable
from lpgminutes.domain.reports import ActionLog
from lpgminutes.domain.sayings.written_dates import long_date
from lpgminutes.errors import RenderError
from lpgminutes.services.action_figures import Age, LogFigures, OwnerFigures, figures_of_log

_LONGEST_CELL: Final = 32_767
"""Characters that a cell can hold."""
_DATE_FORMAT: Final = "d mmm yyyy"
_TEXT_FORMAT: Final = "@"
"""Text stays text also when somebody edits the cell: what begins with = does not become a formula then."""
_HEAD_ROW: Final = 3
_SHADE: Final = "FFEEF1F6"
_A4: Final = "9"
_MARGIN: Final = 0.4
_MARGIN_FOR_MARKING: Final = 0.75
"""Inches."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What stands on a sheet: two lines above a table."""

    name: str
    title: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: Iterable[Iterable[Value]]
    count: int


def render_action_log_xlsx(log: ActionLog) -> bytes:
    """Return the actions of ``log`` as a spreadsheet; no text in it is ever a formula."""
    book = Workbook(write_only=True)
    summary = f"{log.title}, as at {long_date(log.as_at)}"
    for sheet in (_actions(log, summary), _by_owner(log, summary)):
        _write(book, sheet, log.marking)
    parts = _Parts()
    _Writer(book, parts).save()
    contents = parts.contents | {CORE: core_properties(printable(log.title, "the title"), ""), APP: app_properties()}
    return write_package({CONTENT_TYPES: contents.pop(CONTENT_TYPES), **contents}, is_compressed=True)


def _actions(log: ActionLog, summary: str) -> _Sheet:
    return _Sheet(
        name="Actions",
        title=summary,
        heads=tuple(column.head for column in COLUMNS),
        widths=tuple(column.width for column in COLUMNS),
        rows=((column.value(action, log.as_at) for column in COLUMNS) for action in log.actions),
        count=len(log.actions),
    )


def _by_owner(log: ActionLog, summary: str) -> _Sheet:
    figures = figures_of_log(log.actions, log.as_at)
    ages = tuple(f"Raised {age.value}" for age in Age)
    return _Sheet(
        name="By owner",
        title=summary,
        heads=("Owner", "Outstanding", "Overdue", *ages, "Oldest, days", "Put off", "Slips", "Days slipped"),
        widths=(32, *[13] * (len(ages) + 6)),
        rows=(_figures(name, row) for name, row in _named(figures)),
        count=len(figures.owners) + 1,
    )


def _named(figures: LogFigures) -> Iterator[tuple[str, OwnerFigures]]:
    yield from ((row.owner or "no owner", row) for row in figures.owners)
    yield "every action once", figures.total


def _figures(name: str, row: OwnerFigures) -> tuple[Value, ...]:
    ages = (row.by_age[age] for age in Age)
    return name, row.outstanding, row.overdue, *ages, row.oldest, row.slipped, row.slips, row.slip_days


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of the file as openpyxl hands them over."""

    contents: dict[str, bytes] = field(default_factory=dict)

    def writestr(self, name: str, content: bytes | str) -> None:
        self.contents[name] = content.encode() if isinstance(content, str) else content

    def namelist(self) -> list[str]:
        return list(self.contents)

    def close(self) -> None:
        """Nothing is open."""


class _Writer(ExcelWriter):  # type: ignore[misc] # openpyxl has no types
    """Takes each sheet from memory."""

    def write_worksheet(self, ws: WriteOnlyWorksheet) -> None:
        ws._drawing, ws._rels = None, ws._writer._rels  # noqa: SLF001 - openpyxl keeps its own state there
        ws.close()
        self._archive.writestr(ws.path[1:], ws._writer.out.getvalue())  # noqa: SLF001
        self.manifest.append(ws)


def _write(book: Workbook, sheet: _Sheet, marking: str) -> None:
    target = book.create_sheet(sheet.name)
    last = get_column_letter(len(sheet.heads))
    target.freeze_panes = f"A{_HEAD_ROW + 1}"
    target.auto_filter.ref = f"A{_HEAD_ROW}:{last}{_HEAD_ROW + max(sheet.count, 1)}"
    for number, width in enumerate(sheet.widths, start=1):
        target.column_dimensions[get_column_letter(number)].width = width
    _set_up_print(target, marking)
    target._writer = WorksheetWriter(target, out=io.BytesIO())  # noqa: SLF001 - by itself it takes a temporary file
    target._writer.write_top()  # noqa: SLF001
    cells = _Cells(target)
    target._values_to_row = cells.placed  # noqa: SLF001 - the cells come typed and styled
    target.append([("title", marking)])
    target.append([("title", sheet.title)])
    target.append([("head", head) for head in sheet.heads])
    for row in sheet.rows:
        target.append([("", value) for value in row])


def _set_up_print(target: WriteOnlyWorksheet, marking: str) -> None:
    target.print_title_rows = f"1:{_HEAD_ROW}"
    target.page_setup.orientation, target.page_setup.paperSize = "landscape", _A4
    target.page_setup.fitToWidth, target.page_setup.fitToHeight = 1, 0
    target.sheet_properties.pageSetUpPr.fitToPage = True
    margins = target.page_margins
    margins.left = margins.right = _MARGIN
    margins.top = margins.bottom = _MARGIN_FOR_MARKING
    words = printable(marking, "the marking").replace("&", "&&")
    target.oddHeader.center.text = words
    target.oddFooter.center.text = words
    target.oddFooter.right.text = "Page &P of &N"


class _Cells:
    """The cells of a sheet: one for each style, filled anew for each value."""

    def __init__(self, sheet: WriteOnlyWorksheet) -> None:
        def styled(number_format: str, font: Font) -> WriteOnlyCell:
            cell = WriteOnlyCell(sheet)
            cell.number_format, cell.font = number_format, font
            cell.alignment = Alignment(wrap_text=number_format == _TEXT_FORMAT, vertical="top")
            return cell

        bold = Font(name="Arial", size=11, bold=True)
        plain = Font(name="Arial", size=11)
        self._title = styled("General", bold)
        self._head = styled(_TEXT_FORMAT, bold)
        self._head.fill = PatternFill("solid", fgColor=_SHADE)
        self._text = styled(_TEXT_FORMAT, plain)
        self._date = styled(_DATE_FORMAT, plain)
        self._number = styled("0", plain)

    def placed(self, row: Iterable[tuple[str, Value]], number: int) -> Iterator[WriteOnlyCell]:
        """Yield the cells of a row. Each is typed here: openpyxl would guess a formula from a text."""
        for column, (role, value) in enumerate(row, start=1):
            if value is None or value == "":
                continue
            cell = self._cell(role, value)
            cell._value = value  # noqa: SLF001 - its setter guesses the type
            cell.row, cell.column = number, column
            yield cell

    def _cell(self, role: str, value: Value) -> WriteOnlyCell:
        if isinstance(value, str):
            _demand_fits(value)
            cell = self._title if role == "title" else self._head if role == "head" else self._text
            cell.data_type = "s"
        elif isinstance(value, dt.date):
            cell = self._date
            cell.data_type = "d"
        else:
            cell = self._number
            cell.data_type = "n"
        return cell


def _demand_fits(text: str) -> None:
    printable(text, "the action log")
    if len(text) > _LONGEST_CELL:
        raise RenderError(
            f"A text of the log has {len(text):,} characters, and a cell of a spreadsheet holds {_LONGEST_CELL:,}. "
            "Write the log as .docx or .csv."
        )
