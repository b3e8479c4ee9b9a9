"""What a typed line will become, said before it is recorded."""

from typing import TYPE_CHECKING

from lpgminutes.domain.capture import CapturedLine, read_line
from lpgminutes.domain.meetings import Block, BlockKind
from lpgminutes.domain.numbering import next_minute_number, numbered

if TYPE_CHECKING:
    from lpgminutes.domain.meetings import Meeting

_KINDS = {BlockKind.ITEM: "item", BlockKind.MINUTE: "minute", BlockKind.POINT: "point"}


def what_it_becomes(line: str, meeting: "Meeting", item_number: str) -> str:
    """Return ``becomes minute 3.4`` or ``becomes a point under 3.1``, or why the line will be refused."""
    captured = read_line(line)
    items = {number: block for number, block in numbered(meeting.items) if block.kind is BlockKind.ITEM}
    if not captured.text:
        return "nothing yet: type the words that go there"
    if captured.kind is BlockKind.ITEM:
        return f"becomes item {_next_item_number(meeting)}"
    if item_number not in items:
        return "needs an item first: start one with # and its title"
    item = items[item_number]
    if captured.kind is BlockKind.MINUTE:
        return f"becomes minute {next_minute_number(meeting.items, item)}"
    return _point(captured, meeting, item)


def _next_item_number(meeting: "Meeting") -> str:
    added = Block(kind=BlockKind.ITEM)
    return next(number for number, block in numbered((*meeting.items, added)) if block is added)


def _point(captured: CapturedLine, meeting: "Meeting", item: Block) -> str:
    minutes = [(number, block) for number, block in numbered(meeting.items) if block in item.children]
    if not minutes:
        return "needs a minute first: a point hangs under one"
    number, minute = minutes[-1]
    labelled = " with a label" if captured.label else ""
    if captured.depth == 1:
        return f"becomes a point under {number}{labelled}"
    if not minute.children:
        return f"needs a point first: there is none under {number}"
    return f"becomes a sub-point under {number}{labelled}"


def counted_kinds(lines: tuple[str, ...]) -> str:
    """Return what several lines are: ``2 items, 5 minutes``."""
    kinds = [read_line(line).kind for line in lines]
    counts = {kind: kinds.count(kind) for kind in _KINDS if kind in kinds}
    return ", ".join(f"{count} {_KINDS[kind]}{'' if count == 1 else 's'}" for kind, count in counts.items())
