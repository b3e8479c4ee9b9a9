"""What the keys are about while a list of the desk has the keyboard: its highlighted row, and the next after it."""

from typing import TYPE_CHECKING

from lpgminutes.tui.screens.desk.panes import Panes
from lpgminutes.tui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lpgminutes.domain.exemptions import Exemption
    from lpgminutes.domain.findings import Finding
    from lpgminutes.domain.withholding import Rule, RuleStatus


class RowsAtHand(Panes):
    """In a list, what is done is done to the highlighted row."""

    def go_on_in(self, rows: "RowList[Row]", is_dealt_with: "Callable[[Row], bool]") -> None:
        """Highlight the next row to deal with, if the keyboard is in the list: what was dealt with goes to its end."""
        if rows is not self.focused:
            return
        order = (*range(rows.cursor + 1, len(rows.rows)), *reversed(range(rows.cursor)))
        rows.cursor = next((at for at in order if not is_dealt_with(rows.rows[at])), rows.cursor)

    def foresee_taken_out(self, rules: "Sequence[Rule]", status: "RuleStatus") -> None:
        """Show at once what is open when some rules withhold no longer; the list goes on to the next."""
        super().foresee_taken_out(rules, status)
        self.go_on_in(self.rule_list, lambda row: row.rule in rules or not row.rule.handling.status.is_in_force)

    def rules_meant(self) -> "tuple[Rule, ...]":
        """Return the highlighted withholding while the keyboard is in the list, else what withholds at the cursor."""
        if self.focused is self.rule_list:
            row = self.rule_list.highlighted
            return (row.rule,) if row and row.rule.handling.status.is_in_force else ()
        return self.rules_here()

    def with_rule(self, question: str, then: "Callable[[Sequence[Rule]], None]", *, is_for_all: bool = False) -> None:
        """Do something with the rule that is meant."""
        if self.focused is not self.rule_list:
            super().with_rule(question, then, is_for_all=is_for_all)
        elif rules := self.rules_meant():
            then(rules)
        else:
            self.say("This is withheld no longer: it stays in the register.")

    def action_withhold(self) -> None:
        """Withhold what is chosen; in the findings, what the highlighted one is about."""
        if self.focused is not self.finding_list:
            super().action_withhold()
            return
        from lpgminutes.domain.withholding_ways import ways_for_words

        finding = self.listed(self.finding_list)
        if finding is None or self.view is None:
            return
        ways = ways_for_words(self.view.proposal.original, finding.places, finding.text)
        if ways:
            self.ask_how(ways, self.withhold, first=_exemptions_of(finding, self.view.case.in_force))
        else:
            self.say("There are no words to withhold for this: c changes what is withheld, a accepts it with a reason.")


def _exemptions_of(finding: "Finding", rules: "Sequence[Rule]") -> "tuple[Exemption, ...]":
    """Return what the same words are withheld under elsewhere, as far as the words tell."""
    from lpgminutes.domain.folding import folded

    sought = folded(finding.text)
    found = (rule for rule in rules if sought in folded(rule.words()))
    return tuple(dict.fromkeys(one for rule in found for one in rule.grounds.exemptions))
