"""The commands on the lines of minutes: adding them, and editing what is there."""

import sys
from typing import Any

import click

from lpgminutes import bootstrap
from lpgminutes.cli.commands import Session
from lpgminutes.cli.line_output import edited_value, outcome_value
from lpgminutes.cli.output import print_json, say, warn
from lpgminutes.cli.typed_lines import LineCommand, typed_line
from lpgminutes.domain.capture.kinds import READING_NAMES, reading_named
from lpgminutes.domain.capture.pasted import pasted_lines

_STDIN = "-"
_TEXTS = {"ignore_unknown_options": True}
"""A line may begin with a dash."""


@click.group()
def line() -> None:
    """Add lines to the minutes of a meeting, and edit what is there.

    A paragraph is named by its number: 3 (an item), 3.4 (a minute), 3.4/2 (the second point of a minute).
    """


@line.command(
    "add",
    cls=LineCommand,
    epilog='Example: lpgminutes line add lpg/2019-06-27 "- Recruitment: 41 started in May." --item 3',
    context_settings=_TEXTS,
)
@click.argument("meeting_ref", metavar="MEETING")
@click.argument("lines", nargs=-1, required=True, type=typed_line)
@click.option("--item", metavar="N", help="The number of the item (else the last).")
@click.option("--as", "reading", type=click.Choice(READING_NAMES), help="What it is, when the signs should not decide.")
@click.option("--json", "as_json", is_flag=True, help="Print what each line became as JSON.")
@click.pass_obj
def line_add(
    session: Session, meeting_ref: str, lines: tuple[str, ...], item: str | None, reading: str | None, *, as_json: bool
) -> None:
    """Add lines, and say what each became. A single - reads the lines from standard input.

    "# title" is an item, "- text" a point, "-- text" a sub-point, "! @who to do … by …" an action, "= text" a
    decision, "? text" a point to check, "#5" goes on under item 5, anything else is a minute. A sentence in which
    somebody takes an action is an action as well. Every line is kept by itself: one that is refused is said.
    """
    from lpgminutes.services.capture import Under, record_lines

    typed = list(pasted_lines(sys.stdin.read()) if lines == (_STDIN,) else lines)
    store = session.opened()
    outcomes = record_lines(
        store,
        meeting_ref,
        typed,
        under=Under(number=item),
        who=session.who,
        tools=bootstrap.capture_tools(),
        as_kind=reading_named(reading) if reading else None,
    )
    if as_json:
        print_json({"lines": [outcome_value(outcome) for outcome in outcomes]})
    for outcome in outcomes:
        if outcome.recorded is None:
            say(f"lpgminutes: not recorded: {outcome.typed!r}")
        elif not as_json:
            click.echo(outcome.recorded.words())
            warn(outcome.recorded.remarks)
    refusals = [outcome.refusal for outcome in outcomes if outcome.refusal is not None]
    if refusals:
        raise refusals[0]


def _why(command: Any) -> Any:  # noqa: ANN401 - click's decorators have no better type
    """Give a command what every edit has."""
    command = click.option("--json", "as_json", is_flag=True, help="Print the paragraph as JSON.")(command)
    return click.option("--why", default="", help="Why minutes that went out are corrected.")(command)


def _edit(session: Session, meeting_ref: str, address: str, edit: Any, *, why: str, as_json: bool) -> None:  # noqa: ANN401
    """Find a paragraph, edit it from the state that is stored now, and print what it came to."""
    from lpgminutes.services.editing import paragraph_at

    store = session.opened()
    seen = paragraph_at(store, meeting_ref, address).seen
    edited = edit(store, meeting_ref, seen, who=session.who, tools=bootstrap.capture_tools(), why=why)
    if as_json:
        print_json(edited_value(edited))
    elif edited.deleted is not None:
        click.echo(edited.words_of_deleted())
    elif edited.block is not None:
        click.echo(f"{edited.number}  {edited.block.text}")
    warn(edited.remarks)


@line.command(
    "edit",
    cls=LineCommand,
    epilog='Example: lpgminutes line edit lpg/2019-06-27 3.4 "Intakes rose."',
    context_settings=_TEXTS,
)
@click.argument("meeting_ref", metavar="MEETING")
@click.argument("address", metavar="N")
@click.argument("text", type=typed_line)
@click.option("--label", type=typed_line, help="The run-in label (else it stays).")
@_why
@click.pass_obj
def line_edit(
    session: Session, meeting_ref: str, address: str, text: str, label: str | None, why: str, *, as_json: bool
) -> None:
    """Replace the words of a paragraph."""
    from functools import partial

    from lpgminutes.services.editing import edit_text

    _edit(session, meeting_ref, address, partial(edit_text, text=text, label=label), why=why, as_json=as_json)


