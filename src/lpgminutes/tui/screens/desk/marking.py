"""Withholding what is chosen, lifting it, and withholding it otherwise."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from lpgminutes.tui.requests import desk as requests
from lpgminutes.tui.screens.desk.base import DeskBase
from lpgminutes.tui.text import counted

if TYPE_CHECKING:
    from lpgminutes.domain.exemptions import Exemption
    from lpgminutes.domain.withholding import Grounds, Rule, RuleStatus
    from lpgminutes.domain.withholding_ways import Mention, WayToWithhold
    from lpgminutes.tui.dialogs.withhold import ChosenExemptions

_MOST_RULES = 9
_LONGEST_CHOICE = 62


class Marking(DeskBase):
    """Asks under what and how far, and lets it be done."""

    def action_withhold(self) -> None:
        """Withhold what is chosen, or the text at hand."""
        from lpgminutes.domain.withholding_ways import ways_to_withhold

        stretches = self.paper.cursor.stretches()
        if self.view is None or not stretches:
            return
        ways = ways_to_withhold(self.view.proposal.original, stretches, self.paper.cursor.unit)
        if ways:
            self.ask_how(ways, self.withhold)
        else:
            self.say("There are no words to withhold here.")

    def withhold(self, rules: "Sequence[Rule]") -> None:
        """Propose to withhold something."""
        from lpgminutes.domain.cases import with_withheld

        self.foresee(lambda case: with_withheld(case, rules, self.gateway.who))
        requests.withhold(self, self.at_hand, rules)

    def action_change(self) -> None:
        """Withhold otherwise what is withheld here."""
        self.with_rule("Change which?", self._ask_for_change)

    def _ask_for_change(self, rules: "Sequence[Rule]") -> None:
        from lpgminutes.domain.cases import withheld_otherwise
        from lpgminutes.domain.withholding_ways import way_of

        def change(new: "Sequence[Rule]") -> None:
            self.foresee(lambda case: withheld_otherwise(case, rules, new, self.gateway.who, remark=""))
            requests.change_withholding(self, self.at_hand, rules, new)

        old = rules[0]
        self.ask_how((way_of(old),), change, before=old.grounds, taken=old.grounds.exemptions)

    def action_lift(self) -> None:
        """Withhold no longer what is withheld here."""
        self.with_rule("Lift which?", self.ask_to_lift, is_for_all=True)

    def ask_to_lift(self, rules: "Sequence[Rule]") -> None:
        """Ask for the reason, and lift."""
        from lpgminutes.domain.withholding import RuleStatus
        from lpgminutes.tui.dialogs.say_why import SayWhy

        def lift(remark: str | None) -> None:
            if remark is not None:
                self.foresee_taken_out(rules, RuleStatus.LIFTED)
                requests.lift(self, self.at_hand, rules, remark)

        heading = f"Lift: {rules[0].words()}" if len(rules) == 1 else f"Lift {len(rules)} withholdings"
        self.app.push_screen(SayWhy(heading, self.reach_of(rules), is_needed=False), lift)

    def foresee_taken_out(self, rules: "Sequence[Rule]", status: "RuleStatus") -> None:
        """Show at once what is open when some rules withhold no longer."""
        from lpgminutes.domain.cases import with_taken_out

        self.foresee(lambda case: with_taken_out(case, rules, self.gateway.who, status=status, remark=""))

    def reach_of(self, rules: "Sequence[Rule]") -> str:
        """Say how far the rules reach: what is open when they withhold no longer."""
        from lpgminutes.domain.withholding_ways import mentions

        if self.view is None:
            return ""
        count = len(mentions(self.view.proposal.original, rules))
        return f"It withholds in {counted(count, 'place')}; what no other withholding covers is open then."

    def with_rule(self, question: str, then: "Callable[[Sequence[Rule]], None]", *, is_for_all: bool = False) -> None:
        """Do something with the rule that withholds here; of several, ask which, or whether all of them."""
        rules = self.rules_here()
        if rules:
            self.with_one_of(rules, question, then, is_for_all=is_for_all)
        else:
            self.say("Nothing is withheld here: m goes to the next text with something withheld.")

    def with_one_of(
        self,
        rules: "Sequence[Rule]",
        question: str,
        then: "Callable[[Sequence[Rule]], None]",
        *,
        is_for_all: bool = False,
    ) -> None:
        """Do something with one of some rules; of several, ask which, or whether all of them."""
        from lpgminutes.tui.dialogs.choose import Choice, Choose

        if len(rules) == 1:
            then(rules)
            return

        def take(chosen: "tuple[Rule, ...] | None") -> None:
            if chosen:
                then(chosen)

        listed = enumerate(rules[:_MOST_RULES], start=1)
        choices: list[Choice[tuple[Rule, ...]]] = [Choice(str(n), _beginning(rule), (rule,)) for n, rule in listed]
        if is_for_all:
            choices.append(Choice("a", f"all {len(rules)} of them", tuple(rules)))
        more = len(rules) - _MOST_RULES
        said = f"And {more} more: each can be gone to in the list of what is withheld (l)." if more > 0 else ""
        self.app.push_screen(Choose(question, choices, said), take)

    def ask_how(
        self,
        ways: "Sequence[WayToWithhold]",
        then: "Callable[[Sequence[Rule]], None]",
        *,
        before: "Grounds | None" = None,
        taken: "Sequence[Exemption]" = (),
        first: "Sequence[Exemption]" = (),
        first_way: "WayToWithhold | None" = None,
    ) -> None:
        """Ask how far and under what, then for the reason; every mention is listed before it is done.

        The exemptions that are taken already can be left out; those to be offered first stand before those that were
        relied on lately. Whoever leaves the reason is back here with what was chosen and typed.
        """
        from lpgminutes.bootstrap import house_law
        from lpgminutes.tui.dialogs.withhold import Withhold

        def ask_why(chosen: "ChosenExemptions | None") -> None:
            if chosen is not None:
                self._ask_why(chosen, then, before, lambda typed: ask_again(chosen, typed))

        def ask_again(chosen: "ChosenExemptions", typed: "Grounds | None") -> None:
            self.ask_how(ways, then, before=typed or before, taken=chosen.exemptions, first=first, first_way=chosen.way)

        recent = tuple(dict.fromkeys((*first, *self.recent)))
        dialog = Withhold(ways, self._mentions_of, recent=recent, taken=taken, first_way=first_way, law=house_law())
        self.app.push_screen(dialog, ask_why)

    def _ask_why(
        self,
        chosen: "ChosenExemptions",
        then: "Callable[[Sequence[Rule]], None]",
        before: "Grounds | None",
        go_back: "Callable[[Grounds | None], None]",
    ) -> None:
        from lpgminutes.tui.dialogs.grounds import AskGrounds

        def do(grounds: "Grounds | None") -> None:
            if grounds is not None:
                then(chosen.way.on(grounds))
            else:
                go_back(dialog.left_with)

        heading = f"Withhold {chosen.way.way.value}: {chosen.way.said}"
        known = before or self._grounds_before(chosen.exemptions)
        dialog = AskGrounds(heading, chosen.exemptions, known)
        self.app.push_screen(dialog, do)

    def _grounds_before(self, exemptions: "Sequence[Exemption]") -> "Grounds | None":
        """Return the grounds given last in this case for the same exemptions."""
        rules = self.view.case.rules if self.view else ()
        given = (rule.grounds for rule in reversed(rules) if rule.grounds.exemptions == tuple(exemptions))
        return next(given, None)

    def _mentions_of(self, way: "WayToWithhold") -> "tuple[Mention, ...]":
        from lpgminutes.domain.withholding_ways import mentions

        return mentions(self.view.proposal.original, way.rules) if self.view else ()

    def action_next_mark(self) -> None:
        """Go to the next text with something withheld."""
        self._go_to_mark(1)

    def action_previous_mark(self) -> None:
        """Go to the one before."""
        self._go_to_mark(-1)

    def _go_to_mark(self, step: int) -> None:
        marked = {span.place for span in self.view.proposal.located.spans} if self.view else set()
        if not self.paper.go_where(marked, step=step):
            self.say("Nothing is withheld yet: choose words with the arrows and Space, and press w.")


def _beginning(rule: "Rule") -> str:
    """Return what a rule withholds on a line of its own: each is told from the others by how it begins."""
    words = " ".join(rule.words().split())
    return words if len(words) <= _LONGEST_CHOICE else f"{words[:_LONGEST_CHOICE].rstrip()}\N{HORIZONTAL ELLIPSIS}"
