"""What this release and an earlier one tell together: what one of them withholds and the other leaves open.

Whoever holds both lays them side by side. A text that is the same in both is compared letter by letter; beyond
that, what one of them withholds is looked for everywhere in the other.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from lpgminutes.domain.document import MarkKind, MinutesDocument, Place
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.findings.standing_open import Hit, is_slight, same_days, same_names, same_words, widest
from lpgminutes.domain.findings.stretches import left_of, withheld_stretches
from lpgminutes.domain.findings.surroundings import EarlierRelease
from lpgminutes.domain.folding import folded
from lpgminutes.domain.locating import Located, People, Searchable, bare_words, searchable, withheld_words
from lpgminutes.domain.open_text import MARK
from lpgminutes.domain.persons import PersonForms
from lpgminutes.domain.released_texts import KnownText
from lpgminutes.domain.withholding import PersonRule

_FIGURE = re.compile(r"[\W\d]*")


def told_together(
    original: MinutesDocument,
    texts: Sequence[Searchable],
    located: Located,
    earlier: Iterable[EarlierRelease],
    known: Collection[str],
) -> Iterator[Finding]:
    """Yield what earlier releases and this one reveal of each other, each text once.

    ``known`` are the folded texts that are found to stand open in this release already.
    """
    standing = "\n".join(known)
    opened: dict[str, list[tuple[Hit, EarlierRelease]]] = {}
    closed: dict[str, list[tuple[Hit, EarlierRelease]]] = {}
    for release in earlier:
        if release.texts is None:
            yield _unread(release)
            continue
        for found, hits in (
            (closed, _withheld_now(original, located, release.texts)),
            (opened, _withheld_then(original, texts, located, release.texts)),
        ):
            for hit in hits:
                key = folded(hit.text)
                if not _is_within(key, standing) and not _is_by_chance(hit, release):
                    found.setdefault(key, []).append((hit, release))
    yield from (_open_before(hits) for hits in closed.values())
    yield from (_withheld_before(hits) for hits in opened.values())


def _withheld_now(original: MinutesDocument, located: Located, then: Sequence[KnownText]) -> Iterator[Hit]:
    """Yield what this release withholds and the earlier one left open."""
    now = withheld_stretches(located)
    for text, place, withheld in _in_both(original, then, now):
        for start, end in left_of(withheld, text.withheld):
            yield from _exposed(text.words, start, end, open_in=text.place, withheld_in=place)
    open_then = [_open(text) for text in then]
    by_rule = withheld_words(original, [span for span in located.spans if span.kind is not MarkKind.PERSON])
    people = People.of(
        [Searchable.of(text.place, text.words) for text in then],
        [r for r, _ in located.rules if isinstance(r, PersonRule)],
    )
    searched = [
        *same_words(by_rule, open_then),
        *same_days(withheld_words(original, located.spans), open_then),
        *same_names(by_rule, open_then, people),
    ]
    for rule, spans in located.rules:
        if isinstance(rule, PersonRule) and spans:
            searched += _named(people.forms(people.named[rule.person]), open_then, spans[0].place)
    # Only these among themselves: they are counted along what can be read, the ones above along all that was written.
    yield from widest(searched, [text.place for text in open_then])


def _named(forms: PersonForms, texts: Iterable[Searchable], withheld_in: Place) -> Iterator[Hit]:
    """Yield where somebody is named who is withheld now."""
    for text in texts:
        for stretch in forms.in_text(text.folded.text, text.lower, is_cell=text.is_name_cell):
            yield Hit.of(text, stretch, Severity.GIVES_AWAY, "it names somebody who is withheld", withheld_in)


def _withheld_then(
    original: MinutesDocument, texts: Sequence[Searchable], located: Located, then: Sequence[KnownText]
) -> Iterator[Hit]:
    """Yield what the earlier release withheld and this one leaves open."""
    now = withheld_stretches(located)
    for text, place, withheld in _in_both(original, then, now):
        for start, end in left_of(text.withheld, withheld):
            yield from _exposed(text.words, start, end, open_in=place, withheld_in=text.place)
    parts = [(part, text.place) for text in then for whole in text.stretches() for part in whole.split(MARK)]
    words = [(stripped, place) for part, place in parts if (stripped := _stripped(part))]
    searched = [
        *same_words(words, texts),
        *same_days(words, texts),
        *same_names(words, texts, located.people),
    ]
    yield from widest(searched, [text.place for text in texts])


def _in_both(
    original: MinutesDocument, then: Iterable[KnownText], now: Mapping[Place, Sequence[tuple[int, int]]]
) -> Iterator[tuple[KnownText, Place, Sequence[tuple[int, int]]]]:
    """Yield the texts that stand in both releases, to the letter, with place and what this one withholds of them."""
    written = {text.place: text.words for text in searchable(original)}
    places: dict[str, list[Place]] = {}
    for place, words in written.items():
        places.setdefault(words, []).append(place)
    for text in then:
        standing = places.get(text.words, [])
        if text.place in standing:
            yield text, text.place, now.get(text.place, ())
        elif len(standing) == 1:
            yield text, standing[0], now.get(standing[0], ())


def _exposed(words: str, start: int, end: int, *, open_in: Place, withheld_in: Place) -> Iterator[Hit]:
    why = f"the same words are withheld in {withheld_in.words()}"
    cursor = start
    for part in words[start:end].split(MARK):
        if text := _stripped(part):
            at = cursor + part.index(text)
            severity = Severity.CHECK if is_slight(text) else Severity.GIVES_AWAY
            yield Hit(open_in, at, at + len(text), text, severity, why, withheld_in)
        cursor += len(part) + 1


def _stripped(words: str) -> str:
    """Return words without the signs around them; empty where there is no letter or figure."""
    stripped = bare_words(words)
    return stripped if any(map(str.isalnum, stripped)) else ""


def _open(text: KnownText) -> Searchable:
    """Return what a reader could see of a text."""
    letters = list(text.words)
    for start, end in reversed(text.withheld):
        letters[start:end] = MARK
    return Searchable.of(text.place, "".join(letters))


def _is_within(words: str, standing: str) -> bool:
    """Whether words are among those that are found to stand open already, or within some of them."""
    return words in standing and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", standing) is not None


def _is_by_chance(hit: Hit, release: EarlierRelease) -> bool:
    """Whether the words are too slight to tell anything in the minutes of another meeting."""
    return not release.is_of_this_meeting and is_slight(hit.text)


def _severity(hits: Sequence[tuple[Hit, EarlierRelease]]) -> Severity:
    """Return the gravest; a figure of another meeting may be another figure."""
    grave = [
        hit
        for hit, release in hits
        if hit.severity is Severity.GIVES_AWAY and (release.is_of_this_meeting or not _FIGURE.fullmatch(hit.text))
    ]
    return Severity.GIVES_AWAY if grave else Severity.CHECK


def _open_before(hits: Sequence[tuple[Hit, EarlierRelease]]) -> Finding:
    hit, _ = hits[0]
    return Finding(
        kind=FindingKind.OPEN_BEFORE,
        severity=_severity(hits),
        text=hit.text,
        places=tuple(dict.fromkeys(hit.source for hit, _ in hits)),
        explanation=f"It is withheld now, but {_releases(hits)} left it open in {hit.place.words()}: whoever has both "
        "reads it. What is public already is best left open; or accept this with the reason for withholding it now.",
        against=_against(hits),
    )


def _withheld_before(hits: Sequence[tuple[Hit, EarlierRelease]]) -> Finding:
    hit, _ = hits[0]
    return Finding(
        kind=FindingKind.WITHHELD_BEFORE,
        severity=_severity(hits),
        text=hit.text,
        places=tuple(dict.fromkeys(hit.place for hit, _ in hits)),
        explanation=f"It stands open now, but {_releases(hits)} withheld it in {hit.source.words()}: whoever has both "
        "reads it. Withhold it here too, or accept this with the reason why it may be read now.",
        against=_against(hits),
    )


def _against(hits: Sequence[tuple[Hit, EarlierRelease]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(release.words() for _, release in hits))


def _releases(hits: Sequence[tuple[Hit, EarlierRelease]]) -> str:
    named = _against(hits)
    more = len(named) - 1
    return named[0] + (f" (and {more} more)" if more else "")


def _unread(release: EarlierRelease) -> Finding:
    return Finding(
        kind=FindingKind.EARLIER_RELEASE_UNREAD,
        severity=Severity.NOTE,
        text=release.words(),
        explanation="It was made before releases were remembered text by text, and its rules have changed since: what "
        "it left open is not known here. Compare it with this one by hand.",
    )
