"""What the screen of the action log asks. Its questions are numbered: one that is stale by its turn is not put."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from lpgminutes.tui.messages.action_log import (
    ActionDetailRead,
    ActionPageRead,
    ActionsListed,
    ActionsTallied,
    AgesKnown,
    AllListed,
    Asked,
    FiguresRead,
    QuestionStale,
    ViewRefused,
    ViewsRead,
)
from lpgminutes.tui.widgets.paged_list import PAGE

if TYPE_CHECKING:
    import datetime as dt

    from textual.message import Message

    from lpgminutes.domain.action_log.query import ActionListing
    from lpgminutes.domain.action_log.query_reading import QueryReading
    from lpgminutes.domain.action_log.views import ActionView
    from lpgminutes.services.ports import Store
    from lpgminutes.tui.gateway import Asker

IsStale = Callable[[], bool]

_YEARS_BACK = 10
"""Actions are seldom older than that; what is older has its holidays loaded when it is shown."""


def read_list(asker: "Asker", asked: Asked, serial: int, *, near: int, is_stale: IsStale) -> None:
    """Read the page of a list around a place; answered by ``ActionsListed`` or ``QuestionStale``.

    What of the query is not understood is left out and said: a list never goes away because of half a word.
    """
    gateway = asker.gateway

    def job(store: "Store") -> "Message":
        if is_stale():
            return QuestionStale()
        from lpgminutes.domain.action_log.query import ActionListing
        from lpgminutes.services.action_listing import stretch_around

        reading = _read(asked, gateway.who)
        listing = ActionListing(query=reading.query, sort=asked.sort, is_reversed=asked.is_reversed, as_at=asked.as_at)
        stretch = stretch_around(store, listing, near=near, limit=PAGE, most=asked.most)
        problem = reading.problems[0].sentence if reading.problems else ""
        return ActionsListed(serial, asked, listing, stretch, problem)

    gateway.ask(asker, job)


def read_more(asker: "Asker", listing: "ActionListing", serial: int, *, start: int, most: int | None) -> None:
    """Read another page of a list; answered by ``ActionPageRead``."""

    def job(store: "Store") -> ActionPageRead:
        from lpgminutes.services.action_listing import stretch_around

        return ActionPageRead(serial, stretch_around(store, listing, near=start, limit=PAGE, most=most))

    asker.gateway.ask(asker, job)


def read_tally(asker: "Asker", listing: "ActionListing", serial: int, *, most: int | None, is_stale: IsStale) -> None:
    """Count a list as a whole; answered by ``ActionsTallied``, or by ``QuestionStale`` as soon as that is so."""

    def job(store: "Store") -> "Message":
        from lpgminutes.services.action_listing import tally
        from lpgminutes.services.ports import NoLongerWanted

        try:
            return ActionsTallied(serial, tally(store, listing, most=most, is_unwanted=is_stale))
        except NoLongerWanted:
            return QuestionStale()

    asker.gateway.ask(asker, job)


def read_all_ids(asker: "Asker", listing: "ActionListing", serial: int, *, most: int | None) -> None:
    """Read the ids of a whole list; answered by ``AllListed``."""

    def job(store: "Store") -> AllListed:
        from lpgminutes.services.action_lists import ids

        return AllListed(serial, ids(store, listing)[:most])

    asker.gateway.ask(asker, job)


def read_figures(asker: "Asker", listing: "ActionListing") -> None:
    """Read the figures of a list; answered by ``FiguresRead``."""

    def job(store: "Store") -> FiguresRead:
        from lpgminutes.services.action_figures import figures_of_log
        from lpgminutes.services.action_lists import listed

        return FiguresRead(figures_of_log(listed(store, listing), listing.as_at or listing.query.today))

    asker.gateway.ask(asker, job)


def read_detail(asker: "Asker", action_id: int) -> None:
    """Read one action whole; answered by ``ActionDetailRead``."""

    def job(store: "Store") -> ActionDetailRead:
        from lpgminutes.services.action_log import action

        return ActionDetailRead(action(store, action_id))

    asker.gateway.ask(asker, job)


def learn_working_days(asker: "Asker", *, today: "dt.date") -> None:
    """Load the bank holidays and the reader of dates, beside the screen; answered by ``AgesKnown``."""

    def job(store: "Store") -> AgesKnown:  # noqa: ARG001 - as every job
        from lpgminutes.bootstrap import house_dates, working_days

        counted = working_days()
        for year in range(today.year - _YEARS_BACK, today.year + 1):
            counted.holidays_in(year)
        house_dates().read("next Friday", on=today)
        return AgesKnown(counted)

    asker.gateway.ask(asker, job)


def read_views(asker: "Asker") -> None:
    """Read a person's own views; answered by ``ViewsRead``."""

    def job(store: "Store") -> ViewsRead:  # noqa: ARG001 - as every job
        from lpgminutes.bootstrap import own_views

        return ViewsRead(own_views().read())

    asker.gateway.ask(asker, job)


def keep_view(asker: "Asker", key: int, view: "ActionView | None") -> None:
    """Save a view on a number, or take it off; answered by ``ViewsRead`` or ``ViewRefused``."""

    def job(store: "Store") -> ViewsRead:  # noqa: ARG001 - as every job
        from lpgminutes.bootstrap import own_views

        return ViewsRead(own_views().keep(key, view), kept=key)

    asker.gateway.ask(asker, job, lambda error: ViewRefused(key, view, str(error)))


def _read(asked: Asked, me: str) -> "QueryReading":
    from lpgminutes.bootstrap import house_dates, working_days
    from lpgminutes.services.action_lists import read_query

    today = asked.as_at or asked.today
    return read_query(asked.query, today=today, dates=house_dates(), working_days=working_days(), me=me)
