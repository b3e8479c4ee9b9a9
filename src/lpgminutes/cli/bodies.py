"""The commands on the standing bodies."""

import click

from lpgminutes import bootstrap
from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json, print_table
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import SecondReading, Series


@click.group()
def series() -> None:
    """List and add the standing bodies."""


@series.command("add", epilog='Example: lpgminutes series add lpg "Lot Performance Group" --marking OFFICIAL')
@click.argument("short_name")
@click.argument("name")
@click.option("--marking", help="The marking that its meetings start with.")
@click.option("--references", metavar="PATTERN", help="The pattern of its action references, as AP{mm}{yy}-{nn}.")
@click.option("--item", "agenda", multiple=True, help="A title of its agenda; may be given several times.")
@click.pass_obj
def series_add(
    session: Session,
    short_name: str,
    name: str,
    marking: str | None,
    references: str | None,
    agenda: tuple[str, ...],
) -> None:
    """Add a standing body."""
    from lpgminutes.services.meetings import add_series

    store = bootstrap.open_store(session.location, create=True)
    added = add_series(
        store,
        Series(
            short_name=short_name,
            name=name,
            marking=read_marking(marking) if marking else None,
            action_reference=references,
            agenda=agenda,
        ),
        who=session.who,
    )
    store.close()
    click.echo(added.short_name)


@series.command("set", epilog="Example: lpgminutes series set lpg --second-reading required")
@click.argument("short_name")
@click.option(
    "--second-reading",
    type=click.Choice([choice.value for choice in SecondReading]),
    required=True,
    help="Whether a release needs a second reader.",
)
@click.pass_obj
def series_set(session: Session, short_name: str, second_reading: str) -> None:
    """Change how a body works."""
    from lpgminutes.services.meetings import set_second_reading

    store = bootstrap.open_store(session.location)
    changed = set_second_reading(store, short_name, SecondReading(second_reading), who=session.who)
    store.close()
    click.echo(changed.short_name)


@series.command("list", epilog="Example: lpgminutes series list --json")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.pass_obj
def series_list(session: Session, *, as_json: bool) -> None:
    """List the standing bodies."""
    from lpgminutes.services.meetings import all_series

    store = bootstrap.open_store(session.location)
    bodies = all_series(store)
    store.close()
    rows = [(body.short_name, body.name, body.marking.as_written if body.marking else "") for body in bodies]
    if as_json:
        print_json({"series": [dict(zip(("short_name", "name", "marking"), row, strict=True)) for row in rows]})
        return
    print_table(("SERIES", "NAME", "MARKING"), rows, empty="There is no body yet: lpgminutes series add.")
