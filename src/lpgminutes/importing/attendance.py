"""The people of a meeting, read from every layout of an attendance.

One person a line; a run of names with commas between; name and post in two columns or on two lines; tables; and two
columns of lists that a converter flattened, so that the names of both alternate.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lpgminutes.domain.people import Attendance, Capacity
from lpgminutes.domain.text import clean_line
from lpgminutes.importing.attendance_labels import Group
from lpgminutes.importing.lines import is_sentence, joined, take_bullet
from lpgminutes.importing.marks import Cell, read_cell
from lpgminutes.importing.people import Person, is_name, read_person
from lpgminutes.importing.remarks import Remarks
from lpgminutes.importing.source import SourceLine

_PAIR = 2
_JOINER = re.compile(r"\s*(?:,|;|\u2022|\band\b(?=\s+[A-Z])|&(?=\s+[A-Z]))\s*")
_AFTER_BRACKET = re.compile(r"(?<=[)\]])\s+(?=[A-Z][\w'\u2019-]+\s+[A-Z])")
_NOBODY = re.compile(
    r"(?:there were )?(?:none|nil|n/?a|no apologies.*|no one|nobody|tbc|-+|as above|see above)\.?", re.IGNORECASE
)
_COUNT = re.compile(
    r"(?:there (?:was|were) )?(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|no)\b.{0,60}", re.IGNORECASE
)
_UNCLOSED = re.compile(r"[(\[][^()\[\]]*$")
_HEADING = re.compile(
    r"(?:(?:meeting |discussion )?(?:agenda|minutes|notes|actions?|discussion|summary|items?)\s*(?:[/&:]|and)?\s*)+",
    re.IGNORECASE,
)
_SEMICOLON = re.compile(r"\s*;\s*")
_ONE_OF = {"cllrs": "Cllr", "councillors": "Councillor", "messrs": "Mr", "drs": "Dr", "professors": "Professor"}
_SEVERAL = re.compile(rf"\A(?P<several>{'|'.join(_ONE_OF)})\.?\s+", re.IGNORECASE)
"""The title of several people, said of the first."""
_INITIALLED = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Prof)\.?\s+)?(?:[A-Z]\.?\s?){1,3}\s?[A-Z][\w'\u2019-]+\Z")
_LONGEST_NAME = 60
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleField:
    """One list of the attendance with its lines."""

    group: Group
    place: int
    lines: tuple[SourceLine, ...] = ()
    label: str | None = None
    """The exemption label printed on the list's name, which covers every mark in it."""
    is_run_in: bool = False
    """Whether the list begins on the line of its name."""
    one_a_line: bool = False
    """Whether each line is known to name one person, as in a column."""
    role: str | None = None
    """The post, where a column of its own says it."""
    organisation: str | None = None
    """The organisation, where a column of its own says it."""


def read_people(people: PeopleField, remarks: Remarks) -> Iterator[Attendance]:
    """Yield the rows of one list of the attendance."""
    if people.group.doubt and people.lines:
        remarks.at(people.place, people.group.doubt)
    for group in _groups(people.lines):
        if _is_blanked(group):
            yield from _blanked(people, group, remarks)
            continue
        is_run_in = people.is_run_in and group[0] is people.lines[0]
        for entry in _entries(group, is_run_in=is_run_in, one_a_line=people.one_a_line):
            row = _row(people, entry, remarks)
            if row is not None:
                yield row


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    text: str
    place: int


def _groups(lines: Sequence[SourceLine]) -> Iterator[list[SourceLine]]:
    """Yield the lines of each row or list: what stands between two gaps."""
    group: list[SourceLine] = []
    for line in lines:
        if group and line.after_gap:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _entries(group: Sequence[SourceLine], *, is_run_in: bool, one_a_line: bool) -> Iterator[_Entry]:
    """Yield what stands for one person each."""
    if is_run_in and not any(line.cells for line in group):
        text = joined(line.text for line in group)
        yield from (_Entry(text=entry, place=group[0].place) for entry in split_people(text))
        return
    lines = list(_closed(group))
    if (
        len(lines) == _PAIR
        and not _stands_for_somebody(lines[1])
        and read_person(lines[0].text)
        and not lines[1].bullet
    ):
        yield _Entry(text=f"{lines[0].text}\t{lines[1].text}", place=lines[0].place)
        return
    for line in lines:
        yield from (
            _Entry(text=entry, place=line.place)
            for entry in _entries_of(line, is_alone=len(lines) <= _PAIR and not one_a_line)
        )


