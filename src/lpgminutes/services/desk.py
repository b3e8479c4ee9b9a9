"""What the release desk shows: a case as it stands, the copy it comes to, and how far it has come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lpgminutes.domain.cases import CaseStatus, is_same_name, reads_second, set_digest, status_of, visits_that_count
from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.exemptions import Exemption
from lpgminutes.domain.locating import Located
from lpgminutes.domain.proposal import Proposal
from lpgminutes.domain.release_copy import release_copy
from lpgminutes.domain.second_reading import unvisited
from lpgminutes.domain.withholding import ReleaseCase, Rule, RuleStatus
from lpgminutes.domain.working_days import WorkingDays, foi_due
from lpgminutes.services.cases import released_sets
from lpgminutes.services.ports import Interchange, Records, Store
from lpgminutes.services.proposals import standing_proposal
from lpgminutes.services.remembered import ComposedMinutes, RememberedMinutes
from lpgminutes.services.second_reading import ReadingState, state_of


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskView:
    """A case on the desk."""

    proposal: Proposal
    """Not yet examined: the findings take longer than the copy, and come after it."""
    minutes: ComposedMinutes
    reading: ReadingState
    unvisited: frozenset[Place]
    """The texts that no second reader has had before their eyes."""
    reads_second: bool
    """Whether whoever is at the keyboard is a second reader of it."""
    due: date | None
    days_left: int | None
    """Working days; negative when it is late."""
    status: CaseStatus
    is_answered: bool
    """Whether a release of all the minutes in its scope went out for it, whatever was changed since."""

    @property
    def case(self) -> ReleaseCase:
        """The case."""
        return self.proposal.case


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskTools:
    """Who is at the desk, on which day, and what a case is read with."""

    interchange: Interchange
    working_days: WorkingDays
    who: str
    today: date


def desk_view(
    store: Store,
    ref: str,
    reference: str,
    *,
    tools: DeskTools,
    minutes: RememberedMinutes,
    changed: ReleaseCase | None = None,
) -> DeskView:
    """Return a case as it stands; of one changed just now, over minutes that are remembered, nothing is read."""
    with store.read() as records:
        known = minutes.latest if changed else None
        composed = known or minutes.of(records.meetings.get(ref))
        meeting, content = composed.meeting, composed.frozen(tools.interchange)
        case = changed or records.releases.case(meeting, reference)
        reading = state_of(records, meeting, case, content=content, who=tools.who, document=composed.document)
        released = released_sets(records, meeting, case.reference)
        is_answered = bool(released) and _went_out_whole(records, case.reference)
    proposal = standing_proposal(composed, case)
    due = foi_due(case.received, tools.working_days) if case.received else None
    return DeskView(
        proposal=proposal,
        minutes=composed,
        reading=reading,
        unvisited=frozenset(text.place for text in unvisited(proposal.original, visits_that_count(case))),
        reads_second=reads_second(case, tools.who),
        due=due,
        days_left=tools.working_days.between(tools.today, due) if due else None,
        status=status_of(case, set_digest(case, content), released=released),
        is_answered=is_answered,
    )


def _went_out_whole(records: Records, reference: str) -> bool:
    """Whether a release of each meeting in the scope of a case went out."""
    scope = (ref for ref, case in records.releases.all_cases() if is_same_name(case.reference, reference))
    return all(released_sets(records, records.meetings.get(ref), reference) for ref in scope)


def foreseen(view: DeskView, case: ReleaseCase) -> tuple[MinutesDocument, Located]:
    """Return the copy that a changed case will come to, its marks without numbers yet, and where its rules apply.

    Nothing is read: it is seen before it is stored.
    """
    located = view.minutes.locator.locate(case.in_force)
    return release_copy(view.minutes.redactor.marked(located.spans), case), located


def is_found_alike(before: DeskView, now: DeskView) -> bool:
    """Whether the same is found in a case as it was found before, but for what is accepted of it."""
    return before.minutes is now.minutes and _examined(before.case) == _examined(now.case)


def _examined(case: ReleaseCase) -> tuple[object, ...]:
    return case.rules, case.release_marking


def recent_exemptions(store: Store, reference: str) -> tuple[Exemption, ...]:
    """Return the exemptions that were relied on, those of this case first and the latest before the others."""
    with store.read() as records:
        cases = [case for _, case in records.releases.all_cases()]
    cases.sort(key=lambda case: case.reference.casefold() == reference.casefold())
    relied_on = [exemption for case in cases for exemption in _exemptions(case.rules)]
    return tuple(dict.fromkeys(reversed(relied_on)))


def _exemptions(rules: Iterable[Rule]) -> Iterable[Exemption]:
    return (exemption for rule in rules for exemption in rule.grounds.exemptions)


def not_agreed(case: ReleaseCase) -> tuple[Rule, ...]:
    """Return what is withheld and waits for its second reader."""
    return tuple(rule for rule in case.in_force if rule.handling.status is not RuleStatus.AGREED)
