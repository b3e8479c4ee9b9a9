"""The commands on suggestions of what to withhold: take them up, or dismiss them for a body."""

from itertools import groupby
from typing import Any

import click

from lpgminutes import bootstrap
from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json, print_table, say
from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.suggesting import Suggestion
from lpgminutes.services.ports import Store

_REFERENCE = click.option("--case", "reference", required=True, metavar="REF", help="The reference of the request.")
_MOST_PLACES = 4


def print_suggestions(store: Store, meeting: str, reference: str, *, as_json: bool) -> None:
    """Print what might have to be withheld and is still open."""
    offered = _offered(store, meeting, reference)
    if as_json:
        print_json({"suggestions": [_json(one) for one in offered]})
        return
    for heading, group in groupby(offered, key=_heading):
        click.echo(heading)
        print_table(
            ("ID", "TEXT", "UNDER", "WHERE"),
            [(one.id, one.text, _under(one), _where(one)) for one in group],
            empty="",
        )
        click.echo()
    say("Nothing is withheld by this: case take and case dismiss decide, and what is not listed may matter too.")


def _heading(one: Suggestion) -> str:
    return f"{'[likely]' if one.is_likely else '[look]'} {one.kind.value}: {one.reason}"


def _offered(store: Store, meeting: str, reference: str) -> tuple[Suggestion, ...]:
    from lpgminutes.services.suggestions import suggestions

    return suggestions(store, meeting, reference, recogniser=bootstrap.house_recogniser(), law=bootstrap.house_law())


def _under(one: Suggestion) -> str:
    return ", ".join(exemption.citation() for exemption in one.rules[0].grounds.exemptions)


def _where(one: Suggestion) -> str:
    places = list(dict.fromkeys(stretch.place.words() for stretch in one.stretches))
    more = len(places) - _MOST_PLACES
    return "; ".join(places[:_MOST_PLACES]) + (f"; and {more} more" if more > 0 else "")


def _json(one: Suggestion) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "text": one.text,
        "likely": one.is_likely,
        "reason": one.reason,
        "citation": [exemption.citation() for exemption in one.rules[0].grounds.exemptions],
        "withholds": [rule.words() for rule in one.rules],
        "places": [
            {"place": stretch.place.words(), "start": stretch.start, "end": stretch.end, "text": stretch.text}
            for stretch in one.stretches
        ],
    }


@click.command("take", epilog="Example: lpgminutes case take lpg/2019-06-27 person email --case FOI2026/101")
@click.argument("meeting")
@click.argument("wanted", metavar="ID|KIND...", nargs=-1, required=True)
@_REFERENCE
@click.option(
    "--exemption", "exemptions", multiple=True, help="Under this and not what is offered; may be given again."
)
@click.pass_obj
def case_take(
    session: Session, meeting: str, wanted: tuple[str, ...], reference: str, exemptions: tuple[str, ...]
) -> None:
    """Propose to withhold what redact --suggest lists: by id, or all of a kind."""
    from lpgminutes.services.suggestions import chosen, take

    under = tuple(read_exemption(cited, bootstrap.house_law()) for cited in exemptions)
    store = session.opened()
    taken = chosen(_offered(store, meeting, reference), wanted)
    take(store, meeting, reference, taken, exemptions=under, who=session.who)
    places = sum(len(one.stretches) for one in taken)
    say(f"Proposed by {session.who}: {_count(len(taken), 'suggestion')}, in {_count(places, 'place')}.")


@click.command("dismiss", epilog="Example: lpgminutes case dismiss lpg/2019-06-27 3fa2c1 role --case FOI2026/101")
@click.argument("meeting")
@click.argument("unwanted", metavar="ID|KIND...", nargs=-1, required=True)
@_REFERENCE
@click.pass_obj
def case_dismiss(session: Session, meeting: str, unwanted: tuple[str, ...], reference: str) -> None:
    """Suggest something no more, in this case and in all others of the body: by id, or all of a kind that is listed."""
    from lpgminutes.services.suggestions import chosen, dismiss

    store = session.opened()
    refused = chosen(_offered(store, meeting, reference), unwanted)
    dismiss(store, meeting, reference, refused, who=session.who)
    dismissed = _count(len(refused), "suggestion")
    say(f"Dismissed {dismissed}; undo takes that back, case dismissed lists all, and its --restore brings one back.")


@click.command("dismissed", epilog="Example: lpgminutes case dismissed lpg --restore 3fa2c1")
@click.argument("series")
@click.option("--restore", "ids", multiple=True, metavar="ID", help="Suggest this again; may be given again.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.pass_obj
def case_dismissed(session: Session, series: str, ids: tuple[str, ...], *, as_json: bool) -> None:
    """List what a body does not want suggested again."""
    from lpgminutes.services.suggestions import dismissed, restore

    store = session.opened()
    kept = restore(store, series, ids, who=session.who) if ids else dismissed(store, series)
    if as_json:
        print_json({"dismissed": [{"id": one.id, "kind": one.kind.value, "text": one.text} for one in kept]})
        return
    print_table(
        ("ID", "KIND", "TEXT"), [(one.id, one.kind.value, one.text) for one in kept], empty="Nothing is dismissed."
    )


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


COMMANDS: tuple[click.Command, ...] = (case_take, case_dismiss, case_dismissed)
"""What the group of the cases gains."""
