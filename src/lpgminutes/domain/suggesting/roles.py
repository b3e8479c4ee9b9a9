"""Roles that one person alone holds: they tell who it is as well as the name does."""

import re
from collections import Counter
from collections.abc import Iterator

from lpgminutes.domain.dismissals import SuggestionKind
from lpgminutes.domain.naming.named_things import is_named_thing
from lpgminutes.domain.phrases import phrase_pattern
from lpgminutes.domain.suggesting.context import Scene, by_words
from lpgminutes.domain.suggesting.suggestion import Suggestion
from lpgminutes.domain.withholding import PhraseRule

_LEAST_WORDS = 2


def roles(scene: Scene) -> Iterator[Suggestion]:
    """Yield the roles of the attendance that one row alone has."""
    cells = [text for text in scene.texts if text.place.field == "attendance.role"]
    held = Counter(" ".join(cell.lower.split()) for cell in cells)
    for cell in cells:
        if held[" ".join(cell.lower.split())] > 1 or len(re.findall(r"\w+", cell.words)) < _LEAST_WORDS:
            continue
        if is_named_thing(cell.words):  # a body that came in as the role of whom it sent
            continue
        pattern = phrase_pattern(cell.words)
        found = [(text, *match.span()) for text in scene.texts for match in pattern.finditer(text.folded.text)]
        stretches = tuple(one for group in by_words(found).values() for one in group)
        if stretches:
            yield Suggestion(
                kind=SuggestionKind.ROLE,
                text=cell.words,
                stretches=stretches,
                rules=(PhraseRule(phrase=cell.words, grounds=scene.grounds(SuggestionKind.ROLE)),),
                reason="One person alone holds this role here: where the name is withheld, it tells who it is.",
                is_likely=False,
            )
