"""The standing body of a paper that names it only in its title: one that is known, or a new one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from lpgminutes.domain.meetings import Series
from lpgminutes.domain.naming.near_words import index_of, misspelt

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to", "with"})
_COMMON = _SMALL | {"board", "committee", "council", "forum", "group", "meeting", "minutes", "panel", "sub", "team"}
"""Words that tell no body from another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessedBody:
    """The body that a paper is of, as far as its title tells."""

    series: Series
    told: str = ""
    """What a person should know of it, in a sentence that quotes nothing of the paper; empty without a doubt."""


def guessed_body(read: Series, known: Sequence[Series]) -> GuessedBody:
    """Return the known body that a title names, else a new one, under a short name that no other body has.

    Capitals alone are not enough: ``pc`` is a planning committee, a personnel committee and a parish council.
    """
    words = _words(read.name)
    same = [body for body in known if words in (_words(body.name), (body.short_name.casefold(),))]
    if len(same) == 1:
        return GuessedBody(series=replace(read, short_name=same[0].short_name, name=same[0].name))
    namesake = next((body for body in known if body.short_name.casefold() == read.short_name.casefold()), None)
    if namesake is None or _may_be_one(namesake, read):
        return GuessedBody(series=read)
    new = replace(read, short_name=_free(read.short_name, known))
    return GuessedBody(
        series=new,
        told=f"{namesake.short_name} is the short name of {namesake.name!r}, and the title names another body: it is "
        f"{new.short_name}. Another short name can be given as the file is brought in.",
    )


def _may_be_one(known: Series, read: Series) -> bool:
    """Whether two names of the same capitals may be one name: one only adds words, or words are misspelt.

    The north and the new area committee share most of their words, and are two.
    """
    one, other = (_words(series.name) for series in (known, read))
    if one == (known.short_name.casefold(),):
        return True
    fewer, more = sorted(({*one} - _COMMON, {*other} - _COMMON), key=len)
    near = index_of(more - fewer)
    return not fewer.isdisjoint(more) and all(misspelt(word, near) for word in fewer - more)


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(name.casefold()) if word not in _SMALL)


def _free(short_name: str, known: Sequence[Series]) -> str:
    taken = {body.short_name.casefold() for body in known}
    return next(name for name in _numbered(short_name) if name.casefold() not in taken)


def _numbered(short_name: str) -> Iterator[str]:
    return (f"{short_name}{number}" for number in count(2))
