"""What a rule for one place was proposed for: another minute or row may have its number since."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.second_reading import short_digest_of
from lpgminutes.domain.withholding import PhraseRule, ReleaseCase, Rule, SpanRule


def with_places_kept(case: ReleaseCase, original: Callable[[], MinutesDocument]) -> ReleaseCase:
    """Return a case of which each rule for one place knows what stands there; one that knew it keeps that."""
    if not any(_place_of(rule) and not rule.handling.stood for rule in case.rules):
        return case
    standing = _alone(_standing(original()))
    return replace(case, rules=tuple(_kept(rule, standing) for rule in case.rules))


def moved(rules: Iterable[Rule], document: MinutesDocument) -> Iterator[tuple[Place, Place]]:
    """Yield the place that a rule speaks of and the one of what stood there, where that is another by now."""
    wanted = [(place, rule.handling.stood) for rule in rules if (place := _place_of(rule)) and rule.handling.stood]
    if not wanted:
        return
    standing = _standing(document)
    for place, stood in dict.fromkeys(wanted):
        if standing.get(place) != stood:
            same = (other for other, digest in standing.items() if digest == stood and other.field == place.field)
            yield from ((place, now) for now in same)


def _place_of(rule: Rule) -> Place | None:
    if isinstance(rule, SpanRule):
        return _row_of(rule.place)
    number = rule.at.strip().rstrip(".") if isinstance(rule, PhraseRule) and rule.at else ""
    return Place(field="minute", minute=number) if number else None


def _row_of(place: Place) -> Place:
    """Return the paragraph or row that a place is in; the parts of an action are its owners."""
    table = place.field.partition(".")[0]
    return Place(field=table, minute=place.minute, row=place.row, part=0 if table == "actions" else place.part)


def _kept(rule: Rule, standing: dict[Place, str]) -> Rule:
    place = _place_of(rule)
    if place is None or rule.handling.stood:
        return rule
    return replace(rule, handling=replace(rule.handling, stood=standing.get(place, "")))


def _alone(standing: dict[Place, str]) -> dict[Place, str]:
    """Return what stands in one place alone: of what reads the same in two nobody can tell where it went."""
    many = Counter((place.field, digest) for place, digest in standing.items())
    return {place: digest for place, digest in standing.items() if many[place.field, digest] == 1}


def _standing(document: MinutesDocument) -> dict[Place, str]:
    """Return a digest of what each paragraph and row says; of an item or minute also by its number alone.

    A row of the attendance is known by its name: the rest of it changes as people come and go.
    """
    words: dict[Place, list[str]] = {}
    for text in document.each_text():
        row = _row_of(text.place)
        if row.field == "attendance" and text.place.field != "attendance.name":
            continue
        words.setdefault(row, []).append(text.plain())
        if row.field in {"items", "minutes"} and not row.part:
            words.setdefault(Place(field="minute", minute=row.minute), []).append(text.plain())
    return {place: short_digest_of(*said) for place, said in words.items() if any(said)}
