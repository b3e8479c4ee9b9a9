"""One person as an attendance prints them: name, initials, post, organisation, and for which part of the meeting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lpgminutes.domain.folding import fold
from lpgminutes.domain.people import Capacity, Mode
from lpgminutes.importing.source import LINES_REMEMBERED

_TITLES = (
    r"(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Mx|Cllr|Councillor|Cllrs|Sir|Dame|Lord|Lady|Baroness|Baron|Rev|"
    r"Reverend|Canon|Fr|Hon|Rt|"
    r"Capt|Captain|Major|Col|Colonel|Lt|Sgt|PC|PCSO|Alderman|Ald|County|District|Borough|Parish|Vice|The|"
    r"Right|Honourable)\.?"
)
_PARTICLES = frozenset(
    {
        "de", "da", "di", "du", "del", "della", "der", "den", "van", "von", "bin", "al", "el", "la", "le",
        "ten", "ter", "y", "mac", "o'",
    }
)  # fmt: skip
_TITLE = re.compile(rf"{_TITLES}\s+")
_NAME_WORD = re.compile(r"(?:[^\W\d_][\w'\u2019\u02bc.-]*|[^\W\d_]\.)")
_ROLE_WORDS = (
    r"chair(?:man|woman|person)?|vice[- ]chair(?:man|woman|person)?|deputy|secretary|secretariat|clerk|"
    r"treasurer|minutes?|notes?|"
    r"minute[- ]taker|note[- ]taker|director|manager|officer|lead|head|minister|councillor|member|"
    r"observer|adviser|advisor|trustee|"
    r"executive|chief|president|professor|co-ordinator|coordinator|administrator|assistant|analyst|"
    r"consultant|partner|counsel|"
    r"representative|rep|governor|warden|auditor|engineer|nurse|doctor|registrar|dean|principal|"
    r"commissioner|inspector|sergeant|"
    r"superintendent|ceo|cfo|coo|cto|cio|editor|curator|librarian|scientist|fellow|apprentice|intern|host|"
    r"facilitator|presenter|"
    r"ex officio|designate|acting|interim|specialist|architect|surveyor|solicitor|planner|spokesperson|spokesman|owner"
)
_ROLE = re.compile(rf"\b(?:{_ROLE_WORDS})s?\b", re.IGNORECASE)
_CHAIR = re.compile(
    r"(?<!vice )(?<!vice-)(?<!deputy )(?<!former )\b(?:co-)?chair(?:man|woman|person|"
    r"ing)?\b(?! of the\b(?! (?:board|meeting|committee|group|panel)))",
    re.IGNORECASE,
)
_NOTE_TAKER = re.compile(
    r"\b(?:minutes|notes|minute[- ]taker|note[- ]taker|minute secretary|minutes secretary|notetaker|"
    r"taking (?:notes|minutes))\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:items?|minutes?|agenda|from|until|till|part|to|for)\b[^)]{0,40}\d|\b(?:arrived|left|joined|"
    r"part of|part-time|part meeting)\b",
    re.IGNORECASE,
)
_DIALLED = re.compile(
    r"\b(?:by|via|on) (?:phone|telephone|teams|zoom|skype|webex|video|vc|tc|dial[- ]in|teleconference|"
    r"conference call)\b|\bdial(?:led|ing|s)?[- ]in\b|\b(?:remote(?:ly)?|virtual(?:ly)?|online)\b",
    re.IGNORECASE,
)
_DEPUTY_FOR = re.compile(
    r"\b(?:deputising|deputizing|substitut(?:e|ing)|standing in|on behalf|representing|"
    r"deputy)\b(?: in place)?(?: of)? (?:for |of )?(?P<who>[A-Z].*)",
    re.IGNORECASE,
)
_ORGANISATIONS = re.compile(
    r"\b(?:council|office|ministry|department|board|team|group|ltd|limited|plc|llp|university|college|"
    r"school|trust|hospital|service|services|agency|"
    r"association|authority|institute|institution|society|commission|committee|foundation|union|police|"
    r"nhs|bbc|centre|center|company|"
    r"network|government|govt|uk|library|libraries|borough|county|district|parish|federation|partnership|"
    r"support|systems|solutions|consulting|bureau|directorate|division|section|unit|panel|forum|"
    r"parliament|assembly|assemblies|museum|archives?|"
    r"international|national|survey|charity|data|open|digital|labs?|media|news|radio|transport|health|housing|"
    r"ordnance|cabinet|treasury|registry|members?|attendees?|officials?|apologies|public|press|vacancy|"
    r"vacant|quorum|none|nil)\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:,\s+|\s[\u2013\u2014-]+\s+|[\u2013\u2014]\s*|(?<=\w)-\s+|:\s+|\t+|\s{2,})\s*")
_BRACKET = re.compile(r"[(\[](?P<inside>[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)?)[)\]]?")
_MOST_NAME_WORDS = 5
_LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What a line of an attendance says of one person."""

    name: str
    initials: str = ""
    role: str = ""
    organisation: str = ""
    mode: Mode | None = None
    deputising_for: str = ""
    notes: tuple[str, ...] = field(default=())

    @property
    def capacity(self) -> Capacity | None:
        """The capacity that the post itself tells, whatever group the person stands in."""
        if _CHAIR.search(self.role):
            return Capacity.CHAIR
        return Capacity.NOTE_TAKER if _NOTE_TAKER.search(self.role) else None


