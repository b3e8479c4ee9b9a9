"""Undoing what disguises a text: references, escapes, transfer encodings, packed streams."""

import binascii
import codecs
import quopri
import re
from base64 import b64decode
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote_to_bytes

from lpgminutes.verify.container import Budget
from lpgminutes.verify.folding import tag_message
from lpgminutes.verify.reading import Level, Reading

_REFERENCE = re.compile(r"&(?:#\d|#x[0-9a-f]|[a-z]{2,8};)", re.IGNORECASE)
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_ESCAPE = re.compile(
    r"\\u([0-9A-Fa-f]{4})|\\u\{([0-9A-Fa-f]{1,6})\}|\\U([0-9A-Fa-f]{8})|(?:\\x|\\'|\b0x)([0-9A-Fa-f]{2})(?:,\s?)?"
    r"|_x([0-9A-Fa-f]{4})_|\\u(\d{2,5})\s?\??|U\+([0-9A-Fa-f]{4,5})\s?|\\([0-7]{3})|\\([0-9A-Fa-f]{2,6})\s?"
)
_ESCAPE_BASES = (16, 16, 16, 16, 16, 10, 16, 8, 16)
_QUOTED = re.compile(r"=(?:[0-9A-Fa-f]{2}|\r?\n)")
_UTF7 = re.compile(r"\+[A-Za-z0-9+/]{2,}-?")
_PUNYCODE = re.compile(r"xn--([a-z0-9-]+)", re.IGNORECASE)
_BASE64 = re.compile(r"(?:[A-Za-z0-9+/_-]{40,}\s{1,4})*[A-Za-z0-9+/_-]{8,}={0,2}")
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2}[\s:,.-]{0,2}){4,}[0-9A-Fa-f]{2}")
_CODE_POINTS = re.compile(r"(?:\b\d{2,3}[\s,;]{1,2}){3,}\d{2,3}\b")
_WORDLIKE = re.compile(r"[\x20-\x7e]{6,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e]\x00){4,}|(?:\x00[\x20-\x7e]){4,}")
_PACKED = re.compile(rb"\x1f\x8b\x08|BZh[1-9]1AY|\xfd7zXZ\x00|\x78[\x01\x5e\x9c\xda]")
_FILE_MARKS = frozenset({b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"<?xm", b"%PDF"})
_DEEPEST_STREAM = 64
"""How many packed streams are tried in one stretch of bytes."""


def decoded(reading: Reading) -> Iterator[Reading | tuple[str, bytes]]:
    """Give what a reading says once decoded: readings, and bytes (with how they were found) to look into.

    Codes may be broken up by lines, paragraphs and cells, so it is read with and without line breaks.
    """
    text = reading.text
    joined = text.replace("\n\n", "\v").replace("\n", "") if "column" in reading.how else text.replace("\n", "")
    noise: list[str] = []
    level = Level.TEXT if reading.level >= Level.TEXT else Level.LABEL
    for how, plain in dict.fromkeys((*_texts(text), *(_texts(joined) if joined != text else ()))):
        if plain and plain not in (text, joined):
            yield Reading(plain, reading.part, f"{reading.how}, {how}", level)
    for how, raw in _bytes(text, joined):
        if is_wordy(raw):
            yield Reading(_letters(raw), reading.part, f"{reading.how}, {how}", Level.TEXT)
        elif _PACKED.search(raw) or raw[:4] in _FILE_MARKS:
            yield f"{reading.how}, {how}", raw
        else:
            noise.append(raw.decode("latin-1"))
    if noise:
        yield Reading("\x00\n".join(noise), reading.part, f"{reading.how}, encoded", Level.NOISE)


def _texts(text: str) -> Iterator[tuple[str, str]]:
    if "&" in text and _REFERENCE.search(text):
        yield "character references", unescape(text)
    if "%" in text and _PERCENT.search(text):
        yield "percent", _letters(unquote_to_bytes(text))
    if _has_escape(text):
        yield "escapes", _ESCAPE.sub(_unescaped, text)
    if "=" in text and _QUOTED.search(text):
        yield "quoted-printable", _letters(quopri.decodestring(text.encode("utf-8", "surrogatepass")))
    if "+" in text and _UTF7.search(text):
        yield "UTF-7", _UTF7.sub(_utf7, text)
    if "xn--" in text.lower():
        yield "punycode", _PUNYCODE.sub(_punycode, text)
    if "\u202e" in text or "\u2067" in text or "\u200f" in text:
        yield "reversed by direction marks", text[::-1]
    if message := tag_message(text):
        yield "tag characters", message
    if _CODE_POINTS.search(text):
        yield "codes of characters", _CODE_POINTS.sub(_spelt, text)


def _has_escape(text: str) -> bool:
    return ("\\" in text or "_x" in text or "0x" in text or "U+" in text) and _ESCAPE.search(text) is not None


def _unescaped(match: re.Match[str]) -> str:
    for group, base in zip(match.groups(), _ESCAPE_BASES, strict=True):
        if group is not None:
            code = int(group, base)
            return chr(code) if code < 0x110000 else match[0]  # noqa: PLR2004  (the end of Unicode)
    return match[0]


def _utf7(match: re.Match[str]) -> str:
    return match[0].encode("ascii").decode("utf-7", "ignore")


def _punycode(match: re.Match[str]) -> str:
    try:
        return match[1].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return match[0]


