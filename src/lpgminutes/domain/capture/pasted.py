"""The lines of a text that was written elsewhere: what was broken for its width there is one line again."""

import re
from collections.abc import Iterator

from lpgminutes.domain.capture.action_sentences import ACTION_HEAD
from lpgminutes.domain.capture.reading import RESOLVED

_POINT = re.compile(r"(?P<indent>\s*)(?:-#|--?|[\u2013\u2022\u00b7*+])\s+\S")
_BEGINS_ANEW = re.compile(r"[^\w\s\"'(\[\u2018\u201c\u00a3$\u20ac]|o\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s")
"""A bullet of any kind, a sign of the grammar, a number of a list."""
_ACTION = re.compile(ACTION_HEAD)
_UP_TO_RESOLVED = re.compile(
    r"(?:\b(?:it|was|were|has|have|and|then|unanimously|council|committee|board|trustees|meeting|members|councillors)|,)$",
    re.IGNORECASE,
)
"""What a sentence has said when it goes on with RESOLVED."""
_TAB = 8


def pasted_lines(text: str) -> tuple[str, ...]:
    """Return the lines that say something; one that goes on with the point above it, deeper than its sign, joins it."""
    return tuple(_joined(text))


def _joined(text: str) -> Iterator[str]:
    held, indent = "", -1
    for line in text.splitlines():
        if held and indent >= 0 and _goes_on(held.rstrip(), line, indent):
            held = f"{held.rstrip()} {line.strip()}"
            continue
        if held.strip():
            yield held
        held = line
        point = _POINT.match(line)
        indent = _width(point["indent"]) if point else -1
    if held.strip():
        yield held


def _goes_on(held: str, line: str, indent: int) -> bool:
    words = line.strip()
    deeper = _width(line[: len(line) - len(line.lstrip())]) > indent
    return bool(words) and deeper and not _BEGINS_ANEW.match(words) and not _is_told_alone(held, words)


def _is_told_alone(held: str, words: str) -> bool:
    """Whether a line tells an action or a decision by how it begins: inside a point it would be neither."""
    is_resolved = bool(RESOLVED.match(words)) and not _UP_TO_RESOLVED.search(held)
    return is_resolved or bool(_ACTION.match(words))


def _width(space: str) -> int:
    return len(space.expandtabs(_TAB))