@lru_cache(maxsize=LINES_REMEMBERED)
def read_person(text: str) -> Person | None:
    """Read ``Name (AB), post, organisation`` in any of its layouts; ``None`` where no name begins the text."""
    asides = list(_asides(text)) if len(text) <= _LONGEST else []
    if not asides or asides[0].is_bracket:
        return None
    name, post = asides[0].words, ""
    if not is_name(name):
        name, post = _cut_at_post(name) or ("", "")
    if not name:
        return None
    person = _with_post(Person(name=name), post) if post else Person(name=name)
    for aside in asides[1:]:
        person = _with_aside(person, aside)
    return person


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aside:
    """One stretch of a line of the attendance: the name, and what stands after it."""

    words: str
    is_bracket: bool


def _asides(text: str) -> Iterator[_Aside]:
    cursor = 0
    for bracket in _BRACKET.finditer(text):
        yield from _pieces(text[cursor : bracket.start()])
        yield _Aside(words=bracket["inside"].strip(), is_bracket=True)
        cursor = bracket.end()
    yield from _pieces(text[cursor:])


def _pieces(text: str) -> Iterator[_Aside]:
    for piece in _SEPARATOR.split(text):
        if words := piece.strip(" .;:*,\u2013\u2014-"):
            yield _Aside(words=words, is_bracket=False)


def is_name(text: str) -> bool:
    """Whether words are written as a person's name is: two to five words in capitals, none of an organisation."""
    words = _untitled(text).split()
    has_title = len(words) < len(text.split())
    if not (1 <= len(words) <= _MOST_NAME_WORDS) or (len(words) == 1 and not has_title):
        return False
    if _ORGANISATIONS.search(" ".join(words)) or _ROLE.search(" ".join(words)):
        return False
    return all(map(_is_name_word, words)) and words[-1][0].isupper() and not _all_caps(words)


def _all_caps(words: list[str]) -> bool:
    """Whether the words are a heading in capitals rather than a name."""
    return len(words) > 2 and all(word.isupper() for word in words)  # noqa: PLR2004


def _is_name_word(word: str) -> bool:
    if word.lower() in _PARTICLES:
        return True
    return bool(_NAME_WORD.fullmatch(word)) and word[0].isupper()


def _untitled(text: str) -> str:
    while match := _TITLE.match(text):
        text = text[match.end() :]
    return text


def _cut_at_post(text: str) -> tuple[str, str] | None:
    """Split ``Alice Perkins Chairman`` where the post begins: after the first two words that can be a name."""
    words = text.split()
    titles = len(words) - len(_untitled(text).split())
    for length in (titles + 2, titles + 3):
        name, post = " ".join(words[:length]), " ".join(words[length:])
        if post and _ROLE.search(post) and is_name(name) and post[0].isupper():
            return name, post
    return None


def _with_aside(person: Person, aside: _Aside) -> Person:
    """Add what a bracket, or a piece after the name, says: its kind is told by its words."""
    words = aside.words
    first, dash, rest = words.partition(" - ")
    if aside.is_bracket and not person.initials and is_initials_of(first, person.name):
        person = replace(person, initials=first)
        return _with_aside(person, _Aside(words=rest, is_bracket=True)) if dash else person
    if _DIALLED.search(words) and len(words.split()) < _MOST_NAME_WORDS:
        return replace(person, mode=Mode.DIALLED_IN, notes=(*person.notes, words))
    if _PART.search(words) and (aside.is_bracket or not _ROLE.search(words)):
        return replace(person, notes=(*person.notes, words))
    return _with_standing(person, aside)


def _with_standing(person: Person, aside: _Aside) -> Person:
    """Add whom a person stands in for, a short form of the organisation, or a post."""
    words = aside.words
    deputy = _DEPUTY_FOR.fullmatch(words)
    if deputy and is_name(deputy["who"]):
        return replace(person, deputising_for=deputy["who"])
    if aside.is_bracket and person.organisation and words.isalpha() and not _ROLE.search(words):
        return replace(person, organisation=f"{person.organisation} ({words})")
    return _with_post(person, words) if words else person


def _with_post(person: Person, words: str) -> Person:
    """Add a post, an organisation, or both: the last piece that names an organisation is one."""
    pieces = [piece for piece in words.split(", ") if piece]
    if not _ROLE.search(words):
        return replace(person, organisation=_both(person.organisation, words))
    if len(pieces) > 1 and not _ROLE.search(pieces[-1]) and _ORGANISATIONS.search(pieces[-1]):
        person = replace(person, organisation=_both(person.organisation, pieces.pop()))
    return replace(person, role=_both(person.role, ", ".join(pieces)))


def _both(one: str, other: str) -> str:
    return ", ".join(filter(None, (one, other)))


def is_initials_of(words: str, name: str) -> bool:
    """Whether letters are the initials that a paper gives a name: ``AB``, ``JTe``, ``BO'M``, ``RGr``."""
    letters = "".join(filter(str.isalpha, fold(words).text))
    if not (2 <= len(letters) <= 5) or not words[:1].isupper() or " " in words.strip():  # noqa: PLR2004 - few have more
        return False
    parts = [part for part in re.split(r"[\s'\u2019-]+", _untitled(fold(name).text)) if part]
    if not parts or letters[0].lower() != parts[0][0].lower():
        return False
    last = parts[-1][0].lower()
    return last in letters[1:].lower() and _is_subsequence(letters.lower(), "".join(parts).lower())


def _is_subsequence(letters: str, text: str) -> bool:
    rest: Iterator[str] = iter(text)
    return all(letter in rest for letter in letters)
