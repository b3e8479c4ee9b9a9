"""What the words of due phrases are: each has one letter and a value.

A phrase becomes the string of its letters, its *shape*, and the families of phrases are told apart by shape. The
letters: ``N`` number, ``O`` ordinal, ``Y`` year, ``M`` month, ``W`` weekday, ``R`` today or tomorrow, ``S`` season,
``H`` feast, ``Q`` quarter by number, ``Z`` half-year; ``d t k w f m q y z j e`` day, hour, working day, week,
fortnight, month, quarter, year, financial year, tax or academic year, weekend; ``E A B D L`` end, early, beginning,
middle, late; ``n c h l i`` next, coming, this, last, inst; ``C G`` week commencing, week ending; ``b a s r g`` before,
after, with effect from, onwards, ago; ``~ + / F`` to, and, or, between; ``= . -`` the marks inside a numeric date;
``u`` calendar, ``v`` the new year, ``o`` bank holiday, ``X`` within the week; ``V`` words without a date, ``J`` a
condition, ``K`` done, ``I`` again and again, ``@`` what has a day elsewhere, ``P`` a meeting, ``x`` not.
"""

from collections.abc import Iterator
from typing import NamedTuple

from lpgminutes.domain.due_phrases.vocabulary import COUNTED, SAME

SILENT = "_"
"""The letter of a word that says nothing about the day."""
CUE = "p"
"""The letter of a word that says that a deadline follows."""
CLOSE = "T"
"""The letter of a time of day: alone it means today."""
UNKNOWN = "U"
"""The letter of every other word."""

_LONG = 6
"""A slip of the fingers in a name so long makes no other word."""

Entry = tuple[str, int]
"""A letter and a value."""


def _listed(words: str) -> Iterator[str]:
    return (" ".join(word.split()) for word in words.split(",") if word.strip())


def _entries() -> dict[str, Entry]:
    found: dict[str, Entry] = {",": (",", 0)}
    for entry, words in SAME.items():
        found.update((word, entry) for word in _listed(words))
    for (letter, start), rows in COUNTED.items():
        for value, words in enumerate(rows.split(";"), start=start):
            found.update((word, (letter, value)) for word in _listed(words))
    for letter in "MW":
        names = [name for name, entry in found.items() if entry[0] == letter and len(name) >= _LONG and " " not in name]
        found |= {slip: found[name] for name in names for slip in _slips(name) if slip not in found}
    return found


def _slips(name: str) -> Iterator[str]:
    """Yield what fingers make of a long name: a letter left out or two changed about, never the first or the last."""
    for at in range(1, len(name) - 1):
        yield name[:at] + name[at + 1 :]
        yield name[:at] + name[at + 1] + name[at] + name[at + 2 :]


class Node(NamedTuple):
    """What some words are, if they are an entry, and what may follow them in a longer one."""

    entry: Entry | None
    after: "dict[str, Node]"


def _grown(entries: dict[str, Entry]) -> dict[str, Node]:
    """Return the entries as a tree of words, so that the longest is found in one walk."""
    root = Node(None, {})
    for phrase, entry in entries.items():
        node = root
        *words, last = phrase.split()
        for word in words:
            node = node.after.setdefault(word, Node(None, {}))
        after = node.after[last].after if last in node.after else {}
        node.after[last] = Node(entry, after)
    return root.after


ENTRIES = _entries()
"""Every known word and phrase, with its letter and its value."""
TREE = _grown(ENTRIES)
"""The same, word by word."""
