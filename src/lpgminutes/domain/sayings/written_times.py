"""Hours as people write them, and fields such as ``Tuesday 16 July 2019, 10:00 to 12:30, Leeds``."""

import re
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

from lpgminutes.domain.sayings.written_dates import dates_in, days_in, forms_of, forms_of_day
from lpgminutes.errors import InputError

_HOUR = re.compile(
    r"(?<![0-9:.])(?P<hour>[01]?[0-9]|2[0-3])"
    r"(?::(?P<minute>[0-5][0-9])|\.(?P<dotted>[0-5][0-9])(?= ?[ap]m\b))?"
    r"(?: ?(?P<half>[ap])\.?m\b\.?)?(?![0-9:])",
    re.IGNORECASE,
)
_FILLING = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun|from|at|to|until|on|in"
    r"|hours|hrs)\b|[,;\u2013\u2014-]",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?<![0-9.:])([01]?[0-9]|2[0-3])\.([0-5][0-9])(?![0-9.:])")
_UNDIVIDED = re.compile(r"\A([01][0-9]|2[0-3])([0-5][0-9])(?= ?(?:hrs?|hours)?\Z)", re.IGNORECASE)
_HOURS_WORD = re.compile(r" ?(?:hrs?|hours)\Z", re.IGNORECASE)
_LED = re.compile(rf"(?:\b(?:at|from|to|until|till)\s+|[,;\u2013\u2014-]\s*)?{_HOUR.pattern}", re.IGNORECASE)
"""An hour with the word that leads to it."""
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


@lru_cache(maxsize=4096)
def hours_in(text: str) -> tuple[tuple[time, int, int], ...]:
    """Return every hour that a folded text names, with its place: ``10:30``, ``10.30am``, ``2pm``."""
    found = [(moment, *match.span()) for match in _HOUR.finditer(text) if (moment := _moment(match)) is not None]
    return tuple(found)


def read_hour(text: str) -> time | None:
    """Read a field that holds one hour and nothing else, ``10:00``, ``9.30``, ``1400`` or ``2pm``; empty names none."""
    written = " ".join(text.split())
    if not written:
        return None
    divided = _HOURS_WORD.sub("", _UNDIVIDED.sub(r"\1:\2", _DOTTED.sub(r"\1:\2", written)))
    match = _HOUR.fullmatch(divided)
    moment = _moment(match) if match else None
    if moment is None:
        raise InputError(f"{written[:20]} is no hour: write it as 10:15 or 2pm.")
    return moment


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursApart:
    """A phrase such as ``4 September, 14:00 to 16:00`` with its hours taken out of it."""

    phrase: str
    """What names the day."""
    start: time | None
    end: time | None
    rest: str
    """The words that are neither day nor hour, as far as that can be told."""


def hours_apart(text: str) -> HoursApart:
    """Take the hours out of a phrase; what looks like a day, as ``04.09``, is one where nothing else is left for it."""
    divided = _parted(_DOTTED.sub(r"\1:\2", text))
    return divided if divided.phrase else _parted(text)


def _parted(text: str) -> HoursApart:
    hours = [moment for match in _HOUR.finditer(text) if (moment := _moment(match)) is not None]
    if len(hours) > _START_AND_END:
        raise InputError(f"There are {len(hours)} hours in {text[:40]!r}: give the start and the end.")
    phrase = _LED.sub(lambda match: match.group() if _moment(match) is None else " ", text)
    days = days_in(phrase)
    start, end = (*hours, None, None)[:_START_AND_END]
    return HoursApart(
        phrase=" ".join(phrase.split()).strip(" ,;.-\u2013\u2014"),
        start=start,
        end=end,
        rest=_rest(forms_of_day(days[0]).sub("\n", phrase)) if len(days) == 1 else "",
    )


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
