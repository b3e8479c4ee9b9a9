"""The items and minutes of a record beside those of a copy, by their words, whatever numbers the copy prints."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.reviewing.copy import Passage, RedactedCopy
from lpgminutes.domain.reviewing.laid import Laid, lay
from lpgminutes.domain.reviewing.moved_beside import moved
from lpgminutes.domain.reviewing.told import Told, told_of
from lpgminutes.domain.reviewing.words_beside import Word, body_words, copy_words, note_words

_NOTE = re.compile(r"(?:>\s*)?Action\b[^:]{0,60}(?::[^:]{0,60})?:", re.IGNORECASE)
_MOST_MORE = 6
"""Words that a line for an action may have beside those that it has in our own minutes."""
_TELLING = 4
"""Words of a minute that must stand under a number before that is taken for its number."""
_MOST_NUMBERS = 3
"""Numbers that a sentence names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """How much of a minute, or of the title of an item, stands open in a copy."""

    where: str
    is_title: bool
    words: int
    """Of the record."""
    released: int


def lay_body(record: MinutesDocument, passages: Sequence[Passage]) -> tuple[Laid, Told, tuple[Released, ...]]:
    """Lay the items and minutes beside a copy; return how they lie, what that tells, and what is released of each."""
    notes = _notes(record, passages)
    ours = body_words(record)
    numbers = frozenset(word.shown for word in ours if word.is_number)
    theirs = copy_words((passage for passage in passages if id(passage) not in notes), numbers=numbers)
    laid = lay(ours, theirs, in_paragraphs=True)
    elsewhere = moved(laid, ours, theirs)
    if elsewhere:
        gone = {id(word) for one in elsewhere for word in (*one.ours, *one.theirs)}
        rest = [[word for word in words if id(word) not in gone] for words in (ours, theirs)]
        together = [lay(rest[0], rest[1], in_paragraphs=True), *(one.lay() for one in elsewhere)]
        laid = Laid(
            agreeing=tuple(pair for one in together for pair in one.agreeing),
            parts=tuple(part for one in together for part in one.parts),
            rejoined=tuple(word for one in together for word in one.rejoined),
        )
    told = told_of(laid.parts)
    told.moved += [one.told() for one in elsewhere]
    if notes:
        under = copy_words(passage for passage in passages if id(passage) in notes)
        told.add(told_of(lay(note_words(record), under, in_paragraphs=True).parts))
    return laid, told, tuple(_released(ours, laid))


def _released(ours: Sequence[Word], laid: Laid) -> Iterator[Released]:
    titles = {word.unit for word in ours if word.is_item}
    words = Counter((word.where, word.unit in titles) for word in ours if word.weighs)
    is_open = Counter((word.where, word.unit in titles) for word in laid.open_words)
    for (where, is_title), count in words.items():
        yield Released(where=where, is_title=is_title, words=count, released=is_open[where, is_title])


def _notes(record: MinutesDocument, passages: Sequence[Passage]) -> frozenset[int]:
    """Return the lines of a copy that say who is to do an action, where the record prints such lines too."""
    ours = note_words(record)
    texts = (text.plain() for item in record.items for text in item.texts() if text.place.field.endswith("text"))
    if not ours or any(_NOTE.match(text) for text in texts if text):
        return frozenset()
    longest = max(Counter(word.unit for word in ours).values()) + _MOST_MORE
    return frozenset(id(p) for p in passages if _NOTE.match(p.text) and len(p.open_text().split()) <= longest)


def numbers_that_differ(record: MinutesDocument, copy: RedactedCopy, laid: Laid) -> str:
    """Return the sentence on the numbers of a copy that do not fit those of the minutes; empty where they do."""
    items = {item.number for item in record.items}
    minutes = {minute.number for item in record.items for minute in item.minutes} - items
    under: dict[str, Counter[str]] = defaultdict(Counter)
    figures = {theirs.where for ours, theirs in laid.agreeing if theirs.is_number and ours.weighs}
    for ours, theirs in laid.agreeing:
        if ours.weighs and ours.where in minutes and theirs.where not in figures:
            under[ours.where][theirs.where] += 1
    differing = list(_differing(under))
    if not differing:
        return ""
    printed = {passage.place.clause for passage in copy.passages} - items
    told = [f"{theirs} of the copy is {ours} of the minutes" for ours, theirs in differing if theirs in printed]
    if not told:
        return "The copy prints no numbers before its paragraphs; they were laid beside the minutes by their words."
    more = f", and {len(told) - _MOST_NUMBERS} more" if len(told) > _MOST_NUMBERS else ""
    listed = ", ".join(told[:_MOST_NUMBERS])
    return f"The numbers of the copy do not fit: {listed}{more}. Its paragraphs were laid beside them by their words."


def _differing(under: dict[str, Counter[str]]) -> Iterator[tuple[str, str]]:
    for number, counts in under.items():
        theirs, times = counts.most_common(1)[0]
        if times >= _TELLING and times > counts.total() / 2 and _plain(theirs) != _plain(number):
            yield number, theirs


def _plain(number: str) -> str:
    return number.rstrip(".)")
