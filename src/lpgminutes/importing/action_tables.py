"""Tables of actions: logs, trackers and registers with a column for the action and one for whoever must do it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from lpgminutes.domain.actions import ActionStatus
from lpgminutes.importing.found_action import FoundAction
from lpgminutes.importing.owners import Called, before_to, split_owners
from lpgminutes.importing.paragraphs import Opening, Paragraph
from lpgminutes.importing.source import SourceLine
from lpgminutes.importing.statuses import status_of


class Column(Enum):
    """What a column of a log holds."""

    REF = "reference"
    TEXT = "action"
    SUB_TASK = "sub-task"
    OWNER = "owner"
    DUE = "due"
    NEW_DUE = "revised due date"
    STATUS = "status"
    NOTE = "note"
    RAISED = "raised"
    DUE_AND_STATUS = "due and status"


_HEADS = (
    (
        Column.RAISED,
        (
            r"(?:meeting |start )?date(?: of meeting)?|meeting|date (?:raised|opened)|raised|start|opened|source|"
            r"origin|minute(?: ref(?:erence)?)?|agenda item|item(?: no)?|"
            r"(?:meeting )?date (?:&|and) (?:action )?(?:number|no|ref)"
        ),
    ),
    (Column.REF, r"(?:action )?(?:ref(?:erence)?|no|number|id|#|nr)\.?(?: no\.?)?"),
    (Column.SUB_TASK, r"sub[- ]?tasks?|sub[- ]?actions?"),
    (
        Column.TEXT,
        (
            r"(?:issue ?[/&] ?)?(?:(?:agreed |required )?actions?|action (?:points?|items?)|tasks?|what|description|"
            r"issue|actions? (?:agreed|required|completed|to be taken|description|details?|outstanding)|"
            r"action ?/ ?issue)"
        ),
    ),
    (
        Column.OWNER,
        (
            r"(?:action |task |team |lead )?(?:owners?|leads?|responsible|responsibility)(?: (?:person|officer|lead))?|"
            r"who|by(?: whom)?|assigned to|lead officer|action(?:ed)? by|person(?: responsible)?|name"
        ),
    ),
    (Column.DUE_AND_STATUS, r"(?:finish|due|deadline|target)(?: date)? ?(?:&|and|/) ?status"),
    (Column.NEW_DUE, r"(?:new|revised|updated|extended)(?: target| due)? (?:date|deadline)"),
    (
        Column.DUE,
        (
            r"(?:due|target|completion|deadline|finish|end|review|required|complete)(?: date| by)?|deadlines|date due|"
            r"(?:by )?when|timescale|timeframe|target completion(?: date)?"
        ),
    ),
    (
        Column.STATUS,
        r"(?:current |action )?(?:status|rag(?: status)?|progress|state|outcome|completed?\??|open ?/ ?closed)",
    ),
    (
        Column.NOTE,
        (
            r"(?:status )?(?:(?:latest |progress )?updates?|progress|comments?|notes?|remarks|commentary)"
            r"(?: ?/ ?(?:comments?|notes?|updates?|status))?"
        ),
    ),
)
"""What is printed over a column, in the order in which a head is tried."""

_COMPILED = tuple((column, re.compile(pattern, re.IGNORECASE)) for column, pattern in _HEADS)
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|.*\b(?:19|20)\d\d")
_DATED_REF = re.compile(r"(?P<raised>(?:\d{1,2} )?[A-Z][a-z]+ (?:19|20)\d\d)\.? (?P<ref>\S*\d\S*|[A-Z]{1,8} \d\S*)")
"""``April 2014`` above ``FIN 14/49(b)`` in one cell."""
_LETTERED = re.compile(r"\(?[A-Z]\)?|\(?[A-Z]?[ivx]{1,4}\)?|[A-Z]?\d{1,3}[.)]?")


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column of a table holds what."""

    columns: dict[int, Column]

    def text(self, row: SourceLine, *wanted: Column) -> str:
        """Return the words that a row has in columns, those of several columns on lines below one another."""
        cells = [
            cell.text.strip() for cell in row.cells if self.columns.get(cell.column) in wanted and cell.text.strip()
        ]
        return "\n".join(cells)


