"""The action whose turn it is, as the chair reads it out: who, whether they are here, how late, what was said last."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from lpgminutes.domain.action_log.telling import times
from lpgminutes.domain.presence import OwnerPresence, Presence
from lpgminutes.domain.sayings.written_dates import short_date, weekday_date
from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.shared import READING
from lpgminutes.tui.text import counted, plain
from lpgminutes.tui.widgets.action_paragraphs import block_paragraphs
from lpgminutes.tui.widgets.paragraphs_view import Paragraph, ParagraphsView

if TYPE_CHECKING:
    from lpgminutes.services.action_pass import ActionAtHand
    from lpgminutes.tui.widgets.action_columns import Reckoning

_LEAD = 9
_SIGNS = {Presence.HERE: "", Presence.REPRESENTED: "~ ", Presence.AWAY: "! ", Presence.UNKNOWN: "? "}


class PassCard(ParagraphsView):
    """One action with its owners, its lateness, its last note and its minute."""

    DEFAULT_CSS = """
    PassCard { height: 1fr; width: 1fr; padding-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(READING)]

    def show_at_hand(self, at_hand: "ActionAtHand", reckoning: "Reckoning") -> None:
        """Show an action from its start."""
        self.say(tuple(card_paragraphs(at_hand, reckoning)), is_from_start=True)


def card_paragraphs(at_hand: "ActionAtHand", reckoning: "Reckoning") -> Iterator[Paragraph]:
    """Yield what the chair asks about an action, the most pressing first."""
    summary, action = at_hand.summary, at_hand.detail.action
    yield Paragraph(plain(summary.ref or "No reference", "heading"))
    yield Paragraph(plain(action.text, "strong"))
    owners = [_owner(owner) for owner in at_hand.owners] or [plain("? nobody", "warning")]
    for number, owner in enumerate(owners):
        yield Paragraph(owner, lead=plain("" if number else "Owner", "soft"), indent=_LEAD, is_apart=not number)
    yield _entry("Due", _due(at_hand, reckoning))
    yield _entry("Slipped", plain(_slips(at_hand)))
    yield _entry("Age", plain(_age(at_hand, reckoning)))
    yield _entry("Note", plain(summary.last_note) if summary.last_note else plain("none yet", "soft"))
    if at_hand.detail.minute is not None:
        yield Paragraph(plain(_minute_words(at_hand), "heading"), is_apart=True)
        yield from block_paragraphs(at_hand.detail.minute, summary.block_id)


def _entry(name: str, words: Content) -> Paragraph:
    return Paragraph(words, lead=plain(name, "soft"), indent=_LEAD)


def _owner(owner: OwnerPresence) -> Content:
    sign = _SIGNS[owner.presence]
    return plain(f"{sign}{owner.words}", "warning" if owner.presence is Presence.AWAY else "")


def _due(at_hand: "ActionAtHand", reckoning: "Reckoning") -> Content:
    summary = at_hand.summary
    if summary.due is None:
        return plain(summary.due_as_written.strip() or "? no date", "" if summary.due_as_written.strip() else "warning")
    day = plain(weekday_date(summary.due))
    late = summary.days_overdue(reckoning.day)
    return day + plain(f"   ! {counted(late, 'day')} late", "warning") if late else day


def _slips(at_hand: "ActionAtHand") -> str:
    summary = at_hand.summary
    if not summary.slips:
        return "never"
    original = f"; originally due {short_date(summary.original_due)}" if summary.original_due else ""
    return f"{times(summary.slips)}, {counted(summary.slip_days, 'day')} in all{original}"


def _age(at_hand: "ActionAtHand", reckoning: "Reckoning") -> str:
    summary = at_hand.summary
    age = reckoning.age(summary)
    words = "not known" if age is None else counted(age, "working day")
    return words + (f"; carried forward {times(summary.carried)}" if summary.carried else "")


def _minute_words(at_hand: "ActionAtHand") -> str:
    summary = at_hand.summary
    day = f" of {short_date(summary.raised_on)}" if summary.raised_on else f" of {summary.meeting_ref}"
    return f"Minute {summary.raised_in}{day}" if summary.raised_in else f"The minute{day}"
