"""What this release and an earlier one tell together: what one of them withholds and the other leaves open.

Whoever holds both lays them side by side. A text that is the same in both is compared letter by letter; beyond
that, what one of them withholds is looked for everywhere in the other.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lpgminutes.domain.document import MarkKind, MinutesDocument, Place
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.findings.standing_open import (
    Hit,
    Withheld,
    is_slight,
    same_days,
    same_names,
    same_words,
    widest,
)
from lpgminutes.domain.findings.stretches import left_of, withheld_stretches
from lpgminutes.domain.findings.surroundings import EarlierRelease
from lpgminutes.domain.folding import folded
from lpgminutes.domain.locating import Located, searchable
from lpgminutes.domain.naming.named_people import People
from lpgminutes.domain.open_text import MARK
from lpgminutes.domain.released_texts import KnownText
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.searched_texts import SearchedTexts
from lpgminutes.domain.withheld_words import bare_words, withheld_words
from lpgminutes.domain.withholding import PersonRule

_FIGURE = re.compile(r"[\W\d]*")
_REMEMBERED = 512
"""Earlier releases that are kept ready: they are held against a case again with each change of it."""


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
    earlier = tuple(earlier)
    if not earlier:
        return
    now, standing = _Now.of(original, texts, located), "\n".join(known)
    opened: dict[str, list[tuple[Hit, EarlierRelease]]] = {}
    closed: dict[str, list[tuple[Hit, EarlierRelease]]] = {}
    for release in earlier:
        if release.texts is None:
            yield _unread(release)
            continue
        then = _then(tuple(release.texts))
        for found, hits in ((closed, _withheld_now(now, then)), (opened, _withheld_then(now, then))):
            for hit in hits:
                key = folded(hit.text)
                if not _is_within(key, standing) and not _is_by_chance(hit, release):
                    found.setdefault(key, []).append((hit, release))
    yield from (_open_before(hits) for hits in closed.values())
    yield from (_withheld_before(hits) for hits in opened.values())


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class _Now:
    """This release, ready to be held against each that went out before."""

    places: Mapping[str, Sequence[Place]]
    """Where each text stands in the minutes."""
    stretches: Mapping[Place, Sequence[tuple[int, int]]]
    """What is withheld of each text."""
    withheld: Withheld
    rules: tuple[tuple[PersonRule, Place | None], ...]
    """The people who are to be withheld, with a place where they are."""
    open: SearchedTexts
    people: People

    @classmethod
    def of(cls, original: MinutesDocument, texts: Sequence[Searchable], located: Located) -> "_Now":
        places: dict[str, list[Place]] = {}
        for text in searchable(original):
            places.setdefault(text.words, []).append(text.place)
        by_rule = [span for span in located.spans if span.kind is not MarkKind.PERSON]
        withheld = Withheld.of(withheld_words(original, by_rule), withheld_words(original, located.spans))
        rules = [(rule, spans) for rule, spans in located.rules if isinstance(rule, PersonRule)]
        return cls(
            places=places,
            stretches=withheld_stretches(located),
            withheld=withheld,
            rules=tuple((rule, spans[0].place if spans else None) for rule, spans in rules),
            open=SearchedTexts(texts),
            people=located.people,
        )

    def in_both(self, then: "_Then") -> Iterator[tuple[KnownText, Place, Sequence[tuple[int, int]]]]:
        """Yield the texts that stand in both, to the letter, with place and what this release withholds of them."""
        for text in then.texts:
            standing = self.places.get(text.words, [])
            if text.place in standing:
                yield text, text.place, self.stretches.get(text.place, ())
            elif len(standing) == 1:
                yield text, standing[0], self.stretches.get(standing[0], ())


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class _Then:
    """An earlier release, ready to be held against this one; it does not change any more."""

    texts: tuple[KnownText, ...]
    open: SearchedTexts
    """What a reader could see of each text."""
    whole: tuple[Searchable, ...]
    withheld: Withheld


@lru_cache(maxsize=_REMEMBERED)
def _then(texts: tuple[KnownText, ...]) -> _Then:
    parts = [(part, text.place) for text in texts for whole in text.stretches() for part in whole.split(MARK)]
    return _Then(
        texts=texts,
        open=SearchedTexts(map(_open, texts)),
        whole=tuple(Searchable.of(text.place, text.words) for text in texts),
        withheld=Withheld.of((stripped, place) for part, place in parts if (stripped := _stripped(part))),
    )


def _withheld_now(now: _Now, then: _Then) -> Iterator[Hit]:
    """Yield what this release withholds and the earlier one left open."""
    for text, place, withheld in now.in_both(then):
        for start, end in left_of(withheld, text.withheld):
            yield from _exposed(text.words, start, end, open_in=text.place, withheld_in=place)
    people = People.of(then.whole, [rule for rule, _ in now.rules])
    searched = [
        *same_words(now.withheld, then.open),
        *same_days(now.withheld, then.open),
        *same_names(now.withheld, then.open, people),
    ]
    why = "it names somebody who is withheld"
    for rule, withheld_in in now.rules:
        if withheld_in is not None:
            named = then.open.naming(people.forms(people.named[rule.person]))
            searched += (Hit.of(text, stretch, Severity.GIVES_AWAY, why, withheld_in) for text, stretch in named)
    # Only these among themselves: they are counted along what can be read, the ones above along all that was written.
    yield from widest(searched, [text.place for text in then.texts])


def _withheld_then(now: _Now, then: _Then) -> Iterator[Hit]:
    """Yield what the earlier release withheld and this one leaves open."""
    for text, place, withheld in now.in_both(then):
        for start, end in left_of(text.withheld, withheld):
            yield from _exposed(text.words, start, end, open_in=place, withheld_in=text.place)
    searched = [
        *same_words(then.withheld, now.open),
        *same_days(then.withheld, now.open),
        *same_names(then.withheld, now.open, now.people),
    ]
    yield from widest(searched, [text.place for text in now.open.texts])


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
