"""Whatever people type comes out as they typed it, in every field and every kind of paper."""

import html
import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from lpgminutes.documents.docx import render_action_log_docx, render_docx, render_schedule_docx
from lpgminutes.documents.html import render_html
from lpgminutes.documents.plain import render_text
from lpgminutes.domain.document import MinutesDocument, Text, Words
from lpgminutes.domain.reports import ActionLog, Schedule
from lpgminutes.errors import RenderError

if TYPE_CHECKING:
    from tests.documents.conftest import Package

HOSTILE = [
    "{{ 7*7 }}",
    "{% raise %}",
    "{%p for x in items %}",
    "{%tr endfor %}",
    "{{r title }}",
    "{# gone #}",
    "{_{x}_} {_% if %_}",
    "{{ marking.__class__.__mro__ }}",
    "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
    "x</w:t></w:r><w:r><w:instrText>INCLUDETEXT c:\\a</w:instrText></w:r><w:r><w:t>",
    "R&D at <b>5 < 6</b> &amp; &#65; &lt;",
    "]]>",
    "<![CDATA[x]]>",
    "<!-- hide",
    "<!-- hide --> tail",
    "<?pi x?>",
    "<!DOCTYPE x>",
    "</main><script>alert(1)</script>",
    "[/b] [redacted] [@click=app.quit]x",
    "=cmd|'/c calc'!A0",
    "\\a \\f \\n \\x00 %s {0}",
    "  two  spaces  ",
    "quote \" and ' and `",
    "\N{ZERO WIDTH JOINER}\N{COMBINING ACUTE ACCENT} \N{RIGHT-TO-LEFT MARK}\N{NO-BREAK SPACE}",
    "\U0001f469\u200d\U0001f680 \u4f1a\u8b70 \u0627\u062c\u062a\u0645\u0627\u0639",
]


def _with_words(value: Any, words: str) -> Any:  # noqa: ANN401  # walks the whole tree of a document
    """Return ``value`` with ``words`` in place of every text in it."""
    if isinstance(value, Text):
        return replace(value, segments=(Words(words),))
    if isinstance(value, tuple):
        return tuple(_with_words(entry, words) for entry in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _with_words(getattr(value, f.name), words) for f in fields(value)})
    return value


def _count(document: MinutesDocument) -> int:
    """Return how often the words are printed when every field holds them: the body only once with its title."""
    return sum(1 for _ in document.texts()) - 1


@pytest.mark.parametrize("words", HOSTILE)
def test_word_prints_it_literally_in_every_field(
    rich: MinutesDocument, opened: Callable[[bytes], "Package"], words: str
) -> None:
    """No value is taken for a tag, for XML, for an entity or for an escape of the template language."""
    document = _with_words(rich, words)
    assert opened(render_docx(document)).read().count(words) >= _count(document)


@pytest.mark.parametrize("words", HOSTILE)
def test_the_page_prints_it_literally_in_every_field(rich: MinutesDocument, words: str) -> None:
    """No value is taken for markup."""
    document = _with_words(rich, words)
    page = re.sub(r"(?s)<(title|style)>.*?</\1>|<[^>]*>", "", render_html(document).decode())
    assert html.unescape(page).count(words) >= _count(document)


@pytest.mark.parametrize("words", HOSTILE)
def test_plain_text_prints_it_literally_in_every_field(rich: MinutesDocument, words: str) -> None:
    """Wrapping may change spaces and nothing else."""
    document = _with_words(rich, words)
    assert "".join(render_text(document).split()).count("".join(words.split())) >= _count(document)


def test_line_breaks_and_tabs_keep_their_meaning(
    rich: MinutesDocument, opened: Callable[[bytes], "Package"], worded: Callable[..., Text]
) -> None:
    """They become Word's own, in a text with marks as in one without."""
    document = replace(rich, location=worded("one\n\ntwo\tthree\n"))
    assert ("Date", "Place:\tone\n\ntwo\tthree\n") in opened(render_docx(document)).paragraphs()


def test_line_breaks_are_breaks_on_the_page(rich: MinutesDocument, worded: Callable[..., Text]) -> None:
    """One for one."""
    assert b"<dd>one<br><br>two</dd>" in render_html(replace(rich, location=worded("one\n\ntwo")))


def test_a_paragraph_of_sixty_thousand_characters_comes_out_whole(
    rich: MinutesDocument, opened: Callable[[bytes], "Package"], worded: Callable[..., Text]
) -> None:
    """The longest text that the records take."""
    words = "Long & <long>. " * 4_000
    document = replace(rich, location=worded(words))
    assert ("Date", f"Place:\t{words}") in opened(render_docx(document)).paragraphs()
    assert html.escape(words, quote=False).encode() in render_html(document)
    assert "".join(words.split()) in "".join(render_text(document).split())


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0c", "\r", "\x1b", "\x85", "\ud83d", "\ufdd0", "\ufffe"])
@pytest.mark.parametrize("render", [render_docx, render_html, render_text])
def test_a_character_that_no_document_can_hold_is_refused_by_place(
    rich: MinutesDocument,
    worded: Callable[..., Text],
    character: str,
    render: Callable[[MinutesDocument], object],
) -> None:
    """The sentence names the place and repeats nothing of the text."""
    document = replace(rich, location=worded(f"secret{character}room", "location"))
    with pytest.raises(RenderError, match="the location") as refusal:
        render(document)
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize("words", HOSTILE)
def test_the_action_log_prints_it_literally(
    action_log: ActionLog, opened: Callable[[bytes], "Package"], words: str
) -> None:
    """Owners, text, reference and the title; the owner once more beside the figures."""
    actions = tuple(replace(action, text=words, owners=(words,), ref=words) for action in action_log.actions)
    log = replace(action_log, title=words, actions=actions)
    assert opened(render_action_log_docx(log)).read().count(words) == 1 + 3 * len(actions) + 1


@pytest.mark.parametrize("words", HOSTILE)
def test_the_schedule_prints_it_literally(schedule: Schedule, opened: Callable[[bytes], "Package"], words: str) -> None:
    """Whatever the case is called, and whatever a mark stands for."""
    entries = tuple(replace(entry, what=words, place=words) for entry in schedule.entries)
    read = opened(render_schedule_docx(replace(schedule, case=words, entries=entries))).read()
    assert read.count(words) == 1 + 2 * len(entries)
