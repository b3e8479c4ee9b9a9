"""The head and the foot of minutes that this program wrote."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lpgminutes.domain.meetings import Contact, NextMeeting
from lpgminutes.domain.sayings.written_dates import when
from lpgminutes.domain.sayings.written_times import read_hours, read_when
from lpgminutes.domain.text import clean_line
from lpgminutes.importing.head import Head
from lpgminutes.importing.next_meeting import as_next_meeting
from lpgminutes.importing.own.parts import unwrapped
from lpgminutes.importing.source import SourceLine

STATUSES = ("Draft minutes", "Minutes circulated for approval", "Minutes as approved")
_STATUS = "Status: "
_DATE, _PLACE = "Date: ", "Place: "
_RULE = re.compile(r"=+")
_UNDER_A_LABEL = 8
_NO_NEXT = "No next meeting was set."


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnHead:
    """What the head says."""

    body: str
    head: Head
    status: str
    """As printed."""


def own_head(lines: Sequence[SourceLine], *, is_text: bool) -> OwnHead | None:
    """Read the head; ``None`` where it is not as the program prints it."""
    at = next((at for at, line in enumerate(lines) if line.text.startswith(_STATUS)), None)
    status = "" if at is None else lines[at].text.removeprefix(_STATUS)
    titles = _titles(lines[:at], is_text=is_text)
    facts = None if at is None else _facts(lines[at + 1 :])
    if status not in STATUSES or titles is None or facts is None:
        return None
    body, title, subtitle = (clean_line(words, what="The title").text for words in titles)
    timed = _timed(facts.get(_DATE, ""))
    if timed is None:
        return None
    named = "" if title == status else title
    head = Head(
        title=named,
        subtitle=subtitle,
        date=timed.date,
        start=timed.start,
        end=timed.end,
        location=clean_line(facts.get(_PLACE, ""), what="The place").text,
    )
    return OwnHead(body=body or named, head=head, status=status)


def _titles(lines: Sequence[SourceLine], *, is_text: bool) -> tuple[str, str, str] | None:
    """Return the name of the body, the title and the subtitle."""
    if is_text:
        rule = next((at for at, line in enumerate(lines) if _RULE.fullmatch(line.spaced)), len(lines))
        above, below = (
            [line.text for line in unwrapped(lines[:rule])],
            [line.text for line in unwrapped(lines[rule + 1 :])],
        )
        below = below if rule < len(lines) else [""] * 2
    else:
        titled = [at for at, line in enumerate(lines) if line.outline_level == 1]
        if len(titled) != 1:
            return None
        above = [line.text for line in lines[: titled[0] + 1]]
        below = [line.text for line in lines[titled[0] + 1 :]]
    if not 1 <= len(above) <= len(("body", "title")) or len(below) > 1:
        return None
    return ("" if len(above) == 1 else above[0]), above[-1], "".join(below)


def _facts(lines: Sequence[SourceLine]) -> dict[str, str] | None:
    """Return what stands behind the labels."""
    facts: dict[str, str] = {}
    label = ""
    for line in lines:
        found = next((one for one in (_DATE, _PLACE) if line.text.startswith(one)), "")
        if found and found not in facts:
            label = found
            facts[label] = line.text.removeprefix(label)
        elif label and line.indent == _UNDER_A_LABEL:
            facts[label] += f" {line.text}"
        else:
            return None
    return facts


def _timed(words: str) -> Head | None:
    """Return the day and the hours; ``None`` where they do not read back as they are printed."""
    read = read_when(words)
    hours = read_hours(words) if read is None else (read.start, read.end)
    day = read.date if read else None
    return Head(date=day, start=hours[0], end=hours[1]) if when(day, *hours) == words else None


def own_next_meeting(words: str) -> NextMeeting | None:
    """Return when the body meets next."""
    return None if words == _NO_NEXT else as_next_meeting(words)


def own_contact(words: str) -> Contact | None:
    """Return whom to ask: a name, an address, or both with a comma between them."""
    words = clean_line(words, what="The contact").text
    name, _, last = words.rpartition(", ")
    if "@" not in last or " " in last:
        return Contact(name=words) if words else None
    return Contact(name=name, email=last)
