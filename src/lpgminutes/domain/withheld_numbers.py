"""Withheld numbers with the open words beside them: ``Ward 17`` where ``17`` is withheld and ``Ward`` can be read."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.open_text import MARK, with_marks
from lpgminutes.domain.redaction import Span
from lpgminutes.domain.sayings.number_words import TO_TWENTY

_NUMBER = re.compile(rf"\d{{1,3}}[A-Za-z]?|[A-H]|[IVX]{{1,4}}|(?i:{'|'.join(TO_TWENTY)})")
_BEFORE = re.compile(rf"(?P<near>[^\W\d_{MARK}][\w'-]*)(?P<space>[\s-])\Z")
_AFTER = re.compile(rf"[\s-](?P<near>[^\W\d_{MARK}][\w'-]*(?:\s[^\W\d_{MARK}][\w'-]*)?)")
_LONGEST_BEFORE = 30
_WORDS = """
    a about above after all also an and are as at be been before below between but by can could for from had has have
    he her his if in into is it its may more no nor not of off on only or our out over per she should since so some
    than that the their them then there these they this those to under until up upon was we were when where which who
    will with would
"""
_SMALL = frozenset(_WORDS.split())
"""Words that say nothing of what a number counts."""


def numbers_with_their_words(document: MinutesDocument, spans: Iterable[Span]) -> Iterator[tuple[str, Place]]:
    """Yield each withheld number with the word before it, and with one and two words behind it."""
    texts = {text.place: with_marks(text) for text in document.texts()}
    for span in spans:
        words = texts[span.place]
        number = words[span.start : span.end].strip()
        if _NUMBER.fullmatch(number):
            before = _BEFORE.search(words, max(span.start - _LONGEST_BEFORE, 0), span.start)
            if before and before["near"].lower() not in _SMALL:
                yield f"{before['near']}{before['space']}{number}", span.place
            if after := _AFTER.match(words, span.end):
                behind = list(takewhile(lambda word: word.lower() not in _SMALL, after["near"].split()))
                for length in range(1, len(behind) + 1):
                    yield f"{number} {' '.join(behind[:length])}", span.place
