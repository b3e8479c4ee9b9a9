"""What a copy lacks as a paper for the public: its own marking, a key, the papers that it points to, a number."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise, zip_longest

from lpgminutes.domain.exemptions import Exemption
from lpgminutes.domain.findings import Severity
from lpgminutes.domain.findings.papers_named import papers_in
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.open_text import MARK
from lpgminutes.domain.reviewing.copy import CopyPlace, RedactedCopy
from lpgminutes.domain.reviewing.finding import ReviewFinding, ReviewKind

_EXPLAINS = re.compile(r"exempt|withh[eo]ld|redact|personal (?:data|information)|Freedom of Information", re.IGNORECASE)
_NUMBER = re.compile(r"\d+[A-Z]?")
_TWO_LEVELS = re.compile(r"\d+\.\d+")
_ITEM = re.compile(r"(?P<item>\d+)\.?(?:\d+)?")
_MOST_MISSING = 3
"""A jump that is wider than this is another way of numbering, not a paragraph that was left out."""


def marking_against_release(copy: RedactedCopy) -> Iterator[ReviewFinding]:
    """Yield the marking of a copy that says that it is not for the public."""
    sensitive = [(place, written) for place, written in copy.markings if read_marking(written).is_sensitive]
    if sensitive and copy.marks():
        yield ReviewFinding(
            kind=ReviewKind.MARKING_AGAINST_RELEASE,
            severity=Severity.CHECK,
            text=sensitive[0][1],
            places=tuple(place for place, _ in sensitive),
            explanation="A copy that is released should not say that it is not for release (Government Security "
            "Classifications Policy, paragraph 41).",
            remedy="Mark the copy OFFICIAL - FOR PUBLIC RELEASE, and state once what the original was marked.",
        )


def key_missing(copy: RedactedCopy) -> Iterator[ReviewFinding]:
    """Yield the exemptions that the copy prints on its marks and explains nowhere."""
    cited = {exemption for _, mark in copy.marks() for exemption in mark.exemptions}
    texts = [passage.open_text() for passage in copy.passages]
    unexplained = [exemption for exemption in sorted(cited) if not _is_explained(exemption, texts)]
    if unexplained:
        yield ReviewFinding(
            kind=ReviewKind.KEY_MISSING,
            severity=Severity.CHECK,
            text=", ".join(exemption.house() for exemption in unexplained),
            explanation="The copy says nowhere what these mean, nor that a schedule goes with it: a reader cannot tell "
            "what kind of information was taken out.",
            remedy="Add a key with the heading of each exemption, and a schedule of the marks.",
        )


def _is_explained(exemption: Exemption, texts: Sequence[str]) -> bool:
    """Whether a text names the section as an exemption, or its number stands beside its heading."""
    heading = exemption.heading.casefold()
    for text, following in zip_longest(texts, texts[1:], fillvalue=""):
        is_beside = _EXPLAINS.search(text) or heading in f"{text} {following}".casefold()
        if is_beside and exemption.section in _NUMBER.findall(text):
            return True
    return False


def papers_named(copy: RedactedCopy) -> Iterator[ReviewFinding]:
    """Yield, in one finding, the papers that the copy names for further details."""
    found: dict[str, CopyPlace] = {}
    for passage in copy.passages:
        if passage.place.clause:
            for name, at in papers_in(passage.open_text(MARK)):
                found.setdefault(name, passage.place_of(at))
    if found and copy.marks():
        yield ReviewFinding(
            kind=ReviewKind.PAPER_NAMED,
            severity=Severity.CHECK,
            text="; ".join(found),
            places=tuple(found.values()),
            explanation="The copy points to it and does not hold it: a requester will ask for it, and it may leave "
            "open what is withheld here.",
            remedy="Release it under the same marks, or say in the answer why not.",
        )


def numbers_missing(copy: RedactedCopy) -> Iterator[ReviewFinding]:
    """Yield the numbers of paragraphs and items that were left out between two others, without a mark."""
    clauses = dict.fromkeys(p.place.clause for p in copy.passages if p.text.startswith(p.place.clause or "\n"))
    pairs = [tuple(map(int, clause.split("."))) for clause in clauses if _TWO_LEVELS.fullmatch(clause)]
    if not copy.marks():
        return
    for before, after in pairwise(pairs):
        missing = range(before[1] + 1, after[1])
        if before[0] == after[0] and 0 < len(missing) <= _MOST_MISSING:
            named = [f"{before[0]}.{number}" for number in missing]
            yield _gap(copy, named, f"{after[0]}.{after[1]}", "a paragraph was")
    for before_item, after_item in pairwise(_items(clauses)):
        missing = range(before_item + 1, after_item)
        if 0 < len(missing) <= _MOST_MISSING and not any(_begins_a_line(number, copy) for number in missing):
            first = next(clause for clause in clauses if _item_of(clause) == after_item)
            what = "an item was" if len(missing) == 1 else "items were"
            yield _gap(copy, [str(number) for number in missing], first, what)


def _items(clauses: Iterable[str]) -> list[int]:
    """Return the numbers of the items in their order; none where they do not rise, as those of lists do not."""
    items = [number for number, _ in groupby(filter(None, map(_item_of, clauses)))]
    return items if items == sorted(items) and any(_TWO_LEVELS.fullmatch(clause) for clause in clauses) else []


def _item_of(clause: str) -> int:
    whole = _ITEM.fullmatch(clause)
    return int(whole["item"]) if whole else 0


def _begins_a_line(number: int, copy: RedactedCopy) -> bool:
    """Whether a line begins with a number: a heading that was not told from the words around it."""
    pattern = re.compile(rf"(?:agenda\s)?(?:item\s)?{number}(?!\d|\.\d)", re.IGNORECASE)
    return any(pattern.match(passage.text, start) for passage in copy.passages for start, _ in passage.starts)


def _gap(copy: RedactedCopy, missing: Sequence[str], after: str, what: str) -> ReviewFinding:
    return ReviewFinding(
        kind=ReviewKind.NUMBER_MISSING,
        severity=Severity.CHECK,
        text=", ".join(missing),
        places=tuple(p.place for p in copy.passages if p.place.clause == after)[:1],
        explanation=f"The numbers jump here: {what} taken out without a mark, and the gap tells that there was one.",
        remedy="Keep the number and print a mark with its exemption in its place.",
    )
