"""What may mean a person who is withheld: a shared name, an ordinary word, mere initials."""

import re
from collections.abc import Callable, Iterator, Sequence

from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.naming.forms import initials_forms
from lpgminutes.domain.naming.mailboxes import has_initials_of, local_parts
from lpgminutes.domain.naming.named_people import People
from lpgminutes.domain.naming.names import Name, is_ordinary_word, lone_parts, parse_name, stands_for_a_thing
from lpgminutes.domain.naming.near_words import index_of, misspelt
from lpgminutes.domain.naming.renamings import NONE_RENAMED, Renamings
from lpgminutes.domain.naming.traces import may_hold, without_gaps
from lpgminutes.domain.people import Person
from lpgminutes.domain.searchable import Searchable

_BETWEEN = "\n\0\n"
"""Stands between two texts: no pattern reaches across it."""


def perhaps_open(
    texts: Sequence[Searchable],
    people: People,
    register: Sequence[Person] = (),
    renamings: Renamings = NONE_RENAMED,
) -> Iterator[Finding]:
    """Yield what may mean a withheld person: a shared name, an ordinary word, mere initials."""
    registered = {parse_name(person.name).full: person.initials for person in register if person.initials}
    everything = _BETWEEN.join(text.lower for text in texts)
    letters = _BETWEEN.join(without_gaps(text.folded.text) for text in texts)
    for name in sorted(people.withheld, key=lambda name: name.full):
        forms = people.forms(name)
        doubtful = [part for part in lone_parts(name) if part not in forms.parts or is_ordinary_word(part)]
        called = (name, *renamings.others_of(name)) if registered else ()
        initials = next((registered[one.full] for one in called if one.full in registered), "")
        for part in (*doubtful, *(likely for likely in forms.likely_initials if likely != initials)):
            may_be_open = part in letters if part in forms.likely_initials else may_hold(part, everything)
            standing = texts if may_be_open else ()
            rid = _rid_of_others(part, people) if may_be_open else str
            if places := tuple(text.place for text in standing if forms.is_open_in(rid(text.folded.text), part)):
                yield Finding(
                    kind=FindingKind.PERSON_PERHAPS_OPEN,
                    severity=Severity.CHECK,
                    text=part,
                    places=places,
                    explanation="This may mean a person who is withheld; alone it could mean something else. If it "
                    "means that person, withhold it too (a phrase).",
                )
        yield from _other_initials(name, people, texts)
        if initials and initials not in people.organisations:
            yield from _registered_initials(initials, texts)
        yield from _mailboxes_of_initials(name, texts)


def _rid_of_others(part: str, people: People) -> Callable[[str], str]:
    """Return what takes out of a text the forename of others whose surname is misspelt there: ``Mike Hosking``."""
    surnames = index_of(other.surname for other in people.open if other.forename.lower() == part.lower())
    if not surnames:
        return str
    followed = re.compile(rf"(?<![^\W_]){re.escape(part)}(?= (?P<surname>[A-Z][\w'-]+))")
    return lambda text: followed.sub(lambda match: "" if misspelt(match["surname"], surnames) else match.group(), text)


def _other_initials(name: Name, people: People, texts: Sequence[Searchable]) -> Iterator[Finding]:
    """Yield the initials that somebody has beside those declared: ``AH`` of ``Alan Holzer (AHol)``."""
    if not name.initials:
        return
    taken = {each for other in people.open for each in ([other.initials] if other.initials else other.own_initials)}
    for initials in name.own_initials:
        if initials in taken or initials == name.initials or initials in people.organisations:
            continue
        forms = initials_forms(initials)
        if places := tuple(text.place for text in texts if any(True for _ in forms.in_text(text.folded.text))):
            yield Finding(
                kind=FindingKind.PERSON_PERHAPS_OPEN,
                severity=Severity.CHECK,
                text=initials,
                places=places,
                explanation="A withheld person has these initials, though the attendance gives others. If they mean "
                "that person, withhold them too (a phrase).",
            )


def _mailboxes_of_initials(name: Name, texts: Sequence[Searchable]) -> Iterator[Finding]:
    """Yield the mailboxes that are the initials of all the names of somebody: ``fht@`` for ``Ffion Haf Tudor``."""
    places = {
        text.place: local
        for text in texts
        for _, _, local in local_parts(text.folded.text)
        if has_initials_of(local, name)
    }
    if places:
        yield Finding(
            kind=FindingKind.PERSON_PERHAPS_OPEN,
            severity=Severity.CHECK,
            text=next(iter(places.values())),
            places=tuple(places),
            explanation="This mailbox has the initials of a person who is withheld.",
        )


def _registered_initials(initials: str, texts: Sequence[Searchable]) -> Iterator[Finding]:
    """Yield the initials that the register gives a withheld person, where they stand as a word of their own."""
    written = re.compile(rf"(?<![^\W_]){re.escape(initials)}(?![^\W_])")
    places = tuple(text.place for text in texts if written.search(text.folded.text))
    if places:
        yield Finding(
            kind=FindingKind.PERSON_PERHAPS_OPEN,
            severity=Severity.CHECK if stands_for_a_thing(initials) else Severity.GIVES_AWAY,
            text=initials,
            places=places,
            explanation="The register gives these initials to a person who is withheld. Withhold them too (a phrase), "
            "or accept this where they mean something else.",
        )
