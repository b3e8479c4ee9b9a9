"""Reading a line: what it is, under what it goes, and what else is recorded with it."""

import re
from dataclasses import dataclass, replace

from lpgminutes.domain.capture.action_sentences import forced_action, told_actions
from lpgminutes.domain.capture.approvals import approval_in
from lpgminutes.domain.capture.context import CaptureContext
from lpgminutes.domain.capture.lines import CapturedAction, CapturedLine, LineKind
from lpgminutes.domain.capture.mentions import Mentioned, name_the_mentioned
from lpgminutes.domain.capture.places import place_of, refusal_of
from lpgminutes.domain.capture.pre_marking import take_pre_marks
from lpgminutes.domain.capture.run_in_labels import split_label
from lpgminutes.domain.house_phrases import expand
from lpgminutes.domain.meetings import PointStyle
from lpgminutes.domain.pre_marks import PreMark

_JUMP = re.compile(r"#\s?(?P<number>\d{1,3}[a-z]?)")
_ITEM = re.compile(r"#+\s*(?P<title>.*)", re.DOTALL)
_PREFIX = re.compile(r"(?P<dashes>-#|--?|[\u2013\u2022\u00b7*+])\s+(?=\S)")
_SIGN = re.compile(r"(?P<sign>[!=?])(?:\s+(?=\S)|(?=@))")
_SIGNS = {"!": LineKind.ACTION, "=": LineKind.DECISION, "?": LineKind.CHECK}
_LEVELS = {0: LineKind.MINUTE, 1: LineKind.POINT, 2: LineKind.SUB_POINT}
_STYLES = {"-#": PointStyle.HEADING, "+": PointStyle.PARAGRAPH}
RESOLVED = re.compile(
    r"(?:(?:It was|The (?:Council|Committee|Board|Trustees|meeting)|Members|Councillors)\s(?:unanimously\s)?)?"
    r"(?:RESOLVED|AGREED|DECIDED)\b|Resolved(?::|\sthat\b|\sto\b)|It was (?:unanimously )?resolved\b"
)
"""How minutes say that something was decided; ``agreed`` in small letters may be anything."""
_NOTHING = CaptureContext()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """A line without the signs at its front."""

    kind: LineKind
    level: int
    style: PointStyle
    text: str


def read_line(line: str, context: CaptureContext = _NOTHING, *, as_kind: LineKind | None = None) -> CapturedLine:
    """Return what a line is; reading never raises, and no word of the line is lost.

    ``as_kind`` is what a person says that it is: then nothing else is read into it.
    """
    stripped = line.strip()
    if as_kind in {None, LineKind.JUMP} and (jump := _JUMP.fullmatch(stripped)):
        captured = CapturedLine(typed=line, kind=LineKind.JUMP, text=jump["number"])
    elif as_kind is LineKind.ITEM or (as_kind is None and stripped.startswith("#")):
        captured = _item(line, stripped, context)
    else:
        captured = _paragraph(line, _as_said(_opened(stripped), as_kind), context, as_kind)
    return replace(
        captured,
        place=place_of(captured, context),
        refusal=refusal_of(captured, context),
        next_action=context.next_action,
    )


def _item(line: str, stripped: str, context: CaptureContext) -> CapturedLine:
    match = _ITEM.fullmatch(stripped)
    title, marks = take_pre_marks(expand(match["title"] if match else stripped, context.phrases))
    return CapturedLine(typed=line, kind=LineKind.ITEM, text=title, pre_marks=marks)


def _opened(stripped: str) -> _Opened:
    level, style, rest = 0, PointStyle.BULLET, stripped
    if prefix := _PREFIX.match(stripped):
        level = 2 if prefix["dashes"] == "--" else 1
        style = _STYLES.get(prefix["dashes"], PointStyle.BULLET)
        rest = stripped[prefix.end() :]
    kind = _LEVELS[level]
    if sign := _SIGN.match(rest):
        kind, rest = _SIGNS[sign["sign"]], rest[sign.end() :]
    return _Opened(kind=kind, level=level, style=style, text=rest)


def _as_said(opened: _Opened, as_kind: LineKind | None) -> _Opened:
    """Let a person's word stand above the signs."""
    if as_kind is None:
        return opened
    level = {LineKind.MINUTE: 0, LineKind.POINT: 1, LineKind.SUB_POINT: 2}.get(as_kind, opened.level)
    style = opened.style if level else PointStyle.BULLET
    return replace(opened, kind=as_kind, level=level, style=style)


def _paragraph(line: str, opened: _Opened, context: CaptureContext, as_kind: LineKind | None) -> CapturedLine:
    unmarked, marks = take_pre_marks(expand(opened.text, context.phrases))
    named = name_the_mentioned(unmarked, marks, context.people)
    text = named.text
    if as_kind is None and opened.kind in _LEVELS.values() and RESOLVED.match(text):
        opened = replace(opened, kind=LineKind.DECISION)
    approves, corrections = _approval(text, opened, context, as_kind)
    label = _label(text, opened, context)
    words = text[len(label) + 1 :].lstrip() if label else text
    return CapturedLine(
        typed=line,
        kind=opened.kind,
        level=opened.level,
        style=opened.style,
        label=label,
        text=words,
        actions=_actions(named, opened, context, as_kind),
        pre_marks=_marks_in(label, text, words, named.pre_marks),
        new_people=named.new_people,
        arrivals=named.arrivals,
        to_check=opened.kind is LineKind.CHECK,
        approves=approves,
        corrections=corrections,
    )


def _actions(
    named: Mentioned, opened: _Opened, context: CaptureContext, as_kind: LineKind | None
) -> tuple[CapturedAction, ...]:
    if opened.kind is LineKind.ACTION:
        return forced_action(named.text, named.mentions, context)
    is_read = as_kind is None and opened.kind is not LineKind.CHECK
    return told_actions(named.text, named.mentions, context) if is_read else ()


def _approval(
    text: str, opened: _Opened, context: CaptureContext, as_kind: LineKind | None
) -> tuple[str, tuple[str, ...]]:
    """Say which minutes a line approves: a decision, or prose that nobody said is nothing but prose."""
    if opened.kind is LineKind.DECISION or (as_kind is None and opened.kind in _LEVELS.values()):
        return approval_in(text, context)
    return "", ()


def _label(text: str, opened: _Opened, context: CaptureContext) -> str:
    if opened.kind in {LineKind.ACTION, LineKind.DECISION} or opened.style is PointStyle.HEADING:
        return ""
    return split_label(text, context.people, is_point=opened.level > 0)


def _marks_in(label: str, text: str, words: str, marks: tuple[PreMark, ...]) -> tuple[PreMark, ...]:
    """Divide the marks of a whole line between its label and its words."""
    if not label:
        return marks
    begin = len(text) - len(words)
    divided: list[PreMark] = []
    for mark in marks:
        if mark.start < len(label):
            divided.append(replace(mark, field="label", end=min(mark.end, len(label))))
        if mark.end > begin:
            divided.append(replace(mark, start=max(mark.start, begin) - begin, end=mark.end - begin))
    return tuple(divided)
