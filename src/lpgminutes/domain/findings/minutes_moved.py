"""Rules for one minute or row, whose number another one has since they were proposed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.places_kept import moved
from lpgminutes.domain.withholding import Rule

_SHOWN = {
    "minute": "minutes.text",
    "minutes": "minutes.text",
    "points": "points.text",
    "items": "items.title",
    "attendance": "attendance.name",
    "actions": "actions.text",
    "decisions": "decisions.text",
    "declarations": "declarations.name",
}
"""The text by which a paragraph or row is shown."""
_NO_COLUMN = re.compile(r",\s*(?=\(|$)")


def minutes_moved(original: MinutesDocument, rules: Iterable[Rule]) -> Iterator[Finding]:
    """Yield each place that a rule speaks of and that is another paragraph's or row's now."""
    for place, now in moved(rules, original):
        then, here = _words(place), _words(now)
        yield Finding(
            kind=FindingKind.MINUTE_MOVED,
            severity=Severity.GIVES_AWAY,
            text=f"{then} is {here} now",
            places=(replace(now, field=_SHOWN.get(now.field, now.field)),),
            explanation=f"What is withheld in {then} alone was proposed for what is {here} now: the minutes were put "
            f"in another order since. Withhold it in {here} instead.",
        )


def _words(place: Place) -> str:
    if place.field == "minute":
        return f"minute {place.minute}"
    return _NO_COLUMN.sub(" ", place.words()).strip()
