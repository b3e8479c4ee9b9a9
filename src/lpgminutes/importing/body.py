"""The body of the minutes: the tree of items, minutes and points."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lpgminutes.domain.meetings import Block, BlockKind, PointStyle
from lpgminutes.domain.text import clean, clean_line
from lpgminutes.importing.lines import says_something
from lpgminutes.importing.marks import find_marks
from lpgminutes.importing.paragraphs import Opening, Paragraph
from lpgminutes.importing.remarks import Remarks

_LABEL = re.compile(r"(?P<label>[A-Z0-9][^.:;?!]{0,78}[^.:;?!\s]): (?P<text>\S.*)", re.DOTALL)
_WORDS_OF_A_LABEL = 12
_DEEPEST = 3
"""Bullets within bullets, counted from 1."""
_STYLES = {
    Opening.BULLET: PointStyle.BULLET,
    Opening.HEADING: PointStyle.HEADING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where a paragraph came to stand."""

    paragraph: Paragraph
    block: Block
    number: str
    """Of the item or the minute that it is, or hangs under."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The items with all that hangs under them, and the place of each paragraph in the order it is read."""

    items: tuple[Block, ...]
    placed: tuple[Placed, ...]


@dataclass(slots=True, kw_only=True)
class _Node:
    """A block while the tree is being built."""

    paragraph: Paragraph
    kind: BlockKind
    children: list["_Node"] = field(default_factory=list)

    def add(self, paragraph: Paragraph, kind: BlockKind) -> "_Node":
        node = _Node(paragraph=paragraph, kind=kind)
        self.children.append(node)
        return node


def build_body(paragraphs: Sequence[Paragraph], remarks: Remarks) -> Body:
    """Build the tree from the paragraphs, the first of which is an item."""
    tree = _Tree(remarks=remarks, is_numbered=any(p.opening is Opening.MINUTE and "." in p.number for p in paragraphs))
    for paragraph in paragraphs:
        tree.add(paragraph)
    tree.tell()
    namer = _Namer(runs_on=_runs_on(tree.items))
    items: list[Block] = []
    placed: list[Placed] = []
    for expected, node in enumerate(tree.items, start=1):
        item = namer.item(node, expected)
        items.append(item)
        placed += namer.placed(node, item, expected)
    return Body(items=tuple(items), placed=tuple(placed))


@dataclass(slots=True, kw_only=True)
class _Tree:
    """Knows which item, minute, heading and bullets are open."""

    remarks: Remarks
    is_numbered: bool
    """Whether minutes carry the numbers of their items, so that one without a number is an exception."""
    items: list[_Node] = field(default_factory=list)
    minute: _Node | None = None
    heading: _Node | None = None
    bullets: list[_Node] = field(default_factory=list)
    in_order: bool = False
    """Whether the minutes of the open item are numbered, so that what has no number hangs under one."""
    unnumbered: list[int] = field(default_factory=list)

    def add(self, paragraph: Paragraph) -> None:
        """Hang a paragraph where it belongs."""
        if paragraph.opening is Opening.ITEM:
            self.items.append(_Node(paragraph=paragraph, kind=BlockKind.ITEM))
            self.minute = self.heading = None
            self.in_order = False
        elif paragraph.opening is Opening.MINUTE:
            self.in_order = True
            self.minute = self.items[-1].add(paragraph, BlockKind.MINUTE)
            self.heading = None
        elif (
            paragraph.opening is Opening.BULLET
            and self.minute is not None
            and self.minute.paragraph.opening is not Opening.BULLET
        ) or (paragraph.opening is Opening.BULLET and self.minute is not None and self._is_deeper(paragraph)):
            self._add_bullet(paragraph)
            return
        elif paragraph.opening is Opening.HEADING and self.minute is not None and self.in_order:
            self.heading = self.minute.add(paragraph, BlockKind.POINT)
        elif paragraph.opening is Opening.HEADING:
            self.minute = self.heading = self.items[-1].add(paragraph, BlockKind.MINUTE)
        elif self.minute is not None and (self.in_order or self.heading is self.minute):
            self.minute.add(paragraph, BlockKind.POINT)
            self.heading = self.heading if self.heading is self.minute else None
        else:
            self._add_unnumbered(paragraph)
        self.bullets = []

    def _is_deeper(self, paragraph: Paragraph) -> bool:
        """Whether a bullet hangs under the bullet that is a minute itself."""
        assert self.minute is not None  # noqa: S101 - asked only then
        above = self.minute.paragraph
        if paragraph.level and above.level:
            return paragraph.level > above.level
        return paragraph.glyph != above.glyph and not (self.bullets and self.bullets[0].paragraph.glyph == above.glyph)

    def _add_unnumbered(self, paragraph: Paragraph) -> None:
        if self.is_numbered and paragraph.opening is not Opening.ROW:
            self.remarks.at(paragraph.line, "text without a number of its own was kept as a minute.")
        self.unnumbered.append(paragraph.line)
        self.minute = self.items[-1].add(paragraph, BlockKind.MINUTE)
        self.heading = None

    def tell(self) -> None:
        """Say once that the minutes have no numbers, where that is how the paper is."""
        if self.unnumbered and not self.is_numbered:
            self.remarks.whole(
                "Paragraphs without a number of their own were kept as minutes, numbered by their order."
            )

    def _add_bullet(self, paragraph: Paragraph) -> None:
        """Add a bullet: another sort than before opens a list within the list, the same sort closes it."""
        kept = next(
            (depth for depth, node in enumerate(self.bullets) if _same_list(node.paragraph, paragraph)),
            min(len(self.bullets), _DEEPEST - 1),
        )
        self.bullets = self.bullets[:kept]
        parent = self.bullets[-1] if self.bullets else self.heading or self.minute
        if parent is not None:
            self.bullets.append(parent.add(paragraph, BlockKind.POINT))


