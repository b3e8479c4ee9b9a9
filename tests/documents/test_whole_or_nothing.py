"""A template that loses, changes or hides a text makes no file."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from lpgminutes.documents.docx import render_docx
from lpgminutes.domain.document import MinutesDocument, Text
from lpgminutes.errors import InputError, RenderError
from lpgminutes.resources import template_bytes

if TYPE_CHECKING:
    from tests.documents.conftest import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LOOPS = "{{ cycler }}", "{{ range(9) }}", "{{ dict() }}", "{{ namespace() }}", "{{ lipsum() }}"
READS = (
    "{{ title.__class__ }}",
    "{{ title.runs }}",
    "{{ title.coded() }}",
    "{{ items.__len__() }}",
    "{{ items['__class__'] }}",
    "{{ marking.upper() }}",
    "{{ marking.format }}",
    "{{ title|attr('runs') }}",
    "{{ self }}",
    "{{ is_release }}",
    "{{ items }}",
    "{{ items[99] }}",
    "{{ nothing }}",
    "{{ items + 1 }}",
    "{{ 1 / 0 }}",
)


@pytest.mark.parametrize(
    ("tag", "place"),
    [
        ("{{ location }}", "the location"),
        ("{{ minute.text }}", "minute 1.1"),
        ("{{ minute.number }}", "the number of minute 1.1"),
        ("{{ item.title }}", "the title of item 1"),
        ("{{ row.organisation }}", "attendance,? row 1, organisation"),
        ("{{ next_meeting }}", "the next meeting"),
        ("{{ contact_email }}", "the contact's email"),
    ],
)
def test_a_template_that_leaves_a_text_out_is_refused_by_place(
    rich: MinutesDocument, edited_template: Callable[..., bytes], tag: str, place: str
) -> None:
    """The sentence names what is missing."""
    with pytest.raises(RenderError, match=place):
        render_docx(rich, edited_template(tag, "gone"))


def test_a_refusal_repeats_nothing_of_the_text(rich: MinutesDocument, edited_template: Callable[..., bytes]) -> None:
    """What is lost may be what is withheld elsewhere."""
    with pytest.raises(RenderError) as refusal:
        render_docx(rich, edited_template("{{ location }}", "{{ nothing[location] }}"))
    assert ("Leeds" in str(refusal.value), refusal.value.__cause__) == (False, None)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ location|upper }}",
        "{{ location|lower }}",
        "{{ 'x' if location }}",
        "{# {{ location }} #}",
        "{{ date }}",
    ],
)
def test_a_template_that_changes_a_text_is_refused(
    rich: MinutesDocument, edited_template: Callable[..., bytes], tag: str
) -> None:
    """The record is printed as it is."""
    with pytest.raises(RenderError, match="the location"):
        render_docx(rich, edited_template("{{ location }}", tag))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{%p for item in items %}", "{%p for item in items[1], items[0] %}"),
        ("{%tr for row in attendance %}", "{%tr for row in (attendance[1], attendance[0]) %}"),
    ],
)
def test_a_template_that_changes_the_order_is_refused(
    rich: MinutesDocument, edited_template: Callable[..., bytes], old: str, new: str
) -> None:
    """Minutes follow one another as in the record."""
    with pytest.raises(RenderError, match="order"):
        render_docx(rich, edited_template(old, new))


@pytest.mark.parametrize(
    "hidden",
    [
        '<w:p w:rsidR="{{ location }}"><w:r><w:t>x</w:t></w:r></w:p>',
        '<w:p><w:pPr><w:pStyle w:val="{{ location }}"/></w:pPr></w:p>',
        "<w:p><w:r><w:instrText>{{ location }}</w:instrText></w:r></w:p>",
        "<w:p>{{ location }}</w:p>",
    ],
)
def test_a_text_that_is_printed_where_nobody_sees_it_is_refused(
    rich: MinutesDocument, edited_template: Callable[..., bytes], hidden: str
) -> None:
    """In an attribute, in a field's code or beside the runs: well-formed, and never shown."""
    old = "<w:p><w:r><w:t>{%p if location %}</w:t></w:r></w:p>"
    with pytest.raises(RenderError):
        render_docx(rich, edited_template(old, hidden + old))


def test_a_template_that_is_not_well_formed_once_filled_is_refused(
    rich: MinutesDocument, edited_template: Callable[..., bytes]
) -> None:
    """Nothing is repaired by dropping."""
    old, end = "{{ location }}</w:t></w:r></w:p>", "<w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p>"
    with pytest.raises(RenderError, match="well-formed"):
        render_docx(rich, edited_template(old, f"{{{{ location }}}}{{% if not title %}}</w:t></w:r></w:p>{end}"))


