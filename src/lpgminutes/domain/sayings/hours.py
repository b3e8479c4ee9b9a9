"""Hours as people say them, for comparing with those they write: ``half past ten``, ``two o'clock``, ``1400 hours``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from functools import lru_cache

from lpgminutes.domain.sayings.number_words import TO_TWELVE
from lpgminutes.domain.sayings.written_times import hours_in

_HOUR = rf"(?:{'|'.join(TO_TWELVE)}|1[0-2]|[1-9])"
_MINUTES = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty five": 25, "half": 30}
_SPOKEN = re.compile(
    r"(?<![^\W_])(?:"
    rf"(?:(?:(?:an?\s)?(?P<part>half|quarter|five|ten|twenty(?:[\s-]five)?)(?:\sminutes)?\s(?P<way>past|to)|(?P<half>half))"
    rf"\s(?P<hour>{_HOUR})(?:\so'clock)?|(?P<whole>{_HOUR})\s?o'clock)"
    r"(?:\s?(?P<day>[ap])\.?m\b|\sin\sthe\s(?P<said>morning|afternoon|evening))?"
    r"|(?:12\s)?(?P<named>noon|midday|midnight))(?![^\W_])",
    re.IGNORECASE,
)
_UNDIVIDED = re.compile(
    r"(?<![\w.,:/-])(?P<hour>[01]\d|2[0-3])[.:]?(?P<minute>[0-5]\d)\s?(?:hrs?|hours)(?![^\W_])", re.IGNORECASE
)
_DOTTED = re.compile(r"(?<![\w.,:/\u00a3$\u20ac-])(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)(?![\w:%]|[.,]\d)")
_BARE = re.compile(r"(?<![\w.,:/\u00a3$\u20ac-])(?P<hour>0\d)(?P<minute>[0-5]\d)(?![\w%/-]|[.,:]\d)")
_HALF_A_DAY, _MORNING = 12, 8
_LINKING = re.compile(r"(?:[\W_]|\b(?:from|at|to|until|till|and|between|hrs?|hours)\b)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidHour:
    """An hour that a text names."""

    moments: frozenset[time]
    """What it may mean: ``half past ten`` is one of two."""
    start: int
    end: int
    is_sure: bool = True
    """Whether it can be nothing else: ``10.30`` may be a sum."""


@lru_cache(maxsize=4096)
def said_hours_in(text: str) -> tuple[SaidHour, ...]:
    """Return every hour that a folded text names, in whatever way, in reading order."""
    found: list[SaidHour] = []
    for one in (*_written(text), *_spoken(text), *_undivided(text), *_perhaps(text)):
        if all(one.end <= known.start or known.end <= one.start for known in found):
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))


def are_hours(text: str) -> bool:
    """Whether a folded text is hours and what links them: ``10:00 to 12 noon``."""
    hours = said_hours_in(text)
    ends, starts = [0, *(one.end for one in hours)], [*(one.start for one in hours), len(text)]
    between = " ".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    return bool(hours) and _LINKING.fullmatch(between) is not None


def _written(text: str) -> Iterator[SaidHour]:
    for moment, start, end in hours_in(text):
        yield SaidHour(moments=frozenset({moment}), start=start, end=end)


def _spoken(text: str) -> Iterator[SaidHour]:
    for match in _SPOKEN.finditer(text):
        start, end = match.span()
        if match["named"]:
            yield SaidHour(
                moments=frozenset({time(0 if match["named"].lower() == "midnight" else _HALF_A_DAY)}),
                start=start,
                end=end,
            )
            continue
        written = (match["hour"] or match["whole"]).lower()
        hour = TO_TWELVE.get(written) or int(written)
        part = re.sub(r"[\s-]", " ", (match["part"] or match["half"] or "").lower())
        minutes = hour * 60 + _MINUTES.get(part, 0) * (-1 if (match["way"] or "").lower() == "to" else 1)
        half = (match["day"] or match["said"] or "").lower()
        yield SaidHour(moments=_moments(minutes, half), start=start, end=end)


def _moments(minutes: int, half: str) -> frozenset[time]:
    """Return what a position of the hands can mean: one of two hours, unless something says which half of the day."""
    hour, minute = divmod(minutes % (_HALF_A_DAY * 60), 60)
    before, after = time(hour, minute), time(hour + _HALF_A_DAY, minute)
    if not half:
        return frozenset({before, after})
    return frozenset({before if half in {"a", "morning"} else after})


def _undivided(text: str) -> Iterator[SaidHour]:
    for match in _UNDIVIDED.finditer(text):
        moment = time(int(match["hour"]), int(match["minute"]))
        yield SaidHour(moments=frozenset({moment}), start=match.start(), end=match.end())


def _perhaps(text: str) -> Iterator[SaidHour]:
    """Yield what may be something else: ``10.30``, ``0945``; an early hour with a stop is one of the afternoon, too."""
    for match in (*_DOTTED.finditer(text), *_BARE.finditer(text)):
        hour, minute = int(match["hour"]), int(match["minute"])
        is_either = len(match["hour"]) == 1 and hour < _MORNING
        moments = {time(hour, minute), *([time(hour + _HALF_A_DAY, minute)] if is_either else [])}
        yield SaidHour(moments=frozenset(moments), start=match.start(), end=match.end(), is_sure=False)
