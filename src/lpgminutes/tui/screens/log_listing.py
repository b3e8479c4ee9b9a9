"""The half of the action log that is answered: a stretch of the list at once, its length when it is counted."""

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content

from lpgminutes.domain.sayings.written_dates import short_date
from lpgminutes.tui.log_question import LogQuestion
from lpgminutes.tui.messages.action_changes import OwnersRead
from lpgminutes.tui.messages.action_log import (
    ActionPageRead,
    ActionsListed,
    ActionsTallied,
    AgesKnown,
    Asked,
)
from lpgminutes.tui.messages.shared import RequestFailed
from lpgminutes.tui.reckoning import reckoning_on
from lpgminutes.tui.requests import action_log as requests
from lpgminutes.tui.screens.log_asking import LogAskingScreen
from lpgminutes.tui.text import counted, plain
from lpgminutes.tui.widgets.action_heads import ActionHeads
from lpgminutes.tui.widgets.action_table import ActionTable
from lpgminutes.tui.widgets.empty_state import EmptyState
from lpgminutes.tui.widgets.paged_list import PagedList

if TYPE_CHECKING:
    from lpgminutes.domain.action_log.query import ActionListing
    from lpgminutes.domain.working_days import WorkingDays
    from lpgminutes.tui.widgets.action_columns import Reckoning

_NOTHING_FITS = ("No action fits what is asked.", "", "/ changes the filter, 0 shows every open action.")
_NO_ACTION = (
    "No action is open.",
    "",
    "Actions are raised in the minutes of a meeting:",
    "open one on the home screen, and type a line such as",
    "! @priya to review the figures by next Friday",
    "",
    "Those that are done: type closed into the filter (/).",
)


