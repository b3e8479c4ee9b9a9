"""A PDF taken apart for review: the text of its pages, what lies under boxes, and what the file holds beside them.

Pixels are hardly looked at: what a picture shows is said to be unseen.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any

from lpgminutes.domain.reviewing.copy import CopyPlace, HiddenWay, HiddenWords
from lpgminutes.domain.text import clean
from lpgminutes.errors import InputError
from lpgminutes.importing.decoding import SIZE_LIMIT
from lpgminutes.importing.lines import ends_sentence
from lpgminutes.importing.redacted.pdf_annotations import pin_all
from lpgminutes.importing.redacted.pdf_beside import beside_pages, letters_of, spoken_otherwise
from lpgminutes.importing.redacted.pdf_covering import Seen, seen_words, stretches
from lpgminutes.importing.redacted.pdf_gaps import masked
from lpgminutes.importing.redacted.pdf_geometry import Box
from lpgminutes.importing.redacted.pdf_ink import LARGEST_DRAWING, Ink, TooMuch
from lpgminutes.importing.redacted.pdf_layers import Layers
from lpgminutes.importing.redacted.pdf_links import links_of
from lpgminutes.importing.redacted.pdf_objects import entry, numbers, parts
from lpgminutes.importing.source import PlaceUnit, Source, SourceLine

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_MOST_PAGES = 1_000
_EVERYWHERE = Box(-1e6, -1e6, 1e6, 1e6)
"""What is seen of a page that does not say how large it is."""
_SECTION, _LIMB = re.compile(r"\b[Ss](?:ection\s?)?\.?\d{1,2}$"), re.compile(r"\(\d[A-Z]?\)")
"""A label that is broken over two lines."""
_UNIT = PlaceUnit.PAGE.value


@dataclass(slots=True)
class PdfCopy:
    """A PDF taken apart."""

    source: Source
    hidden: list[HiddenWords] = field(default_factory=list)
    not_looked_at: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Page:
    """A page taken apart."""

    text: str
    shown: str
    """The letters that a reader sees, as they are compared."""
    hidden: list[tuple[HiddenWay, str]]
    unseen: list[str]


def read_pdf(content: bytes, *, name: str) -> PdfCopy:
    """Take the bytes of a PDF apart; ``name`` is what a refusal calls it."""
    try:
        return _read(content, name)
    except (InputError, ImportError):  # a reader of another version is no fault of the file
        raise
    except TooMuch:
        raise InputError(f"{name} is drawn in more steps than minutes can be; it was not read further.") from None
    except Exception as failure:  # noqa: BLE001 - a broken PDF fails inside its reader in any way that there is
        if type(failure).__name__ == "DependencyError" and "AES" in str(failure):
            raise InputError(_secured_with_aes(name)) from None
        raise InputError(
            f"{name} is damaged or not a PDF: it cannot be read. Fetch the file again from where it came."
        ) from None


def _secured_with_aes(name: str) -> str:
    return (
        f"{name} is secured with AES, which cannot be read here without the package cryptography. Print the file to a "
        "new PDF and review that, or install the package (pip install cryptography) and try again."
    )


def _read(content: bytes, name: str) -> PdfCopy:
    reader = _opened(content, name)
    if len(reader.pages) > _MOST_PAGES:
        raise InputError(f"{name} has more than {_MOST_PAGES:,} pages; minutes have not.")
    layers = Layers(reader.root_object)
    lines: list[SourceLine] = []
    hidden: list[HiddenWords] = []
    unseen: list[str] = []
    shown: list[str] = []
    for number, page in enumerate(reader.pages, start=1):
        taken = _page(page, number, layers, name)
        lines += _lines(taken.text, number, lines[-1].text if lines else "")
        if sum(len(line.spaced) for line in lines) > SIZE_LIMIT:
            raise InputError(f"{name} holds more text than minutes can; it was not read further.")
        hidden += [_words(way, words, number) for way, words in taken.hidden]
        unseen += taken.unseen
        shown.append(taken.shown)
    hidden += [_words(way, words) for way, words in beside_pages(reader, content, shown="".join(shown))]
    if entry(reader.root_object, "/AcroForm", "/XFA") is not None:
        unseen.append("the form in XML that the file holds beside its pages")
    source = Source(lines=tuple(lines), unit=PlaceUnit.PAGE, is_wrapped=True)
    return PdfCopy(source=source, hidden=hidden, not_looked_at=unseen)


def _opened(content: bytes, name: str) -> "PdfReader":
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(BytesIO(content))
    if not reader.is_encrypted:
        return reader
    try:
        is_open = bool(reader.decrypt(""))
    except NotImplementedError:
        raise InputError(
            f"{name} is secured in a way that cannot be read here. Print it to a new PDF and review that."
        ) from None
    if not is_open:
        raise InputError(f"{name} is under a password. Take the password off and try again.")
    return reader


def _page(page: "PageObject", number: int, layers: Layers, name: str) -> _Page:
    ink = Ink(_sheet(page), layers)
    text = _drawn(page, ink, name)
    own_steps = ink.drawing.steps
    pinned = pin_all(parts(page.get("/Annots")), ink, layers)
    seen = seen_words(ink.drawing)
    own = [one for one in seen if one.word.signs[0].writing.order <= own_steps]
    added = [*pinned.lines, *_shown_lines(seen[len(own) :])]
    text = "\n".join([masked(text, own, ink.drawing.grounds), *added])
    shown = letters_of("".join([*(one.word.text for one in own if one.way is None), *added]))
    hidden = [*_stretches(seen), *pinned.hidden, *spoken_otherwise(ink.drawing.spoken, shown)]
    hidden += links_of(parts(page.get("/Annots")), seen, ink.drawing.grounds, shown)
    unseen = list(_unseen(ink, number, has_text=bool(text.strip()), broken=pinned.broken))
    return _Page(clean(text, limit=SIZE_LIMIT, what=name).text, shown, hidden, unseen)


def _sheet(page: "PageObject") -> Box:
    """Return what is seen of a page."""
    edges = [numbers(entry(page, key)) for key in ("/MediaBox", "/CropBox")]
    whole, cut = (Box.around([one[:2], one[2:]]) if len(one) == 4 else _EVERYWHERE for one in edges)  # noqa: PLR2004
    seen = whole.within(cut)
    return seen if seen.area else whole


def _drawn(page: "PageObject", ink: Ink, name: str) -> str:
    """Follow the drawing of a page, and return its text."""
    from pypdf.generic import ContentStream, NameObject

    content = entry(page, "/Contents")
    if content is None:
        return ""
    drawing = ContentStream(content, page.pdf, "bytes")
    if len(drawing.get_data()) > LARGEST_DRAWING:
        raise InputError(f"{name} unpacks to far more than minutes can hold; it was not read further.")
    page[NameObject("/Contents")] = drawing
    ink.draw(_steps(drawing), entry(page, "/Resources"))
    return page.extract_text()


def _steps(drawing: Any) -> Iterator[tuple[Any, bytes]]:  # noqa: ANN401 - the reader's own form for it
    yield from drawing.operations


def _stretches(seen: list[Seen]) -> Iterator[tuple[HiddenWay, str]]:
    """Yield what is not seen of a page; the text of a scan counts as one."""
    found = list(stretches(seen))
    yield from ((way, words) for way, words in found if way is not HiddenWay.SCAN)
    scanned = [words for way, words in found if way is HiddenWay.SCAN]
    if scanned:
        yield HiddenWay.SCAN, " ".join(scanned)


def _shown_lines(seen: list[Seen]) -> Iterator[str]:
    for _, words in groupby((one for one in seen if one.way is None), key=lambda one: one.word.line):
        yield " ".join(one.word.text for one in words)


def _lines(text: str, page: int, before: str) -> Iterator[SourceLine]:
    """Yield the lines of a page; a PDF knows no paragraphs, so one begins where a sentence ended before it."""
    for line in text.split("\n"):
        if line.strip():
            is_open = before.count("[") > before.count("]") or bool(
                _LIMB.match(line.strip()) and _SECTION.search(before)
            )
            gap = ends_sentence(before) and not is_open
            yield SourceLine(spaced=line.strip(), place=page, page=page, after_gap=gap)
            before = line.strip()


def _unseen(ink: Ink, number: int, *, has_text: bool, broken: int) -> Iterator[str]:
    if not has_text:
        yield f"page {number}, which holds no text: it is a picture, or empty"
    elif any(ground.is_picture and ground.colour is None for ground in ink.drawing.grounds):
        yield f"the pictures on page {number}, which may show or cover words"
    if broken:
        yield f"{broken} of what is pinned on page {number}, for it is broken"


def _words(way: HiddenWay, words: str, page: int = 0) -> HiddenWords:
    return HiddenWords(way=way, words=words, place=CopyPlace(unit=_UNIT, at=page))
