"""The due phrase in a sentence of minutes: what follows a cue."""

from lpgminutes.domain.due_dates import DueKind, FoundDue
from lpgminutes.domain.due_phrases.lexer import Token, plain, tokens_of
from lpgminutes.domain.due_phrases.reading import LONGEST, read_phrase
from lpgminutes.domain.due_phrases.reckoning import Moment

_LONGEST_RUN = 14
"""A due phrase has no more words than this."""
_CUES = frozenset("pb")


def find_phrase(sentence: str, moment: Moment) -> FoundDue | None:
    """Return the last due phrase that a cue opens."""
    tokens = tokens_of(plain(sentence))
    for at in range(len(tokens) - 1, -1, -1):
        found = _from(sentence, tokens, at, moment) if tokens[at].letter in _CUES else None
        if found:
            return found
    return None


def _from(sentence: str, tokens: list[Token], at: int, moment: Moment) -> FoundDue | None:
    """Return the longest phrase from a cue on that can be read."""
    start = tokens[at].start
    for last in range(min(len(tokens), at + _LONGEST_RUN) - 1, at, -1):
        end = tokens[last].end
        reading = read_phrase(sentence[start:end], moment)
        if reading.kind is not DueKind.UNREAD and end - start <= LONGEST:
            return FoundDue(start=start, end=end, reading=reading)
    return None
