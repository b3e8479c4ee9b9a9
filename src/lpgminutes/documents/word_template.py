"""A Word template made ready: its parts, and each part that holds text as a compiled Jinja template.

docxtpl supplies the grammar of tags in Word: ``{%p %}``, ``{%tr %}``, a tag that Word split over runs. Its
own rendering is not used: it re-parses with recovery, which drops what it cannot read without a word.
"""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import jinja2
from docxtpl import DocxTemplate
from jinja2 import meta
from lxml import etree

from lpgminutes.documents.environment import word_environment
from lpgminutes.documents.ooxml import DOCUMENT, STYLES, NotXml, is_story, parse, w
from lpgminutes.documents.package import read_package
from lpgminutes.documents.texts import CLOSE, DIVIDE, MARK_CLOSE, MARK_OPEN, OPEN
from lpgminutes.errors import InputError, RenderError

_UNKNOWN = re.compile(r"^(?:'[\w. ]+' has no attribute )?'(\w{1,40})'(?: is undefined)?$")
"""Jinja's message when it holds nothing but the template's own names."""
_MARK_STYLES = ("Intense Emphasis", "Strong")
"""The character styles that a mark may wear: the first that the template has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTemplate:
    """A template ready to be rendered."""

    parts: Mapping[str, bytes]
    stories: Mapping[str, jinja2.Template]
    variables: frozenset[str]
    """The variables that it uses, in any of its parts."""
    mark_style: str | None
    """The identifier of the character style that marks wear."""


@lru_cache(maxsize=8)
def prepare(template: bytes) -> WordTemplate:
    """Return ``template`` ready to be rendered; the last few are kept."""
    parts = read_package(template)
    if DOCUMENT not in parts:
        raise InputError("This is not a Word document: it has no main text. Save it again as .docx.")
    sources = {name: _source(name, content) for name, content in parts.items() if is_story(name)}
    return WordTemplate(
        parts=parts,
        stories={name: _compiled(name, source) for name, source in sources.items()},
        variables=frozenset(
            variable
            for source in sources.values()
            for variable in meta.find_undeclared_variables(word_environment().parse(source))
        ),
        mark_style=_mark_style(parts.get(STYLES)),
    )


def render_part(name: str, template: jinja2.Template, variables: Mapping[str, object]) -> str:
    """Return the XML of one part with ``variables`` in it."""
    try:
        xml = template.render(variables)
    except jinja2.UndefinedError as problem:
        unknown = _UNKNOWN.search(problem.message or "")
        asked = f"asks for “{unknown[1]}”" if unknown else "asks for something"
        raise RenderError(f"The template {asked} in {name}, which it is not given. Correct that tag.") from None
    except (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError):
        raise RenderError(f"A tag in {name} does not fit what the template is given. Correct that tag.") from None
    return xml.replace("\n<w:p>", "<w:p>").replace("\n<w:p ", "<w:p ")


def _source(name: str, content: bytes) -> str:
    """Return the part as Jinja sees it, each paragraph on its own line so that an error can be placed."""
    try:
        xml = etree.tostring(parse(content), encoding="unicode")
    except NotXml as problem:
        raise InputError(f"The template is damaged: {name} cannot be read. Save it again from Word.") from problem
    if any(sign in xml for sign in (OPEN, DIVIDE, CLOSE, MARK_OPEN, MARK_CLOSE)):
        raise InputError(f"The template holds a character in {name} that no text may hold. Type that text again.")
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", DocxTemplate(io.BytesIO()).patch_xml(xml))


def _compiled(name: str, source: str) -> jinja2.Template:
    try:
        return word_environment().from_string(source)
    except jinja2.TemplateSyntaxError as problem:
        reason = (problem.message or "").rstrip(".")
        line = source.splitlines()[problem.lineno - 1]
        words = re.sub(r"<[^>]*>", "", line).strip()
        raise InputError(f"A tag in {name} is wrong: {reason}. It stands at “{words[:60]}”.") from problem


def _mark_style(styles: bytes | None) -> str | None:
    """Return the style for marks; styles that cannot be read are the seal's to refuse."""
    try:
        root = parse(styles or b"<none/>")
    except NotXml:
        return None
    named = {
        name.get(w("val"), "").casefold(): style.get(w("styleId"))
        for style in root.iter(w("style"))
        for name in style.iter(w("name"))
    }
    return next((named[name.casefold()] for name in _MARK_STYLES if named.get(name.casefold())), None)
