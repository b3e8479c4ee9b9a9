"""What a clerk finds in the Word file of minutes."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from lpgminutes.documents.docx import render_docx
from lpgminutes.documents.html import render_html
from lpgminutes.documents.plain import render_text
from lpgminutes.domain.document import Mark, MarkStyle, MinutesDocument, Text, Words
from lpgminutes.domain.exemptions import read_exemption

if TYPE_CHECKING:
    from tests.documents.conftest import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RUNNING = [f"word/{place}{number}.xml" for place in ("header", "footer") for number in (1, 2, 3)]


@pytest.fixture
def printed(rich: MinutesDocument, opened: Callable[[bytes], "Package"]) -> "Package":
    """The rich document as a package."""
    return opened(render_docx(rich))


@pytest.fixture
def released(release: MinutesDocument, opened: Callable[[bytes], "Package"]) -> "Package":
    """The release copy as a package."""
    return opened(render_docx(release))


def test_every_text_stands_in_the_file_in_reading_order(rich: MinutesDocument, printed: "Package") -> None:
    """What went in comes out, once for each time it is printed, in the order of the record."""
    read, place = printed.read(), 0
    for text in rich.texts():
        found = read.find(text.plain(), place)
        assert found >= 0, text.place.words()
        place = found + len(text.plain())


@pytest.mark.parametrize("part", RUNNING)
def test_the_marking_stands_in_every_kind_of_header_and_footer(printed: "Package", part: str) -> None:
    """A page is marked at top and bottom whatever kind of page it is."""
    assert ("OFFICIAL – SENSITIVE" in printed.read(part), printed.read(part).count("OFFICIAL")) == (True, 1)


def test_the_section_refers_to_all_six(printed: "Package") -> None:
    """Each kind is there before somebody switches it on."""
    references = [*printed.xml().iter(f"{W}headerReference"), *printed.xml().iter(f"{W}footerReference")]
    assert sorted(reference.get(f"{W}type") for reference in references) == sorted(["default", "even", "first"] * 2)


def test_the_marking_is_the_first_line_of_the_text(printed: "Package") -> None:
    """A screen reader passes over headers, so the text begins with the marking."""
    assert printed.paragraphs()[0][1] == "Protective marking: OFFICIAL – SENSITIVE"


@pytest.mark.parametrize(
    ("status", "heading"),
    [
        ("draft", "Draft minutes"),
        ("circulated", "Minutes circulated for approval"),
        ("approved", "Minutes as approved"),
    ],
)
def test_the_status_is_said_in_words(
    rich: MinutesDocument, opened: Callable[[bytes], "Package"], status: str, heading: str
) -> None:
    """A draft is not taken for the record."""
    package = opened(render_docx(replace(rich, status=status)))
    assert ("Date", f"Status:\t{heading}") in package.paragraphs()


def test_minutes_carry_their_number_and_label_in_a_hanging_indent(printed: "Package") -> None:
    """Number, tab, label with colon, text: as literal text, so that a reference in the text matches."""
    assert ("List", "1.2\tProgress: An update was given:") in printed.paragraphs()


def test_run_in_labels_stand_out_with_their_colon(printed: "Package") -> None:
    """The label wears the style Strong, and so does its colon."""
    runs = [
        "".join(run.itertext())
        for run in printed.xml().iter(f"{W}r")
        if run.find(f"{W}rPr/{W}rStyle") is not None and run.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "Strong"
    ]
    assert "Recruitment: " in runs


def test_points_wear_the_style_of_their_kind_and_depth(printed: "Package") -> None:
    """A heading does not push its points further in."""
    points = [pair for pair in printed.paragraphs() if pair[0].startswith(("ListB", "ListC", "Heading3"))]
    assert points == [
        ("ListBullet", "Recruitment: Forty came."),
        ("ListBullet2", "Two left."),
        ("ListBullet3", "One came back."),
        ("Heading3", "Lot 1 in May"),
        ("ListBullet", "SLA4a: It was 84%."),
        ("ListContinue", "The total was agreed."),
    ]


def test_an_action_is_noted_where_it_arises(printed: "Package") -> None:
    """The note names reference, owners and date, and says so when no date is set."""
    notes = [words for style, words in printed.paragraphs() if style == "BlockText"]
    assert notes == [
        "Action AP0619-01: Owner 1A, Owner 1B. Due: 1 August 2019.",
        "Action AP0619-02: Owner 2A, Owner 2B.",
    ]


def test_what_is_empty_is_left_out_or_said_in_words(
    rich: MinutesDocument, opened: Callable[[bytes], "Package"], worded: Callable[..., Text]
) -> None:
    """No heading stands over nothing."""
    none = worded("")
    bare = replace(
        rich,
        attendance=(),
        actions=(),
        decisions=(),
        next_meeting=none,
        contact_name=none,
        contact_email=none,
    )
    read = opened(render_docx(bare)).read()
    assert [
        "No attendance was recorded." in read,
        "No actions were recorded." in read,
        "No next meeting was set." in read,
        "Decisions" in read,
        "Contact" in read,
    ] == [True, True, True, False, False]


def test_a_release_copy_says_what_it_is(released: "Package") -> None:
    """Act, case, the original marking once, and what each mark means, in a box of their own."""
    box = [words for style, words in released.paragraphs() if style == "IntenseQuote"]
    assert box == [
        (
            "Released under the Freedom of Information Act 2000, case FOI2019/26281. "
            "Where information is withheld, a mark stands in its place and names the exemption relied on."
        ),
        "The minutes themselves are marked OFFICIAL – SENSITIVE.",
        "S40(2): personal information",
    ]


def test_minutes_hold_no_release_box(printed: "Package") -> None:
    """Only a release copy speaks of the Act."""
    assert "Freedom of Information" not in printed.read()


def test_each_mark_is_a_run_of_its_own_in_a_character_style(released: "Package") -> None:
    """Marks that touch stay apart, and words beside them keep their look."""
    paragraph = next(p for p in released.xml().iter(f"{W}p") if "1.1" in "".join(p.itertext()))
    runs = [
        (
            None if run.find(f"{W}rPr/{W}rStyle") is None else run.find(f"{W}rPr/{W}rStyle").get(f"{W}val"),
            "".join(run.itertext()),
        )
        for run in paragraph.iter(f"{W}r")
    ]
    emphasis = "IntenseEmphasis"
    assert runs[-5:] == [
        (emphasis, "[redacted: S40(2)]"),
        (None, " opened; "),
        (emphasis, "[redacted: S40(2)]"),
        (emphasis, "[redacted: S40(2)]"),
        (None, " agreed."),
    ]


def test_marks_follow_the_style_that_the_document_asks_for(
    release: MinutesDocument, opened: Callable[[bytes], "Package"]
) -> None:
    """In house style a mark reads as many bodies have always printed it."""
    read = opened(render_docx(replace(release, mark_style=MarkStyle.HOUSE))).read()
    assert ("XXXX S40(2) opened" in read, "[redacted: S40(2)] opened" in read) == (True, False)


def test_a_mark_cites_every_exemption_that_it_rests_on(
    release: MinutesDocument, opened: Callable[[bytes], "Package"]
) -> None:
    """Both exemptions of a mark are printed, as the domain writes them."""
    both = Mark(number=1, exemptions=(read_exemption("FOIA s40(2)"), read_exemption("FOIA s43(2)")))
    document = replace(release, location=replace(release.location, segments=(both, Words(", Leeds"))))
    assert "[redacted: s40(2), s43(2)], Leeds" in opened(render_docx(document)).read()


def test_the_file_says_title_language_and_body_of_itself(printed: "Package") -> None:
    """The properties hold nothing else: no person, no time."""
    core = {child.tag.rpartition("}")[2]: child.text for child in printed.xml("docProps/core.xml")}
    assert core == {
        "title": "Lot Performance Group meeting",
        "creator": "Lot Performance Group",
        "language": "en-GB",
    }


def test_a_withheld_title_is_a_mark_in_the_properties_too(released: "Package") -> None:
    """The property is made from the printed text, so it holds no more than the page."""
    title = released.xml("docProps/core.xml").find("{http://purl.org/dc/elements/1.1/}title")
    assert title.text == "Meeting on [redacted: S40(2)]"


def test_the_same_document_gives_the_same_bytes(rich: MinutesDocument) -> None:
    """A release can be made again, byte for byte."""
    assert render_docx(rich) == render_docx(replace(rich))


def test_a_body_whose_title_is_its_name_is_printed_once(
    rich: MinutesDocument, opened: Callable[[bytes], "Package"], worded: Callable[..., Text]
) -> None:
    """The name is not said twice, one line after the other, in any of the three forms."""
    named = replace(rich, body=worded("Steering Group"), title=worded("Steering Group"))
    page = render_html(named).decode().partition("<main>")[2]
    read = (opened(render_docx(named)).read(), page, render_text(named))
    assert [form.count("Steering Group") for form in read] == [1, 1, 1]


def test_two_marks_are_not_the_same_words(release: MinutesDocument, opened: Callable[[bytes], "Package"]) -> None:
    """What is withheld of the body may differ from what is withheld of the title, so both are printed."""
    withheld = replace(release, body=replace(release.body, segments=release.title.segments))
    marked = "Meeting on [redacted: S40(2)]"
    page = render_html(withheld).decode().partition("<main>")[2].replace('<strong class="mark">', "")
    read = (opened(render_docx(withheld)).read(), page.replace("</strong>", ""), render_text(withheld))
    assert [form.count(marked) for form in read] == [2, 2, 2]


def test_a_withheld_due_date_is_a_mark_in_every_note_and_row(
    rich: MinutesDocument, opened: Callable[[bytes], "Package"]
) -> None:
    """Whether a date was set cannot be told from the copy."""
    withheld = tuple(
        replace(entry, due=replace(entry.due, segments=(Mark(number=9, label="S38"),))) for entry in rich.actions
    )
    first, minute = rich.items[0].minutes
    item = replace(rich.items[0], minutes=(first, replace(minute, actions=withheld)))
    read = opened(render_docx(replace(rich, items=(item, rich.items[1]), actions=withheld))).paragraphs()
    notes = [words.partition(". ")[2] for style, words in read if style == "BlockText"]
    rows = [words for style, words in read if style == "NoSpacing" and words == "[redacted: S38]"]
    assert (notes, len(rows)) == (["Due: [redacted: S38]."] * 2, 2)


def test_no_point_stands_closer_to_the_next_minute_than_to_its_neighbour(printed: "Package") -> None:
    """Word puts the larger of two spacings between paragraphs: the one before a minute is never the smaller."""
    spacing = {style.get(f"{W}styleId"): style.find(f"{W}pPr/{W}spacing") for style in printed.xml("word/styles.xml")}
    before = int(spacing["List"].get(f"{W}before"))
    under = ("ListBullet", "ListBullet2", "ListBullet3", "ListContinue2", "BlockText", "List")
    assert all(before >= int(spacing[style].get(f"{W}after")) for style in under)
