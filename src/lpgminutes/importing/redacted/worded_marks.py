"""Marks in words: ``[Name withheld under s40(2)]``, ``REDACTED s43``, ``This paragraph has been redacted``.

In brackets a word such as ``redacted`` makes a mark, or an exemption by itself; outside them only capitals, a label
that follows, or a passage that says nothing else. Documents are called redacted too, and that is no mark.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lpgminutes.importing.labels import LABEL
from lpgminutes.importing.redacted.blanks import blanks

STAMP = r"\W{0,4}(?:GRO|Irrelevant|Redacted)\W{0,2}"
"""A line that is nothing but the stamp which an inquiry or an office puts over a passage."""
_TAKEN = r"(?:redacted|withheld|removed|deleted|omitted|exempt(?:ed)?|golyg\w+|wedi'?i (?:olygu|dynnu|ddileu))"
_UNDER = r"(?:\s?[:\u2013-]\s?|\s(?:under|per|pursuant to|by virtue of|in accordance with|o dan)?\s?)"
_BRACKETED = re.compile(
    r"\[(?P<square>[^\[\]\n]{1,100})\]|<(?P<angle>[^<>\n]{1,100})>|\{(?P<curly>[^{}\n]{1,100})\}"
    r"|\((?P<round>(?:[^()\[\]<>\n]|\([^()\n]{1,5}\)){1,100})\)"
)
_KEYWORD = re.compile(rf"(?<![^\W_]){_TAKEN}(?![^\W_])", re.IGNORECASE)
_LABELLED = re.compile(LABEL)
_AFTER_KEYWORD = re.compile(rf"{_TAKEN}(?:\s?[:\u2013-]\s?|\sunder:?\s)(?P<said>\S.*)", re.IGNORECASE)
_ADDRESS = re.compile(r"e-?mail address|(?:mobile|phone|telephone) number", re.IGNORECASE)
_ALIAS = re.compile(r"(?:Official|Person) [A-Z]{1,2}(?:: (?P<label>.{1,60}))?")
_THING = re.compile(
    r"(?:FULL |SUR|FORE|FIRST )?(?:NAME|DATE|ADDRESS|E-?MAIL|AMOUNT|FIGURE|SUM|PRICE|PLACE|LOCATION|COMPANY|SUPPLIER"
    r"|FIRM|PERSON|PATIENT|PUPIL|OFFICER|TELEPHONE|PHONE(?: NUMBER)?|NUMBER|ORGANISATION|JOB TITLE|POST)S?"
    r"(?: [A-Z0-9])?"
)
"""What is named in capitals and brackets in the place of what was there: ``[NAME]``, ``[DATE]``."""
_ONLY_SIGNS = re.compile(r"[*\u2586-\u2593\u25a0\u2b1b]{2,}|[*]{3,}|[Xx]{2,}|_{2,}|[.\u2026]{5,}")
_WORDS = """
    name names e-mail email address addresses telephone phone mobile number numbers date dates figure figures sum
    sums text content contents detail details information personal data commercial commercially sensitive paragraph
    item section sentence line post role job title third party supplier individual individuals the of and in is are
    has have been this part under to confidence full
