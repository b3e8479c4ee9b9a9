"""Cleaning text once, at the door, for every way in.

What is taken out could not be typed on purpose, does not print, or changes what a reader sees without being
seen: control characters, bidirectional controls, invisible characters, tag characters, half surrogates.
"""

import re
import unicodedata
from dataclasses import dataclass

from lpgminutes.errors import InputError

TEXT_LIMIT = 64 * 1024
"""Characters in one paragraph. A longer text is a paper, to be attached and referred to."""

LINE_LIMIT = 2_000
"""Characters in a one-line field: a name, a title, a label."""

_REPLACED = "\N{REPLACEMENT CHARACTER}"
_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_SURROGATES = "\ud800-\udfff"
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufff8\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_JOINERS = "\u200c\u200d\ufe00-\ufe0f"
"""They shape the letters of other scripts and emoji; after a letter of ours they do nothing but hide."""
_SHAPED = "\u0590-\u1cff\u2190-\u2bff\u3000-\ud7ff\ua800-\uabff\U0001f000-\U0001faff"
_MARKS = "\u0300-\u036f"
_LINE_END = re.compile(f"\r\n|[{_LINE_ENDS}]")
_SURROGATE = re.compile(f"[{_SURROGATES}]")
_MARK_STACK = re.compile(f"([{_MARKS}]{{4}})[{_MARKS}]+")

_REMOVED = (
    ("control character", re.compile(f"[{_CONTROLS}]")),
    ("direction control", re.compile(f"[{_BIDI}]")),
    ("invisible character", re.compile(f"[{_INVISIBLE}]")),
    ("invisible joiner", re.compile(f"(?<![{_SHAPED}{_JOINERS}])[{_JOINERS}]+")),
)
_TO_LOOK_AT = re.compile(f"[{_LINE_ENDS}{_SURROGATES}{_CONTROLS}{_BIDI}{_INVISIBLE}{_JOINERS}{_MARKS}]")
"""Every character that may be taken out or replaced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A text fit to keep, and what was done to it."""

    text: str
    remarks: tuple[str, ...]
    """One short phrase for each kind of thing taken out, with its count: for whoever brought the text."""


def clean(raw: str, *, limit: int = TEXT_LIMIT, what: str = "the text") -> Cleaned:
    """Return ``raw`` in NFC, plain line ends, nothing invisible; ``what`` names the field in a refusal."""
    if len(raw) > limit:
        raise InputError(
            f"{what} has {len(raw):,} characters; at most {limit:,} fit. Shorten it, or attach it as a paper."
        )
    if (raw.isascii() and raw.isprintable()) or _is_clean(raw):
        return Cleaned(text=raw, remarks=())
    text, remarks = _without_unseen(unicodedata.normalize("NFC", _LINE_END.sub("\n", raw)))
    return Cleaned(text=_MARK_STACK.sub(r"\1", unicodedata.normalize("NFC", text)), remarks=remarks)


def _is_clean(text: str) -> bool:
    """Whether nothing in a text is to be changed: one look, for most paragraphs come in clean."""
    return not _TO_LOOK_AT.search(text) and unicodedata.is_normalized("NFC", text)


def clean_line(raw: str, *, what: str = "the field", limit: int = LINE_LIMIT) -> Cleaned:
    """Clean a field of one line: line breaks and runs of spaces become one space."""
    cleaned = clean(raw, limit=limit, what=what)
    return Cleaned(text=" ".join(cleaned.text.split()), remarks=cleaned.remarks)


def _without_unseen(text: str) -> tuple[str, tuple[str, ...]]:
    remarks: list[str] = []
    text, halves = _SURROGATE.subn(_REPLACED, text)
    if halves:
        remarks.append(_counted("broken character", halves) + " replaced")
    for name, pattern in _REMOVED:
        text, count = pattern.subn("", text)
        if count:
            remarks.append(_counted(name, count) + " taken out")
    return text, tuple(remarks)


def _counted(name: str, count: int) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"


def ended(text: str) -> str:
    """Return a text that ends a sentence, with the full stop that it may lack."""
    said = text.rstrip()
    return text if said.endswith((".", "!", "?", "\N{HORIZONTAL ELLIPSIS}")) else f"{said}."
