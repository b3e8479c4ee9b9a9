"""Feasts and other days that have a name, as days of a year."""

import re
from datetime import date, timedelta
from functools import lru_cache

_FEASTS = {
    "new year's day": (1, 1), "burns night": (1, 25), "valentine's day": (2, 14), "st david's day": (3, 1),
    "st patrick's day": (3, 17), "st george's day": (4, 23), "may day": (5, 1), "midsummer day": (6, 24),
    "holocaust memorial day": (1, 27), "candlemas": (2, 2), "international women's day": (3, 8), "lady day": (3, 25),
    "april fool's day": (4, 1),
    "all fools' day": (4, 1), "ve day": (5, 8), "midsummer's day": (6, 24), "vj day": (8, 15), "michaelmas": (9, 29),
    "all saints' day": (11, 1), "all souls' day": (11, 2), "twelfth night": (1, 5),
    "st mark's day": (4, 25), "lammas": (8, 1), "martinmas": (11, 11), "halloween": (10, 31), "bonfire night": (11, 5),
    "guy fawkes night": (11, 5), "armistice day": (11, 11),
    "st andrew's day": (11, 30), "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "hogmanay": (12, 31),
}  # fmt: skip
_BY_EASTER = {
    "shrove tuesday": -47, "pancake day": -47, "ash wednesday": -46, "mothering sunday": -21, "mother's day": -21,
    "palm sunday": -7, "maundy thursday": -3, "good friday": -2, "holy saturday": -1, "easter saturday": -1,
    "easter eve": -1, "easter sunday": 0, "easter day": 0, "easter monday": 1, "easter tuesday": 2,
    "ascension day": 39, "whit sunday": 49, "whit monday": 50, "trinity sunday": 56,
}  # fmt: skip
_SUNDAYS = {
    "father's day": (6, 15), "remembrance sunday": (11, 8), "advent sunday": (11, 27),
    "the clocks went forward": (3, 25), "the clocks go forward": (3, 25), "the clocks went back": (10, 25),
    "the clocks go back": (10, 25),
}  # fmt: skip
"""Days that are the first Sunday from a certain day on."""
_FEAST = re.compile(rf"(?<![^\W_])(?:{'|'.join([*_FEASTS, *_BY_EASTER, *_SUNDAYS])})(?![^\W_])", re.IGNORECASE)


@lru_cache(maxsize=4096)
def feasts_in(text: str) -> tuple[re.Match[str], ...]:
    """Return where a folded text names a feast."""
    return tuple(_FEAST.finditer(text))


@lru_cache(maxsize=1024)
def feast_day(name: str, year: int) -> date:
    """Return the day of a feast in a year; its name is in small letters."""
    if name in _BY_EASTER:
        return _easter(year) + timedelta(days=_BY_EASTER[name])
    if name in _SUNDAYS:
        month, number = _SUNDAYS[name]
        first = date(year, month, number)
        return first + timedelta(days=-(first.weekday() + 1) % 7)
    return date(year, *_FEASTS[name])


def _easter(year: int) -> date:
    """Return Easter Sunday by the Gregorian computus."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = epact + weekday - 7 * ((golden + 11 * epact + 22 * weekday) // 451) + 114
    return date(year, shift // 31, shift % 31 + 1)
