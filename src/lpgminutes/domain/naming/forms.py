"""The forms in which minutes write a person's name.

From ``Dr Margaret Ellwood OBE (ME)``: the full name in any case, with or without other names between,
``Ellwood, Margaret``, ``M. Ellwood``, ``Margaret E.``, ``Ms Ellwood``, ``Ellwood``, ``ELLWOOD``, ``Margaret``
where it can mean nobody else, ``ME`` where the paper declares it. Either barrel of a double name stands for
both. Apostrophes, dashes and accents are folded before (see ``folding``); for mailboxes see ``mailboxes``.
A form takes the title before it and the possessive after it along: they tell sex, rank and how a name ends.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from lpgminutes.domain.naming.names import (
    FORMERLY,
    HONOURS,
    Name,
    is_initial,
    is_ordinary_word,
    is_small_word,
    stands_for_a_thing,
    words_of,
)
from lpgminutes.domain.naming.ordinary_names import MONTHS, PROPER
from lpgminutes.domain.naming.sentence_signs import (
    AFTER_THE_FIRST_WORD,
    AUXILIARIES,
    DETERMINERS,
    HUMAN_VERBS,
    MID_SENTENCE,
    MINUTE_VERBS,
    NOT_A_DATE,
)
from lpgminutes.domain.naming.short_names import other_forms
from lpgminutes.domain.naming.titles import SURE_TITLE, TITLE, TITLE_WORDS
from lpgminutes.domain.naming.word_starts import JOINT, WORD_END, WORD_START, first_letter, word_starts

_TITLES_BEFORE = re.compile(rf"(?<![^\W_])(?:{TITLE}(?:(?:&|and)\s+)?){{1,3}}\Z")
_LONGEST_TITLES = 40
_BEHIND_A_COMMA = (
    r"(?:(?:[A-Z][A-Za-z]{0,4}|Professor|Councillor|Reverend|Captain|Colonel|Sergeant|Inspector|Superintendent|Constable|"
    r"Commander|Father|Sister|Baroness|Nurse|Justice)\.?\s+)"
)
"""A title in ``Ellwood, Dr Margaret``: all the titles there are would take longer to make ready than the name."""
_SURE = 3
"""Letters from which a name is looked for in small letters too."""
_SURE_ACCOUNT = 5
"""Letters from which a surname with an initial joined to it is an account, and no word: ``mellwood``."""
_POSSESSIVE = r"(?:'[sS]?(?![^\W_]))?"
_REMEMBERED = 4096
"""So many names of a register are made ready once only."""
_NUMBER = r"\d{0,4}"
TITLE_AND_LETTER = re.compile(
    rf"{WORD_START}{TITLE}{{1,3}}(?:[A-Z]\.?\s?)?(?P<letter>[A-Z])\b(?!'[A-Z]|\.?\s?[A-Z][a-z])"
)
"""A title with a mere letter after it: ``Ms E``, ``Mr M.E.``."""
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<!(?<![^\W_])[A-Z][.-])", r"(?![.-]?[A-Z](?![^\W_]))"
"""Beside initials there is no further one: neither ``AH`` nor ``HB`` are those of ``A.H-B.``."""
_PREFIX = re.compile(r"\A(?:(?:M[Aa]?[Cc]|[ODod])'?(?=[A-Z])|[AE]l[ -](?=\w))")
"""What is written joined to the rest of a name, or apart: ``O'Brien``, ``OBrien``, ``McKay``, ``Mac Kay``, ``M'Kay``.

``Al-Haddad`` and ``El Haddad`` are one name.
"""
_ARTICLE = r"(?i:[AE]l(?:[\s-]|(?<=[a-z])(?-i:(?=[A-Z]))))"


@dataclass(frozen=True, slots=True, eq=False)
class WrittenForms:
    """Forms of a name, to be found as whole words in a folded text."""

    pattern: re.Pattern[str]
    letters: frozenset[str] | None
    """What a form can begin with, in one case; ``None`` where that is anything."""

    def in_text(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield every stretch that is one of the forms, as ``finditer`` would."""
        if self.letters is None:
            yield from (match.span() for match in self.pattern.finditer(text))
            return
        starts, reached = word_starts(text), 0
        for start in sorted(chain.from_iterable(starts.get(letter, ()) for letter in self.letters)):
            if start >= reached and (match := self.pattern.match(text, start)):
                reached = match.end()
                yield start, reached

    def is_all_of(self, text: str) -> bool:
        """Whether a whole text is one of the forms."""
        return self.pattern.fullmatch(text) is not None


