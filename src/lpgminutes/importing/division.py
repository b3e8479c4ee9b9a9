"""A paper divided: its head, the items of its body, its foot; the printed agenda set aside."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lpgminutes.importing.action_tables import layout_of
from lpgminutes.importing.agenda import find_agenda
from lpgminutes.importing.attendance_columns import is_people_table, runs_of_rows
from lpgminutes.importing.attendance_labels import group_of, read_label
from lpgminutes.importing.foot import foot_begins, is_signature
from lpgminutes.importing.lines import is_sentence
from lpgminutes.importing.outline import ItemOpening, Outline, Scheme, find_items
from lpgminutes.importing.people import read_person
from lpgminutes.importing.remarks import Remarks
from lpgminutes.importing.source import SourceLine

_FIRST_PART = 0.6
_SHORT = 4
_FEW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """The parts of a paper."""

    head: tuple[SourceLine, ...]
    body: tuple[SourceLine, ...] = ()
    foot: tuple[SourceLine, ...] = ()
    openings: tuple[ItemOpening, ...] = ()
    """The items, by their place among the lines of the body; none in an action log."""


def divide(lines: Sequence[SourceLine], remarks: Remarks) -> Division:
    """Divide a paper into head, body and foot."""
    agenda = find_agenda(lines)
    without = [line for index, line in enumerate(lines) if index not in agenda]
    division = _divided(without) if agenda else None
    if division is not None and division.openings:
        for index in agenda:
            remarks.leave(lines[index].place, _printed(lines[index]), "the printed agenda")
        return division
    return _divided(lines)


def _printed(line: SourceLine) -> str:
    return " ".join(part for part in (line.number, line.bullet, line.spaced) if part)


def _divided(lines: Sequence[SourceLine]) -> Division:
    openings = _items(lines)
    if not openings:
        start = _first_log(lines)
        return Division(head=tuple(lines[:start]), body=tuple(lines[start:]))
    begins = openings[0].index - openings[0].title_above
    ends = _end_of_body(lines, openings[0].index)
    return Division(
        head=tuple(lines[:begins]),
        body=tuple(lines[begins:ends]),
        foot=tuple(lines[ends:]),
        openings=tuple(replace(item, index=item.index - begins) for item in openings if item.index < ends),
    )


def _items(lines: Sequence[SourceLine]) -> tuple[ItemOpening, ...]:
    """Return the items, without what only heads the lists of people above them."""
    head_ends = _end_of_people(lines)
    outline = find_items(lines, after=head_ends)
    tables_end = _end_of_tables(lines)
    items = tuple(item for item in outline.openings if _is_item(item, outline, head_ends, tables_end))
    return _without_tail(items) if outline.scheme is Scheme.HEADINGS else items


def _without_tail(items: tuple[ItemOpening, ...]) -> tuple[ItemOpening, ...]:
    """Leave out the headings behind the last item where the items are those with a number: ``Actions``, ``Contact``."""
    numbered = [at for at, item in enumerate(items) if item.number]
    are_items = len(numbered) >= _FEW and numbered == list(range(len(numbered)))
    return items[: len(numbered)] if are_items else items


def _is_item(item: ItemOpening, outline: Outline, head_ends: int, tables_end: int) -> bool:
    if outline.scheme is Scheme.NUMBERS:
        return True
    if outline.scheme is Scheme.HEADINGS and item.words.casefold().strip(" :") == "attendance":
        return item.index + 1 >= tables_end  # over a table of people it only heads that
    if outline.scheme is Scheme.HEADINGS and item.number and item.index >= tables_end > 0:
        return True  # behind the table of people, a word such as "Absence:" in an item opens no list
    return item.index >= head_ends and (bool(item.number) or group_of(item.words) is None)


def _end_of_people(lines: Sequence[SourceLine]) -> int:
    """Return where the lists of people above the items end; 0 where there are none."""
    end, at = _end_of_tables(lines), 0
    while at < len(lines) * _FIRST_PART:
        labelled = read_label(lines[at].spaced) if not lines[at].cells else None
        begins, at = at, at + 1
        if labelled is None:
            continue
        while at < len(lines) and _is_of_list(lines, at):
            at += 1
        if labelled.words or at > begins + 1:
            end = at
    return end


def _end_of_tables(lines: Sequence[SourceLine]) -> int:
    """Return where the last table of people in the first part of a paper ends."""
    tables = runs_of_rows(lines[: int(len(lines) * _FIRST_PART) + 1])
    return max((end for start, end in tables if is_people_table(lines[start:end])), default=0)


def _is_of_list(lines: Sequence[SourceLine], at: int) -> bool:
    line = lines[at]
    if is_sentence(line.text) or line.outline_level:
        return False
    if read_label(line.spaced) is not None or read_person(line.text) is not None:
        return True
    below = lines[at + 1] if at + 1 < len(lines) else None
    return (
        not line.after_gap
        and len(line.text.split()) <= _SHORT
        and below is not None
        and read_person(below.text) is not None
    )


def _first_log(lines: Sequence[SourceLine]) -> int:
    """Return where the first table of actions begins, in a paper that has no items."""
    return next((at for at, line in enumerate(lines) if line.cells and layout_of(line)), len(lines))


def _end_of_body(lines: Sequence[SourceLine], begins: int) -> int:
    """Return where the foot begins: at one of its fields, else at the lines to be signed."""
    found = next((at for at in range(begins + 1, len(lines)) if foot_begins(lines, at)), None)
    if found is not None:
        return found
    end = len(lines)
    while end > begins + 1 and is_signature(lines[end - 1]):
        end -= 1
    return end
