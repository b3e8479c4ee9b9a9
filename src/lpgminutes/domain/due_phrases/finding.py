"""The due phrase in a sentence of minutes: what a cue opens, what stands behind the sentence, or what ends it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from lpgminutes.domain.due_dates import DueKind, DueReading, FoundDue
from lpgminutes.domain.due_phrases.lexer import Token, plain, shape_of, tokens_of
from lpgminutes.domain.due_phrases.reading import read_phrase
from lpgminutes.domain.due_phrases.reckoning import Moment
from lpgminutes.domain.due_phrases.words import UNKNOWN

_LONGEST_SENTENCE = 2000
"""Of a longer text only the end is searched: a deadline stands at the end of a sentence."""
_LONGEST_RUN = 14
"""A due phrase has no more words than this."""
_SOME = 2
"""The value of words that say that a meeting may be any: ``at a future meeting``."""
_HAPPENING = ("J", 1)
"""What a length of time may be counted from: ``within 20 working days of receipt``."""
_STRONG = 1
"""The value of a cue, or of words, that say of themselves when something is to be done."""
_NEVER_INSIDE = frozenset("JKIx)")
_LENGTH = r"(?:[nch]?N|[nch]|)[dtkwfmqy]|N[=~/-]Nk?[dwm]?|[dwm]/N|X|f"
_AMOUNT = re.compile(rf"N|Y|N[.]N|{_LENGTH}")
"""A number, a year or a length: an amount rather than a day (``up by 10``, ``late by two weeks``)."""
_WITHIN = re.compile(rf"(?:{_LENGTH})J?")
_NEAR = re.compile(r"R|[nh][wmqy]|Lh?[wmy]|E[nh]?[wmqyz]|s.*[MW].*|V|[nch]?N[dkwfmqy]|[nch][dkwfmqy]|f")
"""What may end a sentence without a cue."""
_NEXT_MEETING = re.compile(r"~?(?:[nc]N?I?|M|V)[U+]{0,7}P+(?:[NOWMY=]*|nw|an)")
_WHOLE = re.compile(r"[^U]*(?:U[U+_]*P[^U]*)?")
"""No unknown word, but in the name of a meeting."""
_BEHIND = re.compile(r"[^V]*[MWRQSHPX][^V]*|N=N=[NY]|N[.]N[.][NY]|Y-N-N|[EALDB]+[hn]?[wmqyz]|[hn][wmqyz]|V+|N[dkwm]")
_SENTENCE_ENDS = re.compile(r"[.!?;]\s|[\n•]")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_SAID_AS_MEETING = re.compile(r"meeting|mtg|\bagm\b|\bnext\b", re.IGNORECASE)
_PREPOSITIONS = frozenset({"for", "at", "to", "by", "in", "until", "within", "over", "on"})
_LEADING_ON = _PREPOSITIONS | {"the", "of", "a", "an", "during", "around", "about", "is", "that", "which", "my", "our"}
"""Words without a say in the day, after which more must follow."""
_LEADING_LETTERS = frozenset("~+/p,(b")
_MOST_BEHIND_DEADLINE = 5
_MOST_BETWEEN = 2
"""So many words may stand between a preposition and what it leads to: ``at the next``."""

_Allowed = Callable[[str], object]
"""Says of a shape whether it may be a due phrase where it stands."""


def find_phrase(sentence: str, moment: Moment) -> FoundDue | None:
    """Return the due phrase of a sentence: the first that a cue opens, else what stands behind it or ends it."""
    start = max(0, len(sentence) - _LONGEST_SENTENCE)
    found = _find(sentence[start:], moment)
    return replace(found, start=start + found.start, end=start + found.end) if found and start else found


def _find(sentence: str, moment: Moment) -> FoundDue | None:
    finder = _Finder(sentence, moment)
    ways = (finder.after_cues, finder.behind, finder.before_events, finder.at_meetings, finder.at_the_end)
    for way in ways:
        found = list(way())
        if found:
            return next((due for due in found if due.reading.kind is not DueKind.ASK), found[0])
    return None


class _Finder:
    """The ways in which a sentence says when something is due."""

    def __init__(self, sentence: str, moment: Moment) -> None:
        self._sentence = sentence
        self._text = plain(sentence)
        self._tokens = tokens_of(self._text)
        self._letters = "".join([token.letter for token in self._tokens])
        self._near = self._last_word() + 1 - _LONGEST_RUN
        """The first word that a phrase may begin with that reaches the end."""
        self._ends = [self._is_end(token, after) for token, after in pairwise(self._tokens)]
        self._moment = moment

    def after_cues(self) -> Iterator[FoundDue]:
        """Yield what follows ``by``, ``due``, ``no later than``, ``within``."""
        for at, token in enumerate(self._tokens):
            if token.letter == "p" and token.value == _STRONG:
                yield from self._from(at, lambda shape: not _AMOUNT.fullmatch(shape), self._is_no_agent)
            elif self._word(token) == "within" or token.letter == "X":
                yield from self._from(at, _WITHIN.fullmatch)
            if self._word(token) == "deadline":
                starts = range(at + 1, min(at + _MOST_BEHIND_DEADLINE, len(self._tokens)))
                yield from next(filter(None, (list(self._from(start, _BEHIND.fullmatch)) for start in starts)), [])

    def behind(self) -> Iterator[FoundDue]:
        """Yield what stands behind the sentence in brackets or after a dash: ``- 12/8``, ``(28 June)``."""
        ends_in_brackets = self._text.rstrip(" .").endswith((")", "]"))
        for at, token in enumerate(self._tokens):
            if at + 1 < self._near:
                continue
            if token.letter == "(" or (token.letter == "," and ends_in_brackets):
                yield from self._from(at + 1, _BEHIND.fullmatch, self._is_last)
            elif self._begins_a_sentence(at):
                yield from self._from(at, _BEHIND.fullmatch, self._is_last)
            elif token.letter == "~" and self._word(token) == "-":
                yield from self._from(at + 1, lambda s: _BEHIND.fullmatch(s) or s == "N=N", self._is_last)

    def before_events(self) -> Iterator[FoundDue]:
        """Yield what follows ``before`` and ``ahead of``; what is past is what the sentence is about."""
        for at, token in enumerate(self._tokens):
            if token.letter == "b" and self._word(token) != "pre":
                start = self._length_before(at)
                yield from self._from(start, lambda shape: not _AMOUNT.fullmatch(shape.lstrip("b")), self._is_ahead)

    def at_meetings(self) -> Iterator[FoundDue]:
        """Yield ``for the next meeting``, ``at the May Board``; another body's only where it ends the sentence."""
        for at, token in enumerate(self._tokens):
            start = self._preposition(at)
            some = token.letter == "V" and token.value == _SOME and start < at
            if some or token.letter in "nc" or (token.letter == "M" and self._sentence[token.start].isupper()):
                yield from self._from(start, _NEXT_MEETING.fullmatch, self._is_own_or_last)

    def at_the_end(self) -> Iterator[FoundDue]:
        """Yield words of time that end the sentence: ``within two weeks``, ``next week``, ``asap``."""
        for at, token in enumerate(self._tokens):
            if at >= self._near and token.letter != "_" and (token.letter != "V" or token.value == _STRONG):
                yield from self._from(self._preposition(at), _NEAR.fullmatch, self._is_last)

    def _from(
        self, at: int, allowed: _Allowed, accepted: Callable[[FoundDue], bool] = lambda _: True
    ) -> Iterator[FoundDue]:
        """Yield the longest phrase from a word on that can be read, if it is accepted."""
        for last in range(self._furthest(at), at - 1, -1) if at < len(self._tokens) else ():
            letters = self._letters[at : last + 1]
            leads_on = letters[-1] == "_" and self._word(self._tokens[last]) in _LEADING_ON
            if leads_on or not _is_whole(letters) or not allowed(shape_of(letters)):
                continue
            start, end = self._tokens[at].start, self._tokens[last].end
            reading = read_phrase(self._sentence[start:end], self._moment)
            if reading is None:
                continue
            found = FoundDue(start=start, end=end, reading=reading)
            if accepted(found):
                yield found
            return

    def _furthest(self, at: int) -> int:
        """Return the last word that may belong to a phrase: no further than its sentence or its brackets."""
        last = at
        while last + 1 < min(len(self._tokens), at + _LONGEST_RUN):
            token, after = self._tokens[last], self._tokens[last + 1]
            if after.letter in _NEVER_INSIDE and (after.letter, after.value) != _HAPPENING:
                break
            if (self._ends[last] and token.letter not in "MW") or (after.letter == "p" and after.value == _STRONG):
                break
            last += 1
        return last

    def _preposition(self, at: int) -> int:
        """Return where the phrase starts when the words that lead to it are taken in: ``at the``."""
        for start in range(at - 1, max(-1, at - 1 - _MOST_BETWEEN), -1):
            if self._word(self._tokens[start]) in _PREPOSITIONS:
                return start
            if self._tokens[start].letter != "_":
                break
        return at

    def _length_before(self, at: int) -> int:
        """Return where ``a week before`` starts, or ``the Friday before``."""
        start = at
        while start > 0 and self._tokens[start - 1].letter in "NdkwfmW" and at - start < _MOST_BETWEEN:
            start -= 1
        return start

    def _begins_a_sentence(self, at: int) -> bool:
        return at > 0 and self._ends[at - 1]

    def _is_end(self, token: Token, after: Token) -> bool:
        """Whether a sentence ends between two words."""
        return bool(_SENTENCE_ENDS.search(self._text, token.end, after.start + 1))

    def _last_word(self) -> int:
        """Return the last token that is more than a mark; -1 where there is none."""
        backwards = range(len(self._tokens) - 1, -1, -1)
        return next((at for at in backwards if _LETTER_OR_DIGIT.search(self._word(self._tokens[at]))), -1)

    def _word(self, token: Token) -> str:
        return self._text[token.start : token.end]

    def _is_last(self, found: FoundDue) -> bool:
        """Whether nothing but marks follows."""
        return not _LETTER_OR_DIGIT.search(self._text, found.end)

    def _is_ahead(self, found: FoundDue) -> bool:
        reading: DueReading = found.reading
        if reading.kind is DueKind.UNREAD:
            return False
        return not reading.choices or any(day >= self._moment.on for day in reading.choices)

    def _is_no_agent(self, found: FoundDue) -> bool:
        """Whether ``by the Board`` says when, and not by whom."""
        words = self._sentence[found.start : found.end]
        return found.reading.kind is not DueKind.MEETING or bool(_SAID_AS_MEETING.search(words))

    def _is_own_or_last(self, found: FoundDue) -> bool:
        inside = (token for token in self._tokens if found.start <= token.start < found.end)
        return self._is_last(found) or all(token.letter != "U" for token in inside)


def _is_whole(letters: str) -> bool:
    """Whether the words may stand as a phrase: none unknown but a meeting's name, and none that leads on."""
    if letters[-1] in _LEADING_LETTERS:
        return False
    return UNKNOWN not in letters or bool(_WHOLE.fullmatch(letters))
