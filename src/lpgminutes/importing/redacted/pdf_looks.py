"""What lies over each letter on a page, and what it stands on, at the foot of the letter and at its head."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lpgminutes.importing.redacted.pdf_colour import WHITE, are_alike
from lpgminutes.importing.redacted.pdf_rows import Rows
from lpgminutes.importing.redacted.pdf_state import Drawing, Ground
from lpgminutes.importing.redacted.pdf_words import Sign

_THIN = 0.75
"""Nothing that is thinner covers a letter."""


@dataclass(slots=True)
class Look:
    """What is known of the look of one letter."""

    over: list[Ground | None] = field(default_factory=lambda: [None, None])
    behind: list[Ground | None] = field(default_factory=lambda: [None, None])
    is_lost: bool = False
    """Whether it has the colour of what it stands on."""
    is_proposed: bool = False
    """Whether a redaction was drawn around it that nobody applied."""


def looks_of(drawing: Drawing, signs: Sequence[Sign]) -> list[Look]:
    """Return the look of each letter; every point of one is asked of once, so that many boxes take no longer."""
    looks = [Look() for _ in signs]
    grounds = [ground for ground in drawing.grounds if min(ground.shape.box.width, ground.shape.box.height) > _THIN]
    _lay_proposals(grounds, signs, looks)
    _lay_over_painted(grounds, signs, looks)
    _lay_over_unpainted(grounds, signs, looks)
    _lose(grounds, signs, looks)
    return looks


def _rows(signs: Sequence[Sign], names: Sequence[int]) -> Rows:
    return Rows(
        (point, name * 2 + half) for name in names for half, point in enumerate((signs[name].low, signs[name].high))
    )


def _lay_proposals(grounds: Sequence[Ground], signs: Sequence[Sign], looks: Sequence[Look]) -> None:
    proposals = [ground for ground in grounds if ground.is_proposal]
    rows = _rows(signs, range(len(signs))) if proposals else Rows([])
    for ground in proposals:
        for name in rows.take(ground.shape):
            looks[name // 2].is_proposed = True


def _lay_over_painted(grounds: Sequence[Ground], signs: Sequence[Sign], looks: Sequence[Look]) -> None:
    rows = _rows(signs, [at for at, sign in enumerate(signs) if sign.is_shown and sign.writing.is_painted])
    for ground in reversed(grounds):
        if not ground.covers or ground.is_proposal:
            continue
        for name in rows.take(ground.shape):
            look, half = looks[name // 2], name % 2
            is_over = ground.order > signs[name // 2].writing.order
            (look.over if is_over else look.behind)[half] = ground


def _lay_over_unpainted(grounds: Sequence[Ground], signs: Sequence[Sign], looks: Sequence[Look]) -> None:
    rows = _rows(signs, [at for at, sign in enumerate(signs) if sign.is_shown and not sign.writing.is_painted])
    for ground in reversed(grounds):
        if (ground.covers or ground.is_picture) and not ground.is_proposal:
            for name in rows.take(ground.shape):
                looks[name // 2].over[name % 2] = ground


def _lose(grounds: Sequence[Ground], signs: Sequence[Sign], looks: Sequence[Look]) -> None:
    """Find the letters in the colour of what they stand on, without those on something that one sees through."""
    lost = [
        at for at, sign in enumerate(signs) if sign.is_shown and sign.writing.is_painted and _is_lost(sign, looks[at])
    ]
    for at in lost:
        looks[at].is_lost = True
    rows = _rows(signs, lost)
    for ground in grounds if lost else ():
        if not ground.covers and not ground.is_proposal:
            for name in rows.take(ground.shape):
                if ground.order < signs[name // 2].writing.order:
                    looks[name // 2].is_lost = False


def _is_lost(sign: Sign, look: Look) -> bool:
    return all(
        over is not None or are_alike(sign.writing.colour, behind.colour if behind is not None else WHITE)
        for over, behind in zip(look.over, look.behind, strict=True)
    )
