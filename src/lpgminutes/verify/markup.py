"""A tolerant reading of HTML, and of XML that no parser accepts: nothing in angle brackets is lost."""

import re
from collections.abc import Iterator
from html import unescape

from lpgminutes.verify.reading import Level, Reading
from lpgminutes.verify.vocabulary import word_set

_TOKEN = re.compile(
    r"<!--(?P<comment>.*?)(?:-->|\Z)|<!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)|<\?(?P<pi>.*?)(?:\?>|>|\Z)"
    r"|<(?P<tag>[/!]?[A-Za-z_][^\s>/]*)(?P<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_RAW = re.compile(r"<(script|style)\b[^>]*>(.*?)(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_INLINE = word_set(
    """
    a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strong
    sub sup time tt u var wbr w:t w:r w:rpr
    """
)
_TEXTUAL = word_set("alt title content aria-label aria-description placeholder value summary label data-text")
_TAGS = re.compile(r"<[^<>]*>")


def read_markup(source: str, part: str) -> Iterator[Reading]:
    """Give every reading of a page: text, joined over inline tags, attributes, comments and scripts."""
    raw = "\n".join(match[2] for match in _RAW.finditer(source))
    if raw:
        yield Reading(unescape(raw), part, "script or style", Level.LABEL)
        source = _RAW.sub(r"<\1>\n</\1>", source)
    texts: list[str] = []
    notes: list[str] = []
    names: set[str] = set()
    values: dict[Level, dict[str, None]] = {Level.TEXT: {}, Level.MARKUP: {}}
    at = 0
    for match in _TOKEN.finditer(source):
        texts.append(unescape(source[at : match.start()]))
        at = match.end()
        if match["tag"] is None:
            texts.append(match["cdata"] or "")
            notes.append(match["comment"] or match["pi"] or "")
            continue
        name = match["tag"].lstrip("/").lower()
        names.add(name)
        if name not in _INLINE:
            texts.append("\n")
        for found in _ATTRIBUTE.finditer(match["rest"]):
            names.add(found[1])
            level = Level.TEXT if found[1].lower() in _TEXTUAL else Level.MARKUP
            values[level][unescape(found[2] or found[3] or found[4] or "")] = None
    texts.append(unescape(source[at:]))
    yield Reading("".join(texts), part, "text", Level.VISIBLE)
    yield Reading("\n".join(filter(None, notes)), part, "comment", Level.TEXT)
    yield Reading("\n".join(sorted(names)), part, "names of elements", Level.MARKUP)
    for level, found_values in values.items():
        yield Reading("\n".join(found_values), part, "attributes", level)


def without_tags(source: str) -> str:
    """Drop everything in angle brackets and read the character references of the rest."""
    return unescape(_TAGS.sub("", source))