@line.command(
    "split", cls=LineCommand, epilog='Example: lpgminutes line split lpg/2019-06-27 3.4 --before "Priya took"'
)
@click.argument("meeting_ref", metavar="MEETING")
@click.argument("address", metavar="N")
@click.option("--before", "words", required=True, type=typed_line, help="The words that the second part begins with.")
@_why
@click.pass_obj
def line_split(session: Session, meeting_ref: str, address: str, words: str, why: str, *, as_json: bool) -> None:
    """Split a paragraph in two."""
    from lpgminutes.services.editing import split_before

    def edit(store: Any, ref: str, seen: Any, **options: Any) -> Any:  # noqa: ANN401
        return split_before(store, ref, seen, words, **options)

    _edit(session, meeting_ref, address, edit, why=why, as_json=as_json)


@line.command("join", epilog="Example: lpgminutes line join lpg/2019-06-27 3.5")
@click.argument("meeting_ref", metavar="MEETING")
@click.argument("address", metavar="N")
@_why
@click.pass_obj
def line_join(session: Session, meeting_ref: str, address: str, why: str, *, as_json: bool) -> None:
    """Join a paragraph to the one above."""
    from lpgminutes.services.editing import join

    _edit(session, meeting_ref, address, join, why=why, as_json=as_json)


@line.command("move", epilog="Example: lpgminutes line move lpg/2019-06-27 3.5 --under 4")
@click.argument("meeting_ref", metavar="MEETING")
@click.argument("address", metavar="N")
@click.option("--up", "way", flag_value="up", help="Past the paragraph above.")
@click.option("--down", "way", flag_value="down", help="Past the paragraph below.")
@click.option("--under", metavar="N", help="To the end of another item.")
@click.option("--before", metavar="N", help="An item, before another one, each keeping its number.")
@_why
@click.pass_obj
def line_move(
    session: Session,
    meeting_ref: str,
    address: str,
    *,
    way: str | None,
    under: str | None,
    before: str | None,
    why: str,
    as_json: bool,
) -> None:
    """Move a paragraph or an item."""
    from lpgminutes.errors import UsageError
    from lpgminutes.services.editing import Way, move, move_to, paragraph_at, take_out_of_order

    if sum(choice is not None for choice in (way, under, before)) != 1:
        raise UsageError("Say where to: one of --up, --down, --under N and --before N.")

    def edit(store: Any, ref: str, seen: Any, **options: Any) -> Any:  # noqa: ANN401
        if way is not None:
            return move(store, ref, seen, Way(way), **options)
        target = paragraph_at(store, ref, under or before or "").block.id or 0
        if under is not None:
            return move_to(store, ref, seen, item=target, **options)
        return take_out_of_order(store, ref, seen, before=target, **options)

    _edit(session, meeting_ref, address, edit, why=why, as_json=as_json)


@line.command("turn", epilog="Example: lpgminutes line turn lpg/2019-06-27 3.4 action")
@click.argument("meeting_ref", metavar="MEETING")
@click.argument("address", metavar="N")
@click.argument(
    "kind",
    type=click.Choice(
        ["action", "decision", "prose", "to-check", "checked", "point", "minute", "item", "promote", "demote"]
    ),
)
@_why
@click.pass_obj
def line_turn(session: Session, meeting_ref: str, address: str, kind: str, why: str, *, as_json: bool) -> None:
    """Turn a paragraph into something else, or raise or lower it by a level."""
    from lpgminutes.services.editing import Turn, demote, promote, turn_into

    levels = {"promote": promote, "demote": demote}

    def edit(store: Any, ref: str, seen: Any, **options: Any) -> Any:  # noqa: ANN401
        if kind in levels:
            return levels[kind](store, ref, seen, **options)
        return turn_into(store, ref, seen, Turn[kind.replace("-", "_").upper()], **options)

    _edit(session, meeting_ref, address, edit, why=why, as_json=as_json)


@line.command("state", epilog="Example: lpgminutes line state lpg/2019-06-27 5 deferred")
@click.argument("meeting_ref", metavar="MEETING")
@click.argument("address", metavar="N")
@click.argument("state", type=click.Choice(["not-reached", "open", "done", "deferred"]))
@_why
@click.pass_obj
def line_state(session: Session, meeting_ref: str, address: str, state: str, why: str, *, as_json: bool) -> None:
    """Say how far the meeting came with an item; what was not reached or deferred goes over to the next one."""
    from lpgminutes.domain.meetings import ItemState
    from lpgminutes.services.editing import set_item_state

    def edit(store: Any, ref: str, seen: Any, **options: Any) -> Any:  # noqa: ANN401
        return set_item_state(store, ref, seen, ItemState(state.replace("-", " ")), **options)

    _edit(session, meeting_ref, address, edit, why=why, as_json=as_json)


@line.command("delete", epilog="Example: lpgminutes line delete lpg/2019-06-27 3.4")
@click.argument("meeting_ref", metavar="MEETING")
@click.argument("address", metavar="N")
@_why
@click.pass_obj
def line_delete(session: Session, meeting_ref: str, address: str, why: str, *, as_json: bool) -> None:
    """Delete a paragraph with all under it; undo brings it back."""
    from lpgminutes.services.editing import delete

    _edit(session, meeting_ref, address, delete, why=why, as_json=as_json)
