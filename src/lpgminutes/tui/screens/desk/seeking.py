"""Looking for words in the minutes: found as they are typed, chosen exactly, gone through by keys."""

from textual import on
from textual.content import Content
from textual.events import Key, Paste
from textual.widget import Widget

from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.seeking import is_nothing
from lpgminutes.domain.selecting import Chosen
from lpgminutes.tui.screens.desk.watching import Watching
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.desk_cursor import Stop
from lpgminutes.tui.widgets.desk_find_line import DeskFindLine
from lpgminutes.tui.widgets.desk_hits import DeskHits, Hit, round_the_end
from lpgminutes.tui.widgets.desk_paper import Standing

_TO_HITS = frozenset({"next_hit", "previous_hit"})
_NOWHERE = "! nowhere"


class Seeking(Watching):
    """Goes to words; whoever does not want them is back where they were."""

    def __init__(self, meeting: str, reference: str) -> None:
        super().__init__(meeting, reference)
        self._sought = ""
        """The words that are looked for, or were looked for last."""
        self._came_from: Standing | None = None
        """Where one was when one began to look; ``None`` while one does not."""
        self._had_keyboard: Widget | None = None
        """What had the keyboard then: the minutes, or a list."""
        self._from: tuple[int, int] = (0, 0)
        """The text of the page, and the character in it, from which what is typed is looked for."""
        self._found = DeskHits()
        self._looked_in: tuple[str, tuple[Searchable, ...], tuple[Stop, ...]] = ("", (), ())
        """The words, the texts and the page that ``_found`` is about."""
        self._came_round: tuple[Hit | None, str] = (None, "")
        """The hit that was gone to last, and what is said of going round the end to it."""

    @property
    def find_line(self) -> DeskFindLine:
        """The line in which words are looked for."""
        return self.query_one(DeskFindLine)

    @property
    def is_seeking(self) -> bool:
        """Whether words are looked for."""
        return self._came_from is not None

    @property
    def has_sought(self) -> bool:
        """Whether there are words to go on with."""
        return not is_nothing(self._sought)

    def turn_to_words(self, event: Key | Paste) -> None:
        """Hold the keys that come behind Enter until the line is left: they act on what it leaves chosen."""
        if isinstance(event, Key) and event.key == "enter" and self.is_seeking and self.focused is self.find_line.input:
            self.wait_for_records()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One goes on with words when there are some."""
        return self.has_sought if action in _TO_HITS else super().check_action(action, parameters)

    def action_find_words(self) -> None:
        """Begin to look for words, on the side where what is withheld can be read."""
        self._came_from, self._had_keyboard = self.paper.standing(), self.focused
        self._from = self._came_from.at, self._came_from.first
        self.paper.show_internal()
        self.find_line.open()
        self.set_focus(self.find_line.input)
        self.show_keys()

    def action_next_hit(self) -> None:
        """Go to the next place with the words that were looked for last."""
        self._say_in_passing(self._step(1))

    def action_previous_hit(self) -> None:
        """Go to the place before."""
        self._say_in_passing(self._step(-1))

    def _say_in_passing(self, said: str) -> None:
        """Say it where the line that says where one is does not."""
        if said == _NOWHERE:
            self.say("The words that were looked for stand nowhere.")
        elif self.pane is not None:
            self.say(f"{said}.")

    @on(DeskFindLine.Typed)
    def _look_as_typed(self, typed: DeskFindLine.Typed) -> None:
        if self._came_from is None:
            return
        self._sought = typed.words
        hits = self._hits()
        if hits.hits:
            self._say_in_line(self._go_to(hits, hits.first_from(*self._from)))
            return
        self.paper.stand(self._came_from)
        self.paper.show_internal()
        self._say_in_line(_NOWHERE if self.has_sought else "")

    @on(DeskFindLine.Stepped)
    def _look_on(self, stepped: DeskFindLine.Stepped) -> None:
        if self._came_from is None or not self.has_sought:
            return
        self._say_in_line(self._step(stepped.step))
        self._from = self.paper.cursor.at, self.paper.cursor.stretch[0]

    def _say_in_line(self, said: str) -> None:
        self.find_line.say(said, "$text-warning" if said == _NOWHERE else "")

    @on(DeskFindLine.Left)
    def _leave_line(self, left: DeskFindLine.Left) -> None:
        self.be_ready()
        if not self.is_seeking:
            return
        if not left.is_taken:
            self._go_back()
        elif self.has_sought and not self._hits().hits:
            self._say_in_line(_NOWHERE)
        else:
            self._put_line_away(self.paper)

    def _go_back(self) -> None:
        before, had_keyboard = self._came_from, self._had_keyboard
        self._put_line_away(had_keyboard if had_keyboard is not None and had_keyboard.display else self.paper)
        if before is not None:
            self.paper.stand(before)

    def _put_line_away(self, gets_keyboard: Widget | None = None) -> None:
        self._came_from = None
        self.find_line.close()
        if gets_keyboard is not None:
            self.set_focus(gets_keyboard)
        self.show_keys()
        self.show_place()

    def action_back(self) -> None:
        """Go back to where one was before one looked for words; else as everywhere."""
        if self.is_seeking:
            self._go_back()
        else:
            super().action_back()

    def on_descendant_focus(self) -> None:
        """Show the keys of where the keyboard is; whoever goes elsewhere looks for words no longer."""
        if self.is_seeking and self.focused is not self.find_line.input:
            self._put_line_away()
        else:
            self.show_keys()

    def _hits(self) -> DeskHits:
        """Return where the words stand; they are looked for again where the words or the minutes are others."""
        texts, stops = self.view.minutes.locator.texts if self.view else (), self.paper.cursor.stops
        sought, in_texts, in_stops = self._looked_in
        if sought != self._sought or in_texts is not texts or in_stops is not stops:
            self._looked_in = self._sought, texts, stops
            self._found = DeskHits.of(self._sought, stops, {text.place: text for text in texts})
        return self._found

    def _step(self, step: int) -> str:
        hits = self._hits()
        return self._go_to(hits, hits.next_to(self.paper.cursor, step))

    def _go_to(self, hits: DeskHits, wanted: int) -> str:
        """Choose a hit, round the end; return which it is. Where there is none nothing moves."""
        if not hits.hits:
            return _NOWHERE
        at, said_of_round = round_the_end(wanted, hits.hits)
        hit = hits.hits[at]
        self._came_round = hit, said_of_round
        self.paper.show_internal()
        self.paper.choose_at(hit.stop, Chosen(hit.start, hit.end))
        return self._said_of(hits, at)

    def _said_of(self, hits: DeskHits, at: int) -> str:
        """Say which of how many a hit is, and that one went round the end to it."""
        hit, said_of_round = self._came_round
        return hits.said(at) + (said_of_round if hits.hits[at] == hit else "")

    def words_of_place(self) -> Content:
        """Say where one is; of words that were looked for, which of them it is."""
        said = super().words_of_place()
        if self.is_seeking or not self.has_sought or self.paper.cursor.chosen is None:
            return said
        hits = self._hits()
        at = hits.at(self.paper.cursor)
        return said if at is None else plain(self._said_of(hits, at), "bold") + plain(" \N{MIDDLE DOT} ") + said
