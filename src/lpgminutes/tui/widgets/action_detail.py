"""Everything about one action: what the list knows at once, the rest when it has been read."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from lpgminutes.tui.commands.action_log import DETAIL
from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.widgets.action_paragraphs import detail_paragraphs, summary_paragraphs
from lpgminutes.tui.widgets.paragraphs_view import ParagraphsView

if TYPE_CHECKING:
    from lpgminutes.domain.action_log.lists import ActionDetail
    from lpgminutes.domain.actions import ActionSummary
    from lpgminutes.tui.widgets.action_columns import Reckoning


class ActionDetailView(ParagraphsView):
    """One action, to be read and scrolled."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DETAIL)]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.action: ActionSummary | None = None
        self._detail: ActionDetail | None = None
        self._reckoning: Reckoning | None = None

    def show_action(self, action: "ActionSummary", reckoning: "Reckoning") -> None:
        """Show what the list knows; what was read of the same action before stays."""
        is_another = self.action is None or self.action.id != action.id
        if is_another:
            self._detail = None
        self.action, self._reckoning = action, reckoning
        self._say(is_from_start=is_another)

    def show_detail(self, detail: "ActionDetail") -> None:
        """Show the rest, when it is still about the same action."""
        if self.action is not None and self.action.id == detail.summary.id:
            self._detail = detail
            self._say(is_from_start=False)

    def show_nothing(self) -> None:
        """Be empty: no action is highlighted."""
        self.action = self._detail = None
        self.say((), is_from_start=True)

    def _say(self, *, is_from_start: bool) -> None:
        if self.action is None or self._reckoning is None:
            return
        paragraphs = list(summary_paragraphs(self.action, self._reckoning))
        if self._detail is not None:
            paragraphs += detail_paragraphs(self._detail)
        self.say(paragraphs, is_from_start=is_from_start)