@lru_cache(maxsize=_REMEMBERED)
def full_forms(name: Name, *, is_sure: bool = False) -> WrittenForms:
    """Return the forms that name nobody else; ``is_sure``: without capitals that may be a word, ``FOR ELLWOOD``."""
    last_names = [*words_of(name.surname), *name.besides]
    surname = "|".join(map(_loose, last_names))
    if not name.forename:
        return _forms(f"{TITLE}{{1,3}}(?i:{surname})", None, name)
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
    again = rf"(?![(\"']?(?:(?:[\w'-]*{JOINT})?(?i:{_loose(name.forename)})|(?i:{surname}))(?![^\W_]))"
    others = rf"(?:[\s._-]++{again}(?:[(\"']?[A-Z][\w'-]*+[.)\"]?|(?i:{between})(?![^\W_]))){{0,2}}?"
    letters = r"(?:[\s-]?[A-Z]\.?){0,2}"
    initials = [_sure_initials(name) if is_sure else rf"{capital}\.?{letters}", *_with_particles(name)]
    with_title = [
        rf"{SURE_TITLE}{{1,3}}(?i:{_loose(part)})|{TITLE}{{1,3}}(?:{_cased(part)})"
        for part in last_names
        if is_ordinary_word(part)
    ]
    forms = (
        rf"{_not_said_twice(name)}(?:{any_first}){others}(?:[\s._-]++|(?=[A-Z]))(?:{any_surname})",
        rf"(?i:{surname}),\s*{_BEHIND_A_COMMA}{{0,3}}(?i:{first})(?:\s+[A-Z]\b\.?)?|(?:{any_surname})\s+(?:{any_first})",
        rf"(?:{'|'.join(initials)})\s*(?:{surnames})|(?i:{capital})[._](?i:{surname})",
        rf"(?:{surnames})(?:,\s*|\s+){capital}\b\.?{letters}",
        *with_title,
        *_forename_and_middles(name),
        *_forename_and_letter(name),
        *_accounts(name),
    )
    parts = None if with_title else [*_forenames(name), *last_names]
    return _forms("|".join(forms), parts, name)


def _not_said_twice(name: Name) -> str:
    """Return what keeps ``We thanked Simon. Simon left`` from being one name of two."""
    besides = "|".join(map(_loose, name.besides))
    return rf"(?!(?i:{besides})[\s._-]+(?i:{besides})(?![^\W_]))" if besides else ""


def _sure_initials(name: Name) -> str:
    """Return a pattern for initials that are no word: with stops or spaces, or those of the names that are known."""
    capital = re.escape(name.forename[0].upper())
    apart = rf"{capital}(?:\.|(?=[\s-]))(?:[\s-]?[A-Z](?:\.|(?=[\s-]))){{0,2}}"
    known = "".join(word[0].upper() for word in (name.forename, *name.middles))
    is_word = stands_for_a_thing(known) or is_ordinary_word(known) or known.lower() in TITLE_WORDS
    return apart if len(known) == 1 or is_word else rf"{apart}|{re.escape(known)}(?=[\s-])"


def _with_particles(name: Name) -> list[str]:
    """Return the pattern for initials before a surname whose particles are letters: ``L. v. d. Berg``."""
    small = "".join(sorted({word[0] for word in name.surname.split() if word.isalpha() and word.islower()}))
    capital = re.escape(name.forename[0].upper())
    return [rf"{capital}\.?(?:[\s-]?[{small}](?:\.|(?=[\s-]))){{1,3}}"] if small else []


