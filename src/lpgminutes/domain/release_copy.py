"""The copy that leaves: what it says of itself, and the schedule that goes with it."""

from collections import Counter
from dataclasses import replace

from lpgminutes.domain.document import (
    CopyKind,
    LegendEntry,
    Mark,
    MarkKind,
    MarkStyle,
    MinutesDocument,
    Place,
)
from lpgminutes.domain.exemption_table import LAWS, Regime
from lpgminutes.domain.exemptions import Exemption
from lpgminutes.domain.markings import FOR_PUBLIC_RELEASE, read_marking
from lpgminutes.domain.naming.pseudonyms import with_pseudonyms
from lpgminutes.domain.reports import Schedule, ScheduleEntry
from lpgminutes.domain.withholding import KEEP_MARKING, ReleaseCase

_SAME_LETTER = "the same letter is the same person in this document, and means nothing in another"
_UNLABELLED = "no exemption given"
_IN_SOURCE = "as printed in the source"
_FIELD_WORDS = {
    "title": "a title",
    "subtitle": "a title",
    "date": "a date",
    "location": "a place",
    "next_meeting": "a date and place",
    "attendance.name": "a person",
    "attendance.role": "a role",
    "attendance.organisation": "an organisation",
    "declarations.name": "a person",
    "declarations.nature": "an interest",
    "contact.name": "a person",
    "contact.email": "an e-mail address",
    "approval.date": "a date",
    "actions.ref": "a reference",
    "actions.owner": "an owner",
    "actions.due": "a date",
}


def release_copy(redacted: MinutesDocument, case: ReleaseCase) -> MinutesDocument:
    """Return a redacted document as the release copy of a case: re-marked, with a legend of its marks.

    The minutes keep their own marking, which the copy states once
    (Government Security Classifications Policy, August 2024, paragraph 41).
    """
    copy = with_pseudonyms(redacted) if redacted.mark_style is MarkStyle.PSEUDONYM else redacted
    return replace(
        copy,
        kind=CopyKind.RELEASE,
        case=case.reference,
        marking=release_marking(redacted.marking, case.release_marking),
        original_marking=redacted.marking,
        legend=_legend(copy),
    )


def release_marking(original: str, wanted: str | None) -> str:
    """Return the marking of a release copy: FOR PUBLIC RELEASE unless the case asks for another."""
    if wanted is None:
        return FOR_PUBLIC_RELEASE.printed
    return original if wanted.strip().lower() == KEEP_MARKING else read_marking(wanted).printed


def law_of_release(copy: MinutesDocument) -> str:
    """Return the law that a copy is released under, as its exemptions tell; the Act of 2000 where none does."""
    regimes = dict.fromkeys(exemption.regime for exemption in copy.cited() if exemption.regime is not Regime.UKGDPR)
    return " and the ".join(LAWS[regime] for regime in regimes or (Regime.FOIA,))


def note_of_release(copy: MinutesDocument) -> tuple[str, ...]:
    """Return what a copy says of itself under its title, before it explains its marks."""
    case = f", case {copy.case}" if copy.case else ""
    names = " and names the exemption relied on" if copy.legend else ""
    said = (
        f"Released under the {law_of_release(copy)}{case}. "
        f"Where information is withheld, a mark stands in its place{names}."
    )
    own = (f"The minutes themselves are marked {copy.original_marking}.",) if copy.original_marking else ()
    return (said, *own)


def schedule_of(copy: MinutesDocument) -> Schedule:
    """Return the schedule of a release copy: every mark with its place and exemption, never what it hides."""
    counts: Counter[Exemption | str] = Counter()
    for _, mark in copy.marks():
        counts.update(mark.exemptions or (mark.label or _UNLABELLED,))
    cited = sorted(key for key in counts if isinstance(key, Exemption))
    others = [key for key in counts if isinstance(key, str)]
    return Schedule(
        case=copy.case,
        marking=copy.marking,
        title=copy.title,
        entries=tuple(_entry(place, mark) for place, mark in copy.marks()),
        counts=(*((e.citation(), counts[e]) for e in cited), *((label, counts[label]) for label in others)),
        key=tuple(LegendEntry(mark=e.citation(), meaning=f"{e.heading} ({e.kind_words})") for e in cited),
    )


def _entry(place: Place, mark: Mark) -> ScheduleEntry:
    return ScheduleEntry(
        id=mark.id,
        place=place.words(),
        what=_what(place, mark),
        citation=", ".join(e.citation() for e in mark.exemptions) or mark.label or _UNLABELLED,
        exemption_kind=", ".join(dict.fromkeys(e.kind_word for e in mark.exemptions)) or _IN_SOURCE,
    )


def _what(place: Place, mark: Mark) -> str:
    """Return what sort of thing a mark stands for: of a field what the field is for, never what it holds."""
    return ", ".join(
        _FIELD_WORDS.get(place.field, kind.value) if kind is MarkKind.FIELD else kind.value for kind in mark.kinds
    )


def _legend(document: MinutesDocument) -> tuple[LegendEntry, ...]:
    entries = tuple(
        LegendEntry(mark=_as_marked(exemption, document.mark_style), meaning=_meaning(exemption))
        for exemption in document.cited()
    )
    words = sorted({mark.alias.partition(" ")[0] for _, mark in document.marks() if mark.alias})
    named = " or ".join(f"{word} A" for word in words)
    return (*entries, LegendEntry(mark=named, meaning=_SAME_LETTER)) if named else entries


def _as_marked(exemption: Exemption, style: MarkStyle) -> str:
    return exemption.house() if style is MarkStyle.HOUSE else exemption.short()


def _meaning(exemption: Exemption) -> str:
    return f"{exemption.heading} ({exemption.citation()})"
