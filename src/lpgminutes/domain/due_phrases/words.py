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


def _continuations(entries: dict[str, Entry]) -> dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    """Return, for the first word of phrases of several words, what may follow it, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for phrase, entry in entries.items():
        first, *rest = phrase.split()
        if rest:
            found.setdefault(first, []).append((tuple(rest), entry))
    return {first: tuple(sorted(rests, key=lambda rest: -len(rest[0]))) for first, rests in found.items()}


ENTRIES = _entries()
"""Every known word and phrase, with its letter and its value."""
CONTINUATIONS = _continuations(ENTRIES)
"""What may follow the first word of a known phrase of several words, and what the whole is."""
