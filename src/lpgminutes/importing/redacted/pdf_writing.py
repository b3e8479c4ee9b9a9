"""The words that a drawing writes: where each letter stands, out of the widths of its font and the spacing."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from lpgminutes.importing.redacted.pdf_colour import Colour
from lpgminutes.importing.redacted.pdf_geometry import AS_IT_IS, Matrix, multiplied
from lpgminutes.importing.redacted.pdf_letters import Letters
from lpgminutes.importing.redacted.pdf_objects import entry, number, numbers, parts
from lpgminutes.importing.redacted.pdf_state import INVISIBLE, Drawing, State, Writing

_WORD_GAP = 0.2
"""How far apart two words are at least, in heights of a letter."""
_BY_LINE, _BY_BOTH = 1, 2
"""The ways of writing that draw the edges of letters, alone or with their insides; those above 3 cut out as well."""


class Pen:
    """Writes on a page, in turn with whatever else is drawn."""

    def __init__(self, drawing: Drawing) -> None:
        """Take the drawing to write on."""
        self._drawing = drawing
        self._letters: dict[int, tuple[object, Letters]] = {}
        self._at: Matrix = AS_IT_IS
        self._line: Matrix = AS_IT_IS
        self.operations: Mapping[bytes, Callable[[State, Sequence[object]], None]] = {
            b"BT": lambda _, __: self._put(AS_IT_IS),
            b"Tm": self._placed,
            b"Td": self._stepped,
            b"TD": self._stepped_and_led,
            b"T*": lambda state, _: self._down(0, -state.leading),
            b"Tc": lambda state, values: setattr(state, "spacing", numbers(values)[0]),
            b"Tw": lambda state, values: setattr(state, "blanks", numbers(values)[0]),
            b"Tz": lambda state, values: setattr(state, "stretch", numbers(values)[0] / 100),
            b"TL": lambda state, values: setattr(state, "leading", numbers(values)[0]),
            b"Ts": lambda state, values: setattr(state, "rise", numbers(values)[0]),
            b"Tr": lambda state, values: setattr(state, "mode", int(numbers(values)[0])),
        }
        self.is_off = False

    def font(self, state: State, values: Sequence[object], resources: object) -> None:
        """Take up a font."""
        self.take(state, entry(resources, "/Font", str(values[0])), number(values[1], state.size))

    def take(self, state: State, resource: object, size: float) -> None:
        """Take up a font as the resources hold it."""
        if id(resource) not in self._letters:
            self._letters[id(resource)] = (resource, Letters(resource))
        state.letters, state.size = self._letters[id(resource)][1], size

    def show(self, state: State, operator: bytes, values: Sequence[object]) -> None:
        """Write one stretch of words."""
        if operator == b'"':
            state.blanks, state.spacing = numbers(values)[:2]
        if operator in {b"'", b'"'}:
            self._down(0, -state.leading)
        self._write(state, parts(values[0]) if operator == b"TJ" else values[-1:])

    def _write(self, state: State, pieces: Iterable[object]) -> None:
        known = state.letters or Letters(None)
        letters: list[str] = []
        starts: list[float] = []
        ends: list[float] = []
        along = 0.0
        for piece in pieces:
            if isinstance(piece, int | float):
                before, along = along, along - float(piece) / 1000 * state.size * state.stretch
                if along - before >= _WORD_GAP * abs(state.size) and letters and not letters[-1].isspace():
                    letters.append(" ")
                    starts.append(before)
                    ends.append(along)
                continue
            shown = piece if isinstance(piece, bytes) else str(piece).encode("latin-1", "replace")
            for letter in known.read(shown):
                wide = letter.width * state.size * state.stretch
                letters.append(letter.text)
                starts.append(along)
                ends.append(along + wide)
                along += wide + (state.spacing + (state.blanks if letter.is_space else 0)) * state.stretch
        if letters:
            self._drawing.writings.append(self._writing(state, letters, starts, ends))
        self._at = multiplied((1, 0, 0, 1, along, 0), self._at)

    def _writing(self, state: State, letters: list[str], starts: list[float], ends: list[float]) -> Writing:
        opacity = state.line_opacity if state.mode % 4 == _BY_LINE else state.fill_opacity
        return Writing(
            letters=tuple(letters),
            starts=tuple(starts),
            ends=tuple(ends),
            matrix=multiplied((1, 0, 0, 1, 0, state.rise), multiplied(self._at, state.matrix)),
            size=state.size,
            order=self._drawing.steps,
            colour=_colour(state),
            clip=state.clip,
            is_painted=state.mode != INVISIBLE and opacity * state.group_opacity > 0.05,  # noqa: PLR2004 - of 1
            is_off=self.is_off,
        )

    def _put(self, matrix: Matrix) -> None:
        self._at = self._line = matrix

    def _placed(self, _: State, values: Sequence[object]) -> None:
        a, b, c, d, e, f = numbers(values)
        self._put((a, b, c, d, e, f))

    def _stepped(self, _: State, values: Sequence[object]) -> None:
        across, up = numbers(values)
        self._down(across, up)

    def _stepped_and_led(self, state: State, values: Sequence[object]) -> None:
        state.leading = -numbers(values)[1]
        self._stepped(state, values)

    def _down(self, across: float, up: float) -> None:
        self._put(multiplied((1, 0, 0, 1, across, up), self._line))


def _colour(state: State) -> Colour | None:
    """Return the colour that words are written in; nothing where that is more than one."""
    way = state.mode % 4
    if way == _BY_LINE:
        return state.line.colour
    is_of_two = way == _BY_BOTH and state.line.colour != state.fill.colour
    return None if is_of_two or state.mode > INVISIBLE else state.fill.colour
