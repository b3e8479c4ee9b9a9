"""An own walk through a zip container: local headers, directory, gaps, comments; nothing on trust."""

import bz2
import lzma
import re
import struct
import zlib
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from lpgminutes.verify.verdict import UNREADABLE, Risk

MAGIC = b"PK\x03\x04"
_END = b"PK\x05\x06"
_END_64 = (b"PK\x06\x06", b"PK\x06\x07")
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_EPOCH = (0, 0x0021)
"""1980-01-01 00:00 as a zip writes it: the time of every entry of a release."""
_ENCRYPTED, _DESCRIPTOR, _UTF8 = 0x1, 0x8, 0x800
_FULL = 0xFFFFFFFF
_MANY_FORGOTTEN = 100
"""Entries looked into of those that are not listed, which may overlap without end."""
_FREE_OUTPUT, _RATIO = 1 << 21, 200
_TOO_MUCH = "it holds more than can be looked into"
_CONTAINER = "(container)"


@dataclass(slots=True)
class Budget:
    """How much may still be taken out of one file, however deeply nested."""

    left: int = 16 << 20
    """Bytes."""
    entries: int = 2000

    def take(self, stored: bytes) -> tuple[bytes, bytes, str]:
        """Take bytes that are not packed."""
        if len(stored) > self.left:
            return b"", b"", _TOO_MUCH
        self.left -= len(stored)
        return stored, b"", ""

    def inflate(self, packed: bytes, window: int) -> tuple[bytes, bytes, str]:
        """Unpack one deflate stream; give its bytes, what follows the stream, and what is wrong."""
        limit = min(self.left, max(_FREE_OUTPUT, len(packed) * _RATIO)) + 1
        engine = zlib.decompressobj(window)
        try:
            unpacked = engine.decompress(packed, limit)
        except zlib.error:
            return b"", b"", "damaged data"
        return self._settle(unpacked, limit, engine.unused_data, finished=engine.eof)

    def unpack(self, packed: bytes, kind: str) -> tuple[bytes, bytes, str]:
        """Unpack one bz2 or xz stream in the same way."""
        limit = min(self.left, max(_FREE_OUTPUT, len(packed) * _RATIO)) + 1
        engine = bz2.BZ2Decompressor() if kind == "bz2" else lzma.LZMADecompressor(memlimit=1 << 27)
        try:
            unpacked = engine.decompress(packed, limit)
        except (OSError, ValueError, EOFError, lzma.LZMAError):
            return b"", b"", "damaged data"
        return self._settle(unpacked, limit, engine.unused_data, finished=engine.eof)

    def _settle(self, unpacked: bytes, limit: int, rest: bytes, *, finished: bool) -> tuple[bytes, bytes, str]:
        self.left = max(0, self.left - len(unpacked))
        if len(unpacked) >= limit:
            return unpacked[:_FREE_OUTPUT], rest, _TOO_MUCH
        return unpacked, rest, "" if finished else "cut off"


@dataclass(slots=True)
class Package:
    """What a zip container holds: its entries, every other stretch of bytes, and what is odd about it."""

    entries: list[tuple[str, bytes]] = field(default_factory=list)
    remains: list[tuple[str, str, bytes]] = field(default_factory=list)
    """Part, where it stood, and the bytes, of all that no entry holds."""
    risks: list[Risk] = field(default_factory=list)

    def flag(self, code: str, part: str, detail: str) -> None:
        """Note one risk."""
        self.risks.append(Risk(code=code, part=part, detail=detail))


class _Entry(NamedTuple):
    name: bytes
    flags: int
    method: int
    stamp: tuple[int, int]
    crc: int
    packed: int
    size: int
    extra: bytes
    offset: int
    comment: bytes = b""


class _Local(NamedTuple):
    entry: _Entry
    start: int
    """Where the packed data begins."""


def open_package(data: bytes, budget: Budget) -> Package:
    """Take a zip container apart."""
    package = Package()
    listed, covered = _directory(data, package)
    allowed = min(len(listed), budget.entries)
    budget.entries -= allowed
    for entry in listed[:allowed]:
        local = _local(data, entry.offset)
        if local is None:
            package.flag(UNREADABLE, _text(entry.name), "its local header is missing")
            continue
        _compare(entry, local.entry, package)
        end = _extract(data, entry, local.start, package, budget)
        covered.append((entry.offset, end))
    if len(listed) > allowed:
        package.flag(UNREADABLE, _CONTAINER, "more entries than can be looked into")
    _gaps(data, covered, package, budget)
    _repeats(package)
    return package


