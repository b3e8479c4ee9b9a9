"""What a file holds that its pages do not show."""

from collections import defaultdict
from collections.abc import Iterator

from lpgminutes.domain.findings import Severity
from lpgminutes.domain.reviewing.copy import HiddenWay, HiddenWords, RedactedCopy
from lpgminutes.domain.reviewing.finding import ReviewFinding, ReviewKind

_LONGEST_QUOTE = 60
_MOST_QUOTED = 5
_IN_ORDER = frozenset({HiddenWay.PROPERTY, HiddenWay.FIELD_CODE, HiddenWay.ELSEWHERE, HiddenWay.BOOKMARK})
"""What a reader can get at, and what seldom holds what was withheld."""
_REMEDIES = {
    HiddenWay.DELETED: "Accept or reject every tracked change before a copy is made.",
    HiddenWay.HIDDEN: "Delete hidden text; to hide it takes nothing out.",
    HiddenWay.COMMENT: "Delete every comment.",
    HiddenWay.COVERED: "Take the words out and print a mark; a box or a dark ground only lies over them.",
    HiddenWay.PALE: "Take the words out; whoever selects the page sees them.",
    HiddenWay.TINY: "Take the words out; whoever copies the page has them.",
    HiddenWay.PROPERTY: "Clear the properties of the file.",
    HiddenWay.EARLIER: "Write the file anew; saved in place, it keeps what it held before.",
    HiddenWay.ATTACHED: "Take the file out.",
    HiddenWay.FIELD_CODE: "Turn fields into their results.",
    HiddenWay.NOT_APPLIED: "Apply the redactions; drawn alone, they take nothing out.",
    HiddenWay.ELSEWHERE: "Delete the part, or write the file anew from its text.",
    HiddenWay.BOXED: "Take the words out and print a mark; a box only lies over them, whatever its colour.",
    HiddenWay.PICTURED: "Take the words out and print a mark; a picture only lies over them.",
    HiddenWay.OUTSIDE: "Take the words out; to crop a page or to cut it off takes nothing out.",
    HiddenWay.LAYER: "Delete the layer; whoever opens the file can switch it on.",
    HiddenWay.FORM_FIELD: "Empty the field, or print the form to a new file.",
    HiddenWay.SPOKEN: "Print the copy to a new file, so that nothing but the words on the page is read out.",
    HiddenWay.LINKED: "Take the link off; whoever points at the mark reads where it leads.",
    HiddenWay.BOOKMARK: "Delete the bookmark, or name it by what the page shows.",
}


def words_hidden(copy: RedactedCopy) -> Iterator[ReviewFinding]:
    """Yield what the file holds beside what it shows, a finding for each way."""
    by_way: dict[HiddenWay, list[HiddenWords]] = defaultdict(list)
    for hidden in copy.hidden:
        by_way[hidden.way].append(hidden)
    if scanned := by_way.pop(HiddenWay.SCAN, None):
        yield _scan_text(scanned)
    for way, stretches in by_way.items():
        quoted = list(dict.fromkeys(_quoted(stretch.words) for stretch in stretches))
        more = len(quoted) - _MOST_QUOTED
        others = "; ".join(quoted[1:_MOST_QUOTED]) + (f"; and {more} more" if more > 0 else "")
        also = f" Also there: {others}." if others else ""
        yield ReviewFinding(
            kind=ReviewKind.WORDS_HIDDEN,
            severity=Severity.CHECK if way in _IN_ORDER else Severity.GIVES_AWAY,
            text=quoted[0],
            places=tuple(stretch.place for stretch in stretches),
            explanation=f"This stands {way.value}: the page does not show it, and the file gives it to whoever looks."
            f"{also}",
            remedy=_REMEDIES[way],
        )


def _scan_text(pages: list[HiddenWords]) -> ReviewFinding:
    return ReviewFinding(
        kind=ReviewKind.SCAN_TEXT,
        severity=Severity.NOTE,
        text="the text layer of a scan",
        places=tuple(page.place for page in pages),
        explanation="The page is a picture, and its words were laid behind it: what can be read in the picture can be "
        "searched and copied, and so can what was blacked out in the picture alone.",
        remedy="Copy the whole page and read it: what is blacked out in the picture must not be in the text.",
    )


def _quoted(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE].rstrip()} \u2026"
