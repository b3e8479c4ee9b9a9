"""Addresses of which a half is withheld."""

import re
from collections.abc import Iterator

from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.open_text import MARK, with_marks

HALF_OPEN = re.compile(rf"(?<={MARK})@[\w-]+(?:\.[\w-]+)+")
"""The domain behind a mark, in a text with ``MARK`` for each."""


def half_addresses(copy: MinutesDocument) -> Iterator[Finding]:
    """Yield the domains that stand open behind a withheld name of a mailbox."""
    places: dict[str, list[Place]] = {}
    shown: dict[str, str] = {}
    for text in copy.texts():
        for match in HALF_OPEN.finditer(with_marks(text)):
            key = match.group().lower()
            shown.setdefault(key, match.group())
            places.setdefault(key, []).append(text.place)
    for key, standing in places.items():
        yield Finding(
            kind=FindingKind.ADDRESS_HALF_OPEN,
            severity=Severity.NOTE,
            text=shown[key],
            places=tuple(dict.fromkeys(standing)),
            explanation="The name of the mailbox is withheld and the rest of the address is not. It tells the body and "
            "how its addresses are made, so that whoever learns a name has the address. If the mailbox must not be "
            "found, withhold the whole address.",
        )
