"""The command of the chair: the actions that are asked for, overdue first, as a table, as JSON or as a file."""

import datetime as dt
from dataclasses import replace as changed
from pathlib import Path

import click

from lpgminutes import bootstrap
from lpgminutes.cli.action_output import summary_json
from lpgminutes.cli.action_words import read_day
from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json, say
from lpgminutes.cli.query_words import QueryCommand
from lpgminutes.domain.action_log.query import ActionListing, ActionQuery, InSeries, Scope, SortBy, Term
from lpgminutes.domain.action_log.views import EVERY, ActionView, view_called, views_with
from lpgminutes.errors import UsageError
from lpgminutes.services.ports import Store

_EMPTY = "There is no outstanding action; --all lists those that are done as well."
_SORTS = click.Choice([sort.value for sort in SortBy])


@click.command(
    cls=QueryCommand,
    epilog="Example: lpgminutes actions 'owner:pri due<1aug -plan' --sort slips --as-at 2019-08-01 -o action-log.docx",
)
@click.argument("query", nargs=-1)
@click.option("--series", metavar="NAME", help="Only the actions of this body.")
@click.option("--all", "everything", is_flag=True, help="Those that are done as well.")
@click.option("--as-at", "as_at", metavar="YYYY-MM-DD", help="The log as it was at the end of a day.")
@click.option("--view", metavar="NAME|NUMBER", help="What a saved view asks, such as overdue; QUERY narrows it.")
@click.option("--sort", type=_SORTS, help="What comes first (else what is overdue, or as the view says).")
@click.option("--reverse", "is_reversed", is_flag=True, help="The other way round.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the log as .docx, .xlsx, .csv or .ics.")
@click.option("--replace", is_flag=True, help="Replace the file when it is there.")
@click.option("--figures", is_flag=True, help="Print age, lateness and slips by owner.")
@click.pass_obj
def actions(  # noqa: PLR0913 - as many as it has options
    session: Session,
    query: tuple[str, ...],
    series: str | None,
    as_at: str | None,
    view: str | None,
    sort: str | None,
    output: Path | None,
    *,
    everything: bool,
    is_reversed: bool,
    as_json: bool,
    replace: bool,
    figures: bool,
) -> None:
    """List the actions that QUERY asks for, overdue first, or write them as the action log.

    QUERY: words to look for, "two words" in quotes, -word, overdue, open, closed, all, owner:pri, due<1aug,
    closed>last, before:next, slips>1, age>20, raised:3.1, series:lpg, meeting:lpg/2019-06, status:complete, no:owner,
    no:due. Without a word on their state the outstanding ones are listed.
    """
    day = read_day(as_at) if as_at else bootstrap.today()
    if output is not None:
        _refuse_other_suffix(output)
    shown = _view(view) if view else EVERY
    asked = asked_for(" ".join((shown.query, *query)), day, session)
    if everything:
        asked = changed(asked, scope=Scope.ALL)
    if series is not None:
        asked = changed(asked, terms=(*asked.terms, Term(InSeries(series.strip().casefold(), is_whole=True))))
    listing = ActionListing(
        query=asked,
        sort=SortBy(sort) if sort else shown.sort,
        is_reversed=is_reversed is not (shown.is_reversed and sort is None),
        as_at=day if as_at else None,
    )
    store = session.opened()
    if output is not None:
        _write(store, listing, output, most=shown.most, replace=replace)
    if figures:
        _print_figures(store, listing, most=shown.most, as_json=as_json)
    elif as_json or output is None:
        _print(store, listing, most=shown.most, series=series, as_json=as_json)


def _view(name: str) -> ActionView:
    """Return a view of this user's, or a shipped one."""
    return view_called(name, views_with(bootstrap.own_views().read()))


def asked_for(words: str, day: dt.date, session: Session) -> ActionQuery:
    """Read the words of a query; the first that is not understood is refused."""
    from lpgminutes.services.action_lists import read_query, understood

    if not words.strip():
        return ActionQuery(today=day)
    reading = read_query(
        words, today=day, dates=bootstrap.house_dates(), working_days=bootstrap.working_days(), me=session.who
    )
    return understood(reading, words).query


def _refuse_other_suffix(output: Path) -> None:
    from lpgminutes.documents.action_log import SUFFIXES

    if output.suffix.lower() not in SUFFIXES:
        listed = f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"
        raise UsageError(f"{output.name} does not say which kind of file to write: end it in {listed}.")


def _write(store: Store, listing: ActionListing, output: Path, *, most: int | None, replace: bool) -> None:
    from lpgminutes.documents.action_log import render_action_log
    from lpgminutes.files import write_new
    from lpgminutes.services.action_lists import log_of

    log, suffix = log_of(store, listing, most=most), output.suffix.lower()
    write_new(output, render_action_log(log, suffix), replace=replace)
    say(f"Wrote {output}.")
    if suffix == ".ics" and (undated := log.undated):
        say(f"{undated} of the actions {'has' if undated == 1 else 'have'} no due date and so no place in a calendar.")


def _print_figures(store: Store, listing: ActionListing, *, most: int | None, as_json: bool) -> None:
    from lpgminutes.cli.action_figures import print_figures
    from lpgminutes.services.action_lists import log_of

    print_figures(log_of(store, listing, most=most), as_json=as_json)


def _print(store: Store, listing: ActionListing, *, most: int | None, series: str | None, as_json: bool) -> None:
    from lpgminutes.services.action_lists import listed, refuse_unknown_series

    found, day = listed(store, listing, most=most), listing.query.today
    if not found and series is not None:
        refuse_unknown_series(store, series)
    if as_json:
        print_json({"as_at": day.isoformat(), "actions": [summary_json(one, day) for one in found]})
        return
    from lpgminutes.cli.action_table import print_actions

    print_actions(found, day, empty=_why_none(listing.query))


def _why_none(query: ActionQuery) -> str:
    """Say why a list is empty, and what fills it."""
    if query.terms or query.scope is Scope.SETTLED:
        return "No action is as asked for."
    return "There is no action yet." if query.scope is Scope.ALL else _EMPTY
