"""What the layout gives away: how many there were, where a name falls in an alphabet, how much was taken out."""

from collections import defaultdict
from collections.abc import Iterator

from lpgminutes.domain.document import AttendanceRow, MinutesDocument, Place
from lpgminutes.domain.exemptions import Exemption
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.findings.items import items_by_place
from lpgminutes.domain.folding import folded
from lpgminutes.domain.locating import Located
from lpgminutes.domain.naming.names import parse_name
from lpgminutes.domain.open_text import is_all_mark
from lpgminutes.domain.withheld_words import words_by_rule

_LEAST_COUNTED = 2
_LEAST_SORTED = 3
_LONG = 12
"""Words of a paragraph that is worth asking about when all of it is withheld."""
_PARAGRAPHS = ("minutes.text", "points.text")


def countable(copy: MinutesDocument) -> Iterator[Finding]:
    """Yield an attendance whose rows tell how many withheld people there were."""
    rows = [row for row in copy.attendance if is_all_mark(row.name)]
    if len(rows) >= _LEAST_COUNTED:
        yield Finding(
            kind=FindingKind.LIST_COUNTABLE,
            severity=Severity.NOTE,
            text=f"{len(rows)} withheld names",
            places=(rows[0].name.place,),
            explanation="Each stands in a row of its own: a reader can count them, and match them with another list.",
        )


def alphabetical(copy: MinutesDocument) -> Iterator[Finding]:
    """Yield a withheld name between open ones that stand in the order of the alphabet."""
    surnames = [None if is_all_mark(row.name) else _surname(row) for row in copy.attendance]
    known = [surname for surname in surnames if surname]
    if len(known) < _LEAST_SORTED or known != sorted(known):
        return
    for at, surname in enumerate(surnames):
        before = next((name for name in reversed(surnames[:at]) if name), "")
        after = next((name for name in surnames[at + 1 :] if name), "")
        if surname is None and before and after:
            yield Finding(
                kind=FindingKind.ORDER_TELLS,
                severity=Severity.CHECK,
                text=f"between {before.title()} and {after.title()}",
                places=(copy.attendance[at].name.place,),
                explanation="The names stand in the order of the alphabet, so a reader knows between which two the "
                "withheld one falls. Withhold the order too, or list by role.",
            )


def whole_paragraphs(original: MinutesDocument, copy: MinutesDocument) -> Iterator[Finding]:
    """Yield paragraphs of which nothing is left, where withholding a phrase might do.

    Those of an item of which no paragraph is left are one decision, and one finding.
    """
    written = {text.place: text.plain() for text in original.texts()}
    items = items_by_place(copy)
    prose = [text for text in copy.texts() if text.place.field.startswith(_PARAGRAPHS) and written[text.place].strip()]
    left = {items[text.place] for text in prose if not is_all_mark(text)}
    of_items: dict[str, list[Place]] = defaultdict(list)
    for text in prose:
        if is_all_mark(text) and len(written[text.place].split()) >= _LONG:
            of_items[items[text.place]].append(text.place)
    for item, places in of_items.items():
        if item not in left and len(places) > 1:
            yield _whole(f"item {item}", tuple(places), f"All of it is withheld, {len(places)} long paragraphs.")
        else:
            yield from (_whole(place.words(), (place,), "All of it is withheld.") for place in places)


def _whole(text: str, places: tuple[Place, ...], said: str) -> Finding:
    return Finding(
        kind=FindingKind.WHOLE_PARAGRAPH,
        severity=Severity.NOTE,
        text=text,
        places=places,
        explanation=f"{said} Withhold words, not paragraphs, unless what remains would tell the rest; if it would, say "
        "so as the reason.",
    )


def inconsistent(original: MinutesDocument, located: Located) -> Iterator[Finding]:
    """Yield the same words withheld under different exemptions in different places."""
    grounds: dict[str, set[tuple[Exemption, ...]]] = defaultdict(set)
    places: dict[str, list[Place]] = defaultdict(list)
    shown: dict[str, str] = {}
    for _, rule, words, place in words_by_rule(original, located):
        key = folded(words)
        grounds[key].add(tuple(sorted(rule.grounds.exemptions)))
        places[key].append(place)
        shown.setdefault(key, words)
    for key, cited in grounds.items():
        if len(cited) > 1 and len(set(places[key])) > 1:
            listed = " and ".join(sorted(", ".join(e.citation() for e in exemptions) for exemptions in cited))
            yield Finding(
                kind=FindingKind.EXEMPTIONS_DIFFER,
                severity=Severity.CHECK,
                text=shown[key],
                places=tuple(dict.fromkeys(places[key])),
                explanation=f"The same words are withheld under {listed}; a requester will ask why.",
            )


def _surname(row: AttendanceRow) -> str:
    return parse_name(row.name.plain()).surname.lower()
