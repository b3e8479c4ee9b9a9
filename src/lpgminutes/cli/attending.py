"""The commands on who is at a meeting."""

import datetime as dt
from dataclasses import replace
from typing import Any

import click

from lpgminutes import bootstrap
from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json, print_table, say
from lpgminutes.domain.people import Attendance, Capacity, Conduct, Declaration, Mode
from lpgminutes.domain.sayings.written_times import read_hour
from lpgminutes.errors import InputError, NotFoundError, UsageError


@click.command(epilog='Example: lpgminutes attend lpg/2019-06-27 "Priya" --arrived 10:15')
@click.argument("meeting_ref", metavar="MEETING")
@click.argument("name", required=False)
@click.option("--arrived", metavar="HH:MM", help="When, if not there from the start.")
@click.option("--left", metavar="HH:MM", help="When, if not there to the end.")
@click.option("--from-start", is_flag=True, help="There from the start after all: no time of arrival.")
@click.option("--to-end", is_flag=True, help="Stayed to the end after all: no time of departure.")
@click.option("--back", is_flag=True, help="Here again after leaving, or after apologies.")
@click.option("--apologies", is_flag=True, help="Sent apologies.")
@click.option("--capacity", type=click.Choice([one.value for one in Capacity]), help="In what capacity.")
@click.option("--for", "deputising_for", metavar="NAME", help="Deputises for somebody.")
@click.option("--dialled-in", "mode", flag_value=Mode.DIALLED_IN.value, help="Dialled in.")
@click.option("--in-person", "mode", flag_value=Mode.IN_PERSON.value, help="In the room.")
@click.option("--item", "items", multiple=True, metavar="N", help="There for this item only; may be given again.")
@click.option("--rename", metavar="NAME", help="The name as it should have been written.")
@click.option("--role", help="The role, as printed.")
@click.option("--organisation", help="The organisation, as printed.")
@click.option("--note", help="A note, printed after the capacity.")
@click.option("--initials", help="The initials that minutes use for this person, kept in the register.")
@click.option("--strike", "is_struck", is_flag=True, help="Take the row out.")
@click.option("--why", default="", help="Why minutes that went out are corrected.")
@click.option("--json", "as_json", is_flag=True, help="Print the attendance as JSON.")
@click.pass_obj
def attend(session: Session, /, meeting_ref: str, name: str | None, **options: Any) -> None:  # noqa: ANN401
    """Change somebody's attendance, or list who is there and whether that is enough.

    A name may be given by any part of it, or by initials; who is not in the attendance is added, from the register
    or as new. Behind a new name may stand what somebody is: "Joan Smith (Chair)", "Mary Jones, Head of Highways".
    """
    from lpgminutes.services import attending

    store = session.opened()
    pen = {"who": session.who, "why": options["why"], "tools": bootstrap.capture_tools()}
    if name is None:
        outcome = attending.attending(store, meeting_ref)
    elif options["is_struck"]:
        outcome = attending.strike(store, meeting_ref, name, **pen)
    else:
        outcome = attending.attend(store, meeting_ref, name, _change(options), **pen)
    if options["initials"] and outcome.changed is not None:
        attending.set_initials(store, outcome.changed.name, options["initials"], who=session.who)
    if options["as_json"]:
        quorum = outcome.quorum
        said = {"words": quorum.words(), "is_quorate": quorum.is_quorate} if quorum else None
        print_json({"attendance": [_value(row) for row in outcome.attendance], "quorum": said})
        return
    rows = [(row.name, row.role, row.organisation, row.capacity.value, _times(row)) for row in outcome.attendance]
    print_table(("NAME", "ROLE", "ORGANISATION", "CAPACITY", "TIMES"), rows, empty="Nobody is in the attendance yet.")
    if outcome.quorum is not None:
        say(outcome.quorum.words().capitalize() + ".")


