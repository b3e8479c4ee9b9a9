"""Leaks through the container itself, which no library for documents shows."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from contextlib import nullcontext

import pytest

from lpgminutes.verify import verify

Parts = dict[str, bytes]
Pack = Callable[[Parts], bytes]
WHO = "Margaret Ellwood"
RAW = WHO.encode()
MAIN = "word/document.xml"
LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


def _rebuilt(parts: Parts, prepare: Callable[[zipfile.ZipInfo], None], comment: bytes = b"") -> bytes:
    """The same parts with something done to the entry of the main part, and an archive comment."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)
            if name == MAIN:
                prepare(entry)
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
        archive.comment = comment
    return buffer.getvalue()


def _untouched(_: zipfile.ZipInfo) -> None:
    """Leave the entry as it is."""


def _commented(entry: zipfile.ZipInfo) -> None:
    entry.comment = RAW


def _extended(entry: zipfile.ZipInfo) -> None:
    entry.extra = struct.pack("<HH", 0x7075, len(RAW)) + RAW


def _dated(entry: zipfile.ZipInfo) -> None:
    entry.date_time = (2019, 6, 27, 10, 30, 0)


def _local(name: bytes, content: bytes, packed: bytes | None = None) -> bytes:
    """An entry with its local header, as it stands before its listing."""
    body = content if packed is None else packed
    method = 0 if packed is None else 8
    head = struct.pack(
        "<4s5H3I2H", LOCAL, 20, 0, method, 0, 0x21, zlib.crc32(content), len(body), len(content), len(name), 0
    )
    return head + name + body


def _directory_at(data: bytes) -> int:
    return int.from_bytes(data[data.rindex(END) + 16 : data.rindex(END) + 20], "little")


def _put_in(data: bytes, stretch: bytes) -> bytes:
    """Put bytes between the last entry and the directory, and mend where the directory is said to be."""
    at, end = _directory_at(data), data.rindex(END)
    mended = data[end : end + 16] + (at + len(stretch)).to_bytes(4, "little") + data[end + 20 :]
    return data[:at] + stretch + data[at:end] + mended


def _put_first(data: bytes, stretch: bytes) -> bytes:
    """Put bytes before everything, as self-unpacking programs do."""
    return stretch + data


def _replaced_local_name(data: bytes) -> bytes:
    at = data.index(b"word/styles.xml")
    return data[:at] + b"MargaretEllwood" + data[at + 15 :]


def _behind_stream(parts: Parts) -> bytes:
    """Bytes behind the packed data of an entry, counted as part of it."""
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = parts["word/settings.xml"]
    packed = engine.compress(content) + engine.flush() + RAW
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, each in parts.items():
            archive.writestr(zipfile.ZipInfo(name), packed if name == "word/settings.xml" else each, 0)
    data = bytearray(buffer.getvalue())
    for magic, name_at, method_at, crc_at, size_at in ((LOCAL, 30, 8, 14, 22), (CENTRAL, 46, 10, 16, 24)):
        at = (
            data.index(b"word/settings.xml", data.index(magic, 0) if magic == LOCAL else _directory_at(bytes(data)))
            - name_at
        )
        data[at + method_at : at + method_at + 2] = (8).to_bytes(2, "little")
        data[at + crc_at : at + crc_at + 4] = zlib.crc32(content).to_bytes(4, "little")
        data[at + size_at : at + size_at + 4] = len(content).to_bytes(4, "little")
    return bytes(data)


