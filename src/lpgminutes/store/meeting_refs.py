"""How the ref of a meeting is written: ``lpg/2019-06-27``, and ``lpg/2019-06-27-2`` for the second one of a day."""

import datetime as dt

UNDATED = "undated"


def to_ref(short_name: str, date: dt.date | None, serial: int) -> str:
    """Return the ref of a meeting."""
    day = date.isoformat() if date else UNDATED
    return f"{short_name}/{day}" + (f"-{serial}" if serial > 1 else "")