def layout_of(row: SourceLine) -> Layout | None:
    """Return what the columns of a table hold, when a row heads a table of actions."""
    columns: dict[int, Column] = {}
    for cell in row.cells:
        column = column_of(cell.text)
        if column is None and cell.text.strip():
            continue
        if column is not None and (column not in columns.values() or column in {Column.NOTE, Column.RAISED}):
            columns[cell.column] = column
        elif column is Column.STATUS:
            columns[cell.column] = Column.NOTE
    held = set(columns.values())
    names = held & {Column.OWNER, Column.DUE, Column.STATUS, Column.DUE_AND_STATUS, Column.REF, Column.NOTE}
    filled = sum(bool(cell.text.strip()) for cell in row.cells)
    if Column.TEXT not in held or not names or len(columns) < filled / 2:
        return None
    return Layout(_completed(row, columns))


def column_of(text: str) -> Column | None:
    """Return what a column holds by the words at its head."""
    words = " ".join(text.split()).strip(" :*.?")
    return next((column for column, pattern in _COMPILED if words and pattern.fullmatch(words)), None)


def _completed(row: SourceLine, columns: dict[int, Column]) -> dict[int, Column]:
    """Name the columns whose head is empty by their neighbours: owners stand left of what they must do, notes right."""
    text_at = next(at for at, column in columns.items() if column is Column.TEXT)
    for cell in row.cells:
        if cell.column not in columns and not cell.text.strip():
            if cell.column == text_at - 1 and Column.OWNER not in columns.values():
                columns[cell.column] = Column.OWNER
            elif cell.column > text_at:
                columns[cell.column] = Column.NOTE
    return columns


def read_action_tables(body: Sequence[Paragraph], known: Called) -> dict[int, list[FoundAction]]:
    """Return the actions in the rows of tables, by the paragraphs that the rows are."""
    found: dict[int, list[FoundAction]] = {}
    layout: Layout | None = None
    table: int | None = None
    for index, paragraph in enumerate(body):
        row = paragraph.row
        if paragraph.opening is not Opening.ROW or row is None:
            continue
        heads = layout_of(row)
        if row.table != table:
            layout = heads
            table = row.table
        if heads is not None:
            layout = heads
            found[index] = []
        elif layout is not None:
            found[index] = list(_actions_of(row, layout, index, known))
    return found


def _actions_of(row: SourceLine, layout: Layout, index: int, known: Called) -> Iterator[FoundAction]:
    text = layout.text(row, Column.TEXT, Column.SUB_TASK)
    owners = layout.text(row, Column.OWNER)
    filled = [cell for cell in row.cells if cell.text.strip()]
    if not text or (len(filled) == 1 and not owners):
        return  # a row that only titles a group of rows
    due, status_words = layout.text(row, Column.DUE), layout.text(row, Column.STATUS)
    if both := layout.text(row, Column.DUE_AND_STATUS):
        due, status_words = _parted(both)
    revised = layout.text(row, Column.NEW_DUE)
    ref, raised = _ref_and_raised(layout.text(row, Column.REF), layout.text(row, Column.RAISED))
    status = status_of(status_words)
    held = layout.columns.values()
    notes = [layout.text(row, Column.NOTE), status_words if status is None else ""]
    yield FoundAction(
        text=" ".join(text.split()),
        owners=split_owners(" ".join(owners.split())) if Column.OWNER in held else before_to(text, known),
        ref=ref,
        due_words=" ".join((revised or due).split()),
        status=status or ActionStatus.OPEN,
        status_words=" ".join(status_words.split()),
        notes=tuple(note for note in notes if note),
        raised=raised,
        place=row.place,
        paragraph=index,
        is_row=True,
    )


def _parted(text: str) -> tuple[str, str]:
    """Part a cell that holds a due date and a status, each on its line."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    statuses = [line for line in lines if status_of(line) is not None]
    due = [line for line in lines if line not in statuses]
    return " ".join(due), " ".join(statuses)


def _ref_and_raised(ref: str, raised: str) -> tuple[str | None, str]:
    """Return the reference of a row, and the words that say when it was raised: a date alone is no reference."""
    ref, raised = " ".join(ref.split()), " ".join(raised.split())
    if not ref and raised and not _DATE.match(raised) and any(character.isdigit() for character in raised):
        return raised, ""
    if ref and not raised and (dated := _DATED_REF.fullmatch(ref)):
        return dated["ref"], dated["raised"]
    if ref and _DATE.fullmatch(ref):
        return None, " ".join(filter(None, (raised, ref)))
    return ref or None, raised
