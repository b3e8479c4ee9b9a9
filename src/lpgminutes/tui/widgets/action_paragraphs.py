"""What the detail of an action says, paragraph by paragraph."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from lpgminutes.domain.action_log.telling import by_whom, reason_told, times, told
from lpgminutes.domain.sayings.written_dates import short_date, weekday_date
from lpgminutes.tui.text import counted, plain
from lpgminutes.tui.widgets.paragraphs_view import Paragraph

if TYPE_CHECKING:
    from lpgminutes.domain.action_log.lists import ActionDetail
    from lpgminutes.domain.actions import ActionEvent, ActionSummary
    from lpgminutes.domain.meetings import Block
    from lpgminutes.tui.widgets.action_columns import Reckoning

_LEAD = 9
_LEVEL = 2


def summary_paragraphs(action: "ActionSummary", reckoning: "Reckoning") -> Iterator[Paragraph]:
    """Yield what the list knows of an action already."""
    yield Paragraph(plain(action.ref or "No reference", "heading"))
    yield Paragraph(plain(action.text))
    owners = plain(", ".join(action.owners)) if action.owners else plain("? nobody", "warning")
    yield _entry("Owner", owners, is_apart=True)
    yield _entry("Due", _due(action))
    yield _entry("State", _state(action, reckoning))
    yield _entry("Slips", plain(_slips(action)))
    yield _entry("Age", plain(_age(action, reckoning)))
    number = f", minute {action.raised_in}" if action.raised_in else ""
    yield _entry("Raised", plain(f"{action.meeting_ref}{number}"))


def detail_paragraphs(detail: "ActionDetail") -> Iterator[Paragraph]:
    """Yield what comes from the whole action: how it was minuted, its minute, its notes, its history."""
    minuted = detail.as_minuted.text
    if minuted != detail.action.text:
        yield _heading("As minuted")
        yield Paragraph(plain(minuted))
    if detail.minute is not None:
        number = detail.summary.raised_in
        yield _heading(f"Minute {number}" if number else "The minute")
        yield from block_paragraphs(detail.minute, detail.summary.block_id)
    yield _heading("History")
    for event in reversed(detail.action.history):
        yield from _event(event)
    raised = detail.summary.raised_on
    yield _entry("", plain(f"Raised at {detail.summary.meeting_ref}" + (f" on {short_date(raised)}" if raised else "")))


def _heading(words: str) -> Paragraph:
    return Paragraph(plain(words, "heading"), is_apart=True)


def _entry(name: str, words: Content, *, is_apart: bool = False) -> Paragraph:
    return Paragraph(words, lead=plain(name, "soft"), indent=_LEAD if name else 0, is_apart=is_apart)


def _due(action: "ActionSummary") -> Content:
    if action.due is None:
        words = action.due_as_written.strip()
        return plain(f"{words}: no date") if words else plain("? no date", "warning")
    written = action.due_as_written.strip()
    return plain(weekday_date(action.due) + (f", written as {written}" if written else ""))


def _state(action: "ActionSummary", reckoning: "Reckoning") -> Content:
    late = action.days_overdue(reckoning.day)
    if late:
        return plain(f"! {counted(late, 'day')} late", "warning") + plain(f", {action.status.value}")
    if action.settled_on is None:
        return plain(action.status.value)
    after = ", after its first due date" if action.is_late else ""
    return plain(f"{action.status.value} on {short_date(action.settled_on)}{after}")


def _slips(action: "ActionSummary") -> str:
    if not action.slips:
        return "none"
    original = f"; originally {short_date(action.original_due)}" if action.original_due else ""
    return f"{times(action.slips)}, {counted(action.slip_days, 'day')} in all{original}"


def _age(action: "ActionSummary", reckoning: "Reckoning") -> str:
    age = reckoning.age(action)
    words = "not known" if age is None else counted(age, "working day")
    return words + (f"; carried forward {times(action.carried)}" if action.carried else "")


def block_paragraphs(block: "Block", at_hand: int | None, depth: int = 0) -> Iterator[Paragraph]:
    """Yield a minute with its points; the one that holds the action is marked."""
    label = plain(f"{block.label}: ", "strong") if block.label else plain("")
    is_at_hand = block.id is not None and block.id == at_hand
    sign = "\N{BLACK RIGHT-POINTING SMALL TRIANGLE}" if is_at_hand else "\N{BULLET}" if depth else ""
    lead = plain(sign, "accent").pad_left(_LEVEL * max(depth - 1, 0))
    yield Paragraph(label + plain(block.text), lead=lead, indent=_LEVEL * max(depth, is_at_hand))
    for child in block.children:
        yield from block_paragraphs(child, at_hand, depth + 1)


def _event(event: "ActionEvent") -> Iterator[Paragraph]:
    day = short_date(event.date) if event.date else "no date"
    who = by_whom(event)
    yield Paragraph(plain(day, "strong") + plain(f"  {who}" if who else "", "soft"))
    yield Paragraph(plain(told(event)), indent=_LEVEL)
    why = reason_told(event)
    if why:
        yield Paragraph(plain(why), indent=_LEVEL)
