"""Cleans one part of a package for sealing, or refuses it with the reason."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from lxml import etree

from lpgminutes.documents import vocabulary
from lpgminutes.documents.ooxml import (
    FONT_TABLE,
    NUMBERING,
    STYLES,
    THEME,
    XML,
    NotXml,
    R,
    W,
    parse,
    serialise,
    w,
)
from lpgminutes.errors import SealRefused

_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COMPATIBILITY: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_STRIPPED_ATTRIBUTES: Final = (
    *(w(name) for name in vocabulary.REVISION_ATTRIBUTES),
    *(f"{{{namespace}}}*" for namespace in (*vocabulary.EXTENSIONS, _COMPATIBILITY)),
)
_STRIPPED_ELEMENTS: Final = (
    *(w(name) for name in vocabulary.LEFT_OUT),
    *(f"{{{namespace}}}*" for namespace in vocabulary.EXTENSIONS),
)
_KNOWN = {
    STYLES: vocabulary.STYLES,
    NUMBERING: vocabulary.NUMBERING,
    FONT_TABLE: vocabulary.FONTS,
}
_PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES)\s*(?:\\\*\s*(?:MERGEFORMAT|Arabic|roman)\s*)*", re.IGNORECASE)
_FOREIGN_ATTRIBUTES = etree.XPath(
    f"//@*[namespace-uri()!='{W}' and namespace-uri()!='{XML}'][not(namespace-uri()='{R}' and "
    "(parent::w:headerReference or parent::w:footerReference))]",
    namespaces={"w": W},
)


def clean_story(name: str, content: bytes) -> etree._Element:
    """Return the tree of a part that holds text, free of traces; refuse what may not be in it."""
    root = _parsed(name, content)
    _unwrap_controls(root, name)
    _strip(root)
    _demand_known(root, name, vocabulary.STORY)
    _demand_page_fields(root, name)
    etree.cleanup_namespaces(root, top_nsmap={"w": W, "r": R})
    return root


@lru_cache(maxsize=64)
def clean_support(name: str, content: bytes) -> bytes:
    """Return the XML of styles, numbering, fonts or theme, free of traces; refuse what may not be in it."""
    root = _parsed(name, content)
    if name == THEME:
        return _clean_theme(root)
    _strip(root)
    _demand_known(root, name, _KNOWN[name])
    etree.cleanup_namespaces(root)
    return serialise(root)


def _parsed(name: str, content: bytes) -> etree._Element:
    try:
        return parse(content)
    except NotXml:
        raise SealRefused(f"{name} cannot be read as XML. Save the template again from Word.") from None


def _strip(root: etree._Element) -> None:
    etree.strip_elements(root, *_STRIPPED_ELEMENTS, with_tail=False)
    etree.strip_attributes(root, *_STRIPPED_ATTRIBUTES)


def _demand_known(root: etree._Element, name: str, known: frozenset[str]) -> None:
    names = [etree.QName(tag) for tag in sorted({str(element.tag) for element in root.iter()})]
    unknown = [tag for tag in names if tag.namespace != W or tag.localname not in known]
    if unknown:
        told = min(unknown, key=lambda tag: tag.localname not in vocabulary.REASONS)
        raise SealRefused(_refusal(name, told))
    if _FOREIGN_ATTRIBUTES(root):
        raise SealRefused(f"{name} holds an attribute that is not known to be safe. Save the template again from Word.")


def _refusal(name: str, tag: etree.QName) -> str:
    if tag.localname in vocabulary.REASONS:
        return f"{name} holds {vocabulary.REASONS[tag.localname]}."
    if tag.namespace == _COMPATIBILITY:
        return f"{name} holds two versions of the same content: put in plain text or take it out."
    return f"{name} holds “{tag.localname}”, which is not known to be safe: take it out."


def _unwrap_controls(root: etree._Element, name: str) -> None:
    """Put the content of each content control in its place: Word wraps page numbers in one."""
    if root.find(f".//{w('dataBinding')}") is not None:
        raise SealRefused(f"{name} holds a content control that is bound to data: take it out.")
    etree.strip_elements(root, w("sdtPr"), w("sdtEndPr"), with_tail=False)
    etree.strip_tags(root, w("sdt"), w("sdtContent"))


def _demand_page_fields(root: etree._Element, name: str) -> None:
    for instruction in _instructions(root.iter(w("fldSimple"), w("fldChar"), w("instrText"))):
        if _PAGE_FIELD.fullmatch(instruction) is None:
            raise SealRefused(f"{name} holds a field that is neither PAGE nor NUMPAGES: take it out.")


def _instructions(fields: Iterable[etree._Element]) -> list[str]:
    """Return the instruction of every field; one that Word has split over runs is joined first."""
    found: list[str] = []
    for element in fields:
        if element.tag == w("fldSimple"):
            found.append(element.get(w("instr"), ""))
        elif element.tag == w("instrText"):
            found = found or [""]
            found[-1] += element.text or ""
        elif element.get(w("fldCharType")) == "begin":
            found.append("")
    return found


def _clean_theme(root: etree._Element) -> bytes:
    etree.strip_elements(root, f"{{{_DRAWING}}}extLst", with_tail=False)
    for element in root.iter():
        tag = etree.QName(element)
        if tag.namespace != _DRAWING or tag.localname == "blip":
            raise SealRefused(f"{THEME} holds a picture or an extension: choose a plain theme.")
        if any("{" in str(key) for key in element.attrib):
            raise SealRefused(f"{THEME} refers to another part: choose a plain theme.")
    etree.cleanup_namespaces(root)
    return serialise(root)
