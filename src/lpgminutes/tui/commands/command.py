"""A command: its key, its words, its help."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something that a key does."""

    id: str
    """Where it belongs and what it is, ``home.add_series``: a key is rebound by this name."""
    keys: tuple[str, ...]
    """The default keys, as Textual names them; the first is the one that is shown."""
    label: str
    """A word or two, for the key bar and the palette."""
    help: str
    """One sentence."""
    in_bar: bool = False
    """Whether the key bar shows it."""
    is_motion: bool = False
    """Whether it only moves about: listed in the help, left out of the palette."""
    shown: str = ""
    """The key as a person reads it, where that does not follow from the first key."""
    is_priority: bool = False
    """Whether it comes before what the focused widget does with the key."""
    is_done_by_screen: bool = False
    """Whether the screen does it, although the key belongs to a widget on it."""

    @property
    def action(self) -> str:
        """The name of the action: what stands after the dot of the id."""
        return self.id.partition(".")[2]

    @property
    def shown_keys(self) -> str:
        """The keys as a person reads them: ``^p`` or ``F1``."""
        return self.shown or " ".join(_shown(key) for key in self.keys)

    @property
    def shown_key(self) -> str:
        """The first key as a person reads it."""
        return self.shown or _shown(self.keys[0])

    def binding(self) -> Binding:
        """Return the binding that calls the action."""
        action = f"screen.{self.action}" if self.is_done_by_screen else self.action
        return Binding(",".join(self.keys), action, self.label, show=False, id=self.id, priority=self.is_priority)


_NAMES = {
    "escape": "Esc",
    "space": "Space",
    "delete": "Del",
    "enter": "Enter",
    "backspace": "Backspace",
    "tab": "Tab",
    "pageup": "PgUp",
}
_NAMES |= {"pagedown": "PgDn", "home": "Home", "end": "End", "left": "\N{LEFTWARDS ARROW}"}
_NAMES |= {"right": "\N{RIGHTWARDS ARROW}", "up": "\N{UPWARDS ARROW}", "down": "\N{DOWNWARDS ARROW}"}


def _shown(key: str) -> str:
    modifier, _, plain = key.rpartition("+")
    name = _NAMES.get(plain, plain.upper() if plain[1:].isdigit() else plain)
    return f"^{name}" if modifier == "ctrl" else f"{modifier.capitalize()} {name}".strip()


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """Return the bindings of some commands."""
    return [command.binding() for command in commands]
