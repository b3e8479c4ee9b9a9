"""The forms in which minutes write a person's name.

From ``Dr Margaret Ellwood OBE (ME)``: the full name in any case, with or without other names between,
``Ellwood, Margaret``, ``M. Ellwood``, ``Margaret E.``, ``Ms Ellwood``, ``Ellwood``, ``ELLWOOD``, ``Margaret``
where it can mean nobody else, ``ME`` where the paper declares it. Either barrel of a double name stands for
both. Apostrophes, dashes and accents are folded before (see ``folding``); for mailboxes see ``mailboxes``.
A form takes the title before it and the possessive after it along: they tell sex, rank and how a name ends.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from lpgminutes.domain.folding import fold
from lpgminutes.domain.ordinary_names import COMMON, PROPER

_TITLES = (
    r"(?:borough|county|district|parish|town|city)\s+(?:cllr|councillor)",
    r"(?:the\s+)?(?:rt|right)\.?\s+hon(?:ourable)?",
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lady", "baroness", "cllr",
    "councillor", "rev", "revd", "hon", "capt", "lt", "sgt", "insp", "supt",
)  # fmt: skip
_RANKS = (
    "Lord", "Judge", "Major", "Captain", "Colonel", "Col", "General", "Commander", "Sergeant", "Inspector",
    "Superintendent", "Chief", "Constable", "Canon", "Father", "Sister", "Nurse", "Justice", "Minister",
)  # fmt: skip
"""Titles that written small are ordinary words."""
_HONOURS = "OBE|CBE|MBE|KBE|DBE|CB|KC|QC|PhD|MP|MSP|MS|FRS|JP"
_PARTICLE_WORDS = (
    "van von der den de di da dos del della du la le al el bin ibn abu ap mac mc o ni nic ua san st ter ten"
)
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_TITLE = rf"(?:(?:(?i:{'|'.join(_TITLES)})|{'|'.join(_RANKS)}|{'|'.join(map(str.upper, _RANKS))})\b(?:\.\s*|\s+))"
_TITLES_BEFORE = re.compile(rf"(?<![^\W_])(?:{_TITLE}(?:(?:&|and)\s+)?){{1,3}}\Z")
_LONGEST_TITLES = 40
_SURE = 3
"""Letters from which a name is looked for in small letters too."""
_SURE_PLURAL = 4
_SURE_ACCOUNT = 5
"""Letters from which a surname with an initial joined to it is an account, and no word: ``mellwood``."""
_POSSESSIVE = r"(?:'[sS]?(?![^\W_]))?"
_JOINT = "(?<=[a-z])(?=[A-Z])"
_GLUED = r"(?<=(?<![^\W_])[A-Z\d])(?=[A-Z][a-z])"
_BEFORE, _AFTER = rf"(?:(?<![^\W_])|{_JOINT}|{_GLUED})", rf"(?:(?![^\W_])|{_JOINT})"
"""The edges of a word: an underline is no letter, and where a space was lost a capital begins a new word.

