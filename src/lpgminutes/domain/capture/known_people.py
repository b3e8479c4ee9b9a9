"""Who is meant by what is typed: those present first, then the rest of the attendance, then the register."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from lpgminutes.domain.folding import folded
from lpgminutes.domain.naming.names import Name, parse_name, words_of
from lpgminutes.domain.naming.titles import TITLE
from lpgminutes.domain.people import Attendance, Person

_ROLE_WORDS = (
    "all chair chairman chairwoman chairperson deputy secretary secretariat clerk treasurer panel board committee "
    "group team members officers note-taker everyone"
)
_ROLES = frozenset(_ROLE_WORDS.split())
_NOBODY = frozenset({"nobody", "no-one", "no one", "none", "noone"})
_PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "who", "you", "this", "that"])
_INITIALS = re.compile(r"[A-Z](?:[A-Za-z]{0,2}[A-Z]){1,3}[a-z]?|[a-z]{2,4}")
_TITLES = re.compile(rf"\A(?:{TITLE})+(?=\S)")
"""``Cllr Amin`` and ``Mrs Firth`` mean those of that name."""
_LONGEST_NAME_IN_WORDS = 6


class Standing(Enum):
    """How a name that was typed stands to the meeting."""

    PRESENT = "present"
    AWAY = "in the attendance"
    """Named in the attendance, and not here: apologies, not yet come, left."""
    REGISTER = "in the register"
    NEW = "to be added"
    ROLE = "role"
    ORGANISATION = "organisation"
    AMBIGUOUS = "more than one"
    UNKNOWN = "not known"
    """Kept as typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody who can be named in a line."""

    name: str
    role: str = ""
    organisation: str = ""
    initials: str = ""
    standing: Standing

    def words(self) -> str:
        """Return the name with what tells it from another one."""
        told = ", ".join(filter(None, (self.role, self.organisation)))
        return f"{self.name} ({told})" if told else self.name


@dataclass(frozen=True, slots=True)
class _Entry:
    known: Known
    name: Name
    full: str
    parts: tuple[str, ...]
    """Every word of the name, and forename and surname whole, folded and small."""
    initials: frozenset[str]


class KnownPeople:
    """Everybody whom a line may name."""

    def __init__(self, attendance: Iterable[Attendance] = (), register: Iterable[Person] = ()) -> None:
        self.attendance = tuple(attendance)
        self.register = tuple(register)
        self._found: dict[tuple[str, bool], tuple[Known, ...]] = {}

    def complete(self, prefix: str, *, limit: int = 8) -> tuple[Known, ...]:
        """Return whom a beginning may mean, by any word of the name or by initials: those present first."""
        wanted = _typed(prefix)
        found = [entry for entry in self._entries if not wanted or _strength(entry, wanted, prefix.strip())]
        found.sort(key=lambda entry: -_strength(entry, wanted, prefix.strip()) if wanted else 0)
        found.sort(key=lambda entry: _NEARNESS[entry.known.standing])
        return tuple(entry.known for entry in found[:limit])

    def find(self, typed: str, *, beginnings: bool = False) -> tuple[Known, ...]:
        """Return whom a name means: nobody, one, or those between whom a person must choose.

        ``beginnings``: also the first letters of a name will do, as after an @.
        """
        key = typed.strip(), beginnings
        if key not in self._found:
            bare = _TITLES.sub("", key[0])
            self._found[key] = self._find(*key) or (self._find(bare, beginnings) if bare != key[0] else ())
        return self._found[key]

    def _find(self, typed: str, beginnings: bool) -> tuple[Known, ...]:  # noqa: FBT001 - as the key has it
        wanted = _typed(typed)
        if not wanted:
            return ()
        scored = [(entry.known, _strength(entry, wanted, typed)) for entry in self._entries]
        for accepted in _ACCEPTED if beginnings else _ACCEPTED[:1]:
            for standing in _NEARNESS:
                fitting = [(one, fit) for one, fit in scored if one.standing is standing and fit in accepted]
                best = max((fit for _, fit in fitting), default=0)
                if best:
                    return tuple(one for one, fit in fitting if fit == best)
        return ()

    def standing_of(self, typed: str) -> Standing:
        """Say what words are that name no person: a role, an organisation, or not known."""
        words = _typed(typed)
        bare = words.removeprefix("the ")
        if bare in self._organisations:
            return Standing.ORGANISATION
        if bare in self._roles or (bare and all(word in _ROLES for word in bare.split())):
            return Standing.ROLE
        return Standing.UNKNOWN

    def longest_at(self, text: str, start: int) -> tuple[int, Known] | None:
        """Return where the longest full name that begins at a place ends, and whose it is."""
        end = start
        best: tuple[int, Known] | None = None
        for count, match in enumerate(re.finditer(r"[^\s,;:!?()\[\]]+", text[start:])):
            if count >= _LONGEST_NAME_IN_WORDS or (count and match.start() + start != end + 1):
                break
            end = start + match.end()
            bare = text[start:end].rstrip(".")
            known = self._by_full_name.get(_typed(bare))
            if known is not None:
                best = start + len(bare), known
        return best

    @cached_property
    def _entries(self) -> tuple[_Entry, ...]:
        return tuple(self._unique_entries())

    def _unique_entries(self) -> Iterator[_Entry]:
        seen: set[str] = set()
        for known in self._everybody():
            entry = _entry(known)
            if entry.full and entry.full not in seen:
                seen.add(entry.full)
                yield entry

    def _everybody(self) -> Iterator[Known]:
        here = [one for one in self.attendance if one.is_here]
        for one in (*here, *(one for one in self.attendance if not one.is_here)):
            standing = Standing.PRESENT if one.is_here else Standing.AWAY
            initials = one.initials or next((p.initials for p in self.register if p.name == one.name), "")
            yield Known(
                name=one.name, role=one.role, organisation=one.organisation, initials=initials, standing=standing
            )
        for person in self.register:
            yield Known(
                name=person.name,
                role=person.role,
                organisation=person.organisation,
                initials=person.initials,
                standing=Standing.REGISTER,
            )

    @cached_property
    def _by_full_name(self) -> dict[str, Known]:
        return {entry.full: entry.known for entry in reversed(self._entries)}

    @cached_property
    def _organisations(self) -> frozenset[str]:
        return frozenset(_typed(entry.known.organisation) for entry in self._entries) - {""}

    @cached_property
    def _roles(self) -> frozenset[str]:
        return frozenset(_typed(entry.known.role) for entry in self._entries) - {""}


def is_nobody(typed: str) -> bool:
    """Whether words say that nobody is meant."""
    return _typed(typed) in _NOBODY


def has_title(typed: str) -> bool:
    """Whether words name somebody by a title: ``Cllr Hobbs`` is a person, known or not."""
    return _TITLES.match(typed) is not None and typed.rsplit(maxsplit=1)[-1][:1].isupper()


def is_pronoun(typed: str) -> bool:
    """Whether words point to somebody named before."""
    return _typed(typed) in _PRONOUNS


_NEARNESS = {Standing.PRESENT: 0, Standing.AWAY: 1, Standing.REGISTER: 2}
_WHOLE, _PART, _INITIALS_GIVEN, _BEGINNING = 4, 3, 2, 1
_ACCEPTED = (frozenset({_WHOLE, _PART, _INITIALS_GIVEN}), frozenset({_BEGINNING}))


def _entry(known: Known) -> _Entry:
    name = parse_name(known.name)
    parts = dict.fromkeys(
        part.lower()
        for whole in (name.forename, name.surname, *name.middles)
        for part in (whole, *words_of(whole))
        if part
    )
    own = {known.initials.replace(".", "").upper()} if known.initials else set(name.own_initials)
    return _Entry(
        known=known,
        name=name,
        full=_typed(known.name),
        parts=tuple(parts),
        initials=frozenset(own | ({name.initials.upper()} if name.initials else set())) - {""},
    )


def _strength(entry: _Entry, wanted: str, typed: str) -> int:
    """Say how well a name fits what was typed: whole, a part of it, its initials, its beginning, or not at all."""
    if wanted in {entry.full, _typed(entry.name.full)}:
        return _WHOLE
    if wanted in entry.parts:
        return _PART
    bare = typed.replace(".", "").replace(" ", "")
    if _INITIALS.fullmatch(bare) and bare.upper() in entry.initials:
        return _INITIALS_GIVEN
    words = wanted.split()
    if len(words) > 1:
        return _BEGINNING if entry.full.startswith(wanted) else 0
    return _BEGINNING if any(part.startswith(wanted) for part in (*entry.parts, entry.full)) else 0


def _typed(words: str) -> str:
    return " ".join(folded(words).split())
