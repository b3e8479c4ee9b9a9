"""What was done: taking it back, doing it again, listing it."""

import click

from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json, print_table, say
from lpgminutes.domain.history import Change
from lpgminutes.errors import UsageError


@click.command(epilog="Example: lpgminutes undo --meeting lpg/2019-06-27")
@click.option("--meeting", "meeting_ref", metavar="MEETING", help="The latest change of this meeting.")
@click.option("--case", "reference", metavar="REF", help="With --meeting: of what this case of it withholds.")
@click.option("--json", "as_json", is_flag=True, help="Print the change as JSON.")
@click.pass_obj
def undo(session: Session, meeting_ref: str | None, reference: str | None, *, as_json: bool) -> None:
    """Take back the latest change; give it again for the one before."""
    from lpgminutes.services.case_history import undo_in_case
    from lpgminutes.services.records import undo as taken_back

    meeting, case = _asked_of(meeting_ref, reference)
    store = session.opened()
    if meeting and case:
        change = undo_in_case(store, meeting, case, who=session.who)
    else:
        change = taken_back(store, who=session.who, meeting=meeting)
    if as_json:
        print_json(_change(change))
    say(f"Took back: {change.what}{_of(change)}.")


@click.command(epilog="Example: lpgminutes redo --meeting lpg/2019-06-27")
@click.option("--meeting", "meeting_ref", metavar="MEETING", help="What was taken back last of this meeting.")
@click.option("--case", "reference", metavar="REF", help="With --meeting: of what this case of it withholds.")
@click.option("--json", "as_json", is_flag=True, help="Print the change as JSON.")
@click.pass_obj
def redo(session: Session, meeting_ref: str | None, reference: str | None, *, as_json: bool) -> None:
    """Do again what was taken back last."""
    from lpgminutes.services.case_history import redo_in_case
    from lpgminutes.services.records import redo as done_again

    meeting, case = _asked_of(meeting_ref, reference)
    store = session.opened()
    if meeting and case:
        change = redo_in_case(store, meeting, case, who=session.who)
    else:
        change = done_again(store, who=session.who, meeting=meeting)
    if as_json:
        print_json(_change(change))
    say(f"Did again: {change.what}{_of(change)}.")


def _asked_of(meeting: str | None, reference: str | None) -> tuple[str | None, str | None]:
    if reference and not meeting:
        raise UsageError("--case goes with --meeting: a request may reach over several.")
    return meeting, reference


def _of(change: Change) -> str:
    return f" of {change.meeting_ref}" if change.meeting_ref else ""


@click.command(epilog="Example: lpgminutes history --limit 5")
@click.option("--limit", default=20, show_default=True, help="How many changes at the most.")
@click.option("--meeting", "meeting_ref", metavar="MEETING", help="Only the changes of this meeting.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.pass_obj
def history(session: Session, limit: int, meeting_ref: str | None, *, as_json: bool) -> None:
    """List the latest changes, newest first: who did what, when."""
    from lpgminutes.services.records import changes

    store = session.opened()
    latest = changes(store, limit=limit, meeting=meeting_ref)
    if as_json:
        print_json({"changes": [_change(change) for change in latest]})
        return
    print_table(
        ("CHANGE", "WHEN (UTC)", "WHO", "WHAT", "MEETING"),
        [
            (
                str(change.number),
                change.at.strftime("%Y-%m-%d %H:%M:%S"),
                change.who,
                change.what + (f" (taken back by {change.undone_by})" if change.undone_by else ""),
                change.meeting_ref,
            )
            for change in latest
        ],
        empty="Nothing was done yet.",
    )


def _change(change: Change) -> dict[str, object]:
    return {
        "number": change.number,
        "at": change.at.isoformat(),
        "who": change.who,
        "what": change.what,
        "meeting": change.meeting_ref,
        "rows": change.rows,
        "undoes": change.undoes,
        "undone_by": change.undone_by,
    }
