"""What stands in a paragraph: its words with their look, breaks and tabs, and the boxes that hang on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from lpgminutes.domain.text import clean
from lpgminutes.importing.word.findings import Findings, Left
from lpgminutes.importing.word.markup import (
    COMPATIBILITY,
    DRAWING,
    MATHS,
    VML,
    Element,
    W,
    child,
    is_on,
    value,
)
from lpgminutes.importing.word.styles import PLAIN, Look, Styles

_NO_LIMIT = 1 << 30
_CHOICE, _FALLBACK = f"{COMPATIBILITY}Choice", f"{COMPATIBILITY}Fallback"
_BOX = f"{W}txbxContent"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RUN_STYLE, _HIDDEN, _BOLD, _ITALIC = f"{W}rStyle", f"{W}vanish", f"{W}b", f"{W}i"
_TEXTS = frozenset({f"{W}t", f"{W}delText", f"{MATHS}t"})
_CHARTS = ("/chart", "/diagram", "/chartex")
"""How the kinds of drawing end that hold words of their own elsewhere in the file."""
_SYMBOLS = {
    "F0FE": "\u2612", "F0FD": "\u2612", "F0A8": "\u2610", "F06F": "\u2610", "F0FC": "\u2713", "F0FB": "\u2717",
    "F0B7": "\u2022", "F0A7": "\u25aa", "F0E0": "\u2192", "F0D8": "\u27a2", "F02D": "-", "F0B0": "\u00b0",
    "F0A3": "\u2264", "F0B3": "\u2265", "F0B1": "\u00b1",
}  # fmt: skip
"""Signs of the Symbol and Wingdings fonts by their codes, as what they look like."""


class Break(Enum):
    """What parts the words of one paragraph."""

    LINE = "line"
    PAGE = "page"
    RENDERED_PAGE = "rendered page"
    """Where Word itself last went on to a new page."""


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of words of one look."""

    text: str
    is_bold: bool = False
    is_italic: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A text box that hangs on the paragraph."""

    content: Element


Piece: TypeAlias = Words | Break | Box


@dataclass(slots=True)
class Fields:
    """The fields that are open: Word spreads one over runs, and over paragraphs."""

    _in_code: list[bool] = field(default_factory=list)
    """For each open field, whether its code is being read and not yet its result."""

    @property
    def is_code(self) -> bool:
        """Whether the words here are the code of a field, which nobody sees."""
        return any(self._in_code)

    def turn(self, mark: str | None) -> None:
        """Take the next mark of a field: ``begin``, ``separate`` or ``end``."""
        if mark == "begin":
            self._in_code.append(True)
        elif self._in_code and mark == "separate":
            self._in_code[-1] = False
        elif self._in_code and mark == "end":
            self._in_code.pop()


@dataclass(slots=True, kw_only=True)
class Inline:
    """Reads paragraphs of one part of the file, and notes what it leaves out."""

    styles: Styles
    findings: Findings
    notes: Callable[[Left, str], str]
    """Returns the words of a comment, footnote or endnote by its id."""
    fields: Fields = field(default_factory=Fields)
    _look: Look = PLAIN
    _handlers: dict[object, Callable[[Element], Iterator[Piece]]] = field(init=False)
    """An element that has none is looked into: words are never lost because what holds them is unknown."""

    def __post_init__(self) -> None:
        self._handlers = {
            f"{W}r": self._run,
            f"{MATHS}r": self._run,
            f"{W}br": self._break,
            f"{W}cr": self._break,
            f"{W}lastRenderedPageBreak": self._rendered_page,
            f"{W}fldChar": self._field_mark,
            f"{W}del": self._deleted,
            f"{W}moveFrom": self._deleted,
            f"{W}ins": self._inserted,
            f"{W}moveTo": self._inserted,
            f"{W}sdt": self._control,
            f"{COMPATIBILITY}AlternateContent": self._alternative,
            f"{W}drawing": self._drawing,
            f"{W}pict": self._drawing,
            f"{W}object": self._object,
            f"{W}commentReference": self._comment,
            f"{W}footnoteReference": self._footnote,
            f"{W}endnoteReference": self._endnote,
            f"{W}pPr": self._nothing,
            f"{W}rPr": self._nothing,
            f"{W}rt": self._nothing,
            f"{W}instrText": self._nothing,
            f"{W}delInstrText": self._nothing,
            f"{W}fldData": self._nothing,
            f"{W}ffData": self._nothing,
        }

    def pieces(self, paragraph: Element, look: Look) -> Iterator[Piece]:
        """Yield what stands in a paragraph of a given style."""
        self._look = look
        yield from self._children(paragraph)

    def _children(self, element: Element) -> Iterator[Piece]:
        for inner in element:
            handler = self._handlers.get(inner.tag)
            yield from handler(inner) if handler else self._children(inner)

    def _run(self, run: Element) -> Iterator[Piece]:
        properties = child(run, "rPr")
        own = {} if properties is None else {switch.tag: switch for switch in properties}
        style = self.styles.look(value(own.get(_RUN_STYLE)))
        if _toggled(own.get(_HIDDEN), self._look.is_hidden, style.is_hidden):
            self.findings.leave(Left.HIDDEN, text_of(run))
            return
        is_bold = _toggled(own.get(_BOLD), self._look.is_bold, style.is_bold)
        is_italic = _toggled(own.get(_ITALIC), self._look.is_italic, style.is_italic)
        for inner in run:
            text = self._text(inner)
            if text is None:
                handler = self._handlers.get(inner.tag)
                yield from handler(inner) if handler else self._children(inner)
            elif self.fields.is_code:
                self.findings.leave(Left.FIELD_CODE, text)
            elif text:
                yield Words(self._cleaned(text), is_bold, is_italic)

    def _text(self, element: Element) -> str | None:
        """Return the words that a child of a run stands for; ``None`` when it is something else."""
        if element.tag in _TEXTS:
            return text_of(element) if len(element) else _own_words(element)
        if element.tag == f"{W}sym":
            return _SYMBOLS.get((value(element, "char") or "").upper(), "\u2022")
        return _SIGNS.get(element.tag)

    def _cleaned(self, text: str) -> str:
        if text.isascii() and text.isprintable():
            return text
        cleaned = clean(text, limit=_NO_LIMIT)
        if cleaned.remarks:
            self.findings.unclean.append(text)
        return cleaned.text

    def _break(self, element: Element) -> Iterator[Piece]:
        if not self.fields.is_code:
            yield Break.PAGE if value(element, "type") == "page" else Break.LINE

    def _rendered_page(self, _: Element) -> Iterator[Piece]:
        yield Break.RENDERED_PAGE

    def _field_mark(self, element: Element) -> Iterator[Piece]:
        self.fields.turn(value(element, "fldCharType"))
        yield from ()

    def _deleted(self, element: Element) -> Iterator[Piece]:
        self.findings.leave(Left.DELETED, text_of(element))
        yield from ()

    def _inserted(self, element: Element) -> Iterator[Piece]:
        if text_of(element).strip():
            self.findings.insert()
        yield from self._children(element)

    def _control(self, element: Element) -> Iterator[Piece]:
        """Read a content control: what was filled in, or nothing where its prompt still stands."""
        content = element.find(f"{W}sdtContent")
        if content is None:
            return
        if is_prompt(element):
            self.findings.leave(Left.PROMPT, text_of(content))
        else:
            yield from self._children(content)

    def _alternative(self, element: Element) -> Iterator[Piece]:
        """Read one of the forms in which Word writes the same thing for itself and for older programs."""
        yield from self._children(preferred(element))

    def _drawing(self, element: Element) -> Iterator[Piece]:
        boxes = [box for box in element.iter(_BOX) if not any(outer.tag == _BOX for outer in box.iterancestors())]
        yield from (Box(box) for box in boxes)
        self._watermarks(element)
        if not boxes:
            is_picture = next(element.iter(f"{DRAWING}blip", f"{VML}imagedata"), None) is not None
            self.findings.pictures += is_picture
            self.findings.embedded += not is_picture and any(
                data.get("uri", "").endswith(_CHARTS) for data in element.iter(f"{DRAWING}graphicData")
            )

    def _watermarks(self, element: Element) -> None:
        for path in element.iter(f"{VML}textpath"):
            self.findings.leave(Left.WATERMARK, path.get("string", ""))

    def _object(self, _: Element) -> Iterator[Piece]:
        self.findings.embedded += 1
        yield from ()

    def _comment(self, element: Element) -> Iterator[Piece]:
        self.findings.leave(Left.COMMENT, self.notes(Left.COMMENT, value(element, "id") or ""))
        yield from ()

    def _footnote(self, element: Element) -> Iterator[Piece]:
        self.findings.leave(Left.FOOTNOTE, self.notes(Left.FOOTNOTE, value(element, "id") or ""))
        yield from ()

    def _endnote(self, element: Element) -> Iterator[Piece]:
        self.findings.leave(Left.ENDNOTE, self.notes(Left.ENDNOTE, value(element, "id") or ""))
        yield from ()

    def _nothing(self, _: Element) -> Iterator[Piece]:
        yield from ()


def text_of(element: Element) -> str:
    """Return all the words in an element, also deleted ones, without regard to how they look."""
    words: list[str] = []
    for inner in element.iter():
        if inner.tag in _TEXTS:
            words.append(_own_words(inner))
        elif inner.tag == f"{W}p":
            words.append(" ")
        else:
            words.append(_SIGNS.get(inner.tag, ""))
    return "".join(words)


def _own_words(element: Element) -> str:
    """Return the words of an element that holds no other; spaces around them count only where it says so."""
    text = element.text or ""
    if not text or text[0] > " " < text[-1]:
        return text
    keeps = str(element.tag).startswith(MATHS) or element.get(_SPACE)
    return text if keeps else text.strip(" \t\r\n")


def is_prompt(control: Element) -> bool:
    """Whether a content control shows the prompt that it has while nobody filled it in."""
    return bool(is_on(child(control, "sdtPr", "showingPlcHdr")))


def preferred(alternative: Element) -> Element:
    """Return the form to read: the first that holds words, else the first that there is."""
    forms = [*alternative.iterfind(_CHOICE), *alternative.iterfind(_FALLBACK)]
    return next((form for form in forms if text_of(form).strip()), forms[0] if forms else alternative)


def _toggled(switch: Element | None, of_paragraph: bool, of_style: bool) -> bool:  # noqa: FBT001
    """Return a look that words are given directly, or else by two styles, which cancel each other out."""
    said = is_on(switch)
    return of_paragraph != of_style if said is None else said


_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
