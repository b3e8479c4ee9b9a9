"""The one Jinja environment: sandboxed, strict and escaped, with nothing in it that a template does not need.

A template reads fields and loops. It calls nothing and sees nothing else; an unknown variable is an error.
"""

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, Undefined
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from lpgminutes.documents.texts import CLOSE, DIVIDE, MARK_CLOSE, MARK_OPEN, OPEN, Printed
from lpgminutes.errors import RenderError

_FILTERS = frozenset({"length", "upper", "lower"})
_LOOP = frozenset({"index", "index0", "first", "last", "length", "previtem", "nextitem"})


class ClosedEnvironment(SandboxedEnvironment):
    """Reads the fields of what it is given, and calls nothing but its own loops and macros."""

    def __init__(self, *, autoescape: bool = True, **options: Any) -> None:  # noqa: ANN401  # Jinja's own options
        super().__init__(autoescape=autoescape, undefined=StrictUndefined, **options)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS}

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  # as in Jinja
        """Return a field of one of the context classes, or a fact about a loop; anything else is unknown."""
        kind: type = type(obj)
        if attribute in _readable(kind):
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401  # as in Jinja
        """Return an entry of a list by its place; anything else is unknown."""
        if isinstance(obj, tuple) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        return self.undefined("an entry that is not there")

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401  # as in Jinja
        """Whether a template may call ``obj``: only what the template itself made."""
        return isinstance(obj, LoopContext | Macro)


@cache
def _readable(kind: type) -> frozenset[str]:
    """Return what a template may read of a value: the fields of a row, not the workings of a text."""
    if issubclass(kind, LoopContext):
        return _LOOP
    if kind is Printed or not is_dataclass(kind):
        return frozenset()
    return frozenset(field.name for field in fields(kind))


@cache
def word_environment() -> ClosedEnvironment:
    """Return the environment in which the parts of a Word template are rendered."""
    return ClosedEnvironment(finalize=_for_word, keep_trailing_newline=True)


@cache
def page_environment() -> ClosedEnvironment:
    """Return the environment in which the HTML page is rendered."""
    environment = ClosedEnvironment(
        finalize=_for_page, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters["plain"] = str  # the title of a page holds no tags
    return environment


@cache
def text_environment() -> ClosedEnvironment:
    """Return the environment in which plain text is rendered: nothing in it is markup, so nothing is escaped."""
    return ClosedEnvironment(
        autoescape=False, finalize=_for_text, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )


def _for_word(value: object) -> Markup:
    if isinstance(value, Printed):
        return Markup(f"{OPEN}{value.number}{DIVIDE}{escape(value.coded())}{CLOSE}")  # noqa: S704  # escaped
    return _plain(value)


def _for_page(value: object) -> Markup:
    if isinstance(value, Printed):
        words = str(escape(value.coded())).replace("\n", "<br>")
        words = words.replace(MARK_OPEN, f'<strong class="mark">{MARK_OPEN}')
        words = words.replace(MARK_CLOSE, f"{MARK_CLOSE}</strong>")
        return Markup(f"{OPEN}{value.number}{DIVIDE}{words}{CLOSE}")  # noqa: S704  # escaped
    return _plain(value)


def _for_text(value: object) -> str:
    if isinstance(value, Printed):
        return f"{OPEN}{value.number}{DIVIDE}{value.coded()}{CLOSE}"
    return str(_plain(value).unescape())


def _plain(value: object) -> Markup:
    """Escape words and whole numbers; anything else is not for printing."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, Undefined):
        str(value)  # raises, and says which name is unknown
    if isinstance(value, str | int) and not isinstance(value, bool):
        return escape(value)
    raise RenderError(f"The template prints a {type(value).__name__}, which has no words. Print one of its fields.")
