"""The first half of what is withheld, which tells nearly as much: of a postcode, a number plate, a grid reference."""

import re
from collections.abc import Iterable, Iterator, Sequence

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.identifying import POSTCODE, VEHICLE
from lpgminutes.domain.searchable import Searchable

_GRID = re.compile(
    r"(?<![\w-])(?P<square>[HJNOST][A-HJ-Z])\s?(?:(?P<east>\d{2,5})\s(?P<north>\d{2,5})|(?P<both>(?:\d\d){2,5}))(?![\w-])"
)
_OF_A_PLATE = 4
_YEAR_OF_A_PLATE = slice(2, 4)
_ON_A_PLATE = re.compile(
    r"(?<![\w.,/-])(?P<year>\d\d)[\s-](?:plated?|reg(?:istered|istration)?)(?![^\W_])", re.IGNORECASE
)


def first_halves(prose: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    """Yield where the first half of a withheld number stands alone, or the same square of a map, less exactly."""
    prose = tuple(prose)
    yield from _halves(
        {match.group()[:-3].strip(): source for words, source in prose for match in POSTCODE.finditer(words)},
        texts,
        behind=r"(?!\w|-[A-Z]|-\d[\w-]|\s?\d[A-Z])",
        how="it is the district of the postcode",
    )
    yield from _halves(
        {match.group()[:_OF_A_PLATE]: source for words, source in prose for match in VEHICLE.finditer(words)},
        texts,
        behind=r"(?![\w-]|\s?[A-Z]{3}(?!\w))",
        how="it is the first half of the number plate",
    )
    yield from _years_of_plates(prose, texts)
    yield from _squares(prose, texts)


def _years_of_plates(prose: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    """Yield the half year in which a withheld number plate was given out: ``a 19 plate`` of ``YK19 ABC``."""
    sought = {
        match.group()[_YEAR_OF_A_PLATE]: source
        for words, source in prose
        for match in VEHICLE.finditer(words)
        if match.group()[_YEAR_OF_A_PLATE].isdigit()
    }
    for text in texts if sought else ():
        for match in _ON_A_PLATE.finditer(text.folded.text):
            if (source := sought.get(match["year"])) is not None:
                why = f"it is the year of the number plate that is withheld in {source.words()}"
                yield Hit.of(text, match.span(), Severity.CHECK, why, source)


def _halves(sought: dict[str, Place], texts: Sequence[Searchable], *, behind: str, how: str) -> Iterator[Hit]:
    for half, source in sought.items():
        alone = re.compile(rf"(?<![\w-]){half}{behind}")
        for text in texts:
            for match in alone.finditer(text.folded.text):
                why = f"{how} that is withheld in {source.words()}"
                yield Hit.of(text, match.span(), Severity.CHECK, why, source)


def _squares(prose: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    sought = [(_square(match), source) for words, source in prose for match in _GRID.finditer(words)]
    for text in texts if sought else ():
        for match in _GRID.finditer(text.folded.text):
            square, east, north = _square(match)
            for (held_square, held_east, held_north), source in sought:
                is_around = held_east.startswith(east) and held_north.startswith(north)
                is_within = east.startswith(held_east) and north.startswith(held_north)
                if square == held_square and (is_around or is_within):
                    why = f"it is the place on the map that is withheld in {source.words()}, more or less exactly"
                    yield Hit.of(text, match.span(), Severity.CHECK, why, source)


def _square(match: re.Match[str]) -> tuple[str, str, str]:
    """Return the letters, the easting and the northing of a grid reference."""
    both = match["both"]
    if both:
        return match["square"], both[: len(both) // 2], both[len(both) // 2 :]
    return match["square"], match["east"], match["north"]
