"""Whether an owner is meant by what was typed: the beginning of a word of the name, or the initials.

The same is said twice: of two texts, and as a plain search of one text for another, which a database does fast.
"""

import re
from functools import lru_cache

_WORDS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_BEGINNING = re.compile(r"(?<![^\W_])")
_BEGIN, _INITIALS = "\x1f", "\x1e"


def is_called(owner: str, name: str) -> bool:
    """Whether an owner is called so, both folded: ``pri``, ``nand``, ``priya n`` and ``pn`` are Priya Nandakumar."""
    at_a_word = re.search(rf"(?<![^\W_]){re.escape(name)}", owner)
    return at_a_word is not None or name in initials_of(owner)


@lru_cache(maxsize=4096)
def initials_of(owner: str) -> frozenset[str]:
    """Return the initials of an owner: ``ab`` and ``abp`` of ``aled bowen-price``."""
    each = "".join(word[0] for word in _WORDS.findall(owner))
    joined = "".join(word[0] for word in owner.split() if word[0].isalpha())
    return frozenset({each, joined} - {""})


def names_to_search(owners: tuple[str, ...]) -> str:
    """Return what is searched for the names of folded owners: every beginning of a word marked, initials besides."""
    return "\n".join(_to_search(owner) for owner in owners)


def searches_for(name: str) -> tuple[str, str]:
    """Return two texts, one of which stands in what is searched when somebody is called so."""
    return _marked(name), f"{_INITIALS}{name}{_INITIALS}"


@lru_cache(maxsize=4096)
def _to_search(owner: str) -> str:
    initials = "".join(f"{_INITIALS}{letters}{_INITIALS}" for letters in sorted(initials_of(owner)))
    return f"{_marked(owner)}{initials}"


def _marked(text: str) -> str:
    """Mark each place where a word may begin, in the same way in what is searched and in what is searched for."""
    return _BEGINNING.sub(_BEGIN, text)
