"""Where the rules of a release apply in a document: rules in, spans out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.naming.named_people import People
from lpgminutes.domain.naming.names import Name
from lpgminutes.domain.naming.persons import PersonForms
from lpgminutes.domain.open_text import with_marks
from lpgminutes.domain.redaction import Span
from lpgminutes.domain.rule_spans import spans_of_rule
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.searched_texts import SearchedTexts
from lpgminutes.domain.withholding import Handling, PersonRule, Rule, RuleSource


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
                self._found[bare] = tuple(spans_of_rule(rule, self._searched, forms, number))
            spans = self._found[rule, forms, number] = self._found[bare]
        return spans
