"""Ageing and slippage by owner, as bars of signs with their numbers in words."""

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from lpgminutes.domain.action_log.telling import times
from lpgminutes.services.action_figures import Age, LogFigures, OwnerFigures
from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.shared import READING
from lpgminutes.tui.text import counted, one_line, plain
from lpgminutes.tui.widgets.paragraphs_view import Paragraph, ParagraphsView

_NAME = 26
_BAR = 16
_SIGNS = {
    Age.RECENT: "\N{LIGHT SHADE}",
    Age.OLDER: "\N{DARK SHADE}",
    Age.OLDEST: "\N{FULL BLOCK}",
    Age.UNKNOWN: "?",
}
_SLIP = "\N{BLACK SQUARE}"


class ActionChart(ParagraphsView):
    """Two charts, one under the other."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(READING)]

    def show_figures(self, figures: LogFigures) -> None:
        """Show the figures of a log."""
        self.say(tuple(chart_paragraphs(figures)), is_from_start=True)


def chart_paragraphs(figures: LogFigures) -> Iterator[Paragraph]:
    """Yield both charts, and the sum under each."""
    owners = figures.owners
    yield Paragraph(plain("How old the open actions are", "heading"), is_apart=True)
    yield Paragraph(_legend(figures.total))
    most = max((owner.outstanding for owner in owners), default=0)
    for owner in owners:
        yield from _owner(owner, _age_bar(owner, most), _open_words(owner), _age_words(owner))
    yield _sum(f"{_open_words(figures.total)}; {_age_words(figures.total)}")
    yield Paragraph(plain("How late they are, and how often they slipped", "heading"), is_apart=True)
    yield Paragraph(plain(f"{_SLIP} a date that was put off", "soft"))
    most = max((owner.slips for owner in owners), default=0)
    for owner in owners:
        yield from _owner(owner, _slip_bar(owner, most), _late_words(owner), _slip_words(owner))
    yield _sum(f"{_late_words(figures.total)}; {_slip_words(figures.total)}")


def _owner(owner: OwnerFigures, bar: str, first: str, second: str) -> Iterator[Paragraph]:
    name = one_line(owner.owner) if owner.owner else plain("? nobody")
    lead = name.truncate(_NAME - 2, ellipsis=True)
    style = "warning" if first.startswith("!") else ""
    words = plain(bar.ljust(_BAR), "accent") + plain("  ") + plain(first, style)
    yield Paragraph(words, lead=lead, indent=_NAME)
    yield Paragraph(plain(second, "soft"), indent=_NAME)


def _sum(words: str) -> Paragraph:
    return Paragraph(plain(words), lead=plain("All together", "strong"), indent=_NAME, is_apart=True)


def _legend(total: OwnerFigures) -> Content:
    shown = [age for age in Age if age is not Age.UNKNOWN or total.by_age[age]]
    return plain("   ".join(f"{_SIGNS[age]} {age.value}" for age in shown), "soft")


def _age_bar(owner: OwnerFigures, most: int) -> str:
    return "".join(_SIGNS[age] * _scaled(owner.by_age[age], most) for age in reversed(Age))


def _slip_bar(owner: OwnerFigures, most: int) -> str:
    return _SLIP * _scaled(owner.slips, most)


def _scaled(count: int, most: int) -> int:
    """Return how many signs stand for a count: one each while there is room, and at least one."""
    if most <= _BAR:
        return count
    return max(1, count * _BAR // most) if count else 0


def _open_words(owner: OwnerFigures) -> str:
    oldest = f", the oldest {counted(owner.oldest, 'day')}" if owner.oldest else ""
    return f"{owner.outstanding} open{oldest}"


def _age_words(owner: OwnerFigures) -> str:
    return ", ".join(f"{owner.by_age[age]} {age.value}" for age in reversed(Age) if owner.by_age[age])


def _late_words(owner: OwnerFigures) -> str:
    if not owner.overdue:
        return "none overdue"
    return f"! {owner.overdue} overdue, by {counted(owner.most_overdue, 'day')} at most"


def _slip_words(owner: OwnerFigures) -> str:
    if not owner.slips:
        return "none slipped"
    in_all = counted(owner.slip_days, "day")
    return f"{owner.slipped} of {owner.outstanding} slipped, {times(owner.slips)} together, {in_all} in all"
