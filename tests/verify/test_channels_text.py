"""Leaks through the text parts: each way of keeping a withheld name in the document's own text must be found."""

from collections.abc import Callable, Iterator

import pytest

from lpgminutes.verify import verify

Parts = dict[str, bytes]
Pack = Callable[[Parts], bytes]
SECRET = "Margaret Ellwood"
END = "Close of meeting."
MAIN = "word/document.xml"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def cells(*texts: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{para(run(text))}</w:tc>' for text in texts)}</w:tr>"


def letters(text: str, between: str) -> str:
    return between.join(text)


def look_alike(text: str) -> str:
    return text.translate(str.maketrans("aeoMrE", "аеоМгЕ"))


def full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c != " " else "\u3000" for c in text)


def tagged(text: str) -> str:
    return "".join(chr(0xE0000 + ord(c)) for c in text)


def changed(kind: str, inner: str) -> str:
    return f'<w:{kind} w:id="1" w:author="x" w:date="2019-06-01T00:00:00Z">{inner}</w:{kind}>'


def field(code: str, result: str = "1") -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f"{mark.format('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark.format('separate')}"
        f"{run(result)}{mark.format('end')}"
    )


def control(properties: str, inner: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner or para(run('x'))}</w:sdtContent></w:sdt>"


def drawing(attributes: str) -> str:
    space = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    return para(
        f'<w:r><w:drawing><wp:inline xmlns:wp="{space}"><wp:docPr id="1" {attributes}/></wp:inline></w:drawing></w:r>'
    )


def box(inner: str) -> str:
    return f'<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'


def choice(first: str, second: str) -> str:
    space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return (
        f'<mc:AlternateContent xmlns:mc="{space}"><mc:Choice Requires="wps">{first}</mc:Choice>'
        f"<mc:Fallback>{second}</mc:Fallback></mc:AlternateContent>"
    )


def symbols(text: str) -> str:
    return "".join(f'<w:r><w:sym w:font="Wingdings" w:char="{0xF000 + ord(c):04X}"/></w:r>' for c in text)


