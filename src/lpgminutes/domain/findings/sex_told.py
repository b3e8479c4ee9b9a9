"""What tells a man from a woman beside a withheld person: ``he``, ``her``, ``maternity``."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from lpgminutes.domain.document import MarkKind, MinutesDocument, Place, Text
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.folding import fold
from lpgminutes.domain.naming.named_things import is_nobodys_name
from lpgminutes.domain.naming.names import Name
from lpgminutes.domain.open_text import MARK, with_marks

_TO_THE_STOP = re.compile(r"[^.!?]+(?:\.(?=[\da-z])[^.!?]+)*")
"""A sentence; the point of a figure ends none, nor does one with a small letter right behind it."""
_MEN, _WOMEN = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_OTHER_WORDS = "husband|wife|maternity|paternity|chairwoman|madam|lady|gentleman"
"""No ``Chairman``: many a body calls whoever takes the chair that."""
_TELLS_SEX = re.compile(rf"\b(?:{'|'.join(sorted(_MEN | _WOMEN))}|{_OTHER_WORDS})\b", re.IGNORECASE)
_ABOUT_PEOPLE = (
    "minutes.text", "points.text", "actions.text", "decisions.text", "declarations.nature", "approval.correction",
)  # fmt: skip
_MARKS = re.compile(MARK)
_TITLED = r"(?<![^\W_])(?:Lord|Lady|Sir|Dame|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllr|Councillor|Revd|Rev)\.?\s[A-Z]"
"""Somebody with a title, of whom nothing else is known."""


@dataclass(slots=True)
class _Told:
    """The first word that tells it, and every place where one does."""

    text: str
    places: dict[Place, None] = field(default_factory=dict)


def sex_told(copy: MinutesDocument, people: Iterable[Name]) -> Iterator[Finding]:
    """Yield what tells a man from a woman beside a withheld person, or in the sentence after: a finding for each sex.

    ``people`` are those who stay open: a word behind one of their names speaks of them.
    """
    found: dict[str, _Told] = {}
    others = _named(people)
    label: Text | None = None
    for text in copy.texts():
        if text.place.field.endswith(".label"):
            label = text
        elif text.place.field.startswith(_ABOUT_PEOPLE):
            is_labelled = label is not None and label.place == _label_of(text) and _holds_a_person(label)
            words = (MARK if is_labelled else "") + fold(with_marks(text, MarkKind.PERSON)).text
            for told in _sex_words(words, others) if is_labelled or _holds_a_person(text) else ():
                found.setdefault(_sex_of(told), _Told(told)).places.setdefault(text.place)
    for each in found.values():
        yield Finding(
            kind=FindingKind.PERSON_DESCRIBED,
            severity=Severity.NOTE,
            text=each.text,
            places=tuple(each.places),
            explanation="Words like this stand beside a withheld person and tell whether that is a man or a woman; "
            "where few were there, that may be enough. If it is, withhold them with the name.",
        )


def _sex_of(word: str) -> str:
    low = word.lower()
    return "he" if low in _MEN else "she" if low in _WOMEN else low


def _named(people: Iterable[Name]) -> re.Pattern[str]:
    """Return what finds somebody who stays open, by forename, surname or initials."""
    persons = [name for name in people if not is_nobodys_name(name.full)]
    forms = {form for name in persons for form in (*name.given_words, *name.own_initials, name.initials)}
    telling = sorted((form for form in forms if len(form) > 1 and form[0].isupper()), key=len, reverse=True)
    return re.compile("|".join(filter(None, (_TITLED, _as_words(telling)))))


def _as_words(forms: Sequence[str]) -> str:
    return rf"(?<![^\W_])(?:{'|'.join(map(re.escape, forms))})(?![^\W_])" if forms else ""


def _sex_words(words: str, others: re.Pattern[str]) -> Iterator[str]:
    """Yield the first telling word of each sentence that speaks of a withheld person, or follows one that does."""
    was_withheld = was_other = False
    for sentence in _TO_THE_STOP.findall(words):
        marks = [match.start() for match in _MARKS.finditer(sentence)]
        named = [match.start() for match in others.finditer(sentence)]
        for told in _TELLS_SEX.finditer(sentence) if marks or was_withheld else ():
            behind_mark, behind_other = _last_before(told.start(), marks), _last_before(told.start(), named)
            is_of_nobody_yet = behind_mark == behind_other
            if behind_mark > behind_other or (is_of_nobody_yet and (was_withheld or (marks and not was_other))):
                yield told.group()
                break
        was_withheld, was_other = bool(marks), bool(named)


def _last_before(at: int, places: Sequence[int]) -> int:
    """Return the last of some places, in their order, that lies before one; -1 where none does."""
    before = bisect_left(places, at)
    return places[before - 1] if before else -1


def _label_of(text: Text) -> Place:
    return replace(text.place, field=text.place.field.replace(".text", ".label"))


def _holds_a_person(text: Text) -> bool:
    return any(MarkKind.PERSON in mark.kinds for mark in text.marks)
