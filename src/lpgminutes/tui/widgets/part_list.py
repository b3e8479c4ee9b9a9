"""The reading of a paper, part by part: what was found, what was not, and what is to be checked."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from textual.content import Content

from lpgminutes.tui.text import one_line, plain
from lpgminutes.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from lpgminutes.domain.parts import Part

_NAME = 14
_STEP = 2


class Sign(Enum):
    """How far a part has come, said by a sign that does not hang on colour."""

    PLAIN = " "
    TO_CHECK = "?"
    CHECKED = "\N{CHECK MARK}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """A part, or something to check that belongs to no part in particular."""

    key: Hashable
    part: "Part | None"
    name: str
    words: str
    sign: Sign = Sign.PLAIN
    is_missing: bool = False
    """Whether nothing was found, so that the words only say so."""


class PartList(RowList[PartRow]):
    """One line for each part."""

    def key_of(self, row: PartRow) -> Hashable:
        """A part is the same by what it is and its place."""
        return row.key

    def lines_of(self, row: PartRow, width: int) -> Sequence[Content]:  # noqa: ARG002 - cut where it is drawn
        """Return the line."""
        sign = plain(f"{row.sign.value} ", "warning" if row.sign is Sign.TO_CHECK else "soft")
        indent = _STEP * row.part.level if row.part else 0
        name = plain(" " * indent + row.name, "soft").truncate(max(_NAME, indent + _NAME - _STEP), pad=True)
        words = one_line(row.words, "soft" if row.is_missing else "strong" if _is_heading(row) else "")
        return (sign + name + plain(" ") + words,)


def _is_heading(row: PartRow) -> bool:
    return row.part is not None and row.name.startswith(("Title", "Item"))