def _change(options: dict[str, Any]) -> Any:  # noqa: ANN401 - the service is imported late
    from lpgminutes.services.attending import AttendanceChange

    capacity = Capacity.APOLOGIES if options["apologies"] else None
    return AttendanceChange(
        capacity=Capacity(options["capacity"]) if options["capacity"] else capacity,
        mode=Mode(options["mode"]) if options["mode"] else None,
        arrived=_time(options["arrived"]),
        departed=_time(options["left"]),
        is_back=options["back"],
        from_start=options["from_start"],
        to_end=options["to_end"],
        name=options["rename"],
        deputising_for=options["deputising_for"],
        items=options["items"] or None,
        role=options["role"],
        organisation=options["organisation"],
        note=options["note"],
    )


def _time(written: str | None) -> dt.time | None:
    try:
        return read_hour(written or "")
    except InputError as refusal:
        raise UsageError(str(refusal)) from None


def _times(row: Attendance) -> str:
    came = f"from {row.arrived:%H:%M}" if row.arrived else ""
    went = f"until {row.departed:%H:%M}" if row.departed else ""
    return " ".join(filter(None, (came, went)))


def _value(row: Attendance) -> dict[str, Any]:
    return {
        "name": row.name,
        "role": row.role,
        "organisation": row.organisation,
        "capacity": row.capacity.value,
        "mode": row.mode.value if row.mode else None,
        "deputising_for": row.deputising_for or None,
        "items": list(row.items),
        "arrived": row.arrived.strftime("%H:%M") if row.arrived else None,
        "departed": row.departed.strftime("%H:%M") if row.departed else None,
        "note": row.note or None,
        "is_here": row.is_here,
    }


@click.command(epilog='Example: lpgminutes declare lpg/2019-06-27 "Sam Okoro" "Shares in Umbra" --item 4 --withdrew')
@click.argument("meeting_ref", metavar="MEETING")
@click.argument("name")
@click.argument("interest")
@click.option("--item", metavar="N", help="The item that it bears on (else the whole meeting).")
@click.option("--withdrew", "conduct", flag_value=Conduct.WITHDREW.value, help="Left while the item was taken.")
@click.option("--took-no-part", "conduct", flag_value=Conduct.TOOK_NO_PART.value, help="Stayed and took no part.")
@click.option("--strike", "is_struck", is_flag=True, help="Take the declaration out.")
@click.option("--why", default="", help="Why minutes that went out are corrected.")
@click.option("--json", "as_json", is_flag=True, help="Print the declaration as JSON.")
@click.pass_obj
def declare(session: Session, /, meeting_ref: str, name: str, interest: str, **options: Any) -> None:  # noqa: ANN401
    """Record that somebody declared an interest, and what they did while the item was taken.

    Said again with the same interest, it changes the item and the conduct of what was recorded.
    """
    from lpgminutes.services.attending import declarations, strike_declaration
    from lpgminutes.services.attending import declare as declared

    item, why = options["item"], options["why"]
    store = session.opened()
    known = _known(declarations(store, meeting_ref), name, interest)
    if options["is_struck"]:
        if known is None:
            raise NotFoundError(f"{name} has declared no such interest at {meeting_ref}.")
        strike_declaration(store, meeting_ref, known, who=session.who, why=why, tools=bootstrap.capture_tools())
        say(f"Took out what {known.name} declared.")
        return
    kept = declared(
        store,
        meeting_ref,
        _declaration(known, name, interest, item, options["conduct"]),
        who=session.who,
        why=why,
        tools=bootstrap.capture_tools(),
    )
    if options["as_json"]:
        print_json({"name": kept.name, "item": kept.item, "nature": kept.nature, "conduct": kept.conduct.value})
    else:
        say(f"{kept.name} declared an interest{f' in item {kept.item}' if kept.item else ''} and {kept.conduct.value}.")


def _known(declared: tuple[Declaration, ...], name: str, interest: str) -> Declaration | None:
    """Return what somebody declared already, named by any part of the name."""
    wanted = name.casefold().strip()
    same = (one for one in declared if one.nature.casefold() == interest.casefold().strip())
    return next((one for one in same if wanted in one.name.casefold()), None)


def _declaration(
    known: Declaration | None, name: str, interest: str, item: str | None, conduct: str | None
) -> Declaration:
    if known is None:
        return Declaration(
            name=name, item=item, nature=interest, conduct=Conduct(conduct) if conduct else Conduct.REMAINED
        )
    return replace(known, item=item or known.item, conduct=Conduct(conduct) if conduct else known.conduct)
