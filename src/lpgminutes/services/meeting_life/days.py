"""The day of a meeting, in the words in which people say it."""

import datetime as dt

from lpgminutes.domain.due_dates import DueKind
from lpgminutes.domain.sayings.written_dates import dates_in
from lpgminutes.errors import InputError
from lpgminutes.services.ports import DateReader


def meeting_day(phrase: str, *, today: dt.date, dates: DateReader) -> dt.date:
    """Return the day that a phrase names: a written date, past or to come, or words such as ``next Thursday``."""
    written = dates_in(phrase)
    if len(written) == 1:
        return written[0]
    reading = dates.read(phrase, on=today)
    if reading.kind is DueKind.ASK:
        raise InputError(" ".join(filter(None, (reading.question, reading.reading))))
    if reading.names_no_day:
        raise InputError(reading.reading)
    if reading.kind is not DueKind.DATE or reading.due is None:
        raise InputError("A date such as 27/6/2019, 2019-06-27, 27 June or next Thursday.")
    return reading.due
