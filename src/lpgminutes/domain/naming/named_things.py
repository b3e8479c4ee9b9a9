"""Names that are no person's: of streets and places, of bodies and their parts, of posts, told by their last word."""

from lpgminutes.domain.capture.known_people import has_title
from lpgminutes.domain.folding import folded
from lpgminutes.domain.naming.forenames import FORENAMES
from lpgminutes.domain.naming.no_names import NO_NAME, NO_PERSON
from lpgminutes.domain.naming.short_names import other_forms

_OF_BODIES = """
    agency alliance assembly association authority board branch bureau cabinet centre club college commission committee
    company consortium constabulary consultancy council department directorate division executive federation firm forum
    foundation group hospital institute limited llp ltd ministry network office officers panel parliament partnership
    plc police practice residents school secretariat section services society subcommittee team tenants trust trustees
    union unit university
"""
_OF_PLACES = """
    avenue bridge close corner court crescent drive estate farm field fields gardens green grove hall heath hill house
    lane lodge mews mill park place quay road row square station street terrace view village walk way wharf wood yard
"""
_SURNAMES_TOO = frozenset({"branch", "school", "union"})
_BODIES, _PLACES = frozenset(_OF_BODIES.split()), frozenset(_OF_PLACES.split())


def is_named_thing(name: str) -> bool:
    """Whether words in capitals name a place or a body: ``Mill Lane``, ``Highways Team``; ``Tom Lane`` is a person."""
    words = folded(name).removeprefix("the ").split()
    if len(words) <= 1 or has_title(name):
        return False
    return words[-1] in _BODIES or (words[-1] in _PLACES and not _is_forename(words[0].partition("-")[0]))


def is_named_post(name: str) -> bool:
    """Whether words in capitals name a post, or those who hold it: ``Company Secretary``, ``Service Managers``."""
    words = folded(name).split()
    if len(words) <= 1 or _is_forename(words[0]) or has_title(name):
        return False
    return _is_one_of(words[-1], NO_PERSON) and all(_is_one_of(word, NO_NAME) for word in words)


def is_named_body(name: str) -> bool:
    """Whether words in capitals name a body: ``Kestrel Group``.

    Not what has a forename: ``Ann Board`` and ``Sam Trust`` are somebody.
    """
    words = folded(name).removeprefix("the ").split()
    if len(words) <= 1 or _is_forename(words[0]) or has_title(name):
        return False
    return words[-1] in _BODIES - _SURNAMES_TOO


def is_nobodys_name(name: str) -> bool:
    """Whether words in capitals are no person: a body or a post.

    Not a place, for ``Jocelyn Green`` and ``Dave Hill`` are somebody.
    """
    return is_named_body(name) or is_named_post(name.removeprefix("The "))


def _is_forename(word: str) -> bool:
    """Whether people are called this, in full or for short: ``Sam``."""
    return word in FORENAMES or bool(other_forms(word))


def _is_one_of(word: str, words: frozenset[str]) -> bool:
    return not words.isdisjoint((word, word.removesuffix("s"), f"{word}s"))
