"""Leaks through the text parts: each way of keeping a withheld name in the document's own text must be found."""

# ruff: noqa: E501  (a channel is one line of markup)

from collections.abc import Callable, Iterator

import pytest

from lpgminutes.verify import verify

Parts = dict[str, bytes]
Pack = Callable[[Parts], bytes]
WHO = "Margaret Ellwood"
END = "Close of meeting."
MAIN = "word/document.xml"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _para(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def _cells(*texts: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{_para(_run(text))}</w:tc>' for text in texts)}</w:tr>"


def _letters(text: str, between: str) -> str:
    return between.join(text)


def _look_alike(text: str) -> str:
    return text.translate(str.maketrans("aeoMrE", "аеоМгЕ"))


def _full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c != " " else "\u3000" for c in text)


def _tagged(text: str) -> str:
    return "".join(chr(0xE0000 + ord(c)) for c in text)


def _changed(kind: str, inner: str) -> str:
    return f'<w:{kind} w:id="1" w:author="x" w:date="2019-06-01T00:00:00Z">{inner}</w:{kind}>'


def _field(code: str, result: str = "1") -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f"{mark.format('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark.format('separate')}"
        f"{_run(result)}{mark.format('end')}"
    )


def _control(properties: str, inner: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner or _para(_run('x'))}</w:sdtContent></w:sdt>"


def _drawing(attributes: str) -> str:
    space = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    return _para(
        f'<w:r><w:drawing><wp:inline xmlns:wp="{space}"><wp:docPr id="1" {attributes}/></wp:inline></w:drawing></w:r>'
    )


def _box(inner: str) -> str:
    return f'<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'


def _choice(first: str, second: str) -> str:
    space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return (
        f'<mc:AlternateContent xmlns:mc="{space}"><mc:Choice Requires="wps">{first}</mc:Choice>'
        f"<mc:Fallback>{second}</mc:Fallback></mc:AlternateContent>"
    )


def _symbols(text: str) -> str:
    return "".join(f'<w:r><w:sym w:font="Wingdings" w:char="{0xF000 + ord(c):04X}"/></w:r>' for c in text)


