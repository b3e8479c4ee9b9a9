"""The colours of a PDF, as red, green and blue; nothing where a colour is not known for sure."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import exp, log
from typing import Any

from lpgminutes.importing.redacted.pdf_objects import entry, number, numbers, parts, resolved

Colour = tuple[float, float, float]
BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)
_DARK, _PALE = 0.35, 0.94
_NIGHT = 0.02
"""How much light a colour gives back, of 1, that black words are lost on."""
_SAME = 0.06
_PLAIN = {
    **dict.fromkeys(("/DeviceGray", "/G", "/CalGray"), 1),
    **dict.fromkeys(("/DeviceRGB", "/RGB", "/CalRGB"), 3),
    **dict.fromkeys(("/DeviceCMYK", "/CMYK", "/CalCMYK"), 4),
}
_DEEPEST = 4
"""How many colour spaces may stand one on the other."""


@dataclass(frozen=True, slots=True)
class Space:
    """A way of naming colours by numbers."""

    family: str
    count: int = 1
    """How many numbers name a colour."""
    base: "Space | None" = None
    detail: Any = None
    """The table of an indexed space, the function of an ink."""

    @property
    def first(self) -> tuple[float, ...]:
        """The numbers of the colour that holds until another is chosen."""
        if self.family == "ink":
            return (1.0,) * self.count
        return (0.0, 0.0, 0.0, 1.0) if self.count == 4 else (0.0,) * self.count  # noqa: PLR2004 - four inks

    def colour(self, values: Sequence[float]) -> Colour | None:
        """Return the colour that some numbers name."""
        if self.family == "device":
            return _device(values) if len(values) == self.count else None
        if self.family == "lab" and len(values) == 3:  # noqa: PLR2004 - lightness and two hues
            grey = min(max(values[0] / 100, 0.0), 1.0)
            return (grey, grey, grey) if max(abs(values[1]), abs(values[2])) < 10 else None  # noqa: PLR2004 - no hue
        if self.base is None or not values:
            return None
        if self.family == "indexed":
            return self._of_table(int(values[0]))
        inner = _computed(self.detail, values)
        return self.base.colour(inner) if inner else None

    def _of_table(self, index: int) -> Colour | None:
        base, table = self.base, self.detail
        if base is None or base.family != "device" or not isinstance(table, bytes):
            return None
        row = table[index * base.count : (index + 1) * base.count]
        return base.colour([value / 255 for value in row])


GREY, LIGHTS, INKS = Space("device", 1), Space("device", 3), Space("device", 4)


def space_of(value: object, resources: object, *, depth: int = 0) -> Space | None:
    """Return the colour space that a name or an array stands for; nothing for a pattern and what is not known."""
    found = resolved(value)
    if isinstance(found, str):
        if found in _PLAIN:
            return Space("device", _PLAIN[found])
        named = entry(resources, "/ColorSpace", found)
        return space_of(named, None, depth=depth + 1) if named is not None and depth < _DEEPEST else None
    members = parts(found)
    if not members or depth > _DEEPEST:
        return None
    return _made(str(members[0]), members, resources, depth)


def _made(kind: str, members: Sequence[Any], resources: object, depth: int) -> Space | None:
    if kind in _PLAIN:
        return Space("device", _PLAIN[kind])
    if kind == "/Lab":
        return Space("lab", 3)
    if kind == "/ICCBased" and len(members) > 1:
        count = int(number(entry(members[1], "/N"), 0))
        return Space("device", count) if count in _PLAIN.values() else None
    if kind in {"/Indexed", "/I"} and len(members) > 3:  # noqa: PLR2004 - name, base, highest, table
        table = members[3]
        table = table.get_data() if hasattr(table, "get_data") else table
        table = table.encode("latin-1", "replace") if isinstance(table, str) else table
        return Space("indexed", 1, space_of(members[1], resources, depth=depth + 1), table)
    if kind in {"/Separation", "/DeviceN"} and len(members) > 3:  # noqa: PLR2004 - name, inks, alternate, function
        count = 1 if kind == "/Separation" else len(parts(members[1]))
        return Space("ink", count, space_of(members[2], resources, depth=depth + 1), members[3])
    return None


def light(colour: Colour) -> float:
    """Return how bright a colour is, from 0, black, to 1, white."""
    return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]


def is_dark(colour: Colour | None) -> bool:
    """Whether it is dark, as a redaction usually is."""
    return colour is not None and light(colour) <= _DARK


def is_pale(colour: Colour | None) -> bool:
    """Whether it is that of paper."""
    return colour is not None and min(colour) >= _PALE


@lru_cache(maxsize=1024)
def are_alike(words: Colour | None, ground: Colour | None) -> bool:
    """Whether words in one colour cannot be seen on another; not where either is unknown."""
    if words is None or ground is None:
        return False
    if max(abs(one - other) for one, other in zip(words, ground, strict=True)) <= _SAME:
        return True
    return max(_given_back(words), _given_back(ground)) <= _NIGHT


def _given_back(colour: Colour) -> float:
    """Return how much light a colour gives back, of 1."""
    red, green, blue = (exp(2.2 * log(max(value, 1e-9))) for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _device(values: Sequence[float]) -> Colour | None:
    held = [min(max(value, 0.0), 1.0) for value in values]
    if len(held) == 1:
        return held[0], held[0], held[0]
    if len(held) == 3:  # noqa: PLR2004 - red, green, blue
        return held[0], held[1], held[2]
    if len(held) == 4:  # noqa: PLR2004 - cyan, magenta, yellow, black
        cyan, magenta, yellow, black = held
        return (1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)
    return None


def _computed(function: object, values: Sequence[float], depth: int = 0) -> tuple[float, ...]:
    """Return what a function makes of some numbers; nothing for one in a language of its own."""
    kind = entry(function, "/FunctionType")
    if kind == 2 and len(values) == 1:  # noqa: PLR2004 - between two colours
        start, end = numbers(entry(function, "/C0")) or (0.0,), numbers(entry(function, "/C1")) or (1.0,)
        share = max(values[0], 0.0) ** number(entry(function, "/N"), 1)
        return tuple(a + share * (b - a) for a, b in zip(start, end, strict=False))
    if kind == 3 and len(values) == 1 and depth < _DEEPEST:  # noqa: PLR2004 - pieces of others
        return _of_piece(function, values[0], depth)
    if kind == 0:
        return _of_samples(function, values)
    return ()


def _of_piece(function: object, value: float, depth: int) -> tuple[float, ...]:
    domain = numbers(entry(function, "/Domain")) or (0.0, 1.0)
    bounds = (domain[0], *numbers(entry(function, "/Bounds")), domain[-1])
    reached = numbers(entry(function, "/Encode"))
    for index, ((low, high), piece) in enumerate(
        zip(pairwise(bounds), parts(entry(function, "/Functions")), strict=False)
    ):
        if low <= value <= high and len(reached) >= 2 * index + 2:
            share = (value - low) / (high - low) if high > low else 0.0
            start, end = reached[2 * index : 2 * index + 2]
            return _computed(piece, (start + share * (end - start),), depth + 1)
    return ()


def _of_samples(function: object, values: Sequence[float]) -> tuple[float, ...]:
    """Return the nearest sample of a table of one byte each."""
    sizes, reach = numbers(entry(function, "/Size")), numbers(entry(function, "/Range"))
    if entry(function, "/BitsPerSample") != 8 or len(sizes) != len(values) or not reach:  # noqa: PLR2004 - bits
        return ()
    index, step = 0, 1
    for value, size in zip(values, sizes, strict=True):
        index += round(min(max(value, 0.0), 1.0) * (size - 1)) * step
        step *= int(size)
    count = len(reach) // 2
    row = resolved(function).get_data()[index * count : (index + 1) * count]
    return tuple(reach[2 * at] + byte / 255 * (reach[2 * at + 1] - reach[2 * at]) for at, byte in enumerate(row))
