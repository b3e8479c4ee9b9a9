"""What is withheld of an action and stands for many things: a reference ``5`` or ``(C)``, an owner ``DO``."""

import re

from lpgminutes.domain.document import Place
from lpgminutes.domain.naming.names import is_ordinary_word, is_small_word
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.withheld_words import bare_words

_SHORT = 2
_CALLED_ONE = re.compile(
    r"(?:\b(?:actions?(?:\s+points?)?|ap|refs?|references?|points?|items?|nos?|numbers?)[.:]?\s*#?\(?|[#(])\Z",
    re.IGNORECASE,
)
"""What stands before a sign that is a reference: ``action 5``, ``ref. C``, ``(C``."""


def is_short_reference(words: str, source: Place) -> bool:
    """Whether words are withheld as the reference of an action and alone say nothing."""
    bare = bare_words(words)
    return source.field == "actions.ref" and (len(bare) <= _SHORT or is_ordinary_word(bare))


def is_word_as_well(words: str, source: Place) -> bool:
    """Whether the initials of an owner are a word of every sentence when they are written small: ``DO``."""
    return source.field == "actions.owner" and words.isupper() and is_small_word(words)


def is_called_a_reference(text: Searchable, start: int) -> bool:
    """Whether the words before a sign in a folded text call it the reference of something."""
    return _CALLED_ONE.search(text.folded.text, 0, start) is not None
