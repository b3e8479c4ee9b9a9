"""The commands that lead from one meeting to the next."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import Any

import click

from lpgminutes import bootstrap
from lpgminutes.cli.action_words import read_day
from lpgminutes.cli.commands import Session
from lpgminutes.cli.meeting_head import meeting_set
from lpgminutes.cli.meeting_output import change_value, check_value, planned_value, version_value
from lpgminutes.cli.output import print_json, print_table, say
from lpgminutes.domain.markings import read_marking
from lpgminutes.errors import NotFoundError, UsageError


@click.group()
def meeting() -> None:
    """Start meetings, set their head, check and circulate their minutes, have them approved, compare versions."""


meeting.add_command(meeting_set)


@meeting.command("new", epilog="Example: lpgminutes meeting new lpg --date 2019-06-27")
@click.argument("series_name", metavar="SERIES")
@click.option("--date", "day", metavar="DAY", help="The day, as in 2019-06-27 or next Thursday (else today).")
@click.option("--marking", help="Its marking (else the body's).")
@click.option("--title", default="", help="Its title (else the body's name).")
@click.option("--json", "as_json", is_flag=True, help="Print its ref as JSON.")
@click.pass_obj
def meeting_new(
    session: Session, series_name: str, day: str | None, marking: str | None, title: str, *, as_json: bool
) -> None:
    """Begin blank minutes: the items of the body's agenda, and nothing of the last meeting."""
    from lpgminutes.services.meetings import new_meeting

    store = session.opened()
    added = new_meeting(
        store,
        series_name,
        date=_day_of_meeting(day) or bootstrap.today(),
        marking=read_marking(marking) if marking else None,
        title=title,
        who=session.who,
    )
    _print_ref(added.ref, as_json=as_json)


def _day_of_meeting(phrase: str | None) -> dt.date | None:
    from lpgminutes.services.meeting_life import meeting_day

    return meeting_day(phrase, today=bootstrap.today(), dates=bootstrap.house_dates()) if phrase else None


def _print_ref(ref: str, *, as_json: bool) -> None:
    if as_json:
        print_json({"meeting": ref})
    else:
        click.echo(ref)


@meeting.command("start", epilog='Example: lpgminutes meeting start lpg --date 2019-08-01 --leave-out "Tom Hughes"')
@click.argument("series_name", metavar="SERIES")
@click.option("--date", "day", metavar="DAY", help="The day (else the one that the last minutes name).")
@click.option("--leave-out", "left_out", multiple=True, metavar="NAME", help="What should stay out all the same.")
@click.option("--take-in", "taken_in", multiple=True, metavar="NAME", help="What should go in all the same.")
@click.option("--marking", help="Its marking (else the body's).")
@click.option("--title", default="", help="Its title (else that of the last meeting).")
@click.option("--plan", "only_plan", is_flag=True, help="Show what would go in and stay out, and start nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the plan, and the ref of the meeting, as JSON.")
@click.pass_obj
def meeting_start(  # noqa: PLR0913 - as many as there are options
    session: Session,
    series_name: str,
    day: str | None,
    left_out: tuple[str, ...],
    taken_in: tuple[str, ...],
    marking: str | None,
    title: str,
    *,
    only_plan: bool,
    as_json: bool,
) -> None:
    """Start a meeting from the last one: agenda, what was put off, people, the minutes to approve, open actions.

    What goes in and what stays out is said, with the reason. Nothing is dropped in silence.
    """
    from lpgminutes.services.meeting_life import plan, start

    store = session.opened()
    planned = plan(store, series_name, date=_day_of_meeting(day))
    for name in left_out:
        planned = planned.choosing(_entry(planned, name), goes_in=False)
    for name in taken_in:
        planned = planned.choosing(_entry(planned, name), goes_in=True)
    started = None
    if not only_plan:
        own = read_marking(marking) if marking else None
        settling = (bootstrap.house_dates(), bootstrap.today())
        started = start(store, planned, marking=own, title=title, who=session.who, settling=settling)
    if as_json:
        print_json({"meeting": started.ref if started else None, "plan": planned_value(planned)})
        return
    rows = [("in" if entry.goes_in else "out", entry.kind.value, entry.name, entry.why) for entry in planned.entries]
    if only_plan:
        print_table(("", "WHAT", "NAME", "WHY"), rows, empty="There is nothing to carry over.")
    elif started is not None:
        for way, kind, name, why in rows:
            say(f"{way:<4}{kind}: {name} ({why})")
        click.echo(started.ref)


def _entry(planned: Any, name: str) -> int:  # noqa: ANN401 - the plan's class is imported late
    from lpgminutes.domain.folding import folded

    for index, entry in enumerate(planned.entries):
        if folded(entry.name) == folded(name):
            return index
    raise NotFoundError(f"The plan has no {name[:80]}: see what it has with --plan.")


