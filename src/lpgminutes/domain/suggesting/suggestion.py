"""One suggestion: what it is about, where it stands, why, and the rules that it would become."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from lpgminutes.domain.dismissals import Dismissal, SuggestionKind, suggestion_id
from lpgminutes.domain.document import Place
from lpgminutes.domain.exemption_table import Regime
from lpgminutes.domain.exemptions import Exemption, read_exemption
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.withholding import Grounds, Rule, SpanRule

_COMMERCIAL = frozenset({SuggestionKind.MONEY, SuggestionKind.FIGURE})
_PERSONAL_EXEMPTION = {
    Regime.FOIA: "FOIA s40(2)",
    Regime.FOISA: "FOISA s38(1)(b)",
    Regime.EIR: "EIR reg 13(1)",
    Regime.EISR: "EISR reg 11(2)",
}
_COMMERCIAL_EXEMPTION = {
    Regime.FOIA: "FOIA s43(2)",
    Regime.FOISA: "FOISA s33(1)(b)",
    Regime.EIR: "EIR reg 12(5)(e)",
    Regime.EISR: "EISR reg 10(5)(e)",
}
_CRIME_EXEMPTION = {
    Regime.FOIA: "FOIA s31(1)(a)",
    Regime.FOISA: "FOISA s35(1)(a)",
    Regime.EIR: "EIR reg 12(5)(a)",
    Regime.EISR: "EISR reg 10(5)(a)",
}


def offered_exemption(kind: SuggestionKind, regime: Regime) -> Exemption:
    """Return the exemption that such a thing is mostly withheld under: an offer, for the officer to change."""
    table = _PERSONAL_EXEMPTION
    if kind in _COMMERCIAL:
        table = _COMMERCIAL_EXEMPTION
    elif kind is SuggestionKind.BANK_DETAILS:
        table = _CRIME_EXEMPTION
    return read_exemption(table.get(regime, table[Regime.FOIA]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of one text of the document."""

    place: Place
    start: int
    end: int
    """Characters of the text as printed."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Something that might have to be withheld. It withholds nothing until a person takes it."""

    kind: SuggestionKind
    text: str
    """What it is about: a name, an address, a figure."""
    stretches: tuple[Stretch, ...]
    """Where it stands open now."""
    rules: tuple[Rule, ...]
    """What taking it would propose."""
    reason: str
    """Why it is suggested: a sentence."""
    is_likely: bool
    """Whether it is ticked: likely to be right; else something to look at."""

    @property
    def id(self) -> str:
        """Six letters that stay the same as long as the suggestion is about the same thing."""
        return suggestion_id(self.kind, self.text)

    def where(self) -> str:
        """Return the places in words."""
        return "; ".join(dict.fromkeys(stretch.place.words() for stretch in self.stretches))


def is_dismissed(suggestion: Suggestion, dismissed: Iterable[Dismissal]) -> bool:
    """Whether a body has said that it does not want this suggestion."""
    return any(suggestion.id == dismissal.id for dismissal in dismissed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A number that can be told by its digits alone."""

    kind: SuggestionKind
    start: int
    end: int
    """Characters of the folded text."""
    name: str
    """What it is called: ``an NHS number``."""
    is_sure: bool = True


class Recogniser(Protocol):
    """Tells what needs tables and arithmetic: numbers with check digits, telephone numbers."""

    def identifiers(self, text: str) -> Iterator[Identifier]:
        """Yield the numbers in a folded text that identify somebody or something."""


def stretch_of(text: Searchable, start: int, end: int) -> Stretch:
    """Return a stretch by its characters in the folded text."""
    start, end = text.folded.original(start, end)
    return Stretch(place=text.place, start=start, end=end, text=text.words[start:end])


def span_rules(stretches: Iterable[Stretch], grounds: Grounds) -> tuple[Rule, ...]:
    """Return rules that withhold exactly these stretches."""
    return tuple(
        SpanRule(place=one.place, start=one.start, end=one.end, text=one.text, grounds=grounds) for one in stretches
    )