@pytest.mark.parametrize("tag", [*READS, *LOOPS])
def test_a_template_reads_fields_and_nothing_else(
    rich: MinutesDocument, edited_template: Callable[..., bytes], tag: str
) -> None:
    """No call, no inner working, no global, no unknown name."""
    with pytest.raises((RenderError, InputError)) as refusal:
        render_docx(rich, edited_template("{{ location }}", "{{ location }}" + tag))
    assert "Leeds" not in str(refusal.value)


def test_a_header_without_the_marking_is_refused(rich: MinutesDocument, edited_template: Callable[..., bytes]) -> None:
    """Also where the page that would wear it is not switched on."""
    template = edited_template("{{ marking }}", "OFFICIAL", part="word/header2.xml")
    with pytest.raises(RenderError, match="first header of section 1"):
        render_docx(rich, template)


def test_a_section_without_a_kind_of_footer_is_refused(
    rich: MinutesDocument, edited_template: Callable[..., bytes]
) -> None:
    """Switched on later, it would be a page without its marking."""
    template = edited_template('<w:footerReference w:type="even" r:id="rId9"/>', "")
    with pytest.raises(RenderError, match="no even footer"):
        render_docx(rich, template)


def test_a_first_section_without_headers_is_refused(
    rich: MinutesDocument, edited_template: Callable[..., bytes]
) -> None:
    """A later section's headers do not help it."""
    spot = "<w:p><w:r><w:t>{%p if location %}"
    section = "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
    with pytest.raises(RenderError, match="Section 1 has no default header"):
        render_docx(rich, edited_template(spot, section + spot))


def test_a_later_section_inherits_its_headers(
    rich: MinutesDocument, opened: Callable[[bytes], "Package"], packed: Callable[[dict[str, bytes]], bytes]
) -> None:
    """As Word does it, and as a clerk leaves them after a section break."""
    parts = opened(template_bytes("minutes.docx")).parts
    text, references, page = re.split("((?:<w:(?:head|foot)erReference [^>]*/>)+)", parts["word/document.xml"].decode())
    spot = "<w:p><w:r><w:t>{%p if location %}"
    section = f"<w:p><w:pPr><w:sectPr>{references}</w:sectPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
    parts["word/document.xml"] = (text.replace(spot, section + spot) + page).encode()
    package = opened(render_docx(rich, packed(parts)))
    assert len(list(package.xml().iter(f"{W}sectPr"))) == 2


def test_a_tag_that_word_has_split_over_runs_is_read(
    rich: MinutesDocument, edited_template: Callable[..., bytes], opened: Callable[[bytes], "Package"]
) -> None:
    """Word splits a tag at will: spelling marks, revisions, fonts."""
    template = edited_template(
        "{{ location }}", "{</w:t></w:r><w:proofErr/><w:r><w:t>{ loca</w:t></w:r><w:r><w:t>tion }}"
    )
    assert ("Date", "Place:\tRoom 3.12, Leeds") in opened(render_docx(rich, template)).paragraphs()


def test_a_house_template_may_move_a_section(
    rich: MinutesDocument, edited_template: Callable[..., bytes], opened: Callable[[bytes], "Package"]
) -> None:
    """The order within a section is the record's, the order of sections the house's."""
    old = "<w:p><w:r><w:t>{%p if location %}"
    place = "<w:p><w:r><w:t>Next: {{ next_meeting }}</w:t></w:r></w:p>"
    read = opened(render_docx(rich, edited_template(old, place + old))).read()
    assert read.index("Next: 1 August") < read.index("Attendance")


def test_text_keeps_the_look_that_the_house_gave_it(
    release: MinutesDocument, edited_template: Callable[..., bytes], opened: Callable[[bytes], "Package"]
) -> None:
    """A mark in red text stays red, and gains the style of marks."""
    red = '<w:r><w:rPr><w:color w:val="C00000"/></w:rPr><w:t>{{ minute.text }}</w:t></w:r>'
    template = edited_template('<w:r><w:t xml:space="preserve">{{ minute.text }}</w:t></w:r>', red)
    package = opened(render_docx(release, template))
    assert package.parts["word/document.xml"].count(b'<w:color w:val="C00000"/>') == 5 + 1


def test_an_empty_text_need_not_be_printed(rich: MinutesDocument, worded: Callable[..., Text]) -> None:
    """There is nothing to lose."""
    assert render_docx(replace(rich, subtitle=worded(""), body=worded("")))


@pytest.mark.parametrize("content", [b"", b"PK", b"not a file", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_word_file_is_refused(rich: MinutesDocument, content: bytes) -> None:
    """With a sentence, whatever the bytes are."""
    with pytest.raises(InputError):
        render_docx(rich, content or b"\x00")