def _closed(group: Sequence[SourceLine]) -> Iterator[SourceLine]:
    """Join a line whose bracket is left open, or that ends in the middle, with the next one."""
    held: SourceLine | None = None
    for line in group:
        runs_on = held is not None and (
            _UNCLOSED.search(held.text) or line.text[:1].islower() or held.text.endswith(" and")
        )
        if held is not None and runs_on:
            held = replace(held, spaced=f"{held.spaced} {line.spaced}")
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _stands_for_somebody(line: SourceLine) -> bool:
    return read_person(line.text) is not None or read_cell(line.text, "name").is_withheld


def _entries_of(line: SourceLine, *, is_alone: bool) -> Iterator[str]:
    """Yield the people that one line names: one, or several in columns or with commas between."""
    bullet = take_bullet(line.text, may_begin=True)
    text = bullet[1] if bullet else line.spaced
    columns = line.columns if not bullet else ()
    if len(columns) > 1 and all(read_person(column) is not None for column in columns):
        yield from columns
        return
    pieces = list(split_people(text))
    yield from pieces if _is_list(pieces, is_alone=is_alone or ";" in text) else [text]


def _is_list(pieces: Sequence[str], *, is_alone: bool) -> bool:
    """Whether a line is a run of names; among many lines of two, the second is an organisation."""
    are_names = all(is_name(_without_brackets(piece)) for piece in pieces)
    return are_names and len(pieces) > (1 if is_alone else _PAIR)


def split_people(text: str) -> Iterator[str]:
    """Split a run of names; what is no name belongs to the name before it: ``Alan Holzer, Chair, Ann Roe``."""
    held = ""
    pieces = list(_pieces(text))
    by_forename = all(len(_without_brackets(piece).split()) == 1 for piece in pieces)
    for piece in pieces:
        if held and not (by_forename or _begins_with_name(piece) or _COUNT.fullmatch(piece)):
            held = f"{held}, {piece}"
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _pieces(text: str) -> Iterator[str]:
    """Split at commas, semicolons and joiners outside brackets; at semicolons alone where they part the people."""
    if text.count(";") > 1 or (";" in text and "," in text):
        for piece in _cut(text, _SEMICOLON):
            run = list(_cut(_SEVERAL.sub(_of_one, piece), _JOINER))
            is_several = _SEVERAL.match(piece) is not None
            yield from run if len(run) > 1 and _is_run_of_names(run, is_several=is_several) else [piece]
    else:
        yield from _cut(text, _JOINER)


def _is_run_of_names(pieces: Sequence[str], *, is_several: bool) -> bool:
    """Whether what stands between two semicolons are several people: ``Cllrs A. Price, B. Lee and C. Moss``."""
    bare = [_without_brackets(piece) for piece in pieces]
    return all(map(is_name, bare)) and (is_several or all(map(_INITIALLED.match, bare)))


def _of_one(title: re.Match[str]) -> str:
    """Return the title of one for that of several: ``Cllr`` for ``Cllrs``."""
    return f"{_ONE_OF[title['several'].casefold()]} "


def _cut(text: str, separator: re.Pattern[str]) -> Iterator[str]:
    outside = _masked(text)
    cursor = 0
    cuts = sorted([*separator.finditer(outside), *_AFTER_BRACKET.finditer(outside)], key=re.Match.start)
    for cut in cuts:
        if piece := text[cursor : cut.start()].strip(" .,;"):
            yield piece
        cursor = cut.end()
    if piece := text[cursor:].strip(" .,;"):
        yield piece


def _masked(text: str) -> str:
    """Blank out what stands in brackets, for it parts nothing."""
    depth = 0
    masked: list[str] = []
    for character in text:
        depth += (character in "([") - (character in ")]" and depth > 0)
        masked.append("x" if depth and character not in "([" else character)
    return "".join(masked)


