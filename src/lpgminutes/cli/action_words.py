"""Days as they are typed after an action's command."""

import datetime as dt

from lpgminutes.errors import UsageError


def read_day(written: str) -> dt.date:
    """Return the day of an option."""
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        raise UsageError(f"{written[:20]} is not a day: write it as 2019-08-01.") from None
