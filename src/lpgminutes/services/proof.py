"""The proof of a release: its finished files are searched for everything withheld, or there is no release."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lpgminutes.domain.findings import FindingKind, Severity, lets_be_read
from lpgminutes.domain.findings.outside import is_plain_number
from lpgminutes.domain.locating import bare_words, terms_for, words_by_rule
from lpgminutes.domain.reports import Schedule
from lpgminutes.domain.withholding import PersonRule
from lpgminutes.domain.written_dates import dates_in
from lpgminutes.errors import ReleaseRefused
from lpgminutes.services.ports import Found, Search, Verifier
from lpgminutes.services.proposals import Proposal

_MOST_SENTENCES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ToProve:
    """Files of a release that are searched together."""

    files: Mapping[str, bytes]
    own_words: tuple[str, ...] = ()
    """What they print of themselves (places, counts, the law): it may stand in them, and in no other file."""


def prove(proposal: Proposal, groups: Sequence[ToProve], *, verifier: Verifier) -> Search:
    """Search the files, and refuse the release when anything withheld is in one of them."""
    terms, allowed = withheld_terms(proposal), allowed_texts(proposal)
    searches = [
        verifier.search(group.files, withheld=tuple(terms), allowed=(*allowed, *group.own_words)) for group in groups
    ]
    if found := [one for search in searches for one in search.found]:
        sentences = dict.fromkeys(_sentence(one, terms) for one in found)
        raise ReleaseRefused(
            "Nothing was released: the finished files were searched, and something withheld is in them, or "
            "something that may not be there.\n  "
            + "\n  ".join(list(sentences)[:_MOST_SENTENCES])
            + "\nWithhold it there too; or, if these are ordinary words that may stand, accept them "
            f"(accept: finding: {FindingKind.WITHHELD_ELSEWHERE_OPEN.value}, text: …, reason: …)."
        )
    parts = {name: count for search in searches for name, count in search.parts.items()}
    return replace(searches[0], parts=parts)


def _sentence(one: Found, terms: Mapping[str, int]) -> str:
    """Say what was found where, and by which rule it is withheld; never the words."""
    number = terms.get(one.term) if one.term else None
    rule = f", withheld by rule {number} of the case" if number else ""
    return f"{one.file}, {one.part}: {one.how}{rule}"


def withheld_terms(proposal: Proposal) -> dict[str, int]:
    """Return every text that may not be found, with the number of the rule that withholds it, from 1.

    Words as they stand, the names of people with each part that can mean nobody else, and dates as
    ``date:2019-08-01``, which are looked for in every written form.
    """
    terms: dict[str, int] = {}
    for number, _, words, _ in words_by_rule(proposal.original, proposal.located):
        terms.setdefault(words, number)
        terms.setdefault(bare_words(words) or words, number)
        for day in dates_in(words):
            terms.setdefault(f"date:{day.isoformat()}", number)
    people = proposal.located.people
    for number, (rule, _) in enumerate(proposal.located.rules, start=1):
        if isinstance(rule, PersonRule):
            for term in terms_for(people.named[rule.person], people):
                terms.setdefault(term, number)
    return terms


def allowed_texts(proposal: Proposal) -> tuple[str, ...]:
    """Return what may stand: what the officer accepted as open or was only told of, and what the copy itself prints."""
    copy = proposal.copy
    standing = [
        finding.text
        for finding in proposal.findings
        if finding.kind is FindingKind.WITHHELD_ELSEWHERE_OPEN and finding.severity is not Severity.GIVES_AWAY
    ]
    standing += [acceptance.text for acceptance in proposal.case.accepted if lets_be_read(acceptance)]
    marks = {mark.written(copy.mark_style) for _, mark in copy.marks()}
    exemptions = {exemption for _, mark in copy.marks() for exemption in mark.exemptions}
    cited = {form for e in exemptions for form in (e.citation(), e.short(), e.house())}
    numbers = {item.number for item in copy.items} | {m.number for item in copy.items for m in item.minutes}
    numbers = set(filter(is_plain_number, numbers))
    return (*standing, *sorted(marks), *sorted(cited), *sorted(numbers))


def printed_by(schedule: Schedule) -> tuple[str, ...]:
    """Return what a schedule prints that is not of the minutes."""
    of_entries = {text for entry in schedule.entries for text in (entry.id, entry.place, entry.what)}
    return (*sorted(of_entries), *(str(count) for _, count in schedule.counts))
