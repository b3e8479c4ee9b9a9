"""Where the rules of a release apply in a document: rules in, spans out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from lpgminutes.domain.document import Mark, MarkKind, MinutesDocument, Place, Text, Words
from lpgminutes.domain.folding import fold
from lpgminutes.domain.meant_people import apart, as_called, is_any_of, meant_by, with_besides, with_initials
from lpgminutes.domain.name_traces import may_name
from lpgminutes.domain.names import (
    Name,
    is_ordinary_word,
    looks_like_a_name,
    names_in_cell,
    parse_name,
    words_of,
)
from lpgminutes.domain.open_text import with_marks
from lpgminutes.domain.persons import PersonForms, forms_of_person
from lpgminutes.domain.redaction import Span
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.searched_texts import SearchedTexts
from lpgminutes.domain.withholding import (
    FieldRule,
    Handling,
    PersonRule,
    PhraseRule,
    Rule,
    RuleSource,
    SpanRule,
    WithholdableField,
)

_COLUMNS = ("attendance.", "declarations.", "actions.")
_PROSE = ("minutes.", "points.", "items.", "decisions.", "declarations.nature", "actions.text", "approval.correction")


@dataclass(frozen=True, slots=True)
class People:
    """Everybody that a document knows by name, and who of them is withheld."""

    named: dict[str, Name]
    """Whom each person rule means, by what the rule says."""
    open: frozenset[Name]
    organisations: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[Searchable], rules: Iterable[Rule], known: "dict[str, Name] | None" = None) -> "People":
        """Gather the people of a document and its rules; ``known`` are those whom its rules meant before."""
        texts = tuple(texts)
        cells = [cell for text in texts if text.is_name_cell for cell in names_in_cell(text.words)]
        present = [parse_name(cell) for cell in dict.fromkeys(cells) if looks_like_a_name(cell)]
        organisations = frozenset(text.words.upper() for text in texts if text.place.field == "attendance.organisation")
        meant = {} if known is None else known
        everything = "\n".join(text.lower for text in texts)
        people = dict.fromkeys(rule.person for rule in rules if isinstance(rule, PersonRule))
        for person in people.keys() - meant.keys():
            whole = with_besides(meant_by(parse_name(person), present), present)
            if may_name(whole, everything):
                whole = with_initials(as_called(whole, texts, present), texts, organisations)
            meant[person] = whole
        named = apart({person: meant[person] for person in people})
        withheld = frozenset(named.values())
        others = frozenset(other for other in present if not is_any_of(withheld, other, present))
        return cls(named, others, organisations)

    @property
    def withheld(self) -> frozenset[Name]:
        """Everybody who is withheld."""
        return frozenset(self.named.values())

    def forms(self, name: Name) -> PersonForms:
        """Return the forms in which somebody is looked for in this document."""
        return forms_of_person(name, self.open, () if name.initials else self._likely_initials(name))

    def _likely_initials(self, name: Name) -> Iterator[str]:
        taken = {initials for other in self.open for initials in other.own_initials}
        for initials in name.possible_initials:
            if initials not in taken and initials not in self.organisations:
                yield initials


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """What the rules of a release come to in one document."""

    spans: tuple[Span, ...]
    rules: tuple[tuple[Rule, tuple[Span, ...]], ...]
    """Each rule with the spans it gave; a rule without any matches nothing."""
    people: People
    """Everybody that the document knows by name."""

    @property
    def idle(self) -> tuple[Rule, ...]:
        """The rules that match nothing."""
        return tuple(rule for rule, spans in self.rules if not spans)


def searchable(document: MinutesDocument) -> tuple[Searchable, ...]:
    """Return every text of a document once, folded."""
    return tuple(Searchable.of(text.place, with_marks(text)) for text in document.each_text())


def locate(document: MinutesDocument, rules: Sequence[Rule]) -> Located:
    """Return every stretch of the document that the rules withhold."""
    return Locator(document).locate(rules)


@dataclass(slots=True)
class Locator:
    """Looks for rules in one document; what was found once is remembered, so that one rule more costs one rule."""

    document: MinutesDocument
    texts: tuple[Searchable, ...] = field(init=False)
    _searched: SearchedTexts = field(init=False)
    _names: dict[str, Name] = field(default_factory=dict)
    _found: "dict[tuple[Rule, PersonForms | None, int], tuple[Span, ...]]" = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.texts = searchable(self.document)
        self._searched = SearchedTexts(self.texts)

    def locate(self, rules: Sequence[Rule]) -> Located:
        """Return every stretch of the document that the rules withhold."""
        people = People.of(self.texts, rules, self._names)
        numbers = {name: number for number, name in enumerate(people.named.values(), start=1)}
        found = tuple((rule, self._spans(rule, people, numbers)) for rule in rules)
        return Located(spans=tuple(span for _, spans in found for span in spans), rules=found, people=people)

    def _spans(self, rule: Rule, people: People, numbers: Mapping[Name, int]) -> tuple[Span, ...]:
        """Return the spans of a rule; those of a person hang on who else is there and stays open."""
        name = people.named[rule.person] if isinstance(rule, PersonRule) else None
        forms, number = (people.forms(name), numbers[name]) if name else (None, 0)
        spans = self._found.get((rule, forms, number))
        if spans is None:
            bare = replace(rule, handling=Handling(), source=RuleSource.FILE), forms, number
            if bare not in self._found:
                self._found[bare] = tuple(_spans(rule, self._searched, forms, number))
            spans = self._found[rule, forms, number] = self._found[bare]
        return spans


def _spans(rule: Rule, searched: SearchedTexts, forms: PersonForms | None, number: int) -> Iterator[Span]:
    if isinstance(rule, PersonRule):
        for text, stretch in searched.naming(forms) if forms else ():
            yield _span(text, stretch, rule, MarkKind.PERSON, person=number)
    elif isinstance(rule, PhraseRule):
        at = rule.at and rule.at.strip().rstrip(".")
        for text, stretch in searched.mentions(rule.phrase):
            if at is None or _is_at(text.place, at):
                yield _span(text, stretch, rule, MarkKind.PHRASE)
    elif isinstance(rule, SpanRule):
        yield from _chosen_span(rule, searched.texts)
    else:
        yield from _field_spans(rule, searched.texts)


def _chosen_span(rule: SpanRule, texts: Sequence[Searchable]) -> Iterator[Span]:
    """Yield the stretch that was chosen, if the words still stand in it."""
    for text in texts:
        if text.place == rule.place and text.words[rule.start : rule.end] == rule.text:
            is_whole = rule.start == 0 and rule.end == len(text.words)
            yield Span(
                place=text.place,
                start=rule.start,
                end=rule.end,
                exemptions=rule.grounds.exemptions,
                kind=MarkKind.FIELD if is_whole and not _is_prose(text.place) else MarkKind.PHRASE,
            )


def _is_prose(place: Place) -> bool:
    return place.field.startswith(_PROSE)


def _is_at(place: Place, number: str) -> bool:
    return place.minute == number or place.minute.startswith(f"{number}.")


_SIGNS_AROUND = " \n\t,.;:!?()[]'\"\u2018\u2019\u201c\u201d\u2013\u2014-"


def _field_spans(rule: FieldRule, texts: Sequence[Searchable]) -> Iterator[Span]:
    if rule.field is WithholdableField.CONTACT_LOCAL_PART:
        for text in texts:
            if text.place.field == "contact.email" and text.words:
                for stretch in _local_parts(text.folded.text):
                    yield _span(text, stretch, rule, MarkKind.FIELD)
        return
    cells = [text for text in texts if text.place.field == rule.field.value]
    if any(cell.words for cell in cells):
        # A column is withheld in every row: an empty cell left open would tell that it is empty.
        is_column = rule.field.value.startswith(_COLUMNS)
        for cell in cells:
            if cell.words or is_column:
                yield Span(
                    place=cell.place,
                    start=0,
                    end=len(cell.words),
                    exemptions=rule.grounds.exemptions,
                    kind=MarkKind.FIELD,
                )


def _local_parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield what stands before each @: before the first everything, for a name may stand there."""
    ends = [match.start() for match in re.finditer("@", text)] or [len(text)]
    yield 0, ends[0]
    for before, end in pairwise(ends):
        start = max(text.rfind(separator, before, end) for separator in " ,;<:/") + 1
        yield start or before + 1, end