IN_BODY: dict[str, str] = {
    "plain": _para(_run(WHO)),
    "lower case": _para(_run(WHO.lower())),
    "capitals": _para(_run(WHO.upper())),
    "words in two runs": _para(_run("Margaret "), _run("Ellwood")),
    "one word over two runs": _para(_run("Margaret Ell"), _run("wood")),
    "a letter a run": _para(*(_run(c) for c in WHO)),
    "split over paragraphs": _para(_run("Marga")) + _para(_run("ret Ellwood")),
    "a letter a paragraph": "".join(_para(_run(c)) for c in WHO),
    "split over cells": f"<w:tbl>{_cells('Margaret', 'Ellwood')}</w:tbl>",
    "words down a column": f"<w:tbl>{_cells('Margaret', 'one')}{_cells('Ellwood', 'two')}</w:tbl>",
    "letters down a column": f"<w:tbl>{''.join(_cells(c, 'more') for c in WHO)}</w:tbl>",
    "nested table": f"<w:tbl><w:tr><w:tc><w:tbl>{_cells(WHO)}</w:tbl>{_para()}</w:tc></w:tr></w:tbl>",
    "line break inside": _para(f"<w:r><w:t>Margaret</w:t><w:br/><w:t>Ellwood</w:t></w:r>"),  # noqa: F541
    "tab inside": _para("<w:r><w:t>Margaret</w:t><w:tab/><w:t>Ellwood</w:t></w:r>"),
    "hyphen element": _para("<w:r><w:t>Ell</w:t><w:softHyphen/><w:t>wood, Margaret</w:t></w:r>"),
    "letter-spaced": _para(_run(_letters(WHO, " "))),
    "dotted": _para(_run(_letters("MargaretEllwood", "."))),
    "underlined spaces": _para(_run("Margaret_Ellwood")),
    "no-break space": _para(_run(WHO.replace(" ", "\u00a0"))),
    "thin space": _para(_run(WHO.replace(" ", "\u2009"))),
    "zero-width spaces": _para(_run(_letters(WHO, "\u200b"))),
    "soft hyphens": _para(_run(_letters(WHO, "\u00ad"))),
    "word joiners": _para(_run(_letters(WHO, "\u2060"))),
    "byte order marks": _para(_run(_letters(WHO, "\ufeff"))),
    "grapheme joiners": _para(_run(_letters(WHO, "\u034f"))),
    "variation selectors": _para(_run(_letters(WHO, "\ufe0f"))),
    "accents added": _para(_run("Márgàrêt Ëllwöød")),
    "combining marks": _para(_run(_letters(WHO, "\u0301"))),
    "full width": _para(_run(_full_width(WHO))),
    "mathematical letters": _para(_run("".join(chr(0x1D400 + ord(c) - 65) if c.isupper() else c for c in WHO))),
    "circled letters": _para(_run("".join(chr(0x24D0 + ord(c) - 97) if c.islower() else c for c in WHO))),
    "look-alike Cyrillic": _para(_run(_look_alike(WHO))),
    "look-alike Greek": _para(_run(WHO.translate(str.maketrans("MEao", "ΜΕαο")))),
    "small capitals": _para(_run("Mᴀʀɢᴀʀᴇᴛ Eʟʟᴡᴏᴏᴅ")),
    "direction override": _para(_run(f"\u202e{WHO[::-1]}\u202c")),
    "reversed": _para(_run(WHO[::-1])),
    "tag characters": _para(_run(f"Close{_tagged(WHO)}")),
    "symbol font": _para(_symbols(WHO)),
    "private use characters": _para(_run("".join(chr(0xF000 + ord(c)) for c in WHO))),
    "deleted text": _para(_changed("del", f"<w:r><w:delText>{WHO}</w:delText></w:r>")),
    "inserted text": _para(_changed("ins", _run(WHO))),
    "moved from": _para(_changed("moveFrom", _run(WHO))),
    "moved to": _para(_changed("moveTo", _run(WHO))),
    "broken by deleted text": _para(
        _run("Margaret Ell"), _changed("del", "<w:r><w:delText>XXXX</w:delText></w:r>"), _run("wood")
    ),
    "broken by inserted text": _para(_run("Margaret Ell"), _changed("ins", _run("XXXX")), _run("wood")),
    "half deleted": _para(
        _run("Margaret "),
        _changed("ins", _run("Z ")),
        _changed("del", "<w:r><w:delText>Ellwood</w:delText></w:r>"),
    ),
    "author of a change": _para(f'<w:ins w:id="1" w:author="{WHO}">{_run("x")}</w:ins>'),
    "change of formatting": _para(
        _run("x", f'<w:rPrChange w:id="2" w:author="{WHO}"><w:rPr/></w:rPrChange>'),
    ),
    "hidden run": _para(_run(WHO, "<w:vanish/>")),
    "hidden on the web": _para(_run(WHO, "<w:webHidden/>")),
    "broken by hidden text": _para(_run("Margaret Ell"), _run("XXXX", "<w:vanish/>"), _run("wood")),
    "white text": _para(_run(WHO, '<w:color w:val="FFFFFF"/>')),
    "broken by white text": _para(_run("Margaret Ell"), _run("XXXX", '<w:color w:val="FDFDFD"/>'), _run("wood")),
    "tiny text": _para(_run(WHO, '<w:sz w:val="2"/>')),
    "text scaled to nothing": _para(_run(WHO, '<w:w w:val="1"/>')),
    "black highlight": _para(_run(WHO, '<w:highlight w:val="black"/>')),
    "black shade": _para(_run(WHO, '<w:shd w:val="clear" w:fill="000000"/>')),
    "field code": _para(_field(f'AUTHOR "{WHO}"')),
    "field code over runs": _para(
        "<w:r><w:instrText>AUTHOR Margaret Ell</w:instrText></w:r><w:r><w:instrText>wood</w:instrText></w:r>"
    ),
    "broken by a field code": _para(_run("Margaret Ell"), "<w:r><w:instrText> PAGE </w:instrText></w:r>", _run("wood")),
    "path in a field": _para(_field(r"INCLUDETEXT C:\\Users\\Margaret_Ellwood\\notes.docx")),
    "cached field result": _para(_field("TOC", f"Report of {WHO}")),
    "simple field": _para(f'<w:fldSimple w:instr="QUOTE {WHO}">{_run("x")}</w:fldSimple>'),
    "field data": _para(f"<w:r><w:fldChar><w:fldData>TWFyZ2FyZXQgRWxsd29vZA==</w:fldData></w:fldChar></w:r>"),  # noqa: F541
    "bookmark": _para('<w:bookmarkStart w:id="0" w:name="Margaret_Ellwood"/><w:bookmarkEnd w:id="0"/>'),
    "hyperlink anchor": _para(f'<w:hyperlink w:anchor="{WHO}">{_run("here")}</w:hyperlink>'),
    "hyperlink tooltip": _para(f'<w:hyperlink w:tooltip="{WHO}">{_run("here")}</w:hyperlink>'),
    "form-field default": _para(
        f'<w:r><w:fldChar><w:ffData><w:textInput><w:default w:val="{WHO}"/></w:textInput></w:ffData></w:fldChar></w:r>'
    ),
    "form-field help": _para(f'<w:r><w:fldChar><w:ffData><w:helpText w:val="{WHO}"/></w:ffData></w:fldChar></w:r>'),
    "drop-down item": _control(f'<w:dropDownList><w:listItem w:displayText="{WHO}" w:value="1"/></w:dropDownList>'),
    "content-control alias": _control(f'<w:alias w:val="{WHO}"/>'),
    "content-control tag": _control('<w:tag w:val="margaret-ellwood"/>'),
    "content-control text": _control("", _para(_run(WHO))),
    "smart tag": _para(
        f'<w:smartTag w:uri="x" w:element="person"><w:smartTagPr><w:attr w:name="n" w:val="{WHO}"/></w:smartTagPr>'
        f"{_run('x')}</w:smartTag>"
    ),
    "custom XML element": f'<w:customXml w:element="MargaretEllwood">{_para(_run("x"))}</w:customXml>',
    "alternative text": _drawing(f'name="Picture 1" descr="Portrait of {WHO}"'),
    "picture title": _drawing(f'name="Picture 1" title="{WHO}"'),
    "picture name": _drawing('name="margaret_ellwood.jpg"'),
    "table caption": f'<w:tbl><w:tblPr><w:tblCaption w:val="{WHO}"/></w:tblPr>{_cells("x")}</w:tbl>',
    "table description": f'<w:tbl><w:tblPr><w:tblDescription w:val="{WHO}"/></w:tblPr>{_cells("x")}</w:tbl>',
    "permission list": f'<w:permStart w:id="1" w:ed="dwp\\Margaret.Ellwood"/>{_para(_run("x"))}<w:permEnd w:id="1"/>',
    "text box": _para(_box(_para(_run(WHO)))),
    "text around a box": _para(_run("Margaret Ell"), _box(_para(_run("XXXX"))), _run("wood")),
    "fallback": _para(_choice(_run("x"), _run(WHO))),
    "stray text": f"<w:p>{WHO}</w:p>",
    "foreign element": f'<x:{WHO.replace(" ", "")} xmlns:x="urn:x"/>',
    "foreign attribute": f'<w:p w:rsidR="{WHO}"/>',
    "unknown value": f'<w:p><w:pPr><w:pStyle w:val="{WHO}"/></w:pPr></w:p>',
    "namespace": '<w:p xmlns:x="urn:margaret-ellwood"/>',
    "XML comment": f"<!-- {WHO} -->{_para(_run('x'))}",
    "broken by an XML comment": _para("<w:r><w:t>Margaret Ell<!-- XXXX -->wood</w:t></w:r>"),
    "processing instruction": f"<?author {WHO}?>",
    "unparsed section": _para(f"<w:r><w:t><![CDATA[{WHO}]]></w:t></w:r>"),
    "numeric references": _para(_run("".join(f"&#{ord(c)};" for c in WHO))),
    "double references": _para(_run("".join(f"&amp;#x{ord(c):x};" for c in WHO))),
}


