"""What the open words around a mark imply: a nil, a man or a woman."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lpgminutes.domain.document import MarkKind, MinutesDocument, Place, Text
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.open_text import MARK, SENTENCE, prose, with_marks

_NIL = re.compile(r"\b(?:zero|nil|none|nought|no longer any)\b", re.IGNORECASE)
_FALLS_TO_MARK = re.compile(
    rf"\b(?:reduc|fall|fell|drop|decreas|cut|clos|shrink|shrank|bring|brought)\w*\s+(?:down\s+)?to\s+[\u00a3\"(]*{MARK}",
    re.IGNORECASE,
)
_TO_THE_STOP = re.compile(r"[^.!?]+(?:\.(?=\d)[^.!?]+)*")
_TELLS_SEX = re.compile(
    r"\b(?:he|she|him|his|her|hers|himself|herself|husband|wife|maternity|paternity|chair(?:wo)?man|madam|lady"
    r"|gentleman)\b",
    re.IGNORECASE,
)
_ABOUT_PEOPLE = (
    "minutes.text", "points.text", "actions.text", "decisions.text", "declarations.nature", "approval.correction",
)  # fmt: skip


def implied_nil(copy: MinutesDocument) -> Iterator[Finding]:
    """Yield a mark that something falls to, in a sentence that says that its cause fell to nothing."""
    for text in prose(copy):
        for words, _ in falling_to_nil(with_marks(text)):
            yield Finding(
                kind=FindingKind.VALUE_IMPLIED,
                severity=Severity.CHECK,
                text=words,
                places=(text.place,),
                explanation="The sentence says that one thing came to nothing, and what hangs on it falls to the "
                "withheld figure: a reader takes it for nil.",
            )


def falling_to_nil(words: str) -> Iterator[tuple[str, int]]:
    """Yield what falls to a mark, in a sentence that says of something that it came to nothing, and where it begins.

    ``words`` holds ``MARK`` for each mark.
    """
    for sentence in SENTENCE.finditer(words):
        falls = _FALLS_TO_MARK.search(sentence.group())
        if falls and _NIL.search(sentence.group()):
            yield falls.group().rstrip(f'{MARK}\u00a3"( '), sentence.start() + falls.start()


def sex_told(copy: MinutesDocument) -> Iterator[Finding]:
    """Yield what tells a man from a woman beside a withheld person, or in the sentence after."""
    label: Text | None = None
    for text in copy.texts():
        if text.place.field.endswith(".label"):
            label = text
        elif text.place.field.startswith(_ABOUT_PEOPLE):
            is_labelled = label is not None and label.place == _label_of(text) and _holds_a_person(label)
            words = (MARK if is_labelled else "") + with_marks(text)
            for told in _sex_words(words) if is_labelled or _holds_a_person(text) else ():
                yield Finding(
                    kind=FindingKind.PERSON_DESCRIBED,
                    severity=Severity.NOTE,
                    text=told,
                    places=(text.place,),
                    explanation="It stands beside a withheld person and tells whether that is a man or a woman; where "
                    "few were there, that may be enough.",
                )


def _sex_words(words: str) -> Iterator[str]:
    """Yield the first telling word of each sentence that holds a withheld person, or follows one that does."""
    is_spoken_of = False
    for sentence in _TO_THE_STOP.findall(words):
        is_named = MARK in sentence
        if (is_named or is_spoken_of) and (told := _TELLS_SEX.search(sentence)):
            yield told.group()
        is_spoken_of = is_named


def _label_of(text: Text) -> Place:
    return replace(text.place, field=text.place.field.replace(".text", ".label"))


def _holds_a_person(text: Text) -> bool:
    return any(MarkKind.PERSON in mark.kinds for mark in text.marks)
