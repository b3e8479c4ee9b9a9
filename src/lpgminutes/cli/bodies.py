"""The commands on the standing bodies."""

import click

from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json, print_table
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import SecondReading, Series
from lpgminutes.errors import UsageError


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

    store = session.opened(create=True)
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
    click.echo(added.short_name)


@series.command("set", epilog="Example: lpgminutes series set lpg --second-reading required")
@click.argument("short_name")
@click.option(
    "--second-reading",
    type=click.Choice([choice.value for choice in SecondReading]),
    help="Whether a release needs a second reader.",
)
@click.option("--review-to", metavar="WORDS", help="Whom to ask for an internal review, on the letters of releases.")
@click.option("--regulator", metavar="WORDS", help="Name and address of the regulator (else the one the law names).")
@click.pass_obj
def series_set(
    session: Session, short_name: str, second_reading: str | None, review_to: str | None, regulator: str | None
) -> None:
    """Change how a body works, and what the letters of its releases say."""
    from lpgminutes.services.bodies import set_letters
    from lpgminutes.services.meetings import set_second_reading

    if second_reading is None and review_to is None and regulator is None:
        raise UsageError("Say what to set: --second-reading, --review-to or --regulator.")
    store = session.opened()
    if second_reading is not None:
        set_second_reading(store, short_name, SecondReading(second_reading), who=session.who)
    if review_to is not None or regulator is not None:
        set_letters(store, short_name, review_to=review_to, regulator=regulator, who=session.who)
    click.echo(short_name)


@series.command("list", epilog="Example: lpgminutes series list --json")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.pass_obj
def series_list(session: Session, *, as_json: bool) -> None:
    """List the standing bodies."""
    from lpgminutes.services.meetings import all_series

    store = session.opened()
    bodies = all_series(store)
    rows = [(body.short_name, body.name, body.marking.as_written if body.marking else "") for body in bodies]
    if as_json:
        print_json({"series": [dict(zip(("short_name", "name", "marking"), row, strict=True)) for row in rows]})
        return
    print_table(("SERIES", "NAME", "MARKING"), rows, empty="There is no body yet: lpgminutes series add.")


@series.command("phrase", epilog='Example: lpgminutes series phrase lpg agreed "The group agreed."')
@click.argument("short_name")
@click.argument("key", required=False)
@click.argument("text", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the phrases as JSON.")
@click.pass_obj
def series_phrase(session: Session, short_name: str, key: str | None, text: str | None, *, as_json: bool) -> None:
    """List the house phrases of a body, or set one: typed as ;agreed, it stands for its text.

    An empty text takes a key out.
    """
    from lpgminutes.services.bodies import phrases, set_phrase

    if key is not None and text is None:
        raise UsageError('Give the text as well, or "" to take the key out.')
    store = session.opened()
    kept = (
        phrases(store, short_name) if key is None else set_phrase(store, short_name, key, text or "", who=session.who)
    )
    if as_json:
        print_json({"phrases": [{"key": phrase.key, "text": phrase.text} for phrase in kept]})
        return
    print_table(("KEY", "TEXT"), [(f";{phrase.key}", phrase.text) for phrase in kept], empty="There are no phrases.")


@series.command("quorum", epilog="Example: lpgminutes series quorum lpg 1/3")
@click.argument("short_name")
@click.argument("rule")
@click.pass_obj
def series_quorum(session: Session, short_name: str, rule: str) -> None:
    """Set the quorum of a body: a number of members or a share of them, such as 5, 1/3, half or 5 in person."""
    from lpgminutes.services.bodies import set_quorum

    store = session.opened()
    kept = set_quorum(store, short_name, rule, who=session.who)
    click.echo(kept.quorum)
