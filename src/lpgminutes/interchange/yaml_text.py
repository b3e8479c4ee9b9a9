"""YAML as people write it, every scalar kept as the text that it is.

YAML's own reading would make a number of ``1.10``, a day of ``2019-06-27``, seconds of ``10:00`` and false
of ``no``. Only null is read: an empty value, ``~`` or ``null``. Anchors, aliases and tags are refused: no
minutes need them, and a small file can unfold to a huge one by them.
"""

import re
from dataclasses import dataclass, field

import yaml

from lpgminutes.errors import InputError
from lpgminutes.interchange.places import printable

_NULLS = frozenset({"", "~", "null"})
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class _Mapping:
    """A group that is being read."""

    fields: dict[str, object] = field(default_factory=dict)
    key: str | None = None

    def take(self, value: object, event: yaml.Event) -> None:
        if self.key is not None:
            self.fields[self.key] = value
            self.key = None
        elif not isinstance(value, str):
            raise InputError(f"{_where(event)}: a field needs a name before its colon; quote a text such as '{{ }}'.")
        elif value in self.fields:
            raise InputError(f"{_where(event)}: '{printable(value)}' stands here twice; keep one of them.")
        else:
            self.key = value

    def whole(self) -> object:
        return self.fields


@dataclass(slots=True)
class _Sequence:
    """A list, or the document itself, that is being read."""

    rows: list[object] = field(default_factory=list)

    def take(self, value: object, _event: yaml.Event) -> None:
        self.rows.append(value)

    def whole(self) -> object:
        return self.rows


def read_yaml(text: str, *, nesting_limit: int) -> object:
    """Return what a YAML text holds: groups, lists, texts and nulls."""
    if bad := _FORBIDDEN.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        column = bad.start() - text.rfind("\n", 0, bad.start())
        raise InputError(f"line {line}, column {column}: a control character stands here; take it out.")
    try:
        return _built(text, nesting_limit)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"line {mark.line + 1}, column {mark.column + 1}" if mark else "somewhere"
        raise InputError(f"{where}: this is not YAML ({error.problem}); mend it there.") from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise InputError("this is not YAML; check that it is the right file.") from None


def _built(text: str, nesting_limit: int) -> object:
    document = _Sequence()
    open_nodes: list[_Mapping | _Sequence] = [document]
    for event in yaml.parse(text, Loader=_LOADER):
        _refuse_what_is_not_needed(event, document)
        if isinstance(event, yaml.ScalarEvent):
            open_nodes[-1].take(_scalar(event), event)
        elif isinstance(event, yaml.CollectionStartEvent):
            _refuse_as_name(open_nodes[-1], event)
            open_nodes.append(_Mapping() if isinstance(event, yaml.MappingStartEvent) else _Sequence())
        elif isinstance(event, yaml.CollectionEndEvent):
            closed = open_nodes.pop()
            open_nodes[-1].take(closed.whole(), event)
        if len(open_nodes) > nesting_limit + 1:
            raise InputError(f"{_where(event)}: more than {nesting_limit} groups and lists lie in one another here.")
    return document.rows[0] if document.rows else None


def _refuse_what_is_not_needed(event: yaml.Event, document: _Sequence) -> None:
    if isinstance(event, yaml.DocumentStartEvent) and document.rows:
        raise InputError(f"{_where(event)}: a second document begins here; keep one in a file.")
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
        raise InputError(f"{_where(event)}: anchors (&) and aliases (*) are not read; quote the text or write it out.")
    if getattr(event, "tag", None) is not None:
        raise InputError(f"{_where(event)}: tags (!) are not read; put a text that begins with ! in quotes.")


def _refuse_as_name(node: _Mapping | _Sequence, event: yaml.Event) -> None:
    if isinstance(node, _Mapping) and node.key is None:
        node.take(None, event)


def _scalar(event: yaml.ScalarEvent) -> str | None:
    if not event.style and event.value in _NULLS:
        return None
    # The last line end of a block (| or >) belongs to the way it is written, not to the text.
    return event.value.removesuffix("\n") if event.style in {"|", ">"} else event.value


def _where(event: yaml.Event) -> str:
    mark = event.start_mark
    return f"line {mark.line + 1}, column {mark.column + 1}" if mark else "somewhere"
