"""The readings of one XML part: its text in each mode, its values, names, comments and source."""

import re
from collections.abc import Iterator

from lpgminutes.verify.markup import read_markup, without_tags
from lpgminutes.verify.reading import COLUMN, Level, Reading
from lpgminutes.verify.vocabulary import word_set
from lpgminutes.verify.xmlpart import Mode, Part

_TEXTUAL = word_set(
    """
    descr title alt tooltip instr author initials displayText statusText helpText query connectString ed
    edGrp caption userId providerId fullName href
    """
)
"""Attributes that hold words for people, whatever their element."""
_TEXTUAL_ELEMENTS = word_set(
    """
    alias tag docVar tblCaption tblDescription statusText helpText default lvlText listItem result
    placeholder entryMacro exitMacro query connectString udl mailSubject addressFieldName mappedName
    attachedTemplate comment person presenceInfo attr customXmlPr property
    """
)
"""Elements whose values are words for people."""
_LABELS = frozenset({"Target", "name", "anchor", "PartName", "uri", "id"})
_LABEL_ELEMENTS = frozenset({"name", "aliases", "Override", "Default"})
_NUMERIC = re.compile(r"[#{]?[0-9A-Fa-f.,%+{}()-]+(?:pt|px|in|cm|mm|em|rem|e\+\d+)?")
_LONG = 10
"""From this length on a value of figures alone may be a text in code."""
_KNOWN_NAMES = re.compile(
    r"https?://(?:schemas\.(?:openxmlformats\.org|microsoft\.com)|purl\.o(?:rg|clc\.org)|www\.w3\.org)/"
)


def readings_of(part: Part, source: str, name: str) -> Iterator[Reading]:
    """Give every reading of a part."""
    yield from _texts(part, name)
    yield from _values(part, name)
    yield from _names(part, name)
    if part.notes:
        yield Reading("\n".join(text for _, text in part.notes), name, "comment", Level.TEXT)
    if part.field_codes:
        yield Reading("".join(part.field_codes), name, "field code", Level.TEXT)
        yield Reading("\n".join(part.field_codes), name, "field code", Level.TEXT)
    if part.problem:
        yield from read_markup(source, name)
        yield Reading(without_tags(source), name, "source without tags", Level.TEXT)
    else:
        yield from _source(part, source, name)


def _texts(part: Part, name: str) -> Iterator[Reading]:
    modes = part.modes
    level = Level.LABEL if name == "docProps/app.xml" else Level.VISIBLE
    yield Reading(part.text(Mode.PLAIN, Mode.PLAIN), name, "text", level)
    if part.columns:
        yield Reading("\n\n".join(part.columns), name, COLUMN, Level.LABEL)
    kept_back = Mode.DELETED | Mode.FIELD_CODE | Mode.HIDDEN
    if modes & kept_back:
        yield Reading(part.text(Mode.PLAIN, kept_back), name, "visible text", Level.VISIBLE)
        yield Reading(part.text(Mode.PLAIN, Mode.DELETED | Mode.FIELD_CODE), name, "text with hidden text", Level.TEXT)
    if modes & (Mode.DELETED | Mode.INSERTED):
        before = part.text(Mode.PLAIN, Mode.INSERTED | Mode.FIELD_CODE)
        yield Reading(before, name, "text before tracked changes", Level.TEXT)
    for mode, how in (
        (Mode.DELETED, "deleted text"),
        (Mode.HIDDEN, "hidden text"),
        (Mode.INSERTED, "inserted text"),
    ):
        if modes & mode:
            yield Reading(part.text(mode, Mode.PLAIN), name, how, Level.TEXT)
    if modes & Mode.BOXED:
        yield Reading(part.text(Mode.PLAIN, kept_back | Mode.BOXED), name, "text around boxes", Level.TEXT)


def _values(part: Part, name: str) -> Iterator[Reading]:
    by_level: dict[Level, dict[str, None]] = {Level.TEXT: {}, Level.LABEL: {}, Level.MARKUP: {}}
    for element, attribute, value in part.attributes:
        level = _level(element.rpartition("|")[2], attribute.rpartition("|")[2])
        if level is Level.TEXT or not (len(value) < _LONG and _NUMERIC.fullmatch(value)):
            by_level[level][value] = None
    for level, values in by_level.items():
        if values:
            yield Reading("\n".join(sorted(values)), name, "attributes", level)


def _level(element: str, attribute: str) -> Level:
    if attribute in _TEXTUAL or element in _TEXTUAL_ELEMENTS:
        return Level.TEXT
    if attribute in _LABELS and element not in {"lsdException", "font"}:
        return Level.LABEL
    if element in _LABEL_ELEMENTS:
        return Level.LABEL
    return Level.MARKUP


def _names(part: Part, name: str) -> Iterator[Reading]:
    known: list[str] = []
    foreign: list[str] = []
    for full in part.names | {attribute for _, attribute, _ in part.attributes}:
        space, _, local = full.rpartition("|")
        (known if not space or _KNOWN_NAMES.match(space) else foreign).append(local)
    yield Reading("\n".join(sorted(set(known))), name, "names of elements", Level.MARKUP)
    for prefix, uri in sorted(part.namespaces):
        level = Level.NOISE if _KNOWN_NAMES.match(uri) else Level.LABEL
        yield Reading(f"{prefix}\n{uri}", name, "namespaces", level)
    if foreign:
        yield Reading("\n".join(sorted(set(foreign))), name, "names of elements", Level.LABEL)


def _source(part: Part, source: str, name: str) -> Iterator[Reading]:
    """The source with its tags dropped, where that differs from the text as parsed."""
    bare = without_tags(source)
    joined = "".join(text for _, text in part.pieces)
    if "".join(bare.split()) != "".join(joined.split()):
        yield Reading(bare, name, "source without tags", Level.LABEL)
    elif not part.names & {"http://schemas.openxmlformats.org/wordprocessingml/2006/main|t"}:
        yield Reading("".join(text for _, text in part.pieces if text != "\n"), name, "text joined", Level.LABEL)
