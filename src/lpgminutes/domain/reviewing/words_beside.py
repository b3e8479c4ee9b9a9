"""The words of either side of a comparison: of the record with their places, of a copy with its marks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from lpgminutes.domain.document import ActionEntry, Mark, MinutesDocument, Text, Words
from lpgminutes.domain.folding import folded
from lpgminutes.domain.reviewing.copy import Passage, ShownMark

_TOKEN = re.compile(r"[^\s@]+|@\S*")
_EDGES = re.compile(r"^\W+|\W+$")
_NOT_QUOTED = " \t\n(),;:.!?[]<>*_|\"'\u2018\u2019\u201c\u201d\u2013\u2014-"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of either side; a mark of the copy is one, and so is the number before a paragraph."""

    key: str
    shown: str
    gap: str
    """What stands between it and the word before."""
    where: str
    """The number of the minute, or the name of the field."""
    unit: int
    """Counts the texts of the record, or the passages of the copy."""
    mark: ShownMark | None = None
    is_number: bool = False
    is_item: bool = False
    """Whether it is the number of a whole item."""
    is_optional: bool = False
    """Whether a copy may do without it: the record itself does not say it, or says it elsewhere too."""

    @property
    def weighs(self) -> bool:
        """Whether it is an ordinary word, which a copy must have and may not add."""
        return self.mark is None and not self.is_number and not self.is_optional


def key_of(word: str) -> str:
    """Return what a word is compared by; empty for one without a letter or a digit."""
    return _EDGES.sub("", folded(word))


def quoted(words: Iterable[Word]) -> str:
    """Return words as they stand, with what parts them; without numbers."""
    said = [word for word in words if not word.is_number]
    return "".join(f"{word.gap if index else ''}{word.shown}" for index, word in enumerate(said))


def squeezed(words: Iterable[Word]) -> str:
    """Return the letters and digits of words, by which a word broken in two is the same word."""
    return "".join(character for word in words for character in word.key if character.isalnum())


def _shown(token: str) -> tuple[int, str]:
    """Return what is quoted of a word, and where it begins: without stops, and with the brackets that are its own."""
    shown = token.strip(_NOT_QUOTED) or token
    start = token.index(shown)
    is_left_open = shown.count("(") > shown.count(")") and token[start + len(shown) :].startswith(")")
    return start, f"{shown})" if is_left_open else shown


def words_of(text: str, where: str, unit: int, *, gap: str = " ") -> Iterator[Word]:
    """Yield the words of a text; ``gap`` is what stands before its first."""
    end = 0
    for match in _TOKEN.finditer(text):
        if not (key := key_of(match.group())):
            continue
        start, shown = _shown(match.group())
        start += match.start()
        yield Word(key, shown, text[end:start] if end else gap, where, unit)
        end = start + len(shown)


def text_words(text: Text, where: str, unit: int, *, gap: str = " ") -> Iterator[Word]:
    """Yield the words of a text of the record; a mark that the record itself has is one."""
    for is_open, segments in groupby(text.segments, key=lambda segment: isinstance(segment, Words)):
        if is_open:
            yield from words_of("".join(s.text for s in segments if isinstance(s, Words)), where, unit, gap=gap)
        else:
            yield from (
                Word("\2", f"[{m.label or 'redacted'}]", gap, where, unit) for m in segments if isinstance(m, Mark)
            )
        gap = " "


def number_word(number: str, where: str, unit: int, *, is_item: bool = False) -> Word:
    """Return the number that a paragraph begins with: it holds the sides together, and is no word of either."""
    return Word(f"\1{number.rstrip('.)')}", number, " ", where, unit, is_number=True, is_item=is_item)


def body_words(record: MinutesDocument) -> list[Word]:
    """Return the words of the items and minutes in reading order, each minute behind its number."""
    words: list[Word] = []
    unit = 0
    for item in record.items:
        words.append(number_word(item.number, item.number, unit, is_item=True))
        words += text_words(item.title, item.number, unit)
        for minute in item.minutes:
            words.append(number_word(minute.number, minute.number, unit := unit + 1))
            is_labelled = False
            for text in minute.texts():
                if text.place.field.startswith("actions.") or not text:
                    continue
                words += text_words(text, minute.number, unit, gap=": " if is_labelled else " ")
                is_labelled = text.place.field.endswith(".label")
                unit += not is_labelled
        unit += 1
    return words


