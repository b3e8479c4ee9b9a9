"""What is offered while somebody types. It lies over the minutes, and moves nothing."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from lpgminutes.tui.offers import Offer
from lpgminutes.tui.text import one_line, plain, spread

_MOST = 6
_CHOSEN, _OTHER = "\N{LEFT HALF BLOCK} ", "  "


class OfferList(Widget):
    """A few offers, the nearest first; which one is taken, the arrows say."""

    DEFAULT_CSS = """
    OfferList { layer: above; dock: bottom; height: auto; max-height: 8; width: 100%; display: none;
        background: $panel; padding: 0 1 0 6; }
    OfferList.-open { display: block; }
    """

    offers: reactive[tuple[Offer, ...]] = reactive(())
    chosen: reactive[int] = reactive(0)

    def offer(self, offers: Sequence[Offer]) -> None:
        """Offer other things; the first of them is the one that is taken."""
        fitting = tuple(offers[:_MOST])
        if len(fitting) != len(self.offers):
            self.styles.height = max(1, len(fitting))
        self.offers, self.chosen = fitting, 0
        self.set_class(bool(fitting), "-open")

    def move(self, step: int) -> None:
        """Go to another offer, round and round."""
        if self.offers:
            self.chosen = (self.chosen + step) % len(self.offers)

    @property
    def taken(self) -> Offer | None:
        """What Tab takes."""
        return self.offers[self.chosen] if self.offers else None

    def render(self) -> Content:
        """Return the offers, one in a line."""
        width = self.content_size.width
        lines = [self._line(position, offer, width) for position, offer in enumerate(self.offers)]
        return Content("\n").join(lines)

    def _line(self, position: int, offer: Offer, width: int) -> Content:
        is_chosen = position == self.chosen
        edge = plain(_CHOSEN, "$text-accent") if is_chosen else plain(_OTHER)
        words = one_line(offer.words, "bold" if is_chosen else "")
        return edge + spread(words, one_line(offer.told, "dim"), width - len(_OTHER))
