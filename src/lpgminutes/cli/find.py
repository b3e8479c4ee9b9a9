"""Finding words, everything that is held about a person, and who is named where."""

import sys
from collections.abc import Sequence

import click

from lpgminutes import bootstrap
from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json, say
from lpgminutes.domain.hits import Excerpt, Hit, HitKind
from lpgminutes.domain.markings import strictest
from lpgminutes.errors import UsageError

_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


@click.command(
    epilog="Example: lpgminutes find recruitment forecast --kind action",
    context_settings={"ignore_unknown_options": True},  # a dash before a word is data
)
@click.argument("words", nargs=-1)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([kind.value for kind in HitKind]),
    help="Only this kind; may be given again.",
)
@click.option("--person", metavar="NAME", help="Everything that is held about a person, in every form of the name.")
@click.option("--everybody", is_flag=True, help="The index of names: everybody of the register, with what names them.")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 1000), help="How many at the most.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.pass_obj
def find(
    session: Session,
    words: tuple[str, ...],
    kinds: tuple[str, ...],
    person: str | None,
    limit: int,
    *,
    everybody: bool,
    as_json: bool,
) -> None:
    """Find words in minutes, actions, decisions and names, the best first.

    Every word has to be there; the last may be the beginning of a word. With --person everything that names
    somebody is listed, as a subject access request needs it: complete, and in the order of the records. With
    --everybody the index of names is printed, as at the back of a minute book.
    """
    from lpgminutes.services.find import find as found

    if everybody:
        _index_names(session, is_alone=not words and person is None, as_json=as_json)
        return
    if person is not None:
        _find_person(session, person, words, as_json=as_json)
        return
    if not words:
        raise UsageError("Say what to look for: lpgminutes find recruitment")
    wanted = {HitKind(kind) for kind in kinds} or set(HitKind)
    store = session.opened()
    hits = found(store, " ".join(words), limit=limit, kinds=wanted)
    if as_json:
        print_json({"words": " ".join(words), "marking": _marking(hits), "hits": [_json(hit) for hit in hits]})
    else:
        _print(hits)


def _find_person(session: Session, name: str, words: tuple[str, ...], *, as_json: bool) -> None:
    from lpgminutes.cli.holdings import print_holdings
    from lpgminutes.services.find import find_person

    if words:
        raise UsageError("Give words to look for, or a person with --person 'Margaret Ellwood', but not both.")
    store = session.opened()
    holdings = find_person(store, name, as_at=bootstrap.today())
    print_holdings(holdings, as_json=as_json)


def _index_names(session: Session, *, is_alone: bool, as_json: bool) -> None:
    from lpgminutes.cli.holdings import print_index
    from lpgminutes.services.find import name_index

    if not is_alone:
        raise UsageError("Give --everybody alone, without words or --person: it lists all who are named in minutes.")
    store = session.opened()
    index = name_index(store, as_at=bootstrap.today())
    print_index(index, as_json=as_json)


def _marking(hits: Sequence[Hit]) -> str:
    return strictest(hit.found.marking for hit in hits if hit.found.marking)


def _print(hits: Sequence[Hit]) -> None:
    if not hits:
        say("Nothing holds all of these words.")
        return
    for hit in hits:
        click.echo(place_words(hit))
        click.echo(f"    {_marked(hit.excerpt)}")
    say(f"Marking: {_marking(hits)}")


def place_words(hit: Hit) -> str:
    """Return where a hit stands: its kind, its meeting and number, its reference."""
    found = hit.found
    where = " ".join(filter(None, (found.meeting_ref, found.number))) or "at no meeting"
    return "  ".join(filter(None, (where, found.kind.value, found.ref)))


def _marked(excerpt: Excerpt) -> str:
    """Return an excerpt in one line; on a terminal the words in it stand out."""
    pieces, last = [], 0
    for start, end in excerpt.matches:
        match = excerpt.text[start:end]
        pieces += [excerpt.text[last:start], click.style(match, bold=True) if sys.stdout.isatty() else match]
        last = end
    line = " ".join("".join([*pieces, excerpt.text[last:]]).split())
    before, after = (
        (_ELLIPSIS + " " if excerpt.is_cut_before else ""),
        (" " + _ELLIPSIS if excerpt.is_cut_after else ""),
    )
    return f"{before}{line}{after}"


def _json(hit: Hit) -> dict[str, object]:
    found, excerpt = hit.found, hit.excerpt
    return {
        "kind": found.kind.value,
        "meeting": found.meeting_ref,
        "number": found.number,
        "ref": found.ref,
        "block_id": found.block_id,
        "action_id": found.action_id,
        "marking": found.marking,
        "text": excerpt.text,
        "matches": [list(match) for match in excerpt.matches],
        "cut_before": excerpt.is_cut_before,
        "cut_after": excerpt.is_cut_after,
    }
