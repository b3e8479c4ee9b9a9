"""The cases of the FOI officer: opened, listed, read by a second person."""

import datetime as dt

import click

from lpgminutes import bootstrap
from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json, print_table, say
from lpgminutes.domain.cases import CaseSummary
from lpgminutes.domain.sayings.written_dates import short_date
from lpgminutes.errors import UsageError
from lpgminutes.services.ports import Store


@click.group()
def case() -> None:
    """Open and list the cases of requests for information."""


@case.command("open", epilog="Example: lpgminutes case open FOI2026/101 lpg/2019-06-27 --received 2026-07-03")
@click.argument("reference")
@click.argument("meetings", metavar="MEETING...", nargs=-1, required=True)
@click.option("--received", metavar="YYYY-MM-DD", help="The day it was received, which the time limit counts from.")
@click.option("--handler", default="", help="Who deals with it (else who is acting).")
@click.pass_obj
def case_open(session: Session, reference: str, meetings: tuple[str, ...], received: str | None, handler: str) -> None:
    """Open a case over the minutes of some meetings."""
    from lpgminutes.services.cases import NewCase, open_case

    day = _day(received) if received else None
    new = NewCase(reference=reference, meetings=meetings, received=day, handler=handler, law=bootstrap.house_law())
    store = session.opened()
    opened = open_case(store, new, who=session.who, today=bootstrap.today())
    click.echo(opened[0].reference)


@case.command("rename", epilog="Example: lpgminutes case rename FOI2026/101 FOI2026/110")
@click.argument("reference")
@click.argument("new")
@click.pass_obj
def case_rename(session: Session, reference: str, new: str) -> None:
    """Give a case another reference, over all its meetings, as long as nothing went out by it."""
    from lpgminutes.services.cases import rename_case

    store = session.opened()
    kept = rename_case(store, reference, new, who=session.who)
    click.echo(kept)


@case.command("list", epilog="Example: lpgminutes case list --json")
@click.option("--as-at", "as_at", metavar="YYYY-MM-DD", help="Days left on which day (else today).")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.pass_obj
def case_list(session: Session, as_at: str | None, *, as_json: bool) -> None:
    """List the cases, the most urgent first, with the working days that are left."""
    from lpgminutes.services.cases import cases

    store = session.opened()
    listed = cases(
        store,
        today=_day(as_at) if as_at else bootstrap.today(),
        working_days=bootstrap.working_days(),
        interchange=bootstrap.HouseInterchange(),
    )
    if as_json:
        print_json({"cases": [_json(summary) for summary in listed]})
        return
    print_table(
        ("CASE", "STATUS", "DUE", "LEFT", "HANDLER", "MEETINGS"),
        [_row(summary) for summary in listed],
        empty="There is no case yet: lpgminutes case open REFERENCE MEETING.",
    )


def _row(summary: CaseSummary) -> tuple[str, ...]:
    due = short_date(summary.due) if summary.due else "no receipt recorded"
    return (
        summary.reference,
        summary.status.value,
        due,
        "answered" if summary.is_answered else _left(summary.days_left),
        summary.handler,
        ", ".join(summary.meetings),
    )


def _left(days: int | None) -> str:
    if days is None:
        return ""
    if days == 0:
        return "due today"
    words = f"{abs(days)} working day{'' if abs(days) == 1 else 's'}"
    return f"late by {words}" if days < 0 else words


def _json(summary: CaseSummary) -> dict[str, object]:
    return {
        "case": summary.reference,
        "status": summary.status.value,
        "received": summary.received.isoformat() if summary.received else None,
        "due": summary.due.isoformat() if summary.due else None,
        "working_days_left": summary.days_left,
        "answered": summary.is_answered,
        "handler": summary.handler,
        "meetings": [
            {"meeting": ref, "status": status.value}
            for ref, status in zip(summary.meetings, summary.statuses, strict=True)
        ],
    }


def _day(written: str) -> dt.date:
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        raise UsageError(f"{written[:20]!r} is not a day: write it as 2026-07-03.") from None


def read_aloud(store: Store, session: Session, meeting: str, reference: str) -> None:
    """Print every text with what is withheld in it, and remember that it was read."""
    from lpgminutes.domain.internal_view import internal_view
    from lpgminutes.services.proposals import propose
    from lpgminutes.services.second_reading import visit_texts

    proposal = propose(store, meeting, reference, today=bootstrap.today(), interchange=bootstrap.HouseInterchange())
    for text in internal_view(proposal.original, proposal.located.spans):
        click.echo(f"{text.place.words()}: {text.written()}")
    visit_texts(store, meeting, reference, who=session.who)


def take_to_second_reading(store: Store, session: Session, meeting: str, reference: str) -> None:
    """Hand the case over to its second reader."""
    from lpgminutes.services.second_reading import ask_for_reading

    ask_for_reading(store, meeting, reference, who=session.who)
    say(f"{reference} waits for its second reading: somebody other than {session.who} reads and agrees.")


def agree_to_all(store: Store, session: Session, meeting: str, reference: str) -> bool:
    """Agree to everything that somebody else proposed; say what is still lacking, and return whether nothing is."""
    from lpgminutes.services.second_reading import agree, reading_state

    interchange = bootstrap.HouseInterchange()
    agree(store, meeting, reference, interchange=interchange, who=session.who, now=bootstrap.utc_now())
    state = reading_state(store, meeting, reference, interchange=interchange, who=session.who)
    if state.lacking:
        say(f"The withholdings are agreed one by one, and the second reading of {reference} is not complete:")
    for sentence in state.lacking:
        say(f"  {sentence}")
    if state.is_complete:
        say(f"{session.who} agreed to the whole set of {reference}; any change makes that void.")
    elif state.visited < state.to_visit:
        say(f"Read them first: lpgminutes --as '{session.who}' redact {meeting} --case {reference} --read --agree")
    return state.is_complete
