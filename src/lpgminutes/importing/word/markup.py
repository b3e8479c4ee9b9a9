"""The XML of a Word file: its names, and the one strict way to parse it.

This module alone imports lxml for the importers; it is imported when a Word file is read.
"""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import Final, TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for its elements

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MATHS: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VML: Final = "{urn:schemas-microsoft-com:vml}"
DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

TAGS_LIMIT = 800_000
"""Opening and closing tags of one part: those of some thousand pages."""

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(wordprocessingml/main|officeDocument/(?:relationships|math))")
_TRANSITIONAL = {
    b"wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_OFF = frozenset({"0", "false", "off", "none"})


class NotMarkup(Exception):
    """A part is not XML that may be read; its text says why, and ends a sentence that names the part."""


def parse(content: bytes) -> Element:
    """Parse strictly: no document type, no entities, no network, no repair, nothing of unusual size."""
    content = _as_utf8(content)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise NotMarkup("declares a document type, which Word never does; it may be an attack.")
    if content.count(b"<") > TAGS_LIMIT:
        raise NotMarkup("is larger than minutes can be.")
    parser = etree.XMLParser(
        recover=False,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(_STRICT.sub(lambda match: _TRANSITIONAL[match[1]], content), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise NotMarkup("is damaged. Open it in Word, save it again and import that.") from None


def _as_utf8(content: bytes) -> bytes:
    """Return a part in UTF-8, in which the search for what is refused can trust its bytes."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        try:
            return _DECLARATION.sub("", content.decode("utf-16")).encode()
        except UnicodeError:
            raise NotMarkup("is damaged. Open it in Word, save it again and import that.") from None
    declaration = re.match(rb"\A(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding=[\"']([\w.-]+)", content)
    if (declaration and declaration[1].lower() not in {b"utf-8", b"us-ascii"}) or b"\0" in content:
        raise NotMarkup("is in an encoding that Word does not write; it was not read.")
    return content


def value(element: Element | None, name: str = "val") -> str | None:
    """Return an attribute of Word's own namespace."""
    return None if element is None else element.get(f"{W}{name}")


def is_on(element: Element | None) -> bool | None:
    """Return what a switch says; ``None`` when it is not there, so that something else decides."""
    if element is None:
        return None
    return (element.get(f"{W}val") or "true").lower() not in _OFF


def number(text: str | None) -> int | None:
    """Return a whole number of the markup; ``None`` when there is none, or more digits than Word writes."""
    digits = re.fullmatch(r"([+-]?\d{1,9})(?:\.\d*)?", text or "")
    return int(digits[1]) if digits else None


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first descendant along a path of Word's own names.

    Every paragraph and every run is asked for many that it lacks, so this does not parse the path as ``find`` would.
    """
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(f"{W}{name}"), None)
    return element
