"""Where the rules of a release apply in a document: rules in, spans out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lpgminutes.domain.document import Mark, MarkKind, MinutesDocument, Place, Text, Words
from lpgminutes.domain.folding import Folded, fold
from lpgminutes.domain.names import (
    Name,
    full_forms,
    is_ordinary_word,
    looks_like_a_name,
    parse_name,
    single_forms,
)
from lpgminutes.domain.redaction import Span
from lpgminutes.domain.withholding import FieldRule, PersonRule, PhraseRule, Rule, WithholdableField

_MARK = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for a mark in a text that is searched: one character, as wide as ``redaction`` counts it."""
_COLUMNS = ("attendance.", "actions.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """What the rules of a release come to in one document."""

    spans: tuple[Span, ...]
    rules: tuple[tuple[Rule, tuple[Span, ...]], ...]
    """Each rule with the spans it gave; a rule without any matches nothing."""


@dataclass(frozen=True, slots=True)
class Searchable:
    """A text of the document, ready to be searched."""

    place: Place
    words: str
    folded: Folded
    lower: str


def searchable(document: MinutesDocument) -> tuple[Searchable, ...]:
    """Return every text of a document once, folded."""
    texts: dict[Place, Text] = {}
    for text in document.texts():
        texts.setdefault(text.place, text)
    return tuple(_searchable(text) for text in texts.values())


def locate(document: MinutesDocument, rules: Sequence[Rule]) -> Located:
    """Return every stretch of the document that the rules withhold."""
    texts = searchable(document)
    people = People.of(texts, rules)
    found = tuple((rule, tuple(_spans(rule, texts, people))) for rule in rules)
    return Located(spans=tuple(span for _, spans in found for span in spans), rules=found)


@dataclass(frozen=True, slots=True)
class People:
    """Everybody that a document knows by name, and who of them is withheld."""

    withheld: frozenset[Name]
    open: frozenset[Name]
    initials: dict[Name, str]
    """The initials that the paper declares for somebody, anywhere in it."""

    @classmethod
    def of(cls, texts: Iterable[Searchable], rules: Iterable[Rule]) -> "People":
        """Gather the people of a document and its rules."""
        texts = tuple(texts)
        withheld = frozenset(parse_name(rule.person) for rule in rules if isinstance(rule, PersonRule))
        columns = ("attendance.name", "actions.owner", "contact.name")
        named = [
            parse_name(text.words)
            for text in texts
            if text.place.field in columns and looks_like_a_name(text.words)
        ]
        bare = {(name.forename.lower(), name.surname.lower()) for name in withheld}
        others = frozenset(
            name for name in named if (name.forename.lower(), name.surname.lower()) not in bare
        )
        return cls(withheld, others, {name: _declared_initials(name, texts) for name in withheld})

    def is_forename_clear(self, name: Name) -> bool:
        """Whether the forename alone can mean nobody whose name stays open."""
        return bool(name.forename) and all(
            name.forename.lower() != other.forename.lower() for other in self.open
        )

    def is_surname_clear(self, name: Name) -> bool:
        """Whether the surname alone can mean nobody whose name stays open."""
        return all(name.surname.lower() != other.surname.lower() for other in self.open)


def _declared_initials(name: Name, texts: Iterable[Searchable]) -> str:
    """Return the initials that a paper puts in brackets after a name, or in the note of its attendance row."""
    if name.initials:
        return name.initials
    if not name.forename:
        return ""
    own = "".join(
        part[0] for part in (name.forename, *name.middles, *re.split(r"[\s-]", name.surname)) if part
    )
    short = name.forename[0] + name.surname[0]
    after = re.compile(
        rf"(?i:{re.escape(name.full)})(?:,[^()]{{0,80}})?\s*\(({re.escape(name.forename[0])}\.?[A-Za-z.]{{0,4}})\)"
    )
    rows = {
        text.place.row
        for text in texts
        if text.place.field == "attendance.name" and name.surname in text.folded.text
    }
    for text in texts:
        if match := after.search(text.folded.text):
            return match.group(1).replace(".", "")
        if text.place.field == "attendance.capacity" and text.place.row in rows:
            for initials in dict.fromkeys((own.upper(), short.upper())):
                if re.search(rf"(?<!\w){initials}(?!\w)", text.folded.text):
                    return initials
    return ""


def _searchable(text: Text) -> Searchable:
    words = "".join(segment.text if isinstance(segment, Words) else _MARK for segment in text.segments)
    folded = fold(words)
    return Searchable(text.place, words, folded, folded.text.lower())


def _spans(rule: Rule, texts: Sequence[Searchable], people: People) -> Iterator[Span]:
    if isinstance(rule, PersonRule):
        yield from _person_spans(rule, texts, people)
    elif isinstance(rule, PhraseRule):
        yield from _phrase_spans(rule, texts)
    else:
        yield from _field_spans(rule, texts)


def _person_spans(rule: PersonRule, texts: Sequence[Searchable], people: People) -> Iterator[Span]:
    name = parse_name(rule.person)
    initials = people.initials.get(name, "")
    declared = Name(
        full=name.full, forename=name.forename, middles=name.middles, surname=name.surname, initials=initials
    )
    whole = full_forms(declared)
    alone = single_forms(declared, surname=True, forename=people.is_forename_clear(name))
    others = [full_forms(other) for other in people.open if other.surname.lower() == name.surname.lower()]
    quick = tuple(_longest_run(part) for part in (*name.words, initials.lower()) if part)
    for text in texts:
        if any(part in text.lower for part in quick):
            taken = [match.span() for pattern in others for match in pattern.finditer(text.folded.text)]
            for pattern in (whole, alone) if alone else (whole,):
                for match in pattern.finditer(text.folded.text):
                    if not any(start <= match.start() and match.end() <= end for start, end in taken):
                        yield _span(text, match.span(), rule, MarkKind.PERSON)


def _longest_run(part: str) -> str:
    """Return the longest stretch of letters, which every form of a name keeps: ``brien`` of ``o'brien``."""
    return max(re.split(r"[^\w]+", part), key=len)


def _phrase_spans(rule: PhraseRule, texts: Sequence[Searchable]) -> Iterator[Span]:
    pattern = phrase_pattern(rule.phrase)
    for text in texts:
        if rule.at is None or _is_at(text.place, rule.at):
            for match in pattern.finditer(text.folded.text):
                yield _span(text, match.span(), rule, MarkKind.PHRASE)


def _is_at(place: Place, number: str) -> bool:
    return place.minute == number or place.minute.startswith(f"{number}.")


def phrase_pattern(phrase: str) -> re.Pattern[str]:
    """Return a pattern for a phrase as a whole: ``41.6`` is not in ``141.6`` or ``41.65``."""
    plain = r"\s+".join(re.escape(word) for word in fold(phrase).text.split())
    before = r"(?<!\w)(?<!\d[.,])" if plain[:1].isalnum() else ""
    after = r"(?!\w)(?![.,]\d)" if plain[-1:].isalnum() else ""
    return re.compile(f"{before}{plain}{after}", re.IGNORECASE)


def _field_spans(rule: FieldRule, texts: Sequence[Searchable]) -> Iterator[Span]:
    if rule.field is WithholdableField.CONTACT_LOCAL_PART:
        for text in texts:
            if text.place.field == "contact.email" and "@" in text.words:
                yield _span(text, (0, text.folded.text.index("@")), rule, MarkKind.FIELD)
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


def _span(text: Searchable, stretch: tuple[int, int], rule: Rule, kind: MarkKind) -> Span:
    start, end = text.folded.original(*stretch)
    return Span(place=text.place, start=start, end=end, exemptions=rule.grounds.exemptions, kind=kind)


def withheld_words(document: MinutesDocument, spans: Iterable[Span]) -> Counter[tuple[str, Place]]:
    """Return the words behind each span with their places: for the checks and the register, never for a document."""
    texts = {text.place: text for text in document.texts()}
    words: Counter[tuple[str, Place]] = Counter()
    for span in spans:
        for part in _parts(texts[span.place], span):
            words[(part, span.place)] += 1
    return words


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
    """Return what must not be found of a withheld person: the full name, and each part that can mean nobody else."""
    parts = [name.full]
    if name.forename:
        parts += (
            [name.surname] if people.is_surname_clear(name) and not is_ordinary_word(name.surname) else []
        )
        parts += (
            [name.forename] if people.is_forename_clear(name) and not is_ordinary_word(name.forename) else []
        )
    return tuple(parts)