IN_BODY: dict[str, str] = {
    "plain": para(run(SECRET)),
    "lower case": para(run(SECRET.lower())),
    "capitals": para(run(SECRET.upper())),
    "words in two runs": para(run("Margaret "), run("Ellwood")),
    "one word over two runs": para(run("Margaret Ell"), run("wood")),
    "a letter a run": para(*(run(c) for c in SECRET)),
    "split over paragraphs": para(run("Marga")) + para(run("ret Ellwood")),
    "a letter a paragraph": "".join(para(run(c)) for c in SECRET),
    "split over cells": f"<w:tbl>{cells('Margaret', 'Ellwood')}</w:tbl>",
    "words down a column": f"<w:tbl>{cells('Margaret', 'one')}{cells('Ellwood', 'two')}</w:tbl>",
    "letters down a column": f"<w:tbl>{''.join(cells(c, 'more') for c in SECRET)}</w:tbl>",
    "nested table": f"<w:tbl><w:tr><w:tc><w:tbl>{cells(SECRET)}</w:tbl>{para()}</w:tc></w:tr></w:tbl>",
    "line break inside": para(f"<w:r><w:t>Margaret</w:t><w:br/><w:t>Ellwood</w:t></w:r>"),  # noqa: F541
    "tab inside": para("<w:r><w:t>Margaret</w:t><w:tab/><w:t>Ellwood</w:t></w:r>"),
    "hyphen element": para("<w:r><w:t>Ell</w:t><w:softHyphen/><w:t>wood, Margaret</w:t></w:r>"),
    "letter-spaced": para(run(letters(SECRET, " "))),
    "dotted": para(run(letters("MargaretEllwood", "."))),
    "underlined spaces": para(run("Margaret_Ellwood")),
    "no-break space": para(run(SECRET.replace(" ", "\u00a0"))),
    "thin space": para(run(SECRET.replace(" ", "\u2009"))),
    "zero-width spaces": para(run(letters(SECRET, "\u200b"))),
    "soft hyphens": para(run(letters(SECRET, "\u00ad"))),
    "word joiners": para(run(letters(SECRET, "\u2060"))),
    "byte order marks": para(run(letters(SECRET, "\ufeff"))),
    "grapheme joiners": para(run(letters(SECRET, "\u034f"))),
    "variation selectors": para(run(letters(SECRET, "\ufe0f"))),
    "accents added": para(run("Márgàrêt Ëllwöød")),
    "combining marks": para(run(letters(SECRET, "\u0301"))),
    "full width": para(run(full_width(SECRET))),
    "mathematical letters": para(
        run("".join(chr(0x1D400 + ord(c) - 65) if c.isupper() else c for c in SECRET))
    ),
    "circled letters": para(run("".join(chr(0x24D0 + ord(c) - 97) if c.islower() else c for c in SECRET))),
    "look-alike Cyrillic": para(run(look_alike(SECRET))),
    "look-alike Greek": para(run(SECRET.translate(str.maketrans("MEao", "ΜΕαο")))),
    "small capitals": para(run("Mᴀʀɢᴀʀᴇᴛ Eʟʟᴡᴏᴏᴅ")),
    "direction override": para(run(f"\u202e{SECRET[::-1]}\u202c")),
    "reversed": para(run(SECRET[::-1])),
    "tag characters": para(run(f"Close{tagged(SECRET)}")),
    "symbol font": para(symbols(SECRET)),
    "private use characters": para(run("".join(chr(0xF000 + ord(c)) for c in SECRET))),
    "deleted text": para(changed("del", f"<w:r><w:delText>{SECRET}</w:delText></w:r>")),
    "inserted text": para(changed("ins", run(SECRET))),
    "moved from": para(changed("moveFrom", run(SECRET))),
    "moved to": para(changed("moveTo", run(SECRET))),
    "broken by deleted text": para(
        run("Margaret Ell"), changed("del", "<w:r><w:delText>XXXX</w:delText></w:r>"), run("wood")
    ),
    "broken by inserted text": para(run("Margaret Ell"), changed("ins", run("XXXX")), run("wood")),
    "half deleted": para(
        run("Margaret "),
        changed("ins", run("Z ")),
        changed("del", "<w:r><w:delText>Ellwood</w:delText></w:r>"),
    ),
    "author of a change": para(f'<w:ins w:id="1" w:author="{SECRET}">{run("x")}</w:ins>'),
    "change of formatting": para(
        run("x", f'<w:rPrChange w:id="2" w:author="{SECRET}"><w:rPr/></w:rPrChange>'),
    ),
    "hidden run": para(run(SECRET, "<w:vanish/>")),
    "hidden on the web": para(run(SECRET, "<w:webHidden/>")),
    "broken by hidden text": para(run("Margaret Ell"), run("XXXX", "<w:vanish/>"), run("wood")),
    "white text": para(run(SECRET, '<w:color w:val="FFFFFF"/>')),
    "broken by white text": para(run("Margaret Ell"), run("XXXX", '<w:color w:val="FDFDFD"/>'), run("wood")),
    "tiny text": para(run(SECRET, '<w:sz w:val="2"/>')),
    "text scaled to nothing": para(run(SECRET, '<w:w w:val="1"/>')),
    "black highlight": para(run(SECRET, '<w:highlight w:val="black"/>')),
    "black shade": para(run(SECRET, '<w:shd w:val="clear" w:fill="000000"/>')),
    "field code": para(field(f'AUTHOR "{SECRET}"')),
    "field code over runs": para(
        "<w:r><w:instrText>AUTHOR Margaret Ell</w:instrText></w:r><w:r><w:instrText>wood</w:instrText></w:r>"
    ),
    "broken by a field code": para(
        run("Margaret Ell"), "<w:r><w:instrText> PAGE </w:instrText></w:r>", run("wood")
    ),
    "path in a field": para(field(r"INCLUDETEXT C:\\Users\\Margaret_Ellwood\\notes.docx")),
    "cached field result": para(field("TOC", f"Report of {SECRET}")),
    "simple field": para(f'<w:fldSimple w:instr="QUOTE {SECRET}">{run("x")}</w:fldSimple>'),
    "field data": para(f"<w:r><w:fldChar><w:fldData>TWFyZ2FyZXQgRWxsd29vZA==</w:fldData></w:fldChar></w:r>"),  # noqa: F541
    "bookmark": para('<w:bookmarkStart w:id="0" w:name="Margaret_Ellwood"/><w:bookmarkEnd w:id="0"/>'),
    "hyperlink anchor": para(f'<w:hyperlink w:anchor="{SECRET}">{run("here")}</w:hyperlink>'),
    "hyperlink tooltip": para(f'<w:hyperlink w:tooltip="{SECRET}">{run("here")}</w:hyperlink>'),
    "form-field default": para(
        f'<w:r><w:fldChar><w:ffData><w:textInput><w:default w:val="{SECRET}"/></w:textInput></w:ffData></w:fldChar></w:r>'
    ),
    "form-field help": para(
        f'<w:r><w:fldChar><w:ffData><w:helpText w:val="{SECRET}"/></w:ffData></w:fldChar></w:r>'
    ),
    "drop-down item": control(
        f'<w:dropDownList><w:listItem w:displayText="{SECRET}" w:value="1"/></w:dropDownList>'
    ),
    "content-control alias": control(f'<w:alias w:val="{SECRET}"/>'),
    "content-control tag": control('<w:tag w:val="margaret-ellwood"/>'),
    "content-control text": control("", para(run(SECRET))),
    "smart tag": para(
        f'<w:smartTag w:uri="x" w:element="person"><w:smartTagPr><w:attr w:name="n" w:val="{SECRET}"/></w:smartTagPr>'
        f"{run('x')}</w:smartTag>"
    ),
    "custom XML element": f'<w:customXml w:element="MargaretEllwood">{para(run("x"))}</w:customXml>',
    "alternative text": drawing(f'name="Picture 1" descr="Portrait of {SECRET}"'),
    "picture title": drawing(f'name="Picture 1" title="{SECRET}"'),
    "picture name": drawing('name="margaret_ellwood.jpg"'),
    "table caption": f'<w:tbl><w:tblPr><w:tblCaption w:val="{SECRET}"/></w:tblPr>{cells("x")}</w:tbl>',
    "table description": f'<w:tbl><w:tblPr><w:tblDescription w:val="{SECRET}"/></w:tblPr>{cells("x")}</w:tbl>',
    "permission list": f'<w:permStart w:id="1" w:ed="dwp\\Margaret.Ellwood"/>{para(run("x"))}<w:permEnd w:id="1"/>',
    "text box": para(box(para(run(SECRET)))),
    "text around a box": para(run("Margaret Ell"), box(para(run("XXXX"))), run("wood")),
    "fallback": para(choice(run("x"), run(SECRET))),
    "stray text": f"<w:p>{SECRET}</w:p>",
    "foreign element": f'<x:{SECRET.replace(" ", "")} xmlns:x="urn:x"/>',
    "foreign attribute": f'<w:p w:rsidR="{SECRET}"/>',
    "unknown value": f'<w:p><w:pPr><w:pStyle w:val="{SECRET}"/></w:pPr></w:p>',
    "namespace": '<w:p xmlns:x="urn:margaret-ellwood"/>',
    "XML comment": f"<!-- {SECRET} -->{para(run('x'))}",
    "broken by an XML comment": para("<w:r><w:t>Margaret Ell<!-- XXXX -->wood</w:t></w:r>"),
    "processing instruction": f"<?author {SECRET}?>",
    "unparsed section": para(f"<w:r><w:t><![CDATA[{SECRET}]]></w:t></w:r>"),
    "numeric references": para(run("".join(f"&#{ord(c)};" for c in SECRET))),
    "double references": para(run("".join(f"&amp;#x{ord(c):x};" for c in SECRET))),
}


