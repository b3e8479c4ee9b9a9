"""A ``MinutesDocument`` as paragraphs of a screen: the words and the order of the paper, and nothing else."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from rich.cells import cell_len

from lpgminutes.domain.document import (
    ActionEntry,
    ApprovalEntry,
    AttendanceRow,
    DecisionEntry,
    ItemEntry,
    MarkStyle,
    MinuteEntry,
    MinutesDocument,
    PointEntry,
    Text,
    Words,
)
from lpgminutes.domain.meetings import PointStyle

Run = tuple[str, str]
"""Words, and the name of the style they are shown in."""
_Entry = TypeVar("_Entry", ItemEntry, MinuteEntry)

_NUMBER_WIDTH = 6
_STEP = 2
_TAB = 8
_WIDE = 70
_LONGEST_NAME = 26
_BULLETS = ("\N{BULLET}", "\N{EN DASH}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph: what hangs at its left, and its words beside that."""

    lead: tuple[Run, ...] = ()
    words: tuple[Run, ...] = ()
    indent: int = 0
    """The column at which the words begin."""
    lead_at: int = 0
    """The column at which the lead begins."""
    is_apart: bool = False
    """Whether an empty line stands before it."""
    item: str = ""
    """The number of the item that it belongs to; empty outside the items."""
    block: int = 0
    """The id of the block that it shows; 0 for what is no block of its own."""
    is_item: bool = False
    """Whether an item begins here."""
    ends_items: bool = False
    """Whether what stands before it was the last of the items."""


class MinutesLayout:
    """Lays minutes as paragraphs again and again: those of an item or minute that is as it was are the same ones."""

    def __init__(self) -> None:
        self._items: dict[int, _Laid[ItemEntry]] = {}
        self._minutes: dict[tuple[int, int], _Laid[MinuteEntry]] = {}

    def paragraphs(self, document: MinutesDocument, blocks: Sequence[int], *, width: int) -> Iterator[Paragraph]:
        """Yield the minutes from the first line to the last; ``blocks`` are the ids of what prints, in order."""
        lay, begins = _Layout(document.mark_style), 0
        yield from lay.head(document)
        yield from lay.attendance(document.attendance, is_wide=width >= _WIDE)
        for at, item in enumerate(document.items):
            one = self._item(lay, at, item, blocks, begins)
            begins += len(one.blocks)
            yield from one.paragraphs
        lay.at = ""
        yield from lay.actions(document.actions)
        yield from lay.decisions(document.decisions)
        yield from lay.heading("Next meeting")
        yield Paragraph(words=lay.runs(document.next_meeting) or (("None was set.", "soft"),))
        contact = lay.joined((document.contact_name, document.contact_email))
        if contact:
            yield from lay.heading("Contact")
            yield Paragraph(words=contact)
        if document.approval:
            yield from lay.heading("Approval of these minutes")
            yield from lay.approval(document.approval)

    def _item(self, lay: "_Layout", at: int, item: ItemEntry, blocks: Sequence[int], begins: int) -> "_Laid[ItemEntry]":
        lay.at = item.number
        known = self._items.get(at)
        if known and known.is_as_before(item, lay, blocks[begins : begins + len(known.blocks)]):
            return known
        lay.blocks = iter(blocks[begins:])
        laid = [*lay.item(item)]
        begins += bool(laid[0].block)
        for row, minute in enumerate(item.minutes):
            one = self._minute(lay, (at, row), minute, blocks, begins)
            begins += len(one.blocks)
            laid += one.paragraphs
        self._items[at] = _Laid.of(item, lay, laid)
        return self._items[at]

    def _minute(
        self, lay: "_Layout", at: tuple[int, int], minute: MinuteEntry, blocks: Sequence[int], begins: int
    ) -> "_Laid[MinuteEntry]":
        known = self._minutes.get(at)
        if known and known.is_as_before(minute, lay, blocks[begins : begins + len(known.blocks)]):
            return known
        lay.blocks = iter(blocks[begins:])
        self._minutes[at] = _Laid.of(minute, lay, lay.minute(minute))
        return self._minutes[at]


