"""Attendance that the body tells: an item of apologies, a list under an item, a sentence on who sent word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lpgminutes.domain.people import Attendance, Capacity
from lpgminutes.importing.attendance import PeopleField, read_people, split_people
from lpgminutes.importing.attendance_labels import Group, read_label
from lpgminutes.importing.body import Placed
from lpgminutes.importing.paragraphs import Opening, Paragraph
from lpgminutes.importing.people import is_name, read_person
from lpgminutes.importing.remarks import Remarks
from lpgminutes.importing.sentences import sentences
from lpgminutes.importing.source import SourceLine

_APOLOGIES = Group(capacity=Capacity.APOLOGIES)
_PRESENT = Group(capacity=Capacity.MEMBER)
_TITLES = (
    (re.compile(r"(?:.*\b)?apolog(?:y|ies)\b.*", re.IGNORECASE), _APOLOGIES),
    (
        re.compile(
            r"(?:attendance|present|attendees|those present|record of attendance|members present|roll call)\b.{0,20}",
            re.IGNORECASE,
        ),
        _PRESENT,
    ),
)
_FROM = re.compile(
    r"\b[Aa]pologies(?: for (?:absence|non-attendance))?(?: (?:were|had been|have been|was))?(?: (?:also|duly))?"
    r"(?: (?:received|accepted|noted|given|sent|recorded|submitted))?(?: and (?:accepted|"
    r"noted))?\s*(?:from|by|:)\s*:?\s*(?P<names>.+)"
)
_SENT = re.compile(
    r"(?P<names>[A-Z].{0,400}?)\s+(?:had |has |have )?(?:sent|sends|send|given|gave|offered|"
    r"tendered)\s+(?:(?:his|her|their)\s+)?(?:formal\s+)?apologies"
)
_ENDS = re.compile(
    r"\s+(?:were|was|had|have|has|is|are|noted|received|accepted|who|which|as|due to|for)\b.*", re.DOTALL
)
_EARLY_ITEMS = 4
_LONGEST_LIST = 400


def body_attendance(placed: Sequence[Placed], known: Sequence[Attendance], remarks: Remarks) -> tuple[Attendance, ...]:
    """Return those whom the body names as present or absent and the head does not."""
    names = {_key(row.name) for row in known}
    fresh: list[Attendance] = []
    for row in _told(placed, remarks):
        if _key(row.name) not in names:
            names.add(_key(row.name))
            fresh.append(row)
    return tuple(fresh)


def _key(name: str) -> str:
    person = read_person(name)
    return " ".join((person.name if person else name).casefold().replace(".", " ").split()[-2:])


def _told(placed: Sequence[Placed], remarks: Remarks) -> Iterator[Attendance]:
    for serial, (title, paragraphs) in enumerate(_items(placed)):
        group = next((group for pattern, group in _TITLES if pattern.fullmatch(title.text)), None)
        if group is not None:
            yield from _listed(paragraphs, group, remarks)
        if serial < _EARLY_ITEMS:
            for paragraph in paragraphs:
                yield from _apologies_in(paragraph, remarks)


def _items(placed: Sequence[Placed]) -> Iterator[tuple[Paragraph, list[Paragraph]]]:
    title: Paragraph | None = None
    under: list[Paragraph] = []
    for place in placed:
        if place.paragraph.opening is Opening.ITEM:
            if title is not None:
                yield title, under
            title, under = place.paragraph, []
        else:
            under.append(place.paragraph)
    if title is not None:
        yield title, under


@dataclass(slots=True)
class _List:
    group: Group
    paragraphs: list[Paragraph]


def _listed(paragraphs: Sequence[Paragraph], group: Group, remarks: Remarks) -> Iterator[Attendance]:
    """Yield the people of lists under an item; sub-headings such as ``Members that were present`` part the lists."""
    lists = [_List(group, [])]
    for paragraph in paragraphs:
        labelled = read_label(paragraph.text)
        if labelled is not None:
            lists.append(_List(labelled.group, []))
            if labelled.words:
                lists[-1].paragraphs.append(_with_text(paragraph, labelled.words))
        elif _is_list(paragraph.text):
            lists[-1].paragraphs.append(paragraph)
    for people in lists:
        yield from _people(people.group, people.paragraphs, remarks)


def _with_text(paragraph: Paragraph, words: str) -> Paragraph:
    return Paragraph(opening=paragraph.opening, line=paragraph.line, text=words)


def _is_list(text: str) -> bool:
    """Whether a paragraph is names and nothing else."""
    pieces = list(split_people(text.rstrip("."))) if len(text) <= _LONGEST_LIST else []
    return bool(pieces) and all(read_person(piece) is not None for piece in pieces) and not _FROM.search(text)


def _apologies_in(paragraph: Paragraph, remarks: Remarks) -> Iterator[Attendance]:
    if "pologies" not in paragraph.text:
        return
    for start, end in sentences(paragraph.text):
        sentence = paragraph.text[start:end].strip().rstrip(".")
        for names in _names_in(sentence):
            people = [piece for piece in split_people(names) if _is_person(piece)]
            if people:
                yield from _people(_APOLOGIES, [_with_text(paragraph, ", ".join(people))], remarks)


def _names_in(sentence: str) -> Iterator[str]:
    sent = _SENT.search(sentence)
    if sent is not None:
        yield sent["names"].rpartition(" that ")[2]
        return
    received = _FROM.search(sentence)
    if received is not None:
        yield _ENDS.sub("", received["names"])


def _is_person(piece: str) -> bool:
    person = read_person(piece)
    return person is not None and is_name(person.name)


def _people(group: Group, paragraphs: Sequence[Paragraph], remarks: Remarks) -> Iterator[Attendance]:
    """Yield the people of a list: one paragraph may hold them all, several hold one each."""
    lines = tuple(SourceLine(spaced=paragraph.text, place=paragraph.line) for paragraph in paragraphs)
    if lines:
        is_one = len(lines) == 1 and not _is_bullet(paragraphs[0])
        people = PeopleField(group=group, place=lines[0].place, lines=lines, is_run_in=is_one, one_a_line=not is_one)
        yield from read_people(people, remarks)


def _is_bullet(paragraph: Paragraph) -> bool:
    return paragraph.opening is Opening.BULLET
