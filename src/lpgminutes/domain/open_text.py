"""The open text of a document, as it is searched: a mark is one sign, and what is all mark has nothing open."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from lpgminutes.domain.document import MarkKind, MinuteEntry, MinutesDocument, PointEntry, Text, Words

MARK = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for a mark in a text that is searched: one character, as wide as ``redaction`` counts it."""
SENTENCE = re.compile(r"[^.;!?]+(?:\.(?=\d)[^.;!?]+)*")
"""A sentence of a text, or what a semicolon parts off; the point of a figure ends none."""


class Standing(Protocol):
    """Something that stands in a text."""

    @property
    def start(self) -> int:
        """Where it begins."""
        ...


_One = TypeVar("_One", bound=Standing)
_OTHER_MARK = "\N{REPLACEMENT CHARACTER}"


def sentences_with(text: str, ones: Sequence[_One]) -> Iterator[tuple[re.Match[str], Sequence[_One]]]:
    """Yield the sentences of a text in which some of what was found there stands, each with those; in reading order."""
    starts = [one.start for one in ones]
    for sentence in SENTENCE.finditer(text) if starts else ():
        within = ones[bisect_left(starts, sentence.start()) : bisect_left(starts, sentence.end())]
        if within:
            yield sentence, within


def prose(copy: MinutesDocument) -> Iterator[Text]:
    """Yield the texts of the minutes and their points, in reading order."""
    for item in copy.items:
        for minute in item.minutes:
            yield from texts_of(minute)


def texts_of(entry: MinuteEntry | PointEntry) -> Iterator[Text]:
    """Yield the text of a minute or point, and those of the points under it."""
    yield entry.text
    for point in entry.points:
        yield from texts_of(point)


def with_marks(text: Text, kind: MarkKind | None = None) -> str:
    """Return the words of a text with a sign for each mark; where a kind is asked for, another sign for the rest."""
    return "".join(
        segment.text if isinstance(segment, Words) else MARK if kind is None or kind in segment.kinds else _OTHER_MARK
        for segment in text.segments
    )


def is_all_mark(text: Text) -> bool:
    """Whether nothing of a text can be read."""
    return bool(text.segments) and all(
        not isinstance(segment, Words) or not segment.text.strip(" ,.;:") for segment in text.segments
    )