def _unbroken(mark: str) -> str:
    return mark.replace(" ", "\N{NO-BREAK SPACE}")


@dataclass(frozen=True, slots=True)
class _Laid(Generic[_Entry]):
    """An item or a minute as it was laid, and what it was laid from."""

    entry: _Entry
    at: str
    style: MarkStyle
    blocks: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]

    @classmethod
    def of(cls, entry: _Entry, lay: "_Layout", paragraphs: Iterable[Paragraph]) -> "_Laid[_Entry]":
        """Keep what was laid of an entry."""
        laid = tuple(paragraphs)
        return cls(entry, lay.at, lay.style, tuple(one.block for one in laid if one.block), laid)

    def is_as_before(self, entry: _Entry, lay: "_Layout", blocks: Sequence[int]) -> bool:
        """Whether it is this very entry, in the same item and style, with the same blocks."""
        return self.entry is entry and (self.at, self.style, self.blocks) == (lay.at, lay.style, tuple(blocks))


@dataclass(slots=True)
class _Layout:
    style: MarkStyle
    blocks: Iterator[int] = field(default_factory=lambda: iter(()))
    at: str = ""
    """The number of the item that is laid."""

    def runs(self, text: Text, style: str = "") -> tuple[Run, ...]:
        """Return a text as runs; a mark keeps its spaces together with its words, and tabs go to the next stop."""
        return tuple(
            (segment.text.expandtabs(_TAB), style)
            if isinstance(segment, Words)
            else (_unbroken(segment.written(self.style)), "mark")
            for segment in text.segments
        )

    def joined(self, texts: Iterable[Text], separator: str = ", ", style: str = "") -> tuple[Run, ...]:
        runs: list[Run] = []
        for text in texts:
            if shown := self.runs(text, style):
                runs += [(separator, style)] if runs else []
                runs += shown
        return tuple(runs)

    def heading(self, words: str) -> Iterator[Paragraph]:
        yield Paragraph(words=((words, "heading"),), is_apart=True)

    def head(self, document: MinutesDocument) -> Iterator[Paragraph]:
        for text, style in ((document.body, "soft"), (document.title, "heading"), (document.subtitle, "")):
            if text:
                yield Paragraph(words=self.runs(text, style))
        status = document.status.capitalize()
        yield Paragraph(lead=(("Status", "soft"),), words=((status, ""),), indent=8, is_apart=True)
        for label, text in (("Date", document.date), ("Place", document.location)):
            if text:
                yield Paragraph(lead=((label, "soft"),), words=self.runs(text), indent=8)

    def attendance(self, rows: tuple[AttendanceRow, ...], *, is_wide: bool) -> Iterator[Paragraph]:
        yield from self.heading("Attendance")
        if not rows:
            yield Paragraph(words=(("Nobody is down yet.", "soft"),))
        longest = max((cell_len(row.name.plain(self.style)) for row in rows), default=0)
        indent = min(longest, _LONGEST_NAME) + _STEP if is_wide else 2 * _STEP
        for row in rows:
            where = self.joined((row.role, row.organisation, row.capacity))
            yield Paragraph(lead=self.runs(row.name), words=where, indent=indent)

    def item(self, item: ItemEntry) -> Iterator[Paragraph]:
        yield Paragraph(
            lead=((item.number, "heading"),),
            words=self.runs(item.title, "heading"),
            indent=_NUMBER_WIDTH,
            is_apart=True,
            item=self.at,
            block=next(self.blocks, 0),
            is_item=True,
        )
        if not item.minutes:
            yield Paragraph(words=(("Nothing minuted yet.", "soft"),), indent=_NUMBER_WIDTH, item=self.at)

    def minute(self, minute: MinuteEntry) -> Iterator[Paragraph]:
        yield Paragraph(
            lead=((minute.number, "soft"),),
            words=self.labelled(minute),
            indent=_NUMBER_WIDTH,
            is_apart=True,
            item=self.at,
            block=next(self.blocks, 0),
        )
        yield from self.notes(minute.actions, _NUMBER_WIDTH)
        for point in minute.points:
            yield from self.point(point, 0)

    def point(self, point: PointEntry, level: int) -> Iterator[Paragraph]:
        at = _NUMBER_WIDTH + _STEP * level
        words, block = self.labelled(point), next(self.blocks, 0)
        if point.style is PointStyle.BULLET:
            bullet = ((_BULLETS[level % len(_BULLETS)], "soft"),)
            yield Paragraph(lead=bullet, lead_at=at, words=words, indent=at + _STEP, item=self.at, block=block)
        else:
            strong = tuple((text, style or "strong") for text, style in words)
            is_heading = point.style is PointStyle.HEADING
            yield Paragraph(
                words=strong if is_heading else words, indent=at, is_apart=is_heading, item=self.at, block=block
            )
        yield from self.notes(point.actions, at + _STEP)
        for child in point.points:
            yield from self.point(child, level + 1)

    def labelled(self, entry: MinuteEntry | PointEntry) -> tuple[Run, ...]:
        label = (*self.runs(entry.label, "strong"), (": ", "strong")) if entry.label else ()
        return (*label, *self.runs(entry.text))

    def notes(self, actions: tuple[ActionEntry, ...], at: int) -> Iterator[Paragraph]:
        for action in actions:
            ref = ((" ", "accent"), *self.runs(action.ref, "accent")) if action.ref else ()
            yield Paragraph(
                lead=(("\N{RIGHTWARDS ARROW}", "accent"),),
                lead_at=at,
                words=(("Action", "accent"), *ref, (": ", "accent"), *self.owners_and_due(action)),
                indent=at + _STEP,
                item=self.at,
            )

    def owners_and_due(self, action: ActionEntry) -> tuple[Run, ...]:
        owners = self.joined(action.owners) or (("no owner named", "soft"),)
        due = ((". Due: ", ""), *self.runs(action.due), (".", "")) if action.due else ((". No due date.", ""),)
        return (*owners, *due)

    def actions(self, actions: tuple[ActionEntry, ...]) -> Iterator[Paragraph]:
        yield Paragraph(words=(("Actions", "heading"),), is_apart=True, ends_items=True)
        if not actions:
            yield Paragraph(words=(("None was raised.", "soft"),))
        for action in actions:
            yield from self.action(action)

    def action(self, action: ActionEntry) -> Iterator[Paragraph]:
        raised = f" (minute {action.raised_in})" if action.raised_in else ""
        lead = self.runs(action.ref, "accent") or (("No reference", "soft"),)
        yield Paragraph(words=(*lead, (raised, "soft")), is_apart=True)
        yield Paragraph(words=self.runs(action.text), indent=_STEP)
        said = (*self.owners_and_due(action), (f" {action.status.capitalize()}.", "strong"))
        yield Paragraph(words=said, indent=_STEP)

    def decisions(self, decisions: tuple[DecisionEntry, ...]) -> Iterator[Paragraph]:
        if decisions:
            yield from self.heading("Decisions")
        for decision in decisions:
            decided = f" (minute {decision.decided_in})" if decision.decided_in else ""
            lead = self.runs(decision.ref, "accent")
            yield Paragraph(words=(*lead, (": " if lead else "", ""), *self.runs(decision.text), (decided, "soft")))

    def approval(self, approval: ApprovalEntry) -> Iterator[Paragraph]:
        on = ((" on ", ""), *self.runs(approval.date)) if approval.date else ()
        end = ", subject to these corrections:" if approval.corrections else "."
        yield Paragraph(words=(("Approved as a correct record", ""), *on, (end, "")))
        for correction in approval.corrections:
            bullet = ((_BULLETS[0], "soft"),)
            yield Paragraph(lead=bullet, words=self.runs(correction), indent=_STEP)
