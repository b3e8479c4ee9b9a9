"""The command that says whose turn it is: the guided pass, for who works without the screens."""

import click

from lpgminutes import bootstrap
from lpgminutes.cli.action_output import summary_json
from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json, print_table, say
from lpgminutes.services.action_pass import ActionAtHand, ActionPass

_HEADS = ("ACTION", "OWNER", "LATE", "SLIPS", "LAST NOTE", "TEXT")


@click.command("pass", epilog="Example: lpgminutes action pass lpg/2019-08-01")
@click.argument("meeting", metavar="MEETING")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_obj
def action_pass(session: Session, meeting: str, *, as_json: bool) -> None:
    """List the open actions that a meeting has yet to speak of, in the chair's order, and whose owner is here.

    An action has had its turn when something was recorded of it with --meeting; with --minuted the minutes say so too.
    """
    from lpgminutes.services.action_pass import actions_at_hand, begin_pass

    store = session.opened()
    through = begin_pass(store, meeting, today=bootstrap.today())
    waiting = actions_at_hand(store, through)
    if as_json:
        print_json(
            {
                "meeting": through.meeting.ref,
                "total": through.total,
                "spoken_of": through.spoken_of,
                "waiting": [
                    {
                        **summary_json(one.summary, through.on),
                        "presence": [{"owner": o.owner, "presence": o.presence.value} for o in one.owners],
                    }
                    for one in waiting
                ],
            }
        )
        return
    say(f"{through.spoken_of} of {through.total} have had their turn at {through.meeting.ref}.")
    print_table(_HEADS, [_row(one, through) for one in waiting], empty="No action waits for this meeting.")


def _row(one: ActionAtHand, through: ActionPass) -> tuple[str, ...]:
    summary = one.summary
    late = summary.days_overdue(through.on)
    return (
        summary.ref or f"#{summary.id}",
        "; ".join(owner.words for owner in one.owners) or "no owner",
        f"{late} day{'' if late == 1 else 's'}" if late else "",
        str(summary.slips or ""),
        " ".join(summary.last_note.split()),
        " ".join(summary.text.split()),
    )
