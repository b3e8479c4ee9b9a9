"""Feasts and other days that have a name, as days of a year."""

import re
from datetime import date, timedelta
from functools import lru_cache

_FEASTS = {
    "new year's day": (1, 1), "burns night": (1, 25), "valentine's day": (2, 14), "st david's day": (3, 1),
    "st patrick's day": (3, 17), "st george's day": (4, 23), "may day": (5, 1), "midsummer day": (6, 24),
    "halloween": (10, 31), "bonfire night": (11, 5), "guy fawkes night": (11, 5), "armistice day": (11, 11),
    "st andrew's day": (11, 30), "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "hogmanay": (12, 31),
}  # fmt: skip
_BY_EASTER = {"good friday": -2, "easter sunday": 0, "easter day": 0, "easter monday": 1, "ash wednesday": -46}
_FEAST = re.compile(rf"(?<![^\W_])(?:{'|'.join([*_FEASTS, *_BY_EASTER])})(?![^\W_])", re.IGNORECASE)


@lru_cache(maxsize=4096)
def feasts_in(text: str) -> tuple[re.Match[str], ...]:
    """Return where a folded text names a feast."""
    return tuple(_FEAST.finditer(text))


@lru_cache(maxsize=1024)
def feast_day(name: str, year: int) -> date:
    """Return the day of a feast in a year; its name is in small letters."""
    if name in _BY_EASTER:
        return _easter(year) + timedelta(days=_BY_EASTER[name])
    return date(year, *_FEASTS[name])


def _easter(year: int) -> date:
    """Return Easter Sunday by the Gregorian computus."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = epact + weekday - 7 * ((golden + 11 * epact + 22 * weekday) // 451) + 114
    return date(year, shift // 31, shift % 31 + 1)
