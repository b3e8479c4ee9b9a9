"""Where a line will stand, in words, and why it cannot stand anywhere."""

from lpgminutes.domain.capture.context import CaptureContext, ItemAtHand
from lpgminutes.domain.capture.lines import CapturedLine, LineKind
from lpgminutes.domain.meetings import PointStyle


def place_of(line: CapturedLine, context: CaptureContext) -> str:
    """Return where a line will stand: ``minute 3.4``, ``point under 3.3``, ``go to item 5``."""
    if line.kind is LineKind.JUMP:
        title = dict(context.items).get(line.text, "")
        return f"go to item {line.text}" + (f" ({title})" if title else "")
    if line.kind is LineKind.ITEM:
        return f"item {context.next_item}".rstrip()
    place = _in_the_tree(line, context.item)
    if line.kind is LineKind.CHECK:
        return f"{place}, to check"
    return f"decision, {place}" if line.kind is LineKind.DECISION else place


def _in_the_tree(line: CapturedLine, item: ItemAtHand | None) -> str:
    if line.level == 0:
        return f"minute {item.next_minute}".rstrip() if item else "minute"
    kind = {PointStyle.BULLET: "point", PointStyle.HEADING: "heading", PointStyle.PARAGRAPH: "paragraph"}[line.style]
    kind = "sub-point" if line.level > 1 else kind
    return f"{kind} under {item.last_minute}" if item and item.last_minute else kind


def refusal_of(line: CapturedLine, context: CaptureContext) -> str:
    """Return why a line cannot be recorded as it is; empty when it can, or when nothing is known of the meeting."""
    if not line.text and not line.label:
        return "nothing yet: type the words that go there" if line.typed.strip() else ""
    if line.kind is LineKind.JUMP:
        known = [number for number, _ in context.items]
        return "" if not known or line.text in known else f"there is no item {line.text}"
    if line.kind is LineKind.ITEM or (context.item is None and not context.next_item):
        return ""
    return _missing(line, context.item)


def _missing(line: CapturedLine, item: ItemAtHand | None) -> str:
    if item is None:
        return "needs an item first: start one with # and its title"
    if line.level and not item.last_minute:
        return "needs a minute first: a point hangs under one"
    if line.level > 1 and not item.has_points:
        return f"needs a point first: there is none under {item.last_minute}"
    return ""
