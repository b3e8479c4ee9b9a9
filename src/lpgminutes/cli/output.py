"""What commands print: data on standard output, words on standard error."""

import json
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from lpgminutes.errors import InputError

_LARGEST = 20 * 1024 * 1024


def print_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """Print a value as JSON, readable and stable."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


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


def read_file(path: Path) -> bytes:
    """Read a file that a person named, or say why not."""
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(f"{path} is larger than 20 MB: minutes are not. Is it the right file?")
        return path.read_bytes()
    except IsADirectoryError:
        raise InputError(f"{path} is a folder: name the files in it.") from None
    except FileNotFoundError:
        raise InputError(f"There is no file {path}.") from None
    except OSError as error:
        raise InputError(f"{path} cannot be read: {(error.strerror or 'the system refused').lower()}.") from None
