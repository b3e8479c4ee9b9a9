"""What a clerk is told of a house template."""

from collections.abc import Callable

import pytest

from lpgminutes.documents.check_template import check_template
from lpgminutes.resources import template_bytes

SPOT = "<w:p><w:r><w:t>{%p if location %}"


def test_the_template_that_ships_is_in_order() -> None:
    """Nothing to say."""
    assert check_template(template_bytes("minutes.docx")) == ()


def test_an_unknown_variable_is_named(edited_template: Callable[..., bytes]) -> None:
    """Before a meeting depends on it."""
    sentences = check_template(edited_template("{{ location }}", "{{ location }}{{ venue }}"))
    assert "The template uses “venue”, which is not a variable of minutes." in sentences


def test_an_unknown_field_is_named(edited_template: Callable[..., bytes]) -> None:
    """Also inside a row."""
    sentences = check_template(edited_template("{{ row.role }}", "{{ row.role }}{{ row.post }}"))
    assert any("“post”" in sentence for sentence in sentences)


@pytest.mark.parametrize("place", ["header", "footer"])
@pytest.mark.parametrize(("number", "kind"), [(1, "default"), (2, "first"), (3, "even")])
def test_a_header_without_the_marking_is_named(
    edited_template: Callable[..., bytes], place: str, number: int, kind: str
) -> None:
    """A marking that is typed in counts as none: it would be wrong for other minutes."""
    template = edited_template("{{ marking }}", "OFFICIAL", part=f"word/{place}{number}.xml")
    assert check_template(template) == (f"The {kind} {place} of section 1 does not hold the marking.",)


def test_a_text_without_the_marking_is_named(edited_template: Callable[..., bytes]) -> None:
    """Screen readers pass over headers."""
    sentences = check_template(edited_template("{{ marking }}", "OFFICIAL"))
    assert sentences == (
        "The marking does not stand in the text itself: screen readers pass over headers and footers.",
    )


def test_a_mistake_in_a_tag_is_placed(edited_template: Callable[..., bytes]) -> None:
    """With the words that it stands in."""
    (sentence,) = check_template(edited_template("{{ subtitle }}", "Second line {{ subtitle ! }}"))
    assert "word/document.xml" in sentence
    assert "Second line" in sentence


def test_a_loop_that_does_not_end_is_said(edited_template: Callable[..., bytes]) -> None:
    """In one sentence."""
    (sentence,) = check_template(edited_template("{%tr endfor %}", ""))
    assert "word/document.xml is wrong" in sentence


@pytest.mark.parametrize(
    ("tag", "place"),
    [
        ("{{ action.due }}", "due"),
        ("{{ decision.text }}", "decision"),
        ("{{ case }}", "the case reference"),
        ("{{ entry.meaning }}", "the legend"),
        ("{{ point.label }}", "1.1"),
        ("{{ contact_email }}", "contact"),
    ],
)
def test_a_variable_that_is_never_printed_is_named(edited_template: Callable[..., bytes], tag: str, place: str) -> None:
    """Also one that only a release copy has."""
    sentences = check_template(edited_template(tag, "gone"))
    assert sentences
    assert all(sentence.startswith("The template leaves out ") and place in sentence for sentence in sentences)


def test_a_whole_table_that_is_left_out_is_named(edited_template: Callable[..., bytes]) -> None:
    """The action table of a house that forgot it."""
    sentences = check_template(edited_template("{%tr for action in actions %}", "{%tr for action in () %}"))
    assert any("action" in sentence for sentence in sentences)


def test_every_reason_that_stops_the_seal_is_said(edited_template: Callable[..., bytes]) -> None:
    """All at once, not one a try."""
    picture = "<w:p><w:r><w:drawing/></w:r></w:p>"
    template = edited_template(SPOT, picture + SPOT, extra={"word/media/image1.png": b"x", "word/comments.xml": b"x"})
    sentences = " ".join(check_template(template))
    assert [name in sentences for name in ("a picture", "image1.png", "comments.xml")] == [True, True, True]


def test_relationships_that_cannot_be_read_are_said(edited_template: Callable[..., bytes]) -> None:
    """Whatever else follows from it."""
    sentences = check_template(edited_template(extra={"word/_rels/document.xml.rels": b"<x"}))
    assert any("document.xml.rels cannot be read" in sentence for sentence in sentences)


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 an old .doc"])
def test_what_is_no_word_file_is_said(content: bytes) -> None:
    """In one sentence."""
    assert len(check_template(content)) == 1


def test_a_word_file_without_a_text_is_said(packed: Callable[[dict[str, bytes]], bytes]) -> None:
    """Something else that Word's programs make."""
    assert check_template(packed({"xl/workbook.xml": b"<x/>"})) == (
        "This is not a Word document: it has no main text. Save it again as .docx.",
    )


def test_nothing_of_a_template_is_run(edited_template: Callable[..., bytes]) -> None:
    """A template is somebody else's file."""
    attack = "{{ ''.__class__.__mro__[1].__subclasses__() }}"
    sentences = check_template(edited_template("{{ subtitle }}", "{{ subtitle }}" + attack))
    assert len(sentences) >= 1
