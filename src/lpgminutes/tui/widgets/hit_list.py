"""What was found: where it stands, and under it the words in their sentence."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content

from lpgminutes.domain.hits import HitKind
from lpgminutes.tui.text import one_line, plain, spread
from lpgminutes.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from lpgminutes.domain.hits import Excerpt, Hit

_LINES = 2
_KIND_WIDTH = 10
_ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS} "


class HitList(RowList["Hit"], can_focus=False):
    """Hits, the best first; the keyboard stays in the line above them."""

    def key_of(self, row: "Hit") -> Hashable:
        """A hit is the same by where it stands."""
        found = row.found
        return found.kind, found.block_id, found.action_id, found.ref, found.meeting_ref, row.excerpt.text

    def row_height(self, width: int) -> int:  # noqa: ARG002 - the same at every width
        """Two lines."""
        return _LINES

    def lines_of(self, row: "Hit", width: int) -> Sequence[Content]:
        """Return both lines."""
        found = row.found
        kind = plain(found.kind.value.capitalize(), "strong").truncate(_KIND_WIDTH, pad=True)
        place = one_line(_place(row))
        marking = one_line(found.marking, "soft")
        return spread(kind + place, marking, width), _shown(row.excerpt, width - _KIND_WIDTH).pad_left(_KIND_WIDTH)


def _place(hit: "Hit") -> str:
    """Return where a hit stands, in words."""
    found = hit.found
    if found.kind is HitKind.PERSON:
        return f"last at {found.meeting_ref}" if found.meeting_ref else "at no meeting yet"
    number = f"{'item' if found.number.isdecimal() else 'minute'} {found.number}" if found.number else ""
    return ", ".join(filter(None, (found.ref, found.meeting_ref, number)))


def _shown(excerpt: "Excerpt", width: int) -> Content:
    """Return the sentence with its words standing out, moved so that the first of them is in sight."""
    pieces, last = [plain(_ELLIPSIS if excerpt.is_cut_before else "", "soft")], 0
    for start, end in excerpt.matches:
        pieces += [_line(excerpt.text[last:start]), _line(excerpt.text[start:end], "accent")]
        last = end
    pieces += [_line(excerpt.text[last:]), plain(f" {_ELLIPSIS}" if excerpt.is_cut_after else "", "soft")]
    sentence = Content("").join(pieces)
    first = excerpt.matches[0][0] if excerpt.matches else 0
    if sentence.cell_length <= width or first <= width // 2:
        return sentence
    return plain(_ELLIPSIS, "soft") + sentence[first - width // 3 :]


def _line(text: str, style: str = "") -> Content:
    """Return a piece of a sentence on one line, as long as it was: what comes after it keeps its place."""
    return plain("".join(" " if character.isspace() else character for character in text), style)
