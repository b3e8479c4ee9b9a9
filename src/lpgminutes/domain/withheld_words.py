"""The words that spans withhold, with their places: for checks and register, never to print."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from lpgminutes.domain.document import Mark, MinutesDocument, Place, Text, Words
from lpgminutes.domain.folding import fold
from lpgminutes.domain.locating import Located
from lpgminutes.domain.naming.names import is_ordinary_word
from lpgminutes.domain.redaction import Span
from lpgminutes.domain.withholding import Rule

_SIGNS_AROUND = " \n\t,.;:!?()[]'\"\u2018\u2019\u201c\u201d\u2013\u2014-"


def withheld_words(document: MinutesDocument, spans: Iterable[Span]) -> Counter[tuple[str, Place]]:
    """Return the words behind each span with their places."""
    texts = {text.place: text for text in document.texts()}
    words: Counter[tuple[str, Place]] = Counter()
    for span in spans:
        for part in _parts(texts[span.place], span):
            words[(part, span.place)] += 1
    return words


def words_by_rule(document: MinutesDocument, located: Located) -> Iterator[tuple[int, Rule, str, Place]]:
    """Yield the number of each rule, from 1, with the rule and every stretch of words that it withholds."""
    texts = {text.place: text for text in document.texts()}
    for number, (rule, spans) in enumerate(located.rules, start=1):
        for span in spans:
            for words in _parts(texts[span.place], span):
                yield number, rule, words, span.place


def bare_words(words: str) -> str:
    """Return words without the signs around them, which elsewhere they may stand without: brackets, quotes, stops."""
    return words.strip(_SIGNS_AROUND)


def is_word_of_a_name(words: str) -> bool:
    """Whether words that go as a form of a name tell it wherever they stand, and are no ordinary word."""
    return not is_ordinary_word(re.sub(r"'[sS]?\Z", "", fold(bare_words(words)).text))


def _parts(text: Text, span: Span) -> Iterator[str]:
    cursor = 0
    for segment in text.segments:
        width = 1 if isinstance(segment, Mark) else len(segment.text)
        if isinstance(segment, Words):
            part = segment.text[max(span.start - cursor, 0) : max(span.end - cursor, 0)].strip(" ,")
            if part:
                yield part
        cursor += width
