"""The lists under the minutes: what still gives it away, and what is withheld."""

from enum import Enum
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from lpgminutes.tui.screens.desk.marking import Marking
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets import finding_list, rule_list, suggestion_list
from lpgminutes.tui.widgets.finding_list import FindingList
from lpgminutes.tui.widgets.row_list import Row, RowList
from lpgminutes.tui.widgets.rule_list import RuleList, RuleRow
from lpgminutes.tui.widgets.suggestion_list import SuggestionList

if TYPE_CHECKING:
    from lpgminutes.domain.document import Place
    from lpgminutes.domain.findings import Finding
    from lpgminutes.domain.suggesting import Suggestion
    from lpgminutes.domain.withholding import Rule


class Pane(Enum):
    """The lists; the value is the id of each."""

    FINDINGS = "findings"
    WITHHOLDINGS = "withholdings"
    SUGGESTIONS = "suggestions"


_TITLES = {
    Pane.FINDINGS: "What gives it away: Enter goes there, w withholds it, a accepts it",
    Pane.WITHHOLDINGS: "What is withheld: Enter goes there, c changes, x lifts the highlighted one",
    Pane.SUGGESTIONS: "What might be withheld: t takes it, T its kind, w otherwise, d and D dismiss",
}
_OPEN_SUGGESTIONS = "What might be withheld ({} open): t takes it, T its kind, d and D dismiss"
"""As long as there is room for on a narrow screen: w stands at the bottom."""
_LOOKING = "Looking\N{HORIZONTAL ELLIPSIS}"
_LOOKING_AGAIN = "Looking again\N{HORIZONTAL ELLIPSIS} these are from before"
_NONE = {
    Pane.FINDINGS: "Nothing gives away what is withheld, as far as a machine can see.",
    Pane.WITHHOLDINGS: "Nothing is withheld yet: choose words with the arrows and Space, and press w.",
    Pane.SUGGESTIONS: "Nothing more is suggested. What is not listed may matter too.",
}


