"""What has to hold in a meeting that comes from a file, beyond the sort of each value."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.meetings import Block, BlockKind, Meeting
from lpgminutes.domain.numbering import numbered
from lpgminutes.domain.pre_marks import PreMark
from lpgminutes.interchange.intake import Intake
from lpgminutes.interchange.places import quoted

_PLACEHOLDER = re.compile(r"\{(?:yyyy|yy|mm|nn|nnn|fy|body)\}")
_EMPTY = "this is empty; fill it in."


def check(meeting: Meeting, intake: Intake) -> None:
    """Note in ``intake`` all that is wrong with a meeting, and all that a person should look at."""
    for place, words in _needed(meeting):
        if not words:
            intake.problems.add(place, _EMPTY)
    _check_series(meeting, intake)
    for place, block in _placed(meeting):
        if not (block.label or block.text or block.children):
            intake.problems.add(place, "there is no text here; write one, or leave the entry out.")
    _check_numbers(meeting, intake)
    _check_references(meeting, intake)
    for place, mark, text in _marks(meeting):
        if not _stands_in(mark, text):
            intake.problems.add(place, "the text does not read as as_shown from start to end; correct these three.")
    for place, pre_mark, text in _pre_marks(meeting):
        if text is None:
            intake.problems.add(f"{place}.field", "a pre-mark stands in text or label; name one of them.")
        elif not 0 <= pre_mark.start < pre_mark.end <= len(text):
            intake.problems.add(place, f"the {pre_mark.field} has no words from start to end; correct these two.")


def _needed(meeting: Meeting) -> Iterator[tuple[str, str]]:
    yield "title", meeting.title
    yield "series.short_name", meeting.series.short_name
    yield "series.name", meeting.series.name
    for at, row in enumerate(meeting.attendance):
        yield f"attendance[{at}].name", row.name
    for at, action in enumerate(meeting.actions):
        yield f"actions[{at}].text", action.text
        yield from ((f"actions[{at}].owners[{place}]", owner) for place, owner in enumerate(action.owners))
    for at, decision in enumerate(meeting.decisions):
        yield f"decisions[{at}].text", decision.text


def _check_series(meeting: Meeting, intake: Intake) -> None:
    short_name, pattern = meeting.series.short_name, meeting.series.action_reference or ""
    if not all(character.isalnum() or character in "-_" for character in short_name):
        intake.problems.add("series.short_name", "use letters, digits and hyphens only: it is typed to name a meeting.")
    if set(_PLACEHOLDER.sub("", pattern)) & set("{}"):
        intake.problems.add(
            "series.action_reference",
            "in braces only {yyyy} {yy} {mm} {nn} {nnn} {fy} {body} may stand; correct the pattern.",
        )


def _placed(meeting: Meeting) -> Iterator[tuple[str, Block]]:
    """Yield every block with its place in the file."""
    waiting = [(f"items[{at}]", item) for at, item in enumerate(meeting.items)][::-1]
    while waiting:
        place, block = waiting.pop()
        yield place, block
        inside = "minutes" if block.kind is BlockKind.ITEM else "points"
        waiting += [(f"{place}.{inside}[{at}]", child) for at, child in enumerate(block.children)][::-1]


def _check_numbers(meeting: Meeting, intake: Intake) -> None:
    """Refuse a number that two items, or two minutes, would carry: nobody could say which is meant."""
    numbers = [number for number, _ in numbered(meeting.items)]
    seen: set[tuple[BlockKind, str]] = set()
    places = ((place, block) for place, block in _placed(meeting) if block.kind is not BlockKind.POINT)
    for number, (place, block) in zip(numbers, places, strict=True):
        if (block.kind, number) in seen:
            intake.problems.add(f"{place}.number", f"{quoted(number)} stands twice; number one of them anew.")
        seen.add((block.kind, number))


def _check_references(meeting: Meeting, intake: Intake) -> None:
    minutes = {number for number, block in numbered(meeting.items) if block.kind is BlockKind.MINUTE}
    for at, action in enumerate(meeting.actions):
        _warn_of_no_minute(action.raised_in, minutes, f"actions[{at}].raised_in", intake)
    for at, decision in enumerate(meeting.decisions):
        _warn_of_no_minute(decision.decided_in, minutes, f"decisions[{at}].decided_in", intake)
    for ref, count in Counter(action.ref for action in meeting.actions if action.ref).items():
        if count > 1:
            intake.warnings.append(f"actions: the reference {quoted(ref)} stands {count} times.")


def _warn_of_no_minute(number: str | None, minutes: set[str], place: str, intake: Intake) -> None:
    if number and number not in minutes:
        intake.warnings.append(f"{place}: there is no minute {quoted(number)}.")


def _marks(meeting: Meeting) -> Iterator[tuple[str, PrintedMark, str | None]]:
    """Yield every printed mark, its place and the text that it stands in; ``None`` for an unknown field."""
    contact, following = meeting.contact, meeting.next_meeting
    own = {
        "title": meeting.title,
        "subtitle": meeting.subtitle,
        "location": meeting.location,
        "date": "",
        "next_meeting": following.text if following else "",
        "contact.name": contact.name if contact else "",
        "contact.email": contact.email if contact else "",
    }
    yield from _marks_of(meeting.marks, "", own)
    for at, row in enumerate(meeting.attendance):
        cells = {"name": row.name, "role": row.role, "organisation": row.organisation}
        yield from _marks_of(row.marks, f"attendance[{at}].", cells)
    for place, block in _placed(meeting):
        yield from _marks_of(block.marks, f"{place}.", {"text": block.text, "label": block.label})


def _marks_of(
    marks: Iterable[PrintedMark], parent: str, texts: dict[str, str]
) -> Iterator[tuple[str, PrintedMark, str | None]]:
    for at, mark in enumerate(marks):
        yield f"{parent}marks[{at}]", mark, texts.get(mark.field)


def _pre_marks(meeting: Meeting) -> Iterator[tuple[str, PreMark, str | None]]:
    """Yield every pre-mark, its place and the text that it stands in; ``None`` for an unknown field."""
    for place, block in _placed(meeting):
        texts = {"text": block.text, "label": block.label}
        for at, mark in enumerate(block.pre_marks):
            yield f"{place}.pre_marks[{at}]", mark, texts.get(mark.field)


def _stands_in(mark: PrintedMark, text: str | None) -> bool:
    if text is None or mark.end == 0:
        return mark.start <= mark.end
    return text[mark.start : mark.end] == mark.as_shown
