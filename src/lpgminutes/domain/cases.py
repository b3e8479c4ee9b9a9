"""A case on its way from request to release: how far it has come, and what its second reading still lacks."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import lru_cache

from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.folding import folded
from lpgminutes.domain.sayings.written_dates import short_date
from lpgminutes.domain.second_reading import Visit, digest_of, unvisited
from lpgminutes.domain.withholding import Handling, ReleaseCase, Rule, RuleSource, RuleStatus
from lpgminutes.errors import StaleRecord, UsageError

_MOST_NAMED = 3
_IN_FORCE = date(2005, 1, 1)
"""The day from which people may ask under FOIA, the Scottish Act, and the regulations of 2004."""


class CaseStatus(Enum):
    """How far a case has come."""

    PROPOSED = "proposed"
    SECOND_READING = "second reading"
    AGREED = "agreed"
    RELEASED = "released"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSummary:
    """What a list of cases shows: one request, over all the meetings in its scope."""

    reference: str
    received: date | None
    due: date | None
    """The twentieth working day after receipt (FOIA s10(1)); ``None`` when no receipt is recorded."""
    days_left: int | None
    """Working days left on the day of the list; negative when it is late."""
    handler: str
    meetings: tuple[str, ...]
    statuses: tuple[CaseStatus, ...]
    """One for each meeting, in the same order."""
    is_answered: bool = False
    """Whether a release of each meeting went out, whatever was changed in the case since: it is late no longer."""

    @property
    def status(self) -> CaseStatus:
        """How far the whole of it has come: as far as its slowest meeting."""
        return min(self.statuses, key=list(CaseStatus).index, default=CaseStatus.PROPOSED)


def refuse_impossible_receipt(received: date | None, *, today: date) -> None:
    """Refuse a day of receipt that is still to come, or was before the Acts: a time limit counts from it."""
    if received is not None and not _IN_FORCE <= received <= today:
        why = "is still to come" if received > today else f"was before the Acts were in force ({short_date(_IN_FORCE)})"
        raise UsageError(f"{short_date(received)} {why}: give the day on which the request was received.")


def set_digest(case: ReleaseCase, content: str) -> str:
    """Return what an agreement binds to: the minutes as frozen, the rules in force, what is accepted, the marking.

    The order of the rules is no part of it, nor who proposed or read them.
    """
    rules = sorted(map(_digest_of_rule, case.in_force))
    accepted = sorted(digest_of(acceptance) for acceptance in case.accepted)
    return digest_of(content, rules, accepted, case.release_marking)


def is_agreed(case: ReleaseCase, digest: str) -> bool:
    """Whether the second reader agreed to exactly this set."""
    return case.agreement is not None and case.agreement.digest == digest


def status_of(case: ReleaseCase, digest: str, *, released: Sequence[str]) -> CaseStatus:
    """Return how far a case has come; ``released`` are the digests of the sets that went out."""
    if digest in released:
        return CaseStatus.RELEASED
    if is_agreed(case, digest):
        return CaseStatus.AGREED
    return CaseStatus.SECOND_READING if case.asked_by else CaseStatus.PROPOSED


def lacking(case: ReleaseCase, document: MinutesDocument, digest: str) -> tuple[str, ...]:
    """Say, a sentence each, what keeps the second reading of a case from being complete."""
    sentences = []
    unread = [rule for rule in case.in_force if rule.handling.status is not RuleStatus.AGREED]
    if unread:
        sentences.append(f"{_counted(len(unread), 'withholding')} not agreed by a second reader.")
    if left := unvisited(document, visits_that_count(case)):
        sentences.append(f"{_counted(len(left), 'text')} not visited, the first of them {left[0].place.words()}.")
    if not unread and not is_agreed(case, digest):
        void = "was changed since it was agreed" if case.agreement else "has not been agreed as a whole"
        sentences.append(f"The set {void}.")
    return tuple(sentences)


def reads_second(case: ReleaseCase, who: str) -> bool:
    """Whether somebody's reading is a second one: not where all that is withheld is what they proposed themselves."""
    if not case.in_force:
        return not is_same_name(case.changed_by, who)
    return any(not is_same_name(rule.handling.proposed_by, who) for rule in case.in_force)


