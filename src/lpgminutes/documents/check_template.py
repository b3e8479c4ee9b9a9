"""What is wrong with a house template of minutes, said before a meeting depends on it."""

from collections.abc import Iterator
from dataclasses import fields, replace

from lpgminutes.documents.context import MinutesContext
from lpgminutes.documents.docx import Filled, fill, minutes_filling
from lpgminutes.documents.headers import unmarked
from lpgminutes.documents.ooxml import DOCUMENT
from lpgminutes.documents.seal import refusals
from lpgminutes.documents.texts import left_out, out_of_order
from lpgminutes.documents.word_template import WordTemplate, prepare
from lpgminutes.domain.document import (
    ActionEntry,
    ApprovalEntry,
    AttendanceRow,
    CopyKind,
    DecisionEntry,
    DeclarationEntry,
    ItemEntry,
    LegendEntry,
    MinuteEntry,
    MinutesDocument,
    Place,
    PointEntry,
    Text,
    Words,
)
from lpgminutes.domain.meetings import PointStyle
from lpgminutes.errors import InputError, RenderError

_MARKING = "OFFICIAL - TEMPLATE CHECK"
"""A marking that no template has typed into its header."""


def check_template(data: bytes) -> tuple[str, ...]:
    """Return a sentence for each thing that is wrong with a template of minutes; none when it can be used."""
    try:
        template = prepare(data)
    except InputError as problem:
        return (str(problem),)
    sentences = [*_unknown(template), *refusals(template.parts)]
    for document in (_sample(), _release(_sample())):
        sentences += _trial(template, document)
    return tuple(dict.fromkeys(sentences))


def _unknown(template: WordTemplate) -> Iterator[str]:
    known = {field.name for field in fields(MinutesContext)}
    for name in sorted(template.variables - known):
        yield f"The template uses “{name}”, which is not a variable of minutes."


def _trial(template: WordTemplate, document: MinutesDocument) -> list[str]:
    """Return what is wrong with ``document`` printed in ``template``."""
    filling = minutes_filling(document)
    try:
        filled = fill(filling, template)
    except RenderError as problem:
        return [str(problem)]
    texts = filling.expected.texts
    return [
        *(f"The template leaves out {place}." for place in left_out(texts, filled.found)),
        *(f"The template changes the order of the {name}." for name in out_of_order(texts, filled.found_in_body)),
        *unmarked(filled.parts, filled.texts, _MARKING),
        *_unmarked_body(filled),
    ]


def _unmarked_body(filled: Filled) -> Iterator[str]:
    if _MARKING not in filled.texts[DOCUMENT]:
        yield "The marking does not stand in the text itself: screen readers pass over headers and footers."


def _text(field: str, minute: str = "") -> Text:
    return Text(place=Place(field=field, minute=minute), segments=(Words(f"the {field}"),))


def _sample_action(minute: str = "1.1") -> ActionEntry:
    return ActionEntry(
        ref=_text("actions.ref", minute),
        text=_text("actions.text", minute),
        owners=(_text("actions.owner", minute), _text("actions.owner", minute)),
        due=_text("actions.due", minute),
        raised_in=minute,
        status="open",
    )


def _sample_point(style: PointStyle, *points: PointEntry) -> PointEntry:
    return PointEntry(
        style=style,
        label=_text("points.label", "1.1"),
        text=_text("points.text", "1.1"),
        points=points,
        actions=(_sample_action(),),
    )


def _sample_item() -> ItemEntry:
    bullet, heading, paragraph = PointStyle.BULLET, PointStyle.HEADING, PointStyle.PARAGRAPH
    deep = _sample_point(bullet, _sample_point(bullet, _sample_point(bullet), _sample_point(paragraph)))
    minute = MinuteEntry(
        number="1.1",
        label=_text("minutes.label", "1.1"),
        text=_text("minutes.text", "1.1"),
        points=(deep, _sample_point(heading, _sample_point(bullet)), _sample_point(paragraph)),
        actions=(_sample_action(),),
    )
    return ItemEntry(number="1", title=_text("items.title", "1"), minutes=(minute, replace(minute, number="1.2")))


def _sample() -> MinutesDocument:
    """Return minutes in which every field holds something."""
    row = AttendanceRow(
        name=_text("attendance.name"),
        role=_text("attendance.role"),
        organisation=_text("attendance.organisation"),
        capacity=_text("attendance.capacity"),
    )
    return MinutesDocument(
        marking=_MARKING,
        status="draft",
        body=_text("body"),
        title=_text("title"),
        subtitle=_text("subtitle"),
        date=_text("date"),
        location=_text("location"),
        attendance=(row, row),
        declarations=(
            DeclarationEntry(
                name=_text("declarations.name", "1"),
                nature=_text("declarations.nature", "1"),
                conduct=_text("declarations.conduct", "1"),
                item="1",
            ),
        ),
        items=(_sample_item(), replace(_sample_item(), number="2")),
        actions=(_sample_action(), _sample_action()),
        decisions=(DecisionEntry(ref=_text("decisions.ref"), text=_text("decisions.text"), decided_in="1.1"),),
        next_meeting=_text("next_meeting"),
        contact_name=_text("contact.name"),
        contact_email=_text("contact.email"),
        approval=ApprovalEntry(date=_text("approval.date"), corrections=(_text("approval.correction"),)),
    )


def _release(document: MinutesDocument) -> MinutesDocument:
    return replace(
        document,
        kind=CopyKind.RELEASE,
        case="FOI 1/2",
        original_marking="OFFICIAL",
        legend=(LegendEntry(mark="s40(2)", meaning="personal information"),),
    )
