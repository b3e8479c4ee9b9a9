"""The references of actions: made from the series' pattern and the date of the meeting, each once in a series."""

import datetime as dt
import re
from collections.abc import Iterable

DEFAULT_PATTERN = "AP{mm}{yy}-{nn}"
"""What a series without a pattern uses: ``AP0619-03`` is the third action of June 2019."""

_PLACEHOLDER = re.compile(r"\{(yyyy|yy|mm|nn|nnn|fy|body)\}")
_COUNTER = re.compile(r"\{nnn?\}")
_NUMBER = "([0-9]{1,9})"
_COUNTERS = {"nn": 2, "nnn": 3}
_APRIL = 4


def next_reference(pattern: str | None, *, body: str, date: dt.date | None, taken: Iterable[str]) -> str:
    """Return the next reference of a series that is not taken; ``date`` is that of the meeting.

    The number goes on from the highest one taken, so that a gap is never filled. Of a meeting without a date the
    fields of the date are left out.
    """
    pattern = pattern or DEFAULT_PATTERN
    parts = _filled(pattern if _COUNTER.search(pattern) else f"{pattern}-{{nn}}", body=body, date=date)
    numbered = re.compile(
        "".join(re.escape(p) if at % 2 == 0 else _NUMBER for at, p in enumerate(parts)), re.IGNORECASE
    )
    matches = (numbered.fullmatch(reference) for reference in taken)
    highest = max((int(match[1]) for match in matches if match), default=0)
    return "".join(part if at % 2 == 0 else f"{highest + 1:0{_COUNTERS[part]}d}" for at, part in enumerate(parts))


def reference_stem(pattern: str | None, *, body: str, date: dt.date | None) -> str:
    """Return what every reference of a meeting begins with: only those that do so bear on the next one."""
    pattern = pattern or DEFAULT_PATTERN
    return _filled(pattern if _COUNTER.search(pattern) else f"{pattern}-{{nn}}", body=body, date=date)[0]


def _filled(pattern: str, *, body: str, date: dt.date | None) -> list[str]:
    """Return the texts of a pattern, and between them the names of its counters."""
    parts = [""]
    for at, part in enumerate(_PLACEHOLDER.split(pattern)):
        if at % 2 == 0:
            parts[-1] += part
        elif part in _COUNTERS:
            parts += [part, ""]
        else:
            parts[-1] += body.upper() if part == "body" else _of_date(part, date)
    return parts


def _of_date(field: str, date: dt.date | None) -> str:
    if date is None:
        return ""
    year, short, month = f"{date.year:04d}", f"{date.year % 100:02d}", f"{date.month:02d}"
    return {"yyyy": year, "yy": short, "mm": month, "fy": _financial_year(date)}[field]


def _financial_year(date: dt.date) -> str:
    """Return ``1920`` for a day from 1 April 2019 to 31 March 2020."""
    first = date.year if date.month >= _APRIL else date.year - 1
    return f"{first % 100:02d}{(first + 1) % 100:02d}"
