"""A copy without anything of its minutes: what still stands on its pages, the program prints of itself."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from lpgminutes.domain.document import LegendEntry, Mark, MinutesDocument, Place, Words
from lpgminutes.domain.refusal_letter import RefusalLetter

_BLANK = "\N{EN DASH}"
_OF_THE_PROGRAM = frozenset({"status"})
"""Fields of plain words that the program chooses; all others may hold words of the minutes or of the case."""
Part = TypeVar("Part")


def bare_copy(copy: MinutesDocument) -> MinutesDocument:
    """Return a copy of the same shape and with the same marks, and a dash for everything else that was written."""
    return _bare(copy)


def bare_letter(letter: RefusalLetter) -> RefusalLetter:
    """Return a letter without what officers and bodies wrote."""
    grounds = tuple(
        replace(
            ground,
            public_interest=_blanks(ground.public_interest),
            opinions=_blanks(ground.opinions),
        )
        for ground in letter.grounds
    )
    return replace(
        letter,
        case=_BLANK,
        marking=_BLANK,
        title=_bare(letter.title),
        grounds=grounds,
        review_to=letter.review_to and _BLANK,
        regulator=_BLANK,
    )


def _blanks(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_BLANK for _ in texts)


def _bare(part: Part) -> Part:
    copied: Any = part
    if isinstance(part, tuple):
        return type(part)(map(_bare, part))
    if isinstance(part, Words):
        return type(part)(_BLANK)
    if not is_dataclass(part) or isinstance(part, LegendEntry | Mark | Place):
        return part
    bare: Part = replace(copied, **{one.name: _bare_field(one.name, getattr(part, one.name)) for one in fields(part)})
    return bare


def _bare_field(name: str, held: object) -> object:
    if isinstance(held, str):
        return _BLANK if held and name not in _OF_THE_PROGRAM else held
    return _bare(held)