"""
_THINGS = frozenset(_WORDS.split())
"""What marks in brackets are said to stand for, and the words between."""
_BEFORE = 80
"""Characters before a mark that tell whether a document is meant."""
_MOST_OTHERS, _MOST_WORDS = 1, 8
"""Words of another sort before the keyword: ``[supplier fee redacted]``; an editor's note has more."""
_NOUNS = (
    r"(?:cop(?:y|ies)|versions?|minutes|documents?|papers?|reports?|text|forms?|editions?|releases?|files?|notes?|"
    r"agendas?|letters?|appendix|appendices|annex(?:es)?|by|for|in|where|as|is|are|was|were|and|or|to)"
)
_LOUD = re.compile(
    rf"(?<![\w\[(<{{])(?:REDACTED|WITHHELD|GOLYGWYD)(?![\w\])>}}])(?:{_UNDER}(?P<label>{LABEL})(?![0-9A-Za-z])|(?!\s+(?i:{_NOUNS})\b))"
)
_LABEL_FOLLOWS = re.compile(
    rf"(?<![\w\[(<{{])(?<!was\s)(?<!is\s)(?<!been\s)(?<!were\s)(?<!are\s)(?<!be\s)(?:Redacted|Withheld|Golygwyd)"
    rf"(?:\s?[:\u2013-]\s?|\s(?:under|per|pursuant to|o dan)?\s?)(?P<label>{LABEL})(?![0-9A-Za-z])"
)
_TITLE = re.compile(r"(?<=[\u2013-] )Redacted(?!\s*\w)")
_BEHIND_A_PAPER = re.compile(rf"\b{_NOUNS}\W*\Z|\bredact", re.IGNORECASE)
_PAPER = re.compile(_NOUNS, re.IGNORECASE)
_NUMBERED = r"(?:\d{1,2}(?:\.\d{1,3}){0,2}[.)]?\s+)?"
_WHOLE = re.compile(
    rf"{_NUMBERED}(?P<mark>(?:(?:This|The|These)\s(?:(?:rest|remainder)\sof\s(?:this|the)\s)?"
    r"(?:paragraph|section|item|sentence|names?|information|minute|part|passage|text|discussion)s?\s(?:has|have)\sbeen\s"
    rf"(?:redacted|withheld|removed|deleted)(?:{_UNDER}(?P<said>{LABEL}))?"
    rf"|(?:(?:Information|Paragraph|Section|Item|Names?|Minute|Part)s?\s)?(?:Exempt|Withheld|Redacted|Removed|exempt|withheld|redacted|removed)"
    rf"{_UNDER}(?P<cited>{LABEL})|Redacted))\W*"
)
_STAMPED = re.compile(rf"{STAMP}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordedMark:
    """A mark in words."""

    start: int
    end: int
    label: str | None


def worded_marks(text: str) -> Iterator[WordedMark]:
    """Yield the marks in words of a passage, from left to right."""
    if whole := _WHOLE.fullmatch(text):
        start, end = whole.span("mark")
        yield WordedMark(start=start, end=end, label=whole["said"] or whole["cited"])
    elif _STAMPED.fullmatch(text):
        yield WordedMark(start=0, end=len(text), label=None)
    else:
        yield from _within(text)


def _within(text: str) -> Iterator[WordedMark]:
    found = [*_in_brackets(text), *_said(text), *_blank(text)]
    reached = 0
    for mark in sorted(found, key=lambda mark: (mark.start, -mark.end)):
        if mark.start >= reached:
            reached = mark.end
            yield mark


def _in_brackets(text: str) -> Iterator[WordedMark]:
    for match in _BRACKETED.finditer(text):
        inner = match[match.lastgroup or 0].strip()
        if match["round"] is None and (alias := _ALIAS.fullmatch(inner)):
            yield WordedMark(start=match.start(), end=match.end(), label=alias["label"])
        elif match["round"] is not None and _of_a_paper(text, match.start()):
            continue  # Minutes (redacted)
        elif _is_mark(inner, is_round=match["round"] is not None):
            yield WordedMark(start=match.start(), end=match.end(), label=_label_in(inner))


def _is_mark(inner: str, *, is_round: bool) -> bool:
    bare = _LABELLED.sub(" ", inner)
    keyword = _KEYWORD.search(bare)
    if not is_round and any(pattern.fullmatch(inner) for pattern in (_LABELLED, _ADDRESS, _ONLY_SIGNS, _THING)):
        return True
    if keyword is None:
        return False
    if _PAPER.fullmatch(bare[keyword.end() :].strip()):
        return False
    before = [word for word in re.findall(r"[\w'-]+", bare[: keyword.start()]) if word.lower() not in _THINGS]
    after = [word for word in re.findall(r"[\w'-]+", bare[keyword.end() :]) if word.lower() not in _THINGS]
    if not is_round:
        return len(before) <= _MOST_OTHERS and len(before) + len(after) <= _MOST_WORDS
    is_alone = not bare.replace(keyword.group(), "").strip(" :\u2013-.")
    is_clear = keyword.group().lower() == "redacted" or bare != inner or not is_alone
    return is_clear and not before and not after


def _of_a_paper(text: str, at: int) -> bool:
    """Whether what stands at a place says that a document is redacted: ``Minutes - Redacted``."""
    return _BEHIND_A_PAPER.search(text[max(at - _BEFORE, 0) : at].rstrip(" \u2013-")) is not None


def _label_in(inner: str) -> str | None:
    """Return what is cited in brackets; where it is no exemption that can be told, the words after the keyword."""
    if cited := _LABELLED.search(inner):
        return cited.group()
    said = _AFTER_KEYWORD.search(inner)
    return said["said"] if said else None


def _blank(text: str) -> Iterator[WordedMark]:
    for start, end, label in blanks(text):
        yield WordedMark(start=start, end=end, label=label)


def _said(text: str) -> Iterator[WordedMark]:
    for pattern in (_LOUD, _LABEL_FOLLOWS):
        for match in pattern.finditer(text):
            yield WordedMark(start=match.start(), end=match.end(), label=match["label"])
    for match in _TITLE.finditer(text):
        if not _of_a_paper(text, match.start()):
            yield WordedMark(start=match.start(), end=match.end(), label=None)
