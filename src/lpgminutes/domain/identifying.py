"""What tells who or what is meant, wherever it stands: addresses, and the numbers that are given to people."""

import re
from collections.abc import Iterator
from functools import lru_cache

EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]++@[\w-]+(?:\.[\w-]+)+")
NI_NUMBER = re.compile(
    r"(?<!\w)(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[ -]?\d{2}){3}[ -]?[A-D](?!\w)",
    re.IGNORECASE,
)
POSTCODE = re.compile(r"(?<![\w-])(?:[A-Z]{1,2}\d[A-Z\d]?|GIR) ?\d[ABD-HJLNP-UW-Z]{2}(?![\w-])")
VEHICLE = re.compile(r"(?<![\w-])[A-HJ-PR-Y][A-Y]\d{2} ?[A-Z]{3}(?![\w-])")
_DIALLED = re.compile(r"(?<![\w.,\u00a3/-])(?:\+|\(?0|44)(?:[ ()-]{0,2}\d){8,13}(?![\w-]|[.,]\d)")
_ABROAD = re.compile(r"\A(?:0044|44|0)0?")


def identifiers_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield the addresses and numbers in a folded text that mean one person, household or vehicle."""
    for pattern in (EMAIL, NI_NUMBER, POSTCODE, VEHICLE):
        yield from (match.span() for match in pattern.finditer(text))


@lru_cache(maxsize=4096)
def dialled_in(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return the telephone numbers in a folded text, as dialled in the country without the nought, with their places.

    ``07700 900123``, ``+44 (0)7700 900123`` and ``447700900123`` are one number.
    """
    return tuple((_in_country(match.group()), *match.span()) for match in _DIALLED.finditer(text))


def _in_country(written: str) -> str:
    return _ABROAD.sub("", re.sub(r"\D", "", written))
