"""Periods, numbered things, votes, sizes, rates and ages that are withheld and stand open in other words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.folding import fold, folded
from lpgminutes.domain.sayings.ages import births_in, said_ages_in
from lpgminutes.domain.sayings.neighbours import neighbours_in
from lpgminutes.domain.sayings.numbered import said_numbered_in
from lpgminutes.domain.sayings.periods import said_periods_in
from lpgminutes.domain.sayings.rates import held_rates_in, said_rates_in
from lpgminutes.domain.sayings.saying import Said
from lpgminutes.domain.sayings.sizes import said_sizes_in
from lpgminutes.domain.sayings.tallies import said_tallies_in
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.withheld_words import bare_words

_One = TypeVar("_One", bound=Said)
_Phrases = Sequence[tuple[str, Place]]
_BETWEEN = "\n\0\n"
"""Stands between two phrases, over which nothing is said."""
_MOST_WORDS = 8
"""Words of what is withheld, past which a saying in it is one of several things."""


def same_sayings(
    withheld: Iterable[tuple[str, Place]], texts: Sequence[Searchable], held_on: date | None
) -> Iterator[Hit]:
    """Yield where what is withheld is said in other words; ``held_on`` is the day of the meeting, for ages."""
    short = {folded(words): (fold(bare_words(words)).text, source) for words, source in withheld}
    phrases = [one for one in short.values() if len(one[0].split()) <= _MOST_WORDS]
    everything = _BETWEEN.join(words for words, _ in phrases)
    for read, how in (
        (said_periods_in, "it may be the time that is withheld"),
        (said_numbered_in, "it may be the number or the letter that is withheld"),
        (said_tallies_in, "it may be the vote or the ratio that is withheld"),
    ):
        yield from _same(phrases if read(everything) else (), texts, read, read, how)
    numbered = phrases if said_numbered_in(everything) else ()
    yield from _same(
        numbered, texts, said_numbered_in, neighbours_in, "it names the neighbours of the number that is withheld"
    )
    sizes = phrases if said_sizes_in(everything) else ()
    yield from _same(
        sizes, texts, said_sizes_in, said_sizes_in, "it is as much, perhaps in other units, as what is withheld"
    )
    yield from _same(phrases, texts, held_rates_in, said_rates_in, "it comes to the pay or the hours that are withheld")
    ages = partial(births_in, on=held_on), partial(said_ages_in, on=held_on)
    yield from _same(phrases if ages[0](everything) else (), texts, *ages, "it tells the age that is withheld")


def _same(
    phrases: _Phrases,
    texts: Sequence[Searchable],
    read_withheld: Callable[[str], Sequence[_One]],
    read: Callable[[str], Sequence[_One]],
    how: str,
) -> Iterator[Hit]:
    sought = [(said[0], source) for words, source in phrases if len(said := read_withheld(words)) == 1]
    for text in texts if sought else ():
        for one in read(text.folded.text):
            known = [(held, source) for held, source in sought if held.may_be(one)]
            if known:
                is_sure = one.is_sure and any(held.is_sure for held, _ in known)
                severity = Severity.GIVES_AWAY if is_sure else Severity.CHECK
                source = known[0][1]
                yield Hit.of(text, (one.start, one.end), severity, f"{how} in {source.words()}", source)
