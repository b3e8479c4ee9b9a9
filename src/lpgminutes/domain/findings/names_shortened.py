"""Names of withheld people without what they begin with: ``Mr Callaghan`` for ``O'Callaghan``."""

import re
from collections.abc import Collection, Iterable, Iterator

from lpgminutes.domain.findings.finding import Finding
from lpgminutes.domain.findings.seen_words import SURE, SeenWords
from lpgminutes.domain.naming.names import Name, is_ordinary_word, words_of
from lpgminutes.domain.naming.near_words import LEAST, index_of, misspelt
from lpgminutes.domain.naming.short_names import is_forename

_PREFIXED = re.compile(r"\A(?:(?:Ma?c|Fitz|[OD]')\s?(?=[A-Z])|(?:Mac|Fitz)(?=[a-z]{5}))")


def without_prefix(words: SeenWords, rests: Collection[str], taken: Collection[str]) -> Iterator[Finding]:
    """Yield where the rest of such a name stands, or that rest misspelt; not where somebody else has it for a name."""
    index = index_of(rests)
    for word, seen in words.items():
        if word in taken or is_ordinary_word(word):
            continue
        # Without a title, "Donald" and "Gerald" are other people.
        is_told = seen.has_title or (seen.is_as_a_name and len(word) >= SURE and not is_forename(word))
        if is_told and (word in rests or misspelt(word, index)):
            yield seen.perhaps("A withheld name without what it begins with: O', Mac, Fitz.")


def rests_of(names: Iterable[Name]) -> Iterator[str]:
    """Yield what is left of the surnames without what they begin with, in small letters."""
    for part in (part for name in names for whole in (name.surname, *name.besides) for part in words_of(whole)):
        rest = _PREFIXED.sub("", part)
        if rest != part and len(rest) >= LEAST:
            yield rest.lower()