@meeting.command("check", epilog="Example: lpgminutes meeting check lpg/2019-06-27")
@click.argument("meeting_ref", metavar="MEETING")
@click.option("--acronyms", is_flag=True, help="Name the acronyms that are spelt out nowhere, too.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.pass_obj
def meeting_check(session: Session, meeting_ref: str, *, acronyms: bool, as_json: bool) -> None:
    """List what should be looked at before the minutes go out."""
    from lpgminutes.services.meeting_life import check_meeting

    store = session.opened()
    checks = check_meeting(store, meeting_ref, acronyms=acronyms)
    if as_json:
        print_json({"checks": [check_value(check) for check in checks]})
        return
    rows = [("note" if check.kind.is_note else "look", check.number, check.sentence) for check in checks]
    print_table(("", "NUMBER", "WHAT"), rows, empty="There is nothing left to look at.")


@meeting.command("circulate", epilog="Example: lpgminutes meeting circulate lpg/2019-06-27 -o june.docx")
@click.argument("meeting_ref", metavar="MEETING")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The Word file to write.")
@click.option("--replace", is_flag=True, help="Replace the file when it is there.")
@click.option("--anyway", is_flag=True, help="Let them go out although something should be looked at.")
@click.option("--json", "as_json", is_flag=True, help="Print the version as JSON.")
@click.pass_obj
def meeting_circulate(
    session: Session, meeting_ref: str, output: Path, *, replace: bool, anyway: bool, as_json: bool
) -> None:
    """Let minutes go out: numbers are frozen, a version is kept, the Word file is written."""
    from lpgminutes.files import refuse_taken, written_with
    from lpgminutes.services.meeting_life import circulate

    if output.suffix.lower() != ".docx":
        raise UsageError(f"{output.name} has to end in .docx: minutes go out as a Word file.")
    refuse_taken(output, replace=replace)
    store = session.opened()
    sent = circulate(
        store,
        meeting_ref,
        interchange=bootstrap.HouseInterchange(),
        renderers=bootstrap.HouseRenderers(),
        keep=partial(written_with, output, replace=replace),
        anyway=anyway,
        who=session.who,
    )
    if as_json:
        print_json({"version": version_value(sent.version), "file": str(output)})
        return
    for check in sent.checks:
        say(f"note: {check.sentence}")
    say(f"Circulated {sent.meeting.ref} as version {sent.version.number}; wrote {output}.")


@meeting.command("approve", epilog="Example: lpgminutes meeting approve lpg/2019-06-27 --at lpg/2019-08-01")
@click.argument("meeting_ref", metavar="MEETING")
@click.option("--at", "at", default="", metavar="MEETING", help="The meeting that agreed them.")
@click.option("--date", "day", metavar="YYYY-MM-DD", help="The day (else that of the meeting).")
@click.option("--correction", "corrections", multiple=True, help="What had to be put right first.")
@click.option("--withdraw", is_flag=True, help="Take the approval back: they stand as circulated again.")
@click.option("--json", "as_json", is_flag=True, help="Print the approval as JSON.")
@click.pass_obj
def meeting_approve(
    session: Session,
    meeting_ref: str,
    at: str,
    day: str | None,
    corrections: tuple[str, ...],
    *,
    withdraw: bool,
    as_json: bool,
) -> None:
    """Record that the minutes of a meeting were agreed as a true record."""
    from lpgminutes.services.meeting_life import approve, withdraw_approval

    store = session.opened()
    if withdraw:
        withdrawn = withdraw_approval(store, meeting_ref, who=session.who)
        say(f"The minutes of {withdrawn.ref} are circulated, and not approved.")
        return
    approved = approve(
        store,
        meeting_ref,
        at=at,
        date=read_day(day) if day else None,
        corrections=corrections,
        interchange=bootstrap.HouseInterchange(),
        who=session.who,
    )
    approval = approved.approval
    if as_json and approval is not None:
        when = approval.date.isoformat() if approval.date else None
        told = {"at": approval.at or None, "date": when, "corrections": list(approval.corrections)}
        print_json({"meeting": approved.ref, "approval": told})
    else:
        say(f"The minutes of {approved.ref} are approved.")


@meeting.command("versions", epilog="Example: lpgminutes meeting versions lpg/2019-06-27")
@click.argument("meeting_ref", metavar="MEETING")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.pass_obj
def meeting_versions(session: Session, meeting_ref: str, *, as_json: bool) -> None:
    """List the versions of a meeting's minutes: circulated, approved, corrected and why."""
    from lpgminutes.services.meeting_life import versions

    store = session.opened()
    kept = versions(store, meeting_ref)
    if as_json:
        print_json({"versions": [version_value(version) for version in kept]})
        return
    print_table(
        ("VERSION", "WHEN (UTC)", "WHO", "WHY", "NOTE"),
        [(str(one.number), one.at.strftime("%Y-%m-%d %H:%M"), one.who, one.reason.value, one.note) for one in kept],
        empty="There is no version yet: one is made when the minutes are circulated.",
    )


@meeting.command("compare", epilog="Example: lpgminutes meeting compare lpg/2019-06-27 --from 1 --to 2")
@click.argument("meeting_ref", metavar="MEETING")
@click.option("--from", "before", type=int, metavar="N", help="The older version (else the latest).")
@click.option("--to", "after", type=int, metavar="N", help="The newer version (else the minutes as they are now).")
@click.option("--json", "as_json", is_flag=True, help="Print what changed as JSON.")
@click.pass_obj
def meeting_compare(
    session: Session, meeting_ref: str, before: int | None, after: int | None, *, as_json: bool
) -> None:
    """Show what changed between two versions: [-gone-] and {+come+}, paragraph by paragraph."""
    from lpgminutes.domain.comparison import changes_only
    from lpgminutes.services.meeting_life import compare_versions

    store = session.opened()
    interchange = bootstrap.HouseInterchange()
    changes = changes_only(compare_versions(store, meeting_ref, before, after, interchange=interchange))
    if as_json:
        print_json({"changes": [change_value(change) for change in changes]})
        return
    for change in changes:
        click.echo(f"{change.outcome.value}, {change.place}: {change.written()}")
    if not changes:
        say("Nothing changed.")
