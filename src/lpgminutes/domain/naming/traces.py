"""What every form of a name leaves in a text: looked for first, for it tells at once that most texts name nobody."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from lpgminutes.domain.naming.names import Name, is_initial, words_of
from lpgminutes.domain.naming.short_names import other_forms

_TAIL = 4
_LEAST_CALLED = 3
"""Letters of what somebody is called, from which a mailbox has it with one letter of the surname."""
_RUN = re.compile(r"[^\W_]+")
_PREFIX = re.compile(r"\A(?:ma?c|[od])(?=[^\W_])")
_GAPS = re.compile(r"[\s.-]+")
_LONE_LETTER = re.compile(r"\s[^\Wa-z](?!\w)|\\")
"""What a form with the forename alone has beside it: ``Margaret E.``, or the stroke of an account."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What a form of a name has one of, in small letters: ``brien`` of ``O'Brien``, ``kay`` of ``Mackay``."""

    own: tuple[str, ...]
    """Those that alone may name the person."""
    shared: tuple[str, ...]
    """Those of a forename that others have too: a text that has no other must be one that ``tells_apart``."""
    ends: tuple[str, ...]
    """The last letters of all: more is not kept in a mailbox, where any sign may part the letters."""

    def are_in(self, text: str, lower: str) -> bool:
        """Whether a folded text may name the person; ``lower`` is the same in small letters."""
        if "@" in text and any(end in lower for end in self.ends):
            return True
        for trace in self.own:
            if trace in lower:
                return True
        for trace in self.shared:
            if trace in lower:
                return tells_apart(text)
        return False


@lru_cache(maxsize=4096)
def traces_of(name: Name, parts: tuple[str, ...]) -> Traces:
    """Return the traces of a name of which some parts alone may mean the person."""
    last_names, ends = _last_names(name), _ends(name)
    if has_initial_for_surname(name) or not all(word[:1].isalnum() for word in last_names):
        return Traces(ends, (), ends)
    own = _traces([*last_names, *name.middles, *(word for part in parts for word in words_of(part))])
    return Traces(own, tuple(trace for trace in _traces(name.given_words) if trace not in own), ends)


def may_name(name: Name, lower: str) -> bool:
    """Whether a text in small letters can hold any form of a name but its initials."""
    traces = traces_of(name, ())
    return any(trace in lower for trace in (*traces.own, *traces.shared, *traces.ends))


def may_hold(part: str, lower: str) -> bool:
    """Whether a text in small letters can hold a part of a name; of a mere letter nothing can be said."""
    traces = _traces((part,))
    return not traces or any(trace in lower for trace in traces)


@lru_cache(maxsize=4096)
def tells_apart(text: str) -> bool:
    """Whether a folded text has what makes a name of a forename that several people have."""
    return _LONE_LETTER.search(text) is not None


@lru_cache(maxsize=4096)
def without_gaps(text: str) -> str:
    """Return a folded text without what may stand between initials."""
    return _GAPS.sub("", text)


@lru_cache(maxsize=4096)
def has_initial_for_surname(name: Name) -> bool:
    """Whether a surname is given by its letter alone: any word that begins with it may be that surname."""
    return any(map(is_initial, _last_names(name)))


def _last_names(name: Name) -> list[str]:
    return [word for part in (name.surname, *name.besides) for word in words_of(part)]


def _traces(words: Iterable[str]) -> tuple[str, ...]:
    """Return what is left of each word in whatever way its signs, and what may be a prefix, are written.

    In capitals any ``O`` may be one: ``O'BRIEN`` is a form of ``Obrien``, ``MCDONALD`` of ``Macdonald``.
    """
    runs = (_PREFIX.sub("", _last_run(word).lower()) for word in words if not is_initial(word))
    return tuple(dict.fromkeys(run if run.isascii() else run[-_TAIL:] for run in runs))


@lru_cache(maxsize=4096)
def _ends(name: Name) -> tuple[str, ...]:
    called = sorted(form for form in other_forms(name.forename) if len(form) >= _LEAST_CALLED)
    words = (*name.words, *called)
    return tuple(dict.fromkeys(_last_run(word)[-_TAIL:] for word in words if not is_initial(word)))


def _last_run(word: str) -> str:
    runs: list[str] = _RUN.findall(word)
    return runs[-1] if runs else word
