"""The exemptions to choose from, and the mentions that a withholding reaches."""

from collections.abc import Collection, Hashable, Sequence

from textual.content import Content

from lpgminutes.domain.exemption_choice import needs
from lpgminutes.domain.exemptions import Exemption
from lpgminutes.domain.withholding_ways import Mention
from lpgminutes.tui.text import one_line, plain, spread
from lpgminutes.tui.widgets.row_list import RowList

_CITATION = 22
_PLACE = 30


class ExemptionList(RowList[Exemption]):
    """Citation, what it is about, whether it is absolute or qualified, and what it needs."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.taken: Collection[Exemption] = ()

    def key_of(self, row: Exemption) -> Hashable:
        """An exemption is the same by its citation."""
        return row

    def sign_at(self, position: int, part: int) -> Content:  # noqa: ARG002 - one line each
        """Return a tick before what was taken."""
        return plain("\N{CHECK MARK}" if self.row_at(position) in self.taken else " ", "accent")

    def lines_of(self, row: Exemption, width: int) -> Sequence[Content]:
        """Return the one line."""
        citation = plain(row.citation(), "strong")
        if citation.cell_length < _CITATION:
            citation = citation.truncate(_CITATION, pad=True)
        kind = plain(row.kind_word, "soft") + plain(" \N{MIDDLE DOT} " + _short(row) if _short(row) else "", "warning")
        return (spread(citation + plain(" ") + one_line(row.about), kind, width),)


def _short(exemption: Exemption) -> str:
    if exemption.needs_qualified_person:
        return "opinion + test"
    return "test" if needs(exemption) else ""


class MentionList(RowList[Mention]):
    """Place and words, with what stands round them."""

    IS_HIGHLIGHT_LASTING = False

    def key_of(self, row: Mention) -> Hashable:
        """A mention is the same by where it stands."""
        return (row.place, row.start)

    def turn(self, pages: int) -> None:
        """Show the mentions that come after those in sight, or before them: none is highlighted to be followed."""
        to = self.scroll_offset.y + pages * max(1, self.size.height - 1)
        self.scroll_to(y=to, animate=False, force=True, immediate=True)

    def lines_of(self, row: Mention, width: int) -> Sequence[Content]:
        """Return the one line."""
        place = plain(row.place.words(), "soft").truncate(min(_PLACE, width // 3), ellipsis=True, pad=True)
        words = plain(_line(row.before), "soft") + plain(_line(row.words), "strong") + plain(_line(row.after), "soft")
        return (place + plain(" ") + words,)


def _line(words: str) -> str:
    return words.replace("\n", " ").replace("\t", " ")
