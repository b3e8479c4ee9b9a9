"""The people of a record beside those that a copy lists, row by row."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from lpgminutes.domain.document import AttendanceRow, MinutesDocument
from lpgminutes.domain.folding import folded
from lpgminutes.domain.reviewing.copy import Subject
from lpgminutes.domain.reviewing.copy_parts import CopyParts
from lpgminutes.domain.reviewing.laid import Part, Stretch, WithheldStretch, cited_by, divided, lay
from lpgminutes.domain.reviewing.names_listed import without_posts
from lpgminutes.domain.reviewing.told import Told
from lpgminutes.domain.reviewing.words_beside import Word, copy_words, key_of, quoted, text_words, without_headings

_WHERE = "attendance"
_CELLS = 4
_NAME, _CAPACITY = 0, 3
_HEADINGS = frozenset({"name", "role", "post", "organisation", "capacity", "attendance"})
_OF_A_LIST = frozenset({
    "attendance", "attendees", "present", "in", "apologies", "for", "absence", "observers", "observer", "members",
    "member", "chair", "chaired", "by", "chairman", "chairwoman", "chairperson", "notes", "note-taker", "note", "taker",
    "secretary", "deputy", "guest", "none", "nil", "name", "role", "post", "organisation", "capacity", "and", "also",
    "attending", "dialled",
})  # fmt: skip
"""Words of the headings of such a list, or that say in what capacity somebody is there."""


def beside_attendance(record: MinutesDocument, parts: CopyParts) -> Told:
    """Tell what becomes of the name, the post and the organisation of each person in a copy."""
    if not parts.attendance and any(passage.marks for passage in parts.loose):
        return Told()
    theirs = copy_words(without_headings(parts.attendance, _HEADINGS))
    rows, posts = without_posts(record.attendance, theirs)
    rows = _as_listed(rows, [word.key for word in theirs])
    pieces = [piece for part in lay(_row_words(rows), theirs).parts for piece in _pieces(part)]
    left_out, added = _without_moved(
        [piece for piece in pieces if piece.said and not piece.marks], [piece for piece in pieces if piece.open_words]
    )
    told = Told(withheld=[stretch for piece in pieces if piece.marks for stretch in _withheld(piece)])
    told.left_out += [Stretch(where=_WHERE, words=posts)] if posts else []
    elsewhere = _named_elsewhere(rows, parts)
    for piece in left_out:
        for index, row in groupby(piece.said, key=lambda word: word.unit // _CELLS):
            if index not in elsewhere:
                told.left_out.append(Stretch(where=_WHERE, words=quoted(row)))
    told.added = [Stretch(where=piece.open_words[0].where, words=quoted(piece.open_words)) for piece in added]
    return told


def _row_words(rows: Sequence[AttendanceRow]) -> list[Word]:
    words: list[Word] = []
    for index, row in enumerate(rows):
        for position, cell in enumerate((row.name, row.role, row.organisation, row.capacity)):
            in_brackets = False
            for word in text_words(cell, _WHERE, index * _CELLS + position, gap=", " if position else "; "):
                in_brackets = (in_brackets or "(" in word.gap) and ")" not in word.gap
                is_optional = position == _CAPACITY or (position == _NAME and in_brackets)
                words.append(replace(word, is_optional=is_optional))
    return words


def _as_listed(rows: Sequence[AttendanceRow], keys: list[str]) -> list[AttendanceRow]:
    """Return the rows in the order in which the copy lists them: one whose name it does not print, behind its own."""
    places: dict[str, list[int]] = {}
    for at, key in enumerate(keys):
        places.setdefault(key, []).append(at)
    order: list[tuple[int, int]] = []
    before = -1
    for index, row in enumerate(rows):
        name = [key for word in _name(row).split() if (key := key_of(word))]
        found = (at for at in places.get(name[0], ()) if keys[at : at + len(name)] == name) if name else ()
        before = next(iter(found), before)
        order.append((before, index))
    return [rows[index] for _, index in sorted(order)]


def _pieces(part: Part) -> Iterator[Part]:
    """Divide a stretch so that each mark has its cell, where that can be told."""
    if not part.marks:
        yield part
        return
    for way in (_with_remarks, _by_cell, _by_person, _name_first):
        if pieces := way(part):
            yield from pieces
            return
    yield from divided(part)


def _with_remarks(part: Part) -> list[Part]:
    """Take what is remarked of somebody with the rest, where there are marks for it too."""
    said = part.said
    remarks = [word for word in part.ours if _is_remark(word)]
    if not remarks or len(part.marks) <= len(_cells(said)):
        return []
    told = tuple(replace(word, is_optional=False) for word in part.ours if word.weighs or _is_remark(word))
    return list(divided(Part(told, part.theirs)))


def _by_cell(part: Part) -> list[Part]:
    everything = tuple(replace(word, is_optional=False) for word in part.ours)
    for said in (part.said, everything):
        cells = _cells(said)
        if len(cells) == len(part.marks) and not part.open_words:
            return [Part(cell, (mark,)) for cell, mark in zip(cells, part.marks, strict=True)]
    return []


def _by_person(part: Part) -> list[Part]:
    people = list(_people(part)) or list(_one_each(part))
    return [piece for person in people for piece in _pieces(person)] if len(people) > 1 else []


def _name_first(part: Part) -> list[Part]:
    """Give the first of several marks the name, and the others the post and the organisation of one person."""
    cells = _cells(part.said)
    if not 1 < len(part.marks) < len(cells) or not _is_name(cells[0][0]) or len(_names(part.said)) > 1:
        return []
    return [
        Part(cells[0], part.marks[:1]),
        Part(tuple(word for cell in cells[1:] for word in cell), part.marks[1:]),
    ]


def _people(part: Part) -> Iterator[Part]:
    """Divide a stretch into people, where it has a mark for each name; nothing where it has more or fewer."""
    ours = _before_each(part.said, _begins_name(part.said))
    theirs = _before_each(part.theirs, [i for i, word in enumerate(part.theirs) if _is_person(word)])
    if len(ours) == len(theirs) and bool(ours[0]) == bool(theirs[0]):
        yield from (Part(one, other) for one, other in zip(ours, theirs, strict=True) if one)


def _one_each(part: Part) -> Iterator[Part]:
    """Divide a stretch of whole rows that has one mark for each."""
    names = _begins_name(part.said)
    if len(names) == len(part.marks) > 1 and names[0] == 0 and not part.open_words:
        rows = _before_each(part.said, names[1:])
        yield from (Part(row, (mark,)) for row, mark in zip(rows, part.marks, strict=True))


def _before_each(words: Sequence[Word], starts: Sequence[int]) -> list[tuple[Word, ...]]:
    edges = [0, *starts, len(words)]
    return [tuple(words[edges[i] : edges[i + 1]]) for i in range(len(edges) - 1)]


def _begins_name(words: Sequence[Word]) -> list[int]:
    return [i for i, word in enumerate(words) if _is_name(word) and (i == 0 or words[i - 1].unit != word.unit)]


def _names(words: Sequence[Word]) -> set[int]:
    return {word.unit for word in words if _is_name(word)}


def _is_name(word: Word) -> bool:
    return word.unit % _CELLS == _NAME


def _is_remark(word: Word) -> bool:
    return word.unit % _CELLS == _CAPACITY and word.key not in _OF_A_LIST


def _is_person(word: Word) -> bool:
    return word.mark is not None and word.mark.subject is Subject.PERSON


def _cells(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    return [tuple(cell) for _, cell in groupby(words, key=lambda word: word.unit)]


def _withheld(piece: Part) -> Iterator[WithheldStretch]:
    """Yield what marks stand for, and say so where there are fewer of them than people."""
    words, people = quoted(piece.said), len(_names(piece.said))
    marks = sum(map(_is_person, piece.marks)) or len(piece.marks)
    if people > marks:
        words = f"{words} ({marks} mark{'' if marks == 1 else 's'} for {people} people)"
    if words:
        yield WithheldStretch(where=piece.marks[0].where, words=words, cited=cited_by(piece.marks))


def _without_moved(left_out: Sequence[Part], added: Sequence[Part]) -> tuple[list[Part], list[Part]]:
    """Leave out what the copy has in another place of its list, and the words of the list itself."""
    spare = Counter(word.key for piece in added for word in piece.open_words)
    missing = []
    for piece in left_out:
        wanted = Counter(word.key for word in piece.said)
        if wanted <= spare:
            spare -= wanted
        else:
            missing.append(piece)
    foreign = [piece for piece in added if any(spare[w.key] and w.key not in _OF_A_LIST for w in piece.open_words)]
    return missing, foreign


def _named_elsewhere(rows: Sequence[AttendanceRow], parts: CopyParts) -> frozenset[int]:
    """Return the rows whose people a copy names before its items, or whose apologies it gives among them."""
    loose, body = (folded(" ".join(p.open_text() for p in passages)) for passages in (parts.loose, parts.body))
    found = set()
    for index, row in enumerate(rows):
        is_apology = row.capacity.plain().casefold().startswith("apolog")
        if (name := folded(_name(row))) and (name in loose or (is_apology and name in body)):
            found.add(index)
    return frozenset(found)


def _name(row: AttendanceRow) -> str:
    """Return the name of a row, without the initials behind it."""
    return row.name.plain().partition(" (")[0]