@pytest.mark.parametrize("inner", IN_BODY.values(), ids=IN_BODY.keys())
def test_a_name_in_the_body_is_found(inner: str, clean_parts: Parts, pack: Pack) -> None:
    """A withheld name is found in the main part, however it is split, spelt or put out of sight."""
    clean_parts[MAIN] = clean_parts[MAIN].replace(_para_of_end(clean_parts), _para_of_end(clean_parts) + inner.encode())
    verdict = verify(pack(clean_parts), [WHO], name="release.docx")
    assert {hit.term for hit in verdict.hits} == {WHO}
    assert not verdict.clean


def _para_of_end(parts: Parts) -> bytes:
    end = parts[MAIN].index(END.encode())
    return parts[MAIN][parts[MAIN].rindex(b"<w:p>", 0, end) : parts[MAIN].index(b"</w:p>", end) + 6]


STORIES = [f"word/{kind}{n}.xml" for kind in ("header", "footer") for n in (1, 2, 3)]


@pytest.mark.parametrize("name", STORIES)
def test_a_name_in_a_header_or_footer_is_found(name: str, clean_parts: Parts, pack: Pack) -> None:
    """Default, first and even headers and footers are read as the body is."""
    clean_parts[name] = clean_parts[name].replace(
        b"<w:p>", _para(_run("Margaret Ell"), _run("wood")).encode() + b"<w:p>", 1
    )
    assert WHO in {hit.term for hit in verify(pack(clean_parts), [WHO]).hits}


