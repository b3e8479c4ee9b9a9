"""Telling by its words where a line ends: wrapped lines joined, sentences told from names, bullets recognised."""

import re
from collections.abc import Iterable

_SENTENCE_END = re.compile(
    r"[.:;!?\u2026][\"'\u2019\u201d)\]]*$|[Xx]{2} ?S ?[0-9]{2}[A-Z]?(?:\([0-9a-zA-Z]{1,4}\))*$|^$"
)
_STOP = re.compile(r"[.!?\u2026][\"'\u2019\u201d)\]]*$")
_BROKEN_AT_HYPHEN = re.compile(r"\w-$")
_HANGING = re.compile(r"(?:and|or|to)\b")

_SAYS_SOMETHING = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|said|noted|asked|agreed|reported|gave|provided|updated|advised"
    r"|mentioned|confirmed|highlighted|explained|discussed|thanked|took|went)\b"
)

_SURE_BULLETS = "\u2022\u2023\u2043\u204c\u204d\u2219\u25aa\u25ab\u25cf\u25cb\u25e6\u25a0\u25a1\u27a2\u2794\u2756\u2713"
_PRIVATE_USE = ("\ue000", "\uf8ff")
"""Symbol fonts put their bullets here; what reads such a character as text finds no letter."""
_POSSIBLE_BULLETS = "-\u2013\u2014*o\u00b7\u00b0"
"""Bullets only where a paragraph may begin, with a space after them."""


def joined(texts: Iterable[str]) -> str:
    """Join the lines of one paragraph, closing a word that was broken after its hyphen."""
    parts: list[str] = []
    for text in texts:
        if parts and not _continues_word(parts[-1], text):
            parts.append(" ")
        parts.append(text)
    return " ".join("".join(parts).split())


def ends_sentence(text: str) -> bool:
    """Whether a paragraph could end here: after a stop, or after a redaction mark that swallowed it."""
    return bool(_SENTENCE_END.search(text[-40:]))


def is_sentence(text: str) -> bool:
    """Whether a line is running text rather than a name, a post or a title."""
    return len(text.split()) > 5 and bool(_STOP.search(text[-12:]))  # noqa: PLR2004 - few posts are longer


def says_something(text: str) -> bool:
    """Whether a text is a statement rather than a name for what follows."""
    return bool(_SAYS_SOMETHING.search(text))


def take_bullet(text: str, *, may_begin: bool) -> tuple[str, str] | None:
    """Split a line into its bullet and its words; ``may_begin`` says whether a paragraph may begin here."""
    glyph, rest = text[:1], text[1:]
    if glyph and (glyph in _SURE_BULLETS or _PRIVATE_USE[0] <= glyph <= _PRIVATE_USE[1]):
        return glyph, rest.strip()
    if glyph and glyph in _POSSIBLE_BULLETS and may_begin and rest.startswith(" "):
        return glyph, rest.strip()
    return None


def _continues_word(before: str, after: str) -> bool:
    return bool(_BROKEN_AT_HYPHEN.search(before[-2:]) and after[:1].isalnum() and not _HANGING.match(after))
