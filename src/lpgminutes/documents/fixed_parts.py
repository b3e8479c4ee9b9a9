"""The parts of a sealed package that take nothing from the template, but for a value or two."""

from collections.abc import Iterable, Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from lpgminutes.documents.ooxml import (
    APP,
    CONTENT_TYPES,
    CORE,
    DOCUMENT,
    FONT_TABLE,
    HEADER_OR_FOOTER,
    NUMBERING,
    PACKAGE_RELATIONSHIPS,
    PACKAGE_RELS,
    SETTINGS,
    STYLES,
    THEME,
    R,
    W,
)

LANGUAGE: Final = "en-GB"

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES: Final = {
    DOCUMENT: f"{_WORD_TYPE}.document.main+xml",
    STYLES: f"{_WORD_TYPE}.styles+xml",
    SETTINGS: f"{_WORD_TYPE}.settings+xml",
    FONT_TABLE: f"{_WORD_TYPE}.fontTable+xml",
    NUMBERING: f"{_WORD_TYPE}.numbering+xml",
    THEME: "application/vnd.openxmlformats-officedocument.theme+xml",
    CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    APP: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_COMPATIBILITY: Final = (
    ("compatibilityMode", "15"),
    ("overrideTableStyleFontSizeAndJustification", "1"),
    ("enableOpenTypeFeatures", "1"),
    ("doNotFlipMirrorIndents", "1"),
    ("differentiateMultirowTableHeaders", "1"),
)
_PROPERTIES: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_EXTENDED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def core_properties(title: str, creator: str) -> bytes:
    """Return the properties of a document: title, creator and language, no person and no time."""
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_PROPERTIES}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(creator)}</dc:creator>"
        f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
    ).encode()


def app_properties() -> bytes:
    """Return the properties that programs add: none."""
    return f'{_DECLARATION}<Properties xmlns="{_EXTENDED}"/>'.encode()


def settings(*, even_and_odd_headers: bool) -> bytes:
    """Return the settings of a document, without any trace of its editing."""
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in _COMPATIBILITY
    )
    return (
        f'{_DECLARATION}<w:settings xmlns:w="{W}">'
        + ("<w:evenAndOddHeaders/>" if even_and_odd_headers else "")
        + '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compatibility}</w:compat><w:themeFontLang w:val="{LANGUAGE}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    ).encode()


def content_types(parts: Iterable[str]) -> bytes:
    """Return the list of what each part is."""
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>'
        for part in parts
        if (kind := _content_type(part)) is not None
    )
    return (
        f'{_DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def package_relationships() -> bytes:
    """Return the relationships of the package to its main part and its properties."""
    return relationships(
        {
            "rId1": (f"{R}/officeDocument", DOCUMENT),
            "rId2": (f"{PACKAGE_RELATIONSHIPS}/metadata/core-properties", CORE),
            "rId3": (f"{R}/extended-properties", APP),
        }
    )


def relationships(targets: Mapping[str, tuple[str, str]]) -> bytes:
    """Return a relationships part: identifier → type and target."""
    entries = "".join(
        f'<Relationship Id="{identifier}" Type="{kind}" Target={quoteattr(target)}/>'
        for identifier, (kind, target) in targets.items()
    )
    return f'{_DECLARATION}<Relationships xmlns="{PACKAGE_RELATIONSHIPS}">{entries}</Relationships>'.encode()


def in_order(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return ``parts`` in the order in which every package is written."""
    return dict(sorted(parts.items(), key=lambda part: _position(part[0])))


_ORDER: Final = (
    CONTENT_TYPES,
    PACKAGE_RELS,
    APP,
    CORE,
    DOCUMENT,
    "word/_rels/document.xml.rels",
    STYLES,
    SETTINGS,
    FONT_TABLE,
    THEME,
    NUMBERING,
)


def _position(part: str) -> tuple[int, str, int]:
    if (match := HEADER_OR_FOOTER.fullmatch(part)) is not None:
        return len(_ORDER), match[1], int(match[2])
    return _ORDER.index(part), "", 0


def _content_type(part: str) -> str | None:
    if (match := HEADER_OR_FOOTER.fullmatch(part)) is not None:
        return f"{_WORD_TYPE}.{match[1]}+xml"
    return _TYPES.get(part)
