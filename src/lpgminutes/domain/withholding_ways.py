"""What an officer may mean by what is chosen: this person everywhere, these words, this place, this field."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.folding import folded
from lpgminutes.domain.locating import locate, searchable
from lpgminutes.domain.naming.names import Name, looks_like_a_name, parse_name
from lpgminutes.domain.redaction import merged_by_place
from lpgminutes.domain.searchable import NAME_COLUMNS
from lpgminutes.domain.selecting import Stretch, Unit
from lpgminutes.domain.withholding import (
    FieldRule,
    Grounds,
    PersonRule,
    PhraseRule,
    Rule,
    SpanRule,
    WithholdableField,
)

_FIELDS = {field.value: field for field in WithholdableField}
_ONE_OF_A_KIND = frozenset({
    "title", "subtitle", "date", "location", "next_meeting", "contact.name", "contact.email", "approval.date",
})  # fmt: skip
"""Fields of which the minutes have one: chosen whole, the field is meant, whatever it holds."""
_PROSE = frozenset({
    "minutes.text", "points.text", "actions.text", "decisions.text", "declarations.nature", "approval.correction",
})  # fmt: skip
"""Where somebody may be named of whom no table tells."""
_ORGANISATION = "attendance.organisation"
_LEAST_WORD = 3
_NO_GROUNDS = Grounds(exemptions=())
_EDGES = " ,;:.\N{OBJECT REPLACEMENT CHARACTER}"
_CONTEXT = 32


class Way(Enum):
    """How far a withholding reaches."""

    PERSON = "every mention of this name, in all its forms"
    PHRASE = "every mention of these words"
    IN_MINUTE = "these words in this minute"
    HERE = "only here"
    PLACES = "in the places that are listed, and in no others"
    FIELD = "the field, whatever it holds"
    ITEM = "every text of the item"


@dataclass(frozen=True, slots=True, kw_only=True)
class WayToWithhold:
    """One of the ways, with the rules that it comes to; what they rest on is yet to be said."""

    way: Way
    said: str
    """What is withheld, in words: the person, the phrase, the field."""
    rules: tuple[Rule, ...]

    def on(self, grounds: Grounds) -> tuple[Rule, ...]:
        """Return the rules as they rest on these grounds."""
        return tuple(replace(rule, grounds=grounds) for rule in self.rules)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One stretch that a rule withholds, with the words round it: for the officer, never for a release."""

    place: Place
    start: int
    before: str
    words: str
    after: str


def ways_to_withhold(
    document: MinutesDocument, stretches: Sequence[tuple[Place, Stretch]], unit: Unit
) -> tuple[WayToWithhold, ...]:
    """Return what may be meant by what is chosen, the likeliest first; nothing when only spaces are chosen."""
    texts = {text.place: text.words for text in searchable(document)}
    place, stretch = stretches[0]
    if unit is Unit.FIELD:
        return (_field(place),)
    here = tuple(rule for at, (start, end) in stretches for rule in _span(at, texts[at], start, end))
    if not here:
        return ()
    if unit is Unit.ITEM:
        return (WayToWithhold(way=Way.ITEM, said=f"item {place.minute.partition('.')[0]}", rules=here),)
    is_whole = stretch[0] == 0 and stretch[1] >= len(texts[place].rstrip())
    return tuple(_ways(texts, place, here[0], is_whole=is_whole))


def ways_for_words(document: MinutesDocument, places: Sequence[Place], words: str) -> tuple[WayToWithhold, ...]:
    """Return the ways to withhold words that stand open, everywhere before only here; nothing where they do not stand.

    They are looked for in these places first: what is open there is what was found.
    """
    spans = locate(document, (PhraseRule(phrase=words, grounds=_NO_GROUNDS),)).spans
    here = next((span for span in spans if span.place in places), next(iter(spans), None))
    if here is None:
        return ()
    ways = ways_to_withhold(document, [(here.place, (here.start, here.end))], Unit.WORD)
    return tuple(sorted(ways, key=lambda way: way.way is Way.HERE))


def ways_for_rules(
    document: MinutesDocument, rules: Sequence[Rule], words: str, *, is_a_name: bool
) -> tuple[WayToWithhold, ...]:
    """Return the ways to withhold what some rules withhold together: exactly as they do, or their words everywhere.

    Of what may be the name of somebody or of a firm every mention is meant first.
    """
    if len(rules) == 1 and not isinstance(rules[0], SpanRule):
        return (way_of(rules[0]),)
    listed = WayToWithhold(way=Way.PLACES if len(rules) > 1 else Way.HERE, said=words, rules=tuple(rules))
    if any(not isinstance(rule, SpanRule) or folded(rule.text) != folded(words) for rule in rules):
        return (listed,)
    places = [rule.place for rule in rules if isinstance(rule, SpanRule)]
    everywhere = [way for way in ways_for_words(document, places, words) if way.way in {Way.PHRASE, Way.PERSON}]
    everywhere.sort(key=lambda way: way.way is Way.PERSON)
    return (*everywhere, listed) if is_a_name else (listed, *everywhere)


