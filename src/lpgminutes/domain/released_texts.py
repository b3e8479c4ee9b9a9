"""What a release left open of each text, as it is remembered: words, and how much stood where there is a mark.

It is kept beside the version that the release was made from, and is worked out from nothing that may change since:
neither from the rules of the case as they are now, nor from how names are looked for today.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.locating import searchable
from lpgminutes.domain.redaction import Span, merged_by_place
from lpgminutes.domain.searchable import Searchable


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedText:
    """One text of a release."""

    place: Place
    pieces: tuple[str | int, ...]
    """Words that could be read; for a mark the number of characters that it stands for. Kept inside, never printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownText:
    """One text of a release that went out, with what was withheld of it."""

    place: Place
    words: str
    """All of it, as it stood in the minutes."""
    withheld: tuple[tuple[int, int], ...]

    def stretches(self) -> Iterator[str]:
        """Yield the words behind each mark."""
        for start, end in self.withheld:
            yield self.words[start:end]


def released_texts(original: MinutesDocument, spans: Iterable[Span]) -> tuple[ReleasedText, ...]:
    """Return what the release of a document leaves open."""
    by_place = merged_by_place(spans)
    texts = (text for text in searchable(original) if text.words)
    return tuple(
        ReleasedText(place=text.place, pieces=tuple(_pieces(text, by_place.get(text.place, ())))) for text in texts
    )


def known_texts(original: MinutesDocument, released: Iterable[ReleasedText]) -> tuple[KnownText, ...] | None:
    """Return the texts of a release with what was withheld, or ``None`` where they do not fit these minutes."""
    written = {text.place: text.words for text in searchable(original)}
    known = []
    for text in released:
        withheld: list[tuple[int, int]] = []
        cursor, words = 0, written.get(text.place, "")
        for piece in text.pieces:
            if isinstance(piece, int):
                withheld.append((cursor, cursor + piece))
                cursor += piece
            elif words.startswith(piece, cursor):
                cursor += len(piece)
            else:
                return None
        if cursor != len(words):
            return None
        known.append(KnownText(place=text.place, words=words, withheld=tuple(withheld)))
    return tuple(known)


def _pieces(text: Searchable, spans: Iterable[Span]) -> Iterator[str | int]:
    cursor = 0
    for span in spans:
        if span.start > cursor:
            yield text.words[cursor : span.start]
        yield span.end - span.start
        cursor = span.end
    if cursor < len(text.words):
        yield text.words[cursor:]
