"""What might have to be withheld: offered, the likely first; nothing is withheld by standing here."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from lpgminutes.tui.text import counted, one_line, plain, spread
from lpgminutes.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from lpgminutes.domain.suggesting import Suggestion

_KIND = 18
_CITED = 12


class SuggestionList(RowList["Suggestion"]):
    """Likely or to be looked at by a sign, kind, exemption, what it is about, in how many places."""

    def key_of(self, row: "Suggestion") -> Hashable:
        """A suggestion is the same by its id."""
        return row.id

    def sign_at(self, position: int, part: int) -> Content:  # noqa: ARG002 - one line each
        """Return whether it is likely."""
        row = self.row_at(position)
        return plain("+" if row is not None and row.is_likely else "?", "accent")

    def lines_of(self, row: "Suggestion", width: int) -> Sequence[Content]:
        """Return the one line."""
        kind = plain(kind_words(row), "soft").truncate(_KIND, ellipsis=True, pad=True)
        cited = plain(_cited(row), "strong").truncate(_CITED, ellipsis=True, pad=True)
        places = plain(counted(len(row.stretches), "place"), "soft")
        return (spread(plain(" ") + kind + cited + plain(" ") + one_line(row.text), places, width),)


def kind_words(suggestion: "Suggestion") -> str:
    """Return what sort of thing is suggested, in words."""
    words = suggestion.kind.value.replace("-", " ")
    return words[:1].upper() + words[1:]


def detail_of(suggestion: "Suggestion") -> Content:
    """Return what there is to know about a suggestion."""
    sure = "Likely:" if suggestion.is_likely else "Look at it:"
    return Content(" ").join(
        (
            plain(sure, "bold"),
            one_line(suggestion.reason),
            one_line(f"In {suggestion.where()}.", "dim"),
            one_line(f"It would withhold {'; '.join(rule.words() for rule in suggestion.rules)}."),
        )
    )


def _cited(suggestion: "Suggestion") -> str:
    exemptions = dict.fromkeys(one.short() for rule in suggestion.rules for one in rule.grounds.exemptions)
    return ", ".join(exemptions)
