"""The letter that goes with a release copy, as Word and as text to paste under a letterhead."""

from dataclasses import dataclass
from functools import cache

import jinja2

from lpgminutes.documents.context import as_variables
from lpgminutes.documents.docx import Filling, rendered
from lpgminutes.documents.environment import text_environment
from lpgminutes.documents.texts import SIGNS, Expected, Printed, Section, left_out, out_of_order, printable, traced
from lpgminutes.domain.document import MarkStyle
from lpgminutes.domain.refusal_letter import Ground, RefusalLetter
from lpgminutes.errors import RenderError
from lpgminutes.resources import template_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundLines:
    """One exemption that the copy relies on."""

    citation: Printed
    heading: Printed
    why: Printed
    weighing: Printed
    public_interest: tuple[Printed, ...]
    opinions: tuple[Printed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterContext:
    """Everything that a template of the letter may print."""

    marking: str
    case: Printed
    received: Printed
    title: Printed
    notices: Printed
    grounds: tuple[GroundLines, ...]
    review: Printed
    review_to: Printed
    complaint: Printed
    regulator: Printed


def render_letter_docx(letter: RefusalLetter, style: MarkStyle) -> bytes:
    """Return the Word file of the letter."""
    expected = Expected(style)
    filling = Filling(
        variables=as_variables(_context(letter, expected)),
        expected=expected,
        marking=letter.marking,
        title="Request for information",
        creator="",
    )
    return rendered(filling, template_bytes("letter.docx"))


def render_letter_text(letter: RefusalLetter, style: MarkStyle) -> bytes:
    """Return the letter as plain text, UTF-8, from the house template."""
    expected = Expected(style)
    written = _template().render(as_variables(_context(letter, expected)))
    found = traced(written)
    if places := left_out(expected.texts, found):
        raise RenderError(f"The template letter.txt leaves out {places[0]}. Print every variable that it is given.")
    if sections := out_of_order(expected.texts, found):
        raise RenderError(f"The template letter.txt changes the order of the {sections[0]}. Print them as they come.")
    return (SIGNS.sub("", written).strip("\n") + "\n").encode()


def _context(letter: RefusalLetter, expected: Expected) -> LetterContext:
    def head(words: str, where: str) -> Printed:
        return expected.words(words, where, Section.HEAD)

    def tail(words: str, where: str) -> Printed:
        return expected.words(words, where, Section.TAIL)

    return LetterContext(
        marking=printable(letter.marking, "the marking"),
        case=head(letter.case, "the case reference"),
        received=head(letter.received, "the day of receipt"),
        title=expected.text(letter.title, Section.HEAD),
        notices=head(letter.notices, "the law"),
        grounds=tuple(_ground(ground, expected) for ground in letter.grounds),
        review=tail(letter.review, "the right to a review"),
        review_to=tail(letter.review_to, "whom to ask for a review"),
        complaint=tail(letter.complaint, "the right to complain"),
        regulator=tail(letter.regulator, "the regulator"),
    )


def _ground(ground: Ground, expected: Expected) -> GroundLines:
    def line(words: str) -> Printed:
        return expected.words(words, f"what is said of {ground.citation}", Section.ROWS)

    return GroundLines(
        citation=line(ground.citation),
        heading=line(ground.heading),
        why=line(ground.why),
        opinions=tuple(line(words) for words in ground.opinions),
        weighing=line(ground.weighing),
        public_interest=tuple(line(words) for words in ground.public_interest),
    )


@cache
def _template() -> jinja2.Template:
    return text_environment().from_string(template_bytes("letter.txt").decode())