@pytest.mark.parametrize("inner", IN_BODY.values(), ids=IN_BODY.keys())
def test_a_name_in_the_body_is_found(inner: str, clean_parts: Parts, pack: Pack) -> None:
    """A withheld name is found in the main part, however it is split, spelt or put out of sight."""
    clean_parts[MAIN] = clean_parts[MAIN].replace(
        para_of_end(clean_parts), para_of_end(clean_parts) + inner.encode()
    )
    verdict = verify(pack(clean_parts), [SECRET], name="release.docx")
    assert {hit.term for hit in verdict.hits} == {SECRET}
    assert not verdict.clean


def para_of_end(parts: Parts) -> bytes:
    end = parts[MAIN].index(END.encode())
    return parts[MAIN][parts[MAIN].rindex(b"<w:p>", 0, end) : parts[MAIN].index(b"</w:p>", end) + 6]


STORIES = [f"word/{kind}{n}.xml" for kind in ("header", "footer") for n in (1, 2, 3)]


@pytest.mark.parametrize("name", STORIES)
def test_a_name_in_a_header_or_footer_is_found(name: str, clean_parts: Parts, pack: Pack) -> None:
    """Default, first and even headers and footers are read as the body is."""
    clean_parts[name] = clean_parts[name].replace(
        b"<w:p>", para(run("Margaret Ell"), run("wood")).encode() + b"<w:p>", 1
    )
    assert SECRET in {hit.term for hit in verify(pack(clean_parts), [SECRET]).hits}


