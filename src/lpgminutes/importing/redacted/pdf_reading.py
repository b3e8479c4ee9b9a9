"""A PDF taken apart for review: the text of its pages, what lies under boxes, and what the file holds beside them.

Pixels are not looked at: what a picture shows or covers is said to be unseen.
"""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from lpgminutes.domain.reviewing.copy import CopyPlace, HiddenWay, HiddenWords
from lpgminutes.domain.text import clean
from lpgminutes.errors import InputError
from lpgminutes.importing.decoding import SIZE_LIMIT
from lpgminutes.importing.lines import ends_sentence
from lpgminutes.importing.redacted.pdf_ink import Box, Ink, TooMuch
from lpgminutes.importing.source import PlaceUnit, Source, SourceLine

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_MOST_PAGES = 1_000
_LARGEST_PAGE = 8 * 1024 * 1024
"""Bytes of the drawing of one page, unpacked."""
_UNIT = PlaceUnit.PAGE.value
_ENDING = b"%%EOF"
_PROPERTIES = {"/Author": "author", "/Title": "title", "/Subject": "subject", "/Keywords": "keywords"}
_PASSIVE = frozenset({"/Link", "/Widget", "/Popup"})


@dataclass(slots=True)
class PdfCopy:
    """A PDF taken apart."""

    source: Source
    hidden: list[HiddenWords] = field(default_factory=list)
    not_looked_at: list[str] = field(default_factory=list)


def read_pdf(content: bytes, *, name: str) -> PdfCopy:
    """Take the bytes of a PDF apart; ``name`` is what a refusal calls it."""
    try:
        return _read(content, name)
    except InputError:
        raise
    except TooMuch:
        raise InputError(f"{name} is drawn in more steps than minutes can be; it was not read further.") from None
    except Exception:  # noqa: BLE001 - a broken PDF fails inside its reader in any way that there is
        raise InputError(
            f"{name} is damaged or not a PDF: it cannot be read. Fetch the file again from where it came."
        ) from None


def _read(content: bytes, name: str) -> PdfCopy:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError(f"{name} is under a password. Take the password off and try again.")
    if len(reader.pages) > _MOST_PAGES:
        raise InputError(f"{name} has more than {_MOST_PAGES:,} pages; minutes have not.")
    lines: list[SourceLine] = []
    hidden: list[HiddenWords] = []
    unseen: list[str] = []
    for number, page in enumerate(reader.pages, start=1):
        text, ink = _page(page, name)
        lines += _lines(text, number, lines[-1].text if lines else "")
        if sum(len(line.spaced) for line in lines) > SIZE_LIMIT:
            raise InputError(f"{name} holds more text than minutes can; it was not read further.")
        hidden += [*_under(ink, number), *_annotations(page, ink, number)]
        unseen += _unseen(page, number, has_text=bool(text.strip()))
    hidden += [*_properties(reader), *_beside(reader, content)]
    source = Source(lines=tuple(lines), unit=PlaceUnit.PAGE, is_wrapped=True)
    return PdfCopy(source=source, hidden=hidden, not_looked_at=unseen)


def _page(page: "PageObject", name: str) -> tuple[str, Ink]:
    drawing = page.get_contents()
    if drawing is not None and len(drawing.get_data()) > _LARGEST_PAGE:
        raise InputError(f"{name} unpacks to far more than minutes can hold; it was not read further.")
    ink = Ink()
    text = page.extract_text(visitor_operand_before=ink.operation, visitor_text=ink.text)
    return clean(text, limit=SIZE_LIMIT, what=name).text, ink


def _lines(text: str, page: int, before: str) -> Iterator[SourceLine]:
    """Yield the lines of a page; a PDF knows no paragraphs, so one begins where a sentence ended before it."""
    for line in text.split("\n"):
        if line.strip():
            is_open = before.count("[") > before.count("]")
            gap = ends_sentence(before) and not is_open
            yield SourceLine(spaced=line.strip(), place=page, page=page, after_gap=gap)
            before = line.strip()


def _under(ink: Ink, page: int) -> Iterator[HiddenWords]:
    ways = ((HiddenWay.COVERED, ink.covered()), (HiddenWay.PALE, ink.pale()), (HiddenWay.HIDDEN, ink.invisible()))
    for way, stretches in ways:
        yield from (_words(way, words, page) for words in stretches)


def _annotations(page: "PageObject", ink: Ink, number: int) -> Iterator[HiddenWords]:
    """Yield what is pinned on a page: redactions that nobody applied, boxes, remarks."""
    for reference in page.annotations or ():
        annotation = cast("Mapping[str, Any]", reference.get_object())
        kind = str(annotation.get("/Subtype"))
        if kind == "/Redact" or (kind == "/Square" and "/IC" in annotation):
            left, bottom, right, top = (float(side) for side in annotation["/Rect"])
            over = Ink(boxes=[Box(left, bottom, right, top, float("inf"))], writings=ink.writings)
            way = HiddenWay.NOT_APPLIED if kind == "/Redact" else HiddenWay.COVERED
            yield from (_words(way, words, number) for words in over.covered())
        elif kind not in _PASSIVE and (words := str(annotation.get("/Contents") or "").strip()):
            yield _words(HiddenWay.COMMENT, words, number)


def _unseen(page: "PageObject", number: int, *, has_text: bool) -> Iterator[str]:
    if not has_text:
        yield f"page {number}, which holds no text: it is a picture, or empty"
    elif page.images.keys():
        yield f"the pictures on page {number}, which may show or cover words"


def _properties(reader: "PdfReader") -> Iterator[HiddenWords]:
    told = cast("Mapping[str, object]", reader.metadata or {})
    for key, label in _PROPERTIES.items():
        if words := str(told.get(key) or "").strip():
            yield _words(HiddenWay.PROPERTY, f"{label}: {words}")


def _beside(reader: "PdfReader", content: bytes) -> Iterator[HiddenWords]:
    for attached in reader.attachments:
        yield _words(HiddenWay.ATTACHED, attached)
    states = content.count(_ENDING) - (b"/Linearized" in content[:1024])
    if states > 1:
        yield _words(HiddenWay.EARLIER, f"saved in place {states - 1} times")


def _words(way: HiddenWay, words: str, page: int = 0) -> HiddenWords:
    return HiddenWords(way=way, words=words, place=CopyPlace(unit=_UNIT, at=page))
