"""The forms in which minutes write a person's name.

From ``Dr Margaret Ellwood OBE (ME)``: the full name in any case, ``Ellwood, Margaret``, ``M. Ellwood``,
``Ms Ellwood``, ``Ellwood``, ``ELLWOOD``, ``Margaret`` where it can mean nobody else, ``ME`` where the paper declares
it, and ``margaret.ellwood`` before an @. Apostrophes, dashes and accents are folded before (see ``folding``).
A form takes the title before it and the possessive after it along: they tell sex and rank, and the length of a name.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from lpgminutes.domain.folding import fold

TITLES = (
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "baroness",
    "cllr", "councillor", "rev", "revd", "judge",
)  # fmt: skip
_HONOURS = "OBE|CBE|MBE|KBE|DBE|KC|QC|PhD|MP|MSP|MS|FRS|JP"
_PARTICLES = frozenset(
    "van von der den de di da dos la le al el bin ibn ap mac st ter ten".split(),
)
_TITLE = rf"(?:(?:{'|'.join(TITLES)})\b\.?\s+)"
_POSSESSIVE = r"(?:'s\b|(?<=s)'(?!\w))?"
_DECLARED = re.compile(r"\(([A-Z][A-Za-z]{0,3}(?:\.?[A-Z]){0,3}\.?)\)")
_ORDINARY = frozenset(
    "may will mark bill grant price day long short close hall page field park bank law read best major sharp "
    "green brown white black grey young old rose hope grace faith april june august amber red chance case cost "
    "street lane hill wood stone bell cook baker carter chair post rich strong swift wise winter summer frost "
    "north south east west good little small large key lock power price ford moon pace parish reason".split(),
)
"""Names that are ordinary words, months, ratings or places: alone they count as a name only before a minute verb."""
_MINUTE_VERBS = (
    "asked|said|noted|thanked|agreed|reported|confirmed|took|mentioned|provided|went|updated|advised|explained|"
    "stated|raised|presented|introduced|welcomed|opened|closed|dialled|apologised|suggested|proposed|queried|"
    "highlighted|requested|added|replied|questioned|summarised|commented"
)


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

    @property
    def words(self) -> tuple[str, ...]:
        """The forename and surname in one case, for a first quick look."""
        return tuple(part.lower() for part in (self.forename, self.surname) if part)


@lru_cache(maxsize=1024)
def parse_name(written: str) -> Name:
    """Take a name apart."""
    plain = fold(written).text
    declared = _DECLARED.search(plain)
    bare = _DECLARED.sub(" ", plain)
    if bare.count(",") == 1 and not re.search(rf",\s*(?:{_HONOURS})\b", bare):
        last, first = bare.split(",")
        bare = f"{first} {last}"
    words = [word for word in re.sub(rf"\b(?:{_HONOURS})\b|,", " ", bare).split() if word]
    while len(words) > 1 and words[0].lower().rstrip(".") in TITLES:
        del words[0]
    initials = declared.group(1).replace(".", "") if declared else ""
    if len(words) < 2:  # noqa: PLR2004 - one word: no telling which name it is
        return Name(full=" ".join(words), forename="", middles=(), surname=" ".join(words), initials=initials)
    start = next((n for n, word in enumerate(words[1:-1], 1) if word.lower() in _PARTICLES), len(words) - 1)
    return Name(
        full=" ".join(words),
        forename=words[0],
        middles=tuple(words[1:start]),
        surname=" ".join(words[start:]),
        initials=initials,
    )


def looks_like_a_name(written: str) -> bool:
    """Whether an owner or a contact is written as a person is: two or more words, each with a capital."""
    words = fold(_DECLARED.sub("", written)).text.split()
    return len(words) > 1 and all(word[0].isupper() or word.lower() in _PARTICLES for word in words)


def is_ordinary_word(part: str) -> bool:
    """Whether a name alone would be taken for an ordinary word."""
    return part.lower() in _ORDINARY


@lru_cache(maxsize=1024)
def full_forms(name: Name) -> re.Pattern[str]:
    """Return a pattern for the forms that name nobody else, in any case, on folded text."""
    surname = _loose(name.surname)
    if not name.forename:
        return _pattern(rf"(?i:{_TITLE}*{surname})")
    forename = _loose(name.forename)
    middle = "".join(rf"(?:[\s._-]+(?:{_loose(m)}|{m[0]}\.?))?" for m in name.middles)
    middle = middle or r"(?:\s+[a-z]\.?)?"
    initial = re.escape(name.forename[0].upper())
    between = "".join(rf"(?:\s?{re.escape(m[0].upper())}\.?)?" for m in name.middles)
    honours = rf"(?:,?\s+(?:{_HONOURS})\b)*"
    declared = rf"(?:\s*\((?:{_spaced(name.initials)})\))?" if name.initials else ""
    cased = _cased(name.surname)
    forms = (
        rf"(?i:{_TITLE}*{forename}{middle}[\s._-]+{surname}){honours}{declared}",
        rf"(?i:{surname},\s*{_TITLE}*{forename}|{surname}\s+{forename})",
        rf"(?i:{_TITLE})*{initial}\.?{between}\s?(?:{cased})",
        rf"(?:{cased}),?\s+{initial}\b\.?",
        rf"(?i:{_TITLE})+(?:{initial}\.?\s*)?(?:{_parts(name.surname)})",
        rf"(?i:(?:{_mailboxes(name)})\d{{0,4}}(?=@))",
    )
    return _pattern("|".join(forms))


@lru_cache(maxsize=1024)
def single_forms(name: Name, *, surname: bool, forename: bool) -> re.Pattern[str] | None:
    """Return a pattern for one name alone, with its capital; ``None`` when no form may stand alone."""
    forms = []
    for part, wanted in ((name.surname, surname), (name.forename, forename)):
        if part and wanted:
            follows = rf"(?='s|\s+(?:{_MINUTE_VERBS})\b)" if is_ordinary_word(part) else ""
            forms.append(f"(?:{_cased(part)}){follows}")
    if name.initials:
        forms.append(_spaced(name.initials))
    return _pattern("|".join(forms)) if forms else None


def _pattern(forms: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{forms}){_POSSESSIVE}(?!\w)")


def _cased(part: str) -> str:
    """Return a pattern for a name with its capitals: as given, all in capitals, or each word with one."""
    return "|".join(dict.fromkeys(_loose(form) for form in (part, part.upper(), part.title())))


def _loose(part: str) -> str:
    """Return a pattern for a part of a name with or without its apostrophe, hyphen or space."""
    pattern = "".join(_loose_character(character) for character in part)
    return re.sub(r"^([OoDd])([A-Z])", r"\1'?\2", pattern)


def _loose_character(character: str) -> str:
    if character == "'":
        return "'?"
    if character == "-":
        return r"[\s-]?"
    return r"\s+" if character == " " else re.escape(character)


def _parts(surname: str) -> str:
    """Return patterns for a surname and for each barrel of a double one: after a title either will do."""
    barrels = [
        part for part in re.split(r"[\s-]", surname) if len(part) > 2 and part.lower() not in _PARTICLES
    ]  # noqa: PLR2004
    return "|".join(dict.fromkeys(_cased(part) for part in (surname, *barrels)))


def _spaced(initials: str) -> str:
    return r"\.?".join(re.escape(letter) for letter in initials) + r"\.?"


def _mailboxes(name: Name) -> str:
    """Return patterns for the local parts that a body makes from a name."""
    first, last = (_squeezed(part) for part in (name.forename, name.surname))
    joined = r"[._-]?"
    middles = "".join(rf"(?:{_squeezed(middle[0])}[._-]?)?" for middle in name.middles)
    initial = _squeezed(name.forename[0])
    forms = (
        first + joined + middles + last,
        last + joined + first,
        initial + joined + middles + last,
        last + joined + initial,
        last,
        first,
    )
    return "|".join(forms)


def _squeezed(part: str) -> str:
    return "".join(
        re.escape(character) if character.isalnum() else "['._-]?"
        for character in part
        if not character.isspace()
    )
