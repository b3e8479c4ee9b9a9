"""The cases of the FOI officer: opened for a request, listed with the days that are left, changed rule by rule."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lpgminutes.domain.cases import (
    CaseSummary,
    is_same_name,
    proposed,
    refuse_impossible_receipt,
    set_digest,
    status_of,
    with_taken_out,
    with_withheld,
    withheld_otherwise,
)
from lpgminutes.domain.compose import compose
from lpgminutes.domain.exemption_table import Regime
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.proposing import nth_span, rules_from_pre_marks
from lpgminutes.domain.text import clean_line
from lpgminutes.domain.withholding import (
    Acceptance,
    PhraseRule,
    ReleaseCase,
    Rule,
    RuleStatus,
    SpanRule,
)
from lpgminutes.domain.withholding_ways import Mention, mentions
from lpgminutes.domain.working_days import WorkingDays, foi_due
from lpgminutes.errors import InputError, NotFoundError, RuleError, UsageError
from lpgminutes.services.kept_places import with_places
from lpgminutes.services.ports import Interchange, Records, Store, UnitOfWork
from lpgminutes.services.remembered import RememberedMinutes

OPENED = "open a case"
"""What the history calls the change that opens one."""
RENAMED = "rename a case"
"""What the history calls it when one is given another reference."""
READ = "read for a release"
"""What the history calls it when texts were before a reader's eyes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """A request as it comes in."""

    reference: str
    meetings: tuple[str, ...]
    """The refs of the meetings in its scope."""
    received: date | None = None
    handler: str = ""
    renames: str = ""
    """The reference that the case had before; empty where it keeps its own."""
    law: Regime = Regime.FOIA
    """What a bare section is one of, where the minutes were marked while they were typed."""


def open_case(store: Store, new: NewCase, *, who: str, today: date) -> tuple[ReleaseCase, ...]:
    """Open a case for each meeting in its scope; where it is open, receipt and handler are brought up to date.

    What was marked for an exemption while the minutes were typed comes in as proposals. A case that is given another
    reference as it is put right changes as a whole, or not at all.
    """
    reference = clean_line(new.reference, what="the reference of the case").text
    if not reference:
        raise InputError("The reference of the case is missing: give it as the request has it, such as FOI2026/101.")
    refuse_impossible_receipt(new.received, today=today)
    if not new.meetings:
        raise UsageError("A case needs a meeting in its scope: name at least one, such as lpg/2019-06-27.")
    is_renamed = bool(new.renames) and new.renames != reference
    with store.change(RENAMED if is_renamed else OPENED, who=who) as work:
        if is_renamed:
            _rename(work, new.renames, reference)
        meetings = [work.meetings.get(ref) for ref in new.meetings]
        handler = clean_line(new.handler, what="the handler").text
        opened = tuple(
            _opened(work, meeting, replace(new, reference=reference, handler=handler), who) for meeting in meetings
        )
        work.commit()
    return opened


def rename_case(store: Store, reference: str, wanted: str, *, who: str) -> str:
    """Give a case another reference, over all its meetings, and return it as it is kept.

    What was read goes along, and comes back with it. A case of which something went out keeps its own.
    """
    new = clean_line(wanted, what="the reference of the case").text
    if not new:
        raise InputError("The new reference of the case is missing: give it as the request has it.")
    with store.change(RENAMED, who=who) as work:
        _rename(work, reference, new)
        work.commit()
    return new


def _rename(work: UnitOfWork, reference: str, new: str) -> None:
    for meeting, case in _to_rename(work, reference, new):
        work.releases.save_case(meeting, replace(case, reference=new))


def _to_rename(records: Records, reference: str, new: str) -> list[tuple[Meeting, ReleaseCase]]:
    known = records.releases.all_cases()
    parts = [
        (records.meetings.get(ref), case) for ref, case in known if case.reference.casefold() == reference.casefold()
    ]
    if not parts:
        raise NotFoundError(f"There is no case {reference}: case list shows those that there are.")
    is_other = new.casefold() != reference.casefold()
    if is_other and any(case.reference.casefold() == new.casefold() for _, case in known):
        raise UsageError(f"There is a case {new} already: give this one another reference.")
    for meeting, case in parts:
        if released_sets(records, meeting, case.reference):
            raise UsageError(f"{case.reference} went out of {meeting.ref} by that reference, and keeps it.")
    return parts


