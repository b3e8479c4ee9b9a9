"""The half of the action log that asks: filter, order, saved views, and the day it is shown as at."""

import datetime as dt
from abc import abstractmethod
from typing import TYPE_CHECKING

from textual import on

from lpgminutes.domain.action_log.views import EVERY, views_with
from lpgminutes.tui.log_question import LogQuestion
from lpgminutes.tui.messages.action_log import ViewRefused, ViewsRead
from lpgminutes.tui.requests import action_log as requests
from lpgminutes.tui.screens.changing import ActionChangingScreen
from lpgminutes.tui.widgets.action_columns import Column
from lpgminutes.tui.widgets.action_heads import ActionHeads
from lpgminutes.tui.widgets.filter_line import FilterLine
from lpgminutes.tui.widgets.view_bar import ViewBar

if TYPE_CHECKING:
    from lpgminutes.domain.action_log.views import ActionView
    from lpgminutes.tui.dialogs.as_at import LogDay
    from lpgminutes.tui.dialogs.save_view import ViewToKeep


class LogAskingScreen(ActionChangingScreen):
    """Puts one question at a time; only the answer to the latest is shown."""

    def __init__(self) -> None:
        super().__init__()
        from lpgminutes.bootstrap import today

        self.question = LogQuestion(today())
        self._own_views: dict[int, ActionView] = {}

    @abstractmethod
    def go_to_list(self) -> None:
        """Give the keyboard to the list."""

    @property
    def day(self) -> dt.date:
        """Today."""
        return self.question.asked.today

    @property
    def filter_line(self) -> FilterLine:
        """The line that filters."""
        return self.query_one(FilterLine)

    def ask_log(self, *, near: int = 0) -> None:
        """Put the question, for the page around a place."""
        serial = self.question.ask_again()
        asked = self.question.asked
        requests.read_list(self, asked, serial, near=near, is_stale=lambda: self.question.is_stale(serial))

    # The filter

    def action_filter(self) -> None:
        """Type what to look for."""
        self.set_focus(self.filter_line.input)
        self.show_keys()

    @on(FilterLine.Typed)
    def _filter_along(self, typed: FilterLine.Typed) -> None:
        self.question.filter_by(typed.query)
        self.ask_log()

    @on(FilterLine.Left)
    def _leave_filter(self) -> None:
        self.go_to_list()
        self.show_keys()

    # The order

    @on(ActionHeads.Clicked)
    def _sort_by_clicked(self, clicked: ActionHeads.Clicked) -> None:
        self._sort(clicked.column)

    def _sort(self, column: Column) -> None:
        self.question.sort_by(column)
        self.ask_log()

    def action_by_reference(self) -> None:
        """Sort by reference."""
        self._sort(Column.REFERENCE)

    def action_by_action(self) -> None:
        """Sort by the words."""
        self._sort(Column.ACTION)

    def action_by_owner(self) -> None:
        """Sort by owner."""
        self._sort(Column.OWNER)

    def action_by_due(self) -> None:
        """Sort by due date."""
        self._sort(Column.DUE)

    def action_by_state(self) -> None:
        """Sort by state."""
        self._sort(Column.STATE)

    def action_by_age(self) -> None:
        """Sort by age."""
        self._sort(Column.AGE)

    def action_by_slips(self) -> None:
        """Sort by slips."""
        self._sort(Column.SLIPS)

    def action_by_minute(self) -> None:
        """Sort by meeting and minute."""
        self._sort(Column.MINUTE)

    # Saved views

    @on(ViewsRead)
    def _know_views(self, read: ViewsRead) -> None:
        self._own_views = read.own
        self.show_views()
        if read.kept is not None:
            there = views_with(read.own).get(read.kept)
            self.say(f"{read.kept} shows: {there.name}." if there else f"{read.kept} is free.", title="View saved")

    def show_views(self) -> None:
        """Show the views, and which of them is asked."""
        bar, views = self.query_one(ViewBar), views_with(self._own_views)
        bar.names = {key: view.name for key, view in views.items()}
        bar.shown = self.question.key_of_view(views)

    def action_view(self, key: int) -> None:
        """Show the view on a number."""
        view = views_with(self._own_views).get(key)
        if view is None:
            self.say(f"No view is on {key}: v saves what is shown as one.")
        else:
            self._show_view(view)

    @on(ViewBar.Clicked)
    def _show_clicked(self, clicked: ViewBar.Clicked) -> None:
        self.action_view(clicked.key)

    def action_every(self) -> None:
        """Show every open action."""
        self._show_view(EVERY)

    def _show_view(self, view: "ActionView") -> None:
        self.question.show(view)
        self.filter_line.put(view.query)
        self.ask_log()

    def action_keep_view(self) -> None:
        """Ask for a name, and save what is asked."""
        self._ask_for_name()

    def _ask_for_name(self, draft: "ViewToKeep | None" = None, problem: str = "") -> None:
        from lpgminutes.tui.dialogs.save_view import SaveView

        def keep(view: "ViewToKeep | None") -> None:
            if view is not None:
                requests.keep_view(self, view.key, view.view)

        self.app.push_screen(SaveView(self.question.as_view(), self._own_views, draft, problem), keep)

    @on(ViewRefused)
    def _ask_again_for_name(self, refused: ViewRefused) -> None:
        from lpgminutes.tui.dialogs.save_view import ViewToKeep

        self._ask_for_name(ViewToKeep(key=refused.key, view=refused.view), refused.sentence)

    # As at another day

    def action_as_at(self) -> None:
        """Ask for a day, and show the log as it was."""
        from lpgminutes.tui.dialogs.as_at import AsAt

        def show(chosen: "LogDay | None") -> None:
            if chosen is not None:
                self.question.look_at(chosen.day)
                self.ask_log()

        self.app.push_screen(AsAt(self.question.asked.as_at, self.question.asked.today), show)
