"""Finding: words in minutes, actions, decisions and names; what is held about a person; who is named where."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from itertools import takewhile

from lpgminutes.domain.folding import folded
from lpgminutes.domain.hits import Hit, HitKind, hits_of, typed_words
from lpgminutes.domain.holdings import HeldText, Holding, Holdings, Person, person_named
from lpgminutes.domain.markings import strictest
from lpgminutes.domain.naming.index import INDEXED, IndexEntry, NamedAt, NameIndex, in_order, named_in_texts
from lpgminutes.domain.naming.names import parse_name
from lpgminutes.errors import UsageError
from lpgminutes.services.ports import Records, Store

LIMIT = 50
"""So many hits are given when nobody says how many."""

_ALL = 10**9
"""More changes than there will ever be."""


def find(
    store: Store, typed: str, *, limit: int = LIMIT, kinds: Collection[HitKind] = frozenset(HitKind)
) -> tuple[Hit, ...]:
    """Return what holds every word that was typed, the best first; the last word may be unfinished.

    Nothing typed is an operator: quotes, stars and dashes are data like any other sign.
    """
    words = typed_words(typed)
    if not words or not kinds or limit < 1:
        return ()
    with store.read() as records:
        found = records.find.texts(words, kinds=kinds, limit=limit)
    return hits_of(found, words)


def find_person(store: Store, name: str, *, as_at: dt.date) -> Holdings:
    """Return everything that is held about a person, in every form of the name, in the order of the records.

    Each text of each record is looked at: what an index of words cannot know is initials and mailboxes.
    """
    if not parse_name(name).surname:
        raise UsageError("Give the name of the person, as it stands in the attendance: --person 'Margaret Ellwood'")
    with store.read() as records:
        person = _person(records, name)
        holdings = tuple(_holdings(records, person))
        changes = tuple(c for c in records.history.changes(limit=_ALL) if person.is_who(c.who))
        markings = {one.ref: one.marking for one in records.meetings.summaries(today=as_at)}
    numbered = {holding.held.meeting_ref for holding in holdings} & markings.keys()
    return Holdings(
        person=name,
        as_at=as_at,
        marking=strictest(markings[ref] for ref in numbered),
        holdings=holdings,
        changes=changes,
    )


def name_index(store: Store, *, as_at: dt.date) -> NameIndex:
    """Return who of the register is named where in the minutes of all meetings, as they are now.

    Each is looked for among all the others: what a shared forename or an ordinary word may mean is left out.
    """
    with store.read() as records:
        now = takewhile(lambda held: held.record != "history", records.find.held())
        minuted = (held for held in now if held.record in INDEXED and held.meeting_ref)
        named = tuple(named_in_texts(records.find.names(), minuted))
        block_ids = {held.block_id for _, texts in named for held in texts if held.block_id is not None}
        numbers = records.find.numbers(block_ids)
        markings = {one.ref: one.marking for one in reversed(records.meetings.summaries(today=as_at))}
    entries = tuple(
        IndexEntry(name=name, places=in_order((_place(held, numbers) for held in texts), tuple(markings)))
        for name, texts in named
    )
    meetings = {place.meeting_ref for entry in entries for place in entry.places}
    return NameIndex(entries=entries, marking=strictest(markings[ref] for ref in meetings))


def _place(held: HeldText, numbers: Mapping[int, str]) -> NamedAt:
    number = numbers.get(held.block_id or 0, "")
    return NamedAt(meeting_ref=held.meeting_ref, record=held.record, number=number, ref=held.ref)


def _person(records: Records, name: str) -> Person:
    register = records.find.names()
    initials = (given for other, given in register if given and folded(other) == folded(name))
    return person_named(name, (other for other, _ in register), initials)


def _holdings(records: Records, person: Person) -> Iterator[Holding]:
    found = [(held, named) for held in records.find.held() if (named := person.in_text(held)) is not None]
    numbers = records.find.numbers({held.block_id for held, _ in found if held.block_id is not None})
    for held, (certainty, matches) in found:
        number = numbers.get(held.block_id or 0, "")
        yield Holding(held=held, certainty=certainty, matches=matches, number=number)