def _opened(work: UnitOfWork, meeting: Meeting, new: NewCase, who: str) -> ReleaseCase:
    known = work.releases.find_case(meeting, new.reference)
    case = known or ReleaseCase(
        reference=new.reference,
        handler=who,
        changed_by=who,
        rules=tuple(proposed(rule, who) for rule in rules_from_pre_marks(meeting, new.law)),
    )
    opened = replace(case, received=new.received or case.received, handler=new.handler or case.handler)
    return work.releases.save_case(meeting, with_places(opened, meeting))


def cases(store: Store, *, today: date, working_days: WorkingDays, interchange: Interchange) -> tuple[CaseSummary, ...]:
    """Return every case, the most urgent first: by due date, then those without one, those answered last."""
    with store.read() as records:
        by_reference: dict[str, list[tuple[Meeting, ReleaseCase]]] = {}
        for ref, case in records.releases.all_cases():
            by_reference.setdefault(case.reference.casefold(), []).append((records.meetings.get(ref), case))
        summaries = [
            _summary(records, parts, today=today, working_days=working_days, interchange=interchange)
            for parts in by_reference.values()
        ]
    return tuple(sorted(summaries, key=lambda one: (one.is_answered, one.due is None, one.due or date.max)))


def _summary(
    records: Records,
    parts: Sequence[tuple[Meeting, ReleaseCase]],
    *,
    today: date,
    working_days: WorkingDays,
    interchange: Interchange,
) -> CaseSummary:
    received = min((case.received for _, case in parts if case.received), default=None)
    due = foi_due(received, working_days) if received else None
    went_out = [released_sets(records, meeting, case.reference) for meeting, case in parts]
    return CaseSummary(
        reference=parts[0][1].reference,
        received=received,
        due=due,
        days_left=working_days.between(today, due) if due else None,
        handler=next((case.handler for _, case in parts if case.handler), ""),
        meetings=tuple(meeting.ref for meeting, _ in parts),
        statuses=tuple(
            status_of(case, set_digest(case, interchange.freeze(meeting)), released=released)
            for (meeting, case), released in zip(parts, went_out, strict=True)
        ),
        is_answered=all(went_out),
    )


def released_sets(records: Records, meeting: Meeting, reference: str) -> tuple[str, ...]:
    """Return the digests of the sets of withholdings that went out of a meeting for a case."""
    manifests = (
        json.loads(record.manifest)
        for record in records.releases.releases(meeting)
        if is_same_name(record.case_reference, reference)
    )
    return tuple(manifest["set_sha256"] for manifest in manifests if "set_sha256" in manifest)


def in_this_place(store: Store, ref: str, rule: PhraseRule, *, occurrence: int) -> SpanRule:
    """Return the rule for one occurrence of a phrase, counted from 1 in reading order, and for no other."""
    with store.read() as records:
        return nth_span(compose(records.meetings.get(ref)), rule, occurrence)


def mentions_of(store: Store, ref: str, rules: Sequence[Rule]) -> tuple[Mention, ...]:
    """Return every stretch of the minutes that some rules would withhold, before they do."""
    with store.read() as records:
        return mentions(compose(records.meetings.get(ref)), rules)


def find_case(store: Store, ref: str, reference: str) -> ReleaseCase:
    """Return the case of a meeting."""
    with store.read() as records:
        return records.releases.case(records.meetings.get(ref), reference)