class Panes(Marking):
    """One list at a time, under the minutes; nothing is done to a row that is out of date, or not there yet."""

    def pane_body(self) -> ComposeResult:
        """Lay the lists; none is shown at first."""
        with Vertical(id="desk-pane"):
            yield Static(id="pane-title", classes="panel-title")
            yield FindingList(id=Pane.FINDINGS.value)
            yield RuleList(id=Pane.WITHHOLDINGS.value)
            yield SuggestionList(id=Pane.SUGGESTIONS.value)
            yield Static(id="pane-none")
            yield Static(id="pane-detail")

    @property
    def pane(self) -> Pane | None:
        """The list that is shown."""
        return next((pane for pane in Pane if self.has_class(f"-{pane.value}")), None)

    @property
    def finding_list(self) -> FindingList:
        """What still gives it away."""
        return self.query_one(FindingList)

    @property
    def rule_list(self) -> RuleList:
        """What is withheld."""
        return self.query_one(RuleList)

    @property
    def suggestion_list(self) -> SuggestionList:
        """What might have to be withheld."""
        return self.query_one(SuggestionList)

    @property
    def is_in_pane(self) -> bool:
        """Whether the keyboard is in a list."""
        return self.focused in (self.finding_list, self.rule_list, self.suggestion_list)

    def action_findings(self) -> None:
        """Go to the findings, or put them away."""
        self.turn_to(Pane.FINDINGS)

    def action_withholdings(self) -> None:
        """Go to what is withheld, or put it away."""
        self.turn_to(Pane.WITHHOLDINGS)

    def action_back(self) -> None:
        """Put the list away that is shown; with none, go back to the cases."""
        if self.pane is None:
            super().action_back()
        else:
            self.put_away()

    def put_away(self) -> None:
        """Show no list, and go to the minutes."""
        for pane in Pane:
            self.remove_class(f"-{pane.value}")
        self.set_focus(self.paper)
        self.call_after_refresh(self.paper.follow)

    def turn_to(self, wanted: Pane) -> None:
        """Show a list and go to it, or put it away."""
        pane = self.query_one(f"#{wanted.value}", RowList)
        if self.pane is not wanted:
            pane.cursor = 0
        is_away = self.pane is wanted and self.focused in (pane, self.paper)
        for other in Pane:
            self.set_class(other is wanted and not is_away, f"-{other.value}")
        self._show_pane()
        self.set_focus(self.paper if is_away or not pane.display else pane)
        self.call_after_refresh(self.paper.follow)

    def show_how_it_stands(self) -> None:
        """Show status and signs, and bring the lists up to date."""
        super().show_how_it_stands()
        if self.view is None:
            return
        if self.findings is not None:
            self.finding_list.show(finding_list.in_order(self.findings))
        self.rule_list.show(self._rule_rows())
        if self.suggested is not None:
            self.suggestion_list.show(self.suggested)
        self._show_pane()

    def _rule_rows(self) -> "list[RuleRow]":
        from lpgminutes.domain.redaction import merged_by_place

        if self.view is None:
            return []
        places: dict[Rule, tuple[Place, ...]] = {}
        for rule, spans in self.view.proposal.located.rules:
            # A full name is one place, though its surname is a form by itself.
            united = merged_by_place(spans)
            places[rule] = tuple(place for place, stretches in united.items() for _ in stretches)
        rows = [RuleRow(n, rule, places.get(rule, ())) for n, rule in enumerate(self.view.case.rules, start=1)]
        return sorted(rows, key=lambda row: not row.rule.handling.status.is_in_force)

    def _show_pane(self) -> None:
        pane = self.pane
        if pane is None:
            return
        rows = self.query_one(f"#{pane.value}", RowList)
        is_looking = self._is_looking_for(pane)
        title = _LOOKING_AGAIN if is_looking and rows.rows else self._title_of(pane)
        self.query_one("#pane-title", Static).update(plain(title))
        none = self.query_one("#pane-none", Static)
        none.update(plain(_LOOKING if is_looking else _NONE[pane]))
        none.display = not rows.rows
        rows.set_class(not rows.rows, "-empty")
        for other in Pane:
            self.query_one(f"#{other.value}").display = other is pane and (is_looking or bool(rows.rows))
        if self.focused is None or not self.focused.display:
            self.set_focus(self.paper)
        self._show_detail()

    def _title_of(self, pane: Pane) -> str:
        """Return what a list shows and what can be done; of the suggestions, how many are open."""
        is_counted = pane is Pane.SUGGESTIONS and self.suggestion_list.rows
        return _OPEN_SUGGESTIONS.format(len(self.suggestion_list.rows)) if is_counted else _TITLES[pane]

    def _is_looking_for(self, pane: Pane) -> bool:
        """Whether it is looked for what a list shows: it is empty, or its rows are those from before."""
        is_known = {Pane.FINDINGS: self.findings is not None, Pane.SUGGESTIONS: self.suggested is not None}
        return not is_known.get(pane, True)

    def listed(self, rows: "RowList[Row]") -> "Row | None":
        """Return the highlighted row to do something with; while it is looked for what there is, say so."""
        if self._is_looking_for(Pane(rows.id)):
            self.say("Still looking: press it again when the list is there.")
            return None
        return rows.highlighted

    def _show_detail(self) -> None:
        words = Content("")
        if self.pane is Pane.FINDINGS and (finding := self.finding_list.highlighted):
            words = finding_list.detail_of(finding)
        elif self.pane is Pane.WITHHOLDINGS and (row := self.rule_list.highlighted):
            words = rule_list.detail_of(row)
        elif self.pane is Pane.SUGGESTIONS and (suggestion := self.suggestion_list.highlighted):
            words = suggestion_list.detail_of(suggestion)
        self.query_one("#pane-detail", Static).update(words)

    @on(RowList.Highlighted)
    def _follow_highlight(self, highlighted: RowList.Highlighted) -> None:
        highlighted.stop()
        self._show_detail()
        self.show_keys()
        if highlighted.rows is self.focused:
            self.go_to_places(highlighted.row)

    @on(RowList.Chosen)
    def _go_to_chosen(self, chosen: RowList.Chosen) -> None:
        chosen.stop()
        if self.go_to_places(chosen.row):
            self.set_focus(self.paper)

    def go_to_places(self, row: "Finding | RuleRow | Suggestion") -> bool:
        """Go to the first place of a row; returns whether it has one."""
        from lpgminutes.domain.suggesting import Suggestion

        places = tuple(one.place for one in row.stretches) if isinstance(row, Suggestion) else row.places
        return bool(places) and self.paper.go_to(places[0])
