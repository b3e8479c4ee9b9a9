"""Somebody of the register who is not at the meeting: which words can mean that person, and which are another's."""

import re
from collections.abc import Iterable, Iterator, Mapping

from lpgminutes.domain.document import Place
from lpgminutes.domain.folding import fold
from lpgminutes.domain.naming.forenames import FORENAMES
from lpgminutes.domain.naming.names import Name, words_of
from lpgminutes.domain.naming.no_names import NO_NAME
from lpgminutes.domain.naming.ordinary_names import MONTHS
from lpgminutes.domain.naming.short_names import other_forms
from lpgminutes.domain.suggesting.suggestion import Stretch

_WORD = r"[^\W\d_]+(?:['-][^\W\d_]+)*"
_WORDS = re.compile(_WORD)
_POSSESSIVE = re.compile(r"'[sS]?\Z")
_BEFORE = re.compile(rf"(?P<word>{_WORD}) \Z")
_AFTER = re.compile(rf" (?P<word>{_WORD})")
_NEAR = 40
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def is_forename(word: str) -> bool:
    """Whether people are called this, in full or for short."""
    return word.lower() in FORENAMES or bool(other_forms(word))


def is_alone(stretch: Stretch) -> bool:
    """Whether a stretch is one word of a name and nothing else: no title, no initial, no other name."""
    return len(_WORDS.findall(_POSSESSIVE.sub("", fold(stretch.text).text))) == 1


def meant(stretches: Iterable[Stretch], texts: Mapping[Place, str], name: Name) -> Iterator[Stretch]:
    """Yield the stretches that can mean somebody who is not there.

    One word of the name can, with its capital; not within another name: ``David Evans`` is no David Llewellyn,
    ``Thomson Reuters`` no Steve Thomson, ``ED`` no Ed.
    """
    for stretch in stretches:
        words = texts[stretch.place]
        before, after = words[max(stretch.start - _NEAR, 0) : stretch.start], words[stretch.end : stretch.end + _NEAR]
        is_mailbox = after.startswith("@")
        if is_mailbox or not is_alone(stretch) or _can_stand_alone(stretch.text, before, after, name):
            yield stretch


def _can_stand_alone(written: str, before: str, after: str, name: Name) -> bool:
    word = _POSSESSIVE.sub("", fold(written).text)
    if word in {name.full, name.initials, *name.possible_initials}:
        return True
    is_in_capitals = word.isupper() and not (before + after).isupper()
    return word[0].isupper() and not is_in_capitals and not _is_of_another(word, before, after, name)


def _is_of_another(word: str, before: str, after: str, name: Name) -> bool:
    """Whether the word before or behind makes it the name of somebody or something else."""
    behind = _AFTER.match(after)
    if behind is not None and _is_a_name(behind["word"]) and not name.surname.startswith(behind["word"]):
        return True
    ahead = _BEFORE.search(before)
    is_surname = word.lower() in {part.lower() for part in words_of(name.surname)}
    return is_surname and ahead is not None and ahead["word"][0].isupper() and is_forename(ahead["word"])


def _is_a_name(word: str) -> bool:
    is_written_as_one = word[0].isupper() and (len(word) == 1 or not word.isupper())
    return is_written_as_one and word.lower() not in NO_NAME | DAYS | MONTHS
