"""What the title of an item looks like, and which titles every agenda knows."""

import re
from collections.abc import Sequence

from lpgminutes.importing.lines import is_sentence, says_something
from lpgminutes.importing.source import SourceLine

LONGEST_TITLE = 160
_LONGEST_HEADING = 90
_MOST_WORDS = 14
_KNOWN = re.compile(
    r"(?:chair(?:man|woman|person|\u2019s|'s|s)*\b.{0,30}|welcome\b.{0,50}|introductions?\b.{0,40}|"
    r"apologies\b.{0,40}|attendance"
    r"|declarations? of .{0,30}interests?.{0,30}|(?:approval of |"
    r"confirmation of )?(?:the )?(?:draft )?(?:minutes|notes)\b.{0,80}"
    r"|matters arising\b.{0,60}|(?:review of |outstanding |summary of )?action(?:s| points| log| items)\b.{0,60}"
    r"|correspondence|financ(?:e|ial)\b.{0,40}|accounts|planning\b.{0,40}|(?:open |public )?(?:forum|"
    r"participation|session)"
    r"|reports?\b.{0,60}|updates?\b.{0,60}|any other (?:urgent )?(?:business|matters)\b.{0,30}|"
    r"a\.?o\.?b\.?.{0,20}|urgent (?:matters|business)"
    r"|(?:future|next|date|dates|time) ?(?:of|and|,|/)?.{0,30}\bmeetings?\b.{0,40}|close\b.{0,30}|"
    r"closing\b.{0,30}|adjourn(?:ment)?"
    r"|decisions?|key discussion points|election of .{0,30}|risk register.{0,30}|forward (?:plan|look|agenda).{0,30})",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:any other (?:urgent )?(?:business|matters)|a\.?o\.?b\.?|other business)\b.{0,30}"
    r"|(?:date|dates|time)\b.{0,20}\bmeetings?|close of (?:the )?meeting|(?:summary of )?(?:actions|decisions)",
    re.IGNORECASE,
)
_ENDING = ".;,!"
_UNCAPITALISED = re.compile(r"[a-z]{1,2}-[A-Z]|[a-z]+[A-Z]")


def is_known_title(text: str) -> bool:
    """Whether every agenda knows this title: apologies, matters arising, any other business and the like."""
    return bool(_KNOWN.fullmatch(text.strip(" :.-\u2013")))


def is_closing_title(text: str) -> bool:
    """Whether it titles what ends a meeting, which often goes without a number."""
    return bool(_CLOSING.fullmatch(text.strip(" :.-\u2013")))


def is_title(text: str) -> bool:
    """Whether words after a number can be the title of an item."""
    return len(text) <= LONGEST_TITLE and not text[:1].islower() and not is_sentence(text)


def is_heading(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether a line without a number stands over what follows it, and is no part of a list or a sentence."""
    line = lines[index]
    text = line.text
    if not _may_head(line) or line.cells:
        return False
    if line.outline_level or is_closing_title(text):
        return True
    is_apart = index == 0 or line.after_gap or (line.is_bold and not lines[index - 1].is_bold)
    return is_apart and _heads_something(lines, index)


def _may_head(line: SourceLine) -> bool:
    text = line.text
    if not text or line.bullet or line.number or len(text) > _LONGEST_HEADING or len(text.split()) > _MOST_WORDS:
        return False
    if text[-1] in _ENDING and not is_closing_title(text):
        return False
    begins = text[0].isupper() or text[0].isdigit() or text[0] in "\"'\u2018\u201c(" or _UNCAPITALISED.match(text)
    return bool(begins) and not says_something(text)


def _heads_something(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether running text, a list or a table stands right below: not another short line of a list."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    if below is None:
        return False
    if below.bullet or below.number or below.cells:
        return True
    opening = below.text[:1]
    return (
        len(below.text) > _LONGEST_HEADING
        or opening in "\u2022\u25cf\u25aa-*"
        or is_sentence(below.text)
        or _is_numbered(below.text)
    )


def _is_numbered(text: str) -> bool:
    return bool(re.match(r"\(?\d{1,3}(?:\.\d{1,3})*[.)]?\s+\S", text))
