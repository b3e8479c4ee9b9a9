"""A paragraph as it is typed: its label and its words in one line, and back."""

from typing import TYPE_CHECKING

from lpgminutes.domain.capture.mentions import name_the_mentioned
from lpgminutes.domain.capture.run_in_labels import split_label
from lpgminutes.domain.house_phrases import expand
from lpgminutes.domain.meetings import Block, BlockKind, PointStyle

if TYPE_CHECKING:
    from lpgminutes.domain.capture import CaptureContext

_BULLETS = ("\N{BULLET}", "\N{EN DASH}")


def typed_form(block: Block) -> str:
    """Return what is to be typed to have such a paragraph."""
    return f"{block.label}: {block.text}" if block.label else block.text


def label_and_words(typed: str, block: Block, context: "CaptureContext") -> tuple[str, str]:
    """Return the run-in label and the words of what was typed; names and phrases are written out."""
    text = _written_out(typed, context)
    if block.kind is BlockKind.ITEM:
        return "", text
    if block.label and text.startswith(f"{block.label}:"):
        label = block.label
    elif block.style is PointStyle.HEADING:
        label = ""
    else:
        label = split_label(text, context.people, is_point=block.kind is BlockKind.POINT)
    return label, text[len(label) + 1 :].lstrip() if label else text


def parts_to_split(typed: str, cursor: int, block: Block, context: "CaptureContext") -> tuple[str, str, str]:
    """Return the run-in label of what was typed, and its words before and behind the cursor."""
    label, _ = label_and_words(typed, block, context)
    before, after = _written_out(typed[:cursor], context), _written_out(typed[cursor:], context)
    if not label or not before.startswith(f"{label}:"):
        return "", before, after
    return label, before[len(label) + 1 :].lstrip(), after


def _written_out(typed: str, context: "CaptureContext") -> str:
    return name_the_mentioned(expand(typed.strip(), context.phrases), (), context.people).text


def lead_of(block: Block, number: str, level: int) -> str:
    """Return what hangs at the left of a paragraph on paper."""
    if block.kind is not BlockKind.POINT:
        return number
    return _BULLETS[min(level, 2) - 1] if block.style is PointStyle.BULLET else ""