def _begins_with_name(piece: str) -> bool:
    return is_name(_without_brackets(piece)) or read_person(piece) is not None


def _without_brackets(text: str) -> str:
    return re.sub(r"\s*[(\[][^()\[\]]*[)\]]?", " ", text).strip()


def _row(people: PeopleField, entry: _Entry, remarks: Remarks) -> Attendance | None:
    text = " ".join(entry.text.split())
    if _NOBODY.fullmatch(text):
        return None
    person = read_person(entry.text.strip())
    if person is None and not _may_be_somebody(text):
        remarks.at(entry.place, "an entry of the attendance names nobody that can be told; it was set aside.")
        remarks.leave(entry.place, text, "an entry of the attendance that was not understood")
        return None
    if person is None:
        remarks.at(entry.place, "this entry of the attendance does not look like a name; check it.")
        person = Person(name=text)
    if people.role is not None:
        person = replace(person, role=people.role)
    if people.organisation is not None:
        person = replace(person, organisation=people.organisation)
    return _attendance(people, person, entry.place)


def _may_be_somebody(text: str) -> bool:
    words = text.split()
    is_short = len(text) <= _LONGEST_NAME and len(words) <= _MOST_WORDS
    return (
        is_short
        and text[:1].isupper()
        and not _HEADING.fullmatch(text)
        and not _COUNT.fullmatch(text)
        and not is_sentence(text)
    )


def _attendance(people: PeopleField, person: Person, place: int) -> Attendance:
    def cell(what: str, words: str) -> Cell:
        cleaned = clean_line(words, what=f"The {what} of an attendee near line {place}")
        return read_cell(cleaned.text, what, covered_by=people.label)

    name, role, organisation = (
        cell("name", person.name),
        cell("role", person.role),
        cell("organisation", person.organisation),
    )
    group = people.group
    capacity = person.capacity if group.capacity.is_present and group.capacity is not Capacity.CHAIR else None
    return Attendance(
        name=name.text,
        initials=person.initials,
        role=role.text,
        organisation=organisation.text,
        capacity=capacity or group.capacity,
        mode=person.mode,
        deputising_for=person.deputising_for,
        note="; ".join(filter(None, (group.note, *person.notes))),
        marks=(*name.marks, *role.marks, *organisation.marks),
    )


def _is_blanked(group: Sequence[SourceLine]) -> bool:
    return all(read_cell(line.text, "name").is_withheld for line in group)


def _blanked(people: PeopleField, group: Sequence[SourceLine], remarks: Remarks) -> Iterator[Attendance]:
    """Yield rows whose cells are blanked: the names stand in the first of each pair, their posts in the second."""
    cells = [mark.as_shown for line in group for mark in read_cell(line.text, "name").marks]
    if len(cells) > _PAIR and len(cells) % _PAIR:
        remarks.at(group[-1].place, "a cell without its fellow: the rows may be set off by one; check them.")
    for at in range(0, len(cells), _PAIR):
        name, role = (*cells[at : at + _PAIR], "")[:_PAIR]
        yield _attendance(people, Person(name=name, role=role), group[0].place)


def settled(rows: Iterable[Attendance], remarks: Remarks) -> tuple[Attendance, ...]:
    """Return the attendance with everybody once in each list, and one chair."""
    kept: dict[tuple[str, bool], Attendance] = {}
    for row in rows:
        key = (_bare(row.name), row.capacity.is_present)
        before = kept.get(key)
        if before is None or row.marks:
            kept[key if not row.marks else (f"{len(kept)}", True)] = row
        elif Capacity.CHAIR in {row.capacity, before.capacity}:
            kept[key] = replace(before, capacity=Capacity.CHAIR)
        else:
            remarks.whole("Somebody stands twice in one list of the attendance; one row was kept.")
    both = {name for name, _ in kept if (name, True) in kept and (name, False) in kept}
    if both:
        remarks.whole(
            "Somebody stands both among those present and among the apologies; both rows were kept. Check them."
        )
    return tuple(kept.values())


def _bare(name: str) -> str:
    person = read_person(name)
    words = (person.name if person else name).casefold().replace(".", " ").split()
    return " ".join(words[-2:])
