"""Names of the Word format, namespaces and parts, and the one way to parse and to write its XML."""

import posixpath
import re
from typing import Final

from lxml import etree

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML: Final = "http://www.w3.org/XML/1998/namespace"
PACKAGE_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"

DOCUMENT: Final = "word/document.xml"
DOCUMENT_RELATIONSHIPS: Final = "word/_rels/document.xml.rels"
SETTINGS: Final = "word/settings.xml"
STYLES: Final = "word/styles.xml"
NUMBERING: Final = "word/numbering.xml"
FONT_TABLE: Final = "word/fontTable.xml"
THEME: Final = "word/theme/theme1.xml"
CORE: Final = "docProps/core.xml"
APP: Final = "docProps/app.xml"
CONTENT_TYPES: Final = "[Content_Types].xml"
PACKAGE_RELS: Final = "_rels/.rels"

HEADER_OR_FOOTER: Final = re.compile(r"word/(header|footer)(\d{1,2})\.xml")
KINDS: Final = ("default", "first", "even")
"""The kinds of header and footer that a section may have."""


class NotXml(Exception):
    """The content of a part is not the XML that it should be. It says nothing of the content."""


def w(name: str) -> str:
    """Return the full name of an element or attribute of the main namespace."""
    return f"{{{W}}}{name}"


def is_story(part: str) -> bool:
    """Whether ``part`` holds text that is read on the page."""
    return part == DOCUMENT or HEADER_OR_FOOTER.fullmatch(part) is not None


def parse(xml: bytes | str) -> etree._Element:
    """Parse strictly: no recovery, no entities, no network; comments and instructions fall away."""
    parser = etree.XMLParser(
        recover=False, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(xml.encode() if isinstance(xml, str) else xml, parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError):
        raise NotXml from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise NotXml
    return root


def part_named(target: str) -> str:
    """Return the part that a relationship of the main text points to."""
    return posixpath.normpath(posixpath.join("/word", target)).removeprefix("/")


def serialise(root: etree._Element) -> bytes:
    """Return the XML of a part, always written the same way."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def visible_text(root: etree._Element) -> str:
    """Return what a reader sees of a part: its runs in order, one line for each paragraph."""
    return "".join(map(_shown, root.iter(_P, _T, _TAB, _BR, _CR)))


def _shown(element: etree._Element) -> str:
    tag = element.tag
    if tag == _T:
        return element.text or ""
    if tag == _P:
        return "\n"
    parent = element.getparent()
    if parent is None or parent.tag != _R:
        return ""
    return "\t" if tag == _TAB else "\n"


_P, _R, _T, _TAB, _BR, _CR = (w(name) for name in ("p", "r", "t", "tab", "br", "cr"))
