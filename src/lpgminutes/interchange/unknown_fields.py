"""Fields of a file that the program does not know: told, so that a slip loses nothing in silence."""

import difflib
import re
from collections.abc import Iterator

from pydantic import BaseModel

from lpgminutes.interchange.places import place_of, printable

_INDEX = re.compile(r"\[[0-9]+\]")


def unknown_field_warnings(model: BaseModel) -> list[str]:
    """Return a warning for each unknown field, told once for all the rows of a list."""
    alike: dict[str, list[str]] = {}
    meant: dict[str, str] = {}
    for place, suggestion in _unknown(model, ()):
        pattern = _INDEX.sub("[]", place)
        alike.setdefault(pattern, []).append(place)
        meant[pattern] = suggestion
    return [_told(places[0], len(places), meant[pattern]) for pattern, places in alike.items()]


def _told(place: str, count: int, meant: str) -> str:
    times = f" ({count} times)" if count > 1 else ""
    question = f"; did you mean {meant}?" if meant else "."
    return f"{place}: this field is not known and was left out{times}{question}"


def _unknown(model: BaseModel, steps: tuple[int | str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the place of each unknown field, and the known one that it resembles."""
    names = list(type(model).model_fields)
    for name in model.model_extra or {}:
        yield (
            place_of((*steps, name)),
            next(iter(difflib.get_close_matches(printable(name), names, 1, 0.75)), ""),
        )
    for name in names:
        yield from _inside(getattr(model, name), (*steps, name))


def _inside(value: object, steps: tuple[int | str, ...]) -> Iterator[tuple[str, str]]:
    if isinstance(value, BaseModel):
        yield from _unknown(value, steps)
    elif isinstance(value, list):
        for at, row in enumerate(value):
            yield from _inside(row, (*steps, at))
