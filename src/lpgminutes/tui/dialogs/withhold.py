"""Asks under what something is withheld, and how far: every mention is listed before it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from lpgminutes.domain.exemption_choice import narrowed, needs
from lpgminutes.domain.exemption_table import Regime
from lpgminutes.domain.exemptions import Exemption
from lpgminutes.domain.withholding_ways import Mention, WayToWithhold
from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.withholding import WITHHOLDING
from lpgminutes.tui.screens.overlay import Overlay
from lpgminutes.tui.text import counted, one_line, plain
from lpgminutes.tui.widgets.exemption_list import ExemptionList, MentionList
from lpgminutes.tui.widgets.key_bar import KeyBar
from lpgminutes.tui.widgets.one_line import OneLine
from lpgminutes.tui.widgets.row_list import RowList

_REST, _REST_LOW = 16, 9
"""The lines of the dialog beside its two lists, with those of the screen round it."""
_MOST = 12


@dataclass(frozen=True, slots=True)
class ChosenExemptions:
    """How far something is withheld, and under what."""

    way: WayToWithhold
    exemptions: tuple[Exemption, ...]


class Withhold(Overlay[ChosenExemptions]):
    """One line to narrow the exemptions by, those that fit, those that were taken, and every mention."""

    CSS_PATH = Path(__file__).parent.parent / "styles" / "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [binding for binding in bindings(WITHHOLDING) if binding.action != "take"]

    def __init__(
        self,
        ways: Sequence[WayToWithhold],
        mentions_of: Callable[[WayToWithhold], tuple[Mention, ...]],
        *,
        recent: Sequence[Exemption] = (),
        taken: Sequence[Exemption] = (),
        first_way: WayToWithhold | None = None,
        law: Regime = Regime.FOIA,
    ) -> None:
        super().__init__()
        self._law = law
        self._ways = tuple(ways)
        self._at = self._ways.index(first_way) if first_way in self._ways else 0
        self._room_for_mentions = 0
        self._mentions_of = mentions_of
        self._recent = tuple(recent)
        self.taken = list(taken)

    def body(self) -> ComposeResult:
        """Lay what is withheld, the line, the exemptions and the mentions."""
        with Vertical(id="form", classes="-broad"):
            yield Static(id="form-heading")
            yield Static(id="withhold-way")
            with Horizontal(classes="form-row", id="withhold-line"):
                yield Static(plain("Exemption"), classes="form-label")
                yield OneLine(id="exemption", compact=True, placeholder=self._examples())
            yield Static(id="withhold-taken")
            yield ExemptionList()
            yield Static(id="withhold-reach")
            yield MentionList()
            yield KeyBar()

    def _examples(self) -> str:
        section = "38(1)(b)" if self._law is Regime.FOISA else "40(2)"
        return f"{section}, commercial, personal\N{HORIZONTAL ELLIPSIS}"

    def on_mount(self) -> None:
        """Show what can be chosen."""
        self._list.can_focus = self.query_one(MentionList).can_focus = False
        self._narrow()
        self._show_way()
        self.set_focus(self._input)

    def on_resize(self) -> None:
        """Give each list the lines that there is room for; where there are few, the mentions are only counted."""
        if self.is_low:
            self._list.styles.height = self.lines_for_list(_MOST, around=_REST_LOW)
            self._show_keys()
            return
        room = max(self.size.height - _REST, 4)
        self._list.styles.height = min(_MOST, room - room // 2)
        mentions = self.query_one(MentionList)
        self._room_for_mentions = room // 2
        mentions.styles.height = max(1, min(len(mentions.rows), self._room_for_mentions))
        self._show_keys()

    def _show_keys(self) -> None:
        """Show the keys that do something now, and what Enter does."""
        idle = {
            "mentions_down": self.is_low or len(self.query_one(MentionList).rows) <= self._room_for_mentions,
            "other_way": len(self._ways) == 1,
            "leave_out": not self.taken,
        }
        self.query_one(KeyBar).commands = tuple(
            replace(command, label="Go on") if command.action == "take" and self._goes_on else command
            for command in WITHHOLDING
            if command.in_bar and not idle.get(command.action)
        )

    @property
    def _goes_on(self) -> bool:
        """Whether Enter goes on to the reason: something was taken, and nothing else is about to be."""
        return bool(self.taken) and not self._input.value.strip() and self._list.cursor == 0

    @property
    def way(self) -> WayToWithhold:
        """How far it is withheld."""
        return self._ways[self._at]

    @property
    def _input(self) -> Input:
        return self.query_one(Input)

    @property
    def _list(self) -> ExemptionList:
        return self.query_one(ExemptionList)

    @on(Input.Changed)
    def _narrow_again(self, changed: Input.Changed) -> None:
        changed.stop()
        self._narrow()

    def _narrow(self) -> None:
        fitting = narrowed(self._input.value, self._recent, self._law)
        self._list.taken = tuple(self.taken)
        self._list.show(fitting)
        self._list.cursor = 0
        self._list.refresh()
        self._show_taken(is_empty=not fitting)
        self._show_keys()

    def _show_taken(self, *, is_empty: bool = False) -> None:
        if is_empty:
            said = plain("Nothing is cited so: a section (43), a limb (40(2)) or a word of what it is about.")
        elif self.taken:
            said = Content("; ").join(_told(one) for one in self.taken)
        else:
            said = plain("Enter takes the highlighted one; several may be taken, then Enter goes on.")
        self.query_one("#withhold-taken", Static).update(said)

    def _show_way(self) -> None:
        others = f"  (Tab: {counted(len(self._ways) - 1, 'other')})" if len(self._ways) > 1 else ""
        said = one_line(self.way.said)
        quoted = plain("\N{LEFT DOUBLE QUOTATION MARK}") + said + plain("\N{RIGHT DOUBLE QUOTATION MARK}")
        self.query_one("#form-heading", Static).update(plain("Withhold ") + quoted)
        way = plain("How far       ") + plain(self.way.way.value, "bold") + plain(others, "dim")
        self.query_one("#withhold-way", Static).update(way)
        mentions = self._mentions_of(self.way)
        self.query_one(MentionList).show(mentions)
        texts = len({mention.place for mention in mentions})
        reach = f"{counted(len(mentions), 'mention').capitalize()} in {counted(texts, 'text')}:"
        self.query_one("#withhold-reach", Static).update(plain(reach, "bold"))
        self.on_resize()

    def action_other_way(self) -> None:
        """Withhold further, or less far."""
        self._at = (self._at + 1) % len(self._ways)
        self._show_way()

    @on(Input.Submitted)
    def _take(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        self._take_or_go_on(is_typed=bool(self._input.value.strip()))

    @on(RowList.Chosen)
    def _take_clicked(self, chosen: RowList.Chosen) -> None:
        chosen.stop()
        if chosen.rows is self._list:
            self._take_or_go_on(is_typed=True)

    def _take_or_go_on(self, *, is_typed: bool) -> None:
        if not is_typed and self._goes_on:
            self.action_go_on()
            return
        highlighted = self._list.highlighted
        if highlighted is not None and highlighted not in self.taken:
            self.taken.append(highlighted)
        self._input.value = ""
        self._narrow()

    def action_go_on(self) -> None:
        """Close with what was taken, or with the highlighted exemption when none was."""
        highlighted = self._list.highlighted
        if not self.taken and highlighted is not None:
            self.taken.append(highlighted)
        if self.taken:
            self.dismiss(ChosenExemptions(self.way, tuple(self.taken)))

    def action_leave_out(self) -> None:
        """Leave out the exemption that was taken last."""
        if self.taken:
            self.taken.pop()
        self._narrow()

    def action_up(self) -> None:
        """Go to the exemption above."""
        self._list.action_up()
        self._show_keys()

    def action_down(self) -> None:
        """Go to the exemption below."""
        self._list.action_down()
        self._show_keys()

    def action_mentions_up(self) -> None:
        """Go up in the mentions."""
        self.query_one(MentionList).turn(-1)

    def action_mentions_down(self) -> None:
        """Go down in the mentions."""
        self.query_one(MentionList).turn(1)

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


def _told(exemption: Exemption) -> Content:
    needed = needs(exemption)
    told = plain(exemption.citation(), "bold") + plain(f" {exemption.kind_word}")
    return told + plain(f", {needed}" if needed else "", "$text-warning")
