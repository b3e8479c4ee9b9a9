"""From the bytes of a text file to its characters, whatever office program wrote them; anything else is refused."""

from collections.abc import Sequence
from dataclasses import dataclass

from lpgminutes.errors import InputError
from lpgminutes.importing.source import SourceRemark

SIZE_LIMIT = 4 * 1024 * 1024
"""Bytes of a text. The minutes of a long day are a tenth of a megabyte."""

_OTHER_KINDS = (
    (b"%PDF-", "a PDF document", "save its text from a PDF reader"),
    (b"PK\x03\x04", "a Word file or another zip package", "give it the ending that belongs to it, such as .docx"),
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc)", "open it in Word and save it as .docx"),
    (b"{\\rtf", "a rich text file (.rtf)", "open it in Word and save it as .docx"),
    (b"\x1f\x8b", "a compressed archive", "unpack it first"),
    (b"\x89PNG", "a picture", "have its text read by a scanner program first"),
    (b"\xff\xd8\xff", "a picture", "have its text read by a scanner program first"),
    (b"II*\0", "a scanned picture", "have its text read by a scanner program first"),
    (b"MM\0*", "a scanned picture", "have its text read by a scanner program first"),
    (b"<!doctype html", "a web page", "save it as plain text from the browser"),
    (b"<html", "a web page", "save it as plain text from the browser"),
    (b"\x7fELF", "a program", "name the file that holds the minutes"),
    (b"MZ\x90\0", "a program", "name the file that holds the minutes"),
)
"""The first bytes of files that get renamed to .txt, what each is called, and what to do about it."""

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_FIELDS_OF_MAIL = (b"mime-version:", b"message-id:", b"return-path:", b"received: from ", b"received: by ")
_SAMPLE = 4096
_MOSTLY = 0.4
"""The part of a sample's bytes that are zero when each letter takes two: near a half."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The characters of a file."""

    text: str
    remarks: tuple[SourceRemark, ...] = ()


def decode(content: bytes, *, name: str) -> Decoded:
    """Return the characters of a text file, or say what the file is; ``name`` is what a refusal calls it."""
    if len(content) > SIZE_LIMIT:
        raise InputError(f"{name} is larger than {SIZE_LIMIT // 1024 // 1024} MB, too large for minutes.")
    _refuse_other_kinds(content, name)
    encoding = next((known for mark, known in _BYTE_ORDER_MARKS if content.startswith(mark)), _wide(content))
    if encoding is not None:
        return Decoded(text=_decoded(content, encoding, name))
    if b"\0" in content:
        raise InputError(f"{name} is not a plain text: save it as a text file in UTF-8 and import that.")
    try:
        return Decoded(text=content.decode("utf-8"))
    except UnicodeDecodeError:
        return _mixed(content, name)


def _refuse_other_kinds(content: bytes, name: str) -> None:
    if _is_mail(content):
        raise InputError(f"{name} is not a plain text but an e-mail: save the paper that it brings, and import that.")
    opening = content[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for signature, kind, remedy in _OTHER_KINDS:
        if opening.startswith(signature.lower()):
            raise InputError(f"{name} is not a plain text but {kind}: {remedy}, and import that.")


def _is_mail(content: bytes) -> bool:
    """Whether a text begins with the header of an e-mail, which programs write and no minutes have."""
    header = content[:_SAMPLE].lstrip(b"\xef\xbb\xbf \t\r\n").replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    lines = header.lower().split(b"\n")
    are_fields = all(line[:1] in {b" ", b"\t"} or b":" in line for line in lines)
    return are_fields and any(line.startswith(_FIELDS_OF_MAIL) for line in lines)


def _wide(content: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zero bytes: every second one, in Western text."""
    sample = content[:_SAMPLE]
    enough = len(sample) * _MOSTLY
    if sample[1::2].count(0) > enough and sample[::2].count(0) == 0:
        return "utf-16-le"
    if sample[::2].count(0) > enough and sample[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _decoded(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise InputError(f"{name} breaks off or is damaged: save it as UTF-8 text again and import that.") from None


def _mixed(content: bytes, name: str) -> Decoded:
    """Read each line as UTF-8 or as Windows-1252: texts are pasted together from both."""
    lines: list[str] = []
    windows: list[int] = []
    is_mixed = False
    for number, line in enumerate(content.split(b"\n"), start=1):
        try:
            lines.append(line.decode("utf-8"))
            is_mixed = is_mixed or not line.isascii()
        except UnicodeDecodeError:
            lines.append(_windows(line, name))
            windows.append(number)
    return Decoded(text="\n".join(lines), remarks=tuple(_windows_remarks(windows, is_mixed=is_mixed)))


def _windows(line: bytes, name: str) -> str:
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        raise InputError(
            f"{name} is in an encoding that is not known here: save it as UTF-8 text and import that."
        ) from None


def _windows_remarks(windows: Sequence[int], *, is_mixed: bool) -> list[SourceRemark]:
    advice = "Check its accents, dashes and quotes."
    if not is_mixed:
        return [SourceRemark(sentence=f"The text is not UTF-8; it was read as Windows-1252. {advice}")]
    sentence = "this line is not UTF-8 as others are; it was read as Windows-1252. Check its accents and quotes."
    return [SourceRemark(place=place, sentence=sentence) for place in windows]
