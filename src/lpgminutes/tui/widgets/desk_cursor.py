"""Where the officer is in the minutes, and what is chosen there."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lpgminutes.domain.document import Place
from lpgminutes.domain.selecting import (
    Chosen,
    Stretch,
    Unit,
    between,
    grown,
    next_word,
    previous_word,
    shrunk,
    to_next_word,
    to_one_word_less,
    word_at,
)
from lpgminutes.domain.withholding_ways import is_withholdable_field
from lpgminutes.tui.widgets.desk_layout import Clause

_IN_ITEMS = ("items.", "minutes.", "points.")
_AGREED = ("actions.text", "actions.owner", "actions.due", "decisions.text")
"""What the tables behind the minutes repeat of an item; a reference alone tells nothing."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A text, where it stands in the clauses: one that is printed twice has two."""

    clause: int
    place: Place


@dataclass(slots=True)
class DeskCursor:
    """Goes from text to text, and inside a text from word to word."""

    words: Mapping[Place, str] = field(default_factory=dict)
    """Every text by its place, a mark that was there as one character."""
    stops: tuple[Stop, ...] = ()
    at: int = 0
    chosen: Chosen | None = None
    """What is chosen of the text at hand; ``None`` for all of it, as one reads on."""
    _order: list[tuple[Place, ...]] = field(default_factory=list)

    def take_in(self, clauses: Sequence[Clause], words: Mapping[Place, str]) -> None:
        """Take in the minutes anew; the same text stays at hand, and what is chosen of it while it reads the same."""
        before, had = self.here, self.words
        order = [clause.places for clause in clauses]
        if words is had and order == self._order:
            return
        self.words, self._order = words, order
        self.stops = tuple(
            Stop(number, place) for number, places in enumerate(order) for place in places if place in words
        )
        if before is None:
            return
        same = [at for at, stop in enumerate(self.stops) if stop.place == before.place]
        self.at = min(same, key=lambda at: abs(at - self.at)) if same else min(self.at, max(len(self.stops) - 1, 0))
        if self.here is None or had.get(before.place) != words.get(self.here.place):
            self.chosen = None

    @property
    def here(self) -> Stop | None:
        """The text at hand."""
        return self.stops[self.at] if self.at < len(self.stops) else None

    @property
    def text(self) -> str:
        """The words of the text at hand."""
        return self.words[self.here.place] if self.here else ""

    @property
    def unit(self) -> Unit:
        """How much is chosen."""
        return self.chosen.unit if self.chosen else Unit.TEXT

    @property
    def stretch(self) -> Stretch:
        """What is chosen of the text at hand, the whole of it when nothing less is."""
        return (self.chosen.start, self.chosen.end) if self.chosen else (0, len(self.text))

    def stretches(self) -> tuple[tuple[Place, Stretch], ...]:
        """Return what is chosen in every text that it reaches over."""
        if self.here is None:
            return ()
        if self.unit is Unit.FIELD:
            return tuple((place, (0, len(words))) for place, words in self._all(self._is_same_field))
        if self.unit is Unit.ITEM:
            return tuple((place, (0, len(words))) for place, words in self._all(self._is_same_item) if words)
        return ((self.here.place, self.stretch),)

    def shown(self) -> dict[Place, Stretch]:
        """Return what is shown as chosen: nothing while one only reads on."""
        return dict(self.stretches()) if self.chosen else {}

    # Moving

    def go(self, step: int) -> bool:
        """Go some texts on; returns whether there was one."""
        wanted = max(0, min(self.at + step, len(self.stops) - 1))
        is_other = wanted != self.at
        self.at, self.chosen = wanted, None
        return is_other

    def go_to_stop(self, at: int, chosen: Chosen | None) -> None:
        """Go to a text where it is printed, with a stretch of it chosen."""
        self.at, self.chosen = at, chosen

    def go_to(self, place: Place) -> bool:
        """Go to a text; returns whether it is there."""
        found = next((at for at, stop in enumerate(self.stops) if stop.place == place), None)
        if found is not None:
            self.at, self.chosen = found, None
        return found is not None

    def go_where(self, is_wanted: Callable[[Place], bool], *, step: int = 1) -> bool:
        """Go to the next text of a kind, round the end; returns whether there is one."""
        count = len(self.stops)
        order = [(self.at + step * n) % count for n in range(1, count + 1)] if count else []
        found = next((at for at in order if is_wanted(self.stops[at].place)), None)
        if found is not None:
            self.at, self.chosen = found, None
        return found is not None

    def next_word(self) -> None:
        """Choose the next word, in the next text after the last."""
        self.chosen = next_word(self.text, self.chosen) or self._in_neighbour(1)

    def previous_word(self) -> None:
        """Choose the word before, in the text before from the first."""
        self.chosen = previous_word(self.text, self.chosen) or self._in_neighbour(-1)

    def _in_neighbour(self, step: int) -> Chosen | None:
        before = self.chosen
        if not self.go(step):
            return before
        return next_word(self.text, None) if step > 0 else previous_word(self.text, None)

    # Choosing more or less

    def choose(self, chosen: Chosen | None) -> None:
        """Choose a stretch of the text at hand."""
        self.chosen = chosen

    def choose_from(self, place: Place, one: int, other: int) -> None:
        """Choose whole words of a text, from a character to another, as a pointer is drawn over it."""
        if self.here is None or self.here.place != place:
            self.go_to(place)
        self.chosen = word_at(self.text, one) if one == other else between(self.text, one, other)

    def longer(self) -> None:
        """Choose one word more."""
        self.chosen = to_next_word(self.text, self.chosen)

    def shorter(self) -> None:
        """Choose one word less."""
        self.chosen = to_one_word_less(self.text, self.chosen)

    def grow(self) -> None:
        """Choose the next larger thing."""
        self.chosen = grown(self.text, self.chosen, beyond=tuple(self._beyond()))

    def shrink(self) -> None:
        """Choose the next smaller thing."""
        self.chosen = shrunk(self.text, self.chosen, beyond=tuple(self._beyond()))

    def _beyond(self) -> Iterator[Unit]:
        if self.here and is_withholdable_field(self.here.place):
            yield Unit.FIELD
        if self.here and self._item_of(self.here.place):
            yield Unit.ITEM

    def _all(self, is_meant: Callable[[Place], bool]) -> Iterator[tuple[Place, str]]:
        return ((place, words) for place, words in self.words.items() if is_meant(place))

    def _is_same_field(self, place: Place) -> bool:
        return self.here is not None and place.field == self.here.place.field

    def _is_same_item(self, place: Place) -> bool:
        item = self._item_of(self.here.place) if self.here else ""
        return item != "" and item == self._item_of(place, with_what_was_agreed=True)

    @staticmethod
    def _item_of(place: Place, *, with_what_was_agreed: bool = False) -> str:
        """Return the number of the item that a text stands in, perhaps as a row of what was agreed there."""
        fields = (*_IN_ITEMS, *(_AGREED if with_what_was_agreed else ()))
        return place.minute.partition(".")[0] if place.field.startswith(fields) else ""
