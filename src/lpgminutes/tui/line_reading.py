"""What a typed line will become, said before it is recorded."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lpgminutes.domain.capture import CapturedLine, read_line
from lpgminutes.domain.meetings import Block, BlockKind
from lpgminutes.domain.numbering import next_minute_number, numbered

if TYPE_CHECKING:
    from lpgminutes.domain.meetings import Meeting

_KINDS = {BlockKind.ITEM: "item", BlockKind.MINUTE: "minute", BlockKind.POINT: "point"}
_HINT = "# item   - point   -- sub-point   anything else is a minute"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineReading:
    """A line as it is read."""

    lead: str = ""
    """What will hang at its left on paper: a number, a bullet."""
    words: str
    """What it will become."""


def reading_of(line: str, meeting: "Meeting", item_number: str) -> LineReading:
    """Return what a line becomes under an item, or why it will be refused."""
    items = {number: block for number, block in numbered(meeting.items) if block.kind is BlockKind.ITEM}
    if not line.strip():
        item = items.get(item_number)
        return LineReading(lead=next_minute_number(meeting.items, item) if item else "", words=_HINT)
    captured = read_line(line)
    if not captured.text:
        return LineReading(words="nothing yet: type the words that go there")
    if captured.block_kind is BlockKind.ITEM:
        number = _next_item_number(meeting)
        return LineReading(lead=number, words=f"becomes item {number}")
    if item_number not in items:
        return LineReading(words="needs an item first: start one with # and its title")
    item = items[item_number]
    if captured.block_kind is BlockKind.MINUTE:
        number = next_minute_number(meeting.items, item)
        return LineReading(lead=number, words=f"becomes minute {number}")
    return _point(captured, meeting, item)


def _next_item_number(meeting: "Meeting") -> str:
    added = Block(kind=BlockKind.ITEM)
    return next(number for number, block in numbered((*meeting.items, added)) if block is added)


def _point(captured: CapturedLine, meeting: "Meeting", item: Block) -> LineReading:
    minutes = [(number, block) for number, block in numbered(meeting.items) if block in item.children]
    if not minutes:
        return LineReading(words="needs a minute first: a point hangs under one")
    number, minute = minutes[-1]
    labelled = " with a label" if captured.label else ""
    if captured.depth == 1:
        return LineReading(lead="\N{BULLET}", words=f"becomes a point under {number}{labelled}")
    if not minute.children:
        return LineReading(words=f"needs a point first: there is none under {number}")
    return LineReading(lead="\N{EN DASH}", words=f"becomes a sub-point under {number}{labelled}")


def counted_kinds(lines: tuple[str, ...]) -> str:
    """Return what several lines are: ``2 items, 5 minutes``."""
    kinds = [read_line(line).block_kind for line in lines if line.strip()]
    counts = {kind: kinds.count(kind) for kind in _KINDS if kind in kinds}
    return ", ".join(f"{count} {_KINDS[kind]}{'' if count == 1 else 's'}" for kind, count in counts.items())
