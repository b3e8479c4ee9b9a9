"""The standing body that a title names."""

import re

from lpgminutes.domain.meetings import Series

_BRACKETED = re.compile(r"\([^()]*\)")
_OPENING_WORDS = re.compile(r"(?:draft )?(?:minutes|notes) of (?:the )?(?:meeting of )?(?:the )?", re.IGNORECASE)
_CLOSING_WORD = re.compile(r"\s(?:meeting|minutes)$", re.IGNORECASE)
_LONGEST_SHORT_NAME = 12


def series_of(title: str) -> Series:
    """Return the standing body that a title names: without ``meeting``, and short by its capitals."""
    name = _CLOSING_WORD.sub("", _OPENING_WORDS.sub("", title, count=1)).strip()
    words = _BRACKETED.sub(" ", name).split()
    initials = "".join(word[0] for word in words if word[0].isascii() and word[0].isupper())
    return Series(short_name=initials[:_LONGEST_SHORT_NAME].lower() or "minutes", name=name or "Minutes")