def _directory(data: bytes, package: Package) -> tuple[list[_Entry], list[tuple[int, int]]]:
    at = data.rfind(_END)
    if at < 0 or at + 22 > len(data):
        package.flag(UNREADABLE, _CONTAINER, "no end of directory: the file is cut off or not a zip")
        return [], []
    count, size, start, noted = struct.unpack("<H2IH", data[at + 10 : at + 22])
    covered = [(at, min(len(data), at + 22 + noted))]
    if noted:
        package.flag("zip-comment", _CONTAINER, "the archive has a comment")
        package.remains.append((_CONTAINER, "archive comment", data[at + 22 : at + 22 + noted]))
    shift = at - size - start if size != _FULL else 0
    listed = _listed(data, start + max(0, shift), at, max(0, shift), package)
    if len(listed.entries) != count:
        package.flag(UNREADABLE, _CONTAINER, "the directory does not hold what its end says")
    covered.append((start + max(0, shift), listed.end))
    return listed.entries, covered


class _Listed(NamedTuple):
    entries: list[_Entry]
    end: int


def _listed(data: bytes, at: int, stop: int, shift: int, package: Package) -> _Listed:
    entries: list[_Entry] = []
    while at + _CENTRAL.size <= stop and data[at : at + 4] == b"PK\x01\x02":
        (_, _, _, flags, method, time, date, crc, packed, size, named, extended, noted, _, _, _, offset) = (
            _CENTRAL.unpack_from(data, at)
        )
        at += _CENTRAL.size
        name, extra = data[at : at + named], data[at + named : at + named + extended]
        comment = data[at + named + extended : at + named + extended + noted]
        at += named + extended + noted
        entry = _Entry(name, flags, method, (time, date), crc, packed, size, extra, offset + shift, comment)
        entries.append(_widened(entry))
        _oddities(entry, package, "directory")
    if data[at : at + 4] in _END_64:
        at = min(stop, at + 76)
    return _Listed(entries, at)


