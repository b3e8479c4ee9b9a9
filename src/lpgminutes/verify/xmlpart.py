"""One XML part read in a single pass: its text in every mode, its names, values and oddities."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntFlag
from xml.parsers import expat

from lpgminutes.verify.vocabulary import word_set

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_BAR = "|"


class Mode(IntFlag):
    """What is special about a piece of text."""

    PLAIN = 0
    INSERTED = 1
    DELETED = 2
    FIELD_CODE = 4
    HIDDEN = 8
    BOXED = 16


@dataclass(slots=True)
class Part:
    """What one pass over an XML part gives."""

    pieces: list[tuple[Mode, str]] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    """Each table column of more than one row, read downwards."""
    names: set[str] = field(default_factory=set)
    attributes: set[tuple[str, str, str]] = field(default_factory=set)
    """Element, attribute and value, each once."""
    namespaces: set[tuple[str, str]] = field(default_factory=set)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Comments and processing instructions, with their kind."""
    field_codes: list[str] = field(default_factory=list)
    filled: dict[str, str] = field(default_factory=dict)
    """The text of each element outside Word's own vocabulary that has some."""
    covered: set[str] = field(default_factory=set)
    """The ways in which some text is kept from the reader's eye."""
    stray_text: bool = False
    cdata: bool = False
    problem: str = ""

    def text(self, wanted: Mode, unwanted: Mode) -> str:
        """Join the pieces that have all wanted modes and no unwanted one, with the separators."""
        return "".join(t for mode, t in self.pieces if t == "\n" or (mode & wanted == wanted and not mode & unwanted))

    def shown(self) -> str:
        """Give the text that a reader sees."""
        return self.text(Mode.PLAIN, Mode.DELETED | Mode.FIELD_CODE | Mode.HIDDEN)

    @property
    def modes(self) -> Mode:
        """Every mode that some piece has."""
        every = Mode.PLAIN
        for mode in {mode for mode, _ in self.pieces}:
            every |= mode
        return every


class _RefusedError(Exception):
    """The part holds what is never read on, a document type."""


def read_xml(data: bytes) -> Part:
    """Read one XML part; a problem is a value, and what was read before it stays."""
    part = Part()
    reader = _Reader(part)
    try:
        reader.parser.Parse(data, True)
    except _RefusedError:
        part.problem = "it has a document type"
    except (expat.ExpatError, ValueError, LookupError):
        part.problem = "it is not well-formed XML"
    return part


_SEPARATING = word_set("p tr tc br cr tab ptab sectPr txbxContent tbl comment footnote endnote docPart")
_PLAIN_TEXT = frozenset({"t", "delText", "instrText", "delInstrText"})
_WHITE = 0xF0
_DARK = 0x60
_TINY_HALF_POINTS = 6
_THIN_PERCENT = 10


@dataclass(slots=True)
class _Run:
    """The properties of the run being read that can hide its text."""

    hidden: bool = False
    white: bool = False
    black: bool = False
    dark: bool | None = None


