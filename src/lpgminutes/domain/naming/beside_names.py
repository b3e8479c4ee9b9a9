"""What stands beside a full name and belongs to it: a maiden name, what somebody is called, declared initials."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lpgminutes.domain.naming.forms import full_forms, title_before
from lpgminutes.domain.naming.names import PARTICLES, Name, bare_initials, is_ordinary_word, words_of
from lpgminutes.domain.naming.short_names import is_forename

_FARTHEST = 60
"""Letters after a name that are looked at."""
_WORD = r"[^\W\d_a-z][\w'-]*[^\W\d_]"
_SURNAME = rf"(?:(?:{'|'.join(sorted(PARTICLES))})\s+)*{_WORD}"
_TITLE = r"(?:(?:Mrs|Miss|Ms|Mr)\.?\s+)?"
_FORMER = re.compile(
    rf"[,\s]\s*[(\[]?\s*(?:[Nn]ee|aka|alias|born|(?:formerly|previously)\s+(?:known\s+as|Mrs|Miss|Ms|Mr)\.?)\s+{_TITLE}({_SURNAME})"
)
_KNOWN_AS = re.compile(
    rf"[,\s]\s*[(\[]?\s*(?:(?:who\s+is|also|better|usually)\s+)?(?:known\s+(?:\w+\s+)?as|called|goes\s+by)\s+[\"']?({_WORD})"
)
_QUOTED = re.compile(rf"\s*(?:\"({_WORD})\"|'({_WORD})'|[(\[]\s*[\"']({_WORD})[\"']\s*[)\]])")
_IN_BRACKETS = re.compile(rf"\s*[(\[]\s*({_WORD})\s*[)\]]")


def besides_in(name: Name, text: str) -> Iterator[str]:
    """Yield the other names that a folded text gives somebody right after the full name.

    In brackets alone may stand a body or a post: only what is a forename is one there.
    """
    if not name.forename:
        return
    for start, end in full_forms(name).in_text(text):
        after = text[start : end + _FARTHEST]
        for pattern in (_FORMER, _KNOWN_AS):
            match = pattern.search(after)
            if match and match.start() <= end - start:
                yield match[1].removesuffix("'s")
        if quoted := _QUOTED.match(text, end):
            yield next(filter(None, quoted.groups()))
        elif (bracketed := _IN_BRACKETS.match(text, end)) and _is_called(bracketed[1]):
            yield bracketed[1]


def _is_called(word: str) -> bool:
    return is_forename(word) and word[1:].islower() and not is_ordinary_word(word)


def declared_initials(name: Name, text: str) -> str:
    """Return the initials that a text gives beside the full name: ``Margaret Ellwood (ME)``."""
    before, after = _initials_beside(name)
    for first, end in full_forms(name).in_text(text):
        start = title_before(text, first)
        found = after.match(text, end) or before.search(text[max(start - 12, 0) : start])
        if found:
            return bare_initials("".join(filter(None, found.groups())))
    return ""


@lru_cache(maxsize=4096)
def _initials_beside(name: Name) -> tuple[re.Pattern[str], re.Pattern[str]]:
    first = re.escape(name.forename[0].upper())
    last = "".join({re.escape(word[0].upper()) for word in words_of(name.surname)})
    own = ["[.-]?".join(map(re.escape, letters)) for letters in name.possible_initials]
    unknown_middle, short = rf"{first}\.?[A-Z]\.?[{last}]", rf"{first}[a-z]?[{last}][a-z]{{0,2}}"
    prefixed = rf"{first}[{last}]'[A-Z]"  # BO'M of Bianca O'Mahoney
    letters = rf"(?:{'|'.join([*own, prefixed, unknown_middle, short])})\.?"
    after = rf"(?:,[^()\[\]]{{0,80}}+)?\s*[(\[]({letters})[)\]]|\s*[-=:]\s*({letters})(?!\w)"
    return re.compile(rf"(?<!\w)({letters})\s*[-=:(\[]\s*\Z"), re.compile(after)
