"""One line on how things stand: which meeting, which item, whether everything is saved, the clock."""

import datetime as dt
from collections.abc import Callable
from enum import Enum

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from lpgminutes.tui.text import plain, spread

_TICK_SECONDS = 2.0
_MINUTES_OF_AN_HOUR = 60


class Saving(Enum):
    """Whether everything typed is on the disk."""

    SAVED = "saved"
    UNDER_WAY = "saving"
    REFUSED = "! not saved"


class StatusLine(Widget):
    """Draws itself anew only when one of its words changes; nothing is ever laid for it."""

    DEFAULT_CSS = """
    StatusLine { height: 1; width: 1fr; padding: 0 2; background: $surface; color: $text-muted; }
    """

    about: reactive[tuple[Content, ...]] = reactive(())
    """How things stand, in as many ways as there are, the longest first."""
    saving: reactive[Saving | None] = reactive(None)
    trouble: reactive[str] = reactive("")
    """Why the half-typed line cannot be kept on the disk; empty when it can."""
    now: reactive[str] = reactive("")

    def __init__(self, clock: Callable[[], dt.datetime], *, id: str | None = None) -> None:  # noqa: A002 - Textual's
        super().__init__(id=id)
        self._clock = clock
        self.started: dt.datetime | None = None
        """When the meeting began, for the time that has passed; ``None`` when it is not one of today."""
        self.ended: dt.datetime | None = None
        """When it is to end, or ended: there the time that has passed stops."""

    def on_mount(self) -> None:
        """Follow the clock."""
        self.tick()
        self.set_interval(_TICK_SECONDS, self.tick)

    def tick(self) -> None:
        """Show the time; the line is drawn anew only when the minute has changed."""
        now = self._clock()
        self.now = " \N{MIDDLE DOT} ".join(filter(None, (self._lasted(now), f"{now:%H:%M}")))

    def _lasted(self, now: dt.datetime) -> str:
        """Return how long the meeting has gone on, or went on."""
        if self.started is None:
            return ""
        if self.ended is None or now < self.ended:
            return _passed(now - self.started)
        return f"{_passed(self.ended - self.started)} to {self.ended:%H:%M}"

    def render(self) -> Content:
        """Return the line: what is wrong comes first, where nothing can push it out."""
        now, width, dot = plain(self.now), self.content_size.width, Content(" \N{MIDDLE DOT} ")
        if self.trouble:
            trouble = plain(f"! in memory only: {self.trouble}", "bold $text-error")
            return spread(dot.join((trouble, *self.about[:1])), now, width)
        if self.saving is not None:
            style = "bold $text-error" if self.saving is Saving.REFUSED else "$text-success"
            now = dot.join((plain(self.saving.value, style), now))
        return spread(self.about, now, width)


def _passed(time: dt.timedelta) -> str:
    minutes = int(time.total_seconds()) // _MINUTES_OF_AN_HOUR
    if minutes < 0:
        return ""
    hours, minutes = divmod(minutes, _MINUTES_OF_AN_HOUR)
    return f"{hours} h {minutes:02d} min" if hours else f"{minutes} min"
