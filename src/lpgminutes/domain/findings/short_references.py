"""What is withheld of an action and stands for many things: a reference ``5`` or ``(C)``, an owner ``DO``.

A letter with a figure, as ``C1``, is a reference wherever it stands.
"""

import re

from lpgminutes.domain.document import Place
from lpgminutes.domain.naming.names import is_ordinary_word, is_small_word
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.withheld_words import bare_words

_SHORT = 2
_CALLED_ONE = re.compile(
    r"(?:\b(?:actions?(?:\s+points?)?|aps?|refs?|references?|points?|items?|nos?|numbers?)[.:]?\s*#?\(?"
    r"(?:(?<=s\s)(?:(?:[A-Z]|\d{1,3})(?:\s*[-\u2013,&]\s*|,?\s+(?:and|or|to)\s+)){1,12})?|[#(\[])\Z",
    re.IGNORECASE,
)
"""What stands before a sign that is a reference: ``action 5``, ``actions 3, 4 and 5``, ``ref. C``, ``(C``."""
_LONGEST_BEFORE = 100


def is_short_reference(words: str, source: Place) -> bool:
    """Whether words are withheld as the reference of an action and alone say nothing."""
    bare = bare_words(words)
    is_code = not bare.isdigit() and not bare.isalpha()
    return source.field == "actions.ref" and not is_code and (len(bare) <= _SHORT or is_ordinary_word(bare))


def is_word_as_well(words: str, source: Place) -> bool:
    """Whether the initials of an owner are a word of every sentence when they are written small: ``DO``."""
    return source.field == "actions.owner" and words.isupper() and is_small_word(words)


def is_called_a_reference(text: Searchable, start: int) -> bool:
    """Whether the words before a sign in a folded text call it the reference of something."""
    return _CALLED_ONE.search(text.folded.text, max(start - _LONGEST_BEFORE, 0), start) is not None
