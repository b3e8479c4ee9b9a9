"""The action log: one table of every action across meetings and series, filtered as one types."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from lpgminutes.tui.commands.action_log import ACTION_LOG, DETAIL, FILTER, VIEW
from lpgminutes.tui.commands.command import Command, bindings
from lpgminutes.tui.commands.shared import EVERYWHERE, LIST
from lpgminutes.tui.dialogs.action_dialog import Subject
from lpgminutes.tui.messages.action_changes import ActionsChanged
from lpgminutes.tui.messages.action_log import (
    ActionDetailRead,
    AllListed,
)
from lpgminutes.tui.requests import action_log as requests
from lpgminutes.tui.requests.action_changes import change_actions, read_owners
from lpgminutes.tui.screens.changing import DONE, open_minute
from lpgminutes.tui.screens.log_listing import LogListingScreen
from lpgminutes.tui.screens.shell import Section
from lpgminutes.tui.text import counted, plain
from lpgminutes.tui.widgets.action_detail import ActionDetailView
from lpgminutes.tui.widgets.action_heads import ActionHeads
from lpgminutes.tui.widgets.action_table import ActionTable
from lpgminutes.tui.widgets.empty_state import EmptyState
from lpgminutes.tui.widgets.filter_line import FilterLine
from lpgminutes.tui.widgets.row_list import RowList
from lpgminutes.tui.widgets.view_bar import ViewBar

if TYPE_CHECKING:
    from textual.timer import Timer

    from lpgminutes.domain.action_log.changes import ActionChange
    from lpgminutes.domain.actions import ActionSummary

_MEDIUM, _WIDE, _VERY_WIDE = 60, 110, 150
_PAUSE = 0.06
"""Seconds that the highlight rests before the whole action is read: a held key does not ask at every row."""
_CHANGES = frozenset(
    {"close", "redate", "reassign", "note", "transfer", "supersede", "withdraw", "reopen", "choose", "choose_all"}
)
"""What makes no sense on the log of another day."""
_ABOUT_ONE = _CHANGES | {"toggle_detail", "open_minute"}


class ActionLogScreen(LogListingScreen):
    """Views, filter, table, and beside it everything about the action at hand."""

    CSS_PATH = Path(__file__).parent.parent / "styles" / "action_log.tcss"
    COMMANDS_HERE = ACTION_LOG
    waits_for_records = True
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(ACTION_LOG),
        *(Binding(key, f"view({key})", VIEW.label, show=False, id=f"{VIEW.id}_{key}") for key in VIEW.keys),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_MEDIUM, "-medium"), (_WIDE, "-wide"), (_VERY_WIDE, "-very-wide")]  # noqa: RUF012 - typed by Textual
    AUTO_FOCUS = "ActionTable"

    def __init__(self, marking: str, query: str = "") -> None:
        super().__init__()
        self._first_marking = marking
        self.question.filter_by(query)
        self.listed = self.question.asked
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
        self.table.display = False
        self.filter_line.put(self.question.asked.query)
        self.show_views()
        self.reload()
        requests.read_views(self)
        requests.learn_working_days(self, today=self.day)
        read_owners(self)

    @property
    def _detail(self) -> ActionDetailView:
        return self.query_one(ActionDetailView)

    # The action at hand

    @property
    def at_hand(self) -> "ActionSummary | None":
        """The highlighted action."""
        return self.table.highlighted

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
        self.show_action()

    def show_action(self) -> None:
        """Show what the list knows of the highlighted action, and read the rest once the highlight rests."""
        action = self.at_hand
        if action is None:
            self._detail.show_nothing()
            return
        if not self.is_detail_shown:
            return
        self._detail.show_action(action, self.reckoning)
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
        self.show_action()
        self.call_after_refresh(self.go_to_list)

    def go_to_list(self) -> None:
        """Give the keyboard to the table, or to the detail where that has taken its place."""
        is_hidden = self.is_detail_shown and not self._is_roomy
        self.set_focus(self._detail if is_hidden else self.table)

    def action_open_minute(self) -> None:
        """Open the meeting at the minute that the action came from."""
        if self.at_hand is not None:
            open_minute(self.minutes_app, self.at_hand)

    def action_guided_pass(self) -> None:
        """Go through the open actions with the meeting."""
        self.minutes_app.open_screen("action_pass")

    def action_figures(self) -> None:
        """Show ageing and slippage, owner by owner."""
        from lpgminutes.tui.screens.action_figures import ActionFiguresScreen

        if self.listing is not None:
            asked = self.question.asked.query.strip()
            words = f"Open actions: {asked}" if asked else "All open actions"
            self.app.push_screen(ActionFiguresScreen(self.listing, words, self.banner.marking))

    def on_screen_resume(self) -> None:
        """Read again what may have changed on another screen."""
        if self.listing is not None:
            self.reload()

    # Choosing and changing

    def action_choose(self) -> None:
        """Choose the action, or let it go, and go on to the next."""
        if self.at_hand is not None:
            self._choose(self.table.chosen ^ {self.at_hand.id})
            self.table.action_down()

    def action_choose_all(self) -> None:
        """Choose every action that is listed, or let all go."""
        if self.table.chosen:
            self._choose(frozenset())
        elif self.listing is not None:
            requests.read_all_ids(self, self.listing, self.shown, most=self.listed.most)

    @on(AllListed)
    def _choose_listed(self, listed: AllListed) -> None:
        if listed.serial == self.shown:
            self._choose(frozenset(listed.ids))

    def _choose(self, ids: frozenset[int]) -> None:
        self.table.choose(ids)
        self.say_found()

    def subject(self) -> Subject | None:
        """Return the chosen actions, or the highlighted one."""
        chosen = self.table.chosen
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
        return action not in _ABOUT_ONE or self.table.length > 0

    # Leaving, and the keys

    def action_back(self) -> None:
        """Let go of what is chosen; else of the detail; else of the filter; else go back."""
        if self.table.chosen:
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
