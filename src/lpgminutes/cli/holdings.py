"""What is held about a person, and who is named where, as the command line prints it."""

from collections.abc import Iterator
from itertools import groupby

import click

from lpgminutes.cli.output import print_json, say
from lpgminutes.domain.history import Change
from lpgminutes.domain.holdings import Certainty, Holding, Holdings
from lpgminutes.domain.naming.index import IndexEntry, NameIndex


def print_holdings(holdings: Holdings, *, as_json: bool) -> None:
    """Print what is held, what may be meant for somebody else apart, and the changes that the person made."""
    if as_json:
        print_json(
            {
                "person": holdings.person,
                "as_at": holdings.as_at.isoformat(),
                "marking": holdings.marking,
                "held": [_json(one) for one in holdings.holdings],
                "changes": [_change_json(change) for change in holdings.changes],
            }
        )
        return
    sure = [one for one in holdings.holdings if one.certainty is Certainty.NAMED]
    unsure = [one for one in holdings.holdings if one.certainty is Certainty.PERHAPS]
    for line in (*_lines(sure, ""), *_lines(unsure, ", perhaps somebody else"), *_changes(holdings.changes)):
        click.echo(line)
    if not (holdings.holdings or holdings.changes):
        say("Nothing is held about a person of that name.")
        return
    say(
        f"{len(sure)} texts name the person, {len(unsure)} may; {len(holdings.changes)} changes were made by them. "
        f"Marking: {holdings.marking}"
    )


def print_index(index: NameIndex, *, as_json: bool) -> None:
    """Print who is named where, by surname, the oldest meeting first."""
    if as_json:
        print_json({"marking": index.marking, "people": [_entry_json(entry) for entry in index.entries]})
        return
    if not index.entries:
        say("Nobody of the register is named in any minutes.")
        return
    for entry in index.entries:
        click.echo(entry.name)
        for meeting_ref, places in groupby(entry.places, key=lambda place: place.meeting_ref):
            click.echo(f"    {meeting_ref}  {', '.join(dict.fromkeys(place.words for place in places))}")
    meetings = {place.meeting_ref for entry in index.entries for place in entry.places}
    say(f"{len(index.entries)} people are named, in {len(meetings)} meetings. Marking: {index.marking}")


def _entry_json(entry: IndexEntry) -> dict[str, object]:
    places = [
        {"meeting": place.meeting_ref, "record": place.record, "number": place.number, "ref": place.ref}
        for place in entry.places
    ]
    return {"name": entry.name, "places": places}


def _lines(holdings: list[Holding], doubt: str) -> Iterator[str]:
    for words, group in groupby(holdings, key=lambda one: one.record_words):
        yield f"{words.capitalize()}{doubt}"
        for one in group:
            held = one.held
            place = " ".join(filter(None, (held.meeting_ref, one.number, held.ref))) or f"row {held.record_id}"
            yield f"    {place}  {held.field.replace('_', ' ')}: {' '.join(held.text.split())}"


def _changes(changes: tuple[Change, ...]) -> Iterator[str]:
    if changes:
        yield "Changes made by the person"
    for change in changes:
        yield f"    {change.at:%Y-%m-%d %H:%M} UTC  {change.what} {change.meeting_ref}".rstrip()


def _json(one: Holding) -> dict[str, object]:
    held = one.held
    return {
        "record": held.record,
        "record_words": one.record_words,
        "record_id": held.record_id,
        "field": held.field,
        "meeting": held.meeting_ref,
        "number": one.number,
        "ref": held.ref,
        "certainty": one.certainty.value,
        "text": held.text,
        "matches": [list(match) for match in one.matches],
    }


def _change_json(change: Change) -> dict[str, object]:
    return {
        "number": change.number,
        "at": change.at.isoformat(),
        "who": change.who,
        "what": change.what,
        "meeting": change.meeting_ref,
    }
