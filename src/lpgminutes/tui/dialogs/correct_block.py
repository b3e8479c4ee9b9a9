"""Puts the words of an item, a minute or a point right, and which of them it is."""

from dataclasses import dataclass, replace

from lpgminutes.domain.meetings import Block
from lpgminutes.domain.text import clean
from lpgminutes.errors import InputError
from lpgminutes.tui.dialogs.form import Field, Form

_KINDS = ("item", "minute", "point")


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedBlock:
    """A block as it was put right."""

    block: Block
    level: int


class CorrectBlock(Form[CorrectedBlock]):
    """Kind, number, label and words."""

    HEADING = "Put the minutes right"

    def __init__(self, block: Block, level: int) -> None:
        super().__init__()
        self._block = block
        self._level = level

    def fields(self) -> tuple[Field, ...]:
        """Return the fields, each with what was read."""
        block = self._block
        return (
            Field(id="kind", label="Kind", read=_read_kind, value=_KINDS[min(self._level, 2)]),
            Field(id="number", label="Number", read=_read_number, value=block.number or ""),
            Field(id="label", label="Label", read=_read_label, value=block.label),
            Field(id="text", label="Words", read=_read_text, value=block.text),
        )

    def first_field(self) -> str:
        """Begin at the words."""
        return "text"

    def value(self) -> CorrectedBlock:
        """Return the block as it is put right; marks are found again in what was typed."""
        from lpgminutes.bootstrap import marks_in

        kind = _KINDS.index(_kind(self.typed("kind")))
        level = max(kind, self._level) if kind == len(_KINDS) - 1 else kind
        label, text = self.typed("label"), self.typed("text")
        block = replace(self._block, number=self.typed("number") or None, label=label, text=text)
        if (label, text) != (self._block.label, self._block.text):
            block = replace(block, marks=(*marks_in(label, "label"), *marks_in(text, "text")))
        return CorrectedBlock(block=block, level=level)


def _kind(typed: str) -> str:
    fitting = [kind for kind in _KINDS if typed and kind.startswith(typed.lower())]
    if len(fitting) != 1:
        raise InputError("One of: item, minute, point.")
    return fitting[0]


def _read_kind(typed: str) -> str:
    return f"{_kind(typed).capitalize()}; what hangs under it goes along."


def _read_number(typed: str) -> str:
    return "As printed." if typed else "Counted from its order."


def _read_label(typed: str) -> str:
    return f"Printed as {typed}: before the words." if typed else ""


def _read_text(typed: str) -> str:
    if not typed:
        raise InputError("The words are missing; a title for an item, else what was said.")
    return clean(typed).text
