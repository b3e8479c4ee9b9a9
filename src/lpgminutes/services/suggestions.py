"""What might have to be withheld for a case: offered, taken by a person, or dismissed for a body."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from lpgminutes.domain.compose import compose
from lpgminutes.domain.exemption_table import Regime
from lpgminutes.domain.exemptions import Exemption
from lpgminutes.domain.meetings import Meeting, Series
from lpgminutes.domain.suggesting import Dismissal, Known, Recogniser, Suggestion, suggest
from lpgminutes.domain.text import clean_line
from lpgminutes.domain.withholding import Handling, PersonRule, PhraseRule, ReleaseCase, Rule, RuleSource
from lpgminutes.errors import NotFoundError
from lpgminutes.services.bodies import body
from lpgminutes.services.cases import done_to, withhold
from lpgminutes.services.ports import Records, Store

_RESTORE = "suggest again"


def suggestions(
    store: Store, ref: str, reference: str, *, recogniser: Recogniser, law: Regime = Regime.FOIA
) -> tuple[Suggestion, ...]:
    """Return what might have to be withheld and is still open, the likely first. Nothing is withheld by it.

    What it is offered under is of the law that the case relies on, and at first of the given one.
    """
    with store.read() as records:
        meeting = records.meetings.get(ref)
        case = records.releases.case(meeting, reference)
        known = _known(records, meeting, case)
    return suggest(compose(meeting), case.in_force, known, recogniser, law)


def _known(records: Records, meeting: Meeting, case: ReleaseCase) -> Known:
    register = records.people.all()
    cases = records.releases.cases_of_series(meeting.series)
    before = tuple(_withheld_before(records, meeting, case, cases))
    return Known(
        register=tuple(dict.fromkeys(person.name for person in register)),
        initials={person.initials: person.name for person in register if person.initials},
        withheld_here=tuple((rule, where) for rule, where, is_here in before if is_here),
        withheld_before=tuple((rule, where) for rule, where, is_here in before if not is_here),
        dismissed=_dismissed(meeting.series, cases),
    )


def _withheld_before(
    records: Records, meeting: Meeting, case: ReleaseCase, cases: Sequence[tuple[str, ReleaseCase]]
) -> Iterator[tuple[Rule, str, bool]]:
    """Yield what the other released cases of the body withhold, each once, and whether it is in the same minutes.

    Of the same minutes that is all that another case withholds there, of other meetings people and phrases.
    """
    seen: set[str] = set()
    released = {(ref, record.case_reference.casefold()) for ref, record, _ in records.releases.of_series(meeting)}
    done = [(ref, one) for ref, one in reversed(cases) if (ref, one.reference.casefold()) in released]
    for ref, one in sorted(done, key=lambda other: other[0] != meeting.ref):
        is_here = ref == meeting.ref
        if is_here and one.reference.casefold() == case.reference.casefold():
            continue
        for rule in one.in_force:
            bare = _anew(rule) if is_here else _anywhere(rule)
            if bare is not None and bare.words() not in seen:
                seen.add(bare.words())
                yield bare, f"{'these minutes' if is_here else ref} for {one.reference}", is_here


def _anew(rule: Rule) -> Rule:
    """Return a rule as another case over the same minutes can take it."""
    return replace(rule, source=RuleSource.SCREEN, handling=Handling())


def _anywhere(rule: Rule) -> Rule | None:
    """Return a rule as another meeting can take it; ``None`` for one that speaks of one place alone."""
    if isinstance(rule, PersonRule):
        return _anew(rule)
    return _anew(replace(rule, at=None)) if isinstance(rule, PhraseRule) else None


def chosen(offered: Sequence[Suggestion], ids: Collection[str]) -> tuple[Suggestion, ...]:
    """Return suggestions by their ids, or by the kind that stands for all of it."""
    found = []
    for wanted in ids:
        fitting = [one for one in offered if wanted in {one.id, one.kind.value}]
        if not fitting:
            raise NotFoundError(f"There is no suggestion {wanted[:20]}: redact --suggest lists them with their ids.")
        found += fitting
    return tuple(dict.fromkeys(found))


def take(
    store: Store,
    ref: str,
    reference: str,
    taken: Sequence[Suggestion],
    *,
    exemptions: Sequence[Exemption] = (),
    who: str,
) -> ReleaseCase:
    """Propose to withhold what was suggested, under what is offered or under other exemptions."""
    rules = [rule for suggestion in taken for rule in suggestion.rules]
    if exemptions:
        rules = [replace(rule, grounds=replace(rule.grounds, exemptions=tuple(exemptions))) for rule in rules]
    return withhold(store, ref, reference, rules, who=who)


def dismiss(store: Store, ref: str, reference: str, unwanted: Sequence[Suggestion], *, who: str) -> ReleaseCase:
    """Remember that the body of a meeting does not want these suggestions again, in this case or another.

    The case keeps it, so that it is taken back where it was done.
    """
    with store.change(done_to("dismiss", "suggestion", len(unwanted)), who=who) as work:
        meeting = work.meetings.get(ref)
        case = work.releases.case(meeting, reference)
        known = {one.id for one in _dismissed(meeting.series, work.releases.cases_of_series(meeting.series))}
        told = (Dismissal(kind=one.kind, text=clean_line(one.text, what="the words").text) for one in unwanted)
        new = {one.id: one for one in told if one.id not in known}
        if new:
            case = work.releases.save_case(meeting, replace(case, dismissed=(*case.dismissed, *new.values())))
            work.commit()
    return case


def dismissed(store: Store, short_name: str) -> tuple[Dismissal, ...]:
    """Return what a body does not want suggested again."""
    with store.read() as records:
        series = body(records, short_name)
        return _dismissed(series, records.releases.cases_of_series(series))


def _dismissed(series: Series, cases: Iterable[tuple[str, ReleaseCase]]) -> tuple[Dismissal, ...]:
    in_cases = (one for _, case in cases for one in case.dismissed)
    return tuple({one.id: one for one in (*series.dismissed, *in_cases)}.values())


def restore(store: Store, short_name: str, ids: Collection[str], *, who: str) -> tuple[Dismissal, ...]:
    """Suggest again what was dismissed, by its id: a change of its own in each case that kept it."""
    with store.read() as records:
        series = body(records, short_name)
        cases = records.releases.cases_of_series(series)
    known = _dismissed(series, cases)
    for unknown in set(ids) - {one.id for one in known}:
        raise NotFoundError(f"Nothing of the id {unknown[:20]} was dismissed.")
    for ref, case in cases:
        if any(one.id in ids for one in case.dismissed):
            _restore_in_case(store, ref, case.reference, ids, who=who)
    if any(one.id in ids for one in series.dismissed):
        _restore_in_body(store, short_name, ids, who=who)
    return tuple(one for one in known if one.id not in ids)


def _restore_in_case(store: Store, ref: str, reference: str, ids: Collection[str], *, who: str) -> None:
    with store.change(_RESTORE, who=who) as work:
        meeting = work.meetings.get(ref)
        case = work.releases.case(meeting, reference)
        work.releases.save_case(meeting, replace(case, dismissed=_without(case.dismissed, ids)))
        work.commit()


def _restore_in_body(store: Store, short_name: str, ids: Collection[str], *, who: str) -> None:
    with store.change(_RESTORE, who=who) as work:
        series = body(work, short_name)
        work.series.save(replace(series, dismissed=_without(series.dismissed, ids)))
        work.commit()


def _without(dismissals: Iterable[Dismissal], ids: Collection[str]) -> tuple[Dismissal, ...]:
    return tuple(one for one in dismissals if one.id not in ids)
