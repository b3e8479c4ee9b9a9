"""A redacted copy laid beside the record it was made of: what was withheld, what was released, what does not agree."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.folding import folded
from lpgminutes.domain.reviewing.copy import Passage, RedactedCopy, ShownMark, Subject
from lpgminutes.domain.reviewing.subjects import names_people
from lpgminutes.domain.written_dates import days_in

_TOKEN = re.compile(r"[^\s@]+|@\S*")
_EDGES = re.compile(r"^\W+|\W+$")
_OF_THE_BODY = ("items.", "minutes.", "points.")
_FIELDS = {
    "date": "date",
    "location": "location",
    "place": "location",
    "venue": "location",
    "next meeting": "next_meeting",
    "contact": "contact.name",
    "email": "contact.email",
    "e-mail": "contact.email",
}
_TELLING = 4
"""Letters or digits of a stretch that is worth looking for elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithheldStretch:
    """Words of the record that the copy has a mark for."""

    where: str
    """The number of the minute, or the name of the field."""
    words: str
    cited: tuple[str, ...]
    """What the marks over them cite."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words in one place, of the record or of the copy."""

    where: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What came of it."""

    withheld: tuple[WithheldStretch, ...]
    left_out: tuple[Stretch, ...]
    """Words of the record for which the copy has neither words nor a mark."""
    added: tuple[Stretch, ...]
    """Open words that the record does not have."""
    open_again: tuple[Stretch, ...]
    """Words that are withheld in one place and stand open in this one."""
    released_words: int
    """How many words of the minutes stand open in the copy."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of either side; a mark of the copy is one."""

    shown: str
    key: str
    mark: ShownMark | None = None


def compare(record: MinutesDocument, copy: RedactedCopy) -> Comparison:
    """Lay a copy beside the record: the head field by field, the minutes word by word under each number."""
    withheld = [*_head(record, copy), *_attendance(record, copy)]
    left_out: list[Stretch] = []
    added: list[Stretch] = []
    released = 0
    of_record, of_copy = _record_words(record), _copy_words(copy)
    for clause in dict.fromkeys([*of_record, *of_copy]):
        ours, theirs = of_record.get(clause, []), of_copy.get(clause, [])
        matcher = SequenceMatcher(None, [word.key for word in ours], [word.key for word in theirs], autojunk=False)
        for kind, start, end, other_start, other_end in matcher.get_opcodes():
            if kind == "equal":
                released += end - start
                continue
            words, others = _said(ours[start:end]), theirs[other_start:other_end]
            marks = [word.mark for word in others if word.mark is not None]
            open_words = _said([word for word in others if word.mark is None])
            if marks:
                cited = tuple(dict.fromkeys(mark.cited for mark in marks))
                withheld.append(WithheldStretch(where=clause, words=words, cited=cited))
            elif words:
                left_out.append(Stretch(where=clause, words=words))
            if open_words:
                added.append(Stretch(where=clause, words=open_words))
    return Comparison(
        withheld=tuple(withheld),
        left_out=tuple(left_out),
        added=tuple(added),
        open_again=tuple(_open_again(withheld, copy)),
        released_words=released,
    )


def _record_words(record: MinutesDocument) -> dict[str, list[_Word]]:
    words: dict[str, list[_Word]] = defaultdict(list)
    for text in record.texts():
        if text.place.field.startswith(_OF_THE_BODY):
            words[text.place.minute] += _words(text.plain())
    return words


def _copy_words(copy: RedactedCopy) -> dict[str, list[_Word]]:
    words: dict[str, list[_Word]] = defaultdict(list)
    for passage in copy.passages:
        if passage.place.clause:
            words[passage.place.clause] += _of_passage(passage)
    return words


def _of_passage(passage: Passage) -> Iterator[_Word]:
    """Yield the words and marks of a passage, without the number that it begins with."""
    at = len(passage.place.clause) if passage.text.startswith(passage.place.clause) else 0
    for mark in passage.marks:
        yield from _words(passage.text[at : mark.start])
        yield _Word(mark.as_shown, f"\0{mark.cited}", mark)
        at = mark.end
    yield from _words(passage.text[at:])


def _words(text: str) -> Iterator[_Word]:
    for match in _TOKEN.finditer(text):
        if key := _EDGES.sub("", folded(match.group())):
            yield _Word(match.group(), key)


def _said(words: Iterable[_Word]) -> str:
    return " ".join(word.shown for word in words).strip(" (),;:.")


def _head(record: MinutesDocument, copy: RedactedCopy) -> Iterator[WithheldStretch]:
    """Yield the fields of the head that the copy withholds; of an address whose domain stands open, what is before."""
    texts = {text.place.field: text.plain() for text in record.texts()}
    for passage in copy.passages:
        field = _FIELDS.get(passage.place.field.lower(), "")
        if words := texts.get(field) if passage.marks else None:
            words = words if passage.is_withheld else words.partition("@")[0]
            cited = tuple(dict.fromkeys(mark.cited for mark in passage.marks))
            yield WithheldStretch(where=passage.place.field, words=words, cited=cited)


def _attendance(record: MinutesDocument, copy: RedactedCopy) -> Iterator[WithheldStretch]:
    """Yield the people of the attendance whose names the copy does not print.

    Where as many marks stand for people as names are missing, each name has its own mark.
    """
    rows = [
        p for p in copy.passages if names_people(p.place.field) and p.place.field.lower() not in {"contact", "notes"}
    ]
    rows += [p for p in copy.passages if p.place.field.lower() == "notes"]
    printed = folded(" ".join(passage.open_text() for passage in rows))
    missing = [row for row in record.attendance if row.name and folded(row.name.plain()) not in printed]
    marks = [(passage, mark) for passage in rows for mark in passage.marks if mark.subject is Subject.PERSON]
    for index, row in enumerate(missing):
        cited = [marks[index][1].cited] if len(marks) == len(missing) else dict.fromkeys(m.cited for _, m in marks)
        if marks:
            where = marks[index][0].place.field if len(marks) == len(missing) else "attendance"
            yield WithheldStretch(where=where, words=row.name.plain(), cited=tuple(cited))


def _open_again(withheld: Sequence[WithheldStretch], copy: RedactedCopy) -> Iterator[Stretch]:
    """Yield the places in which words stand open that are withheld elsewhere, dates in any written form."""
    stretches = list(dict.fromkeys(stretch.words for stretch in withheld if _is_telling(stretch.words)))
    patterns = [(words, re.compile(rf"(?<!\w){re.escape(folded(words))}(?!\w)")) for words in stretches]
    days = {day: words for words in stretches for day in days_in(words)}
    for passage in copy.passages:
        text = passage.open_text()
        plain = folded(text)
        where = passage.place.words()
        yield from (Stretch(where=where, words=words) for words, pattern in patterns if pattern.search(plain))
        yield from (Stretch(where=where, words=days[day]) for day in days_in(text) if day in days)


def _is_telling(words: str) -> bool:
    return sum(character.isalnum() for character in words) >= _TELLING
