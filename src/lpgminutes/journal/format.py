"""How a journal is written: a line of ASCII for each change, with a sum that tells a torn one.

``3f9a01c2 ["e",4,0,"ed"]``. What has been overwritten is blank, and blanks say nothing.
"""

import json
import zlib
from dataclasses import dataclass, replace

from lpgminutes.journal.draft import Draft, Edit, Entered, edit_between
from lpgminutes.journal.former import FormerLines

_SUM = 8


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a journal held."""

    draft: Draft
    former: FormerLines
    """The states before it."""


def changes(before: Draft, after: Draft) -> bytes:
    """Return the lines that turn one draft into the next; nothing when they are the same."""
    lines = []
    if after.place != before.place:
        lines.append(_line(["p", after.place]))
    if after.text != before.text:
        edit = edit_between(before.text, after.text)
        lines.append(_line(["e", edit.at, edit.cut, edit.put]))
    if after.is_entered and not before.is_entered:
        lines.append(_line(["n"]))
    if after.entered != before.entered:
        lines.append(_on_their_way(after))
    if (after.aside, after.aside_place) != (before.aside, before.aside_place):
        lines.append(_line(["a", after.aside, after.aside_place]))
    return b"".join(lines)


def _on_their_way(draft: Draft) -> bytes:
    return _line(["w", *([one.moment, one.place, one.length] for one in draft.entered)])


def whole(draft: Draft) -> bytes:
    """Return the lines that stand for a draft whatever came before it."""
    return _line(["b", draft.place, draft.text]) + changes(Draft(text=draft.text, place=draft.place), draft)


def replay(content: bytes) -> Replayed:
    """Read a journal from its first line to the last whole one; a torn end is where writing was cut off."""
    draft, former = Draft(), FormerLines()
    for line in content.split(b"\n"):
        written = line.lstrip(b" \0")
        if not written:
            continue
        fields = _fields(written)
        if fields is None:
            break
        draft = _next(draft, fields)
        former.take(draft.text)
    return Replayed(draft, former)


def _line(fields: list[object]) -> bytes:
    body = json.dumps(fields, separators=(",", ":")).encode("ascii")
    return b"%08x %s\n" % (zlib.crc32(body), body)


def _fields(line: bytes) -> list[object] | None:
    given, body = line[:_SUM], line[_SUM + 1 :]
    if given != b"%08x" % zlib.crc32(body):
        return None
    fields = json.loads(body)
    return fields if isinstance(fields, list) and fields else None


def _next(draft: Draft, fields: list[object]) -> Draft:
    after = draft
    match fields:
        case ["b", str(place), str(text)]:
            after = Draft(text=text, place=place)
        case ["p", str(place)]:
            after = replace(draft, place=place)
        case ["e", int(at), int(cut), str(put)]:
            after = replace(draft, text=Edit(at, cut, put).applied_to(draft.text), is_entered=False)
        case ["n"]:
            after = replace(draft, is_entered=True)
        case ["w", *entered]:
            after = replace(draft, entered=tuple(map(_entered, entered)))
        case ["a", str(aside), *places]:
            after = replace(draft, aside=aside, aside_place="".join(map(str, places)))
    return after


def _entered(fields: object) -> Entered:
    match fields:
        case [str(moment), str(place), int(length)]:
            return Entered(moment=moment, place=place, length=length)
    raise ValueError("a line on its way is a moment, a place and a length")
