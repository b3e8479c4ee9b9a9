"""The second reading of a release: what was before a reader's eyes, what they agreed to, and what is still lacking."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from lpgminutes.domain.cases import (
    agreed,
    is_agreed,
    is_same_name,
    lacking,
    set_digest,
    visits_that_count,
    with_taken_out,
)
from lpgminutes.domain.compose import compose
from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.meetings import Meeting, SecondReading
from lpgminutes.domain.second_reading import Agreement, to_visit, unvisited, visit, with_visits
from lpgminutes.domain.text import clean_line
from lpgminutes.domain.withholding import ReleaseCase, Rule, RuleStatus
from lpgminutes.errors import InputError, ReleaseRefused, UsageError
from lpgminutes.services.cases import READ, change_case
from lpgminutes.services.ports import Interchange, Records, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingState:
    """How far the second reading of a case has come."""

    case: ReleaseCase
    is_needed: bool
    """Whether a release is refused without it."""
    why: str
    """Why it is needed, or why not: a sentence."""
    lacking: tuple[str, ...]
    visited: int
    to_visit: int

    @property
    def is_complete(self) -> bool:
        """Whether nothing is lacking."""
        return not self.lacking


def reading_state(store: Store, ref: str, reference: str, *, interchange: Interchange, who: str) -> ReadingState:
    """Return how far the second reading of a case has come."""
    with store.read() as records:
        meeting = records.meetings.get(ref)
        return state_of(
            records, meeting, records.releases.case(meeting, reference), content=interchange.freeze(meeting), who=who
        )


def state_of(
    records: Records,
    meeting: Meeting,
    case: ReleaseCase,
    *,
    content: str,
    who: str,
    document: MinutesDocument | None = None,
) -> ReadingState:
    """Return how far the second reading has come, of a case and minutes that were read already."""
    document = document or compose(meeting)
    is_needed, why = _need(records, meeting, who)
    left = len(unvisited(document, visits_that_count(case)))
    texts = len(to_visit(document))
    return ReadingState(
        case=case,
        is_needed=is_needed,
        why=why,
        lacking=lacking(case, document, set_digest(case, content)),
        visited=texts - left,
        to_visit=texts,
    )


def _need(records: Records, meeting: Meeting, who: str) -> tuple[bool, str]:
    match meeting.series.second_reading:
        case SecondReading.REQUIRED:
            return True, f"{meeting.series.name} releases nothing that only one person has read."
        case SecondReading.WAIVED:
            return False, f"{meeting.series.name} has waived the second reading."
        case SecondReading.WHEN_POSSIBLE:
            if records.history.has_others(who):
                return True, "Somebody else works in these records and can read it."
            return False, f"Nobody but {who} has ever worked in these records, so there is no second reader."


def refuse_unread(state: ReadingState, meeting: Meeting, reference: str) -> None:
    """Refuse a release whose second reading is needed and not complete."""
    if state.is_needed and state.lacking:
        raise ReleaseRefused(
            f"Nothing was released: the second reading is not complete. {state.why}\n  "
            + "\n  ".join(state.lacking)
            + f"\nAnother person reads and agrees: lpgminutes --as NAME redact {meeting.ref} --case {reference} "
            f"--read --agree. A body of one person waives it: lpgminutes series set {meeting.series.short_name} "
            "--second-reading waived"
        )


def ask_for_reading(store: Store, ref: str, reference: str, *, who: str) -> ReleaseCase:
    """Hand a case over to its second reader."""
    with store.change("ask for a second reading", who=who) as work:
        meeting = work.meetings.get(ref)
        case = work.releases.case(meeting, reference)
        kept = work.releases.save_case(meeting, replace(case, asked_by=who))
        work.commit()
    return kept


def visit_texts(
    store: Store, ref: str, reference: str, places: Collection[Place] | None = None, *, who: str
) -> ReleaseCase:
    """Remember which texts were before somebody's eyes: those at some places, or all of them."""
    with store.change(READ, who=who) as work:
        meeting = work.meetings.get(ref)
        case = work.releases.case(meeting, reference)
        known = {(seen.place, seen.digest) for seen in visits_that_count(case)}
        seen = [visit(text, who) for text in to_visit(compose(meeting)) if places is None or text.place in places]
        new = [one for one in seen if (one.place, one.digest) not in known]
        if new:
            work.releases.save_visits(meeting, case, new)
            work.commit()
    return replace(case, visits=with_visits(case.visits, new))


def agree(
    store: Store,
    ref: str,
    reference: str,
    rules: Sequence[Rule] | None = None,
    *,
    interchange: Interchange,
    who: str,
    now: datetime,
) -> ReleaseCase:
    """Agree to some withholdings, or to all that somebody else proposed.

    With the last of them the agreement to the whole set is recorded, bound to exactly that set, unless the same person
    changed it last: then somebody else agrees to it as a whole.
    """
    with store.change("agree to withholdings", who=who) as work:
        meeting = work.meetings.get(ref)
        case = work.releases.case(meeting, reference)
        read = _with_agreed_rules(case, rules, who)
        whole = _with_agreement(read, compose(meeting), interchange.freeze(meeting), who=who, now=now)
        if whole == case and is_same_name(case.changed_by, who):
            raise UsageError(f"{who} changed the set last and cannot agree to it as a whole: somebody else has to.")
        if whole != case:
            whole = work.releases.save_case(meeting, whole)
            work.commit()
    return whole


def _with_agreed_rules(case: ReleaseCase, rules: Sequence[Rule] | None, who: str) -> ReleaseCase:
    if rules is None:
        unread = [rule for rule in case.in_force if rule.handling.status is RuleStatus.PROPOSED]
        rules = [rule for rule in unread if not is_same_name(rule.handling.proposed_by, who)]
        if unread and not rules:
            raise UsageError(f"{who} proposed everything that is not agreed yet: somebody else has to agree.")
    return replace(case, rules=agreed(case.rules, rules, who))


def _with_agreement(
    case: ReleaseCase, document: MinutesDocument, content: str, *, who: str, now: datetime
) -> ReleaseCase:
    """Return the case with the agreement to the set, when that is all that was lacking."""
    digest = set_digest(case, content)
    is_read = all(rule.handling.status is RuleStatus.AGREED for rule in case.in_force)
    if not is_read or unvisited(document, visits_that_count(case)) or is_agreed(case, digest):
        return case
    if is_same_name(case.changed_by, who):
        return case
    return replace(case, agreement=Agreement(who=who, at=now, digest=digest))


def reject(store: Store, ref: str, reference: str, rules: Sequence[Rule], *, remark: str, who: str) -> ReleaseCase:
    """Reject withholdings as the second reader, with the reason; they stay in the register."""
    said = clean_line(remark, what="the reason").text
    if not said:
        raise InputError("A withholding is rejected with a reason: say why it should be open.")

    def rejected(_meeting: Meeting, case: ReleaseCase) -> ReleaseCase:
        return with_taken_out(case, rules, who, status=RuleStatus.REJECTED, remark=said)

    is_reading = not any(is_same_name(rule.handling.proposed_by, who) for rule in rules)
    return change_case(store, ref, reference, "reject a withholding", rejected, who=who, is_reading=is_reading)
