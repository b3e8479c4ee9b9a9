"""One part of a Word file as lines: paragraphs, tables and boxes in the order in which they are read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from lpgminutes.importing.source import Cell, LineKind, SourceLine
from lpgminutes.importing.word.findings import Findings, Left
from lpgminutes.importing.word.inline import Break, Inline, Piece, is_prompt, preferred, text_of
from lpgminutes.importing.word.markup import COMPATIBILITY, Element, W, child, is_on, number, value
from lpgminutes.importing.word.numbering import Numbering
from lpgminutes.importing.word.paragraphs import Stand, begins_page, boxes_of, ends_deleted, lines_of
from lpgminutes.importing.word.styles import Look, Styles

_CONTENTS_STYLE = ("toc ", "table of figures", "contents ")
_CONTENTS_GALLERY = "Table of Contents"
_HOLDERS = frozenset({"tbl", "sdt", "sectPr"})
"""What a paragraph whose end was deleted cannot run into."""
_WRAPPERS = frozenset({"customXml", "smartTag", "ins", "moveTo", "sdtContent"})


@dataclass(slots=True, kw_only=True)
class Story:
    """Reads one part, and knows how far it has come."""

    styles: Styles
    numbering: Numbering
    findings: Findings
    inline: Inline
    kind: LineKind = LineKind.BODY
    counts_places: bool = True
    """Whether paragraphs and rows are counted: a header has the place of the section that it heads."""
    turn: Break = Break.PAGE
    """What turns the page: where Word left marks of its own pages these, else a manual page break."""
    _tables: int = 0
    _page: int = 1
    _gap: bool = False
    _carried: list[Piece] = field(default_factory=list)
    """The words of a paragraph whose end was deleted."""

    def lines(self, blocks: Iterable[Element], *, table: int | None = None) -> Iterator[SourceLine]:
        """Yield the lines of what a body, a header, a cell or a box holds."""
        for block in blocks:
            yield from self.block(block, table)
        yield from self.let_go(table)

    def block(self, block: Element, table: int | None = None) -> Iterator[SourceLine]:
        """Yield the lines of one block; a paragraph that runs into the next waits for it."""
        name = str(block.tag).removeprefix(W)
        if name == "p":
            yield from self._paragraph(block, table)
            return
        if name in _HOLDERS:
            yield from self.let_go(table)
        if name == "tbl":
            yield from self._table(block, nested=table is not None)
        elif name == "sdt":
            yield from self._control(block, table)
        elif name in {"del", "moveFrom"}:
            self.findings.leave(Left.DELETED, text_of(block))
        elif name in _WRAPPERS:
            yield from self.lines(block, table=table)
        elif block.tag == f"{COMPATIBILITY}AlternateContent":
            yield from self.lines(preferred(block), table=table)
        elif name == "altChunk":
            self.findings.embedded += 1

    def _control(self, control: Element, table: int | None) -> Iterator[SourceLine]:
        content = control.find(f"{W}sdtContent")
        if content is None:
            return
        gallery = value(child(control, "sdtPr", "docPartObj", "docPartGallery"))
        if gallery == _CONTENTS_GALLERY:
            self.findings.leave(Left.CONTENTS, text_of(content))
        elif is_prompt(control):
            self.findings.leave(Left.PROMPT, text_of(content))
        else:
            yield from self.lines(content, table=table)

    def _paragraph(self, paragraph: Element, table: int | None) -> Iterator[SourceLine]:
        if table is None:
            self._next_place()
        properties = child(paragraph, "pPr")
        look = self.styles.paragraph(value(child(properties, "pStyle")))
        if look.name.lower().startswith(_CONTENTS_STYLE):
            self.findings.leave(Left.CONTENTS, text_of(paragraph))
            return
        pieces = [*self._carried, *self.inline.pieces(paragraph, look)]
        self._carried = pieces if ends_deleted(properties) else []
        if not self._carried:
            yield from self._worded(pieces, look, properties, table)

    def let_go(self, table: int | None = None) -> Iterator[SourceLine]:
        """Yield the words that no further paragraph took up."""
        if self._carried:
            pieces, self._carried = self._carried, []
            yield from self._worded(pieces, self.styles.paragraph(None), None, table)

    def _worded(
        self, pieces: Sequence[Piece], look: Look, properties: Element | None, table: int | None
    ) -> Iterator[SourceLine]:
        if begins_page(properties):
            self._gap = True
            self._page += self.turn is Break.PAGE
        label = self.numbering.label(properties, look)
        if not pieces and not label.number:
            self._gap = True
            return
        stand = Stand(
            place=self.findings.place,
            kind=self.kind,
            page=self._page,
            after_gap=self._gap,
            turn=self.turn,
            table=table,
        )
        lines = list(lines_of(pieces, look=look, label=label, properties=properties, stand=stand))
        self._gap = not lines or (bool(pieces) and pieces[-1] is Break.PAGE)
        self._page += sum(piece is self.turn for piece in pieces)
        yield from lines
        for box in boxes_of(pieces):
            if self.kind is LineKind.BODY:
                self.findings.text_boxes.add(self.findings.place)
            yield from self.lines(box, table=table)

    def _next_place(self) -> None:
        if self.counts_places:
            self.findings.read += 1

    def _table(self, table: Element, *, nested: bool) -> Iterator[SourceLine]:
        self._tables += 1
        ordinal = self._tables
        for row in _inner(table, "tr"):
            if not nested:
                self._next_place()
            if child(row, "trPr", "del") is not None:
                self.findings.leave(Left.DELETED, text_of(row))
                continue
            if child(row, "trPr", "ins") is not None and text_of(row).strip():
                self.findings.insert()
            yield self._row(row, ordinal)
            self._gap = False

    def _row(self, row: Element, table: int) -> SourceLine:
        gap, page, place = self._gap, self._page, self.findings.place
        self._gap = False
        cells = self._cells(row, table)
        return SourceLine(
            spaced="\t".join(" ".join(cell.text.split()) for cell in cells),
            place=place,
            kind=self.kind,
            page=page,
            after_gap=gap,
            table=table,
            cells=cells,
            is_table_head=bool(is_on(child(row, "trPr", "tblHeader"))),
        )

    def _cells(self, row: Element, table: int) -> tuple[Cell, ...]:
        column = number(value(child(row, "trPr", "gridBefore"))) or 0
        cells: list[Cell] = []
        for element in _inner(row, "tc"):
            properties = child(element, "tcPr")
            span = max(1, number(value(child(properties, "gridSpan"))) or 1)
            if _is_continued(child(properties, "hMerge")) and cells:
                self.findings.leave(Left.MERGED, text_of(element))
                cells[-1] = replace(cells[-1], span=cells[-1].span + span)
            else:
                cells.append(self._cell(element, column=column, span=span, table=table))
            column += span
        return tuple(cells)

    def _cell(self, element: Element, *, column: int, span: int, table: int) -> Cell:
        if _is_continued(child(element, "tcPr", "vMerge")):
            self.findings.leave(Left.MERGED, text_of(element))
            return Cell(column=column, span=span, continues_above=True)
        self._gap = False
        return Cell(column=column, span=span, lines=tuple(self.lines(element, table=table)))


def _is_continued(merge: Element | None) -> bool:
    """Whether a cell is the further part of a merged one: the first part says ``restart``."""
    return merge is not None and value(merge) != "restart"


def _inner(element: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, also those that stand in a content control."""
    for inner in element:
        if inner.tag == f"{W}{name}":
            yield inner
        elif inner.tag in _AROUND_ROWS:
            yield from _inner(inner, name)


_AROUND_ROWS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
