"""The parts of a Word file that hold its text, and those that the text is made with."""

from collections.abc import Iterator

from lpgminutes.importing.word.markup import Element
from lpgminutes.importing.word.package import Package

_STORIES = ("document", "header", "footer", "footnotes", "endnotes")
_RELATED = frozenset({"styles", "theme", "settings", "glossaryDocument", "people"})


def story_parts(package: Package) -> Iterator[str]:
    """Yield the parts with text, the document itself first."""
    yield package.document
    for part in package.entries:
        kind = part.rpartition("/")[2]
        is_told_of = part == package.document.lower() or "/glossary/" in part
        if kind.endswith(".xml") and kind.startswith(_STORIES) and not is_told_of:
            yield part


def related_parts(package: Package) -> dict[str, Element]:
    """Return what the document is made with: its styles, theme, settings, prompts and people."""
    parts = {one.kind: one.target for one in package.relationships(package.document).values() if one.kind in _RELATED}
    return {kind: root for kind, part in parts.items() if part and (root := package.xml(part)) is not None}
