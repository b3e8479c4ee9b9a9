"""Fields that hold one of a few words, each named by its beginning."""

from enum import Enum
from typing import TypeVar

from lpgminutes.errors import InputError

One = TypeVar("One", bound=Enum)


def words_of(kind: type[Enum]) -> str:
    """Return the words that there are, as a field says them."""
    return ", ".join(str(one.value) for one in kind)


def begun_by(typed: str, kind: type[One]) -> One:
    """Return the one that a beginning means; what may be none or several is refused."""
    fitting = [one for one in kind if typed and one.value.startswith(typed.lower())]
    if len(fitting) != 1:
        raise InputError(f"One of: {words_of(kind)}.")
    return fitting[0]
