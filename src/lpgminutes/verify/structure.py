"""Structures that a release never has: each is a risk, told by its name and never by its content."""

import re
from collections.abc import Iterator

from lpgminutes.verify.verdict import UNREADABLE, Risk
from lpgminutes.verify.vocabulary import word_set
from lpgminutes.verify.xmlpart import Mode, Part, W

_WANTED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(?:core|app)\.xml|word/_rels/document\.xml\.rels"
    r"|word/(?:document|styles|settings|fontTable|numbering|theme/theme1|(?:header|footer)[1-3])\.xml"
)
_NEEDED = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
_UNWANTED = (
    ("thumbnail", r"thumbnail"),
    ("custom-xml", r"customXml/"),
    ("custom-properties", r"docProps/custom\.xml"),
    ("comments", r"word/(?:comments\w*|people)\.xml"),
    ("glossary", r"word/glossary/"),
    ("notes", r"word/(?:foot|end)notes\.xml"),
    ("image", r"\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|ico|webp)$"),
    ("embedded-file", r"/embeddings/|oleObject|\.(?:docx|xlsx|pptx|pdf|bin|rtf|mht|html?|zip)$"),
    ("macros", r"vba|activeX"),
    ("embedded-font", r"word/fonts/|\.odttf$"),
    ("signature", r"_xmlsignatures/"),
    ("web-settings", r"word/webSettings"),
)
_ELEMENTS = {
    code: frozenset(names.split())
    for code, names in {
        "tracked-changes": "ins del delText moveFrom moveTo moveFromRangeStart moveToRangeStart rPrChange "
        "pPrChange sectPrChange tblPrChange tcPrChange trPrChange tblGridChange numberingChange cellIns "
        "cellDel cellMerge "
        "delInstrText customXmlInsRangeStart customXmlDelRangeStart",
        "comments": "comment commentRangeStart commentRangeEnd commentReference annotationRef",
        "content-control": "sdt",
        "custom-markup": "customXml smartTag",
        "bookmark": "bookmarkStart bookmarkEnd",
        "form-field": "ffData",
        "permission-range": "permStart permEnd",
        "spelling-mark": "proofErr",
        "layout-trace": "lastRenderedPageBreak",
        "drawing": "drawing pict object",
        "alternate-content": "AlternateContent altChunk subDoc",
        "notes": "footnoteReference endnoteReference",
        "rsid": "rsids rsid rsidRoot",
        "document-variable": "docVars docVar",
        "template-path": "attachedTemplate",
        "mail-merge": "mailMerge",
        "tracking-on": "trackRevisions",
        "protection": "documentProtection writeProtection",
        "document-id": "docId",
        "numbering-id": "nsid tmpl",
        "field-data": "fldData",
        "link": "hyperlink",
        "saved-path": "saveThroughXslt",
    }.items()
}
_BY_ELEMENT = {name: code for code, names in _ELEMENTS.items() for name in names}
_FIELDS = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)(?:\s+\\\*\s+\w+)*\s*")
_PRIVATE_CORE = word_set(
    """
    lastModifiedBy keywords description category contentStatus contentType identifier version
    revision lastPrinted
    """
)
_PRIVATE_APP = word_set(
    """
    Company Manager HyperlinkBase TitlesOfParts HeadingPairs HLinks Template TotalTime Words Characters
    Lines Paragraphs CharactersWithSpaces Pages PresentationFormat DigSig
    """
)
_OFFICE_NAMES = re.compile(
    r"http://schemas\.openxmlformats\.org/(?:wordprocessingml/2006/main|drawingml/2006/[\w/]+|markup-compatibility/2006"
    r"|officeDocument/2006/[\w/-]+|package/2006/[\w/-]+|schemaLibrary/2006/main)|http://purl\.org/dc/(?:elements/1\.1/|terms/|dcmitype/)"
    r"|http://www\.w3\.org/(?:2001/XMLSchema-instance|XML/1998/namespace)"
    r"|http://schemas\.microsoft\.com/office/(?:word|drawing|powerpoint)/20\d\d/[\w/-]+|urn:schemas-microsoft-com:(?:vml|office:\w+)"
)


