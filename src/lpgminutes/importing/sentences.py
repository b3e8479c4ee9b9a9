"""Sentences within a paragraph: where one ends, the last one, and the one level with a line of the page."""

import re

_STOP = re.compile(r"(?P<word>\S{0,12})[.!?][\"'\u2019\u201d)\]]*\s+(?=[\"'\u2018\u201c(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:[eE]\.g|[iI]\.e|etc|Dr|Mr|Mrs|Ms|Prof|No|St|approx|cf|vs|Cllr|[A-Z])")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where each sentence of a paragraph begins and ends."""
    ends = [stop.end() for stop in _STOP.finditer(text) if not _ABBREVIATION.fullmatch(stop["word"].strip("("))]
    starts = [0, *ends]
    return [(start, end) for start, end in zip(starts, [*ends, len(text)], strict=True) if text[start:end].strip()]


def last_sentence(text: str) -> str:
    """Return the last sentence of a text; with the one before it when it is too short to say anything."""
    spans = sentences(text.strip())
    if not spans:
        return ""
    start, end = spans[-1]
    words = text.strip()[start:end].strip()
    if len(words.split()) < _FEWEST_WORDS and len(spans) > 1:
        words = text.strip()[spans[-2][0] :].strip()
    return words


def sentence_at(text: str, line: int, lines: int) -> str:
    """Return the sentence that runs through the end of one line of a paragraph, by its share of the whole."""
    spans = sentences(text)
    if not spans:
        return text.strip()
    at = len(text) * (line + 1) / max(lines, 1) - 1
    start, end = next(((start, end) for start, end in spans if start <= at < end), spans[-1])
    return text[start:end].strip()


_FEWEST_WORDS = 4