RISKY_ONLY: dict[str, str] = {
    "tracked-changes": _para(_changed("ins", _run("fine"))),
    "hidden-text": _para(_run("fine", "<w:vanish/>")),
    "comments": _para('<w:commentRangeStart w:id="0"/>', _run("fine")),
    "bookmark": _para('<w:bookmarkStart w:id="0" w:name="_GoBack"/>'),
    "field": _para(_field("FILENAME")),
    "content-control": _control(""),
    "rsid": '<w:p w:rsidR="00AB12CD"/>',
    "paragraph-id": f'<w:p xmlns:w14="{W14}" w14:paraId="1A2B3C4D"/>',
    "spelling-mark": _para('<w:proofErr w:type="spellStart"/>'),
    "layout-trace": _para("<w:r><w:lastRenderedPageBreak/></w:r>"),
    "drawing": _drawing('name="Picture 1"'),
    "form-field": _para("<w:r><w:fldChar><w:ffData/></w:fldChar></w:r>"),
    "text-box": _para(_box(_para(_run("fine")))),
    "alternate-content": _para(_choice(_run("a"), _run("b"))),
    "notes": _para('<w:r><w:footnoteReference w:id="1"/></w:r>'),
    "custom-markup": '<w:customXml w:element="note"/>',
    "permission-range": '<w:permStart w:id="1"/>',
    "xml-comment": "<!-- fine -->",
    "xml-processing-instruction": "<?fine fine?>",
    "foreign-namespace": '<x:fine xmlns:x="urn:fine"/>',
}


@pytest.mark.parametrize(("code", "inner"), RISKY_ONLY.items(), ids=RISKY_ONLY.keys())
def test_structure_that_a_release_never_has_is_a_risk(code: str, inner: str, clean_parts: Parts, pack: Pack) -> None:
    """A structure that could carry withheld text is told by name, even when it holds none."""
    clean_parts[MAIN] = clean_parts[MAIN].replace(_para_of_end(clean_parts), _para_of_end(clean_parts) + inner.encode())
    verdict = verify(pack(clean_parts), [WHO], name="release.docx")
    assert code in {risk.code for risk in verdict.risky}
    assert verdict.hits == ()


def _beyond_reach() -> Iterator[tuple[str, str]]:
    """What no search of text can see."""
    yield "meaning", "the woman who chairs the group"
    yield "initials without dots", "ME thanked everyone"
    yield "misspelt", "Margeret Elwood"
    yield "nickname", "Peggy E."
    yield "acrostic", "Much as regards genuine actions remained. Every time Ellen left late."
    yield "pinprick cipher", "NbshbsfuFmmxppe"
    yield "number code", "13-1-18-7-1-18-5-20 5-12-12-23-15-15-4"
    yield "Morse", "-- .- .-. --. .- .-. . -  . .-.. .-.. .-- --- --- -.."


@pytest.mark.xfail(reason="a search of text sees words, not meanings, misspellings or private ciphers", strict=True)
@pytest.mark.parametrize("text", [text for _, text in _beyond_reach()], ids=[name for name, _ in _beyond_reach()])
def test_what_gives_a_name_away_without_spelling_it_is_found(text: str, clean_parts: Parts, pack: Pack) -> None:
    """Listed so that nobody believes it is covered: the officer's eye is the only check for these."""
    clean_parts[MAIN] = clean_parts[MAIN].replace(END.encode(), text.encode())
    assert verify(pack(clean_parts), [f"name:{WHO}"]).hits
