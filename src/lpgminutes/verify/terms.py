"""What is looked for: each withheld term with its variants, made ready once for the whole check."""

import codecs
import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from lpgminutes.verify.dates import Day, read_day, rewritten, written_forms
from lpgminutes.verify.figures import Figure, read_figure
from lpgminutes.verify.folding import fold, lower, squeeze
from lpgminutes.verify.people import is_like_a_name, mailbox_forms, name_words, orders
from lpgminutes.verify.vocabulary import is_furniture

_PERSON, _DATE = "name:", "date:"
SHORTEST = 3
"""Terms of fewer letters and digits are matched only as whole words that a reader sees."""
_LONG_ENOUGH_TO_DISGUISE = 6


_HASHES = ("md5", "sha1", "sha256", "sha512")
_FINGERPRINT = 16
"""How many characters of a hash are enough to know it by, also when the rest was cut off."""
_SURE_CODE = 7
_OUTSIDE_LETTERS = b"+/="


class Shape(Enum):
    """How a squeezed match must look in the text before it counts."""

    WORDS = "words"
    """Whole words, perhaps respaced."""
    LITERAL = "literal"
    """Letter by letter as withheld, apart from case and spaces."""
    MAILBOX = "mailbox"
    """An initial stuck or dotted to a name."""


class Phrase(NamedTuple):
    """One form of one term, squeezed to letters and digits."""

    key: str
    number: int
    how: str
    literal: str
    breaks: frozenset[int]
    """After how many squeezed characters the form itself has a gap."""
    shape: Shape
    digits: bool
    furniture: bool
    """Whether the form is a word of the file format, so that only people's text is searched for it."""


class Code(NamedTuple):
    """An encoded form of a term, squeezed; wherever it stands, it is one."""

    key: str
    number: int
    how: str


@dataclass(slots=True)
class Terms:
    """Every withheld term, taken apart by how it is looked for."""

    given: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    """The terms without their prefixes."""
    phrases: list[Phrase] = field(default_factory=list)
    shorts: list[tuple[int, str]] = field(default_factory=list)
    figures: list[tuple[int, Figure]] = field(default_factory=list)
    days: list[tuple[int, Day]] = field(default_factory=list)
    people: list[tuple[int, list[str]]] = field(default_factory=list)
    spellings: list[tuple[int, str]] = field(default_factory=list)
    """Every form as it would be typed, for the search of raw bytes."""
    codes: list[Code] = field(default_factory=list)
    digests: list[tuple[int, str, bytes]] = field(default_factory=list)

    def count(self) -> int:
        """Return in how many forms the terms are looked for."""
        written = len(self.phrases) + len(self.shorts) + len(self.spellings)
        read = len(self.figures) + len(self.days) + len(self.people)
        return written + read + len(self.codes) + len(self.digests)


def compile_terms(withheld: Sequence[str]) -> Terms:
    """Make the withheld strings ready to be looked for; blank ones and repeats are dropped."""
    terms = Terms()
    for given in dict.fromkeys(withheld):
        text = given.encode("utf-8", "replace").decode().strip()
        for prefix in (_PERSON, _DATE):
            text = text.removeprefix(prefix).strip()
        if text:
            terms.given.append(given)
            terms.plain.append(text)
            _add(terms, given, text)
    terms.phrases = list({(p.key, p.number, p.shape): p for p in reversed(terms.phrases)}.values())
    return terms


def _add(terms: Terms, given: str, text: str) -> None:
    number = len(terms.given) - 1
    folded = " ".join(fold(text).split())
    day = read_day(folded)
    figure = None if day else read_figure(folded)
    if figure is not None:
        terms.figures.append((number, figure))
    if day is not None:
        terms.days.append((number, day))
    if figure is None and len(squeeze(lower(folded))) < SHORTEST:
        terms.shorts.append((number, folded))
        return
    if day is not None and day.year is None:
        return
    for form, how, shape in _forms(folded, day, is_person=given.strip().startswith(_PERSON)):
        terms.spellings.append((number, form))
        if figure is None:
            terms.phrases.extend(_phrases(number, form, how, shape))
    if not text.isascii() and figure is None:
        turned = lower(fold(codecs.encode(text, "rot13")))
        terms.phrases.append(_phrase(number, squeeze(turned), "rot13", turned, Shape.WORDS))
    _encode(terms, number, text, folded)
    if given.strip().startswith(_PERSON):
        terms.people.append((number, name_words(folded)))


