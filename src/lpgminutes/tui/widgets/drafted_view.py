"""What the pass has drafted into the minutes so far; the latest line is always in sight."""

from lpgminutes.domain.meetings import Block
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.paragraphs_view import Paragraph, ParagraphsView

_INDENT = 2


class DraftedView(ParagraphsView, can_focus=False):
    """The points under the minute of the action points."""

    def show_minute(self, minute: Block | None) -> None:
        """Show what stands under a minute, and go to its end."""
        points = minute.children if minute else ()
        self.say([_paragraph(point) for point in points] or [_NOTHING], is_from_start=False)
        self.scroll_end(animate=False, immediate=True)


def _paragraph(point: Block) -> Paragraph:
    label = plain(f"{point.label}: ", "strong") if point.label else plain("")
    return Paragraph(label + plain(point.text), lead=plain("\N{BULLET}", "soft"), indent=_INDENT)


_NOTHING = Paragraph(plain("Nothing yet: each outcome adds a line here.", "soft"))
