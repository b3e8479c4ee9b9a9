"""Pre-marks as they are typed: ``[S43: 41]``. Square brackets of another form stay as typed."""

import re
from collections.abc import Iterator

from lpgminutes.domain.exemptions import cites_exemption
from lpgminutes.domain.pre_marks import PreMark

_OPENING = re.compile(r"\[\s*(?P<exemption>[^\[\]:\n]{2,60}?)\s*:\s*")
_BETWEEN_CITATIONS = re.compile(r"\s*[,/&]\s*")
_CITES = re.compile(r"[A-Za-z(\u00a7]")
"""A citation says more than a number: ``[12: 30]`` is a time."""


def take_pre_marks(text: str) -> tuple[str, tuple[PreMark, ...]]:
    """Return a text without the brackets of its pre-marks, and where the marked words stand in it."""
    words: list[str] = []
    marks: list[PreMark] = []
    length = cursor = 0
    for start, inner, end, exemption in _brackets(text):
        words += [text[cursor:start], text[inner:end]]
        length += start - cursor
        marks.append(PreMark(start=length, end=length + end - inner, exemption=exemption))
        length += end - inner
        cursor = end + 1
    words.append(text[cursor:])
    return "".join(words), tuple(marks)


def _brackets(text: str) -> Iterator[tuple[int, int, int, str]]:
    """Yield where each pre-mark opens, where its words begin and end, and its exemption."""
    if ":" not in text:
        return
    closings = _closings(text)
    cursor = 0
    while opening := _OPENING.search(text, cursor):
        cursor = opening.end()
        end = closings.get(opening.start())
        if end is not None and text[opening.end() : end].strip() and _is_exemption(opening["exemption"]):
            yield opening.start(), opening.end(), end, opening["exemption"]
            cursor = end + 1


def _closings(text: str) -> dict[int, int]:
    """Return for each square bracket that opens where it closes; inner brackets belong to the words."""
    closings: dict[int, int] = {}
    waiting: list[int] = []
    for match in re.finditer(r"[\[\]]", text):
        if match.group() == "[":
            waiting.append(match.start())
        elif waiting:
            closings[waiting.pop()] = match.start()
    return closings


def _is_exemption(cited: str) -> bool:
    return bool(_CITES.search(cited)) and all(map(cites_exemption, _BETWEEN_CITATIONS.split(cited)))
