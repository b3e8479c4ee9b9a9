"""Due phrases as British offices write them: a lexicon, shapes of words, and a family of readers for each kind."""

from lpgminutes.domain.due_phrases.finding import find_phrase
from lpgminutes.domain.due_phrases.policy import FAMILIES
from lpgminutes.domain.due_phrases.reading import read_phrase, settled
from lpgminutes.domain.due_phrases.reckoning import Moment
from lpgminutes.domain.due_phrases.searching import NOT_PLAIN

__all__ = ["FAMILIES", "NOT_PLAIN", "Moment", "find_phrase", "read_phrase", "settled"]
