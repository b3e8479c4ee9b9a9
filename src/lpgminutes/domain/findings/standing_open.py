"""Where words, days and names that are withheld in one place stand open in some texts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.short_references import is_called_a_reference, is_short_reference, is_word_as_well
from lpgminutes.domain.folding import fold, folded
from lpgminutes.domain.naming.named_people import People
from lpgminutes.domain.naming.named_things import is_nobodys_name
from lpgminutes.domain.naming.names import is_ordinary_word, looks_like_a_name, parse_name
from lpgminutes.domain.naming.persons import forms_of_person
from lpgminutes.domain.sayings.written_dates import WrittenDay, days_in
from lpgminutes.domain.searchable import NAME_COLUMNS, Searchable
from lpgminutes.domain.searched_texts import SearchedTexts
from lpgminutes.domain.withheld_words import bare_words

_GENERIC_FIELDS = frozenset(
    {"attendance.role", "attendance.organisation", "attendance.capacity", "actions.due", "actions.owner"}
)
"""Fields whose words are often ordinary: a role named elsewhere does not by itself name the person."""
_PLACE_FIELDS = frozenset({"location", "next_meeting"})
_PLAIN_FIGURE = re.compile(r"\W*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{4,}(?:\.\d+)?)\W*")
_KINDS = """
    ltd limited plc llp lp inc co company group holdings cic cio cyf cyfyngedig ccc gmbh sa bv sons son brothers bros
    associates partners & and
"""
_KINDS_OF_FIRM = frozenset(_KINDS.split())
_REGISTERED = frozenset(
    {"ltd", "limited", "plc", "llp", "lp", "inc", "cic", "cio", "cyf", "cyfyngedig", "ccc", "gmbh", "bv"}
)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_BEFORE_A_FIRM = frozenset({"messrs", "m/s"})
_SHORT = 2
_TELLING_PIECE = 4
"""Letters of a piece of an address that is worth a look elsewhere."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of a text that stands open and should perhaps not."""

    place: Place
    start: int
    end: int
    text: str
    severity: Severity
    why: str
    source: Place
    """Where it is withheld."""
    is_sure: bool = False
    """Whether it speaks of the same as where it is withheld: in the same sentence, or in a correction of it."""
    is_figure: bool = False
    """Whether it is a figure, whatever letters it is written with: in other minutes it may be another one."""
    is_worked_out: bool = False
    """Whether it only gives what is withheld to somebody who reckons, and is no form of it."""

    @classmethod
    def of(cls, text: Searchable, stretch: tuple[int, int], severity: Severity, why: str, source: Place) -> "Hit":
        """Return the hit on a stretch of a folded text, with the words as they are written there."""
        start, end = text.folded.original(*stretch)
        return cls(text.place, start, end, text.words[start:end].strip(), severity, why, source)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Withheld:
    """What is withheld in one document, made ready to be looked for in others."""

    forms: tuple[tuple[str, Severity, Place], ...]
    """Each text in each way in which it is looked for elsewhere, with a place where it is withheld."""
    days: tuple[tuple[WrittenDay, Place], ...]
    names: tuple[tuple[str, Place], ...]
    """What is written as a name: in a column of names, or anywhere."""

    @classmethod
    def of(cls, words: Iterable[tuple[str, Place]], dated: Iterable[tuple[str, Place]] | None = None) -> "Withheld":
        """Make words ready, each with its place; ``dated`` are those that are read for days, where they are others."""
        words = tuple(words)
        days: dict[WrittenDay, Place] = {}
        for written, source in words if dated is None else dated:
            for day in days_in(fold(written).text):
                days.setdefault(day, source)
        named = [(bare_words(written), source) for written, source in words]
        return cls(
            forms=tuple(_withheld_texts(words)),
            days=tuple(days.items()),
            names=tuple((bare, source) for bare, source in named if looks_like_a_name(bare)),
        )


def same_words(withheld: Withheld, texts: SearchedTexts) -> Iterator[Hit]:
    """Yield where the same words or figures stand open."""
    for words, severity, source in withheld.forms:
        why = f"the same words are withheld in {source.words()}"
        is_short = is_short_reference(words, source)
        is_word = is_word_as_well(words, source)
        for text, stretch in texts.mentions(words):
            if is_word and text.folded.text[slice(*stretch)].islower():
                continue
            if not is_short or is_called_a_reference(text, stretch[0]):
                yield Hit.of(text, stretch, severity, why, source)


