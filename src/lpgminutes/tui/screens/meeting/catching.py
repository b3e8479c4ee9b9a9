"""Words that are typed while letters are commands: they come into the line, whole, and none of them is done.

What is no command there, a paste, and letters that come one on top of the other are words.
"""

from textual.events import Key, Paste

from lpgminutes.tui.screens.meeting.typing import Typing
from lpgminutes.tui.widgets.minutes_view import MinutesView
from lpgminutes.tui.widgets.row_list import RowList

_AT_ONCE = frozenset({"j", "k", "l", "space"})
"""Commands that change nothing and lead nowhere else but into the line: they are done at once."""


class Catching(Typing):
    """Tells words from commands in the minutes and in the panes beside them."""

    @property
    def _is_at_commands(self) -> bool:
        is_at_list = isinstance(self.focused, MinutesView | RowList)
        return self.app.screen is self and self.is_draft and self.is_ready and is_at_list

    def turn_to_words(self, event: Key | Paste) -> None:
        """Take the keyboard into the line for what can be nothing but words."""
        if self._is_at_commands and (isinstance(event, Paste) or self._is_no_command(event)):
            self.open_composer()

    def _is_no_command(self, key: Key) -> bool:
        return key.is_printable and key.key not in self.active_bindings

    def may_begin_words(self, key: Key) -> bool:
        """Tell whether a letter that is a command waits a moment, for it may be the first of a word."""
        return self._is_at_commands and key.is_printable and key.key not in _AT_ONCE and not self._is_no_command(key)

    def take_words(self) -> None:
        """Take the keyboard into the line for letters that came as fast as they are typed in a word."""
        self.open_composer()
        self.say("Letters are commands there; what you typed is in the line.", title="Typed as words")