RISKY_ONLY: dict[str, str] = {
    "tracked-changes": para(changed("ins", run("fine"))),
    "hidden-text": para(run("fine", "<w:vanish/>")),
    "comments": para('<w:commentRangeStart w:id="0"/>', run("fine")),
    "bookmark": para('<w:bookmarkStart w:id="0" w:name="_GoBack"/>'),
    "field": para(field("FILENAME")),
    "content-control": control(""),
    "rsid": '<w:p w:rsidR="00AB12CD"/>',
    "paragraph-id": f'<w:p xmlns:w14="{W14}" w14:paraId="1A2B3C4D"/>',
    "spelling-mark": para('<w:proofErr w:type="spellStart"/>'),
    "layout-trace": para("<w:r><w:lastRenderedPageBreak/></w:r>"),
    "drawing": drawing('name="Picture 1"'),
    "form-field": para("<w:r><w:fldChar><w:ffData/></w:fldChar></w:r>"),
    "text-box": para(box(para(run("fine")))),
    "alternate-content": para(choice(run("a"), run("b"))),
    "notes": para('<w:r><w:footnoteReference w:id="1"/></w:r>'),
    "custom-markup": '<w:customXml w:element="note"/>',
    "permission-range": '<w:permStart w:id="1"/>',
    "xml-comment": "<!-- fine -->",
    "xml-processing-instruction": "<?fine fine?>",
    "foreign-namespace": '<x:fine xmlns:x="urn:fine"/>',
}


@pytest.mark.parametrize(("code", "inner"), RISKY_ONLY.items(), ids=RISKY_ONLY.keys())
def test_structure_that_a_release_never_has_is_a_risk(
    code: str, inner: str, clean_parts: Parts, pack: Pack
) -> None:
    """A structure that could carry withheld text is told by name, even when it holds none."""
    clean_parts[MAIN] = clean_parts[MAIN].replace(
        para_of_end(clean_parts), para_of_end(clean_parts) + inner.encode()
    )
    verdict = verify(pack(clean_parts), [SECRET], name="release.docx")
    assert code in {risk.code for risk in verdict.risky}
    assert verdict.hits == ()


def beyond_reach() -> Iterator[tuple[str, str]]:
    """What no search of text can see."""
    yield "meaning", "the woman who chairs the group"
    yield "initials without dots", "ME thanked everyone"
    yield "misspelt", "Margeret Elwood"
    yield "nickname", "Peggy E."
    yield "acrostic", "Much as regards genuine actions remained. Every time Ellen left late."
    yield "pinprick cipher", "NbshbsfuFmmxppe"
    yield "number code", "13-1-18-7-1-18-5-20 5-12-12-23-15-15-4"
    yield "Morse", "-- .- .-. --. .- .-. . -  . .-.. .-.. .-- --- --- -.."


@pytest.mark.xfail(
    reason="a search of text sees words, not meanings, misspellings or private ciphers", strict=True
)
@pytest.mark.parametrize(
    "text", [text for _, text in beyond_reach()], ids=[name for name, _ in beyond_reach()]
)
def test_what_gives_a_name_away_without_spelling_it_is_found(
    text: str, clean_parts: Parts, pack: Pack
) -> None:
    """Listed so that nobody believes it is covered: the officer's eye is the only check for these."""
    clean_parts[MAIN] = clean_parts[MAIN].replace(END.encode(), text.encode())
    assert verify(pack(clean_parts), [f"name:{SECRET}"]).hits
