"""What a case withholds, with how each withholding was dealt with."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from lpgminutes.domain.text import ended
from lpgminutes.tui.text import counted, one_line, plain, spread
from lpgminutes.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from lpgminutes.domain.document import Place
    from lpgminutes.domain.withholding import Rule

_SIGNS = {"proposed": "?", "agreed": "\N{CHECK MARK}", "rejected": "x", "lifted": "-"}
_STATUS = 10
_CITED = 14


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A withholding, by its number in the case, with the places that it reaches."""

    number: int
    rule: "Rule"
    places: "tuple[Place, ...]"


class RuleList(RowList[RuleRow]):
    """Status in a word and a sign, exemptions, what is withheld, in how many places."""

    def key_of(self, row: RuleRow) -> Hashable:
        """A withholding is the same by its number: none is ever taken out of the register."""
        return row.number

    def sign_at(self, position: int, part: int) -> Content:  # noqa: ARG002 - one line each
        """Return how far it has come."""
        row = self.row_at(position)
        return plain(_SIGNS[row.rule.handling.status.value] if row else " ", "accent")

    def lines_of(self, row: RuleRow, width: int) -> Sequence[Content]:
        """Return the one line."""
        rule = row.rule
        style = "" if rule.handling.status.is_in_force else "soft"
        status = plain(rule.handling.status.value, "soft").truncate(_STATUS, pad=True)
        short = ", ".join(exemption.short() for exemption in rule.grounds.exemptions)
        cited = plain(short, "strong").truncate(_CITED, ellipsis=True, pad=True)
        return (spread(plain(" ") + status + cited + plain(" ") + one_line(rule.words(), style), _reach(row), width),)


def _reach(row: RuleRow) -> Content:
    if not row.rule.handling.status.is_in_force:
        return plain("")
    if not row.places:
        return plain("! matches nothing", "warning")
    return plain(counted(len(row.places), "place"), "soft")


def detail_of(row: RuleRow) -> Content:
    """Return what there is to know about a withholding."""
    rule, handling = row.rule, row.rule.handling
    cited = "; ".join(f"{one.citation()}, {one.about}" for one in rule.grounds.exemptions)
    parts = [plain(cited, "bold"), one_line(f"({rule.source.value})")]
    said = (
        ("Reason", rule.grounds.reason),
        ("Public interest", rule.grounds.public_interest),
        ("Qualified person", rule.grounds.qualified_person),
        ("Proposed by", handling.proposed_by),
        (handling.status.value.capitalize() + " by", handling.read_by),
        ("Because", handling.remark),
    )
    parts += [one_line(ended(f"{name}: {words}")) for name, words in said if words]
    return Content(" ").join(parts)