def _spelt(match: re.Match[str]) -> str:
    return "".join(chr(int(number)) for number in re.findall(r"\d+", match[0]))


def _bytes(*texts: str) -> Iterator[tuple[str, bytes]]:
    for run in dict.fromkeys(run for text in texts for run in _BASE64.findall(text)):
        yield from _base64(run)
    for run in dict.fromkeys(run for text in texts for run in _HEX.findall(text)):
        digits = re.sub(r"[^0-9A-Fa-f]", "", run)
        for start in (0, 1):
            even = digits[start : start + (len(digits) - start) // 2 * 2]
            yield "hex", binascii.unhexlify(even)


def _base64(run: str) -> Iterator[tuple[str, bytes]]:
    letters = "".join(run.split()).rstrip("=").replace("-", "+").replace("_", "/")
    for start in range(4):
        piece = letters[start:]
        if len(piece) % 4 == 1:
            piece = piece[:-1]
        if len(piece) >= 6:  # noqa: PLR2004  (four letters at least)
            yield "base64", b64decode(piece + "=" * (-len(piece) % 4))


def is_wordy(raw: bytes) -> bool:
    """Whether bytes are text in one of the usual encodings rather than noise."""
    narrow = raw.replace(b"\x00", b"")
    if not narrow or len(narrow) * 2 < len(raw) - 1:
        return False
    try:
        text = narrow.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not any(c < " " and c not in "\t\r\n" for c in text)


def _letters(raw: bytes) -> str:
    if raw.count(0) * 4 >= len(raw) > 0:
        even, odd = raw[::2].count(0), raw[1::2].count(0)
        return raw.decode("utf-16-le" if odd >= even else "utf-16-be", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def binary_readings(data: bytes, part: str) -> Iterator[Reading]:
    """Read bytes of an unknown kind as letters in every way that may make sense."""
    for codec in ("utf-8", "cp1252"):
        yield Reading(data.decode(codec, "replace"), part, f"bytes as {codec}", Level.NOISE)
    wordlike = _WORDLIKE.findall(data.decode("latin-1"))
    yield Reading("\n".join(wordlike), part, "text between other bytes", Level.LABEL)
    wide = "\n".join(run.replace(b"\x00", b"").decode("ascii") for run in _WIDE.findall(data))
    yield Reading(wide, part, "UTF-16 between other bytes", Level.LABEL)
    yield Reading(data.decode("cp037"), part, "bytes as EBCDIC", Level.NOISE)
    for start in (0, 1):
        for codec in ("utf-16-le", "utf-16-be"):
            yield Reading(data[start:].decode(codec, "ignore"), part, f"bytes as {codec}", Level.NOISE)


def rich_text(source: str) -> str:
    """Give the words of a rich-text file without its control words and groups."""
    plain = re.sub(r"\\'([0-9A-Fa-f]{2})", lambda match: chr(int(match[1], 16)), source)
    plain = re.sub(r"\\u(-?\d+) ?\??", lambda match: chr(int(match[1]) % 0x10000), plain)
    return re.sub(r"\\[a-z]+-?\d* ?|[{}]", "", plain)


def packed_streams(data: bytes, budget: Budget) -> Iterator[tuple[str, bytes, str]]:
    """Give what each packed stream in the data holds: how it was packed, its bytes, what is wrong."""
    for match in list(_PACKED.finditer(data))[:_DEEPEST_STREAM]:
        stream = data[match.start() :]
        if match[0].startswith(b"\x1f"):
            how, found = "gzip", budget.inflate(stream, 31)
        elif match[0].startswith(b"B"):
            how, found = "bz2", budget.unpack(stream, "bz2")
        elif match[0].startswith(b"\xfd"):
            how, found = "xz", budget.unpack(stream, "xz")
        else:
            how, found = "zlib", budget.inflate(stream, 15)
        if found[0]:
            yield how, found[0], found[2]
    bare = budget.inflate(data, -15)
    if len(bare[0]) > 8 and not bare[2]:  # noqa: PLR2004  (chance makes short streams)
        yield "deflate", bare[0], ""


def as_text(data: bytes) -> tuple[str, str]:
    """Decode a file that is text, by its mark or its shape; an empty codec says that it is not text."""
    for mark, codec in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _strictly(data, codec)
    for codec in ("utf-16-le", "utf-16-be"):
        if is_wide(data, codec):
            return data.decode(codec), codec
    if b"\x00" in data:
        return "", ""
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _legacy(data)


def _strictly(data: bytes, codec: str) -> tuple[str, str]:
    """Decode as the mark says; noise that begins like a mark is not text."""
    try:
        return data.decode(codec), codec
    except UnicodeDecodeError:
        return "", ""


def is_wide(data: bytes, codec: str) -> bool:
    """Whether bytes without a mark are two-byte letters: half of them nothing, and all of it text."""
    nothing = data[codec == "utf-16-le" :: 2].count(0)
    if len(data) % 2 or nothing * 4 < len(data) or b"\x00" not in data[:16]:
        return False
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return False
    return all(c >= " " or c in "\t\r\n" for c in set(text))


def _legacy(data: bytes) -> tuple[str, str]:
    controls = sum(data.count(code) for code in range(32) if code not in {9, 10, 12, 13})
    if controls * 200 > len(data):
        return "", ""
    return data.decode("cp1252", "replace"), "cp1252"