``SEllwood`` is another initial and the name, ``1Ellwood`` and ``Ellwood1`` the name and a number pasted to it.
"""
_NUMBER = r"\d{0,4}"
_CALLED = re.compile(r"(?<=\s)[(\[\"']([^\W\d_a-z][\w-]*[^\W\d_])[)\]\"'](?=\s+\w)")
"""What somebody is called, between the names: ``Robert "Bob" Okoro``, ``Robert (Bob) Okoro``."""
_FORMERLY = r"(?:[Nn]ee|formerly|previously|born|aka|alias)"
_FORMER = re.compile(rf"[,(\[\s]+{_FORMERLY}\s+([^\W\d_][\w' -]*)[)\]]?")
_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
TITLE_AND_LETTER = re.compile(
    rf"{_BEFORE}{_TITLE}{{1,3}}(?:[A-Z]\.?\s?)?(?P<letter>[A-Z])\b(?!'[A-Z]|\.?\s?[A-Z][a-z])"
)
"""A title with a mere letter after it: ``Ms E``, ``Mr M.E.``."""
_DECLARED = re.compile(r"[(\[]([A-Z][A-Za-z]{0,3}(?:[.'-]?[A-Z]){0,3}\.?)[)\]]")
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<!(?<![^\W_])[A-Z][.-])", r"(?![.-]?[A-Z](?![^\W_]))"
"""Beside initials there is no further one: neither ``AH`` nor ``HB`` are those of ``A.H-B.``."""
_PREFIX = re.compile(r"(?:M[Aa]?[Cc]|[ODod])'?(?=[A-Z])")
"""What is written joined to the rest of a name, or apart: ``O'Brien``, ``OBrien``, ``McKay``, ``Mac Kay``."""
MINUTE_VERBS = (
    "asked|said|noted|thanked|agreed|reported|confirmed|took|mentioned|provided|went|updated|advised|explained|"
    "stated|raised|presented|introduced|welcomed|opened|closed|dialled|apologised|suggested|proposed|queried|"
    "highlighted|requested|added|replied|questioned|summarised|commented"
)
_BEFORE_A_THING = "the a an this that each every any no our their its of all"
_THING_WORDS = (
    "AI AM AN AS AT BE BY CC CV DO EU GP HR ID IF IN IS IT ME MP MS MY NB NO OF OK ON OR PA PC PM PR PS RE SO TO TV UK"
    " UN UP US WE"
)
_THINGS = frozenset(_THING_WORDS.split())
"""Initials that minutes more often write for something else, or that are a word in capitals."""
_DETERMINERS = "".join(rf"(?<!\b{word}\s)" for word in _BEFORE_A_THING.split())
_MID_SENTENCE = "(?:" + "|".join(rf"(?<=\b[a-z]{{{n}}}\s)" for n in range(1, 16)) + r"|(?<=[,;:&]\s)|(?<=[/&]))"
"""After a word written small: there a capital is no accident."""
_BEFORE_A_MONTH = "in during since of end early late mid last next every for from until by and"
_NOT_A_DATE = (
    "".join(rf"(?<!\b(?i:{word})\s)" for word in _BEFORE_A_MONTH.split())
    + r"(?<!\d\s)(?<!st\s)(?<!nd\s)(?<!rd\s)(?<!th\s)(?<!-)"
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
    besides: tuple[str, ...] = ()
    """Other words that stand for the person: a maiden name, what somebody is called."""

    @property
    def words(self) -> tuple[str, ...]:
        """Each word of the forename and surname in one case, the barrels of a double name by themselves."""
        return tuple(word.lower() for part in (self.forename, self.surname, *self.besides) for word in words_of(part))

    @property
    def own_initials(self) -> tuple[str, ...]:
        """The initials that a paper would give this person: ``AB`` and ``ABP`` of ``Aled Bowen-Price``."""
        if not self.forename:
            return ()
        last = [word[0] for word in re.split(r"[\s-]+", self.surname) if word]
        middle = "".join(name[0] for name in self.middles)
        ends = ("".join(last), last[0], last[-1])
        return tuple(dict.fromkeys(f"{self.forename[0]}{m}{end}".upper() for m in (middle, "") for end in ends))

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
    if bare.count(",") == 1 and not re.search(rf",\s*(?:{_HONOURS})\b", bare):
        last, first = bare.split(",")
        bare = f"{first} {last}"
    words = re.sub(rf"\b(?:{_HONOURS})\b|,", " ", re.sub(r"(?<=[^\W\d_])\.(?=\w)", ". ", bare)).split()
    while title := re.match(rf"{_TITLE}(?=\S)", " ".join(words)):
        words = " ".join(words)[title.end() :].split()
    words = [word for word in words if any(map(str.isalnum, word))]
    initials = _bare(declared.group(1)) if declared else ""
    if len(words) < 2:  # noqa: PLR2004 - one word: no telling which name it is
        return Name(
            full=" ".join(words), forename="", middles=(), surname=" ".join(words), initials=initials, besides=besides
        )
    start = next((n for n, word in enumerate(words[1:-1], 1) if word.lower() in _PARTICLES), len(words) - 1)
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
    return len(words) > 1 and all(word[0].isupper() or word.lower() in _PARTICLES for word in words)


def is_ordinary_word(part: str) -> bool:
    """Whether a name alone would be taken for an ordinary word, a month or a place."""
    return part.lower() in COMMON or part.lower() in PROPER


def words_of(part: str) -> list[str]:
    """Return a part, and each barrel of a double one or what follows its particles."""
    barrels = [word for word in re.split(r"[\s-]+", part) if len(word) > 1 and word.lower() not in _PARTICLES]
    return [part, *barrels] if barrels != [part] else [part]


def stands_for_a_thing(initials: str) -> bool:
    """Whether minutes write these letters for something else than a person: ``IT``, ``HR``."""
    return initials.upper() in _THINGS


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


@lru_cache(maxsize=1024)
def full_forms(name: Name) -> re.Pattern[str]:
    """Return a pattern for the forms that name nobody else, on folded text."""
    last_names = [*words_of(name.surname), *name.besides]
    surname = "|".join(map(_loose, last_names))
    if not name.forename:
        return _pattern(f"{_TITLE}{{1,3}}(?i:{surname})", name.initials)
    first = "|".join(map(_loose, _forenames(name)))
    if is_ordinary_word(name.surname) and is_ordinary_word(name.forename):
        any_first, any_surname = "|".join(map(_cased, _forenames(name))), "|".join(map(_cased, last_names))
    else:
        any_first, any_surname = f"(?i:{first})", f"(?i:{surname})"
    capital = re.escape(name.forename[0].upper())
    surnames = "|".join(map(_cased, last_names))
    between = "|".join([*map(_loose, name.middles), r"\w\.?"])
    # With the forename said again another mention begins, also where the space before it was lost; with the surname
    # this one is at its end, whatever sign stands before it.
    again = rf"(?![(\"']?(?:(?:[\w'-]*{_JOINT})?(?i:{_loose(name.forename)})|(?i:{surname}))(?![^\W_]))"
    others = rf"(?:[\s._-]++{again}(?:[(\"']?[A-Z][\w'-]*+[.)\"]?|(?i:{between})(?![^\W_]))){{0,2}}?"
    letters = r"(?:[\s-]?[A-Z]\.?){0,2}"
    forms = (
        rf"(?:{any_first}){others}(?:[\s._-]++|(?=[A-Z]))(?:{any_surname})",
        rf"(?i:{surname}),\s*{_TITLE}{{0,3}}(?i:{first})(?:\s+[A-Z]\b\.?)?|(?:{any_surname})\s+(?:{any_first})",
        rf"{capital}\.?{letters}\s*(?:{surnames})|(?i:{capital})[._](?i:{surname})",
        rf"(?:{surnames})(?:,\s*|\s+){capital}\b\.?{letters}",
        *(rf"{_TITLE}{{1,3}}(?i:{_loose(part)})" for part in last_names if is_ordinary_word(part)),
        *_forename_and_letter(name),
        *_accounts(name),
    )
    return _pattern("|".join(forms), name.initials)


def _forename_and_letter(name: Name) -> list[str]:
    """Return the pattern for ``Margaret E.``, as papers tell two of the same forename apart."""
    if is_initial(name.forename):
        return []
    last = {word[0].upper() for word in words_of(name.surname)}
    stop = {letter: r"\." if letter in "AI" else r"\b\.?" for letter in sorted(last)}
    letters = "|".join(re.escape(letter) + end for letter, end in stop.items())
    return [rf"(?:{_cased(name.forename)})\s+(?:{letters})"]


def _accounts(name: Name) -> list[str]:
    """Return the patterns for accounts: ``margaretellwood``, ``mellwood2``, ``ellwoodm``, ``@margarete``."""
    capital, first = re.escape(name.forename[0]), _loose(name.forename)
    sure = [part for part in words_of(name.surname) if len(part) >= _SURE_ACCOUNT and not is_ordinary_word(part)]
    forms = [rf"(?i:{capital}{last}|{last}{capital}){_NUMBER}" for last in map(_loose, sure)]
    if not is_initial(name.forename):
        joined = "|".join(map(_loose, words_of(name.surname)))
        forms.append(rf"(?i:{first}(?:{joined})){_NUMBER}")
        forms.append(rf"(?<=[@\\])(?i:{first}{re.escape(name.surname[0])}){_NUMBER}")
    return forms


@lru_cache(maxsize=1024)
def plural_forms(parts: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for the plural of some surnames."""
    return _pattern("|".join(rf"(?i:{_loose(part)}e?s)" for part in parts))


@lru_cache(maxsize=1024)
def single_forms(parts: tuple[str, ...], initials: str = "", *, in_cell: bool = False) -> re.Pattern[str] | None:
    """Return a pattern for parts of a name that stand alone; ``None`` when there are none.

    In running text an ordinary word counts only where the sentence makes a person of it; ``in_cell`` is for
    the cell of a table that holds names and nothing else.
    """
    forms = [_spaced(initials)] if initials else []
    for part in parts:
        if not is_ordinary_word(part):
            forms.append(_cased(part) if len(part) < _SURE else f"(?i:{_loose(part)}){_NUMBER}")
        else:
            forms += [_cased(part)] if in_cell else _as_a_person(part)
    return _pattern("|".join(forms)) if forms else None


def title_before(text: str, start: int) -> int:
    """Return where the titles in front of a name begin: ``start`` itself when there are none."""
    earliest = max(start - _LONGEST_TITLES, 0)
    match = _TITLES_BEFORE.search(text[earliest:start])
    return earliest + match.start() if match else start


def _as_a_person(part: str) -> list[str]:
    doing = rf"(?:{_cased(part)})(?='s|\s+(?:{MINUTE_VERBS})\b)"
    if part.lower() in PROPER:
        return [doing]
    return [doing, rf"{_MID_SENTENCE}{_DETERMINERS}{_loose(part)}(?!\s+[A-Z\d])"]


@lru_cache(maxsize=1024)
def perhaps_forms(part: str) -> re.Pattern[str]:
    """Return a pattern for a part of a name where it may mean the person, or something else."""
    if not is_ordinary_word(part):
        return _pattern(f"(?:{_cased(part)})")
    within = rf"{_MID_SENTENCE}{_DETERMINERS}{_NOT_A_DATE}{_loose(part)}(?!\s+\d)"
    at_the_head = rf"{_loose(part)}(?=\s+(?:to|and|&)\s|[,/])"
    return _pattern(within if part.lower() in PROPER else f"{within}|{at_the_head}")


@lru_cache(maxsize=1024)
def initials_forms(initials: str, *, in_cell: bool = False) -> re.Pattern[str]:
    """Return a pattern for undeclared initials: of those that stand for a thing, too, only where somebody acts."""
    acting = rf"(?='s|\s+(?:{MINUTE_VERBS}|to|will)\b|\s*[/&]\s*[A-Z]{{2}})"
    is_thing = stands_for_a_thing(initials) and not in_cell
    return _pattern(_NO_LETTER_BEFORE + _spaced(initials) + _NO_LETTER_AFTER + (acting if is_thing else ""))


def declared_initials(name: Name, text: str) -> str:
    """Return the initials that a text gives beside the full name: ``Margaret Ellwood (ME)``."""
    before, after = _initials_beside(name)
    for match in full_forms(name).finditer(text):
        start = title_before(text, match.start())
        found = after.match(text, match.end()) or before.search(text[max(start - 12, 0) : start])
        if found:
            return _bare("".join(filter(None, found.groups())))
    return ""


@lru_cache(maxsize=1024)
def _initials_beside(name: Name) -> tuple[re.Pattern[str], re.Pattern[str]]:
    first = re.escape(name.forename[0].upper())
    last = "".join({re.escape(word[0].upper()) for word in words_of(name.surname)})
    own = ["[.-]?".join(map(re.escape, letters)) for letters in name.possible_initials]
    unknown_middle, short = rf"{first}\.?[A-Z]\.?[{last}]", rf"{first}[a-z]?[{last}][a-z]{{0,2}}"
    prefixed = rf"{first}[{last}]'[A-Z]"  # BO'M of Bianca O'Mahoney
    letters = rf"(?:{'|'.join([*own, prefixed, unknown_middle, short])})\.?"
    after = rf"(?:,[^()\[\]]{{0,80}}+)?\s*[(\[]({letters})[)\]]|\s*[-=:]\s*({letters})(?!\w)"
    return re.compile(rf"(?<!\w)({letters})\s*[-=:(\[]\s*\Z"), re.compile(after)


def _pattern(forms: str, initials: str = "") -> re.Pattern[str]:
    """Return a pattern for whole words, with honours, declared initials and possessive after them."""
    declared = rf"(?:\s*[(\[](?:{_spaced(initials)})[)\]])?" if initials else ""
    former = rf"(?:,?\s*[(\[]{_FORMERLY}\s[^()\[\]]*+[)\]])?"
    return re.compile(rf"{_BEFORE}(?:{forms})(?:,?\s+(?:{_HONOURS})\b){{0,4}}{former}{declared}{_POSSESSIVE}{_AFTER}")


def _forenames(name: Name) -> list[str]:
    middles = (middle for middle in name.middles if not is_initial(middle))
    return [*words_of(name.forename), *middles, *name.besides]


def _cased(part: str) -> str:
    """Return a pattern for a name with its capitals: as given, all in capitals, or each word with one."""
    return "|".join(dict.fromkeys(_loose(form) for form in (part, part.upper(), part.title())))


def _loose(part: str) -> str:
    """Return a pattern for a part of a name with or without its apostrophe, hyphen, stop or space."""
    if is_initial(part):
        return rf"(?-i:{re.escape(part[0])})(?:\.|[^\W\d_]*+)"
    prefix = _PREFIX.match(part)
    head = "" if not prefix else r"M[Aa]?[Cc]\s*+" if prefix.group()[0] == "M" else f"{prefix.group()[0]}[' ]?"
    rest = part[prefix.end() :] if prefix else part
    return head + "".join(_loose_character(character) for character in rest)


def _loose_character(character: str) -> str:
    if character == "'":
        return "[' ]?"
    return r"[\s.-]*+" if character in " -." else re.escape(character)


def _bare(initials: str) -> str:
    return re.sub("[.-]", "", initials)


def _spaced(initials: str) -> str:
    """Return a pattern for initials with or without stops and spaces, and a hyphen between barrels: ``A.H-B.``."""
    *firsts, last = map(re.escape, initials)
    return "".join(rf"{letter}\.?\s?" for letter in firsts[:-1]) + r"\.?[\s-]?".join([*firsts[-1:], last]) + r"\.?"
