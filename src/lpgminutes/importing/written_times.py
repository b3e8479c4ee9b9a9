"""The date, the hours and the rest of a field such as ``Tuesday 16 July 2019, 10:00 to 12:30, Leeds``."""

import re
from dataclasses import dataclass
from datetime import date, time

from lpgminutes.domain.written_dates import dates_in, forms_of

_HOUR = re.compile(
    r"(?<![0-9:.])(?P<hour>[01]?[0-9]|2[0-3])"
    r"(?::(?P<minute>[0-5][0-9])|\.(?P<dotted>[0-5][0-9])(?= ?[ap]m\b))?"
    r"(?: ?(?P<half>[ap])\.?m\b\.?)?(?![0-9:])",
    re.IGNORECASE,
)
_FILLING = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|from|at|to|until|on|in|hours|hrs)\b|[,;\u2013\u2014-]",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?<![0-9.:])([01]?[0-9]|2[0-3])\.([0-5][0-9])(?![0-9.:])")
_NOON = 12
_START_AND_END = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenTime:
    """What a field says of when and where."""

    date: date
    start: time | None
    end: time | None
    rest: str
    """The words that are neither date nor hour."""


def read_when(text: str) -> WrittenTime | None:
    """Read a field that names one day; ``None`` when it names none, or several."""
    days = set(dates_in(text))
    if len(days) != 1:
        return None
    (day,) = days
    pieces = forms_of(day).sub("\n", text)
    hours = [moment for match in _HOUR.finditer(pieces) if (moment := _moment(match)) is not None]
    rest = _HOUR.sub(lambda match: match.group() if _moment(match) is None else "\n", pieces)
    known = len(hours) <= _START_AND_END
    return WrittenTime(
        date=day,
        start=hours[0] if hours and known else None,
        end=hours[1] if len(hours) == _START_AND_END else None,
        rest=_rest(rest),
    )


def read_hours(text: str) -> tuple[time | None, time | None]:
    """Return when a meeting began and ended from a field that holds hours only, so that ``09.30`` is no sum."""
    hours = [moment for match in _HOUR.finditer(_DOTTED.sub(r"\1:\2", text)) if (moment := _moment(match)) is not None]
    start, end = (*hours[:_START_AND_END], None, None)[:_START_AND_END]
    return start, end


def _moment(match: re.Match[str]) -> time | None:
    """Return the hour that a match names; a bare number names none."""
    minute = match["minute"] or match["dotted"]
    if not (minute or match["half"]):
        return None
    hour = int(match["hour"])
    if match["half"] and hour > _NOON:
        return None
    if match["half"]:
        hour = hour % _NOON + (_NOON if match["half"].lower() == "p" else 0)
    return time(hour, int(minute or 0))


def _rest(text: str) -> str:
    """The pieces around the date and the hours that hold more than filling words."""
    pieces = (piece.strip(" ,;.-\u2013\u2014") for piece in text.split("\n"))
    return ", ".join(" ".join(piece.split()) for piece in pieces if _FILLING.sub("", piece).strip())