def _forms(folded: str, day: Day | None, *, is_person: bool) -> Iterator[tuple[str, str, Shape]]:
    yield folded, "", Shape.WORDS
    if day is not None:
        for form in written_forms(day):
            yield form, "date in another form", Shape.WORDS
        return
    for form in rewritten(folded):
        yield form, "with its date in another form", Shape.WORDS
    if not is_person and not is_like_a_name(folded):
        return
    words = name_words(folded)
    if len(words) > 1 and words[0] and words[-1]:
        for form in (" ".join(words), *orders(words)):
            yield form, "name in another order", Shape.WORDS
        for form in mailbox_forms(words):
            yield form, "mailbox form of a name", Shape.MAILBOX


def _phrases(number: int, form: str, how: str, shape: Shape) -> Iterator[Phrase]:
    lowered = lower(fold(form))
    key = squeeze(lowered)
    digits = not any(c.isalpha() for c in key)
    if len(key) < SHORTEST or (digits and len(key) < _LONG_ENOUGH_TO_DISGUISE):
        shape = Shape.LITERAL
    yield _phrase(number, key, how, lowered, shape)
    if shape is not Shape.WORDS or len(key) < _LONG_ENOUGH_TO_DISGUISE or digits:
        return
    yield _phrase(number, key[::-1], _also(how, "reversed"), lowered[::-1], shape)
    yield _phrase(number, codecs.encode(key, "rot13"), _also(how, "rot13"), codecs.encode(lowered, "rot13"), shape)


def _phrase(number: int, key: str, how: str, literal: str, shape: Shape) -> Phrase:
    digits = not any(c.isalpha() for c in key)
    return Phrase(key, number, how, literal, _breaks(literal), shape, digits, is_furniture(literal))


def _also(how: str, disguise: str) -> str:
    return f"{how}, {disguise}" if how else disguise


def _breaks(lowered: str) -> frozenset[int]:
    """Say after how many letters and digits the text has something else."""
    sizes = [len(squeeze(piece)) for piece in re.split(r"[\W_]+", lowered) if piece]
    total, breaks = 0, set()
    for size in sizes[:-1]:
        total += size
        breaks.add(total)
    return frozenset(breaks)


def _encode(terms: Terms, number: int, text: str, folded: str) -> None:
    """Add the encoded forms and the hashes: squeezed, they are found however they are broken up or cased."""
    for spelling in {text, text.lower(), text.upper(), text + "\n", "".join(text.lower().split())}:
        for name in _HASHES:
            digest = hashlib.new(name, spelling.encode(), usedforsecurity=False).digest()
            terms.digests.append((number, name, digest[:_FINGERPRINT]))
            terms.codes.append(Code(digest[: _FINGERPRINT // 2].hex(), number, name))
            text64 = b64encode(digest[: _FINGERPRINT // 4 * 3]).translate(None, _OUTSIDE_LETTERS).decode().lower()
            terms.codes.append(Code(text64, number, f"{name} in base64"))
    if sum(c.isalnum() for c in folded) >= _LONG_ENOUGH_TO_DISGUISE:
        for spelling in {text, folded, text.lower(), text.upper()}:
            terms.codes += (Code(key, number, how) for key, how in _encoded(spelling) if len(key) >= _SURE_CODE)


def _encoded(spelling: str) -> Iterator[tuple[str, str]]:
    utf8, utf16 = spelling.encode(), spelling.encode("utf-16-le")
    hexed = utf8.hex(" ")
    yield hexed.replace(" ", ""), "hex"
    yield utf16.hex(), "hex"
    yield "x" + hexed.replace(" ", "x"), "hex escapes"
    yield "0x" + hexed.replace(" ", "0x"), "hex escapes"
    points = [f"{ord(c):04x}" for c in spelling]
    yield "u" + "u".join(points), "escapes"
    yield "x" + "x".join(points), "escapes"
    for raw in (utf8, utf16):
        for code in _base64_cores(raw):
            yield code.translate(None, _OUTSIDE_LETTERS).decode().lower(), "base64"


def _base64_cores(raw: bytes) -> Iterator[bytes]:
    """Give, for each of the three alignments, the base64 letters that depend on these bytes alone."""
    for shift, first in enumerate((0, 2, 3)):
        code = b64encode(b"\x00" * shift + raw)
        yield code[first : 8 * (shift + len(raw)) // 6]