def visits_that_count(case: ReleaseCase) -> tuple[Visit, ...]:
    """Return the visits of second readers: that a proposer had a text before their eyes proves nothing."""
    readers = {who for who in {visit.who for visit in case.visits} if reads_second(case, who)}
    return tuple(visit for visit in case.visits if visit.who in readers)


def proposed(rule: Rule, who: str) -> Rule:
    """Return a rule as somebody proposes it: whatever was agreed of it before is void."""
    return replace(rule, handling=Handling(proposed_by=who))


def agreed(rules: Sequence[Rule], chosen: Sequence[Rule], who: str) -> tuple[Rule, ...]:
    """Return the rules with those chosen agreed by a second reader; nobody agrees to what they proposed."""
    own = [rule for rule in chosen if is_same_name(rule.handling.proposed_by, who)]
    if own:
        raise UsageError(
            f"{who} proposed {'this' if len(own) == 1 else 'these'} and cannot be the second reader: "
            f"{', '.join(rule.words() for rule in own[:_MOST_NAMED])}. Somebody else has to agree."
        )
    return _with(rules, chosen, lambda rule: replace(rule.handling, status=RuleStatus.AGREED, read_by=who, remark=""))


def with_withheld(case: ReleaseCase, rules: Iterable[Rule], who: str) -> ReleaseCase:
    """Return a case with what somebody proposes to withhold; what it withholds already is not said twice."""
    known = set(map(_digest_of_rule, case.in_force))
    new = (rule for rule in _asked_for(rules, who) if _digest_of_rule(rule) not in known)
    return replace(case, rules=(*case.rules, *new))


def with_taken_out(
    case: ReleaseCase, chosen: Sequence[Rule], who: str, *, status: RuleStatus, remark: str
) -> ReleaseCase:
    """Return a case with some rules rejected or lifted: they withhold nothing and stay in the register."""
    return replace(case, rules=_taken_out(case.rules, chosen, who, status=status, remark=remark))


def withheld_otherwise(
    case: ReleaseCase, old: Sequence[Rule], new: Iterable[Rule], who: str, *, remark: str
) -> ReleaseCase:
    """Return a case with some rules lifted and others proposed in their place."""
    kept = _taken_out(case.rules, old, who, status=RuleStatus.LIFTED, remark=remark)
    return replace(case, rules=(*kept, *_asked_for(new, who)))


def _asked_for(rules: Iterable[Rule], who: str) -> Iterator[Rule]:
    return (proposed(replace(rule, source=RuleSource.SCREEN), who) for rule in rules)


def _taken_out(
    rules: Sequence[Rule], chosen: Sequence[Rule], who: str, *, status: RuleStatus, remark: str
) -> tuple[Rule, ...]:
    return _with(rules, chosen, lambda rule: replace(rule.handling, status=status, read_by=who, remark=remark))


def is_same_name(one: str, other: str) -> bool:
    """Whether two names mean the same person at the keyboard."""
    return folded(one) == folded(other)


def with_known_handling(rules: Sequence[Rule], known: Sequence[Rule], who: str) -> tuple[Rule, ...]:
    """Return rules that are said again: one in force that has not changed keeps how it was handled."""
    handled = {_digest_of_rule(rule): rule for rule in known if rule.handling.status.is_in_force}
    return tuple(handled.get(_digest_of_rule(rule), proposed(rule, who)) for rule in rules)


def _with(rules: Sequence[Rule], chosen: Sequence[Rule], handled: Callable[[Rule], Handling]) -> tuple[Rule, ...]:
    missing = [rule for rule in chosen if rule not in rules]
    if missing:
        raise StaleRecord(f"This is no longer in the case as it was: {missing[0].words()}. Open it again.")
    return tuple(replace(rule, handling=handled(rule)) if rule in chosen else rule for rule in rules)


@lru_cache(maxsize=4096)
def _digest_of_rule(rule: Rule) -> str:
    return digest_of(_bare(rule))


def _bare(rule: Rule) -> Rule:
    return replace(rule, handling=Handling())


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{' is' if number == 1 else 's are'}"
