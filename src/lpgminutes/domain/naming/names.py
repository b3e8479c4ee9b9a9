"""A person's name, taken apart: which of its words stand for the person, and which are ordinary words too."""

import re
from dataclasses import dataclass
from functools import lru_cache

from lpgminutes.domain.folding import fold
from lpgminutes.domain.naming.ordinary_names import COMMON, PROPER
from lpgminutes.domain.naming.titles import TITLE

HONOURS = "OBE|CBE|MBE|KBE|DBE|CB|KC|QC|PhD|MP|MSP|MS|FRS|JP"
_PARTICLE_WORDS = (
    "van von der den de di da dos del della du la le al el bin ibn abu ap mac mc o ni nic ua san st ter ten"
)
PARTICLES = frozenset(_PARTICLE_WORDS.split())
_SURE_PLURAL = 4
_CALLED = re.compile(r"(?<=\s)[(\[\"']([^\W\d_a-z][\w-]*[^\W\d_])[)\]\"'](?=\s+\w)")
"""What somebody is called, between the names: ``Robert "Bob" Okoro``, ``Robert (Bob) Okoro``."""
FORMERLY = r"(?:[Nn]ee|formerly|previously|born|aka|alias)"
_FORMER = re.compile(rf"[,(\[\s]+{FORMERLY}\s+([^\W\d_][\w' -]*)[)\]]?")
_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_DECLARED = re.compile(r"[(\[]([A-Z][A-Za-z]{0,3}(?:[.'-]?[A-Z]){0,3}\.?)[)\]]")
_PREFIXED = re.compile(r"(?:Ma?c|Fitz|[OD]')[A-Z]")
_BETWEEN_NAMES = re.compile(r"\s*[,;/&\n]\s*|\s+and\s+")
_THING_WORDS = (
    "AI AM AN AS AT BE BY CC CV DO EU GP HR ID IF IN IS IT ME MP MS MY NB NO OF OK ON OR PA PC PM PR PS RE SO TO TV UK"
    " UN UP US WE"
)
_THINGS = frozenset(_THING_WORDS.split())
"""Initials that minutes more often write for something else, or that are a word in capitals."""
_WORDS_ALONE = "AN AS AT BE BY DO IF IN IS ME MY OF ON OR SO TO UP WE"
_SMALL_WORDS = frozenset(_WORDS_ALONE.split())
"""Those of them that are a word and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person's name, taken apart; every part folded."""

    full: str
    """As given, without title, honours and declared initials."""
    forename: str
    middles: tuple[str, ...]
    surname: str
    initials: str
    """As declared beside the name, ``ME``; empty when the paper declares none."""
    besides: tuple[str, ...] = ()
    """Other words that stand for the person: a maiden name, what somebody is called."""

    def __hash__(self) -> int:
        """Tell names apart quickly: they are asked for as often as a text is searched for somebody."""
        return hash(self.full)

    @property
    def words(self) -> tuple[str, ...]:
        """Each of the ``given_words`` in one case."""
        return tuple(map(str.lower, self.given_words))

    @property
    def given_words(self) -> tuple[str, ...]:
        """Each word of the forename and surname, the barrels of a double name by themselves."""
        return tuple(word for part in (self.forename, self.surname, *self.besides) for word in words_of(part))

    @property
    def own_initials(self) -> tuple[str, ...]:
        """The initials that a paper would give this person: ``AB`` and ``ABP`` of ``Aled Bowen-Price``."""
        if not self.forename:
            return ()
        last = [word[0] for word in re.split(r"[\s-]+", self.surname) if word]
        middle = "".join(name[0] for name in self.middles)
        ends = ("".join(last), last[0], last[-1])
        each = [f"{self.forename[0]}{m}{end}".upper() for m in (middle, "") for end in ends]
        # With its particles small, ``PvdB`` of ``Pieter van der Berg``.
        as_written = [f"{self.forename[0].upper()}{''.join(last)}"] if last[-1].isupper() else []
        # With what stands before the rest, ``SMcG`` of ``Sioned McGuigan`` and ``DO'C`` of ``Dermot O'Callaghan``.
        prefixed = _PREFIXED.match(self.surname)
        with_prefix = [f"{self.forename[0].upper()}{m}{prefixed.group()}" for m in (middle, "")] if prefixed else []
        return tuple(dict.fromkeys([*each, *as_written, *with_prefix]))

    @property
    def possible_initials(self) -> tuple[str, ...]:
        """The own initials, and those of a double surname alone: ``BP`` of ``Aled Bowen-Price``."""
        barrels = [word[0] for word in self.surname.split("-") if word] if self.forename else []
        return (*self.own_initials, *(["".join(barrels).upper()] if len(barrels) > 1 else []))


