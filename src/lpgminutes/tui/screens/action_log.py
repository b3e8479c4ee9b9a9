"""The action log: one table of every action across meetings and series, filtered as one types."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from lpgminutes.domain.written_dates import short_date
from lpgminutes.tui.commands.action_log import ACTION_LOG, DETAIL, FILTER, VIEW
from lpgminutes.tui.commands.command import Command, bindings
from lpgminutes.tui.commands.shared import EVERYWHERE, LIST
from lpgminutes.tui.dialogs.action_dialog import Subject
from lpgminutes.tui.messages.action_changes import ActionsChanged, OwnersRead
from lpgminutes.tui.messages.action_log import (
    ActionDetailRead,
    ActionPageRead,
    ActionsListed,
    ActionsTallied,
    AgesKnown,
    AllListed,
)
from lpgminutes.tui.messages.shared import RequestFailed
from lpgminutes.tui.reckoning import reckoning_on
from lpgminutes.tui.requests import action_log as requests
from lpgminutes.tui.requests.action_changes import change_actions, read_owners
from lpgminutes.tui.screens.changing import DONE, open_minute
from lpgminutes.tui.screens.log_asking import LogAskingScreen
from lpgminutes.tui.screens.shell import Section
from lpgminutes.tui.text import counted, plain
from lpgminutes.tui.widgets.action_detail import ActionDetailView
from lpgminutes.tui.widgets.action_heads import ActionHeads
from lpgminutes.tui.widgets.action_table import ActionTable
from lpgminutes.tui.widgets.empty_state import EmptyState
from lpgminutes.tui.widgets.filter_line import FilterLine
from lpgminutes.tui.widgets.paged_list import PagedList
from lpgminutes.tui.widgets.row_list import RowList
from lpgminutes.tui.widgets.view_bar import ViewBar

if TYPE_CHECKING:
    from textual.timer import Timer

    from lpgminutes.domain.action_changes import ActionChange
    from lpgminutes.domain.action_query import ActionListing
    from lpgminutes.domain.actions import ActionSummary
    from lpgminutes.domain.working_days import WorkingDays
    from lpgminutes.services.action_listing import Tally
    from lpgminutes.tui.widgets.action_columns import Reckoning

_MEDIUM, _WIDE, _VERY_WIDE = 60, 110, 150
_LOW = 20
_PAUSE = 0.06
"""Seconds that the highlight rests before the whole action is read: a held key does not ask at every row."""
_CHANGES = frozenset(
    {"close", "redate", "reassign", "note", "transfer", "supersede", "withdraw", "reopen", "choose", "choose_all"}
)
"""What makes no sense on the log of another day."""
_ABOUT_ONE = _CHANGES | {"toggle_detail", "open_minute"}
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


class ActionLogScreen(LogAskingScreen):
    """Views, filter, table, and beside it everything about the action at hand."""

    CSS_PATH = Path(__file__).parent.parent / "styles" / "action_log.tcss"
    COMMANDS_HERE = ACTION_LOG
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(ACTION_LOG),
        *(Binding(key, f"view({key})", VIEW.label, show=False, id=f"{VIEW.id}_{key}") for key in VIEW.keys),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_MEDIUM, "-medium"), (_WIDE, "-wide"), (_VERY_WIDE, "-very-wide")]  # noqa: RUF012 - typed by Textual
    VERTICAL_BREAKPOINTS = [(0, "-low"), (_LOW, "-high")]  # noqa: RUF012 - typed by Textual
    AUTO_FOCUS = "ActionTable"

    def __init__(self, marking: str, query: str = "") -> None:
        super().__init__()
        self._first_marking = marking
        self.question.filter_by(query)
        self.listing: ActionListing | None = None
        self._listed = self.question.asked
        self._shown = 0
        self._problem = ""
        self._total = 0
        self._tally: Tally | None = None
        self._working_days: WorkingDays | None = None
        self._is_detail_wanted: bool | None = None
        self._pause: Timer | None = None

    def body(self) -> ComposeResult:
        """Lay the views, the filter, the table and the detail."""
        yield ViewBar()
        yield FilterLine()
        with Horizontal(id="log"):
            with Vertical(id="list-side"):
                yield ActionHeads()
                yield ActionTable()
                yield EmptyState(plain("Opening the action log\N{HORIZONTAL ELLIPSIS}"))
            with Vertical(id="detail-side"):
                yield ActionDetailView()

    def on_mount(self) -> None:
        """Read the log; what it can do without comes after it."""
        self.banner.marking, self.banner.place = self._first_marking, "action log"
        self._table.display = False
        self.filter_line.put(self.question.asked.query)
        self.show_views()
        self.reload()
        requests.read_views(self)
        requests.learn_working_days(self, today=self.day)
        read_owners(self)

    @property
    def _table(self) -> ActionTable:
        return self.query_one(ActionTable)

    @property
    def _detail(self) -> ActionDetailView:
        return self.query_one(ActionDetailView)

    @property
    def _reckoning(self) -> "Reckoning":
        return reckoning_on(self.question.day, self._working_days)

    # What is listed

    def reload(self) -> None:
        """Read the list again, at the place where one is."""
        self.ask_log(near=self._table.cursor)

    @on(ActionsListed)
    def _show(self, listed: ActionsListed) -> None:
        if self.question.is_stale(listed.serial):
            return
        is_same = listed.asked == self._listed
        self.listing, self._listed, self._shown = listed.listing, listed.asked, listed.serial
        self._total = listed.page.total
        self._tally = self._tally if is_same else None
        page = listed.page
        self._table.show_actions(
            page.start, page.actions, length=page.total, is_same=is_same, reckoning=self._reckoning
        )
        heads = self.query_one(ActionHeads)
        heads.sorted_by, heads.is_reversed = self.question.column, listed.asked.is_reversed
        self._problem = listed.problem
        self._show_whether_empty()
        self._show_action()
        self._say_found()
        self.show_views()
        serial = listed.serial
        requests.read_tally(self, listed.listing, serial, is_stale=lambda: self.question.is_stale(serial))

    def _show_whether_empty(self) -> None:
        empty = self.query_one(EmptyState)
        empty.say(*(_NO_ACTION if self.question.is_of_everything else _NOTHING_FITS))
        had_list = self._table.display
        empty.display, self._table.display = not self._total, bool(self._total)
        if self._total and not had_list and not self.filter_line.is_typed_in:
            self.set_focus(self._table)
        self.show_keys()

    def _say_found(self) -> None:
        """Say what of the query is not understood, or else what is listed."""
        if self._problem:
            self.filter_line.say_problem(self._problem)
            return
        parts = [plain(counted(self._total, "action"), "bold")]
        if self._tally is not None and self._tally.overdue:
            parts.append(plain(f"! {min(self._tally.overdue, self._total)} overdue", "$text-warning"))
        if self.question.asked.as_at:
            parts.append(plain(f"as at {short_date(self.question.asked.as_at)}", "bold"))
        if self._table.chosen:
            parts.append(plain(f"{len(self._table.chosen)} chosen", "$text-accent"))
        self.filter_line.say_found(Content(" \N{MIDDLE DOT} ").join(parts), plain(self.question.order_words))

    @on(ActionsTallied)
    def _show_tally(self, tallied: ActionsTallied) -> None:
        if not self.question.is_stale(tallied.serial):
            self._tally = tallied.tally
            self.banner.marking = tallied.tally.marking
            self._say_found()

    @on(PagedList.PageWanted)
    def _fetch(self, wanted: PagedList.PageWanted) -> None:
        if self.listing is not None:
            requests.read_more(self, self.listing, self._shown, start=wanted.first, most=self._listed.most)

    @on(ActionPageRead)
    def _take_in(self, read: ActionPageRead) -> None:
        if read.serial == self._shown:
            self._table.take_in(read.page.start, read.page.actions)

    @on(ActionTable.Laid)
    def _lay_heads(self, laid: ActionTable.Laid) -> None:
        self.query_one(ActionHeads).laid = laid.layout

    @on(AgesKnown)
    def _show_ages(self, known: AgesKnown) -> None:
        self._working_days = known.working_days
        self._table.reckon(self._reckoning)
        self._show_action()

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

    # The action at hand

    @property
    def at_hand(self) -> "ActionSummary | None":
        """The highlighted action."""
        return self._table.highlighted if self._total else None

    @property
    def is_detail_shown(self) -> bool:
        """Whether the detail is on the screen: where there is room it is, unless a key put it away."""
        return self._is_roomy if self._is_detail_wanted is None else self._is_detail_wanted

    @property
    def _is_roomy(self) -> bool:
        """Whether the detail stands beside the table, and does not take its place."""
        return self.has_class("-wide") or self.has_class("-very-wide")

    @on(RowList.Highlighted)
    def _follow(self) -> None:
        self._show_action()

    def _show_action(self) -> None:
        """Show what the list knows of the highlighted action, and read the rest once the highlight rests."""
        action = self.at_hand
        if action is None:
            self._detail.show_nothing()
            return
        if not self.is_detail_shown:
            return
        self._detail.show_action(action, self._reckoning)
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(_PAUSE, lambda: requests.read_detail(self, action.id))

    @on(ActionDetailRead)
    def _show_whole(self, read: ActionDetailRead) -> None:
        self._detail.show_detail(read.detail)

    @on(RowList.Chosen)
    def action_toggle_detail(self) -> None:
        """Show or hide everything about the highlighted action."""
        self._is_detail_wanted = not self.is_detail_shown
        self.set_class(self._is_detail_wanted, "-detail")
        self.set_class(not self._is_detail_wanted, "-no-detail")
        self._show_action()
        self.call_after_refresh(self.go_to_list)

    def go_to_list(self) -> None:
        """Give the keyboard to the table, or to the detail where that has taken its place."""
        is_hidden = self.is_detail_shown and not self._is_roomy
        self.set_focus(self._detail if is_hidden else self._table)

    def action_open_minute(self) -> None:
        """Open the meeting at the minute that the action came from."""
        if self.at_hand is not None:
            open_minute(self.minutes_app, self.at_hand)

    def action_guided_pass(self) -> None:
        """Go through the open actions with the meeting."""
        self.minutes_app.open_screen("action_pass")

    def on_screen_resume(self) -> None:
        """Read again what may have changed on another screen."""
        if self.listing is not None:
            self.reload()

    # Choosing and changing

    def action_choose(self) -> None:
        """Choose the action, or let it go, and go on to the next."""
        if self.at_hand is not None:
            self._choose(self._table.chosen ^ {self.at_hand.id})
            self._table.action_down()

    def action_choose_all(self) -> None:
        """Choose every action that is listed, or let all go."""
        if self._table.chosen:
            self._choose(frozenset())
        elif self.listing is not None:
            requests.read_all_ids(self, self.listing, self._shown, most=self._listed.most)

    @on(AllListed)
    def _choose_listed(self, listed: AllListed) -> None:
        if listed.serial == self._shown:
            self._choose(frozenset(listed.ids))

    def _choose(self, ids: frozenset[int]) -> None:
        self._table.choose(ids)
        self._say_found()

    def subject(self) -> Subject | None:
        """Return the chosen actions, or the highlighted one."""
        chosen = self._table.chosen
        at_hand = self.at_hand
        if len(chosen) > 1 or (chosen and (at_hand is None or at_hand.id not in chosen)):
            return Subject(ids=tuple(sorted(chosen)))
        return Subject(ids=(at_hand.id,), action=at_hand) if at_hand else None

    def make_change(self, ids: tuple[int, ...], change: "ActionChange") -> None:
        """Store it."""
        change_actions(self, ids, change, on=self.day)

    @on(ActionsChanged)
    def _show_changed(self, changed: ActionsChanged) -> None:
        self._choose(frozenset())
        what = changed.refs[0] if len(changed.refs) == 1 else counted(len(changed.refs), "action")
        self.say(f"{what}: {DONE[type(changed.change)]}. u takes it back.")
        self.reload()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """A change asks for an action; on the log of another day nothing is changed."""
        if action in _CHANGES and self.question.asked.as_at is not None:
            return False
        return action not in _ABOUT_ONE or bool(self._total)

    # Leaving, and the keys

    def action_back(self) -> None:
        """Let go of what is chosen; else of the detail; else of the filter; else go back."""
        if self._table.chosen:
            self._choose(frozenset())
        elif self.is_detail_shown and not self._is_roomy:
            self.action_toggle_detail()
        elif self.question.asked.query.strip():
            self.action_every()
        else:
            super().action_back()

    def keys_now(self) -> tuple[Command, ...]:
        """Return what makes sense while a filter is typed, or while one looks at the list."""
        return FILTER if self.filter_line.is_typed_in else self.commands_now()

    def help_words(self) -> str:
        """Say what this screen shows and how it is asked."""
        return (
            "Every action of every body, overdue first. A filter is words, which must all be there, and "
            "conditions: overdue, owner:pri, due<1aug, before:next, raised:3.1, series:lpg, status:closed, "
            "slips>1, age>40, no:owner, no:due; a minus before any of them turns it round. Words in "
            "quotation marks belong together. Without a word on the state, open actions are meant; closed "
            "and all show others. Age is in working days. A slip is a due date moved to a later day."
        )

    def help_sections(self) -> tuple[Section, ...]:
        """Return the commands of the log, its list, its detail and its filter."""
        return (
            ("On this screen", (*ACTION_LOG, VIEW)),
            ("In the list", LIST),
            ("In the detail", DETAIL),
            ("While a filter is typed", FILTER),
            ("On every screen", EVERYWHERE),
        )
