"""The second pair of eyes: what they have seen, and the agreement that binds to exactly what they agreed to."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from typing import Any

from lpgminutes.domain.document import MinutesDocument, Place, Text

BESIDE = {"is_beside": True}
"""Of a field that is known beside a value, and is no part of its digest."""
_DIGEST_LENGTH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """That somebody agreed to a set of withholdings, all of it and nothing else."""

    who: str
    at: datetime
    """UTC."""
    digest: str
    """Of the set: any change gives another one, and the agreement is void."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """That somebody had a text before their eyes, as it was then."""

    place: Place
    digest: str
    who: str


def digest_of(*parts: object) -> str:
    """Return the SHA-256, in hexadecimal, of values: the same for the same content, in any process."""
    written = json.dumps([_plain(part) for part in parts], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def to_visit(document: MinutesDocument) -> tuple[Text, ...]:
    """Return every text that a reader must have had before their eyes, in reading order, each once."""
    return tuple(filter(None, document.each_text()))


def short_digest_of(*parts: object) -> str:
    """Return as much of the digest as tells one text of the minutes from every other."""
    return digest_of(*parts)[:_DIGEST_LENGTH]


def visit(text: Text, who: str) -> Visit:
    """Return the visit of a text."""
    return Visit(place=text.place, digest=_digest_of_text(text), who=who)


def unvisited(document: MinutesDocument, visits: Iterable[Visit]) -> tuple[Text, ...]:
    """Return the texts that nobody has visited as they stand now."""
    seen = {(visit.place, visit.digest) for visit in visits}
    return tuple(text for text in to_visit(document) if (text.place, _digest_of_text(text)) not in seen)


def with_visits(visits: Sequence[Visit], new: Iterable[Visit]) -> tuple[Visit, ...]:
    """Return the visits with new ones, one for each place."""
    by_place = {visit.place: visit for visit in visits}
    by_place |= {visit.place: visit for visit in new}
    return tuple(by_place.values())


def _digest_of_text(text: Text) -> str:
    return _digest_of_words(text.plain())


@lru_cache(maxsize=4096)
def _digest_of_words(words: str) -> str:
    return short_digest_of(words)


def _plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {"": type(value).__name__, **dict(_fields(value))}
    if isinstance(value, list | tuple):
        return [_plain(entry) for entry in value]
    return value


def _fields(value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - a dataclass of any class
    """Yield what makes a value what it is: what is only known beside it is no part of a digest."""
    for field in fields(value):
        if not field.metadata.get("is_beside"):
            yield field.name, _plain(getattr(value, field.name))
