"""The second reading: what was seen, and agreeing or rejecting."""

from typing import TYPE_CHECKING

from textual import on

from lpgminutes.tui.requests import desk as requests
from lpgminutes.tui.screens.desk.suggesting import Suggesting
from lpgminutes.tui.text import counted
from lpgminutes.tui.widgets.desk_paper import DeskPaper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lpgminutes.domain.withholding import Rule
    from lpgminutes.services.desk import DeskView


class Reading(Suggesting):
    """Somebody other than the proposer reads every text, and agrees."""

    def take_in(self, view: "DeskView") -> None:
        """Show what was read; when the last text was, say what is left to a second reader."""
        had_unread = self.view is not None and bool(self.view.unvisited)
        super().take_in(view)
        if had_unread and not view.unvisited and view.reading.lacking and view.reads_second:
            self.say("Every text is read: Y agrees to all that is withheld, and to the set as a whole.")

    @on(DeskPaper.Seen)
    def _remember_what_was_seen(self, seen: DeskPaper.Seen) -> None:
        view = self.view
        if view is None or not view.reading.is_needed or not view.reads_second:
            return
        new = seen.places & view.unvisited
        if new:
            requests.visit(self, self.at_hand, new)

    def action_next_unvisited(self) -> None:
        """Go to the next text that no second reader has seen."""
        unvisited = self.view.unvisited if self.view else frozenset()
        if not self.paper.go_where(unvisited, is_read_on=True):
            self.say("Every text was read by a second reader.")
        elif self.view is not None and not self.view.reads_second:
            self.say("Somebody else has to read it: what you proposed yourself is no second reading.")

    @property
    def waits_as_a_whole(self) -> bool:
        """Whether everything is read and agreed one by one, and only the set as a whole is not agreed."""
        from lpgminutes.services.desk import not_agreed

        view = self.view
        is_read = view is not None and bool(view.case.in_force) and not not_agreed(view.case) and not view.unvisited
        return is_read and view is not None and view.reading.is_needed and not view.reading.is_complete

    @property
    def changed_it_last(self) -> bool:
        """Whether whoever sits here changed the set last, and so is no second pair of eyes for the whole of it."""
        from lpgminutes.domain.cases import is_same_name

        return self.view is not None and is_same_name(self.view.case.changed_by, self.gateway.who)

    def _may_read(self) -> bool:
        """Whether whoever sits here can be the second reader; where not, it is said."""
        may = self.view is not None and self.view.reads_second
        if not may:
            self.say("What is withheld was proposed by you: somebody else agrees to it or rejects it.")
        return may

    def action_agree(self) -> None:
        """Agree to what is withheld here."""
        if not self._may_read():
            return
        rules = self._to_agree(self.rules_meant())
        if rules:
            self.go_on_in(self.rule_list, lambda row: row.rule in rules or not self._to_agree((row.rule,)))
            requests.agree(self, self.at_hand, rules)
        else:
            self.say("Nothing here waits to be agreed.")

    def action_agree_all(self) -> None:
        """Agree to everything that somebody else proposed."""
        from lpgminutes.services.desk import not_agreed
        from lpgminutes.tui.dialogs.confirm import Confirm

        view = self.view
        if view is None:
            return
        waiting, left = len(not_agreed(view.case)), len(view.unvisited)
        if self.waits_as_a_whole:
            if self.changed_it_last:
                self.say("You changed the set last: somebody else agrees to it as a whole.")
                return
        elif not self._may_read():
            return
        elif not waiting:
            self.say(_nothing_waits(left))
            return

        def agree_if_sure(is_sure: bool | None) -> None:  # noqa: FBT001 - Textual's callback
            if is_sure:
                requests.agree(self, self.at_hand, None)

        question = f"Agree to {counted(waiting, 'withholding')} that somebody else proposed?"
        if not waiting:
            question = "Agree to the set as a whole?"
        self.app.push_screen(Confirm(question, _what_agreeing_does(waiting, left)), agree_if_sure)

    def action_reject(self) -> None:
        """Reject what is withheld here, with a reason."""
        if not self._may_read():
            return
        self.with_rule("Reject which?", self._ask_to_reject)

    def _ask_to_reject(self, rules: "Sequence[Rule]") -> None:
        from lpgminutes.domain.withholding import RuleStatus
        from lpgminutes.tui.dialogs.say_why import SayWhy

        def reject(remark: str | None) -> None:
            if remark:
                self.foresee_taken_out(rules, RuleStatus.REJECTED)
                requests.reject(self, self.at_hand, rules, remark)

        heading = f"Reject: {'; '.join(rule.words() for rule in rules)}"
        self.app.push_screen(SayWhy(heading, self.reach_of(rules), is_needed=True), reject)

    def action_ask_for_reading(self) -> None:
        """Hand the case over to a second reader."""
        requests.ask_for_reading(self, self.at_hand)

    @staticmethod
    def _to_agree(rules: "Sequence[Rule]") -> "tuple[Rule, ...]":
        from lpgminutes.domain.withholding import RuleStatus

        return tuple(rule for rule in rules if rule.handling.status is RuleStatus.PROPOSED)


def _nothing_waits(left: int) -> str:
    if left:
        texts = f"{counted(left, 'text')} {'is' if left == 1 else 'are'}"
        return (
            f"Each withholding is agreed, and {texts} not read yet: n goes there. Y then agrees to the set as a whole."
        )
    return "Everything is read, and the set is agreed as a whole: F6 makes the release."


def _what_agreeing_does(waiting: int, left: int) -> str:
    binding = "The agreement binds to exactly this set: any change makes it void."
    if left:
        texts = f"{counted(left, 'text').capitalize()} {'is' if left == 1 else 'are'}"
        return f"{texts} not read yet, so the set is not agreed as a whole by it: read on, and press Y once more."
    return binding if waiting else f"Every text is read and each withholding agreed. {binding}"