def _forms(forms: str, parts: Iterable[str] | None, name: Name | None = None) -> WrittenForms:
    """Return forms of which each begins as one of the parts of a name does."""
    letters = None if parts is None else frozenset(letter for part in parts for letter in _first_letters(part))
    return WrittenForms(_pattern(forms, name), None if letters is None or "" in letters else letters)


def _forename_and_letter(name: Name) -> list[str]:
    """Return the pattern for ``Margaret E.``, as papers tell two of the same forename apart."""
    if is_initial(name.forename):
        return []
    last = {word[0].upper() for word in words_of(name.surname)}
    stop = {letter: r"\." if letter in "AI" else r"\b\.?" for letter in sorted(last)}
    letters = "|".join(re.escape(letter) + end for letter, end in stop.items())
    return [rf"(?:{_cased(name.forename)})\s+(?:{letters})"]


def _first_letters(part: str) -> str:
    """Return what a part can begin with: ``Al-Haddad`` is also written ``El-Haddad``."""
    prefix = _PREFIX.match(part)
    return "ae" if prefix and prefix.group()[0] in "AE" else first_letter(part)


def _forename_and_middles(name: Name) -> list[str]:
    """Return the pattern for the names before the surname, of somebody who goes by them: ``Llinos Wyn``."""
    middles = [_cased(middle) for middle in name.middles if not is_initial(middle)]
    if not middles or is_initial(name.forename):
        return []
    return [
        rf"(?:{_cased(name.forename)})"
        + "".join(rf"[\s-]+(?:{m})" for m in middles[:1])
        + "".join(rf"(?:[\s-]+(?:{m}))?" for m in middles[1:])
    ]


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


@lru_cache(maxsize=_REMEMBERED)
def called_forms(name: Name) -> WrittenForms | None:
    """Return the forms in which people of the forename are called, with the surname: ``Bob Ellwood`` for Robert."""
    short = sorted({form.title() for word in words_of(name.forename) for form in other_forms(word)})
    if not short:
        return None
    called = "|".join([*short, *map(str.upper, short)])
    surnames = "|".join(map(_cased, [*words_of(name.surname), *name.besides]))
    return _forms(rf"(?:{called})(?:\s+[A-Z]\.?)?\s+(?:{surnames})", short)


@lru_cache(maxsize=_REMEMBERED)
def plural_forms(parts: tuple[str, ...]) -> WrittenForms:
    """Return the plural of some surnames."""
    return _forms("|".join(rf"(?i:{_loose(part)}e?s)" for part in parts), parts)


@lru_cache(maxsize=_REMEMBERED)
def single_forms(parts: tuple[str, ...], initials: str = "", *, in_cell: bool = False) -> WrittenForms | None:
    """Return the forms of parts of a name that stand alone; ``None`` when there are none.

    In running text an ordinary word counts only where the sentence makes a person of it; ``in_cell`` is for
    the cell of a table that holds names and nothing else.
    """
    forms = [_spaced(initials)] if initials else []
    for part in parts:
        if not is_ordinary_word(part):
            forms.append(_cased(part) if len(part) < _SURE else f"(?i:{_loose(part)}){_NUMBER}")
        else:
            forms += [_cased(part)] if in_cell else _as_a_person(part)
    heads = (*parts, initials) if initials else parts
    return _forms("|".join(forms), heads) if forms else None


def title_before(text: str, start: int) -> int:
    """Return where the titles in front of a name begin: ``start`` itself when there are none."""
    earliest = max(start - _LONGEST_TITLES, 0)
    match = _TITLES_BEFORE.search(text[earliest:start])
    return earliest + match.start() if match else start


def _as_a_person(part: str) -> list[str]:
    doing = rf"(?:{_cased(part)})(?='s|\s+(?:{MINUTE_VERBS})\b)"
    if part.lower() in PROPER:
        return [doing]
    return [doing, rf"{MID_SENTENCE}{DETERMINERS}{_loose(part)}(?!\s+[A-Z\d])"]


