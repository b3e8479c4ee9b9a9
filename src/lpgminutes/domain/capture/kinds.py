"""The readings that a person may ask for, by name."""

from lpgminutes.domain.capture.lines import LineKind

_NAMED = {
    "minute": LineKind.MINUTE,
    "point": LineKind.POINT,
    "sub-point": LineKind.SUB_POINT,
    "action": LineKind.ACTION,
    "decision": LineKind.DECISION,
    "check": LineKind.CHECK,
    "item": LineKind.ITEM,
}
READING_NAMES = tuple(_NAMED)


def reading_named(name: str) -> LineKind:
    """Return the reading that a name asks for."""
    return _NAMED[name]