def _widened(entry: _Entry) -> _Entry:
    """Take the real sizes of an entry of more than four gigabytes' form from its extra field."""
    if _FULL not in {entry.packed, entry.size, entry.offset} or entry.extra[:2] != b"\x01\x00":
        return entry
    numbers = [n[0] for n in struct.iter_unpack("<Q", entry.extra[4 : 4 + (len(entry.extra) - 4) // 8 * 8])]
    size, packed, offset = (
        numbers.pop(0) if value == _FULL and numbers else value for value in (entry.size, entry.packed, entry.offset)
    )
    return entry._replace(size=size, packed=packed, offset=offset)


def _oddities(entry: _Entry, package: Package, where: str) -> None:
    part = _text(entry.name)
    if entry.extra:
        package.flag("extra-field", part, f"an extra field in the {where}")
        package.remains.append((part, "extra field", entry.extra))
    if entry.comment:
        package.flag("entry-comment", part, "the entry has a comment")
        package.remains.append((part, "entry comment", entry.comment))
    if entry.stamp != _EPOCH:
        package.flag("entry-time", part, f"a time of its own in the {where}")


def _local(data: bytes, offset: int) -> _Local | None:
    if offset < 0 or data[offset : offset + 4] != MAGIC or offset + _LOCAL.size > len(data):
        return None
    _, _, flags, method, time, date, crc, packed, size, named, extended = _LOCAL.unpack_from(data, offset)
    at = offset + _LOCAL.size
    name, extra = data[at : at + named], data[at + named : at + named + extended]
    return _Local(_Entry(name, flags, method, (time, date), crc, packed, size, extra, offset), at + named + extended)


def _compare(listed: _Entry, local: _Entry, package: Package) -> None:
    part = _text(listed.name)
    _oddities(local, package, "local header")
    if local.name != listed.name:
        package.flag("name-mismatch", part, "another name in the local header")
        package.remains.append((part, "name in the local header", local.name))
    if local.method != listed.method or (
        not local.flags & _DESCRIPTOR and (local.packed, local.size) != (listed.packed, listed.size)
    ):
        package.flag("header-mismatch", part, "the local header and the directory differ")


def _extract(data: bytes, entry: _Entry, start: int, package: Package, budget: Budget) -> int:
    part = _text(entry.name)
    end = min(len(data), start + entry.packed)
    packed = data[start:end]
    if len(packed) < entry.packed:
        package.flag(UNREADABLE, part, "its data is cut off")
    if entry.flags & _ENCRYPTED:
        package.flag(UNREADABLE, part, "it is encrypted")
        return end
    unpacked, rest, wrong = _unpacked(packed, entry.method, budget)
    if wrong:
        package.flag(UNREADABLE, part, wrong)
    elif zlib.crc32(unpacked) != entry.crc:
        package.flag("checksum", part, "its checksum does not fit its data")
    if rest:
        package.flag("slack", part, "bytes behind the packed data")
        package.remains.append((part, "behind the packed data", rest))
    package.entries.append((part, unpacked))
    return end + _descriptor(data, entry, end)


def _unpacked(packed: bytes, method: int, budget: Budget) -> tuple[bytes, bytes, str]:
    if method == 0:
        return budget.take(packed)
    if method == zlib.DEFLATED:
        return budget.inflate(packed, -15)
    if method == 12:  # noqa: PLR2004  (the zip format's number for bz2)
        return budget.unpack(packed, "bz2")
    return b"", b"", "packed in an unknown way"


def _descriptor(data: bytes, entry: _Entry, end: int) -> int:
    if not entry.flags & _DESCRIPTOR:
        return 0
    return 16 if data[end : end + 4] == b"PK\x07\x08" else 12


def _gaps(data: bytes, covered: list[tuple[int, int]], package: Package, budget: Budget) -> None:
    at = 0
    for start, end in [*sorted(covered), (len(data), len(data))]:
        if start > at:
            _gap(data[at:start], "before the container" if at == 0 else "between the entries", package, budget)
        elif start < at < len(data):
            package.flag("overlap", _CONTAINER, "two entries share bytes")
        at = max(at, end)


def _gap(stretch: bytes, where: str, package: Package, budget: Budget) -> None:
    package.flag("stray-bytes", _CONTAINER, f"bytes {where} that no entry owns")
    package.remains.append((_CONTAINER, "bytes that no entry owns", stretch))
    places = [match.start() for match in re.finditer(re.escape(MAGIC), stretch)]
    allowed = min(len(places), budget.entries, _MANY_FORGOTTEN)
    budget.entries -= allowed
    if len(places) > allowed:
        package.flag(UNREADABLE, _CONTAINER, "more unlisted entries than can be looked into")
    for place in places[:allowed]:
        forgotten = _local(stretch, place)
        if forgotten is None:
            continue
        _oddities(forgotten.entry, package, "local header")
        package.flag("forgotten-entry", _text(forgotten.entry.name), "an entry that the directory does not list")
        _extract_forgotten(stretch, forgotten, package, budget)


def _extract_forgotten(stretch: bytes, forgotten: _Local, package: Package, budget: Budget) -> None:
    """Unpack what the directory hides; its sizes may be missing, so the stream itself says where it ends."""
    entry = forgotten.entry
    end = forgotten.start + entry.packed
    if not entry.packed:
        end = stretch.find(MAGIC, forgotten.start) if entry.method == 0 else len(stretch)
    packed = stretch[forgotten.start : end if end >= 0 else None]
    if entry.flags & _ENCRYPTED:
        package.flag(UNREADABLE, _text(entry.name), "it is encrypted")
        return
    unpacked, _, wrong = _unpacked(packed, entry.method, budget)
    if wrong == _TOO_MUCH:
        package.flag(UNREADABLE, _text(entry.name), wrong)
    package.entries.append((_text(entry.name), unpacked))


def _repeats(package: Package) -> None:
    for name, times in Counter(name for name, _ in package.entries).items():
        if times > 1:
            package.flag("duplicate-part", name, "more than one entry has this name")


def _text(name: bytes) -> str:
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode("cp437")