@lru_cache(maxsize=1024)
def parse_name(written: str) -> Name:
    """Take a name apart."""
    plain = fold(written).text
    besides = tuple(match.group(1).strip() for beside in (_CALLED, _FORMER) for match in beside.finditer(plain))
    plain = _FORMER.sub(" ", _CALLED.sub(" ", plain))
    declared = _DECLARED.search(plain)
    bare = _IN_BRACKETS.sub(" ", plain)
    if bare.count(",") == 1 and not re.search(rf",\s*(?:{HONOURS})\b", bare):
        last, first = bare.split(",")
        bare = f"{first} {last}"
    words = re.sub(rf"\b(?:{HONOURS})\b|,", " ", re.sub(r"(?<=[^\W\d_])\.(?=\w)", ". ", bare)).split()
    while title := re.match(rf"{TITLE}(?=\S)", " ".join(words)):
        words = " ".join(words)[title.end() :].split()
    words = [word for word in words if any(map(str.isalnum, word))]
    initials = bare_initials(declared.group(1)) if declared else ""
    if len(words) < 2:  # noqa: PLR2004 - one word: no telling which name it is
        return Name(
            full=" ".join(words), forename="", middles=(), surname=" ".join(words), initials=initials, besides=besides
        )
    start = next((n for n, word in enumerate(words[1:-1], 1) if word.lower() in PARTICLES), len(words) - 1)
    return Name(
        full=" ".join(words),
        forename=words[0],
        middles=tuple(words[1:start]),
        surname=" ".join(words[start:]),
        initials=initials,
        besides=besides,
    )


def looks_like_a_name(written: str) -> bool:
    """Whether an owner or a contact is written as a person is: two or more words, each with a capital."""
    words = _DECLARED.sub("", _FORMER.sub("", _CALLED.sub("", fold(written).text))).split()
    return len(words) > 1 and all(word[0].isupper() or word.lower() in PARTICLES for word in words)


def names_in_cell(cell: str) -> tuple[str, ...]:
    """Return each of the names that a cell holds: ``Chris Aujard, Lesley Sewell`` are two, ``Sewell, Lesley`` one."""
    each = tuple(piece for piece in _BETWEEN_NAMES.split(cell) if piece)
    return each if len(each) > 1 and all(map(looks_like_a_name, each)) else (cell,)


def is_ordinary_word(part: str) -> bool:
    """Whether a name alone would be taken for an ordinary word, a month or a place."""
    return part.lower() in COMMON or part.lower() in PROPER


def words_of(part: str) -> list[str]:
    """Return a part, and each barrel of a double one or what follows its particles."""
    barrels = [word for word in re.split(r"[\s-]+", part) if len(word) > 1 and word.lower() not in PARTICLES]
    return [part, *barrels] if barrels != [part] else [part]


def stands_for_a_thing(initials: str) -> bool:
    """Whether minutes write these letters for something else than a person: ``IT``, ``HR``."""
    return initials.upper() in _THINGS


def is_small_word(initials: str) -> bool:
    """Whether these letters are a word and nothing else: with stops, or in brackets, they are somebody."""
    return initials.upper() in _SMALL_WORDS


def is_initial(part: str) -> bool:
    """Whether a forename is given by its letter alone."""
    return len(part.rstrip(".")) == 1


def lone_parts(name: Name) -> tuple[str, ...]:
    """Return the parts that may stand for the person alone: the surname first."""
    forenames = [] if not name.forename or is_initial(name.forename) else words_of(name.forename)
    return tuple(dict.fromkeys([*words_of(name.surname), *forenames, *name.besides]))


def plural_parts(name: Name) -> tuple[str, ...]:
    """Return the parts whose plural is the family: ``the Ellwoods``; an ordinary word has one of its own."""
    return tuple(part for part in words_of(name.surname) if len(part) >= _SURE_PLURAL and not is_ordinary_word(part))


def bare_initials(initials: str) -> str:
    """Return initials without the signs between them."""
    return re.sub("[.-]", "", initials)
