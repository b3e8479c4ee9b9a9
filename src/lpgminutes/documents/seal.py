"""Seals a Word file: rebuilds the package from the parts that may be in it, with nothing of its making left.

A part that is known to hold only traces is left out, any other part that is not known stops the seal.
"""

import re
from collections.abc import Mapping
from typing import Final

from lxml import etree

from lpgminutes.documents import fixed_parts
from lpgminutes.documents.cleaning import clean_story, clean_support
from lpgminutes.documents.ooxml import (
    APP,
    CONTENT_TYPES,
    CORE,
    DOCUMENT,
    DOCUMENT_RELATIONSHIPS,
    FONT_TABLE,
    HEADER_OR_FOOTER,
    NUMBERING,
    PACKAGE_RELS,
    SETTINGS,
    STYLES,
    THEME,
    NotXml,
    R,
    is_story,
    parse,
    part_named,
    serialise,
    w,
)
from lpgminutes.documents.package import read_package, write_package
from lpgminutes.errors import InputError, SealRefused

_SUPPORT: Final = (STYLES, FONT_TABLE, THEME, NUMBERING)
_REWRITTEN: Final = frozenset((CONTENT_TYPES, PACKAGE_RELS, CORE, APP, SETTINGS, DOCUMENT_RELATIONSHIPS))
_LEFT_OUT: Final = re.compile(
    r"word/(webSettings|stylesWithEffects|people|footnotes|endnotes|comments(Extended|Ids|Extensible))\.xml"
    r"|docProps/(custom\.xml|thumbnail\.\w+)|docMetadata/.*|customXml/.*|word/(printerSettings|glossary)/.*"
    r"|word/_rels/(webSettings|footnotes|endnotes|people)\.xml\.rels"
)
_LOOSE_RELATIONSHIPS: Final = re.compile(r".*\.rels")
_KIND_OF: Final = {
    STYLES: "styles",
    SETTINGS: "settings",
    FONT_TABLE: "fontTable",
    THEME: "theme",
    NUMBERING: "numbering",
}


def seal(package: bytes, *, title: str, creator: str) -> bytes:
    """Return ``package`` rebuilt from the parts that may be in it; the same package gives the same bytes."""
    try:
        parts = read_package(package)
    except InputError as problem:
        raise SealRefused(str(problem)) from None
    return write_package(seal_parts(parts, title=title, creator=creator))


def seal_parts(parts: Mapping[str, bytes], *, title: str, creator: str) -> dict[str, bytes]:
    """Return the sealed parts of a package in their fixed order."""
    if DOCUMENT not in parts:
        raise SealRefused("The package has no main text.")
    kept = [name for name in parts if _is_kept(name, parts[name])]
    targets = _targets(parts.get(DOCUMENT_RELATIONSHIPS))
    renamed = _renamed(kept, targets)
    cleaned = {name: _cleaned(name, parts[name]) for name in kept}
    sealed = {
        name: part if isinstance(part, bytes) else _referring(name, part, renamed) for name, part in cleaned.items()
    }
    sealed[SETTINGS] = fixed_parts.settings(even_and_odd_headers=_has_even_and_odd_headers(parts))
    sealed[DOCUMENT_RELATIONSHIPS] = fixed_parts.relationships(_numbered(sealed))
    sealed[CORE] = fixed_parts.core_properties(title, creator)
    sealed[APP] = fixed_parts.app_properties()
    sealed[PACKAGE_RELS] = fixed_parts.package_relationships()
    ordered = fixed_parts.in_order(sealed)
    return {CONTENT_TYPES: fixed_parts.content_types(ordered), **ordered}


def refusals(parts: Mapping[str, bytes]) -> list[str]:
    """Return a sentence for each part that would stop the seal."""
    sentences: list[str] = []
    for name, content in parts.items():
        try:
            if _is_kept(name, content):
                _cleaned(name, content)
            elif name == DOCUMENT_RELATIONSHIPS:
                _targets(content)
        except SealRefused as refused:
            sentences.append(str(refused))
    return sentences


def _is_kept(name: str, content: bytes) -> bool:
    """Whether a part goes into the sealed package; refuses one that is not known at all."""
    if is_story(name) or name in _SUPPORT:
        return True
    if name in _REWRITTEN or _LEFT_OUT.fullmatch(name):
        return False
    if _LOOSE_RELATIONSHIPS.fullmatch(name):
        _demand_nothing_outside(name, content)
        return False
    raise SealRefused(f"The package holds {name}, which may not be in it: take it out of the template.")


def _demand_nothing_outside(name: str, content: bytes) -> None:
    if len(_relationships(name, content)):
        owner = name.replace("_rels/", "").removesuffix(".rels")
        raise SealRefused(
            f"{owner} refers to something outside itself, a picture, link or attached template: take it out."
        )


def _targets(content: bytes | None) -> dict[str, str]:
    """Return the parts that the main text refers to, by identifier."""
    targets: dict[str, str] = {}
    for entry in _relationships(DOCUMENT_RELATIONSHIPS, content or b"<Relationships/>"):
        if entry.get("TargetMode") == "External":
            raise SealRefused(f"{DOCUMENT} refers to something outside the file, a link or a template: take it out.")
        targets[entry.get("Id", "")] = part_named(entry.get("Target", ""))
    return targets


def _relationships(name: str, content: bytes) -> etree._Element:
    try:
        return parse(content)
    except NotXml:
        raise SealRefused(f"{name} cannot be read as XML. Save the template again from Word.") from None


def _renamed(kept: list[str], targets: Mapping[str, str]) -> dict[str, str]:
    """Return the identifier that each reference of the main text will have."""
    new = {target: identifier for identifier, (_, target) in _numbered(dict.fromkeys(kept, b"")).items()}
    return {
        identifier: new[short]
        for identifier, target in targets.items()
        if (short := target.removeprefix("word/")) in new
    }


def _numbered(parts: Mapping[str, bytes]) -> dict[str, tuple[str, str]]:
    """Return the relationships of the main text, numbered in the fixed order of the parts."""
    related = [name for name in fixed_parts.in_order({**parts, SETTINGS: b""}) if _kind(name) is not None]
    return {
        f"rId{number}": (f"{R}/{_kind(name)}", name.removeprefix("word/"))
        for number, name in enumerate(related, start=1)
    }


def _kind(name: str) -> str | None:
    match = HEADER_OR_FOOTER.fullmatch(name)
    return match[1] if match else _KIND_OF.get(name)


def _referring(name: str, root: etree._Element, renamed: Mapping[str, str]) -> bytes:
    """Return the XML of a part of text, its references to headers and footers renamed."""
    for reference in root.iter(w("headerReference"), w("footerReference")):
        identifier = reference.get(f"{{{R}}}id", "")
        if identifier not in renamed:
            raise SealRefused(f"{name} refers to a header or footer that is not in the package.")
        reference.set(f"{{{R}}}id", renamed[identifier])
    return serialise(root)


def _cleaned(name: str, content: bytes) -> etree._Element | bytes:
    return clean_support(name, content) if name in _SUPPORT else clean_story(name, content)


def _has_even_and_odd_headers(parts: Mapping[str, bytes]) -> bool:
    if SETTINGS not in parts:
        return False
    switch = _relationships(SETTINGS, parts[SETTINGS]).find(w("evenAndOddHeaders"))
    return switch is not None and switch.get(w("val"), "1") not in {"0", "false", "off"}
