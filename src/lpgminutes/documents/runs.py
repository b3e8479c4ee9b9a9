"""After rendering: texts are traced, line breaks and tabs become Word's own, each mark becomes a run."""

import re
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from lpgminutes.documents.ooxml import XML, w
from lpgminutes.documents.texts import MARK_CLOSE, MARK_OPEN, OPEN, TRACED, traced

_PIECES = re.compile(f"{MARK_OPEN}([^{MARK_CLOSE}]*){MARK_CLOSE}|([^{MARK_OPEN}]+)")
_RUN = w("r")
_SPACE = f"{{{XML}}}space"


@dataclass(slots=True)
class _Splitter:
    """Rewrites the runs of one part."""

    mark_style: str | None
    found: list[tuple[int, str]] = field(default_factory=list)

    def settle(self, element: etree._Element) -> None:
        """Rewrite the run around one ``w:t``."""
        text = element.text or ""
        run = element.getparent()
        if run is None or run.tag != _RUN:
            return
        if not text:
            _drop(element, run)
            return
        if (whole := TRACED.fullmatch(text)) is not None:
            self.found.append((int(whole[1]), whole[2]))
            text = whole[2]
        elif OPEN in text:
            self.found += traced(text)
            text = TRACED.sub(r"\2", text)
        if MARK_OPEN in text:
            self._split(run, element, text)
        else:
            _fill(element, text)

    def _split(self, run: etree._Element, element: etree._Element, text: str) -> None:
        """Put the marks of ``text`` into runs of their own, after one another in place of ``run``."""
        rest = _like(run)
        rest.extend(list(element.itersiblings()))
        place = run
        for stretch in _PIECES.finditer(text):
            fresh = _like(run)
            if stretch[1] is not None:
                self._wear_mark_style(fresh)
            _fill(etree.SubElement(fresh, w("t")), stretch[1] or stretch[2])
            place.addnext(fresh)
            place = fresh
        if _has_content(rest):
            place.addnext(rest)
        run.remove(element)
        if not _has_content(run):
            _remove(run)

    def _wear_mark_style(self, run: etree._Element) -> None:
        properties = run.find(w("rPr"))
        if properties is None:
            properties = etree.SubElement(run, w("rPr"))
        for style in properties.findall(w("rStyle")):
            properties.remove(style)
        if self.mark_style is None:
            for bold in properties.findall(w("b")):
                properties.remove(bold)
            properties.insert(int(properties.find(w("rFonts")) is not None), etree.Element(w("b")))
        else:
            properties.insert(0, etree.Element(w("rStyle"), {w("val"): self.mark_style}))


def settle_runs(root: etree._Element, mark_style: str | None) -> list[tuple[int, str]]:
    """Rewrite the runs of a rendered part in place and return every traced text in it, in order."""
    splitter = _Splitter(mark_style)
    for element in list(root.iter(w("t"))):
        splitter.settle(element)
    return splitter.found


def _fill(element: etree._Element, text: str) -> None:
    """Put ``text`` into ``element`` and after it, with Word's own breaks and tabs."""
    if "\n" not in text and "\t" not in text:
        _set(element, text)
        return
    place, *others = re.split("([\n\t])", text)
    _set(element, place)
    for piece in others:
        if not piece:
            continue
        if piece in "\n\t":
            following = etree.Element(w("br") if piece == "\n" else w("tab"))
        else:
            following = etree.Element(w("t"))
            _set(following, piece)
        element.addnext(following)
        element = following


def _set(element: etree._Element, text: str) -> None:
    element.text = text
    if text != text.strip():
        element.set(_SPACE, "preserve")
    elif _SPACE in element.attrib:
        del element.attrib[_SPACE]


def _like(run: etree._Element) -> etree._Element:
    """Return an empty run with the properties of ``run``."""
    fresh = etree.Element(w("r"))
    properties = run.find(w("rPr"))
    if properties is not None:
        fresh.append(deepcopy(properties))
    return fresh


def _drop(element: etree._Element, run: etree._Element) -> None:
    run.remove(element)
    if not _has_content(run):
        _remove(run)


def _has_content(run: etree._Element) -> bool:
    return any(child.tag != w("rPr") for child in run)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
