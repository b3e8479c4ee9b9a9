"""The commands that change actions: one or many at once, taken back as one."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple

import click

from lpgminutes import bootstrap
from lpgminutes.cli.action_output import detail_json
from lpgminutes.cli.action_words import read_day
from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json, say
from lpgminutes.domain.action_log import changes
from lpgminutes.domain.actions import Action
from lpgminutes.errors import UsageError
from lpgminutes.services.ports import Store


class _Kind(NamedTuple):
    change: type[changes.ActionChange]
    help: str
    example: str
    options: tuple[click.Option, ...]


def _words(name: str, help_text: str, *, required: bool = False) -> click.Option:
    if required:
        return click.Option([f"--{name}"], required=True, help=help_text)
    return click.Option([f"--{name}"], default="", help=help_text)


_WHY = _words("why", "The reason, for the history.")
_REASON = _words("why", "The reason, for the history.", required=True)
_SAID = _words("note", "What the owner says.")

_KINDS = {
    "start": _Kind(changes.Start, "Say that the owner has begun.", "AP0619-03 --note 'a draft is out'", (_SAID,)),
    "complete": _Kind(
        changes.MarkComplete,
        "Say that the owner calls it done; the meeting has yet to agree.",
        "AP0619-03 --note 'sent on 12 July'",
        (_SAID,),
    ),
    "close": _Kind(
        changes.Close,
        "Close actions: the meeting agrees that they are done.",
        "AP0619-01 AP0619-02 --meeting lpg/2019-08-01 --evidence 'Tom attended'",
        (_words("evidence", "What shows that it is done."),),
    ),
    "carry": _Kind(
        changes.CarryForward,
        "Carry actions forward: the meeting looked at them and keeps them open.",
        "AP0619-03 --meeting lpg/2019-08-01",
        (_WHY,),
    ),
    "redate": _Kind(
        changes.Redate,
        "Give actions another due date; the first one stays on record.",
        "AP0619-03 --due 2019-08-30 --why 'waiting for HR'",
        (
            _words("due", "The new date: a day, or words such as 'by Friday week'.", required=True),
            click.Option(["--as-written"], is_flag=True, help="Keep the date as words, without reading it."),
            _WHY,
        ),
    ),
    "reassign": _Kind(
        changes.Reassign,
        "Give actions other owners; without --owner they have none.",
        "AP0619-03 --owner 'Sam Okafor' --why 'Priya is on leave'",
        (
            click.Option(["--owner", "owners"], multiple=True, metavar="NAME", help="May be given several times."),
            _WHY,
        ),
    ),
    "reword": _Kind(
        changes.Reword,
        "Say actions in other words; the words as minuted stay on record.",
        "AP0619-03 --text 'review the position of both Lots'",
        (_words("text", "The new words.", required=True), _WHY),
    ),
    "note": _Kind(
        changes.AddNote,
        "Add a note to actions.",
        "AP0619-03 --text 'chased on 12 July'",
        (_words("text", "What there is to say.", required=True),),
    ),
    "transfer": _Kind(
        changes.Transfer,
        "Hand actions over to another forum or log.",
        "AP0619-03 --to 'the Estates Board' --why 'it owns the leases'",
        (_words("to", "Who takes it over.", required=True), _WHY),
    ),
    "supersede": _Kind(
        changes.Supersede,
        "Say that another action takes the place of these.",
        "AP0619-03 --by AP0819-01",
        (_words("by", "The reference of the other action.", required=True), _WHY),
    ),
    "withdraw": _Kind(
        changes.Withdraw,
        "Withdraw actions that are no longer needed.",
        "AP0619-03 --why 'the Lot has closed'",
        (_REASON,),
    ),
    "reject": _Kind(
        changes.Reject, "Say that the owner does not take actions on.", "AP0619-03 --why 'not ours to do'", (_REASON,)
    ),
    "reopen": _Kind(
        changes.Reopen, "Open actions again that were done with.", "AP0619-03 --why 'the report was empty'", (_REASON,)
    ),
}


def change_commands() -> Iterator[click.Command]:
    """Yield a command for each change."""
    for name, kind in _KINDS.items():
        yield click.Command(
            name,
            params=[*_shared(), *kind.options],
            callback=click.pass_obj(_runner(kind)),
            help=kind.help,
            epilog=f"Example: lpgminutes action {name} {kind.example}",
        )


def _shared() -> tuple[click.Parameter, ...]:
    return (
        click.Argument(["refs"], nargs=-1, required=True, metavar="REF..."),
        click.Option(
            ["--on"], metavar="YYYY-MM-DD", help="The day on which it was done (else the meeting's, or today)."
        ),
        click.Option(["--meeting"], default="", metavar="MEETING", help="The meeting at which it was done."),
        click.Option(
            ["--minuted"], is_flag=True, help="Draft it into the action points of that meeting's minutes as well."
        ),
        click.Option(["--json", "as_json"], is_flag=True, help="Print what became of them as JSON."),
    )


class _Asked(NamedTuple):
    """What every change asks for besides its own words."""

    refs: tuple[str, ...]
    on: str | None
    meeting: str
    minuted: bool
    as_json: bool


def _runner(kind: _Kind) -> Any:  # noqa: ANN401 - click takes any callable
    def run(session: Session, **options: Any) -> None:  # noqa: ANN401 - what the options of this change hold
        asked = _Asked(*(options.pop(name) for name in _Asked._fields))
        if asked.minuted and not asked.meeting:
            raise UsageError("It is not said where to minute it: name the meeting with --meeting.")
        _run(session.opened(), asked, kind, options, who=session.who)

    return run


def _run(store: Store, asked: _Asked, kind: _Kind, said: dict[str, Any], *, who: str) -> None:
    """Do the change and print what became of the actions."""
    from lpgminutes.services.action_log import action

    given = read_day(asked.on) if asked.on else None
    day = given or _day_of(store, asked.meeting) or bootstrap.today()
    changed = _changed(store, asked, _made(store, asked, kind, said, day), who=who, on=day)
    details = [action(store, one.id or 0) for one in changed]
    if asked.as_json:
        print_json({"actions": [detail_json(detail, bootstrap.today()) for detail in details]})
        return
    for detail in details:
        click.echo(f"{detail.summary.ref or f'#{detail.summary.id}'}: {detail.summary.status.value}")


def _made(store: Store, asked: _Asked, kind: _Kind, said: dict[str, Any], day: dt.date) -> changes.ActionChange:
    """Return the change that the options say; a new due date is read as it is said on the day."""
    if kind.change is changes.Redate:
        from lpgminutes.services.action_dues import due_of_actions

        due: tuple[dt.date | None, str] = (None, said["due"])
        if not said.pop("as_written"):
            due = due_of_actions(store, asked.refs, said["due"], dates=bootstrap.house_dates(), on=day)
        said["due"], said["due_as_written"] = due
    return kind.change(**said)


def _changed(store: Store, asked: _Asked, change: changes.ActionChange, *, who: str, on: dt.date) -> tuple[Action, ...]:
    from lpgminutes.services.action_log import change_actions
    from lpgminutes.services.action_pass import record_outcome

    if not asked.minuted:
        return change_actions(store, asked.refs, change, who=who, on=on, meeting=asked.meeting)
    outcomes = record_outcome(store, asked.meeting, asked.refs, change, who=who, on=on)
    for outcome in outcomes:
        say(f"Minute {outcome.number}: {outcome.point.label}: {outcome.point.text}")
    return tuple(outcome.action for outcome in outcomes)


def _day_of(store: Store, meeting: str) -> dt.date | None:
    """Return the day of the meeting at which something was done."""
    from lpgminutes.services.meetings import meeting as looked_up

    return looked_up(store, meeting).date if meeting else None