def note_words(record: MinutesDocument) -> list[Word]:
    """Return the words of the lines that our own minutes print under a minute for each action that arose there."""
    words: list[Word] = []
    for unit, (number, action) in enumerate(_notes(record)):
        words += _optional(words_of("Action", number, unit))
        words += text_words(action.ref, number, unit)
        owners = [owner for owner in action.owners if owner]
        for index, owner in enumerate(owners):
            words += text_words(owner, number, unit, gap=", " if index else ": ")
        words += () if owners else _optional(words_of("no owner named", number, unit))
        if action.due:
            words += _optional(words_of("Due", number, unit, gap=". "))
            words += text_words(action.due, number, unit, gap=": ")
    return words


def _notes(record: MinutesDocument) -> Iterator[tuple[str, ActionEntry]]:
    for item in record.items:
        for minute in item.minutes:
            yield from ((minute.number, action) for action in minute.actions)
            pending = list(minute.points)[::-1]
            while pending:
                point = pending.pop()
                yield from ((minute.number, action) for action in point.actions)
                pending += point.points[::-1]


def row_words(rows: Iterable[Sequence[tuple[str, Text | str]]], where: str, said: str) -> list[Word]:
    """Return the words of the rows of a table, each cell with what a text prints before it.

    A cell that is no text of the record is there if the copy says it; ``said`` is all that the copy says, folded.
    """
    words: list[Word] = []
    unit = 0
    for row in rows:
        for before, cell in row:
            unit += 1
            words += _optional(words_of(before, where, unit, gap="; ")) if folded(f"{before}:") in said else ()
            if isinstance(cell, str):
                words += _optional(words_of(cell, where, unit)) if folded(cell) in said else ()
            else:
                words += text_words(cell, where, unit, gap="; ")
    return words


def field_words(texts: Iterable[Text], where: str) -> list[Word]:
    """Return the words of a field, which may be made of several texts."""
    return [word for unit, text in enumerate(texts) for word in text_words(text, where, unit, gap=", ")]


def _optional(words: Iterable[Word]) -> Iterator[Word]:
    yield from (replace(word, is_optional=True) for word in words)


def copy_words(passages: Iterable[Passage], *, where: str = "", numbers: frozenset[str] | None = None) -> list[Word]:
    """Return the words and marks of passages, each passage behind the number that it begins with.

    The name of the field that a passage begins with is left out, and so is a label that is printed on that name. Of
    ``numbers``, those of the record, none may be a figure at the front of a line; any other may.
    """
    words: list[Word] = []
    for unit, passage in enumerate(passages):
        under = where or passage.place.clause or passage.place.field or passage.place.words()
        found = list(_passage_words(passage, under, unit, is_of_field=numbers is None))
        if found and found[0].is_number and numbers is not None and found[0].shown not in numbers:
            found[0] = replace(found[0], key=key_of(found[0].shown))
        words += found
    return words


def without_headings(passages: Iterable[Passage], headings: frozenset[str]) -> Iterator[Passage]:
    """Yield the passages that say more than the headings of a table."""
    for passage in passages:
        words = [word.key for word in words_of(passage.open_text(), "", 0)]
        if passage.marks or not all(word in headings for word in words):
            yield passage


def _passage_words(passage: Passage, where: str, unit: int, *, is_of_field: bool) -> Iterator[Word]:
    clause, text = passage.place.clause, passage.text
    field = passage.place.field if is_of_field else ""
    at = 0
    if clause and text.startswith(clause):
        yield number_word(clause, where, unit)
        at = len(clause)
    elif field and text.lower().startswith(field.lower()):
        at = len(field)
    labels = {key_of(mark.label) for mark in passage.marks if mark.label} if field else set()
    end = at
    for mark in passage.marks:
        found = [
            word for word in _after(text, end, mark.start, where, unit, is_first=end == at) if word.key not in labels
        ]
        yield from found
        gap = text[end : mark.start].rpartition(found[-1].shown)[2] if found else text[end : mark.start]
        yield Word("\0", mark.as_shown, gap, where, unit, mark)
        end = mark.end
    rest = _after(text, end, len(text), where, unit, is_first=end == at)
    yield from (word for word in rest if word.key not in labels)


def _after(text: str, start: int, end: int, where: str, unit: int, *, is_first: bool) -> Iterator[Word]:
    """Yield the words of a stretch; the first behind a mark with what parts it from the mark."""
    stretch = text[start:end]
    for index, word in enumerate(words_of(stretch, where, unit)):
        is_behind_mark = index == 0 and not is_first
        yield replace(word, gap=stretch.partition(word.shown)[0]) if is_behind_mark else word
