"""Numbers that a file gives: those that follow from order are let go; a draft is numbered by itself."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from lpgminutes.domain.meetings import Block, BlockKind
from lpgminutes.domain.numbering import numbered

_ROUNDS = 50
"""Attempts at letting go of numbers in one list; past these the list keeps all that it was given."""

Numbers = Sequence[str | None]


def without_computed_numbers(items: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the items with only those numbers that do not follow from order; each is printed as before."""
    own = _numbers_of_items([item.number for item in items])
    kept = _kept([item.number for item in items], _numbers_of_items)
    return tuple(
        replace(item, number=number, children=_minutes(item, printed))
        for item, number, printed in zip(items, kept, own, strict=True)
    )


def _minutes(item: Block, item_number: str) -> tuple[Block, ...]:
    def printed(numbers: Numbers) -> list[str]:
        minutes = tuple(Block(kind=BlockKind.MINUTE, number=number) for number in numbers)
        alone = Block(kind=BlockKind.ITEM, number=item_number, children=minutes)
        return [number for number, _ in numbered((alone,))][1:]

    kept = _kept([minute.number for minute in item.children], printed)
    return tuple(replace(minute, number=number) for minute, number in zip(item.children, kept, strict=True))


def _numbers_of_items(numbers: Numbers) -> list[str]:
    blank = tuple(Block(kind=BlockKind.ITEM, number=number) for number in numbers)
    return [number for number, _ in numbered(blank)]


def _kept(given: Numbers, printed: Callable[[Numbers], list[str]]) -> Numbers:
    """Keep one number after another until all are printed as with all of them kept."""
    wanted = printed(given)
    kept: list[str | None] = [None] * len(given)
    for _ in range(_ROUNDS):
        computed = printed(kept)
        if computed == wanted:
            return kept
        wrong = (at for at, number in enumerate(computed) if number != wanted[at])
        first = next((at for at in wrong if given[at] and not kept[at]), None)
        if first is None:
            break
        kept[first] = given[first]
    return given
