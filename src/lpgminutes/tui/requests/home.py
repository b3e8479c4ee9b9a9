"""What the home screen asks."""

from typing import TYPE_CHECKING

from lpgminutes.tui.messages.home import HomeRead, SeriesAdded, SeriesRefused

if TYPE_CHECKING:
    from lpgminutes.domain.meetings import Series
    from lpgminutes.services.ports import Store
    from lpgminutes.tui.gateway import Asker


def read_home(asker: "Asker") -> None:
    """Read the series and the meetings; answered by ``HomeRead``."""
    asker.gateway.ask(asker, _home)


def add_series(asker: "Asker", series: "Series") -> None:
    """Store a series; answered by ``SeriesAdded`` or ``SeriesRefused``."""
    gateway = asker.gateway

    def job(store: "Store") -> SeriesAdded:
        from lpgminutes.services import meetings

        return SeriesAdded(meetings.add_series(store, series, who=gateway.who))

    gateway.ask(asker, job, lambda error: SeriesRefused(series, str(error)))


def _home(store: "Store") -> HomeRead:
    from lpgminutes.bootstrap import today
    from lpgminutes.domain.markings import strictest
    from lpgminutes.services import meetings

    series = meetings.all_series(store)
    listed = meetings.meetings(store, today=today())
    markings = {meeting.marking for meeting in listed}
    markings |= {body.marking.as_written for body in series if body.marking}
    return HomeRead(series, listed, strictest(markings), store.location())
