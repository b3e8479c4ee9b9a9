"""The objects that a PDF is made of, taken for what they should be; what is broken is as if it were not there."""

from collections.abc import Mapping, Sequence
from typing import Any

from lpgminutes.importing.redacted.pdf_geometry import AS_IT_IS, Matrix


def resolved(value: object) -> Any:  # noqa: ANN401 - a PDF may hold anything anywhere
    """Return what a reference points to, or the value itself; nothing for a null."""
    found = value.get_object() if hasattr(value, "get_object") else value
    return None if type(found).__name__ == "NullObject" else found


def entry(holder: object, *keys: str) -> Any:  # noqa: ANN401 - as above
    """Return what stands under a path of keys; nothing where the path breaks off."""
    found = resolved(holder)
    for key in keys:
        found = resolved(found.get(key)) if isinstance(found, Mapping) else None
    return found


def parts(value: object) -> list[Any]:
    """Return the members of an array; none for anything else."""
    found = resolved(value)
    is_list = isinstance(found, Sequence) and not isinstance(found, str | bytes)
    return [resolved(part) for part in found] if is_list else []


def numbers(values: object) -> tuple[float, ...]:
    """Return the numbers of an array, in order."""
    return tuple(float(part) for part in parts(values) if isinstance(part, int | float))


def number(value: object, otherwise: float) -> float:
    """Return a number, or what to take where there is none."""
    found = resolved(value)
    return float(found) if isinstance(found, int | float) else otherwise


def matrix_of(value: object) -> Matrix:
    """Return a matrix; the one that moves nothing where there is none."""
    found = numbers(value)
    if len(found) != len(AS_IT_IS):
        return AS_IT_IS
    a, b, c, d, e, f = found
    return a, b, c, d, e, f


def text_of(value: object) -> str:
    """Return a text string in words; empty for anything else."""
    found = resolved(value)
    if isinstance(found, bytes):
        is_wide = found.startswith((b"\xfe\xff", b"\xff\xfe"))
        return found.decode("utf-16" if is_wide else "latin-1", "replace").strip()
    return str(found).strip() if isinstance(found, str) else ""
