"""Where the title of an item ends when its words follow on the same line."""

import re

from lpgminutes.importing.lines import is_sentence
from lpgminutes.importing.titles import is_known_title

_AFTER_STOP = re.compile(r"\s*(?::|;|\s[\u2013\u2014-])\s+")
_OUTCOME = re.compile(
    r"(?:deferred|noted|agreed|approved|none|nil|no\b|nothing|received|accepted|carried|resolved|"
    r"not discussed|withdrawn|postponed|"
    r"to be|as above|see\b|taken|completed?|done|closed)\b",
    re.IGNORECASE,
)
_SUBNUMBER = re.compile(r"\s(?=\d{1,3}\.\d{1,2}[a-z]?\s+[A-Z0-9])")
_BULLET = re.compile(r"\s+(?=[\u2022\u25cf\u25aa]\s)")
_BEGINS_SENTENCE = re.compile(
    r"\s(?=(?:It|This|These|There|That|None|An?|All|Members?|Councillors?|Cllrs?|Mr|Mrs|Ms|Dr|He|She|They|"
    r"We|In|As|Following|With|"
    r"Apologies|RESOLVED|Resolved|Proposed|Noted|Agreed|\d+\.)\s)|\s(?=The\s(?!\w+\s*$))"
)
_ASIDE = re.compile(r"\s*\([^()]{2,120}\)[:.]?\s*")
_SHORTEST_RUN_IN = 60
_LONGEST_RUN_IN_TITLE = 70
_FEWEST_LETTERS = 3
_APOLOGIES = re.compile(
    r"(?P<core>apologies(?: for (?:absence|non-attendance))?)\s+(?P<filling>.*\b(?:from|by|accepted|received))",
    re.IGNORECASE,
)
_LEADS_OVER = re.compile(
    r"(?:apologies|attendance|present|in attendance|declarations? of|next meeting|date of|any other|aob|"
    r"welcome|chair)\b.{0,45}",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?P<subject>\w+(?: \w+){0,2})\s(?=(?:was|were|is|are|had|have)\b)")
_MANY_SENTENCES = 120


def split_title(words: str, *, bold: int = 0) -> tuple[str, str]:
    """Split the words on an item's line into its title and what is said under it."""
    if bold and _ASIDE.fullmatch(words[bold:]):
        return words.strip(), ""  # who brings the item, in brackets behind its title
    if _FEWEST_LETTERS <= bold < len(words) and words[bold:].strip():
        return words[:bold].rstrip(" :-\u2013").strip(), words[bold:].strip(" :-\u2013")
    for separator in _AFTER_STOP.finditer(words):
        title, rest = words[: separator.start()], words[separator.end() :]
        if separator.group().strip() == ";" and is_known_title(title):
            return title, rest
        if separator.group().strip() == ":" and _LEADS_OVER.fullmatch(title):
            core, filling = _core(title)
            return core, f"{filling}: {rest}" if filling else rest
        if _OUTCOME.match(rest) and title:
            return title, rest
    title, rest = _run_in(words)
    return title.strip().removesuffix(":").strip(), rest.strip()


def _core(title: str) -> tuple[str, str]:
    """Part ``Apologies for absence`` from the words that only lead over to the names."""
    match = _APOLOGIES.fullmatch(title)
    return (match["core"], match["filling"]) if match else (title, "")


def _run_in(words: str) -> tuple[str, str]:
    """Split where a sub-number, a bullet or the first sentence begins."""
    for pattern in (_SUBNUMBER, _BULLET):
        if match := pattern.search(words):
            return words[: match.start()], words[match.end() :]
    if len(words) < _SHORTEST_RUN_IN:
        return words, ""
    stop = re.search(r"(?<=[a-z)])\.\s+(?=[A-Z0-9])", words)
    subject = _SUBJECT.match(words)
    is_told = len(words) > _MANY_SENTENCES or (stop and words[stop.end() :])
    if subject and is_told and is_known_title(subject["subject"]):
        return subject["subject"], words[subject.end() :]
    if stop and stop.start() <= _LONGEST_RUN_IN_TITLE and not _BEGINS_SENTENCE.search(words[: stop.start()]):
        return words[: stop.start() + 1], words[stop.end() :]
    begins = _BEGINS_SENTENCE.search(words)
    is_text = is_sentence(words) or len(words) > _LONGEST_RUN_IN_TITLE * 2
    if begins and is_text and begins.start() <= _LONGEST_RUN_IN_TITLE:
        return words[: begins.start()], words[begins.end() :]
    return words, ""
