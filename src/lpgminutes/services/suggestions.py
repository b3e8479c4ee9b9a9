"""What might have to be withheld for a case: offered, taken by a person, or dismissed for a body."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from lpgminutes.domain.compose import compose
from lpgminutes.domain.exemptions import Exemption
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.suggesting import Dismissal, Known, Recogniser, Suggestion, suggest
from lpgminutes.domain.text import clean_line
from lpgminutes.domain.withholding import Handling, PersonRule, PhraseRule, ReleaseCase, Rule, RuleSource
from lpgminutes.errors import NotFoundError
from lpgminutes.services.bodies import body
from lpgminutes.services.cases import withhold
from lpgminutes.services.ports import Records, Store


def suggestions(store: Store, ref: str, reference: str, *, recogniser: Recogniser) -> tuple[Suggestion, ...]:
    """Return what might have to be withheld and is still open, the likely first. Nothing is withheld by it."""
    with store.read() as records:
        meeting = records.meetings.get(ref)
        case = records.releases.case(meeting, reference)
        known = _known(records, meeting)
    return suggest(compose(meeting), case.in_force, known, recogniser)


def _known(records: Records, meeting: Meeting) -> Known:
    register = records.people.all()
    return Known(
        register=tuple(dict.fromkeys(person.name for person in register)),
        initials={person.initials: person.name for person in register if person.initials},
        withheld_before=tuple(_withheld_before(records, meeting)),
        dismissed=meeting.series.dismissed,
    )


def _withheld_before(records: Records, meeting: Meeting) -> Iterator[tuple[Rule, str]]:
    """Yield what the released cases of other meetings of the body withhold: people and phrases, each once."""
    seen: set[str] = set()
    released = {
        (ref, record.case_reference.casefold())
        for ref, record, _ in records.releases.of_series(meeting)
        if ref != meeting.ref
    }
    for ref, case in reversed(records.releases.all_cases()):
        for rule in case.in_force if (ref, case.reference.casefold()) in released else ():
            bare = _anywhere(rule)
            if bare is not None and bare.words() not in seen:
                seen.add(bare.words())
                yield bare, f"{ref} for {case.reference}"


def _anywhere(rule: Rule) -> Rule | None:
    """Return a rule as another meeting can take it; ``None`` for one that speaks of one place alone."""
    if isinstance(rule, PersonRule):
        return replace(rule, source=RuleSource.SCREEN, handling=Handling())
    if isinstance(rule, PhraseRule):
        return replace(rule, at=None, source=RuleSource.SCREEN, handling=Handling())
    return None


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


def dismiss(store: Store, ref: str, unwanted: Sequence[Suggestion], *, who: str) -> tuple[Dismissal, ...]:
    """Remember that the body of a meeting does not want these suggestions again, in this case or another."""
    with store.change("dismiss suggestions", who=who) as work:
        series = work.meetings.get(ref).series
        new = (Dismissal(kind=one.kind, text=clean_line(one.text, what="the words").text) for one in unwanted)
        dismissed = tuple({one.id: one for one in (*series.dismissed, *new)}.values())
        saved = work.series.save(replace(series, dismissed=dismissed))
        work.commit()
    return saved.dismissed


def dismissed(store: Store, short_name: str) -> tuple[Dismissal, ...]:
    """Return what a body does not want suggested again."""
    with store.read() as records:
        return body(records, short_name).dismissed


def restore(store: Store, short_name: str, ids: Collection[str], *, who: str) -> tuple[Dismissal, ...]:
    """Suggest again what was dismissed, by its id."""
    with store.change("suggest again", who=who) as work:
        series = body(work, short_name)
        for unknown in set(ids) - {one.id for one in series.dismissed}:
            raise NotFoundError(f"Nothing of the id {unknown[:20]} was dismissed.")
        left = tuple(one for one in series.dismissed if one.id not in ids)
        saved = work.series.save(replace(series, dismissed=left))
        work.commit()
    return saved.dismissed
