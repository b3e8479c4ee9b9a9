"""The standing body that a title names."""

import re

from lpgminutes.domain.meetings import Series

_BRACKETED = re.compile(r"\([^()]*\)")
_UNITS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_TEENS = "tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth"
_TENS = "twent|thirt|fort|fift|sixt|sevent|eight|ninet"
_ORDINAL = rf"(?:\d{{1,4}}(?:st|nd|rd|th)|{_UNITS}|{_TEENS}|(?:{_TENS})(?:ieth|y[- ](?:{_UNITS})))"
_KIND = (
    rf"(?:(?:{_ORDINAL}|extraordinary|inaugural|monthly|online|ordinary|quarterly|regular|special|virtual|weekly)\s)"
)
_MEETING = rf"{_KIND}*(?<!parish )(?<!town )(?<!general )meeting(?:\s(?:no\.?\s?|number\s)?\d{{1,4}})?"
_PAPER = r"minutes|notes|agenda|action(?:s?\s(?:list|log|points?|register|report|tracker)|s)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?\d{1,2}(?:st|nd|rd|th)?\s)"
_DATE = rf"(?:{_DAY}?{_MONTH},?\s\d{{4}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d\d-\d\d)"
_WHEN = rf"(?:(?:as|at|dated|for|held|of|on)\s)*{_DATE}"
_STATE = r"(?:approved|confirmed|draft|final|unapproved|unconfirmed)"
_OPENING_WORDS = re.compile(
    rf"(?:{_STATE}\s)*(?:{_PAPER})\sof\s(?:(?:an?|the)\s)?"
    rf"(?:{_MEETING}\sof\s(?:the\s)?)?|^{_KIND}+meeting\sof\s(?:the\s)?",
    re.IGNORECASE,
)
_CLOSING_WORDS = re.compile(rf"(?:\s|\s?[,:\u2013\u2014-]\s)(?:{_MEETING}|{_PAPER}|{_WHEN})$", re.IGNORECASE)
_ONE_MEETING = re.compile(
    r"^(?:(?:\d{1,4}(?:st|nd|rd|th)|extraordinary|inaugural)\s)+(?=\S.*\smeeting$)", re.IGNORECASE
)
"""What is said of one meeting before its body, with the word itself behind it: ``17th LPG Meeting``."""
_NO_NAME = re.compile(rf"(?:{_STATE}\s|{_KIND}|meeting\s|minutes\s)*(?:\d{{1,4}}\s)?$", re.IGNORECASE)
_LONGEST_SHORT_NAME = 12
_LONGEST_TITLE = 500
"""Letters past which a line is no title of a body: of a longer one nothing is taken away."""


def series_of(title: str) -> Series:
    """Return the standing body that a title names, short by its capitals, or by itself where it is written in them.

    What a title says of the paper and of this one meeting is no part of the name: ``Minutes of``, ``Twenty-first
    Meeting``, ``Action Log as at 17 January``.
    """
    name = " ".join(title.split())
    if len(name) <= _LONGEST_TITLE:
        name = _without_paper(name)
    words = _BRACKETED.sub(" ", name).split()
    initials = "".join(word[0] for word in words if word[0].isascii() and word[0].isupper())
    if len(words) == 1 and words[0].isascii() and words[0].isupper():
        initials = words[0]
    return Series(short_name=initials[:_LONGEST_SHORT_NAME].lower() or "minutes", name=name or "Minutes")


def _without_paper(title: str) -> str:
    name = _ONE_MEETING.sub("", _OPENING_WORDS.sub("", title, count=1))
    while (shorter := _CLOSING_WORDS.sub("", name)) != name:
        name = shorter
    return "" if _NO_NAME.match(f"{name} ") else name
