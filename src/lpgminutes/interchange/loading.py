"""From the bytes of a file to plain groups, lists and values, in JSON or YAML."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lpgminutes.errors import InputError
from lpgminutes.interchange.places import place_of, printable
from lpgminutes.interchange.problems import Problems

SIZE_LIMIT = 20 * 1024 * 1024
"""Bytes in a file: some hundred times the longest minutes known."""

NESTING_LIMIT = 100
"""Groups and lists inside one another."""

VALUES_LIMIT = 200_000
"""Values in a file, counted through all its groups and lists: so that a wrong file is refused in a moment."""

Step = int | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a file holds."""

    fields: dict[str, object]
    is_yaml: bool
    """YAML has no types here: every scalar is the text that was written."""


class _Group(dict[str, object]):
    """An object of JSON that remembers the keys that stood in it twice."""

    repeated: tuple[str, ...] = ()


def load(data: bytes, *, name: str) -> Loaded:
    """Read a file whose top is a group of fields; ``name`` is what a refusal calls the file."""
    problems = Problems(name)
    is_yaml = False
    value: object = None
    try:
        text = _decoded(data)
        is_yaml = not text.lstrip().startswith("{")
        value = _yaml(text) if is_yaml else _json(text)
    except InputError as refusal:
        problems.add("", str(refusal))
    problems.raise_if_any()
    if not isinstance(value, dict):
        problems.add(
            "",
            "this file does not hold a group of fields such as 'title: …'; check that it is the right file.",
        )
    for place, words in _flaws(value):
        problems.add(place, words)
    problems.raise_if_any()
    return Loaded(fields=value if isinstance(value, dict) else {}, is_yaml=is_yaml)


def _decoded(data: bytes) -> str:
    if len(data) > SIZE_LIMIT:
        limit = SIZE_LIMIT // 1024 // 1024
        raise InputError(f"the file has {len(data):,} bytes; at most {limit} MB fit. Is it the right file?")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"line {line} is not UTF-8; save the file as UTF-8 and try again.") from None
    if not text.strip():
        raise InputError("the file is empty.")
    return text


def _yaml(text: str) -> object:
    from lpgminutes.interchange.yaml_text import read_yaml

    return read_yaml(text, nesting_limit=NESTING_LIMIT)


def _json(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_group, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise InputError(f"{where}: this is not JSON ({error.msg}); mend it there.") from None
    except RecursionError:
        raise InputError(_too_deep()) from None
    except ValueError:
        raise InputError("a number in this file has thousands of digits; write it as text, in quotes.") from None


def _group(pairs: list[tuple[str, object]]) -> _Group:
    group = _Group((_whole(key), value) for key, value in pairs)
    if len(group) < len(pairs):
        counts = Counter(_whole(key) for key, _ in pairs)
        group.repeated = tuple(key for key, count in counts.items() if count > 1)
    return group


def _whole(key: str) -> str:
    """Replace half surrogates, which JSON can write and nothing else can hold."""
    return key.encode("utf-8", "replace").decode()


def _refuse_constant(constant: str) -> object:
    raise InputError(f"{constant} is not JSON; write null, or the value as text in quotes.")


def _too_deep() -> str:
    return f"groups and lists lie more than {NESTING_LIMIT} deep in one another; is it the right file?"


def _flaws(top: object) -> Iterator[tuple[str, str]]:
    """Yield keys that stand twice, and what makes the file too large to look through."""
    waiting: list[tuple[tuple[Step, ...], object]] = [((), top)]
    counted = 0
    while waiting:
        steps, value = waiting.pop()
        counted += len(value) if isinstance(value, dict | list) else 0
        if counted > VALUES_LIMIT:
            yield "", f"the file holds more than {VALUES_LIMIT:,} values; is it the right file?"
            return
        if len(steps) >= NESTING_LIMIT:
            yield "", _too_deep()
            return
        if isinstance(value, _Group):
            for key in value.repeated:
                yield place_of(steps), f"'{printable(key)}' stands here twice; keep one of them."
        waiting += [((*steps, step), child) for step, child in _inside(value) if isinstance(child, dict | list)]


def _inside(value: object) -> Iterator[tuple[Step, object]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)
