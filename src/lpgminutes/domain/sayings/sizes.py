"""Distances, areas and weights as people say them: ``12 miles`` are ``19 km``, ``2.5 hectares`` are ``6.18 acres``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from lpgminutes.domain.sayings.figures import Measure, figures_in

_UNITS = {
    "miles?": ("length", "1609.344"), "mi": ("length", "1609.344"), "km": ("length", "1000"), "kms": ("length", "1000"),
    "kilomet(?:re|er)s?": ("length", "1000"), "m": ("length", "1"), "met(?:re|er)s?": ("length", "1"),
    "yards?": ("length", "0.9144"), "yds?": ("length", "0.9144"), "(?:feet|foot|ft)": ("length", "0.3048"),
    "hectares?": ("area", "10000"), "ha": ("area", "10000"), "acres?": ("area", "4046.856"),
    "(?:sq\\.?|square)\\s?(?:m|met(?:re|er)s?)": ("area", "1"), "m2": ("area", "1"), "sqm": ("area", "1"),
    "(?:sq\\.?|square)\\s?(?:ft|feet|foot)": ("area", "0.0929"), "tonnes?": ("weight", "1000"),
    "tons?": ("weight", "1016"), "kg": ("weight", "1"), "kgs": ("weight", "1"), "kilos?": ("weight", "1"),
    "kilogram(?:me)?s?": ("weight", "1"), "stone": ("weight", "6.35"), "lbs?": ("weight", "0.4536"),
    "litres?": ("volume", "1"), "gallons?": ("volume", "4.546"), "pints?": ("volume", "0.568"),
}  # fmt: skip
_PATTERNS = [(re.compile(unit), sort, Decimal(worth)) for unit, (sort, worth) in _UNITS.items()]
_UNIT = re.compile(rf"[\s-]?(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?![^\W_])")
_HALF = re.compile(rf"(?<![^\W_])(?P<part>half|quarter\sof)\san?\s(?P<unit>{'|'.join(_UNITS)})(?![^\W_])")
_PARTS = {"half": Decimal("0.5"), "quarter of": Decimal("0.25")}
_NEAR = Decimal("0.02")
"""How far two measures may be apart, of the whole, that are rounded to what is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidSize:
    """A size that a text names."""

    sort: str
    worth: Decimal
    """In metres, square metres, kilogrammes or litres."""
    step: Decimal
    """What the last place that is given is worth."""
    start: int
    end: int

    def may_be(self, other: "SaidSize", /) -> bool:
        """Whether two sizes are one, each as far as it is given."""
        apart = abs(self.worth - other.worth)
        return self.sort == other.sort and apart <= max(_NEAR * self.worth, max(self.step, other.step) / 2)

    @property
    def is_sure(self) -> bool:
        """Whether it can mean one thing alone: never, for much comes to as much."""
        return False


@lru_cache(maxsize=4096)
def said_sizes_in(text: str) -> tuple[SaidSize, ...]:
    """Return every distance, area, weight and volume that a folded text names."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[SaidSize]:
    for figure in figures_in(text):
        match = _UNIT.match(text, figure.end) if figure.measure is Measure.PLAIN and figure.value else None
        if match:
            sort, worth = _unit(match["unit"])
            yield SaidSize(
                sort=sort, worth=figure.value * worth, step=figure.step * worth, start=figure.start, end=match.end()
            )
    for match in _HALF.finditer(text):
        sort, worth = _unit(match["unit"])
        many = _PARTS[" ".join(match["part"].split())]
        yield SaidSize(sort=sort, worth=many * worth, step=Decimal(0), start=match.start(), end=match.end())


def _unit(written: str) -> tuple[str, Decimal]:
    return next((sort, worth) for unit, sort, worth in _PATTERNS if unit.fullmatch(written))
