"""Withheld people: the forms in which a name goes about, and the single words and initials of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lpgminutes.verify.vocabulary import word_set

_TITLE = re.compile(r"^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lady|lord|cllr|rev|hon)\.?\s+", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:['-][^\W\d_]+)*\.?(?:\s+[^\W\d_]+(?:['-][^\W\d_]+)*\.?){1,4}")
_PARTICLES = word_set("van von der den de di da del la le du dos das bin ibn ap ab al el y and of the for to")
_NOT_INITIALS = word_set("UK US AM PM EU UN EG IE NB PS IT HR PA BA MA MP PC")
_SHORTEST = 3
_ORDINARY = word_set(
    """
    may april june july august will mark green brown white black gray grey grant hope bill chance young
    long short wood field fields lane park banks page read law day best case cross sharp small street
    summer winter north east south west english french welsh ireland england london lord chase art drew
    pat major price good new old bridge close court early fair free gold hand home manual mill peace
    plant pool post prior right rush sales save self silver skill speed spring star strong temple town
    ward way weeks wild wing worth royal leeds lincoln york kent chester preston derby durham essex
    sussex norfolk surrey devon max min sum joint cash king stone rock rich hill
    """
)
"""Words of ordinary English and of the map that are also names: alone they say nothing of a person."""
_OFFICES = word_set(
    """
    lead head chair board lot group action minutes service services report manager power parish nation
    nurse
    """
)
"""Words for those who act in minutes, whom a verb beside them does not make a person."""
_ACTS = (
    r"(?:'s\b|\s(?:thanked|asked|said|noted|agreed|took|provided|mentioned|went|dialled|confirmed|updated|reported"
    r"|advised|explained|presented|raised|closed|opened|chaired|questioned|suggested|replied|stated|added|offered|will|to)\b)"
)


_TITLED = r"(?<!\w)(?i:mr|mrs|ms|miss|dr|prof|sir|dame|lady|cllr)\.?\s+(?:[A-Z]\.?\s)?"


class FoundName(NamedTuple):
    """A part of a name that stands in a text."""

    number: int
    start: int
    end: int
    how: str


def is_like_a_name(term: str) -> bool:
    """Whether a term looks like a person's name: two to five words, the first and last with capitals."""
    bare = _TITLE.sub("", term.strip())
    words = bare.split()
    return bool(_NAME.fullmatch(bare)) and words[-1][0].isupper() and len(words[-1].strip(".")) > 1


def name_words(term: str) -> list[str]:
    """Give the words of a name without titles and commas, forename first."""
    bare = _TITLE.sub("", term.strip())
    if bare.count(",") == 1:
        last, first = bare.split(",")
        bare = f"{first} {last}"
    return [word.strip(".,") for word in bare.split() if word.strip(".,")]


def mailbox_forms(words: list[str]) -> list[str]:
    """Give the names of mailboxes and accounts usually made from a name: m.ellwood, ellwoodm, margarete."""
    first, last = words[0], words[-1]
    return [f"{first[0]}.{last}", f"{last}.{first[0]}", f"{first}.{last[0]}"]


def orders(words: list[str]) -> list[str]:
    """Give a name in its other orders: surname first, without middle names, with a middle initial."""
    first, last = words[0], words[-1]
    others = [f"{last} {' '.join(words[:-1])}"]
    if len(words) > 2:  # noqa: PLR2004
        others += [f"{first} {last}", f"{last} {first}", f"{first} {words[1][0]} {last}"]
        others.append(f"{' '.join(words[1:])} {first}")
    return others


@dataclass(frozen=True, slots=True)
class _Person:
    number: int
    words: tuple[str, ...]
    telling: re.Pattern[str] | None
    """The words that name the person by themselves."""
    titled: re.Pattern[str] | None
    acting: re.Pattern[str] | None
    """An ordinary word that does what people do in minutes."""
    initialled: re.Pattern[str] | None
    initials: re.Pattern[str] | None
    probes: tuple[str, ...]
    """Texts of which at least one stands wherever a pattern fits."""


