"""The body of the minutes: the tree of items, minutes and points, and the actions told in it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lpgminutes.domain.actions import Action
from lpgminutes.domain.meetings import Block, BlockKind, PointStyle
from lpgminutes.domain.text import clean, clean_line
from lpgminutes.importing.actions import told_actions
from lpgminutes.importing.marks import find_marks
from lpgminutes.importing.paragraphs import Opening, Paragraph, says_something
from lpgminutes.importing.remarks import Remarks

_LABEL = re.compile(r"(?P<label>[A-Z0-9][^.:;?!]{0,78}[^.:;?!\s]): (?P<text>\S.*)", re.DOTALL)
_WORDS_OF_A_LABEL = 12
_DEEPEST = 3
"""Bullets within bullets, counted from 1."""
_STYLES = {
    Opening.BULLET: PointStyle.BULLET,
    Opening.HEADING: PointStyle.HEADING,
    Opening.PLAIN: PointStyle.PARAGRAPH,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The items with all that hangs under them, and the actions in the order they are told."""

    items: tuple[Block, ...]
    actions: tuple[Action, ...]


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


def read_body(paragraphs: Iterable[Paragraph], remarks: Remarks) -> Body:
    """Build the tree from the paragraphs, and read the actions in it."""
    tree = _Tree(remarks=remarks)
    for paragraph in paragraphs:
        tree.add(paragraph)
    items = tuple(_item(node, expected) for expected, node in enumerate(tree.items, start=1))
    return Body(items=items, actions=tuple(_actions(tree.items, items, remarks)))


@dataclass(slots=True)
class _Tree:
    """Knows which item, minute, heading and bullets are open."""

    remarks: Remarks
    items: list[_Node] = field(default_factory=list)
    minute: _Node | None = None
    heading: _Node | None = None
    bullets: list[_Node] = field(default_factory=list)

    def add(self, paragraph: Paragraph) -> None:
        """Hang a paragraph where it belongs."""
        if paragraph.opening is Opening.ITEM:
            self.items.append(_Node(paragraph=paragraph, kind=BlockKind.ITEM))
            self.minute = self.heading = None
        elif paragraph.opening is Opening.MINUTE or self.minute is None:
            self._add_minute(paragraph)
        elif paragraph.opening is Opening.BULLET:
            self._add_bullet(paragraph)
            return
        else:
            node = self.minute.add(paragraph, BlockKind.POINT)
            self.heading = node if paragraph.opening is Opening.HEADING else None
        self.bullets = []

    def _add_minute(self, paragraph: Paragraph) -> None:
        if paragraph.opening is not Opening.MINUTE:
            self.remarks.at(paragraph.line, "text without a number of its own was kept as a minute.")
        self.minute = self.items[-1].add(paragraph, BlockKind.MINUTE)
        self.heading = None

    def _add_bullet(self, paragraph: Paragraph) -> None:
        """Add a bullet: another sort than before opens a list within the list, the same sort closes it."""
        kept = next(
            (depth for depth, node in enumerate(self.bullets) if node.paragraph.glyph == paragraph.glyph),
            min(len(self.bullets), _DEEPEST - 1),
        )
        self.bullets = self.bullets[:kept]
        parent = self.bullets[-1] if self.bullets else self.heading or self.minute
        if parent is not None:
            self.bullets.append(parent.add(paragraph, BlockKind.POINT))


def _item(node: _Node, expected: int) -> Block:
    title = clean_line(node.paragraph.text, what=f"The title of the item on line {node.paragraph.line}").text
    number = node.paragraph.number
    return Block(
        kind=BlockKind.ITEM,
        number=None if number == str(expected) else number,
        text=title,
        marks=tuple(find_marks(title, "text")),
        children=tuple(_block(child, f"{number}.{serial}") for serial, child in enumerate(node.children, start=1)),
    )


def _block(node: _Node, expected: str = "") -> Block:
    paragraph = node.paragraph
    whole = clean(paragraph.text, what=f"The paragraph on line {paragraph.line}").text
    label, text = _split_label(whole) if _may_be_labelled(paragraph) else ("", whole)
    number = paragraph.number or expected
    return Block(
        kind=node.kind,
        style=_STYLES[paragraph.opening] if node.kind is BlockKind.POINT else PointStyle.BULLET,
        number=None if number == expected else number,
        label=label,
        text=text,
        marks=(*find_marks(label, "label"), *find_marks(text, "text")),
        children=tuple(_block(child) for child in node.children),
    )


def _may_be_labelled(paragraph: Paragraph) -> bool:
    return paragraph.opening in {Opening.MINUTE, Opening.BULLET}


def _split_label(text: str) -> tuple[str, str]:
    """Split off a run-in label: a short name with a colon, which says nothing by itself."""
    match = _LABEL.fullmatch(text)
    if match is None or len(match["label"].split()) > _WORDS_OF_A_LABEL or says_something(match["label"]):
        return "", text
    return match["label"], match["text"]


def _actions(nodes: list[_Node], items: tuple[Block, ...], remarks: Remarks) -> Iterator[Action]:
    for node, item in zip(nodes, items, strict=True):
        for serial, (child, minute) in enumerate(zip(node.children, item.children, strict=True), start=1):
            number = child.paragraph.number or f"{node.paragraph.number}.{serial}"
            for place, block in zip(_walk(child), minute.walk(), strict=True):
                yield from _actions_of(block, number, place.paragraph.line, remarks)


def _actions_of(block: Block, number: str, line: int, remarks: Remarks) -> Iterator[Action]:
    marks = [mark for mark in block.marks if mark.field == "text"]
    for told in told_actions(block.text, marks):
        if not told.owners:
            remarks.at(line, "an action names nobody that it belongs to; add the owner by hand.")
        text = clean_line(told.text, what=f"The action in the paragraph on line {line}", limit=len(told.text)).text
        yield Action(ref=told.ref, owners=told.owners, text=text, raised_in=number)


def _walk(node: _Node) -> Iterator[_Node]:
    yield node
    for child in node.children:
        yield from _walk(child)
