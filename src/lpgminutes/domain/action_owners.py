"""Whether an owner is meant by what was typed: the beginning of a word of the name, or the initials."""

import re
from functools import lru_cache

_WORDS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def is_called(owner: str, name: str) -> bool:
    """Whether an owner is called so, both folded: ``pri``, ``nand``, ``priya n`` and ``pn`` are Priya Nandakumar."""
    return _beginning(name).search(owner) is not None or name in initials_of(owner)


@lru_cache(maxsize=4096)
def initials_of(owner: str) -> frozenset[str]:
    """Return the initials of an owner: ``ab`` and ``abp`` of ``aled bowen-price``."""
    each = "".join(word[0] for word in _WORDS.findall(owner))
    joined = "".join(word[0] for word in owner.split() if word[0].isalpha())
    return frozenset({each, joined} - {""})


@lru_cache(maxsize=256)
def _beginning(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){re.escape(name)}")