def package_risks(names: list[str], parts: dict[str, Part]) -> Iterator[Risk]:
    """Judge the list of parts of a package and how they hang together."""
    for name in dict.fromkeys(names):
        if not _WANTED.fullmatch(name):
            yield Risk(code="unexpected-part", part=name, detail="not a part of a release")
            for code, pattern in _UNWANTED:
                if re.search(pattern, name):
                    yield Risk(code=code, part=name, detail="a part of this kind")
    for name in _NEEDED:
        if name not in names:
            yield Risk(code=UNREADABLE, part=name, detail="a Word file needs this part, and it is missing")
    yield from _author(parts)
    yield from _unreferenced(names, parts)


def _author(parts: dict[str, Part]) -> Iterator[Risk]:
    """An author is no risk if it is what the document says on its face: the body that publishes it."""
    core = parts.get("docProps/core.xml")
    author = " ".join(core.filled.get("creator", "").split()) if core else ""
    shown = [" ".join(part.shown().split()) for name, part in parts.items() if name.startswith("word/")]
    if author and not any(author in text for text in shown):
        yield Risk(code="author", part="docProps/core.xml", detail="an author that the document does not name")


def part_risks(part: Part, source: str, name: str, codec: str) -> Iterator[Risk]:
    """Judge one XML part."""
    if part.problem:
        yield Risk(code=UNREADABLE, part=name, detail=part.problem)
    for code in dict.fromkeys(_BY_ELEMENT.get(full.rpartition("|")[2], "") for full in sorted(part.names)):
        if code:
            yield Risk(code=code, part=name, detail="elements of this kind")
    yield from _attribute_risks(part, name)
    yield from _field_risks(part, name)
    yield from _form_risks(part, source, name, codec)
    for way in sorted(part.covered):
        yield Risk(code="hidden-text", part=name, detail=f"text that is {way}")
    if name.startswith("docProps/"):
        yield from _property_risks(part, name)


def _attribute_risks(part: Part, name: str) -> Iterator[Risk]:
    found: dict[str, str] = {}
    for element, attribute, value in part.attributes:
        local = attribute.rpartition("|")[2]
        if local.startswith("rsid"):
            found["rsid"] = "editing-session marks"
        elif local in {"paraId", "textId"}:
            found["paragraph-id"] = "paragraph identifiers"
        elif local == "TargetMode" and value == "External":
            found["external-relationship"] = "a link out of the file"
        elif local in {"author", "initials", "userId"} and element.startswith(W):
            found["author"] = "the author of a change or comment"
        elif local in {"descr", "title"} and value:
            found["alternative-text"] = "a description of a picture or table"
    if _is_hidden_style(part):
        found["hidden-text"] = "a style that hides its text"
    for code, detail in sorted(found.items()):
        yield Risk(code=code, part=name, detail=detail)


def _is_hidden_style(part: Part) -> bool:
    names = part.names
    if f"{W}|style" not in names or f"{W}|vanish" not in names:
        return False
    return not all(
        value in {"0", "false", "off"} for element, _, value in part.attributes if element == f"{W}|vanish"
    ) or not any(element == f"{W}|vanish" for element, _, _ in part.attributes)


def _field_risks(part: Part, name: str) -> Iterator[Risk]:
    codes = [code for code in part.field_codes if code.strip()]
    if any(not _FIELDS.fullmatch(code) for code in codes):
        yield Risk(code="field", part=name, detail="a field other than page numbers")


def _form_risks(part: Part, source: str, name: str, codec: str) -> Iterator[Risk]:
    for kind in sorted({kind for kind, _ in part.notes}):
        yield Risk(code=f"xml-{kind.replace(' ', '-')}", part=name, detail=f"a {kind} in the source")
    if part.cdata:
        yield Risk(code="cdata", part=name, detail="an unparsed section in the source")
    if part.stray_text:
        yield Risk(code="stray-text", part=name, detail="text outside the elements for text")
    declared = re.match(r"\s*<\?xml[^>]*encoding\s*=\s*[\"']([\w-]+)", source)
    if codec not in {"utf-8", "utf-8-sig"} or (declared and declared[1].lower() != "utf-8"):
        yield Risk(code="encoding", part=name, detail="not in UTF-8")
    if any(not _OFFICE_NAMES.fullmatch(uri) for _, uri in part.namespaces):
        yield Risk(code="foreign-namespace", part=name, detail="names that are not of the format")
    if part.modes & Mode.BOXED:
        yield Risk(code="text-box", part=name, detail="text in a box")