def _twice(parts: Parts) -> bytes:
    """An earlier copy of the main part under the same name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo(MAIN), parts[MAIN].replace(b"Close of meeting", RAW), zipfile.ZIP_DEFLATED)
        for name, content in parts.items():
            with pytest.warns(UserWarning, match="Duplicate name") if name == MAIN else nullcontext():
                archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _forgotten(parts: Parts, pack: Pack) -> bytes:
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    return _put_in(pack(parts), _local(b"word/old.xml", RAW * 3, engine.compress(RAW * 3) + engine.flush()))


CHANNELS: dict[str, tuple[str, Callable[[Parts, Pack], bytes]]] = {
    "archive comment": ("zip-comment", lambda parts, _: _rebuilt(parts, _untouched, RAW)),
    "wide archive comment": (
        "zip-comment",
        lambda parts, _: _rebuilt(parts, _untouched, WHO.encode("utf-16")),
    ),
    "packed archive comment": (
        "zip-comment",
        lambda parts, _: _rebuilt(parts, _untouched, zlib.compress(RAW)),
    ),
    "entry comment": ("entry-comment", lambda parts, _: _rebuilt(parts, _commented)),
    "extra field": ("extra-field", lambda parts, _: _rebuilt(parts, _extended)),
    "duplicate name": ("duplicate-part", lambda parts, _: _twice(parts)),
    "forgotten entry": ("forgotten-entry", _forgotten),
    "between entries": ("stray-bytes", lambda parts, pack: _put_in(pack(parts), b"\x00\x01" + RAW)),
    "between entries, in base64": (
        "stray-bytes",
        lambda parts, pack: _put_in(pack(parts), b"TWFyZ2FyZXQgRWxsd29vZA=="),
    ),
    "before the archive": ("stray-bytes", lambda parts, pack: _put_first(pack(parts), RAW + b"\xff\x00")),
    "after the archive": ("stray-bytes", lambda parts, pack: pack(parts) + RAW),
    "behind a packed stream": ("slack", lambda parts, _: _behind_stream(parts)),
    "other local name": ("name-mismatch", lambda parts, pack: _replaced_local_name(pack(parts))),
    "another archive behind": ("stray-bytes", lambda parts, pack: pack(parts | {"a.txt": RAW}) + pack(parts)),
    "stored entry": ("unexpected-part", lambda parts, _: _rebuilt(parts | {"a.txt": RAW}, _untouched)),
}


@pytest.mark.parametrize(("code", "build"), CHANNELS.values(), ids=CHANNELS.keys())
def test_a_name_in_the_container_is_found(
    code: str, build: Callable[[Parts, Pack], bytes], clean_parts: Parts, pack: Pack
) -> None:
    """What stands beside the entries of the container is read too, and is a risk by itself."""
    verdict = verify(build(clean_parts, pack), [WHO], name="release.docx")
    assert WHO in {hit.term for hit in verdict.hits}
    assert code in {risk.code for risk in verdict.risky}


def test_the_name_of_the_file_is_read(clean_parts: Parts, pack: Pack) -> None:
    """A file that is named after a withheld person gives the person away."""
    verdict = verify(pack(clean_parts), [WHO], name="minutes-margaret-ellwood.docx")
    assert [hit.part for hit in verdict.hits] == ["(file name)"]


RISKS: dict[str, tuple[str, Callable[[Parts, Pack], bytes]]] = {
    "time of an entry": ("entry-time", lambda parts, _: _rebuilt(parts, _dated)),
    "empty comment field": ("zip-comment", lambda parts, _: _rebuilt(parts, _untouched, b"fine")),
    "padding": ("stray-bytes", lambda parts, pack: _put_in(pack(parts), b"\x00" * 64)),
    "wrong checksum": (
        "checksum",
        lambda parts, pack: pack(parts).replace(struct.pack("<I", zlib.crc32(parts[MAIN])), b"\x01\x02\x03\x04"),
    ),
}


@pytest.mark.parametrize(("code", "build"), RISKS.values(), ids=RISKS.keys())
def test_an_odd_container_is_a_risk(
    code: str, build: Callable[[Parts, Pack], bytes], clean_parts: Parts, pack: Pack
) -> None:
    """Times, comments and unowned bytes do not belong in a release."""
    verdict = verify(build(clean_parts, pack), [WHO], name="release.docx")
    assert code in {risk.code for risk in verdict.risky}
    assert verdict.hits == ()
