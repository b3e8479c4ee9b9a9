"""What a drawing on a page of a PDF is at any moment set to, and what it leaves on the page."""

from dataclasses import dataclass, field, replace

from lpgminutes.importing.redacted.pdf_colour import BLACK, GREY, Colour, Space, is_dark, is_pale
from lpgminutes.importing.redacted.pdf_geometry import AS_IT_IS, Box, Matrix, Point, Shape, moved
from lpgminutes.importing.redacted.pdf_letters import Letters

_OPAQUE, _FAINT = 0.9, 0.15
_DARKENS = frozenset({"/Multiply", "/Darken", "/ColorBurn"})
_LIGHTENS = frozenset({"/Screen", "/Lighten", "/ColorDodge"})
_PLAINLY = frozenset({"/Normal", "/Compatible"})
INVISIBLE = 3
"""The way of writing that paints nothing: words behind a scanned picture."""


@dataclass(frozen=True, slots=True)
class Paint:
    """What fills or lines are drawn with."""

    colour: Colour | None = BLACK
    is_whole: bool = True
    """Whether it leaves no gaps, as a pattern may."""


@dataclass(slots=True)
class State:
    """The settings that a drawing may keep and take back."""

    clip: Box
    matrix: Matrix = AS_IT_IS
    fill: Paint = field(default_factory=Paint)
    line: Paint = field(default_factory=Paint)
    fill_space: Space | None = GREY
    line_space: Space | None = GREY
    fill_opacity: float = 1.0
    line_opacity: float = 1.0
    group_opacity: float = 1.0
    """Of everything that is drawn within a form."""
    blend: str = "/Normal"
    group_blend: str = "/Normal"
    is_masked: bool = False
    is_group_masked: bool = False
    line_width: float = 1.0
    cap: int = 0
    is_dashed: bool = False
    letters: Letters | None = None
    size: float = 0.0
    spacing: float = 0.0
    blanks: float = 0.0
    """What is added to each blank."""
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0

    def covers(self, paint: Paint, opacity: float) -> bool:
        """Whether nothing is seen through what is painted."""
        is_masked = self.is_masked or self.is_group_masked
        if not paint.is_whole or is_masked or opacity * self.group_opacity < _OPAQUE:
            return False
        return all(_hides(blend, paint.colour) for blend in (self.blend, self.group_blend))

    def is_faint(self, opacity: float) -> bool:
        """Whether hardly anything is seen of what is painted."""
        return opacity * self.group_opacity < _FAINT

    def enter_group(self) -> None:
        """Go on as the inside of a form that is laid over the page as one."""
        self.group_opacity *= self.fill_opacity
        self.group_blend = self.blend if self.group_blend in _PLAINLY else self.group_blend
        self.is_group_masked |= self.is_masked
        self.fill_opacity = self.line_opacity = 1.0
        self.blend, self.is_masked = "/Normal", False


def _hides(blend: str, colour: Colour | None) -> bool:
    """Whether a colour hides what is under it, in one way of mixing the two."""
    darkens = blend in _DARKENS and is_dark(colour)
    return blend in _PLAINLY or darkens or (blend in _LIGHTENS and is_pale(colour))


@dataclass(frozen=True, slots=True)
class Ground:
    """Something painted that words may lie under, or stand on."""

    shape: Shape
    order: float
    """When it was painted, in steps."""
    colour: Colour | None
    covers: bool = True
    """Whether nothing is seen through it."""
    is_picture: bool = False
    is_proposal: bool = False
    """Whether it is a redaction that nobody applied."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A stretch of words as one step paints it."""

    letters: tuple[str, ...]
    starts: tuple[float, ...]
    ends: tuple[float, ...]
    """Where each letter begins and ends, along the line."""
    matrix: Matrix
    """From along the line to the page."""
    size: float
    order: int
    colour: Colour | None
    clip: Box
    is_painted: bool = True
    is_off: bool = False
    """Whether it is on a layer that is switched off."""

    def at(self, along: float, up: float) -> Point:
        """Return a point of the line on the page; ``up`` is a part of the height of a letter."""
        return moved(along, up * self.size, self.matrix)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words that stand in a file for others, for whoever has it read out or copies it."""

    words: str
    shown: str


@dataclass(slots=True)
class Drawing:
    """What is on one page, in the order in which it was painted."""

    sheet: Box
    """What a reader sees of the page."""
    writings: list[Writing] = field(default_factory=list)
    grounds: list[Ground] = field(default_factory=list)
    spoken: list[Spoken] = field(default_factory=list)
    steps: int = 0

    def add(self, ground: Ground) -> None:
        """Lay something over the page; slices of one box that are painted one by one become the box."""
        before = self.grounds[-1] if self.grounds else None
        if before is not None and self._continues(before, ground):
            both = before.shape.box.joined(ground.shape.box)
            if both is not None:
                self.grounds[-1] = replace(before, shape=Shape(both))
                return
        self.grounds.append(ground)

    def _continues(self, before: Ground, ground: Ground) -> bool:
        """Whether something is of one kind with what was painted before it, with no words between them."""
        is_like = (before.colour, before.covers) == (ground.colour, ground.covers)
        is_plain = not (before.shape.outlines or ground.shape.outlines or before.is_proposal or ground.is_proposal)
        is_next = not self.writings or self.writings[-1].order < before.order
        return is_like and is_plain and is_next and before.is_picture == ground.is_picture
