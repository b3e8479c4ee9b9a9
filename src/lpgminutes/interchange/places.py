"""Where in a file something is, and how a value of the file is shown in a sentence."""

from collections.abc import Sequence

LONGEST_SHOWN = 40
"""Characters of a value that a sentence repeats."""


def place_of(steps: Sequence[int | str]) -> str:
    """Write the way to a value as ``items[2].minutes[0].number``."""
    written = ""
    for step in steps:
        if isinstance(step, int):
            written += f"[{step}]"
        else:
            written += f".{printable(step)}" if written else printable(step)
    return written


def printable(text: str) -> str:
    """Return a text short enough for a sentence, with nothing in it that a terminal would act on."""
    plain = "".join(character if character.isprintable() else "?" for character in text[:LONGEST_SHOWN])
    return plain + ("…" if len(text) > LONGEST_SHOWN else "")


def quoted(value: object) -> str:
    """Return a value of the file as a sentence repeats it."""
    return f"'{printable(value)}'" if isinstance(value, str) else printable(repr_of_scalar(value))


def repr_of_scalar(value: object) -> str:
    """Name a value that is no text by itself, and a group or a list by its sort."""
    if isinstance(value, dict):
        return "a group of fields"
    if isinstance(value, list):
        return "a list"
    names = {True: "true", False: "false"}
    return "null" if value is None else names[value] if isinstance(value, bool) else "a number"
