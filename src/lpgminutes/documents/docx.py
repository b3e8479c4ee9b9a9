"""Word files of minutes, schedules and action logs, each compared with what went in, and sealed."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from lpgminutes.documents.context import as_variables, minutes_context
from lpgminutes.documents.headers import unmarked
from lpgminutes.documents.ooxml import DOCUMENT, NotXml, parse, serialise, visible_text
from lpgminutes.documents.package import read_package, write_package
from lpgminutes.documents.report_context import action_log_context, schedule_context
from lpgminutes.documents.runs import settle_runs
from lpgminutes.documents.seal import seal_parts
from lpgminutes.documents.texts import (
    CLOSE,
    DIVIDE,
    MARK_CLOSE,
    MARK_OPEN,
    OPEN,
    SIGNS,
    Expected,
    left_out,
    out_of_order,
)
from lpgminutes.documents.word_template import WordTemplate, prepare, render_part
from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.reports import ActionLog, Schedule
from lpgminutes.errors import RenderError
from lpgminutes.resources import template_bytes

_SIGNS = tuple(sign.encode() for sign in (OPEN, DIVIDE, CLOSE, MARK_OPEN, MARK_CLOSE))
_NAMED_PLACES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What goes into a template, and what the file says of itself."""

    variables: Mapping[str, object]
    expected: Expected
    marking: str
    title: str
    creator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The parts of a filled template, before the seal, and what was found in them."""

    parts: Mapping[str, bytes]
    texts: Mapping[str, str]
    """What a reader would see of each part."""
    found: tuple[tuple[int, str], ...]
    found_in_body: tuple[tuple[int, str], ...]


def render_docx(document: MinutesDocument, template: bytes | None = None) -> bytes:
    """Return the Word file of ``document``, made from ``template`` or from the one that ships."""
    return rendered(minutes_filling(document), template or template_bytes("minutes.docx"))


def render_schedule_docx(schedule: Schedule) -> bytes:
    """Return the Word file of the schedule that goes out with a release copy."""
    expected = Expected()
    context = schedule_context(schedule, expected)
    filling = Filling(
        variables=as_variables(context),
        expected=expected,
        marking=schedule.marking,
        title=f"Schedule of information withheld: {schedule.title.plain()}",
        creator="",
    )
    return rendered(filling, template_bytes("schedule.docx"))


def render_action_log_docx(log: ActionLog) -> bytes:
    """Return the Word file of an action log."""
    expected = Expected()
    context = action_log_context(log, expected)
    filling = Filling(
        variables=as_variables(context), expected=expected, marking=log.marking, title=log.title, creator=""
    )
    return rendered(filling, template_bytes("action_log.docx"))


def minutes_filling(document: MinutesDocument) -> Filling:
    """Return what ``document`` puts into a template."""
    expected = Expected(document.mark_style)
    context = minutes_context(document, expected)
    return Filling(
        variables=as_variables(context),
        expected=expected,
        marking=document.marking,
        title=document.title.plain(document.mark_style) or context.heading,
        creator=document.body.plain(document.mark_style),
    )


def fill(filling: Filling, template: WordTemplate) -> Filled:
    """Return the parts of ``template`` with everything in its place."""
    parts, texts, found = dict(template.parts), {}, {}
    for name, story in template.stories.items():
        root = _strictly_parsed(name, render_part(name, story, filling.variables))
        texts[name] = SIGNS.sub("", visible_text(root))
        found[name] = settle_runs(root, template.mark_style)
        parts[name] = serialise(root)
        if any(sign in parts[name] for sign in _SIGNS):
            raise RenderError(f"The template prints a text in {name} where no reader would see it. Move that tag.")
    everywhere = tuple(text for name in found for text in found[name])
    return Filled(parts=parts, texts=texts, found=everywhere, found_in_body=tuple(found[DOCUMENT]))


def rendered(filling: Filling, template: bytes) -> bytes:
    """Return the finished file: filled, compared with what went in, sealed, and compared again."""
    filled = fill(filling, prepare(template))
    _demand_whole(filling.expected, filled)
    package = write_package(seal_parts(filled.parts, title=filling.title, creator=filling.creator))
    _demand_same(package, filled.texts, filling.marking)
    return package


def _demand_whole(expected: Expected, filled: Filled) -> None:
    """Refuse when a text did not come out, or not in its order."""
    if places := left_out(expected.texts, filled.found):
        more = f" and {len(places) - _NAMED_PLACES} more" if len(places) > _NAMED_PLACES else ""
        named = ", ".join(places[:_NAMED_PLACES])
        raise RenderError(f"The template leaves out {named}{more}. Print every variable that it is given.")
    if sections := out_of_order(expected.texts, filled.found_in_body):
        raise RenderError(f"The template changes the order of the {sections[0]}. Print them as they come.")


def _demand_same(package: bytes, texts: Mapping[str, str], marking: str) -> None:
    """Refuse when the finished file does not read as the filled template did, or goes unmarked."""
    parts = read_package(package)
    for name, text in texts.items():
        if visible_text(parse(parts[name])) != text:
            raise RenderError(f"What came out in {name} is not what went in, so no file was made.")
    if sentences := unmarked(parts, texts, marking):
        raise RenderError(sentences[0])


def _strictly_parsed(name: str, xml: str) -> etree._Element:
    try:
        return parse(xml)
    except NotXml:
        raise RenderError(f"The filled template is not well-formed in {name}: a tag stands in a wrong place.") from None
