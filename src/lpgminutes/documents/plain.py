"""Minutes as plain text: no wider than a letter, readable aloud, the marking at top and bottom."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from lpgminutes.documents.action_rows import ActionLine, Shown
from lpgminutes.documents.context import (
    ActionNote,
    AttendanceLine,
    DecisionLine,
    DeclarationLine,
    ItemLines,
    MinuteLines,
    MinutesContext,
    PointLine,
    minute_words,
    minutes_context,
)
from lpgminutes.documents.texts import MARK_OPEN, Expected
from lpgminutes.domain.document import MinutesDocument
from lpgminutes.errors import RenderError

WIDTH: Final = 76
_HANG: Final = 6
_HELD: Final = MARK_OPEN
"""Stands for a space at which no line may break: one inside a mark."""


def render_text(document: MinutesDocument) -> str:
    """Return ``document`` as plain text."""
    expected = Expected(document.mark_style)
    lines = _page(minutes_context(document, expected))
    text = "\n".join(line.rstrip() for line in lines).replace(_HELD, " ") + "\n"
    _demand_whole(expected, text)
    return text


def _page(context: MinutesContext) -> Iterator[str]:
    marking = context.marking.center(WIDTH)
    yield marking
    yield ""
    yield from _head(context)
    yield from _heading("Attendance")
    yield from _attendance(context.attendance)
    if context.declarations:
        yield from _heading("Declarations of interest")
        yield from _declarations(context.declarations)
    for item in context.items:
        yield from _item(item)
    yield from _heading("Actions")
    yield from _actions(context.actions)
    if context.decisions:
        yield from _heading("Decisions")
        yield from _decisions(context.decisions)
    yield from _heading("Next meeting")
    yield from _wrapped(_read(context.next_meeting) or "No next meeting was set.")
    if context.contact_name or context.contact_email:
        yield from _heading("Contact")
        yield from _wrapped(_joined((context.contact_name, context.contact_email)))
    if context.is_approved:
        yield from _heading("Approval of these minutes")
        yield from _approval(context)
    yield ""
    yield marking


def _head(context: MinutesContext) -> Iterator[str]:
    yield from _wrapped(_read(context.body))
    title = list(_wrapped(_read(context.title) or context.heading))
    yield from title
    yield "=" * max(map(len, title))
    yield from _wrapped(_read(context.subtitle))
    yield ""
    if context.is_release:
        yield from _release_note(context)
    yield f"Status: {context.heading}"
    for label, text in (("Date:   ", context.date), ("Place:  ", context.location)):
        if text:
            yield from _wrapped(_read(text), first=label, rest=" " * len(label))


def _release_note(context: MinutesContext) -> Iterator[str]:
    case = f", case {context.case}" if context.case else ""
    names = " and names the exemption relied on" if context.legend else ""
    yield from _wrapped(
        f"Released under the {context.law}{case}. Where information is withheld, a mark stands in its place{names}."
    )
    if context.original_marking:
        yield from _wrapped(f"The minutes themselves are marked {context.original_marking}.")
    for entry in context.legend:
        yield from _wrapped(f"{_read(entry.mark)}: {entry.meaning}", first="  ", rest="    ")
    yield ""


def _attendance(rows: Iterable[AttendanceLine]) -> Iterator[str]:
    none = True
    for row in rows:
        none = False
        yield from _wrapped(_joined((row.name, row.role, row.organisation, row.capacity), "; "), rest="    ")
    if none:
        yield "No attendance was recorded."


def _declarations(declarations: Iterable[DeclarationLine]) -> Iterator[str]:
    for one in declarations:
        item = "the meeting as a whole" if one.item == "all" else f"item {one.item}"
        yield from _wrapped(f"{_read(one.name)} ({item}): {_read(one.nature)}; {_read(one.conduct)}", rest="    ")


def _item(item: ItemLines) -> Iterator[str]:
    yield from _heading(f"{item.number}  {_read(item.title)}")
    for position, minute in enumerate(item.minutes):
        if position:
            yield ""
        yield from _minute(minute)


def _minute(minute: MinuteLines) -> Iterator[str]:
    number = f"{minute.number}  ".ljust(_HANG)
    yield from _wrapped(_labelled(minute) or " ", first=number, rest=" " * _HANG)
    yield from _notes(minute.actions)
    for point in minute.points:
        yield from _point(point)


def _point(point: PointLine) -> Iterator[str]:
    indent = " " * (_HANG + 2 * max(point.level - (not point.is_paragraph), 0))
    text = _labelled(point)
    if text:
        yield ""
    if point.is_heading or point.is_paragraph:
        yield from _wrapped(text, first=indent, rest=indent)
    else:
        yield from _wrapped(text, first=f"{indent}- ", rest=f"{indent}  ")
    yield from _notes(point.actions)


def _labelled(of: MinuteLines | PointLine) -> str:
    return f"{_read(of.label)}: {_read(of.text)}" if of.label else _read(of.text)


def _notes(actions: Iterable[ActionNote]) -> Iterator[str]:
    indent = " " * _HANG
    for action in actions:
        ref = f" {_read(action.ref)}" if action.ref else ""
        owners = _joined(action.owners) or "no owner named"
        due = f" Due: {_read(action.due)}." if action.due else ""
        yield ""
        yield from _wrapped(f"Action{ref}: {owners}.{due}", first=f"{indent}> ", rest=f"{indent}  ")


def _actions(actions: tuple[ActionLine, ...]) -> Iterator[str]:
    if not actions:
        yield "No actions were recorded."
    for position, action in enumerate(actions):
        if position:
            yield ""
        yield from _wrapped(f"{_read(action.ref)} (minute {action.raised_in})")
        yield from _row("Action:", _read(action.text))
        yield from _row("Owner:", _joined(action.owners))
        yield from _row("Due:", _read(action.due))


def _decisions(decisions: Iterable[DecisionLine]) -> Iterator[str]:
    for decision in decisions:
        ref, minute = _read(decision.ref), minute_words(decision.decided_in)
        yield from _wrapped(minute if ref == minute else f"{ref} (minute {decision.decided_in})")
        yield from _row("Decision:", _read(decision.text))


def _approval(context: MinutesContext) -> Iterator[str]:
    on = f" on {_read(context.approved_on)}" if context.approved_on else ""
    yield from _wrapped(
        f"Approved as a correct record{on}{', subject to these corrections:' if context.corrections else '.'}"
    )
    for correction in context.corrections:
        yield ""
        yield from _wrapped(_read(correction), first="- ", rest="  ")


def _row(label: str, text: str) -> Iterator[str]:
    return _wrapped(text, first=f"  {label:<10}", rest=" " * 12)


def _heading(words: str) -> Iterator[str]:
    lines = list(_wrapped(words))
    yield ""
    yield from lines
    yield "-" * max(map(len, lines))


def _joined(texts: Iterable[Shown], separator: str = ", ") -> str:
    return separator.join(_read(text) for text in texts if text)


def _wrapped(text: str, *, first: str = "", rest: str = "") -> Iterator[str]:
    """Yield ``text`` in lines of at most ``WIDTH``; a word that is longer keeps its line to itself."""
    for paragraph in text.split("\n") if text else ():
        lines = textwrap.wrap(
            paragraph,
            WIDTH,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
        yield from lines or [first]
        first = rest


def _read(text: Shown) -> str:
    """Return ``text`` with every mark held together."""
    if isinstance(text, str):
        return text
    return "".join(run.text.replace(" ", _HELD) if run.is_mark else run.text for run in text.runs)


def _demand_whole(expected: Expected, text: str) -> None:
    """Refuse when a text did not come out, in its order; wrapping may change spaces and nothing else."""
    whole, place = "".join(text.split()), 0
    for printed in expected.texts:
        words = "".join(str(printed).split())
        place = whole.find(words, place)
        if place < 0:
            raise RenderError(f"The text leaves out {printed.place()}, so no file was made.")
        place += len(words)
