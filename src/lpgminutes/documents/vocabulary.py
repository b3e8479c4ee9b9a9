"""What a sealed part may be made of: every element that is known to hold nothing but what is seen.

Each list names elements of the main namespace. What is on none of them is refused by name; what Word adds for
its own use, and nobody sees, is left out.
"""

from typing import Final


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BORDERS: Final = "top left bottom right start end between bar insideH insideV tl2br tr2bl"
_PARAGRAPH: Final = (
    "pPr pStyle keepNext keepLines pageBreakBefore widowControl numPr ilvl numId suppressLineNumbers "
    "pBdr shd tabs tab suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment outlineLvl cnfStyle"
)
_CHARACTER: Final = (
    "rPr rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout"
)
_TABLE: Final = (
    "tblPr tblStyle tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription trPr "
    "gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tcPr tcW gridSpan hMerge vMerge "
    "tcBorders noWrap tcMar tcFitText vAlign hideMark"
)
_FORMAT: Final = f"{_BORDERS} {_PARAGRAPH} {_CHARACTER} {_TABLE}"
_SECTION: Final = (
    "sectPr headerReference footerReference footnotePr endnotePr pos numFmt numStart numRestart type "
    "pgSz pgMar pgBorders lnNumType pgNumType cols col formProt vAlign noEndnote titlePg rtlGutter "
    "docGrid"
)

STORY: Final = _names(
    "document body hdr ftr p r t tab br cr noBreakHyphen ptab tbl tblGrid gridCol tr tc fldSimple "
    f"fldChar instrText {_FORMAT} {_SECTION}"
)
"""The main text, headers and footers."""

STYLES: Final = _names(
    "styles docDefaults rPrDefault pPrDefault latentStyles lsdException style name aliases "
    "basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    f"tblStylePr {_FORMAT}"
)

NUMBERING: Final = _names(
    "numbering abstractNum multiLevelType name styleLink numStyleLink lvl start numFmt lvlRestart "
    f"pStyle isLgl suff lvlText lvlJc legacy num abstractNumId lvlOverride startOverride {_FORMAT}"
)

FONTS: Final = _names("fonts font altName panose1 charset family notTrueType pitch sig")

LEFT_OUT: Final = _names(
    "proofErr bookmarkStart bookmarkEnd lastRenderedPageBreak rsid nsid tmpl printerSettings paperSrc "
    "divId personal personalCompose personalReply"
)
"""Traces of editing that nobody sees."""

REVISION_ATTRIBUTES: Final = (
    "rsid",
    "rsidR",
    "rsidRPr",
    "rsidP",
    "rsidRDefault",
    "rsidDel",
    "rsidSect",
    "rsidTr",
)

EXTENSIONS: Final = (
    "http://schemas.microsoft.com/office/word/2010/wordml",
    "http://schemas.microsoft.com/office/word/2012/wordml",
    "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    "http://schemas.microsoft.com/office/word/2016/wordml/cid",
    "http://schemas.microsoft.com/office/word/2018/wordml",
    "http://schemas.microsoft.com/office/word/2018/wordml/cex",
    "http://schemas.microsoft.com/office/word/2020/wordml/sdtdatahash",
    "http://schemas.microsoft.com/office/word/2023/wordml/word16du",
)
"""Namespaces of later Word versions: decorations and identifiers that an earlier Word passes over."""

_TRACKED: Final = (
    "ins del delText delInstrText moveFrom moveTo moveFromRangeStart moveFromRangeEnd "
    "moveToRangeStart moveToRangeEnd cellIns cellDel cellMerge numberingChange pPrChange rPrChange "
    "sectPrChange tblPrChange tblGridChange trPrChange tcPrChange tblPrExChange"
)
_REFUSED: Final = {
    "a tracked change: accept or reject it": _TRACKED,
    "a comment: delete it": "commentRangeStart commentRangeEnd commentReference annotationRef",
    "hidden text: delete it": "vanish webHidden specVanish",
    "a picture, drawing or object: take it out": (
        "drawing pict object control movie numPicBullet lvlPicBulletId background"
    ),
    "a text box or frame: put its text into a paragraph": "txbxContent framePr tblpPr",
    "a link: write the address as text": "hyperlink",
    "another file inside it: take it out": "altChunk subDoc contentPart",
    "a note: put its text into a paragraph": "footnoteReference endnoteReference footnoteRef endnoteRef",
    "an embedded font: save without embedding fonts": "embedRegular embedBold embedItalic embedBoldItalic",
    "a symbol of a symbol font: type the character": "sym",
    "form fields: take them out": "ffData fldData",
}
REASONS: Final = {name: reason for reason, names in _REFUSED.items() for name in names.split()}
"""What a refused element is, for the sentence that names it."""