def withhold(
    store: Store,
    ref: str,
    reference: str,
    rules: Iterable[Rule],
    *,
    who: str,
    minutes: RememberedMinutes | None = None,
) -> ReleaseCase:
    """Propose to withhold something more; a rule that matches nothing is refused."""
    new = tuple(rules)

    def withheld(meeting: Meeting, case: ReleaseCase) -> ReleaseCase:
        _refuse_idle(minutes, meeting, new)
        return with_withheld(case, new, who)

    return change_case(store, ref, reference, "withhold", withheld, who=who)


def change_withholding(
    store: Store,
    ref: str,
    reference: str,
    rules: Sequence[Rule],
    new: Iterable[Rule],
    *,
    remark: str = "",
    who: str,
    minutes: RememberedMinutes | None = None,
) -> ReleaseCase:
    """Withhold something otherwise: what was there is lifted and what is new proposed, in one step."""
    wanted = tuple(new)
    said = clean_line(remark, what="the reason").text or "withheld otherwise"

    def changed(meeting: Meeting, case: ReleaseCase) -> ReleaseCase:
        _refuse_idle(minutes, meeting, wanted)
        return withheld_otherwise(case, rules, wanted, who, remark=said)

    return change_case(store, ref, reference, "change a withholding", changed, who=who)


def lift(store: Store, ref: str, reference: str, rules: Sequence[Rule], *, remark: str, who: str) -> ReleaseCase:
    """Withhold something no longer; it stays in the register, with who lifted it and why."""
    said = clean_line(remark, what="the reason").text

    def lifted(_meeting: Meeting, case: ReleaseCase) -> ReleaseCase:
        return with_taken_out(case, rules, who, status=RuleStatus.LIFTED, remark=said)

    return change_case(store, ref, reference, "lift a withholding", lifted, who=who)


def accept(store: Store, ref: str, reference: str, acceptance: Acceptance, *, who: str) -> ReleaseCase:
    """Let a finding stand, with the reason."""
    return accept_all(store, ref, reference, (acceptance,), who=who)


def accept_all(store: Store, ref: str, reference: str, acceptances: Sequence[Acceptance], *, who: str) -> ReleaseCase:
    """Let several findings stand in one step, each kept with its reason."""
    if not all(acceptance.reason.strip() for acceptance in acceptances):
        raise InputError("A finding is accepted with a reason: say why it may stand.")
    spoken_of = {(acceptance.finding, acceptance.text) for acceptance in acceptances}

    def accepted(_meeting: Meeting, case: ReleaseCase) -> ReleaseCase:
        others = (a for a in case.accepted if (a.finding, a.text) not in spoken_of)
        return replace(case, accepted=(*others, *acceptances))

    return change_case(store, ref, reference, done_to("accept", "finding", len(acceptances)), accepted, who=who)


def change_case(
    store: Store,
    ref: str,
    reference: str,
    what: str,
    change: Callable[[Meeting, ReleaseCase], ReleaseCase],
    *,
    who: str,
    is_reading: bool = False,
) -> ReleaseCase:
    """Change what is withheld or accepted in a case: one transaction, one undo; what changes nothing is none.

    Who changes a set cannot agree to it as a whole, but for what a second reader changes by reading it.
    """
    with store.change(what, who=who) as work:
        meeting = work.meetings.get(ref)
        case = work.releases.case(meeting, reference)
        changed = change(meeting, case)
        if changed != case:
            kept = with_places(changed, meeting)
            case = work.releases.save_case(meeting, kept if is_reading else replace(kept, changed_by=who))
            work.commit()
    return case


def done_to(verb: str, thing: str, count: int) -> str:
    """Return what the history says was done to one thing or several: ``accept a finding``, ``accept 4 findings``."""
    return f"{verb} {f'a {thing}' if count == 1 else f'{count} {thing}s'}"


def _refuse_idle(minutes: RememberedMinutes | None, meeting: Meeting, rules: Sequence[Rule]) -> None:
    locator = (minutes or RememberedMinutes()).of(meeting).locator
    idle = [rule.words() for rule in locator.locate(rules).idle]
    if idle:
        raise RuleError(f"This matches nothing in the minutes of {meeting.ref} as they stand: {'; '.join(idle)}.")