class _Reader:
    """The handlers of one pass."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._mode = Mode.PLAIN
        self._stack: list[str] = []
        self._depths: dict[Mode, int] = dict.fromkeys((Mode.INSERTED, Mode.DELETED, Mode.BOXED), 0)
        self._run = _Run()
        self._cell_dark: list[bool] = []
        self._paragraph_dark = False
        self._tables: list[list[list[str]]] = []
        self._cells: list[int] = []
        self._starts = self._start_handlers()
        self._ends = self._end_handlers()
        self.parser = self._made()

    def _made(self) -> "expat.XMLParserType":
        parser = expat.ParserCreate(namespace_separator=_BAR)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartNamespaceDeclHandler = self._namespace
        parser.CommentHandler = lambda text: self._part.notes.append(("comment", text))
        parser.ProcessingInstructionHandler = lambda target, text: self._part.notes.append(
            ("processing instruction", f"{target} {text}")
        )
        parser.StartCdataSectionHandler = self._cdata
        parser.StartDoctypeDeclHandler = _refuse
        return parser

    def _start_handlers(self) -> dict[str, Callable[[dict[str, str]], None]]:
        handlers: dict[str, Callable[[dict[str, str]], None]] = {
            "ins": lambda _: self._deepen(Mode.INSERTED),
            "moveTo": lambda _: self._deepen(Mode.INSERTED),
            "del": lambda _: self._deepen(Mode.DELETED),
            "moveFrom": lambda _: self._deepen(Mode.DELETED),
            "txbxContent": lambda _: self._deepen(Mode.BOXED),
            "delText": lambda _: self._set(Mode.DELETED),
            "instrText": lambda _: self._set(Mode.FIELD_CODE),
            "delInstrText": lambda _: self._set(Mode.FIELD_CODE | Mode.DELETED),
            "r": self._run_starts,
            "vanish": self._vanishes,
            "webHidden": self._vanishes,
            "specVanish": self._vanishes,
            "color": self._coloured,
            "shd": self._shaded,
            "highlight": self._highlighted,
            "sz": self._sized,
            "w": self._scaled,
            "sym": self._symbol,
            "fldSimple": self._simple_field,
            "tbl": lambda _: self._tables.append([]),
            "tr": lambda _: self._tables[-1].append([]) if self._tables else None,
            "tc": self._cell_starts,
            "noBreakHyphen": lambda _: self._piece("-"),
        }
        return {f"{ns}{_BAR}{name}": handler for name, handler in handlers.items() for ns in (W, _W_STRICT)}

    def _end_handlers(self) -> dict[str, Callable[[], None]]:
        handlers: dict[str, Callable[[], None]] = {
            "ins": lambda: self._rise(Mode.INSERTED),
            "moveTo": lambda: self._rise(Mode.INSERTED),
            "del": lambda: self._rise(Mode.DELETED),
            "moveFrom": lambda: self._rise(Mode.DELETED),
            "txbxContent": lambda: self._rise(Mode.BOXED),
            "delText": lambda: self._unset(Mode.DELETED),
            "instrText": lambda: self._unset(Mode.FIELD_CODE),
            "delInstrText": lambda: self._unset(Mode.FIELD_CODE | Mode.DELETED),
            "rPr": self._run_properties_end,
            "r": lambda: self._unset(Mode.HIDDEN),
            "p": self._paragraph_ends,
            "tc": self._cell_ends,
            "tbl": self._table_ends,
        }
        return {f"{ns}{_BAR}{name}": handler for name, handler in handlers.items() for ns in (W, _W_STRICT)}

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._part.names.add(name)
        self._stack.append(name)
        if attributes:
            for key, value in attributes.items():
                self._part.attributes.add((name, key, value))
        handler = self._starts.get(name)
        if handler is not None:
            handler(attributes)
        space, _, local = name.rpartition(_BAR)
        if local in _SEPARATING or (space not in {W, _W_STRICT}):
            self._part.pieces.append((Mode.PLAIN, "\n"))

    def _end(self, name: str) -> None:
        self._stack.pop()
        handler = self._ends.get(name)
        if handler is not None:
            handler()
        space, _, local = name.rpartition(_BAR)
        if local in {"p", "tc", "txbxContent"} or space not in {W, _W_STRICT}:
            self._part.pieces.append((Mode.PLAIN, "\n"))

    def _text(self, text: str) -> None:
        space, _, local = self._stack[-1].rpartition(_BAR) if self._stack else ("", "", "")
        if space in {W, _W_STRICT} and local not in _PLAIN_TEXT:
            if text.isspace():
                return
            self._part.stray_text = True
        elif space not in {W, _W_STRICT} and not text.isspace():
            self._part.filled[local] = text
        mode = self._current()
        if mode & Mode.FIELD_CODE:
            self._part.field_codes.append(text)
        self._part.pieces.append((mode, text))

    def _piece(self, text: str) -> None:
        self._part.pieces.append((self._current(), text))

    def _current(self) -> Mode:
        mode = self._mode
        for flag, depth in self._depths.items():
            if depth:
                mode |= flag
        return mode

    def _namespace(self, prefix: str | None, uri: str | None) -> None:
        self._part.namespaces.add((prefix or "", uri or ""))

    def _cdata(self) -> None:
        self._part.cdata = True

    def _deepen(self, mode: Mode) -> None:
        self._depths[mode] += 1

    def _rise(self, mode: Mode) -> None:
        self._depths[mode] -= 1

    def _set(self, mode: Mode) -> None:
        self._mode |= mode

    def _unset(self, mode: Mode) -> None:
        self._mode &= ~mode

    def _in(self, local: str, above: int = 2) -> bool:
        return len(self._stack) >= above and self._stack[-above].endswith(_BAR + local)

    def _of_run(self) -> bool:
        """Whether the property being read belongs to a run's text, not to a paragraph mark."""
        return self._in("rPr") and not self._in("pPr", 3)

    def _run_starts(self, _: dict[str, str]) -> None:
        self._run = _Run()

    def _vanishes(self, attributes: dict[str, str]) -> None:
        if self._of_run() and _value(attributes, "val") not in {"0", "false", "off"}:
            self._hide("hidden")

    def _hide(self, way: str) -> None:
        self._run.hidden = True
        self._part.covered.add(way)

    def _coloured(self, attributes: dict[str, str]) -> None:
        if self._of_run():
            theme = _value(attributes, "themeColor")
            self._run.white = _is_white(_value(attributes, "val")) or theme in {"background1", "light1"}
            self._run.black = _is_dark(_value(attributes, "val"))

    def _shaded(self, attributes: dict[str, str]) -> None:
        fill = _value(attributes, "fill")
        dark = _is_dark(fill) or _value(attributes, "themeFill") not in {"", "background1", "light1"}
        if self._in("tcPr") and self._cell_dark:
            self._cell_dark[-1] = dark
        elif self._in("pPr"):
            self._paragraph_dark = dark
        elif self._of_run():
            self._run.dark = _is_dark(fill)

    def _highlighted(self, attributes: dict[str, str]) -> None:
        if self._of_run() and _value(attributes, "val") == "black":
            self._run.dark = True

    def _sized(self, attributes: dict[str, str]) -> None:
        if self._of_run() and 0 <= _number(_value(attributes, "val")) <= _TINY_HALF_POINTS:
            self._hide("tiny")

    def _scaled(self, attributes: dict[str, str]) -> None:
        if self._of_run() and 0 <= _number(_value(attributes, "val").rstrip("%")) <= _THIN_PERCENT:
            self._hide("thin")

    def _run_properties_end(self) -> None:
        run, on_dark = self._run, self._paragraph_dark or any(self._cell_dark)
        if run.white and not (on_dark or run.dark):
            self._hide("white")
        if run.dark and not run.white:
            self._hide("covered")
        if run.hidden and self._stack and self._stack[-1].endswith(_BAR + "r"):
            self._set(Mode.HIDDEN)

    def _symbol(self, attributes: dict[str, str]) -> None:
        code = _number(_value(attributes, "char"), 16)
        if 0 < code < 0x10000 and not 0xD800 <= code < 0xE000:  # noqa: PLR2004  (the bounds of Unicode)
            self._piece(chr(code))

    def _simple_field(self, attributes: dict[str, str]) -> None:
        self._part.field_codes.append(_value(attributes, "instr"))

    def _paragraph_ends(self) -> None:
        self._paragraph_dark = False
        self._run = _Run()

    def _cell_starts(self, _: dict[str, str]) -> None:
        self._cells.append(len(self._part.pieces))
        self._cell_dark.append(False)

    def _cell_ends(self) -> None:
        start = self._cells.pop()
        self._cell_dark.pop()
        if self._tables and self._tables[-1]:
            self._tables[-1][-1].append("".join(text for _, text in self._part.pieces[start:]).strip())

    def _table_ends(self) -> None:
        rows = self._tables.pop()
        if len(rows) > 1:
            width = max(map(len, rows))
            self._part.columns += ["\n".join(row[at] for row in rows if at < len(row)) for at in range(width)]


def _refuse(*_: object) -> None:
    raise _RefusedError


def _value(attributes: dict[str, str], local: str) -> str:
    return attributes.get(f"{W}{_BAR}{local}") or attributes.get(f"{_W_STRICT}{_BAR}{local}") or ""


def _number(text: str, base: int = 10) -> int:
    try:
        return int(text, base)
    except ValueError:
        return -1


def _channels(colour: str) -> tuple[int, ...]:
    value = _number(colour, 16) if len(colour) == 6 else -1  # noqa: PLR2004  (RRGGBB)
    return () if value < 0 else (value >> 16, value >> 8 & 0xFF, value & 0xFF)


def _is_white(colour: str) -> bool:
    return bool(channels := _channels(colour)) and min(channels) >= _WHITE


def _is_dark(colour: str) -> bool:
    return bool(channels := _channels(colour)) and max(channels) <= _DARK
