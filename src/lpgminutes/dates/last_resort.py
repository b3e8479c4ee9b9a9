"""What our own grammar cannot read goes to dateparser, whose answer is taken only when it is a whole date."""

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_WORTH_ASKING = re.compile(r"(?=.*\d)(?=.*[^\W\d_]{3})")
"""Without a figure and a word there is no date left to read, and dateparser is not loaded."""
_BASES = (dt.datetime(2001, 2, 3), dt.datetime(2031, 11, 27))  # noqa: DTZ001 - dateparser takes a base without a zone
"""Two days far apart: a whole date is the same from both, and whatever is relative or guessed is not."""
_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")


def whole_date(phrase: str) -> dt.date | None:
    """Return a date whose day and year stand in the phrase, the same on whatever day it is said."""
    if not _WORTH_ASKING.search(phrase):
        return None
    readings = {_parsed(phrase, base) for base in _BASES}
    found = readings.pop()
    if readings or found is None:
        return None
    return found if {found.day, found.year} <= {int(number) for number in _NUMBER.findall(phrase)} else None


def _parsed(phrase: str, base: dt.datetime) -> dt.date | None:
    try:
        found = _parser(base).get_date_data(phrase).date_obj
    except Exception:  # noqa: BLE001 - whatever another's parser trips over is not a date
        return None
    return found.date() if found is not None and found.tzinfo is None else None


@lru_cache(maxsize=len(_BASES))
def _parser(base: dt.datetime) -> "DateDataParser":
    """Return the parser that reckons from a day; making one is what costs."""
    from dateparser.date import DateDataParser

    return DateDataParser(
        locales=["en-GB"],
        settings={
            "DATE_ORDER": "DMY",
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": base,
            "PARSERS": ["relative-time", "absolute-time"],
        },
    )
