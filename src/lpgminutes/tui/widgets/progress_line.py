"""How far a pass has come: in words, and as a bar of signs beside them."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from lpgminutes.tui.text import one_line, plain, spread

_DONE, _SKIPPED, _LEFT = "\N{FULL BLOCK}", "\N{MEDIUM SHADE}", "\N{LIGHT SHADE}"
_BAR = 20
_ROOMY = 70


class ProgressLine(Widget):
    """One line: the meeting, ``7 of 23``, and the bar where there is room."""

    DEFAULT_CSS = """
    ProgressLine { height: 1; width: 1fr; padding: 0 2; }
    """

    title: reactive[str] = reactive("")
    turn: reactive[str] = reactive("")
    """``7 of 23``, or what stands there at the end."""
    counts: reactive[tuple[int, int, int]] = reactive((0, 0, 0))
    """How many have had their turn, were skipped, and wait."""

    def render(self) -> Content:
        """Return the line."""
        width = self.content_size.width
        right = plain(self.turn, "bold $text-accent")
        if width >= _ROOMY and any(self.counts):
            right = self._bar() + plain("  ") + right
        return spread(one_line(self.title), right, width)

    def _bar(self) -> Content:
        done, skipped, _ = self.counts
        total = sum(self.counts)
        first, second = done * _BAR // total, (done + skipped) * _BAR // total
        signs = _DONE * first + _SKIPPED * (second - first) + _LEFT * (_BAR - second)
        return plain(signs, "$text-accent")
