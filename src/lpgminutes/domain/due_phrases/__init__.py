"""Due phrases as British offices write them: a lexicon, shapes of words, and a family of readers for each kind."""

from lpgminutes.domain.due_phrases.finding import find_phrase
from lpgminutes.domain.due_phrases.policy import FAMILIES
from lpgminutes.domain.due_phrases.reading import read_phrase
from lpgminutes.domain.due_phrases.reckoning import Moment

__all__ = ["FAMILIES", "Moment", "find_phrase", "read_phrase"]
