"""What is wrong with the marks themselves: labels and limbs that lack, and masks that tell what they cover."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from lpgminutes.domain.exemptions import Exemption, advice
from lpgminutes.domain.findings import Severity
from lpgminutes.domain.reviewing.copy import CopyPlace, LabelSide, RedactedCopy, Subject
from lpgminutes.domain.reviewing.finding import ReviewFinding, ReviewKind, listed_places
from lpgminutes.domain.reviewing.subjects import names_people

_NAMED = (Subject.PERSON, Subject.POST, Subject.PLACE, Subject.DATE, Subject.FIGURE, Subject.OTHER)
"""What the length of a mask may tell; an address or a reference has one length in a body anyway."""


def marks_without_exemption(copy: RedactedCopy) -> Iterator[ReviewFinding]:
    """Yield the marks that cite nothing."""
    bare = [(passage, mark) for passage, mark in copy.marks() if mark.label is None and not mark.is_alias]
    if bare:
        yield ReviewFinding(
            kind=ReviewKind.MARK_WITHOUT_EXEMPTION,
            severity=Severity.CHECK,
            text=_share(len(bare), len(copy.marks())),
            places=tuple(passage.place_of(mark.start) for passage, mark in bare),
            explanation="No exemption is printed for them. A reader is owed the one that each relies on "
            "(FOIA s17(1)(b)).",
            remedy="Print the exemption on each mark, or open what none fits.",
        )


def _share(some: int, total: int) -> str:
    if some < total:
        return f"{some} of {total} marks"
    return "the only mark" if total == 1 else f"all {total} marks"


def names_replaced(copy: RedactedCopy) -> Iterator[ReviewFinding]:
    """Yield, in one finding, the people who are called by a letter without a word on why."""
    aliases = [(passage, mark) for passage, mark in copy.marks() if mark.is_alias and mark.label is None]
    if aliases:
        yield ReviewFinding(
            kind=ReviewKind.NAMES_REPLACED,
            severity=Severity.CHECK,
            text=", ".join(dict.fromkeys(mark.as_shown for _, mark in aliases)),
            places=tuple(passage.place_of(mark.start) for passage, mark in aliases),
            explanation="People are called by letters, and the copy does not say whether the minutes call them so or "
            "names were replaced for this release.",
            remedy="If names were replaced, say so in the copy and print the exemption; a post or a first name beside "
            "a letter still tells who it is.",
        )


def unknown_labels(copy: RedactedCopy) -> Iterator[ReviewFinding]:
    """Yield the labels that are no exemption of any of the Acts."""
    places: dict[str, list[CopyPlace]] = defaultdict(list)
    for passage, mark in copy.marks():
        if mark.label and not mark.exemptions:
            places[mark.label].append(passage.place_of(mark.start))
    for label, standing in places.items():
        yield ReviewFinding(
            kind=ReviewKind.LABEL_UNKNOWN,
            severity=Severity.CHECK,
            text=label,
            places=tuple(standing),
            explanation="This is printed on a mark and is no exemption that is known here.",
            remedy="Check the number; if it is right, say in the key what it stands for.",
        )


def missing_limbs(copy: RedactedCopy) -> Iterator[ReviewFinding]:
    """Yield the exemptions that are cited without their limb."""
    places: dict[Exemption, list[CopyPlace]] = defaultdict(list)
    for passage, mark in copy.marks():
        for exemption in mark.exemptions:
            if not exemption.has_limb:
                places[exemption].append(passage.place_of(mark.start))
    for exemption in sorted(places):
        if sentences := advice(exemption):
            yield ReviewFinding(
                kind=ReviewKind.LIMB_MISSING,
                severity=Severity.NOTE,
                text=exemption.citation(),
                places=tuple(places[exemption]),
                explanation=sentences[0],
                remedy="Cite the limb that was relied on, here and in the refusal notice.",
            )


def differing_exemptions(copy: RedactedCopy) -> Iterator[ReviewFinding]:
    """Yield the sorts of things that are withheld now under one exemption, now under another."""
    cited: dict[Subject, dict[str, list[CopyPlace]]] = defaultdict(lambda: defaultdict(list))
    for passage, mark in copy.marks():
        if mark.exemptions and mark.subject is not Subject.OTHER:
            cited[mark.subject][mark.cited].append(passage.place_of(mark.start))
    for subject, by_exemption in cited.items():
        if len(by_exemption) > 1:
            ordered = sorted(by_exemption.items(), key=lambda entry: -len(entry[1]))
            listed = " and ".join(f"under {citation} in {listed_places(places)}" for citation, places in ordered)
            yield ReviewFinding(
                kind=ReviewKind.EXEMPTIONS_DIFFER,
                severity=Severity.CHECK,
                text=subject.plural,
                places=tuple(ordered[-1][1]),
                explanation=f"Things of one sort are withheld {listed}. A requester will ask why.",
                remedy="Cite the exemption that fits, the same for the same sort of thing.",
            )


def varying_lengths(copy: RedactedCopy) -> Iterator[ReviewFinding]:
    """Yield, in one finding, the masks whose length follows what is under them."""
    lengths: dict[Subject, Counter[int]] = defaultdict(Counter)
    places: dict[Subject, list[CopyPlace]] = defaultdict(list)
    for passage, mark in copy.marks():
        if mark.mask and mark.subject in _NAMED:
            lengths[mark.subject][len(mark.mask)] += 1
            places[mark.subject].append(passage.place_of(mark.start))
    varied = [subject for subject in _NAMED if len(lengths[subject]) > 1]
    if varied:
        told = "; ".join(f"{subject.plural} {_lengths(lengths[subject])}" for subject in varied)
        yield ReviewFinding(
            kind=ReviewKind.MASK_LENGTH_VARIES,
            severity=Severity.CHECK,
            text=f"masks of {len(set().union(*lengths.values()))} lengths",
            places=tuple(place for subject in varied for place in places[subject]),
            explanation=f"The masks are not of one length ({told}). A length that follows the words tells a short "
            "name from a long one, and where it is the same for the same person, who spoke.",
            remedy="Give every mark one width, whatever it covers.",
        )


def _lengths(counts: Counter[int]) -> str:
    return f"{min(counts)} to {max(counts)} signs, {len(counts)} different"


def varying_sides(copy: RedactedCopy) -> Iterator[ReviewFinding]:
    """Yield, in one finding, that labels stand now here, now there."""
    places: dict[LabelSide, list[CopyPlace]] = defaultdict(list)
    for passage, mark in copy.marks():
        if mark.side is not LabelSide.NONE:
            places[mark.side].append(passage.place_of(mark.start))
    if len(places) > 1:
        ordered = sorted(places.items(), key=lambda entry: -len(entry[1]))
        told = ", ".join(f"{side.value} {_times(len(standing))}" for side, standing in ordered)
        yield ReviewFinding(
            kind=ReviewKind.LABEL_POSITION_VARIES,
            severity=Severity.NOTE,
            text=f"{len(places)} positions of the label",
            places=tuple(ordered[-1][1]),
            explanation=f"The exemption is printed {told}. Where marks touch, a reader cannot tell whose label it is.",
            remedy="Print every mark in one way, its exemption in the same place.",
        )


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def varying_case(copy: RedactedCopy) -> Iterator[ReviewFinding]:
    """Yield the masks that are written in another case than the rest."""
    mixed = [(passage, mark) for passage, mark in copy.marks() if mark.mask.isalpha() and not mark.mask.isupper()]
    upper = sum(mark.mask.isupper() for _, mark in copy.marks())
    if mixed and upper:
        yield ReviewFinding(
            kind=ReviewKind.MASK_CASE_VARIES,
            severity=Severity.NOTE,
            text=f"{mixed[0][1].mask}: {len(mixed)} of {upper + len(mixed)} masks",
            places=tuple(passage.place_of(mark.start) for passage, mark in mixed),
            explanation="A mark typed by hand is changed by the word processor as a word is: these begin what it took "
            "for a sentence or a name.",
            remedy="Print every mark in one way.",
        )


def countable_lists(copy: RedactedCopy) -> Iterator[ReviewFinding]:
    """Yield the lists of withheld people that can be counted."""
    rows: dict[str, list[CopyPlace]] = defaultdict(list)
    for passage in copy.passages:
        is_person = passage.is_withheld and passage.marks[0].subject is Subject.PERSON
        if is_person and names_people(passage.place.field):
            rows[passage.place.field].append(passage.place_of(passage.marks[0].start))
    for field, places in rows.items():
        if len(places) > 1:
            yield ReviewFinding(
                kind=ReviewKind.LIST_COUNTABLE,
                severity=Severity.NOTE,
                text=f"{len(places)} rows under {field}",
                places=tuple(places),
                explanation="Each withheld person has a row, so that a reader can count them and knows the order in "
                "which they were listed.",
                remedy="Withhold the list as one stretch, if the number of those present tells something.",
            )
