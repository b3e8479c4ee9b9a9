"""Words that were taken out for a line to write on: ``____ reported that ________ had left``.

A line for a signature and a blank of a form look the same; what stands before one, and whether anything else is said,
tells them apart.
"""

import re
from collections.abc import Iterator

from lpgminutes.importing.labels import LABEL

_BLANK = re.compile(
    r"(?<![A-Za-z0-9_])_{3,}(?:\s_{3,})*(?![A-Za-z0-9_])"
    rf"(?:\s?(?:(?P<after>{LABEL})(?![A-Za-z0-9])|\((?P<bracketed>{LABEL})\)|\[(?P<boxed>{LABEL})\]))?"
)
_TO_FILL_IN = re.compile(
    r"(?:\b(?:sign\w*|dated?|name|initials?|witness\w*|proposer|seconder|position|chair\w*|clerk|secretary"
    r"|(?:proposed|seconded|moved|approved|agreed|signed)(?:\sby)?)|[:\u2026])\W*\Z",
    re.IGNORECASE,
)
_WORDS = """
    sign signed signature signatures date dated name print printed block capitals initials witness witnessed chair
    chairman chairwoman chairperson clerk secretary by the of meeting for on behalf position time and as a true correct
    record approved agreed minutes
"""
_FORM_WORDS = frozenset(_WORDS.split())
_BEGINS_ANEW = re.compile(r"(?:\.|\b(?:present|attendees|attendance|apologies)[^:]{0,12}:)\s*\Z", re.IGNORECASE)
"""What a sentence or a list of people begins behind."""


def blanks(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Yield the blanks that stand for words which were taken out, each with the label beside it."""
    if "___" not in text or _is_a_form(text):
        return
    for match in _BLANK.finditer(text):
        label = match["after"] or match["bracketed"] or match["boxed"]
        is_to_fill_in = _TO_FILL_IN.search(_sentence_before(text, match.start())) is not None
        if label or not is_to_fill_in or _goes_on(text[match.end() :]):
            yield match.start(), match.end(), label


def _goes_on(after: str) -> bool:
    """Whether more is said of whoever stood there: ``Chair: ____, Head of Highways``."""
    said = re.match(r"\s?[,(]\s?([A-Za-z]+)", after)
    return said is not None and said[1].lower() not in _FORM_WORDS


def _is_a_form(text: str) -> bool:
    words = re.findall(r"[^\W_]+", text.lower())
    return all(word in _FORM_WORDS for word in words) or words[0].startswith("sign")


def _sentence_before(text: str, at: int) -> str:
    """Return what stands before a blank; nothing where a field or a sentence ends there, which a blank may begin."""
    before = text[max(at - 30, 0) : at]
    return "" if _BEGINS_ANEW.search(before) else before
