"""Days and due dates as they are typed after an action's command."""

import datetime as dt

from lpgminutes.errors import InputError, UsageError


def read_day(written: str) -> dt.date:
    """Return the day of an option."""
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        raise UsageError(f"{written[:20]} is not a day: write it as 2019-08-01.") from None


def read_due(written: str, *, as_written: bool) -> tuple[dt.date | None, str]:
    """Return a due date as read, and its words; what is no date is refused unless it is to be kept as words."""
    if as_written or not written.strip():
        return None, written.strip()
    try:
        return dt.date.fromisoformat(written.strip()), ""
    except ValueError:
        raise InputError(
            f"{written[:40]} is not read as a date: write it as 2019-08-01, or add --as-written to keep the words."
        ) from None
