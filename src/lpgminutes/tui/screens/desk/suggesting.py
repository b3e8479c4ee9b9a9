"""The list of suggestions: taken or dismissed by a person, one at a time or all of a kind."""

from typing import TYPE_CHECKING

from textual import on

from lpgminutes.tui.messages.desk import SuggestionsRead
from lpgminutes.tui.requests import suggestions as requests
from lpgminutes.tui.screens.desk.base import is_other
from lpgminutes.tui.screens.desk.panes import Pane
from lpgminutes.tui.screens.desk.recording import Recording
from lpgminutes.tui.text import counted
from lpgminutes.tui.widgets.suggestion_list import kind_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from lpgminutes.domain.suggesting import Suggestion
    from lpgminutes.services.desk import DeskView


class Suggesting(Recording):
    """Looks for suggestions when the list is opened, and again when the case has changed under it."""

    def reload(self) -> None:
        """Read the case again, and what others have dismissed for its body."""
        self.suggested = None
        super().reload()
        self._look_for_suggestions()
        self.show_how_it_stands()

    def action_suggestions(self) -> None:
        """Go to the suggestions, or put them away."""
        self.suggested = None
        self.turn_to(Pane.SUGGESTIONS)
        self._look_for_suggestions()

    def take_in(self, view: "DeskView") -> None:
        """Show what was read; what was suggested before a change is out of date."""
        is_changed = is_other(self.view, view)
        if is_changed:
            self.suggested = None
        super().take_in(view)
        if is_changed:
            self._look_for_suggestions()

    def _look_for_suggestions(self) -> None:
        """Look for what might have to be withheld while its list is open."""
        if self.pane is Pane.SUGGESTIONS and self.view is not None:
            requests.read_suggestions(self, self.at_hand, self.view.case.revision)

    @on(SuggestionsRead)
    def _take_in_suggestions(self, read: SuggestionsRead) -> None:
        if self.is_of_view(read.revision):
            self.suggested = read.suggestions
            self.show_how_it_stands()

    def action_take(self) -> None:
        """Propose to withhold what the highlighted suggestion is about."""
        suggestion = self.listed(self.suggestion_list)
        if suggestion is not None:
            self._take((suggestion,))

    def action_take_kind(self) -> None:
        """Propose to withhold everything that is suggested of the kind of the highlighted one."""
        kind = self._of_the_kind()
        if kind:
            places = counted(sum(len(one.stretches) for one in kind), "place")
            said = f"They withhold in {places}, each under what is offered for it; one undo takes them all back."
            self._ask(f"Withhold {_words(kind)}?", said, lambda: self._take(kind))

    def _take(self, suggestions: "tuple[Suggestion, ...]") -> None:
        from lpgminutes.domain.cases import with_withheld

        rules = [rule for suggestion in suggestions for rule in suggestion.rules]
        self.foresee(lambda case: with_withheld(case, rules, self.gateway.who))
        requests.take(self, self.at_hand, suggestions)

    def action_dismiss_one(self) -> None:
        """Have the highlighted suggestion not made again for this body."""
        suggestion = self.listed(self.suggestion_list)
        if suggestion is not None:
            requests.dismiss(self, self.at_hand, (suggestion,))

    def action_dismiss_kind(self) -> None:
        """Have everything suggested of the kind of the highlighted one not suggested again for this body."""
        kind = self._of_the_kind()
        if kind:
            said = "They are not suggested again, in this case or another of this body."
            self._ask(f"Dismiss {_words(kind)}?", said, lambda: requests.dismiss(self, self.at_hand, kind))

    def _of_the_kind(self) -> "tuple[Suggestion, ...]":
        highlighted = self.listed(self.suggestion_list)
        if highlighted is None:
            return ()
        return tuple(one for one in self.suggestion_list.rows if one.kind is highlighted.kind)

    def _ask(self, question: str, consequence: str, then: "Callable[[], None]") -> None:
        from lpgminutes.tui.dialogs.confirm import Confirm

        def do_if_sure(is_sure: bool | None) -> None:  # noqa: FBT001 - Textual's callback
            if is_sure:
                then()

        self.app.push_screen(Confirm(question, consequence), do_if_sure)

    def action_withhold(self) -> None:
        """Withhold what is chosen; in the suggestions, what the highlighted one is about, under what one says."""
        if self.focused is not self.suggestion_list:
            super().action_withhold()
            return
        suggestion = self.listed(self.suggestion_list)
        if suggestion is None or self.view is None:
            return
        from lpgminutes.domain.dismissals import SuggestionKind
        from lpgminutes.domain.withholding_ways import ways_for_rules

        is_a_name = suggestion.kind is SuggestionKind.CAPITALISED_NAME
        ways = ways_for_rules(self.view.proposal.original, suggestion.rules, suggestion.text, is_a_name=is_a_name)
        offered = suggestion.rules[0].grounds
        self.ask_how(ways, self.withhold, before=offered, first=offered.exemptions)


def _words(suggestions: "tuple[Suggestion, ...]") -> str:
    return f"{counted(len(suggestions), 'suggestion')} of the kind {kind_words(suggestions[0]).lower()}"
