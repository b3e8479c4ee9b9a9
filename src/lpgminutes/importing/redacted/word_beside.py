"""What a Word file says beside its text that whoever opens it can look up.

Document variables, bookmarks, content controls, form fields, hints of links, descriptions of tables. What the pages
print too, and what Word names by itself, tells nothing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lpgminutes.domain.reviewing.copy import CopyPlace, HiddenWay, HiddenWords
from lpgminutes.importing.source import PlaceUnit
from lpgminutes.importing.word.inline import is_prompt, text_of
from lpgminutes.importing.word.markup import Element, W, child, value

_OWN_NAMES = re.compile(
    r"_.*|OLE_LINK\d*|(?:text|check|dropdown|bookmark|bm|start|end|begin|here|table|figure|page|section|item|para"
    r"|paragraph|cursor|insert|top|bottom|tag|title|date|field|control|list|author|subject|company|publish date"
    r"|category|abstract|comments|keywords|manager|status)[\W\d_]*|(?:kix|h)\.\w+|goog_rdk_\d+",
    re.IGNORECASE,
)
"""Names that Word and its templates give, and that tell nothing."""
_PROMPT = re.compile(r"\W*(?:click|tap|choose|enter|select|type|pick|insert|add)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2}")
_CODE = re.compile(
    r"\{?[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}?|\S{40,}|(?:true|false|yes|no|on|off)", re.IGNORECASE
)
"""What programs keep for themselves: an identifier, packed data, a switch."""
_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_CONTROL = (
    ("the title of a content control", ("alias",), "val"),
    ("the tag of a content control", ("tag",), "val"),
    ("a choice of a content control", ("dropDownList", "listItem"), "displayText"),
    ("a choice of a content control", ("dropDownList", "listItem"), "value"),
    ("a choice of a content control", ("comboBox", "listItem"), "displayText"),
    ("a choice of a content control", ("comboBox", "listItem"), "value"),
)
_FIELD = (
    ("a choice of a form field", ("ddList", "listEntry"), "val"),
    ("what a form field says at first", ("textInput", "default"), "val"),
    ("the help of a form field", ("helpText",), "val"),
    ("the help of a form field", ("statusText",), "val"),
)
_TABLE = (("the description of a table", ("tblDescription",), "val"),)


@dataclass(slots=True)
class Beside:
    """Collects what stands beside the text of a file, by what it is, without what its pages print."""

    printed: str
    """The words of the pages, folded."""

    def of_story(self, root: Element) -> Iterator[HiddenWords]:
        """Yield what stands beside the text of one story."""
        for bookmark in root.iter(f"{W}bookmarkStart"):
            name = value(bookmark, "name") or ""
            if not _OWN_NAMES.fullmatch(name):
                yield from self._told("a bookmark", name.replace("_", " "))
        for properties in root.iter(f"{W}sdtPr"):
            yield from self._of_control(properties)
        for outer, kinds in ((f"{W}ffData", _FIELD), (f"{W}tblPr", _TABLE)):
            for element in root.iter(outer):
                yield from self._listed(element, kinds)
        for link in root.iter(f"{W}hyperlink"):
            yield from self._told("the hint of a link", value(link, "tooltip"))

    def of_settings(self, root: Element | None) -> Iterator[HiddenWords]:
        """Yield the document variables."""
        for variable in root.iter(f"{W}docVar") if root is not None else ():
            yield from self._told(f"the document variable {value(variable, 'name') or ''}", value(variable))

    def of_prompts(self, root: Element | None) -> Iterator[HiddenWords]:
        """Yield the prompts of content controls that somebody wrote."""
        for part in root.iter(f"{W}docPartBody") if root is not None else ():
            words = " ".join(text_of(part).split())
            if not _PROMPT.match(words):
                yield from self._told("the prompt of a content control", words)

    def _of_control(self, properties: Element) -> Iterator[HiddenWords]:
        if child(properties, "docPartObj") is None:
            yield from self._listed(properties, _CONTROL)
        control, day = properties.getparent(), _DAY.match(value(child(properties, "date"), "fullDate") or "")
        if day is None or control is None or is_prompt(control):
            return
        shown = re.findall(r"\d+", text_of(control))
        is_shown = any(int(number) == int(day["day"]) for number in shown) and any(
            number in {day["year"], day["year"][2:]} for number in shown
        )
        if not is_shown:
            yield _words("the date of a content control", day.group())

    def _listed(self, element: Element, kinds: Iterable[tuple[str, tuple[str, ...], str]]) -> Iterator[HiddenWords]:
        for label, path, attribute in kinds:
            for found in element.iterfind("/".join(f"{W}{name}" for name in path)):
                words = value(found, attribute)
                if not (_OWN_NAMES.fullmatch(words or "") or _PROMPT.match(words or "")):
                    yield from self._told(label, words)

    def _told(self, label: str, words: str | None) -> Iterator[HiddenWords]:
        said = " ".join((words or "").split())
        if _WORD.search(said) and not _CODE.fullmatch(said) and not self._is_printed(said):
            yield _words(label, said)

    def _is_printed(self, words: str) -> bool:
        return f" {folded(words)} " in self.printed or f" {folded(_parted(words))} " in self.printed


def folded(text: str) -> str:
    """Return the words of a text in small letters with one space around each, to look other words up in."""
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def _parted(name: str) -> str:
    """Return a name that was written in one word as its words: ``MargaretEllwood``."""
    return re.sub(r"(?<=[^\W\d_])(?=[A-Z][a-z])", " ", name)


def _words(label: str, words: str) -> HiddenWords:
    return HiddenWords(
        way=HiddenWay.ELSEWHERE, words=f"{label}: {words}", place=CopyPlace(unit=PlaceUnit.PARAGRAPH.value)
    )
