"""What is looked for in the copy and in its finished files, and what may stand there all the same."""

from lpgminutes.domain.findings import FindingKind, Severity, lets_be_read
from lpgminutes.domain.findings.outside import is_plain_number
from lpgminutes.domain.findings.short_references import is_short_reference, is_word_as_well
from lpgminutes.domain.locating import searchable
from lpgminutes.domain.naming.named_people import terms_for
from lpgminutes.domain.phrases import mentions_of
from lpgminutes.domain.proposal import Proposal
from lpgminutes.domain.sayings.written_dates import dates_in
from lpgminutes.domain.withheld_words import bare_words, is_word_of_a_name, words_by_rule
from lpgminutes.domain.withholding import PersonRule


def withheld_terms(proposal: Proposal) -> dict[str, int]:
    """Return every text that may not be found, with the number of the rule that withholds it, from 1.

    Words as they stand, the names of people with each part that can mean nobody else, and dates as
    ``date:2019-08-01``, which are looked for in every written form. An ordinary word that goes as somebody's name is
    none: elsewhere it is what it is.
    """
    terms: dict[str, int] = {}
    for number, rule, words, _ in words_by_rule(proposal.original, proposal.located):
        if isinstance(rule, PersonRule) and not is_word_of_a_name(words):
            continue
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
        if finding.kind is FindingKind.WITHHELD_ELSEWHERE_OPEN
        and finding.severity is not Severity.GIVES_AWAY
        and not finding.is_worked_out
    ]
    standing += [acceptance.text for acceptance in proposal.case.accepted if lets_be_read(acceptance)]
    marks = {mark.written(copy.mark_style) for _, mark in copy.marks()}
    exemptions = {exemption for _, mark in copy.marks() for exemption in mark.exemptions}
    cited = {form for e in exemptions for form in (e.citation(), e.short(), e.house())}
    standing += _short_references(proposal)
    numbers = {item.number for item in copy.items} | {m.number for item in copy.items for m in item.minutes}
    numbers = set(filter(is_plain_number, numbers))
    return (*standing, *sorted(marks), *sorted(cited), *sorted(numbers))


def _short_references(proposal: Proposal) -> list[str]:
    """Return what is withheld as the reference or the owner of an action, and stands in the copy for something else."""
    by_rule = words_by_rule(proposal.original, proposal.located)
    short = dict.fromkeys(
        bare_words(words)
        for _, rule, words, place in by_rule
        if not isinstance(rule, PersonRule) and (is_short_reference(words, place) or is_word_as_well(words, place))
    )
    texts = list(searchable(proposal.copy)) if short else []
    return [sign for sign in short if any(True for text in texts for _ in mentions_of(sign, text))]
