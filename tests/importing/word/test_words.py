"""What a person sees in a paragraph is what is read of it: no more, no less, and each once."""

import unicodedata
from collections.abc import Callable
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st

from lpgminutes.importing.source import LineKind, Source, SourceLine
from lpgminutes.importing.word import read_word

Lines = Callable[..., list[SourceLine]]
P = Callable[..., str]


def run(words: str, properties: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def words_of(lines: list[SourceLine]) -> list[str]:
    """The words of each line."""
    return [line.spaced for line in lines]


def test_words_are_read_whatever_holds_them(lines: Lines) -> None:
    """Links, smart tags, content controls, simple fields and elements that are not known here."""
    inner = (
        f'<w:hyperlink r:id="x">{run("link ")}</w:hyperlink><w:smartTag>{run("tag ")}</w:smartTag>'
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('control ')}</w:sdtContent></w:sdt>"
        f'<w:fldSimple w:instr="DATE">{run("field ")}</w:fldSimple><w:odd>{run("odd ")}</w:odd>'
        f"<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"
    )

    assert words_of(lines(f"<w:p>{inner}</w:p>")) == ["link tag control field odd x+1"]


def test_of_a_field_the_result_is_read_and_not_its_code(lines: Lines) -> None:
    """Also of a field within the code of another."""

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = '<w:r><w:instrText xml:space="preserve"> REF x </w:instrText></w:r>'
    inner_field = mark("begin") + code + mark("separate") + run("hidden") + mark("end")
    outer_field = mark("begin") + code + inner_field + mark("separate") + run("item 4") + mark("end")

    assert words_of(lines(f"<w:p>{run('See ')}{outer_field}{run('.')}</w:p>")) == ["See item 4."]


def test_breaks_tabs_and_signs(lines: Lines) -> None:
    """A manual break begins a line that goes on; a tab stays for the columns that it parts."""
    inner = (
        "<w:r><w:t>Jane</w:t><w:tab/><w:t>Chair</w:t><w:br/><w:t>non</w:t><w:noBreakHyphen/><w:t>executive</w:t>"
        '<w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    )

    first, second = lines(f"<w:p>{inner}</w:p>")

    assert (first.spaced, second.spaced) == ("Jane\tChair", "non-executive\u2713")
    assert (False, True, first.place) == (first.continues, second.continues, second.place)
    assert first.columns == ("Jane", "Chair")


def test_a_page_break_is_a_gap_and_turns_the_page(lines: Lines, p: P) -> None:
    """What follows stands on the next page."""
    before, after = lines(p("one") + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + p("two"))

    assert [(before.page, before.after_gap), (after.page, after.after_gap)] == [(1, False), (2, True)]


def test_words_of_a_text_box_are_read_once_and_after_their_paragraph(source: Callable[..., Source], p: P) -> None:
    """Word writes the box twice, for itself and for older programs."""
    box = f"<w:txbxContent>{p('in the box')}</w:txbxContent>"
    body = (
        f"<w:p>{run('before')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><a:graphic><wps:wsp>"
        f"<wps:txbx>{box}</wps:txbx></wps:wsp></a:graphic></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}"
        f"</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>{p('after')}"
    )

    read = source(body)

    assert words_of(list(read.lines)) == ["before", "in the box", "after"]
    assert any("text box" in remark.sentence for remark in read.remarks)


def test_what_is_not_printed_is_set_aside(source: Callable[..., Source], p: P) -> None:
    """Hidden words, the prompt of an empty field, a table of contents."""
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click here')}</w:sdtContent></w:sdt>"
    contents = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{p('1. Welcome 2')}</w:sdtContent></w:sdt>"
    )

    read = source(f"<w:p>{run('seen ')}{run('unseen', '<w:vanish/>')}{prompt}</w:p>{contents}")

    assert words_of(list(read.lines)) == ["seen"]
    assert [(aside.words, aside.why) for aside in read.set_aside if aside.words != "Click here"] == [
        ("unseen", "hidden words"),
        ("1. Welcome 2", "a table of contents"),
    ]


