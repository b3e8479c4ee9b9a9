"""The page that stands beside the Word file."""

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from lpgminutes.documents.html import render_html
from lpgminutes.domain.document import MinutesDocument, Text

VOID = {"meta", "br"}


class Outline(HTMLParser):
    """Checks that tags nest, and collects what a test asks for."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(page.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where an element stands."""
        self.tags.append((tag, dict(attrs), "/".join(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Demand that it is the one opened last."""
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[tuple[str, dict[str, str | None], str]]:
        """Every element of that name, with its attributes and where it stands."""
        return [found for found in self.tags if found[0] == tag]


@pytest.fixture(params=["minutes", "release"])
def page(request: pytest.FixtureRequest, rich: MinutesDocument, release: MinutesDocument) -> bytes:
    """Both kinds of copy as pages."""
    return render_html(rich if request.param == "minutes" else release)


def test_tags_nest_and_close(page: bytes) -> None:
    """Well-formed, from the document type on."""
    assert page.startswith(b'<!DOCTYPE html>\n<html lang="en-GB">')
    assert Outline(page).open == []


def test_it_needs_nothing_from_outside(page: bytes) -> None:
    """No script, no link, no picture, no import; and its own policy says so."""
    outline = Outline(page)
    assert [tag for tag, attributes, _ in outline.tags if tag in ("script", "link", "img", "iframe", "a", "base")] == []
    assert not any({"src", "href", "style"} & set(attributes) for _, attributes, _ in outline.tags)
    assert re.findall(rb"url\(|@import|https?:", page) == []
    assert any("default-src 'none'" in (attributes.get("content") or "") for _, attributes, _ in outline.all("meta"))


def test_the_marking_stands_first_and_last(page: bytes) -> None:
    """At top and bottom, in words."""
    marks = Outline(page).all("p")
    shown = re.sub(rb"(?s)<head>.*</head>|<[^>]*>", b"", page).split(b"\n")
    lines = [line for line in shown if line.strip()]
    assert lines[0] == lines[-1] != b""
    assert marks[0][1] == marks[-1][1] == {"class": "marking"}


def test_there_is_one_heading_of_the_first_level_and_none_is_skipped(page: bytes) -> None:
    """Screen readers walk by headings."""
    levels = [int(tag[1]) for tag, _, _ in Outline(page).tags if re.fullmatch(r"h\d", tag)]
    steps = [after - before for before, after in pairwise(levels)]
    assert (levels.count(1), levels[0], all(step <= 1 for step in steps)) == (1, 1, True)


def test_tables_have_a_caption_and_heads_with_a_scope(page: bytes) -> None:
    """Each cell can be read with its row and column."""
    outline = Outline(page)
    assert len(outline.all("caption")) == len(outline.all("table")) == 4
    assert {attributes.get("scope") for _, attributes, _ in outline.all("th")} == {"col", "row"}


def test_lists_nest_as_the_points_do(rich: MinutesDocument) -> None:
    """A list inside the point that it belongs to, and nothing but points in a list."""
    places = [place for tag, _, place in Outline(render_html(rich)).all("li")]
    assert [place.count("ul") for place in places] == [1, 2, 3, 1]
    assert all(place.endswith("ul") for place in places)


def test_points_that_follow_one_another_share_a_list(rich: MinutesDocument) -> None:
    """A reader hears how many there are."""
    item = rich.items[0]
    minute = replace(item.minutes[1], points=(item.minutes[1].points[0].points[0],) * 3)
    document = replace(rich, items=(replace(item, minutes=(minute,)),))
    assert render_html(document).count(b"<ul>") == 1 + 3


def test_empty_sections_are_said_or_left_out(rich: MinutesDocument, worded: Callable[..., Text]) -> None:
    """No heading stands over nothing."""
    none = worded("")
    page = render_html(
        replace(
            rich,
            attendance=(),
            actions=(),
            decisions=(),
            next_meeting=none,
            contact_name=none,
            contact_email=none,
        )
    )
    assert [
        sentence in page
        for sentence in (
            b"No attendance was recorded.",
            b"No actions were recorded.",
            b"Decisions",
            b"Contact",
        )
    ] == [True, True, False, False]


def test_a_decision_without_a_reference_goes_by_its_minute(rich: MinutesDocument, worded: Callable[..., Text]) -> None:
    """No row begins with a dash."""
    page = render_html(replace(rich, decisions=(replace(rich.decisions[0], ref=worded("")),)))
    assert b'<th scope="row">Minute 1.1</th>' in page


def test_marks_stand_out_in_more_than_colour(release: MinutesDocument) -> None:
    """In words and in weight."""
    assert b'<strong class="mark">[redacted: S40(2)]</strong> opened; ' in render_html(release)


def test_the_title_of_the_page_holds_no_tags(release: MinutesDocument) -> None:
    """A browser would show them as they are."""
    assert b"<title>Meeting on [redacted: S40(2)]</title>" in render_html(release)


def test_every_text_stands_on_the_page_in_reading_order(rich: MinutesDocument) -> None:
    """What went in comes out."""
    page, place = render_html(rich).decode(), 0
    for text in rich.texts():
        found = page.find(text.plain(), place)
        assert found >= 0, text.place.words()
        place = found + len(text.plain())


def test_nothing_of_the_tracing_is_left(page: bytes) -> None:
    """No noncharacter, no blank line, no tag of the template."""
    assert re.findall("[\ufdd0-\ufdef]|\\{[{%#]|\n\n", page.decode()) == []


def test_the_same_document_gives_the_same_page(rich: MinutesDocument) -> None:
    """Byte for byte."""
    assert render_html(rich) == render_html(replace(rich))
