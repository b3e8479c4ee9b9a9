"""Finding: words are typed, and what holds them is listed as one types; Enter goes there."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from lpgminutes.domain.hits import HitKind
from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.find import FIND
from lpgminutes.tui.commands.shared import EVERYWHERE
from lpgminutes.tui.jumps import go_to_hit
from lpgminutes.tui.messages.find import HitsFound
from lpgminutes.tui.messages.shared import RequestFailed
from lpgminutes.tui.requests.find import find_words
from lpgminutes.tui.screens.shell import Section, ShellScreen
from lpgminutes.tui.text import counted, plain
from lpgminutes.tui.widgets.empty_state import EmptyState
from lpgminutes.tui.widgets.hit_list import HitList
from lpgminutes.tui.widgets.key_bar import KeyBar
from lpgminutes.tui.widgets.one_line import OneLine
from lpgminutes.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from lpgminutes.domain.hits import Hit

_KINDS = (None, *HitKind)
"""What is looked in, in the order in which a key goes through it; first everything."""
_NAMES = {
    HitKind.MINUTE: "minutes",
    HitKind.ACTION: "actions",
    HitKind.DECISION: "decisions",
    HitKind.PERSON: "people",
    HitKind.MEETING: "titles and places of meetings",
}
_EVERYTHING = "minutes, actions, decisions, people and meetings"
_NOTHING_TYPED = (
    "Type words: what holds all of them is listed, the best first.",
    "",
    "The last word may be unfinished. Every sign is taken as it is.",
)
_MOST = 50


class FindScreen(ShellScreen):
    """The words, and what holds them."""

    CSS_PATH = Path(__file__).parent.parent / "styles" / "find.tcss"
    COMMANDS_HERE = FIND
    can_be_left_to_find = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FIND)]
    AUTO_FOCUS = "#words"

    def __init__(self, marking: str) -> None:
        super().__init__()
        self._marking_below = marking
        self._kind: HitKind | None = None
        self._serial = 0

    def body(self) -> ComposeResult:
        """Lay the line of words, what is said of it, and the hits."""
        with Horizontal(id="find-line"):
            yield Static(plain("Find", "bold"), id="find-label")
            yield OneLine(id="words", compact=True, select_on_focus=False)
        yield Static(id="find-said", classes="panel-title")
        yield EmptyState()
        yield HitList()

    def on_mount(self) -> None:
        """Begin with nothing looked for."""
        self.banner.marking, self.banner.place = self._marking_below, "find"
        self._hits.display = False
        self._empty.say(*_NOTHING_TYPED)
        self._say("")

    @property
    def _words(self) -> Input:
        return self.query_one("#words", Input)

    @property
    def _hits(self) -> HitList:
        return self.query_one(HitList)

    @property
    def _empty(self) -> EmptyState:
        return self.query_one(EmptyState)

    def show_keys(self) -> None:
        """Show the keys without the one that leads here."""
        bar = self.query_one(KeyBar)
        bar.show(self.keys_now())
        bar.commands = tuple(command for command in bar.commands if command.id != "app.find")

    # Looking for what is typed

    @on(Input.Changed)
    def reload(self) -> None:
        """Look for the words as they stand now; answers to earlier ones no longer count."""
        self._serial += 1
        serial, typed = self._serial, self._words.value
        if not typed.strip():
            self._show((), *_NOTHING_TYPED)
            self._say("")
            return
        kinds = set(HitKind) if self._kind is None else {self._kind}
        find_words(self, typed, kinds, serial, is_stale=lambda: serial != self._serial)

    @on(HitsFound)
    def _take_in(self, found: HitsFound) -> None:
        if found.serial != self._serial:
            return
        self.banner.marking = found.marking if found.hits else self._marking_below
        self._show(found.hits, "Nothing holds all of these words.")
        count = counted(len(found.hits), "hit") if len(found.hits) < _MOST else f"the best {_MOST} hits"
        self._say(f" \N{MIDDLE DOT} {count}")

    def say_what_failed(self, failed: RequestFailed) -> None:
        """Say it where the hits would stand."""
        self._show((), failed.title, "", failed.sentence)

    def _show(self, hits: "tuple[Hit, ...]", *otherwise: str) -> None:
        self._hits.display, self._empty.display = bool(hits), not hits
        self._empty.say(*otherwise)
        self._hits.show(hits)
        self._hits.cursor = 0
        self.show_keys()

    def _say(self, found: str) -> None:
        looked_in = _EVERYTHING if self._kind is None else f"{_NAMES[self._kind]} alone"
        self.query_one("#find-said", Static).update(plain(f"in {looked_in}{found}"))

    def action_next_kind(self) -> None:
        """Look in the next kind alone."""
        self._look_in(1)

    def action_previous_kind(self) -> None:
        """Look in the kind before alone."""
        self._look_in(-1)

    def _look_in(self, step: int) -> None:
        self._kind = _KINDS[(_KINDS.index(self._kind) + step) % len(_KINDS)]
        self._say("")
        self.reload()

    # Going there

    @on(Input.Submitted)
    @on(RowList.Chosen)
    def action_choose(self) -> None:
        """Go to the highlighted hit."""
        hit = self._hits.highlighted
        if hit is not None and self._hits.display:
            sentence = go_to_hit(self.minutes_app, hit)
            if sentence:
                self.say(sentence)

    def action_up(self) -> None:
        """Go to the hit above."""
        self._hits.action_up()

    def action_down(self) -> None:
        """Go to the hit below."""
        self._hits.action_down()

    def action_page_up(self) -> None:
        """Go up a page."""
        self._hits.action_page_up()

    def action_page_down(self) -> None:
        """Go down a page."""
        self._hits.action_page_down()

    def help_words(self) -> str:
        """Say what this screen shows."""
        return (
            "What holds every word that is typed is listed: a word in a label, a name or a reference counts most. "
            "Quotes, stars and dashes are taken as they are. Enter goes to the minute or the action; Esc comes back "
            "here, and once more to where you were."
        )

    def help_sections(self) -> tuple[Section, ...]:
        """Return the commands of finding."""
        return (("While words are typed", FIND), ("On every screen", EVERYWHERE))
