"""Minutes as one accessible HTML page that needs nothing from outside itself."""

from functools import cache
from html.parser import HTMLParser

import jinja2

from lpgminutes.documents.context import as_variables, minutes_context
from lpgminutes.documents.environment import page_environment
from lpgminutes.documents.texts import SIGNS, Expected, left_out, out_of_order, traced
from lpgminutes.domain.document import MinutesDocument
from lpgminutes.errors import RenderError
from lpgminutes.resources import template_bytes

_UNREAD = frozenset({"title", "style", "script"})


class _Reader(HTMLParser):
    """Reads what a browser would show, with the marks between their signs as they went in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the parser's
        self._unread += tag in _UNREAD
        if tag == "br":
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unread -= tag in _UNREAD

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.pieces.append(data)


def render_html(document: MinutesDocument) -> bytes:
    """Return the page of ``document``."""
    expected = Expected(document.mark_style)
    context = minutes_context(document, expected)
    traced_page = _template().render(as_variables(context))
    _demand_whole(expected, _shown(traced_page))
    page = SIGNS.sub("", traced_page)
    if SIGNS.sub("", _shown(traced_page)) != _shown(page):
        raise RenderError("The page does not read as what went in, so no file was made.")
    return page.encode()


@cache
def _template() -> jinja2.Template:
    return page_environment().from_string(template_bytes("minutes.html").decode())


def _shown(page: str) -> str:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return "".join(reader.pieces)


def _demand_whole(expected: Expected, shown: str) -> None:
    """Refuse when a text is not on the page, or not in its order."""
    texts = [(number, words) for number, words in traced(shown)]
    if places := left_out(expected.texts, texts):
        raise RenderError(f"The page leaves out {places[0]}, so no file was made.")
    if sections := out_of_order(expected.texts, texts):
        raise RenderError(f"The page changes the order of the {sections[0]}, so no file was made.")
