"""Which part of the minutes each passage of a copy belongs to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lpgminutes.domain.document import ItemEntry, MinutesDocument
from lpgminutes.domain.folding import folded
from lpgminutes.domain.reviewing.copy import Passage
from lpgminutes.domain.reviewing.subjects import names_people

_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_HEAD = {
    "title": "title",
    "subject": "title",
    "date": "date",
    "time": "date",
    "location": "location",
    "place": "location",
    "venue": "location",
    "next meeting": "next meeting",
    "date of next meeting": "next meeting",
    "contact": "contact",
    "email": "contact",
    "e-mail": "contact",
    "approval of these minutes": "approval",
}
_TABLES = (
    (re.compile(r"declarations", re.IGNORECASE), "declarations"),
    (re.compile(r"decisions", re.IGNORECASE), "decisions"),
    (re.compile(r"actions?\b", re.IGNORECASE), "actions"),
)
_NOT_ATTENDING = frozenset({"author", "contact"})


@dataclass(slots=True)
class CopyParts:
    """The passages of a copy by the part that they belong to."""

    body: list[Passage] = field(default_factory=list)
    attendance: list[Passage] = field(default_factory=list)
    named: dict[str, list[Passage]] = field(default_factory=dict)
    """Those of the head and the foot, and of the tables, by the name that we call them."""
    loose: list[Passage] = field(default_factory=list)
    """Those before the items that stand under no name: the title, and whatever else is printed there."""


def parts_of(record: MinutesDocument, passages: Sequence[Passage]) -> CopyParts:
    """Sort the passages of a copy.

    The items begin with a number, with one of their titles, or with what stands under no name behind the head.
    """
    parts = CopyParts()
    titles = {folded(words) for item in record.items for words in _titles(item)}
    titles -= {
        folded(passage.text.removeprefix(passage.place.clause).strip(" .)\t"))
        for passage in passages
        if passage.place.clause
    }
    titles -= {folded(text.plain()) for text in (record.title, *(row.name for row in record.attendance))}
    not_numbers = _begun_with(record)
    in_items, under = False, ""
    for passage in passages:
        is_numbered = passage.place.clause and passage.place.clause not in not_numbers
        name = _IN_BRACKETS.sub("", passage.place.field).lower()
        if is_numbered or folded(passage.text) in titles:
            in_items, under = True, name
        elif name:
            in_items, under = in_items and name == under, name
        else:
            in_items = in_items or (bool(parts.attendance) and not parts.body)
        place = parts.body if in_items else _place_of(parts, name)
        if place is not None:
            place.append(passage)
    return parts if parts.body else replace(parts, body=parts.loose, loose=[])


def _begun_with(record: MinutesDocument) -> frozenset[str]:
    """Return the figures that the head begins with and that are the number of nothing: ``41.6 per cent group``."""
    numbers = {number for item in record.items for number in (item.number, *(m.number for m in item.minutes))}
    firsts = (text.plain().split(maxsplit=1)[:1] for text in (record.body, record.title, record.subtitle))
    return frozenset(first.rstrip(".)") for words in firsts for first in words) - numbers


def _titles(item: ItemEntry) -> Iterator[str]:
    if item.title:
        yield item.title.plain()
        yield f"{item.number} {item.title.plain()}"


def _place_of(parts: CopyParts, name: str) -> list[Passage] | None:
    if not name:
        return parts.loose
    table = next((called for pattern, called in _TABLES if pattern.match(name)), "")
    if kind := _HEAD.get(name, table):
        return parts.named.setdefault(kind, [])
    return parts.attendance if names_people(name) and name not in _NOT_ATTENDING else None
