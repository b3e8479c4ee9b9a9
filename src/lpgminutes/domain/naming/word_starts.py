"""Where words begin in a text, by their first letters: a pattern is tried there and nowhere else."""

import re
from functools import lru_cache

JOINT = "(?<=[a-z])(?=[A-Z])"
GLUED = r"(?<=(?<![^\W_])[A-Z\d])(?=[A-Z][a-z])"
WORD_START = rf"(?:(?<![^\W_])|{JOINT}|{GLUED})"
"""The beginning of a word: an underline is no letter, and where a space was lost a capital begins a new word.

``SEllwood`` is another initial and the name, ``1Ellwood`` and ``Ellwood1`` the name and a number pasted to it.
"""
WORD_END = rf"(?:(?![^\W_])|{JOINT})"
_RUN = re.compile(r"[^\W_]+")
_WITHIN = re.compile(f"{JOINT}|{GLUED}")


@lru_cache(maxsize=4096)
def word_starts(text: str) -> dict[str, tuple[int, ...]]:
    """Return every place where a word begins, by its first letter in one case."""
    starts: dict[str, list[int]] = {}
    for run in _RUN.finditer(text):
        word, start = run.group(), run.start()
        starts.setdefault(first_letter(word), []).append(start)
        if not word[1:].islower():
            for within in _WITHIN.finditer(text, start + 1, run.end()):
                starts.setdefault(first_letter(text[within.start()]), []).append(within.start())
    return {letter: tuple(places) for letter, places in starts.items()}


def first_letter(words: str) -> str:
    """Return the first letter of words in one case; nothing for what does not begin with a letter or a figure."""
    first = words[:1]
    return first.casefold()[:1] if first.isalnum() else ""
