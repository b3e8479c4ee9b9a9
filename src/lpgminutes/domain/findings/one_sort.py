"""One sort of thing withheld under different exemptions: references of actions, addresses, the body's own dates."""

import re
from collections import defaultdict
from collections.abc import Iterator

from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.exemptions import Exemption
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.folding import folded
from lpgminutes.domain.locating import Located
from lpgminutes.domain.withheld_words import words_by_rule

_Grounds = tuple[Exemption, ...]
_OWN_DATES = frozenset({"date", "next_meeting", "approval.date"})


def sorts_that_differ(original: MinutesDocument, located: Located) -> Iterator[Finding]:
    """Yield the sorts of things that are withheld now under one exemption, now under another."""
    texts = {text.place: text.plain() for text in original.texts()}
    references = {folded(action.ref.plain()) for action in original.actions} - {""}
    sorts: dict[str, dict[_Grounds, dict[Place, str]]] = defaultdict(lambda: defaultdict(dict))
    for _, rule, words, place in words_by_rule(original, located):
        sort = _sort_of(words, place, texts[place], references)
        if sort:
            grounds = tuple(sorted(rule.grounds.exemptions))
            sorts[sort][grounds].setdefault(place, words)
    for sort, cited in sorts.items():
        if len(cited) > 1 and not _is_said_elsewhere(cited):
            yield _finding(sort, cited)


def _sort_of(words: str, place: Place, text: str, references: set[str]) -> str:
    if place.field == "actions.ref" or folded(words) in references:
        return "references of actions"
    if place.field in _OWN_DATES:
        return "dates of meetings"
    if place.field.startswith("contact.email") or re.search(rf"{re.escape(words)}@", text):
        return "names of mailboxes"
    return ""


def _is_said_elsewhere(cited: dict[_Grounds, dict[Place, str]]) -> bool:
    """Whether it is the same words each time: then the finding about those words says it."""
    return len({folded(words) for places in cited.values() for words in places.values()}) == 1


def _finding(sort: str, cited: dict[_Grounds, dict[Place, str]]) -> Finding:
    by_frequency = sorted(cited.items(), key=lambda entry: -len(entry[1]))
    listed = [
        f"under {', '.join(e.citation() for e in grounds)} in {_places(places)}" for grounds, places in by_frequency
    ]
    return Finding(
        kind=FindingKind.EXEMPTIONS_DIFFER,
        severity=Severity.CHECK,
        text=sort,
        places=tuple(by_frequency[-1][1]),
        explanation=f"The {sort} are withheld {' and '.join(listed)}. A requester will ask why; cite the one that "
        "fits, or accept it with the reason.",
    )


def _places(places: dict[Place, str]) -> str:
    where = dict.fromkeys(f"minute {place.minute}" if place.minute else place.words() for place in places)
    return ", ".join(where)
