"""A Word file taken apart: its bytes in, its lines and what was left out of them out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lpgminutes.errors import InputError
from lpgminutes.importing.source import LineKind, PlaceUnit, Source, SourceLine, SourceRemark
from lpgminutes.importing.word.findings import Findings
from lpgminutes.importing.word.inline import Break, Inline
from lpgminutes.importing.word.lists import Lists, read_lists
from lpgminutes.importing.word.markup import Element, W, child, is_on
from lpgminutes.importing.word.notes import Notes
from lpgminutes.importing.word.numbering import Numbering
from lpgminutes.importing.word.package import Package, Relationship, open_package
from lpgminutes.importing.word.sections import Section, ends_section, sections
from lpgminutes.importing.word.story import Story
from lpgminutes.importing.word.styles import Styles, read_styles

_MACROS = "vbaproject.bin"
_TOLD_PROPERTIES = frozenset({"title", "subject", "keywords", "category", "description", "contentStatus"})


def read_word(content: bytes, *, name: str) -> Source:
    """Take the bytes of a Word file apart; ``name`` is what a refusal calls it."""
    package = open_package(content, name=name)
    root = package.xml(package.document)
    body = child(root, "body")
    if body is None:
        raise InputError(f"{name} holds no text: its document part is empty. Open it in Word and save it again.")
    reading = _Reading(package=package, relationships=package.relationships(package.document))
    lines = tuple(reading.lines(body))
    return Source(
        lines=lines,
        unit=PlaceUnit.PARAGRAPH,
        is_wrapped=False,
        set_aside=tuple(reading.findings.set_aside),
        remarks=tuple(reading.remarks()),
    )


@dataclass(slots=True, kw_only=True)
class _Reading:
    """What the parts of one file have in common while they are read."""

    package: Package
    relationships: dict[str, Relationship]
    findings: Findings = field(default_factory=Findings)
    styles: Styles = field(init=False)
    lists: Lists = field(init=False)
    _read: set[str] = field(default_factory=set)
    """The headers and footers that were read."""
    _seen: set[tuple[str, ...]] = field(default_factory=set)
    """Their words: sections often have parts of their own that say the same."""
    _has_unprinted: bool = False

    def __post_init__(self) -> None:
        self.styles = read_styles(self._part("styles"))
        self.lists = read_lists(self._part("numbering"), self.styles)

    def lines(self, body: Element) -> Iterator[SourceLine]:
        """Yield the lines of the body, with the header and footer of each section around its own."""
        story = self._story(body, LineKind.BODY)
        remaining = sections(body, has_even_pages=bool(is_on(child(self._part("settings"), "evenAndOddHeaders"))))
        yield from self._furniture(remaining[:1], LineKind.HEADER)
        for block in body:
            yield from story.block(block)
            if remaining and ends_section(block):
                yield from self._furniture(remaining[:1], LineKind.FOOTER)
                remaining = remaining[1:]
                yield from self._furniture(remaining[:1], LineKind.HEADER)
        yield from story.let_go()

    def _story(self, root: Element, kind: LineKind) -> Story:
        parts = {relationship.kind: relationship.target for relationship in self.relationships.values()}
        return Story(
            styles=self.styles,
            numbering=Numbering(self.lists),
            findings=self.findings,
            inline=Inline(styles=self.styles, findings=self.findings, notes=Notes(self.package, parts)),
            kind=kind,
            counts_places=kind is LineKind.BODY,
            turn=Break.RENDERED_PAGE if root.find(f".//{W}lastRenderedPageBreak") is not None else Break.PAGE,
        )

    def _part(self, kind: str) -> Element | None:
        target = next((r.target for r in self.relationships.values() if r.kind == kind), "")
        return self.package.xml(target) if target else None

    def _furniture(self, of: Sequence[Section], kind: LineKind) -> Iterator[SourceLine]:
        """Yield what stands at the head or the foot of the pages of a section, unless it was read before."""
        for section in of:
            for part in section.headers if kind is LineKind.HEADER else section.footers:
                lines = self._once(part.key, kind)
                self._has_unprinted = self._has_unprinted or bool(lines and not part.is_printed)
                yield from lines

    def _once(self, key: str, kind: LineKind) -> list[SourceLine]:
        target = self.relationships[key].target if key in self.relationships else ""
        root = self.package.xml(target) if target and target not in self._read else None
        self._read.add(target)
        lines = list(self._story(root, kind).lines(root)) if root is not None else []
        words = (kind.value, *(line.text for line in lines))
        is_new = words not in self._seen
        self._seen.add(words)
        return lines if is_new else []

    def remarks(self) -> Iterator[SourceRemark]:
        """Yield the remarks on the file as a whole, then those with a place."""
        if any(part.endswith(_MACROS) for part in self.package.entries):
            yield SourceRemark(sentence="The file holds macros; they were neither run nor read.")
        if self._has_unprinted:
            yield SourceRemark(
                sentence="A header or footer for first or even pages holds words, but the file prints no such pages: "
                "a marking in it was taken; check it."
            )
        told = sorted(_told_properties(self.package))
        if told:
            yield SourceRemark(sentence=f"The properties of the file were left out ({', '.join(told)}).")
        yield from self.findings.remarks()


def _told_properties(package: Package) -> Iterator[str]:
    """Yield the names of the properties in which somebody wrote something."""
    core = next((r.target for r in package.relationships("").values() if r.kind == "core-properties"), "")
    root = package.xml(core) if core else None
    for element in root if root is not None else ():
        name = str(element.tag).rpartition("}")[2]
        if name in _TOLD_PROPERTIES and (element.text or "").strip():
            yield name.removeprefix("content").lower()