def same_days(withheld: Withheld, texts: SearchedTexts) -> Iterator[Hit]:
    """Yield where the same days stand open, in any written form."""
    for day, source in withheld.days:
        why = f"it is {day}, which is withheld in {source.words()}"
        for text, stretch in texts.days(day):
            yield Hit.of(text, stretch, Severity.GIVES_AWAY, why, source)


def same_names(withheld: Withheld, texts: SearchedTexts, people: People) -> Iterator[Hit]:
    """Yield the forms of a name that a rule for a field or a phrase withholds: no rule looks for them."""
    known = {name.full for name in people.open}
    names = {}
    for bare, source in withheld.names:
        name = parse_name(bare)
        if (source.field in NAME_COLUMNS or name.full in known) and not is_nobodys_name(bare):
            names[name] = source
    for name, source in names.items():
        forms = forms_of_person(name, [other for other in people.open if other not in names])
        why = f"it is a form of the name that is withheld in {source.words()}"
        for text, stretch in texts.naming(forms):
            yield Hit.of(text, stretch, Severity.GIVES_AWAY, why, source)


def _withheld_texts(withheld: Iterable[tuple[str, Place]]) -> Iterator[tuple[str, Severity, Place]]:
    """Yield each text to look for elsewhere, once and at its gravest, with a place where it is withheld."""
    order = list(Severity)
    texts: dict[str, tuple[str, Severity, Place]] = {}

    def rank(form: str, severity: Severity, source: Place) -> tuple[int, bool]:
        return order.index(severity), is_short_reference(form, source)

    for words, source in withheld:
        for form, severity in _forms(words, source):
            known = texts.get(folded(form))
            if known is None or rank(form, severity, source) < rank(*known):
                texts[folded(form)] = (form, severity, source)
    texts.pop("", None)
    return iter(texts.values())


def _forms(words: str, source: Place) -> Iterator[tuple[str, Severity]]:
    for form in dict.fromkeys((words, bare_words(words))):
        is_generic = source.field in _GENERIC_FIELDS or is_slight(form)
        yield form, Severity.CHECK if is_generic else Severity.GIVES_AWAY
    if figure := _PLAIN_FIGURE.fullmatch(words):
        yield figure.group(1), Severity.GIVES_AWAY
    if source.field in _PLACE_FIELDS:
        for piece in words.split(","):
            if len(re.sub(r"[\W\d_]", "", piece)) >= _TELLING_PIECE and not days_in(piece):
                yield piece.strip(), Severity.CHECK


def is_slight(words: str) -> bool:
    """Whether words are too short or ordinary to tell anything elsewhere: ``4``, ``Red``, ``IT``."""
    return len(words) <= _SHORT or is_ordinary_word(words)


def firm_of(words: str) -> str:
    """Return a firm without what sort of company it is, and what stands in brackets: ``Kwik Lube``."""
    own = _IN_BRACKETS.sub("", words).split()
    while len(own) > 1 and own[-1].strip(".,").lower() in _KINDS_OF_FIRM:
        own.pop()
    return " ".join(own[1:] if len(own) > 1 and own[0].strip(".").lower() in _BEFORE_A_FIRM else own)


def is_sure_firm(words: str) -> bool:
    """Whether what is left of words as a firm means it: ``Acme Ltd`` does, and ``Finance Group`` is no ``Finance``."""
    own = firm_of(words)
    dropped = {word.strip(".,").lower() for word in words.split()} - {word.lower() for word in own.split()}
    return " " in own or not dropped.isdisjoint(_REGISTERED)


def widest(hits: Iterable[Hit], places: Sequence[Place]) -> Iterator[Hit]:
    """Yield the hits in reading order without those inside another that matters as much.

    What can be worked out takes in a good part of a sentence: it hides nothing that stands in it.
    """
    reading = {place: position for position, place in enumerate(places)}
    order = {severity: rank for rank, severity in enumerate(Severity)}
    reached: dict[tuple[Place, bool, int], int] = {}
    for hit in sorted(hits, key=lambda h: (reading[h.place], h.start, -h.end, order[h.severity])):
        rank = order[hit.severity]
        over = [(worked_out, as_grave) for worked_out in {False, hit.is_worked_out} for as_grave in range(rank + 1)]
        if all(reached.get((hit.place, *one), -1) < hit.end for one in over):
            reached[hit.place, hit.is_worked_out, rank] = hit.end
            yield hit
