"""The marks of Markdown inside a line: emphasis, links, escapes, tags. What a reader sees is kept, and what is bold."""

import re
from dataclasses import dataclass

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SHIFT = 0xF0000
"""Escaped signs stand in a private plane until every mark is read."""
_SHIFTED = re.compile("[\U000f0021-\U000f007e]")
_LINK = re.compile(r"!?\[(?P<text>[^\[\]]*)\]\((?P<address>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_CODE = re.compile(r"`([^`]*)`")
_MARK = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)")
_BOLD = 2
"""Signs that make bold; one alone makes italics."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a reader sees of a line."""

    text: str
    bold_start: int = 0
    """How many characters at its front are bold."""
    is_bold: bool = False
    is_italic: bool = False
    addresses: tuple[str, ...] = ()
    """Where its links lead, which is not seen."""


def shown(line: str) -> Shown:
    """Return what a reader sees of a line of Markdown, without its marks."""
    addresses: list[str] = []

    def linked(link: re.Match[str]) -> str:
        addresses.append(link["address"])
        return link["text"]

    words = _ESCAPE.sub(lambda escape: chr(_SHIFT + ord(escape[1])), line.removesuffix("\\"))
    words = _TAG.sub(" ", _AUTOLINK.sub(r"\1", _LINK.sub(linked, words)))
    text, emphases = _without_emphasis(_CODE.sub(r"\1", words).strip())
    seen = _SHIFTED.sub(lambda sign: chr(ord(sign.group()) - _SHIFT), text)
    led = tuple(address for address in addresses if address)
    if not any(emphases):
        return Shown(text=seen, addresses=led)
    filled = [bold for character, bold in zip(text, emphases, strict=True) if not character.isspace()]
    bold_start = next((at for at, bold in enumerate(emphases) if bold < _BOLD and not text[at].isspace()), len(text))
    return Shown(
        text=seen,
        bold_start=bold_start,
        is_bold=bool(filled) and all(bold >= _BOLD for bold in filled),
        is_italic=bool(filled) and all(bold % _BOLD for bold in filled),
        addresses=led,
    )


def _without_emphasis(text: str) -> tuple[str, list[int]]:
    """Return the text without its marks, and for each character how strongly it is set: 1 italic, 2 bold, 3 both."""
    kept: list[str] = []
    strengths: list[int] = []
    strength = cursor = 0
    for mark in _MARK.finditer(text):
        if _is_a_sign(text, mark):
            continue
        kept.append(text[cursor : mark.start()])
        strengths += [strength] * (mark.start() - cursor)
        strength ^= len(mark.group())
        cursor = mark.end()
    kept.append(text[cursor:])
    return "".join(kept), strengths + [strength] * (len(text) - cursor)


def _is_a_sign(text: str, mark: re.Match[str]) -> bool:
    """Whether a single star with space on both sides is a star."""
    before, after = text[: mark.start()][-1:], text[mark.end() :][:1]
    return mark.group() == "*" and (not before or before.isspace()) and (not after or after.isspace())
