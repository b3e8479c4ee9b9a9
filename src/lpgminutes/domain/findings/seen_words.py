"""Words that stand open and may be somebody's: where each stands, and whether it does as a name does."""

import re
from dataclasses import dataclass, field

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.naming.forms import title_before
from lpgminutes.domain.naming.sentence_signs import MINUTE_VERBS
from lpgminutes.domain.open_text import MARK
from lpgminutes.domain.searchable import Searchable

SURE = 6
"""Letters from which what is nearly a name can hardly be anything else."""
_AFTER_A_NAME = re.compile(rf"'[sS]?(?![^\W_])|\s+(?:{MINUTE_VERBS}|to|will|would|is|was|has|had)\b")
_BEHIND_A_MARK = f"{MARK} "
"""What is left of a name when its forename alone is withheld: ``[redacted] Elwood``."""
_WITHIN_A_SENTENCE = re.compile(r"(?:[^\W\d_A-Z]|[,;:&/(-]|(?<![^\W_])[A-Z]\.?)\s*\Z")


@dataclass(slots=True)
class SeenWord:
    """One word that stands open."""

    written: str = field(repr=False)
    places: dict[Place, None] = field(default_factory=dict)
    is_as_a_name: bool = False
    """Whether it ever stands as a name does."""
    has_title: bool = False
    """Whether a title ever stands before it."""

    def finding(self, severity: Severity, explanation: str) -> Finding:
        """Return the finding that this is a name, nearly."""
        return self._finding(FindingKind.NAME_MISSPELT, severity, explanation)

    def perhaps(self, explanation: str) -> Finding:
        """Return the finding that this may mean somebody."""
        return self._finding(FindingKind.PERSON_PERHAPS_OPEN, Severity.CHECK, explanation)

    def _finding(self, kind: FindingKind, severity: Severity, explanation: str) -> Finding:
        places = tuple(self.places)
        return Finding(kind=kind, severity=severity, text=self.written, places=places, explanation=explanation)


class SeenWords(dict[str, SeenWord]):
    """Words by what they are known by, each as it was first written."""

    def note(self, word: str, text: Searchable, start: int, end: int) -> None:
        """Note a word where it stands in a folded text."""
        first, last = text.folded.original(start, end)
        one = self.setdefault(word, SeenWord(text.words[first:last]))
        one.places.setdefault(text.place)
        one.has_title = one.has_title or title_before(text.folded.text, start) < start
        one.is_as_a_name = one.is_as_a_name or one.has_title or _stands_as_a_name(text, start, end)


def _stands_as_a_name(text: Searchable, start: int, end: int) -> bool:
    words = text.folded.text
    return (
        text.is_name_cell
        or words.endswith(_BEHIND_A_MARK, 0, start)
        or _AFTER_A_NAME.match(words, end) is not None
        or _WITHIN_A_SENTENCE.search(words[max(start - 3, 0) : start]) is not None
    )
