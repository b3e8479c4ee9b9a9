"""What one rule withholds: the stretches of the texts that it means, each as a span with its exemptions."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lpgminutes.domain.document import MarkKind, Place
from lpgminutes.domain.naming.persons import PersonForms
from lpgminutes.domain.redaction import Span
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.searched_texts import SearchedTexts
from lpgminutes.domain.withholding import FieldRule, PersonRule, PhraseRule, Rule, SpanRule, WithholdableField

_COLUMNS = ("attendance.", "declarations.", "actions.")
_PROSE = ("minutes.", "points.", "items.", "decisions.", "declarations.nature", "actions.text", "approval.correction")


def spans_of_rule(rule: Rule, searched: SearchedTexts, forms: PersonForms | None, number: int) -> Iterator[Span]:
    """Yield what a rule withholds; of a person's the forms to look for, and the number that the person goes by."""
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
