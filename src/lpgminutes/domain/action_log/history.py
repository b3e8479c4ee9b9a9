"""What stands in an action's history, as text: dates with their words, owners; and back.

Each entry says what one field held before and after, so the action can be put back to any day.
"""

import datetime as dt
import re
from enum import Enum

_DATED = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})(?: \((?P<words>.*)\))?", re.DOTALL)
_BRACKETED = re.compile(r"\((?P<words>.*)\)", re.DOTALL)

Due = tuple[dt.date | None, str]
"""A due date as read, and its words as written."""


class Field(Enum):
    """What an entry of the history says a change of; other words in ``ActionEvent.what`` are kept as they are."""

    STATUS = "status"
    DUE = "due"
    OWNER = "owner"
    TEXT = "text"
    NOTE = "note"
    CARRIED = "carried"
    """Reviewed at a meeting and kept open."""


def write_due(due: Due) -> str:
    """Return a due date as the history has it: ``2019-08-01 (by 1st August)``, or the words alone."""
    day, words = due
    if day is None:
        looks_like_more = _DATED.fullmatch(words) or _BRACKETED.fullmatch(words)
        return f"({words})" if looks_like_more else words
    return f"{day.isoformat()} ({words})" if words else day.isoformat()


def read_due(written: str) -> Due:
    """Return the due date that stands in the history."""
    dated = _DATED.fullmatch(written)
    day = _day(dated["day"]) if dated else None
    if dated and day:
        return day, dated["words"] or ""
    bracketed = _BRACKETED.fullmatch(written)
    return None, bracketed["words"] if bracketed else written


def due_on_either_side(written: str, other: str, unsaid: str) -> Due:
    """Return one side of a change of date; when neither side has words, ``unsaid`` are those that stood throughout."""
    day, words = read_due(written)
    neither_has_words = not words and not read_due(other)[1]
    return day, unsaid if neither_has_words else words


def write_owners(owners: tuple[str, ...]) -> str:
    """Return owners as the history has them: one a line."""
    return "\n".join(owners)


def read_owners(written: str) -> tuple[str, ...]:
    """Return the owners that stand in the history."""
    return tuple(written.split("\n")) if written else ()


def _day(written: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        return None
