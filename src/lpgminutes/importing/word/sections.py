"""The headers and footers that a Word file prints, section by section."""

from collections.abc import Iterator
from dataclasses import dataclass

from lpgminutes.importing.word.markup import Element, R, W, child, is_on, value


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """One part that heads or foots the pages of a section."""

    key: str
    """Its id among the relationships."""
    is_printed: bool
    """Word keeps the parts of first and even pages also where the file has no such pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section by the parts of its own, those that are printed first."""

    headers: tuple[Furniture, ...]
    footers: tuple[Furniture, ...]


def sections(body: Element, *, has_even_pages: bool) -> list[Section]:
    """Return the sections of a body in order."""
    return [_section(element, has_even_pages=has_even_pages) for element in _properties(body)]


def ends_section(block: Element) -> bool:
    """Whether a section ends with a block of the body."""
    return block.tag == f"{W}sectPr" or child(block, "pPr", "sectPr") is not None


def _properties(body: Element) -> Iterator[Element]:
    for block in body:
        ending = block if block.tag == f"{W}sectPr" else child(block, "pPr", "sectPr")
        if ending is not None:
            yield ending


def _section(element: Element, *, has_even_pages: bool) -> Section:
    printed = {"default"}
    if is_on(element.find(f"{W}titlePg")):
        printed.add("first")
    if has_even_pages:
        printed.add("even")

    def parts(name: str) -> tuple[Furniture, ...]:
        found = [
            Furniture(key=e.get(f"{R}id", ""), is_printed=(value(e, "type") or "default") in printed)
            for e in element.iterfind(f"{W}{name}")
        ]
        return tuple(sorted(found, key=lambda part: not part.is_printed))

    return Section(headers=parts("headerReference"), footers=parts("footerReference"))
