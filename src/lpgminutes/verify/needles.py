"""The search of raw bytes: every term in every encoding, and its fingerprints, in the file and each part."""

import codecs
import re
from collections.abc import Iterator, Sequence
from copy import copy
from typing import NamedTuple

from lpgminutes.verify.search import likely
from lpgminutes.verify.terms import Terms
from lpgminutes.verify.verdict import Hit, Standing
from lpgminutes.verify.vocabulary import is_furniture

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_LEGACY = ("cp1252", "mac_roman", "cp437")
"""Encodings that differ from UTF-8 only in letters beyond ASCII."""
_EBCDIC = ("cp037", "cp500")
_WIDTHS = {"utf-8": 1, "utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}
_SHORTEST = 6
_DECIMALS = re.compile(rb"\.\d")
_DISGUISED = 6
_WIDEST = 200
"""Bytes on either side that still count to the line of what was found."""


class _Needle(NamedTuple):
    raw: bytes
    probe: bytes
    """The same in lower case, which the index knows."""
    number: int
    how: str
    cased: bool
    width: int
    """Bytes of one letter beside which no further letter may stand; 0 for any neighbour."""


class ByteSearcher:
    """The byte forms of all terms, made once."""

    def __init__(self, terms: Terms, allowed: Sequence[str]) -> None:
        """Prepare for any number of searches."""
        self._terms = terms
        self._needles = [(n.probe, n) for n in {(n.raw, n.number): n for n in _needles(terms)}.values()]
        self._allowed = _encoded(allowed)

    def allowing(self, allowed: Sequence[str]) -> "ByteSearcher":
        """Return the same with other texts accepted."""
        other = copy(self)
        other._allowed = _encoded(allowed)  # noqa: SLF001 - of its own class
        return other

    def hits(self, blobs: Sequence[tuple[str, bytes]]) -> Iterator[Hit]:
        """Give every hit in these named stretches of bytes."""
        lowered = [data.lower() for _, data in blobs]
        for needle in likely(b"\x00".join(lowered), self._needles):
            for (part, data), low in zip(blobs, lowered, strict=True):
                for stands in self._standing(needle, data if needle.cased else low, low):
                    yield Hit(term=self._terms.given[needle.number], part=part, how=needle.how, stands=(stands,))

    def _standing(self, needle: _Needle, data: bytes, lowered: bytes) -> Iterator[Standing]:
        at = data.find(needle.raw)
        while at >= 0:
            end = at + len(needle.raw)
            width = needle.width
            beside = data[max(0, at - width) : at].strip(b"\x00"), data[end : end + width].strip(b"\x00")
            goes_on = width == 1 and needle.raw[-1:].isdigit() and _DECIMALS.match(data, end)
            if (
                not goes_on
                and not any(letter.isalnum() for letter in beside)
                and not self._is_allowed(lowered, at, end)
            ):
                yield _standing_in(data, at, end)
            at = data.find(needle.raw, at + 1)

    def _is_allowed(self, lowered: bytes, start: int, end: int) -> bool:
        for text in self._allowed:
            at = lowered.find(text, max(0, end - len(text)), start + len(text))
            if at >= 0:
                return True
        return False


def _encoded(allowed: Sequence[str]) -> list[bytes]:
    return [text.lower().encode(codec) for text in allowed for codec in ("utf-8", "utf-16-le", "utf-16-be")]


def _standing_in(data: bytes, start: int, end: int) -> Standing:
    """Return a stretch of bytes as they are read for text; where they are none, their line tells nothing more."""
    before, words, after = (
        stretch.decode("utf-8", "replace")
        for stretch in (data[max(start - _WIDEST, 0) : start], data[start:end], data[end : end + _WIDEST])
    )
    return Standing.of(before + words + after, len(before), len(before) + len(words))


def _needles(terms: Terms) -> Iterator[_Needle]:
    for number, spelling in terms.spellings:
        significant = sum(c.isalnum() for c in spelling)
        if any(c.isalpha() for c in spelling) and not is_furniture(spelling.lower()):
            yield from _plain(number, spelling)
        if significant >= _DISGUISED:
            yield from _disguised(number, spelling)
    for number, plain in enumerate(terms.plain):
        if not plain.isascii() and any(c.isalpha() for c in plain):
            yield from _as_given(number, plain)
    for number, name, digest in terms.digests:
        yield _Needle(digest, digest.lower(), number, f"{name} as bytes", cased=True, width=0)


def _plain(number: int, spelling: str) -> Iterator[_Needle]:
    lowered = spelling.lower()
    for codec in _ENCODINGS:
        raw = lowered.encode(codec)
        if len(raw) >= _SHORTEST:
            yield _Needle(raw, raw, number, f"raw bytes, {codec}", cased=False, width=_WIDTHS[codec])
    if len(spelling) >= _SHORTEST:
        for codec in _EBCDIC:
            for cased in {spelling, lowered, spelling.upper()}:
                code = cased.encode(codec, "replace")
                yield _Needle(code, code.lower(), number, "raw bytes, EBCDIC", cased=True, width=0)


def _as_given(number: int, plain: str) -> Iterator[_Needle]:
    """A term with letters beyond ASCII, whose case cannot be lowered byte by byte."""
    for codec in (*_ENCODINGS, *_LEGACY):
        for cased in {plain, plain.lower(), plain.upper()}:
            raw = cased.encode(codec, "ignore")
            if len(raw) >= _SHORTEST and raw.decode(codec) == cased:
                width = _WIDTHS.get(codec, 1)
                yield _Needle(raw, raw.lower(), number, f"raw bytes, {codec}", cased=True, width=width)


def _disguised(number: int, spelling: str) -> Iterator[_Needle]:
    lowered = spelling.lower()
    if any(c.isalpha() for c in spelling):
        for text, how in ((lowered[::-1], "reversed"), (codecs.encode(lowered, "rot13"), "rot13")):
            raw = text.encode()
            yield _Needle(raw, raw, number, f"raw bytes, {how}", cased=False, width=1)
    percent = b"%" + spelling.encode().hex("%").encode()
    yield _Needle(percent, percent, number, "raw bytes, percent", cased=False, width=0)