class LogListingScreen(LogAskingScreen):
    """Shows the answer to the latest question, and fetches what comes into sight."""

    def __init__(self) -> None:
        super().__init__()
        self.listing: ActionListing | None = None
        """What is listed; ``None`` before the first answer."""
        self.listed = self.question.asked
        self.shown = 0
        """The number of the question whose answer is shown."""
        self.total: int | None = None
        """How many actions are listed; ``None`` until they are counted."""
        self.working_days: WorkingDays | None = None
        self._overdue = 0
        self._is_of_several = False
        self._problem = ""

    @abstractmethod
    def show_action(self) -> None:
        """Show the highlighted action: another one may be highlighted."""

    @property
    def table(self) -> ActionTable:
        """The table."""
        return self.query_one(ActionTable)

    @property
    def reckoning(self) -> "Reckoning":
        """What lateness and age are reckoned with."""
        return reckoning_on(self.question.day, self.working_days)

    def reload(self) -> None:
        """Read the list again, at the place where one is."""
        self.ask_log(near=self.table.cursor)

    @on(ActionsListed)
    def _show(self, listed: ActionsListed) -> None:
        if self.question.is_stale(listed.serial):
            return
        is_same = listed.asked == self.listed
        is_sorted_anew = self._is_sorted_anew(listed.asked)
        self._is_of_several = self._may_be_of_several(listed)
        self.total = self._known_total(listed)
        self.listing, self.listed, self.shown = listed.listing, listed.asked, listed.serial
        self._problem = listed.problem
        stretch = listed.stretch
        self.banner.marking = stretch.marking
        self.table.show_actions(
            stretch.start,
            stretch.actions,
            length=stretch.beyond if self.total is None else self.total,
            is_same=is_same,
            is_of_several=self._is_of_several,
            reckoning=self.reckoning,
        )
        heads = self.query_one(ActionHeads)
        heads.sorted_by, heads.is_descending = self.question.column, self.question.is_descending
        self._show_whether_empty()
        self.show_action()
        self.say_found()
        self.show_views()
        if not is_sorted_anew:
            self._count(listed)
        self.be_ready()

    def _is_sorted_anew(self, asked: Asked) -> bool:
        """Whether the same actions come in another order: they are counted already."""
        is_counted = self.total is not None and self.listing is not None
        return is_counted and asked != self.listed and LogQuestion.is_as_long(asked, self.listed)

    def _known_total(self, listed: ActionsListed) -> int | None:
        """Return how long a list is, when its end was read or it has only been sorted anew."""
        if listed.stretch.is_last:
            return listed.stretch.beyond
        if LogQuestion.is_as_long(listed.asked, self.listed) and self.total is not None:
            return max(self.total, listed.stretch.beyond)
        self._overdue = 0
        return None

    def _may_be_of_several(self, listed: ActionsListed) -> bool:
        """Whether the actions are of several bodies, as far as it is known before they are counted."""
        stretch = listed.stretch
        if stretch.is_of_several or (stretch.is_last and stretch.start == 0):
            return stretch.is_of_several
        return self._is_of_several and LogQuestion.is_as_long(listed.asked, self.listed)

    def _count(self, listed: ActionsListed) -> None:
        serial = listed.serial
        requests.read_tally(
            self,
            listed.listing,
            serial,
            most=listed.asked.most,
            is_stale=lambda: self.question.is_stale(serial),
        )

    def _show_whether_empty(self) -> None:
        empty = self.query_one(EmptyState)
        had_list = self.table.display
        has_rows = self.table.length > 0
        if not has_rows:
            empty.say(*(_NO_ACTION if self.question.is_of_everything else _NOTHING_FITS))
        empty.display = not has_rows
        self.table.display = self.query_one(ActionHeads).display = has_rows
        if has_rows and not had_list and not self.filter_line.is_typed_in:
            self.set_focus(self.table)
        self.show_keys()

    def say_found(self) -> None:
        """Say what of the query is not understood, or else what is listed."""
        if self._problem:
            self.filter_line.say_problem(self._problem)
            return
        known = f"over {self.table.length} actions" if self.total is None else counted(self.total, "action")
        parts = [plain(known, "bold")]
        if self._overdue:
            parts.append(plain(f"! {self._overdue} overdue", "$text-warning"))
        if self.question.asked.as_at:
            parts.append(plain(f"as at {short_date(self.question.asked.as_at)}", "bold"))
        if self.table.chosen:
            parts.append(plain(f"{len(self.table.chosen)} chosen", "$text-accent"))
        self.filter_line.say_found(Content(" \N{MIDDLE DOT} ").join(parts), plain(self.question.order_words))

    @on(ActionsTallied)
    def _show_tally(self, tallied: ActionsTallied) -> None:
        if tallied.serial == self.shown:
            self.total = tallied.tally.total
            self._overdue = min(tallied.tally.overdue, self.total)
            self._is_of_several = tallied.tally.is_of_several
            self.table.name_bodies(is_of_several=self._is_of_several)
            self.table.grow(self.total)
            self.say_found()

    @on(PagedList.PageWanted)
    def _fetch(self, wanted: PagedList.PageWanted) -> None:
        if self.listing is not None:
            requests.read_more(self, self.listing, self.shown, start=wanted.first, most=self.listed.most)

    @on(ActionPageRead)
    def _take_in(self, read: ActionPageRead) -> None:
        if read.serial == self.shown:
            self.table.take_in(read.stretch.start, read.stretch.actions)

    @on(ActionTable.Laid)
    def _lay_heads(self, laid: ActionTable.Laid) -> None:
        self.query_one(ActionHeads).laid = laid.layout

    @on(AgesKnown)
    def _show_ages(self, known: AgesKnown) -> None:
        self.working_days = known.working_days
        self.table.reckon(self.reckoning)
        self.show_action()

    @on(OwnersRead)
    def _know_names(self, read: OwnersRead) -> None:
        self.names = read.names

    def say_what_failed(self, failed: RequestFailed) -> None:
        """Say why there is nothing to list."""
        if self.listing is not None:
            super().say_what_failed(failed)
        else:
            words = (failed.title, "", failed.sentence, "", "F5 tries again, Esc goes back.")
            self.query_one(EmptyState).say(*words)
