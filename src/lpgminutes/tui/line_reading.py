"""What a typed line will become, said before it is recorded."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lpgminutes.domain.capture import READINGS, CapturedLine, ItemAtHand, LineKind, read_line
from lpgminutes.domain.meetings import Block, BlockKind, PointStyle
from lpgminutes.domain.numbering import next_minute_number, numbered

if TYPE_CHECKING:
    from lpgminutes.domain.capture import CaptureContext
    from lpgminutes.domain.meetings import Meeting

_HINT = "# item  - point  ! action  = decision  ? to check  @ name  ; phrase"
"""One row of the narrowest screen that minutes are typed on at ease."""
_KEPT = "kept for the first item: begin that with # and its title"
_BULLETS = {1: "\N{BULLET}", 2: "\N{EN DASH}"}
_SIGNS = {LineKind.ACTION: "\N{RIGHTWARDS ARROW}", LineKind.JUMP: "#"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LineReading:
    """A line as it is read."""

    lead: str = ""
    """What will hang at its left on paper: a number, a bullet."""
    words: str
    """What it will become."""


class LineReader:
    """Reads the line at hand, or takes it for what a person says that it is; asked again, it remembers."""

    def __init__(self) -> None:
        self.as_kind: LineKind | None = None
        """What a person says that the line is; ``None`` to have it read."""
        self._asked: tuple[str, CaptureContext, LineKind | None] | None = None
        self._read: CapturedLine | None = None

    def read(self, line: str, context: "CaptureContext") -> CapturedLine:
        """Return the line at hand as it is read."""
        return self._remembered(line, context, self.as_kind)

    def read_plainly(self, line: str, context: "CaptureContext") -> CapturedLine:
        """Return another line as it is read: nobody said anything of that one."""
        return self._remembered(line, context, None)

    def read_otherwise(self, line: str, context: "CaptureContext") -> None:
        """Take the line at hand for the next of what it may be."""
        self.as_kind = next_reading(line, context, self.as_kind)

    def have_it_read(self) -> None:
        """Forget what a person said: the next line is another one."""
        self.as_kind = None

    def _remembered(self, line: str, context: "CaptureContext", as_kind: LineKind | None) -> CapturedLine:
        asked = (line, context, as_kind)
        is_asked_again = self._asked is not None and self._asked[1] is context and self._asked == asked
        if self._read is None or not is_asked_again:
            self._asked, self._read = asked, read_line(line, context, as_kind=as_kind)
        return self._read


def reading_of(captured: CapturedLine, context: "CaptureContext", *, is_told: bool) -> LineReading:
    """Return what a line becomes, or why it will be refused; ``is_told`` when a person said what it is."""
    if not captured.typed.strip():
        next_minute = context.item.next_minute if context.item else ""
        words = _HINT if context.item else "needs an item first: # and its title"
        return LineReading(lead=next_minute, words=words)
    if context.item is None and captured.kind not in {LineKind.ITEM, LineKind.JUMP}:
        return LineReading(words=_KEPT)
    said = captured.words()
    return LineReading(lead=_lead(captured, context), words=f"as {said}" if is_told else said)


def _lead(line: CapturedLine, context: "CaptureContext") -> str:
    if line.refusal:
        return "!"
    if line.kind is LineKind.ITEM:
        return context.next_item
    if line.kind is LineKind.JUMP:
        return "#"
    if line.level:
        return _BULLETS[min(line.level, 2)] if line.style is PointStyle.BULLET else ""
    return context.item.next_minute if context.item else ""


def next_reading(line: str, context: "CaptureContext", as_kind: LineKind | None) -> LineKind | None:
    """Return the next reading that a person may choose: each in turn, and then the line's own again."""
    own = read_line(line, context).kind
    round_of = [None, *(kind for kind in READINGS if kind is not own)]
    return round_of[(round_of.index(as_kind) + 1) % len(round_of)] if as_kind in round_of else None


def at_item(context: "CaptureContext", meeting: "Meeting", item_id: int) -> "CaptureContext":
    """Return the context with the item that lines go under."""
    numbers = {block.id: (number, block) for number, block in numbered(meeting.items)}
    if item_id not in numbers:
        return replace(context, item=None)
    number, item = numbers[item_id]
    minutes = [block for block in item.children if block.kind is BlockKind.MINUTE]
    return replace(context, item=_at_hand(meeting, number, item, minutes, numbers))


def _at_hand(
    meeting: "Meeting",
    number: str,
    item: Block,
    minutes: list[Block],
    numbers: dict[int | None, tuple[str, Block]],
) -> ItemAtHand:
    return ItemAtHand(
        number=number,
        title=item.text,
        next_minute=next_minute_number(meeting.items, item),
        last_minute=numbers[minutes[-1].id][0] if minutes else "",
        has_points=bool(minutes and minutes[-1].children),
    )


def counted_kinds(lines: tuple[str, ...], context: "CaptureContext") -> str:
    """Return what several lines are: ``2 items, 5 minutes``; the same line many times is read once."""
    counts: Counter[LineKind] = Counter()
    for line, times in Counter(filter(str.strip, lines)).items():
        counts[read_line(line, context).kind] += times
    return ", ".join(f"{counts[kind]} {_many(kind, counts[kind])}" for kind in LineKind if kind in counts)


def _many(kind: LineKind, count: int) -> str:
    first, _, rest = kind.value.partition(" ")
    return kind.value if count == 1 else f"{first}s {rest}".strip()
