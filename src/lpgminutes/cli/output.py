"""What commands print: data on standard output, words on standard error."""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

import click

_OBEYED = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What JSON may hold as it is and a terminal would obey: control characters, and those that turn the direction."""
_PARTING = frozenset({"Cc", "Zl", "Zp"})
_UNSEEN = frozenset({"Cf", "Cs"})


def print_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """Print a value as JSON, readable and stable; what a terminal would obey is spelt out."""
    written = json.dumps(value, ensure_ascii=False, indent=2)
    click.echo(_OBEYED.sub(lambda match: f"\\u{ord(match.group()):04x}", written))


def printable(text: str) -> str:
    """Return a text from a file without what a terminal would obey, or show as nothing."""
    if text.isprintable():
        return text
    kinds = ((character, unicodedata.category(character)) for character in text)
    return "".join(" " if kind in _PARTING else character for character, kind in kinds if kind not in _UNSEEN)


def say(sentence: str) -> None:
    """Say something to the person, beside the data."""
    click.echo(sentence, err=True)


def warn(sentences: Iterable[str]) -> None:
    """Say warnings, one a line."""
    for sentence in sentences:
        say(f"lpgminutes: warning: {sentence}")


def print_table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, empty: str) -> None:
    """Print rows under their heads, aligned; or say why there are none and what fills them."""
    if not rows:
        say(empty)
        return
    widths = [max(map(_width, column)) for column in zip(heads, *rows, strict=True)]
    for row in (heads, *rows):
        cells = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
        click.echo("  ".join(cells).rstrip())


def _width(cell: str) -> int:
    """Return how many columns of a terminal a cell takes."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in cell)
