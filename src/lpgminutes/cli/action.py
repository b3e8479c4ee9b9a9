"""The commands that raise an action and show one, and their group; those that change some are in ``action_changes``."""

import click

from lpgminutes import bootstrap
from lpgminutes.cli.action_changes import change_commands
from lpgminutes.cli.action_output import detail_json, event_json, event_words
from lpgminutes.cli.action_pass import action_pass
from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json, print_table
from lpgminutes.domain.action_log.changes import NewAction
from lpgminutes.domain.action_log.lists import ActionDetail
from lpgminutes.domain.sayings.written_dates import short_date

_HEADS = ("WHEN", "WHO", "WHAT", "MEETING", "WHY")
_NOTHING = "Nothing has happened to it since it was minuted."


@click.group()
def action() -> None:
    """Raise an action, change one or many, show one with its history."""


for _command in (*change_commands(), action_pass):
    action.add_command(_command)


@action.command(
    "add",
    epilog="Example: lpgminutes action add --meeting lpg/2019-08-01 --minute 1.1 --owner 'Priya Nandakumar' "
    "--due 2019-08-30 'review the PBR position'",
)
@click.argument("text")
@click.option(
    "--meeting", required=True, metavar="MEETING", help="The meeting that raises it; its minutes are a draft."
)
@click.option("--minute", metavar="N", help="The number of the minute that raises it.")
@click.option("--owner", "owners", multiple=True, metavar="NAME", help="Who must do it; may be given several times.")
@click.option("--due", default="", metavar="WORDS", help="When it is due: a date, or words such as 'by Friday week'.")
@click.option("--as-written", is_flag=True, help="Keep the due date as words, without reading it.")
@click.option("--ref", metavar="REF", help="Its reference (else the next one of the body).")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_obj
def action_add(  # noqa: PLR0913 - as many as it has options
    session: Session,
    text: str,
    meeting: str,
    minute: str | None,
    owners: tuple[str, ...],
    due: str,
    ref: str | None,
    *,
    as_written: bool,
    as_json: bool,
) -> None:
    """Raise an action in the draft minutes of a meeting; owner and date may be missing."""
    from lpgminutes.services.action_dues import due_of_meeting
    from lpgminutes.services.action_log import action as looked_up
    from lpgminutes.services.action_log import add_action

    store = session.opened()
    day, words = None, due
    if due.strip() and not as_written:
        day, words = due_of_meeting(store, meeting, due, dates=bootstrap.house_dates(), today=bootstrap.today())
    new = NewAction(text=text, owners=owners, due=day, due_as_written=words, ref=ref)
    added = add_action(store, meeting, new, raised_in=minute, who=session.who)
    detail = looked_up(store, added.id or 0)
    if as_json:
        print_json(detail_json(detail, bootstrap.today()))
    else:
        click.echo(added.ref)


@action.command("show", epilog="Example: lpgminutes action show AP0619-03")
@click.argument("ref", metavar="REF")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_obj
def action_show(session: Session, ref: str, *, as_json: bool) -> None:
    """Show an action as minuted and as it is now, the minute that it stands in, and its history."""
    detail = _looked_up(session, ref)
    if as_json:
        print_json(detail_json(detail, bootstrap.today()))
        return
    for name, words in _shown(detail):
        click.echo(f"{name:<14}{words}")
    if detail.action.history:
        click.echo()
        print_table(_HEADS, [event_words(event) for event in detail.action.history], empty=_NOTHING)


@action.command("history", epilog="Example: lpgminutes action history AP0619-03 --json")
@click.argument("ref", metavar="REF")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_obj
def action_history(session: Session, ref: str, *, as_json: bool) -> None:
    """List everything that happened to an action since it was minuted, oldest first."""
    detail = _looked_up(session, ref)
    if as_json:
        print_json({"ref": detail.action.ref, "history": [event_json(event) for event in detail.action.history]})
        return
    print_table(_HEADS, [event_words(event) for event in detail.action.history], empty=_NOTHING)


def _looked_up(session: Session, ref: str) -> ActionDetail:
    from lpgminutes.services.action_log import action as looked_up

    return looked_up(session.opened(), ref)


def _shown(detail: ActionDetail) -> list[tuple[str, str]]:
    """Return what there is to say of an action, each with its name."""
    summary, minuted = detail.summary, detail.as_minuted
    due = short_date(summary.due) if summary.due else summary.due_as_written or "no date"
    slips = f"{summary.slips}, {summary.slip_days} days in all" if summary.slips else ""
    rows = [
        ("Reference", f"{summary.series_short_name}:{summary.ref}" if summary.ref else f"#{summary.id}"),
        ("Action", summary.text),
        ("As minuted", minuted.text if minuted.text != summary.text else ""),
        ("Owner", ", ".join(summary.owners) or "no owner"),
        ("Due", due),
        ("First due", short_date(summary.original_due) if summary.original_due not in {None, summary.due} else ""),
        ("Slips", slips),
        ("Status", summary.status.value),
        ("Raised in", f"{summary.meeting_ref} {summary.raised_in}".rstrip()),
        ("Last note", summary.last_note),
    ]
    return [(name, " ".join(words.split())) for name, words in rows if words]
