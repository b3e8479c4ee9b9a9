"""What is withheld in one place and stands open in another: words, figures, dates, names."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from lpgminutes.domain.document import MarkKind, MinutesDocument, Place
from lpgminutes.domain.findings.counts_reckoned import counts_reckoned
from lpgminutes.domain.findings.days_beside import days_beside
from lpgminutes.domain.findings.days_reckoned import days_named, days_reckoned
from lpgminutes.domain.findings.days_told import days_told
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.findings.hours_reckoned import hours_reckoned
from lpgminutes.domain.findings.initials_open import initials_open
from lpgminutes.domain.findings.items import item_finder
from lpgminutes.domain.findings.names_changed import attending, names_changed, withheld_people
from lpgminutes.domain.findings.nearly_the_words import nearly_same_words
from lpgminutes.domain.findings.numbers_beside import numbers_beside
from lpgminutes.domain.findings.parts_open import parts_open
from lpgminutes.domain.findings.same_counts import same_counts
from lpgminutes.domain.findings.same_figures import same_figures
from lpgminutes.domain.findings.same_sayings import same_sayings
from lpgminutes.domain.findings.short_references import is_short_reference
from lpgminutes.domain.findings.spans_reckoned import spans_reckoned
from lpgminutes.domain.findings.standing_open import Hit, Withheld, same_days, same_names, same_words, widest
from lpgminutes.domain.folding import folded
from lpgminutes.domain.locating import Located, searchable
from lpgminutes.domain.naming.renamings import Renamings
from lpgminutes.domain.redaction import Span
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.searched_texts import SearchedTexts
from lpgminutes.domain.withheld_numbers import numbers_with_their_words
from lpgminutes.domain.withheld_words import withheld_words


def open_elsewhere(
    original: MinutesDocument,
    texts: Sequence[Searchable],
    located: Located,
    held_on: date | None,
    renamings: Renamings,
) -> Iterator[Finding]:
    """Yield what is withheld in one place and stands open in another: words, figures, dates, names."""
    by_rule = [span for span in located.spans if span.kind is not MarkKind.PERSON]
    withheld, dated = withheld_words(original, by_rule), withheld_words(original, located.spans)
    ready, searched = Withheld.of(withheld, dated), SearchedTexts(texts)
    figures = [(words, place) for words, place in withheld if not is_short_reference(words, place)]
    hits = [
        *same_words(ready, searched),
        *same_days(ready, searched),
        *days_told(dated, texts),
        *days_reckoned(dated, texts, held_on),
        *days_named(dated, texts, held_on),
        *same_names(ready, searched, located.people),
        *same_figures(figures, texts),
        *nearly_same_words(withheld, texts),
        *same_counts(withheld, texts),
        *same_sayings(figures, texts, held_on),
        *initials_open(withheld, texts),
        *parts_open(withheld, texts, located.people),
        *_with_their_words(original, by_rule, texts, held_on),
        *_worked_out(withheld, dated, texts, held_on, item_finder(original)),
        *_names_changed(original, ready, searched, located, renamings),
    ]
    yield from _gathered(widest(hits, [text.place for text in texts]))


def _worked_out(
    withheld: Collection[tuple[str, Place]],
    dated: Collection[tuple[str, Place]],
    texts: Sequence[Searchable],
    held_on: date | None,
    item_of: Callable[[Place], str],
) -> Iterator[Hit]:
    """Yield what gives something withheld by what stands beside it."""
    for hit in (
        *days_beside(dated, texts, held_on),
        *spans_reckoned(withheld, texts, held_on),
        *hours_reckoned(withheld, texts),
        *counts_reckoned(withheld, texts, item_of),
        *numbers_beside(withheld, texts),
    ):
        yield replace(hit, is_worked_out=True)


def _with_their_words(
    original: MinutesDocument, spans: Iterable[Span], texts: Sequence[Searchable], held_on: date | None
) -> Iterator[Hit]:
    """Yield what may be a withheld number whose noun stays open; it may be said of another thing of that sort."""
    numbered = tuple(numbers_with_their_words(original, spans))
    if numbered:
        for hit in (*same_counts(numbered, texts), *same_sayings(numbered, texts, held_on)):
            yield replace(hit, severity=Severity.CHECK)
        for hit in spans_reckoned(numbered, texts, held_on):
            yield replace(hit, is_worked_out=True)


def _names_changed(
    original: MinutesDocument, ready: Withheld, searched: SearchedTexts, located: Located, renamings: Renamings
) -> Iterator[Hit]:
    if renamings.pairs:
        rows = attending(searchable(original))
        yield from names_changed(withheld_people(located, ready), searched, located.people, renamings, rows)


def _gathered(hits: Iterable[Hit]) -> Iterator[Finding]:
    """Yield one finding for each text that stands open, with all its places, at its gravest."""
    order = list(Severity)
    by_text: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        by_text[folded(hit.text)].append(hit)
    for same in by_text.values():
        gravest = min(same, key=lambda hit: order.index(hit.severity))
        yield Finding(
            kind=FindingKind.WITHHELD_ELSEWHERE_OPEN,
            severity=gravest.severity,
            text=gravest.text,
            places=tuple(dict.fromkeys(hit.place for hit in same)),
            explanation=f"This stands open, but {gravest.why}.",
            is_worked_out=all(hit.is_worked_out for hit in same),
        )
