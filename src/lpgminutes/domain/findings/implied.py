"""What the open words around a mark imply: a nil, a sum that can be worked out, a man or a woman."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lpgminutes.domain.document import MarkKind, MinutesDocument, Place, Text
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.locating import Located, withheld_words
from lpgminutes.domain.open_text import MARK, SENTENCE, prose, texts_of, with_marks

_NIL = re.compile(r"\b(?:zero|nil|none|nought|no longer any)\b", re.IGNORECASE)
_FALLS_TO_MARK = re.compile(
    rf"\b(?:reduc|fall|fell|drop|decreas|cut|clos|shrink|shrank|bring|brought)\w*\s+(?:down\s+)?to\s+[\u00a3\"(]*{MARK}",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:totals?|totall?ing|in all|altogether|sum|of which|compris\w+|made up|combined|overall)\b", re.IGNORECASE
)
_FIGURE = re.compile(r"(?<![\w.,])\u00a3?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?(?!\w|[.,]\d)")
_TO_THE_STOP = re.compile(r"[^.!?]+(?:\.(?=\d)[^.!?]+)*")
_TELLS_SEX = re.compile(
    r"\b(?:he|she|him|his|her|hers|himself|herself|husband|wife|maternity|paternity|chair(?:wo)?man|madam|lady"
    r"|gentleman)\b",
    re.IGNORECASE,
)
_ABOUT_PEOPLE = ("minutes.text", "points.text", "actions.text", "decisions.text", "declarations.nature")
_LEAST = 1000
"""Figures under ten, in hundredths, fit together by chance."""


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


def computable(original: MinutesDocument, copy: MinutesDocument, located: Located) -> Iterator[Finding]:
    """Yield withheld figures that the open figures of the same minute add up to, or leave over from a total."""
    hidden: dict[str, list[tuple[int, str]]] = {}
    for words, place in withheld_words(original, located.spans):
        for figure in _figures(words):
            hidden.setdefault(place.minute, []).append((figure, words))
    for item in copy.items:
        for minute in item.minutes:
            texts = list(texts_of(minute))
            words = " ".join(with_marks(text) for text in texts)
            if minute.number in hidden and _TOTAL.search(words):
                yield from _worked_out(hidden[minute.number], _figures(words), texts[0].place)


def _worked_out(hidden: Sequence[tuple[int, str]], open_figures: Sequence[int], place: Place) -> Iterator[Finding]:
    if len({figure for figure, _ in hidden}) != 1:
        return
    figure, words = hidden[0]
    total, rest = max(open_figures, default=0), sum(open_figures) - max(open_figures, default=0)
    is_left_over = len(open_figures) > 1 and total - rest == figure
    is_sum = len(open_figures) > 1 and total + rest == figure
    if figure >= _LEAST and (is_left_over or is_sum):
        yield Finding(
            kind=FindingKind.SUM_COMPUTABLE,
            severity=Severity.GIVES_AWAY,
            text=words,
            places=(place,),
            explanation="It can be worked out: "
            + (
                "the other figures of this minute leave it over from the total."
                if is_left_over
                else "it is the sum of the other figures of this minute."
            ),
        )


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


def _figures(words: str) -> list[int]:
    """Return the figures of a text in hundredths, so that pounds and pence add up."""
    return [
        int(whole.replace(",", "")) * 100 + int((pence or "0").ljust(2, "0")) for whole, pence in _FIGURE.findall(words)
    ]