class PeopleFinder:
    """Finds single words and initials of names, by their capital letters."""

    def __init__(self, people: list[tuple[int, list[str]]]) -> None:
        """Look for these people; each comes with the number of its term and the folded words of the name."""
        self._people = [_person(number, words) for number, words in people if words]

    def find(self, folded: str) -> Iterator[FoundName]:
        """Give every part of a name that stands in a folded text with its capitals."""
        for person in self._people:
            if any(probe in folded for probe in person.probes):
                yield from _of_one(person, folded)
        if "@" in folded and self._people:
            yield from self._in_addresses(folded)

    def _in_addresses(self, folded: str) -> Iterator[FoundName]:
        telling = {
            word.lower(): person.number for person in self._people for word in person.words if len(word) >= _SHORTEST
        }
        for match in re.finditer(r"[\w.'+-]+(?=@)", folded):
            for word in re.split(r"[\W\d_]+", match[0].lower()):
                if word in telling:
                    yield FoundName(telling[word], match.start(), match.end(), "part of a name in an address")


def _of_one(person: _Person, folded: str) -> Iterator[FoundName]:
    patterns = (
        (person.telling, "part of a name"),
        (person.titled, "title and name"),
        (person.acting, "part of a name"),
        (person.initialled, "initial and name"),
        (person.initials, "initials"),
    )
    for pattern, how in patterns:
        if pattern is not None:
            for match in pattern.finditer(folded):
                yield FoundName(person.number, match.start(), match.end(), how)


def _person(number: int, words: list[str]) -> _Person:
    pieces = dict.fromkeys(piece for word in words for piece in (word, *re.split(r"['-]", word)))
    single = [p for p in pieces if len(p) >= _SHORTEST and p.lower() not in _PARTICLES]
    telling = [p for p in single if p.lower() not in _ORDINARY | _OFFICES]
    letters = [word[0].upper() for word in words if word.lower() not in _PARTICLES]
    return _Person(
        number,
        tuple(single),
        _either(telling, r"(?<![^\W\d_])(?:[A-Z](?=[A-Z][a-z]))?"),
        _either([p for p in single if p not in telling], _TITLED),
        _either([p for p in single if p.lower() in _ORDINARY], r"(?<![^\W\d_])", f"(?={_ACTS})"),
        _with_initial(words),
        _dotted(letters),
        (*(form for piece in single for form in _capitals(piece)), f"{letters[0]}." if letters else "\x00"),
    )


def _dotted(letters: list[str]) -> re.Pattern[str] | None:
    """Initials with their full stops, unless they are also a usual abbreviation."""
    if len(letters) < 2 or "".join(letters) in _NOT_INITIALS:  # noqa: PLR2004
        return None
    stops = r"\.\s?".join(map(re.escape, letters))
    return re.compile(rf"(?<![\w.]){stops}\.(?!\w)")


def _capitals(piece: str) -> tuple[str, str]:
    return (piece[0].upper() + piece[1:], piece.upper())


def _either(pieces: list[str], before: str, after: str = "") -> re.Pattern[str] | None:
    if not pieces:
        return None
    forms = "|".join(re.escape(form) for piece in pieces for form in _capitals(piece))
    return re.compile(rf"{before}(?:{forms})(?![^\W\d_A-Z]|[A-Z](?![a-z])){after}")


def _with_initial(words: list[str]) -> re.Pattern[str] | None:
    """A surname with an initial; a lone A or I before a word needs its full stop, being words themselves."""
    if len(words) < 2 or len(words[-1]) < _SHORTEST:  # noqa: PLR2004
        return None
    initial = words[0][0].upper()
    forms = "|".join(re.escape(form) for form in _capitals(words[-1]))
    stop = r"\.\s?" if initial in "AI" else r"\.?\s?"
    return re.compile(
        rf"(?<![\w.]){initial}{stop}(?:[A-Z]\.?\s?)?(?:{forms})(?![^\W\d_])|(?<!\w)(?:{forms}),?\s{initial}\.?(?![\w'])"
    )