def _same_list(before: Paragraph, paragraph: Paragraph) -> bool:
    if before.level and paragraph.level:
        return before.level >= paragraph.level
    return _sort(before.glyph) == _sort(paragraph.glyph)


def _sort(glyph: str) -> str:
    """Return what all signs of one list have in common: the bullet itself, or the way of numbering."""
    return re.sub(r"\d+", "1", re.sub(r"[a-z]+", "a", glyph)) if any(map(str.isalnum, glyph)) else glyph


def _runs_on(items: Iterable[_Node]) -> bool:
    """Whether the numbers of the minutes run on from item to item."""
    firsts = [next((m.paragraph.number for m in item.children if m.paragraph.number.isdigit()), "") for item in items]
    return any(first not in {"", "1"} for first in firsts[1:])


@dataclass(frozen=True, slots=True)
class _Namer:
    """Turns nodes into blocks, and keeps only the numbers that do not follow from their order."""

    runs_on: bool

    def item(self, node: _Node, expected: int) -> Block:
        """Return an item with all that hangs under it."""
        title = clean_line(node.paragraph.text, what=f"The title of the item on line {node.paragraph.line}").text
        number = node.paragraph.number
        return Block(
            kind=BlockKind.ITEM,
            number=None if number in {"", str(expected)} else number,
            text=title,
            marks=tuple(find_marks(title, "text")),
            children=tuple(
                self._block(child, self._expected(node, expected, serial))
                for serial, child in enumerate(node.children, start=1)
            ),
        )

    def placed(self, node: _Node, item: Block, expected: int) -> Iterator[Placed]:
        """Yield where each paragraph of an item came to stand."""
        own = item.number or str(expected)
        yield Placed(paragraph=node.paragraph, block=item, number=own)
        for serial, (child, minute) in enumerate(zip(node.children, item.children, strict=True), start=1):
            number = minute.number or self._expected(node, expected, serial)
            for inner, block in zip(_walk(child), minute.walk(), strict=True):
                yield Placed(paragraph=inner.paragraph, block=block, number=number)

    def _expected(self, item: _Node, expected: int, serial: int) -> str:
        return f"{item.paragraph.number or expected}.{serial}"

    def _block(self, node: _Node, expected: str = "") -> Block:
        paragraph = node.paragraph
        whole = clean(self._words(node), what=f"The paragraph on line {paragraph.line}").text
        label, text = _split_label(whole) if _may_be_labelled(paragraph) else ("", whole)
        number = self._number(paragraph.number, expected) if node.kind is BlockKind.MINUTE else None
        return Block(
            kind=node.kind,
            style=_STYLES.get(paragraph.opening, PointStyle.PARAGRAPH)
            if node.kind is BlockKind.POINT
            else PointStyle.BULLET,
            number=None if number == expected else number,
            label=label,
            text=text,
            marks=(*find_marks(label, "label"), *find_marks(text, "text")),
            children=tuple(self._block(child) for child in node.children),
        )

    def _number(self, printed: str, expected: str) -> str | None:
        """Return the number that a minute goes by: in full where only its last part is printed."""
        stem, _, serial = expected.rpartition(".")
        if not printed:
            return None
        if printed.startswith("("):
            return f"{stem}{printed}"
        if printed.isdigit() and not self.runs_on:
            return expected if printed == serial else f"{stem}.{printed}"
        return printed

    def _words(self, node: _Node) -> str:
        """Return the words of a paragraph; a point has no number of its own, so a printed one stays in front."""
        paragraph = node.paragraph
        is_listed = (
            paragraph.opening is Opening.BULLET and any(map(str.isalnum, paragraph.glyph)) and paragraph.glyph != "o"
        )
        return f"{paragraph.glyph} {paragraph.text}" if is_listed else paragraph.text


def _may_be_labelled(paragraph: Paragraph) -> bool:
    return paragraph.opening in {Opening.MINUTE, Opening.BULLET}


def _split_label(text: str) -> tuple[str, str]:
    """Split off a run-in label: a short name with a colon, which says nothing by itself."""
    match = _LABEL.fullmatch(text)
    if match is None or len(match["label"].split()) > _WORDS_OF_A_LABEL or says_something(match["label"]):
        return "", text
    return match["label"], match["text"]


def _walk(node: _Node) -> Iterator[_Node]:
    yield node
    for child in node.children:
        yield from _walk(child)
