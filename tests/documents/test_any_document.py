"""Laws that hold for any document."""

import html
import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgminutes.documents.docx import render_docx
from lpgminutes.documents.html import render_html
from lpgminutes.documents.plain import render_text
from lpgminutes.domain.document import MinutesDocument

if TYPE_CHECKING:
    from tests.documents.conftest import Package

ANY = st.data()


def _in_order(document: MinutesDocument, read: str, squeeze: Callable[[str], str]) -> bool:
    place = 0
    printed = list(document.texts())
    if document.body.plain(document.mark_style) == document.title.plain(document.mark_style):
        printed.remove(document.body)
    for text in printed:
        words = squeeze(text.plain(document.mark_style))
        place = read.find(words, place)
        if place < 0:
            return False
        place += len(words)
    return True


@settings(max_examples=2 * settings().max_examples)
@given(draw=ANY)
def test_word_reads_back_what_went_in(
    documents: st.SearchStrategy[MinutesDocument], opened: Callable[[bytes], "Package"], draw: st.DataObject
) -> None:
    """Every text in its order, the marking in every header and footer, twice the same bytes."""
    document = draw.draw(documents)
    package = render_docx(document)
    assert render_docx(document) == package
    parts = opened(package)
    assert _in_order(document, parts.read(), str)
    running = [part for part in parts.parts if re.fullmatch(r"word/(header|footer)\d\.xml", part)]
    assert [document.marking in parts.read(part) for part in running] == [True] * 6


@given(draw=ANY)
def test_python_docx_opens_what_comes_out(documents: st.SearchStrategy[MinutesDocument], draw: st.DataObject) -> None:
    """Another program reads the minutes in their order, and the rows of each table."""
    document = draw.draw(documents)
    word = Document(io.BytesIO(render_docx(document)))
    items = replace(document, attendance=(), declarations=(), actions=(), decisions=())
    assert _in_order(items, "\n".join(paragraph.text for paragraph in word.paragraphs), str)
    tables = (document.attendance, document.declarations, document.actions, document.decisions)
    assert [len(table.rows) for table in word.tables] == [1 + len(rows) for rows in tables if rows]


@settings(max_examples=2 * settings().max_examples)
@given(draw=ANY)
def test_the_page_reads_back_what_went_in(documents: st.SearchStrategy[MinutesDocument], draw: st.DataObject) -> None:
    """Every text in its order."""
    document = draw.draw(documents)
    page = re.sub(r"(?s)<(title|style)>.*?</\1>", "", render_html(document).decode())
    read = html.unescape(re.sub(r"<[^>]*>", "", page.replace("<br>", "\n")))
    assert _in_order(document, read, str)


@settings(max_examples=2 * settings().max_examples)
@given(draw=ANY)
def test_plain_text_reads_back_what_went_in(documents: st.SearchStrategy[MinutesDocument], draw: st.DataObject) -> None:
    """Every text in its order, but for spaces."""
    document = draw.draw(documents)

    def squeeze(text: str) -> str:
        return "".join(text.split())

    assert _in_order(document, squeeze(render_text(document)), squeeze)
