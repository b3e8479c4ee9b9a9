"""Whose mailbox an address is: the local parts that bodies make from a name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lpgminutes.domain.naming.names import Name, is_initial, is_ordinary_word
from lpgminutes.domain.naming.short_names import other_forms

_LOCAL_PART = re.compile(r"[\w.'+&-]++(?=@)")
_PARTICLE = 2
"""Letters of a word in a surname that is no name by itself: ``de``."""
_SURE = 3
"""Letters of what somebody is called from which it tells with one letter of the surname, ``robt``; and of initials."""
_PIECES = re.compile(r"[^\W\d_]+")


def local_parts(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each stretch before an @ with its words, on folded text."""
    if "@" in text:
        for match in _LOCAL_PART.finditer(text):
            yield match.start(), match.end(), match.group().lower()


def names_alone(local: str, name: Name) -> bool:
    """Whether a local part can be made from this name: ``margaret.ellwood2``, ``m.ellwood-ext``."""
    return not _runs(local).isdisjoint(_whole_forms(name))


def names_called(local: str, name: Name) -> bool:
    """Whether a local part can be made from what people of the forename are called: ``bob.ellwood``, ``bobe``."""
    called = other_forms(_squeezed(name.forename)) if name.forename else frozenset()
    lasts = _last_names(name)
    forms = {form for short in called for last in lasts for form in (short + last, last + short)}
    with_letter = {short + last[:1] for short in called if len(short) >= _SURE for last in lasts}
    return not _runs(local).isdisjoint(forms) or _squeezed(local) in with_letter


def has_initials_of(local: str, name: Name) -> bool:
    """Whether a local part is nothing but the initials of three names or more: ``fht`` for ``Ffion Haf Tudor``."""
    every = [name.forename, *name.middles, *re.split(r"[\s-]+", name.surname)]
    initials = "".join(word[0].lower() for word in every if word)
    return bool(name.forename) and len(initials) >= _SURE and local == initials


def names_in_part(local: str, parts: tuple[str, ...]) -> bool:
    """Whether a piece of a local part is a surname or a forename: ``ellwood@``, ``pip.margaret@``.

    An ordinary word is one only by itself: ``grant@`` may be a person, ``grant.enquiries@`` is not.
    """
    names = {_squeezed(part) for part in parts if not is_ordinary_word(part) or _squeezed(part) == _squeezed(local)}
    return not _runs(local).isdisjoint(names)


@lru_cache(maxsize=1024)
def _runs(local: str) -> frozenset[str]:
    """Return the pieces between dots and digits, and the neighbours among them put together."""
    pieces = _PIECES.findall(local)[:10]
    ends = range(1, len(pieces) + 1)
    return frozenset("".join(pieces[start:end]) for end in ends for start in range(end))


@lru_cache(maxsize=1024)
def _whole_forms(name: Name) -> frozenset[str]:
    if not name.forename:
        return frozenset({_squeezed(name.surname)})
    first, initial = _squeezed(name.forename), name.forename[0].lower()
    middle = "".join(middle[0].lower() for middle in name.middles)
    lasts = _last_names(name)
    firsts = {initial, initial + middle, first, first + middle}
    forms = {form for f in firsts for last in lasts for form in (f + last, last + f)}
    if not is_initial(name.forename):
        forms |= {first + last[:1] for last in lasts}
    return frozenset({*forms, name.initials.lower()} - {""})


def _last_names(name: Name) -> list[str]:
    return [
        _squeezed(name.surname),
        *(_squeezed(word) for word in re.split(r"[\s-]+", name.surname) if len(word) > _PARTICLE),
        *map(_squeezed, name.besides),
    ]


def _squeezed(part: str) -> str:
    return "".join(_PIECES.findall(part.lower()))
