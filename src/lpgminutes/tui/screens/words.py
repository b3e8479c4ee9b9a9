"""Words that are typed where letters are commands: what tells them apart, for every screen and dialog."""

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from textual.events import Key, Paste


class TellsWords:
    """Where letters may be words; by itself nowhere."""

    next_letter: ClassVar[float] = 0.15
    """Seconds within which the next letter of a word comes; a command is done that much later."""
    letters_of_a_word: ClassVar[int] = 3

    def turn_to_words(self, event: "Key | Paste") -> None:
        """Take the keyboard to where words are typed, before an event that can be nothing else is handed on."""

    def may_begin_words(self, key: "Key") -> bool:  # noqa: ARG002 - a subclass may ask
        """Tell whether a key that is a command may be the first letter of a word: it waits a moment for the next."""
        return False

    def take_words(self) -> None:
        """Take the keyboard to where words are typed, for keys that waited and are words."""