def _property_risks(part: Part, name: str) -> Iterator[Risk]:
    private = _PRIVATE_CORE if name == "docProps/core.xml" else _PRIVATE_APP
    named = {full.rpartition("|")[2] for full in part.names}
    filled = set(part.filled)
    for local in sorted(named & private & filled):
        code = "author" if local in {"lastModifiedBy", "Manager", "Company"} else "document-property"
        yield Risk(code=code, part=name, detail=f"the property {local}")
    for local in ("created", "modified"):
        if local in filled and not part.filled[local].endswith("T00:00:00Z"):
            yield Risk(code="document-time", part=name, detail=f"the property {local} tells a time of day")


def _unreferenced(names: list[str], parts: dict[str, Part]) -> Iterator[Risk]:
    targets: set[str] = set()
    for source, part in parts.items():
        if not source.endswith(".rels"):
            continue
        folder = source.rpartition("_rels/")[0]
        for element, attribute, value in part.attributes:
            if element.endswith("|Relationship") and attribute == "Target":
                targets.add(_resolved(folder, value))
    for name in dict.fromkeys(names):
        if name not in targets and not name.endswith(".rels") and name != "[Content_Types].xml":
            yield Risk(code="unreferenced-part", part=name, detail="no other part refers to it")
    yield from _declared(names, parts, targets)


def _declared(names: list[str], parts: dict[str, Part], targets: set[str]) -> Iterator[Risk]:
    internal = {target for target in targets if ":" not in target and "\\" not in target}
    if internal - set(names):
        yield Risk(
            code="dangling-relationship",
            part="(package)",
            detail="a relationship to a part that is not there",
        )
    types = parts.get("[Content_Types].xml")
    listed = (
        {value.lstrip("/") for _, attribute, value in types.attributes if attribute == "PartName"} if types else set()
    )
    if listed - set(names):
        yield Risk(
            code="dangling-content-type",
            part="[Content_Types].xml",
            detail="the type of a part that is not there",
        )


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    pieces: list[str] = []
    for piece in (folder + target).split("/"):
        if piece == "..":
            pieces = pieces[:-1]
        elif piece != ".":
            pieces.append(piece)
    return "/".join(pieces)


_HTML_RISKS = (
    ("html-comment", re.compile(r"<!--")),
    (
        "external-reference",
        re.compile(
            r"(?:src|href|action|data)\s*=\s*[\"']?\s*(?:https?:|//|file:|mailto:)|url\(\s*[\"']?(?:https?:|//)|@import",
            re.IGNORECASE,
        ),
    ),
    (
        "image",
        re.compile(r"<(?:img|svg|picture|object|embed|iframe|video|audio)\b|data:image", re.IGNORECASE),
    ),
    ("script", re.compile(r"<script\b|javascript:|\son\w+\s*=\s*[\"']", re.IGNORECASE)),
    ("author", re.compile(r"<meta[^>]+name\s*=\s*[\"']?(?:author|generator|creator)", re.IGNORECASE)),
    (
        "hidden-text",
        re.compile(
            r"display\s*:\s*none|visibility\s*:\s*hidden|\shidden(?=[\s=>])|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])|<(?:template|noscript)\b",
            re.IGNORECASE,
        ),
    ),
    ("tracked-changes", re.compile(r"<(?:del|ins)\b", re.IGNORECASE)),
)


def html_risks(source: str, name: str) -> Iterator[Risk]:
    """Judge an HTML file."""
    for code, pattern in _HTML_RISKS:
        if pattern.search(source):
            yield Risk(code=code, part=name, detail="markup of this kind")