@lru_cache(maxsize=_REMEMBERED)
def perhaps_forms(part: str, *, is_forename: bool = False) -> WrittenForms:
    """Return the forms of a part of a name where it may mean the person, or something else."""
    if not is_ordinary_word(part):
        return _forms(f"(?:{_cased(part)})", (part,))
    no_date = NOT_A_DATE if part.lower() in MONTHS else ""
    within = rf"{MID_SENTENCE}{DETERMINERS}{no_date}{_loose(part)}(?!\s+\d)"
    forms = [within, rf"{_loose(part)}(?=\s+(?:{HUMAN_VERBS})\b)"]
    if part.lower() not in PROPER:
        forms.append(rf"{_loose(part)}(?=\s+(?:to|and|&)\s|[,/])")
        if is_forename:
            forms.append(rf"{_loose(part)}(?=\s+(?:{AUXILIARIES})\b)")
            forms.append(rf"{AFTER_THE_FIRST_WORD}{_loose(part)}(?!\s+\d)")
    return _forms("|".join(forms), (part,))


@lru_cache(maxsize=_REMEMBERED)
def initials_forms(initials: str, *, in_cell: bool = False) -> WrittenForms:
    """Return the forms of undeclared initials: of those that stand for a thing, too, only where somebody acts.

    Those that are a small word are somebody with stops as well, in brackets and behind ``Action:``.
    """
    acting = rf"(?='s|\s+(?:{MINUTE_VERBS}|to|will)\b|\s*[/&]\s*[A-Z]{{2}})"
    is_thing = stands_for_a_thing(initials) and not in_cell
    forms = [_NO_LETTER_BEFORE + _spaced(initials) + _NO_LETTER_AFTER + (acting if is_thing else "")]
    if is_thing and is_small_word(initials):
        stopped = r"\s?".join(rf"{letter}\." for letter in initials)
        forms += [_NO_LETTER_BEFORE + stopped + _NO_LETTER_AFTER, rf"(?<=[(\[]){initials}(?=[)\]])"]
        forms.append(rf"(?<=ction:\s){initials}")
    return _forms("|".join(forms), (initials,))


def _pattern(forms: str, name: Name | None) -> re.Pattern[str]:
    """Return a pattern for whole words, with what of the name may stand in brackets and the possessive after them.

    In brackets stand honours, a former name, declared initials, what somebody is called.
    """
    beside = [_spaced(name.initials)] if name and name.initials else []
    beside += map(_loose, name.besides) if name else ()
    besides = "|".join(beside)
    quoted = rf"[(\[][\"']?(?:{besides})[\"']?[)\]]|\"(?:{besides})\"|'(?:{besides})'"
    declared = rf"(?:\s*(?:{quoted}))?" if beside else ""
    former = rf"(?:,?\s*[(\[]{FORMERLY}\s[^()\[\]]*+[)\]])?"
    return re.compile(
        rf"{WORD_START}(?:{forms})(?:,?\s+(?:{HONOURS})\b){{0,4}}{former}{declared}{_POSSESSIVE}{WORD_END}"
    )


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
    rest = part[prefix.end() :] if prefix else part
    return _loose_prefix(prefix.group() if prefix else "") + "".join(map(_loose_character, rest))


def _loose_prefix(prefix: str) -> str:
    if not prefix:
        return ""
    if prefix[0] in "AE":
        return _ARTICLE
    return r"M(?:[Aa]?[Cc]\s*+|')" if prefix[0] == "M" else rf"{prefix[0]}(?:\.[' ]?|[' ])?"


def _loose_character(character: str) -> str:
    if character == "'":
        return "[' ]?"
    return r"[\s.-]*+" if character in " -." else re.escape(character)


def _spaced(initials: str) -> str:
    """Return a pattern for initials with or without stops and spaces, and a hyphen between barrels: ``A.H-B.``."""
    *firsts, last = map(re.escape, initials)
    return "".join(rf"{letter}\.?\s?" for letter in firsts[:-1]) + r"\.?[\s-]?".join([*firsts[-1:], last]) + r"\.?"