def _ways(texts: dict[Place, str], place: Place, here: SpanRule, *, is_whole: bool) -> Iterator[WayToWithhold]:
    words = here.text
    only_here = WayToWithhold(way=Way.HERE, said=words, rules=(here,))
    everywhere = WayToWithhold(way=Way.PHRASE, said=words, rules=(PhraseRule(phrase=words, grounds=_NO_GROUNDS),))
    person = _person(texts, place, words)
    is_field = place.field in _FIELDS and is_whole
    if is_field and place.field in _ONE_OF_A_KIND:
        yield _field(place)
    if person:
        yield WayToWithhold(way=Way.PERSON, said=person, rules=(PersonRule(person=person, grounds=_NO_GROUNDS),))
    if person or _is_organisation(texts, words):
        yield from (everywhere, only_here)
    else:
        yield from (only_here, everywhere)
    if place.minute:
        in_minute = PhraseRule(phrase=words, at=place.minute, grounds=_NO_GROUNDS)
        yield WayToWithhold(way=Way.IN_MINUTE, said=words, rules=(in_minute,))
    if is_field and place.field not in _ONE_OF_A_KIND:
        yield _field(place)


def _field(place: Place) -> WayToWithhold:
    rule = FieldRule(field=_FIELDS[place.field], grounds=_NO_GROUNDS)
    return WayToWithhold(way=Way.FIELD, said=rule.field.value, rules=(rule,))


def _span(place: Place, text: str, start: int, end: int) -> Iterator[SpanRule]:
    """Yield the rule for a stretch without the spaces and stops at its edges; whole texts keep theirs."""
    if (start, end) != (0, len(text)):
        start += len(text[start:end]) - len(text[start:end].lstrip(_EDGES))
        end = start + len(text[start:end].rstrip(_EDGES))
    if text[start:end].strip(_EDGES):
        yield SpanRule(place=place, start=start, end=end, text=text[start:end], grounds=_NO_GROUNDS)


def way_of(rule: Rule) -> WayToWithhold:
    """Return the way in which something is withheld already."""
    match rule:
        case PersonRule():
            return WayToWithhold(way=Way.PERSON, said=rule.person, rules=(rule,))
        case PhraseRule():
            return WayToWithhold(way=Way.IN_MINUTE if rule.at else Way.PHRASE, said=rule.phrase, rules=(rule,))
        case FieldRule():
            return WayToWithhold(way=Way.FIELD, said=rule.field.value, rules=(rule,))
        case SpanRule():
            return WayToWithhold(way=Way.HERE, said=rule.text, rules=(rule,))


def is_withholdable_field(place: Place) -> bool:
    """Whether a rule may withhold the field that a text stands in whole."""
    return place.field in _FIELDS


def _person(texts: dict[Place, str], place: Place, words: str) -> str:
    """Return the name of the person who is meant, as fully as the paper has it; empty when it is nobody."""
    if "\n" in words or "\N{OBJECT REPLACEMENT CHARACTER}" in words:
        return ""
    names = [parse_name(text) for at, text in texts.items() if at.field in NAME_COLUMNS and looks_like_a_name(text)]
    chosen = parse_name(words).full
    known = {name.full for name in names if _is_meant(chosen, name)}
    if len(known) == 1:
        return known.pop()
    if place.field in NAME_COLUMNS:
        return chosen
    may_be_one = place.field in _PROSE and looks_like_a_name(words) and not _is_organisation(texts, words)
    return chosen if may_be_one and not _is_capital_phrase(chosen, texts) else ""


def _is_meant(chosen: str, name: Name) -> bool:
    wanted = folded(chosen)
    if wanted == folded(name.full):
        return True
    return len(chosen) >= _LEAST_WORD and wanted in {folded(name.surname), folded(name.forename)}


def _is_capital_phrase(words: str, texts: dict[Place, str]) -> bool:
    """Whether words with capitals are the name of a thing: they stand in a title, or are all capitals."""
    wanted = folded(words)
    titles = (folded(text) for at, text in texts.items() if at.field in {"body", "title", "subtitle", "items.title"})
    return words.isupper() or any(wanted in title for title in titles)


def _is_organisation(texts: dict[Place, str], words: str) -> bool:
    wanted = folded(words)
    return any(folded(text) == wanted for at, text in texts.items() if at.field == _ORGANISATION)


def mentions(document: MinutesDocument, rules: Iterable[Rule]) -> tuple[Mention, ...]:
    """Return every stretch that some rules withhold, in reading order, with the words round it."""
    texts = {text.place: text.words for text in searchable(document)}
    order = {place: number for number, place in enumerate(texts)}
    by_place = merged_by_place(locate(document, tuple(rules)).spans)
    return tuple(
        _mention(texts[place], place, span.start, span.end)
        for place in sorted(by_place, key=order.__getitem__)
        for span in by_place[place]
    )


def _mention(text: str, place: Place, start: int, end: int) -> Mention:
    before, after = text[max(start - _CONTEXT, 0) : start], text[end : end + _CONTEXT]
    return Mention(
        place=place,
        start=start,
        before=("\N{HORIZONTAL ELLIPSIS}" if start > _CONTEXT else "") + before,
        words=text[start:end],
        after=after + ("\N{HORIZONTAL ELLIPSIS}" if end + _CONTEXT < len(text) else ""),
    )