def _span(text: Searchable, stretch: tuple[int, int], rule: Rule, kind: MarkKind, *, person: int = 0) -> Span:
    start, end = text.folded.original(*stretch)
    return Span(place=text.place, start=start, end=end, exemptions=rule.grounds.exemptions, kind=kind, person=person)


def withheld_words(document: MinutesDocument, spans: Iterable[Span]) -> Counter[tuple[str, Place]]:
    """Return the words behind each span with their places: for checks and register, never to print."""
    texts = {text.place: text for text in document.texts()}
    words: Counter[tuple[str, Place]] = Counter()
    for span in spans:
        for part in _parts(texts[span.place], span):
            words[(part, span.place)] += 1
    return words


def words_by_rule(document: MinutesDocument, located: Located) -> Iterator[tuple[int, Rule, str, Place]]:
    """Yield the number of each rule, from 1, with the rule and every stretch of words that it withholds."""
    texts = {text.place: text for text in document.texts()}
    for number, (rule, spans) in enumerate(located.rules, start=1):
        for span in spans:
            for words in _parts(texts[span.place], span):
                yield number, rule, words, span.place


def bare_words(words: str) -> str:
    """Return words without the signs around them, which elsewhere they may stand without: brackets, quotes, stops."""
    return words.strip(_SIGNS_AROUND)


def is_word_of_a_name(words: str) -> bool:
    """Whether words that go as a form of a name tell it wherever they stand, and are no ordinary word."""
    return not is_ordinary_word(re.sub(r"'[sS]?\Z", "", fold(bare_words(words)).text))


def _parts(text: Text, span: Span) -> Iterator[str]:
    cursor = 0
    for segment in text.segments:
        width = 1 if isinstance(segment, Mark) else len(segment.text)
        if isinstance(segment, Words):
            part = segment.text[max(span.start - cursor, 0) : max(span.end - cursor, 0)].strip(" ,")
            if part:
                yield part
        cursor += width


def terms_for(name: Name, people: People) -> tuple[str, ...]:
    """Return what must not be found of a person: the full name, and each part that is theirs alone."""
    forms = people.forms(name)
    if not name.forename:
        return () if is_ordinary_word(name.full) else (name.full,)
    others = {word for other in forms.others for word in other.words}
    wholes = (name.surname, name.forename, *name.besides)
    parts = dict.fromkeys(part for whole in wholes for part in words_of(whole))
    alone = [part for part in parts if part in forms.parts and part.lower() not in others]
    return (name.full, *(part for part in alone if not is_ordinary_word(part)))
