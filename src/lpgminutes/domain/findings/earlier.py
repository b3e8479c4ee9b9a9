"""What this release and an earlier one tell together: what one of them withholds and the other leaves open.

Whoever holds both lays them side by side. A text that is the same in both is compared letter by letter; beyond
that, what one of them withholds is looked for everywhere in the other.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.findings.corrections_tell import is_of_a_correction
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.findings.letters_open import same_letters
from lpgminutes.domain.findings.names_changed import CHANGED, names_changed
from lpgminutes.domain.findings.nearly_the_words import PROSE, SAYING
from lpgminutes.domain.findings.same_figures import same_figures
from lpgminutes.domain.findings.standing_open import Hit, is_slight, same_days, same_names, same_words, widest
from lpgminutes.domain.findings.stretches import left_of
from lpgminutes.domain.findings.surroundings import EarlierRelease, Surroundings
from lpgminutes.domain.findings.two_releases import OtherRelease, ThisRelease, exposed, other_release
from lpgminutes.domain.findings.words_replaced import CORRECTED, words_replaced
from lpgminutes.domain.folding import fold, folded
from lpgminutes.domain.locating import Located
from lpgminutes.domain.naming.named_people import People
from lpgminutes.domain.naming.renamings import Renamings
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.searched_texts import SearchedTexts
from lpgminutes.domain.withheld_words import bare_words

_Told = dict[str, list[tuple[Hit, EarlierRelease]]]
"""What is told, by the folded words."""
_FIGURE = re.compile(r"[\W\d]*")


def told_together(
    original: MinutesDocument,
    texts: Sequence[Searchable],
    located: Located,
    around: Surroundings,
    known: Collection[Finding],
) -> Iterator[Finding]:
    """Yield what earlier releases and this one reveal of each other, each text once.

    ``known`` is what is found to stand open in this release already: what is said there as gravely is not said again.
    """
    if not around.earlier:
        return
    names = around.renamings
    now = ThisRelease.of(original, texts, located)
    opened: _Told = {}
    closed: _Told = {}
    beside: _Told = {}
    for release in around.earlier:
        if release.texts is None:
            yield _unread(release)
            continue
        then = other_release(tuple(release.texts))
        if release.at is None:
            _keep(beside, _withheld_then(now, then, names), release)
            continue
        if release.is_of_this_meeting:
            _keep(opened, words_replaced(now, then), release)
        for found, hits in ((closed, _withheld_now(now, then, names)), (opened, _withheld_then(now, then, names))):
            _keep(found, hits, release)
    told = (
        *map(_open_before, closed.values()),
        *map(_withheld_before, opened.values()),
        *(_withheld_beside(hits) for key, hits in beside.items() if key not in opened),
    )
    standing = {severity: _standing(known, severity) for severity in Severity}
    yield from (one for one in told if not _is_within(folded(one.text), standing[one.severity]))


def _keep(told: _Told, hits: Iterable[Hit], release: EarlierRelease) -> None:
    for hit in hits:
        if not _is_by_chance(hit, release):
            told.setdefault(folded(hit.text), []).append((hit, release))


def _standing(known: Iterable[Finding], severity: Severity) -> str:
    """Return what is found to stand open, at least as gravely."""
    order = list(Severity)
    graver = order[: order.index(severity) + 1]
    return "\n".join(folded(finding.text) for finding in known if finding.severity in graver)


def _withheld_now(now: ThisRelease, then: OtherRelease, renamings: Renamings) -> Iterator[Hit]:
    """Yield what this release withholds and the earlier one left open."""
    for text, place, withheld in now.in_both(then):
        for start, end in left_of(withheld, text.withheld):
            yield from exposed(text.words, start, end, open_in=text.place, withheld_in=place)
    people = People.of(then.whole, [rule for rule, _ in now.rules])
    searched = [
        *same_words(now.withheld, then.open),
        *same_days(now.withheld, then.open),
        *same_names(now.withheld, then.open, people),
        *_said_otherwise(now.words, then.open),
        *names_changed(now.names, then.open, people, renamings, now.attending),
    ]
    why = "it names somebody who is withheld"
    for rule, withheld_in in now.rules:
        if withheld_in is not None:
            named = then.open.naming(people.forms(people.named[rule.person]))
            searched += (Hit.of(text, stretch, Severity.GIVES_AWAY, why, withheld_in) for text, stretch in named)
    # Only these among themselves: they are counted along what can be read, the ones above along all that was written.
    yield from widest(searched, [text.place for text in then.texts])


def _withheld_then(now: ThisRelease, then: OtherRelease, renamings: Renamings) -> Iterator[Hit]:
    """Yield what the earlier release withheld and this one leaves open."""
    for text, place, withheld in now.in_both(then):
        for start, end in left_of(text.withheld, withheld):
            yield from exposed(text.words, start, end, open_in=place, withheld_in=text.place)
    searched = [
        *same_words(then.withheld, now.open),
        *same_days(then.withheld, now.open),
        *same_names(then.withheld, now.open, now.people),
        *_said_otherwise(then.words, now.open),
        *names_changed(then.names, now.open, now.people, renamings, now.attending),
    ]
    corrected = {text.place for text in now.open.texts if is_of_a_correction(text)}
    sure = (replace(hit, is_sure=True) if hit.place in corrected else hit for hit in searched)
    names = tuple(then.names)
    hits = (replace(hit, severity=Severity.CHECK) if now.is_in_another_name(hit, names) else hit for hit in sure)
    yield from widest(hits, [text.place for text in now.open.texts])


def _said_otherwise(withheld: Sequence[tuple[str, Place]], searched: SearchedTexts) -> Iterator[Hit]:
    """Yield where what is withheld stands open in another writing that is sure: a firm, a number, a figure.

    What is only to be looked at within one release is nothing between two.
    """
    told = [(words, source) for words, source in withheld if source.field.startswith(PROSE)]
    figures = (replace(hit, is_figure=True) for hit in same_figures(told, searched.texts))
    said = [(fold(bare_words(words)).text, source) for words, source in withheld if source.field.startswith(SAYING)]
    yield from (hit for hit in (*figures, *same_letters(said, searched.texts)) if hit.severity is Severity.GIVES_AWAY)


def _is_within(words: str, standing: str) -> bool:
    """Whether words are among those that are found to stand open already, or within some of them."""
    return words in standing and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", standing) is not None


def _is_by_chance(hit: Hit, release: EarlierRelease) -> bool:
    """Whether the words are too slight to tell anything in the minutes of another meeting."""
    return not release.is_of_this_meeting and not hit.is_sure and is_slight(hit.text)


def _severity(hits: Sequence[tuple[Hit, EarlierRelease]]) -> Severity:
    """Return the gravest; a figure of another meeting may be another figure, but in the same sentence it is none."""
    grave = [
        hit
        for hit, release in hits
        if hit.severity is Severity.GIVES_AWAY
        and (release.is_of_this_meeting or hit.is_sure or not (hit.is_figure or _FIGURE.fullmatch(hit.text)))
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
        f"reads it{_named(hit)}. What is public already is best left open; or accept this with the reason for "
        "withholding it now.",
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
        f"reads it{_named(hit)}. Withhold it here too, or accept this with the reason why it may be read now.",
        against=_against(hits),
    )


def _withheld_beside(hits: Sequence[tuple[Hit, EarlierRelease]]) -> Finding:
    hit, _ = hits[0]
    return Finding(
        kind=FindingKind.WITHHELD_IN_SAME_CASE,
        severity=_severity(hits),
        text=hit.text,
        places=tuple(dict.fromkeys(hit.place for hit, _ in hits)),
        explanation=f"It stands open, but {_releases(hits)} withholds it in {hit.source.words()}: who asked gets both, "
        f"and reads it{_named(hit)}. Withhold it here too, or accept this with the reason why it may be read here.",
        against=_against(hits),
    )


def _named(hit: Hit) -> str:
    """Say why words tell what are not those that are withheld."""
    return next((f" ({why})" for why in (CHANGED, CORRECTED) if why in hit.why), "")


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