def test_bold_follows_from_words_and_styles_as_word_has_it(lines: Lines) -> None:
    """Two styles that both say bold cancel each other; what the words say themselves decides."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    bold = '<w:pPr><w:pStyle w:val="B"/></w:pPr>'
    strong, off = '<w:rStyle w:val="S"/>', '<w:b w:val="0"/>'
    body = (
        f"<w:p>{bold}{run('all')}</w:p><w:p>{bold}{run('none', strong)}</w:p>"
        f"<w:p>{run('Label: ', strong)}{run('the rest')}</w:p><w:p>{bold}{run('off', off)}</w:p>"
    )

    assert [(line.is_bold, line.bold_start) for line in lines(body, styles=styles)] == [
        (True, 3),
        (False, 0),
        (False, 7),
        (False, 0),
    ]


def test_styles_tell_name_level_and_indent_through_what_they_are_based_on(lines: Lines, p: P) -> None:
    """Also where a style is based on itself by mistake."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/>'
        '<w:ind w:left="720"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="H2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Odd"><w:name w:val="Odd"/><w:basedOn w:val="Odd"/></w:style>'
    )
    body = "".join(p("x", f'<w:pStyle w:val="{style}"/>') for style in ("H2", "Sub", "Odd"))
    body += p("y", '<w:pStyle w:val="H2"/><w:outlineLvl w:val="9"/><w:ind w:left="1440" w:hanging="720"/>')

    assert [(line.style, line.outline_level, line.indent) for line in lines(body, styles=styles)] == [
        ("Heading 2", 2, 5),
        ("Sub", 2, 5),
        ("Odd", None, 0),
        ("Heading 2", None, 5),
    ]


def test_headers_and_footers_stand_around_their_section_once_each(lines: Lines, p: P) -> None:
    """Two sections with the same header read it once; a header of first pages that are not printed comes too."""

    def section(header: str, kind: str = "default") -> str:
        footer = '<w:footerReference w:type="default" r:id="footer1"/>'
        return f'<w:sectPr><w:headerReference w:type="{kind}" r:id="{header}"/>{footer}</w:sectPr>'

    body = f"<w:p><w:pPr>{section('header1')}</w:pPr>{run('one')}</w:p>{p('two')}{section('header2')}"
    read = lines(body, header1=p("OFFICIAL"), header2=p("OFFICIAL"), footer1=p("Page 1"))

    assert [(line.text, line.kind) for line in read] == [
        ("OFFICIAL", LineKind.HEADER),
        ("one", LineKind.BODY),
        ("Page 1", LineKind.FOOTER),
        ("two", LineKind.BODY),
    ]


def test_places_count_paragraphs_and_rows(lines: Lines, p: P) -> None:
    """Empty ones too, so that a place can be found again in the file."""
    table = f"<w:tbl><w:tr><w:tc>{p('a')}{p('b')}</w:tc></w:tr></w:tbl>"

    read = lines(p("one") + "<w:p/>" + table + p("last"))

    assert [(line.place, line.after_gap) for line in read] == [(1, False), (3, True), (4, False)]


def test_a_file_in_the_strict_form_reads_the_same(word_file: type, p: P) -> None:
    """Word can save under other names for the same things."""
    made = word_file(body=p("words"))
    strict = made.members()["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    made.extra["word/document.xml"] = strict

    assert words_of(list(read_word(made.content(), name="strict.docx").lines)) == ["words"]


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=20)


@given(stretches=st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=6))
def test_every_visible_character_comes_through(
    source: Callable[..., Source], stretches: list[tuple[str, bool]]
) -> None:
    """However the words are cut into runs, spaces at the ends of the line apart."""
    runs = "".join(run(escape(words), "<w:b/>" * bold) for words, bold in stretches)

    read = source(f"<w:p>{runs}</w:p>")

    expected = "".join(words for words, _ in stretches)
    visible = "".join(line.text for line in read.lines)
    assert unicodedata.normalize("NFC", "".join(expected.split())) == "".join(visible.split())
