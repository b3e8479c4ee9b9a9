"""Which screens there are. A screen moves in with one entry here; each is imported when it is opened."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lpgminutes.tui.screens.shell import ShellScreen


@dataclass(frozen=True, slots=True)
class _Entry:
    module: str
    name: str


_SCREENS = {
    "action_log": _Entry("action_log", "ActionLogScreen"),
    "action_pass": _Entry("action_pass", "ActionPassScreen"),
    "cases": _Entry("desk.cases", "CasesScreen"),
    "desk": _Entry("desk.screen", "DeskScreen"),
    "find": _Entry("find", "FindScreen"),
    "home": _Entry("home", "HomeScreen"),
    "import_preview": _Entry("importing.screen", "ImportPreview"),
    "meeting": _Entry("meeting.screen", "MeetingScreen"),
    "versions": _Entry("versions", "VersionsScreen"),
}


def screen_class(name: str) -> "type[ShellScreen]":
    """Return the class of a screen by its name."""
    entry = _SCREENS[name]
    found: type[ShellScreen] = getattr(import_module(f"lpgminutes.tui.screens.{entry.module}"), entry.name)
    return found
