"""One thing found that gives a release away, or is not in order, said for somebody who is no lawyer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from lpgminutes.domain.document import Place
from lpgminutes.domain.withholding import Acceptance


class Severity(Enum):
    """How much a finding matters."""

    GIVES_AWAY = "gives it away"
    """What is withheld can be read; a release is refused until it is withheld or accepted."""
    CHECK = "check"
    """Something a person should look at before the release."""
    NOTE = "note"
    """Something to put in order."""


class FindingKind(Enum):
    """What sort of thing was found; the value is what a rules file accepts it by."""

    WITHHELD_ELSEWHERE_OPEN = "withheld-elsewhere-open"
    PERSON_PERHAPS_OPEN = "person-perhaps-open"
    NAME_MISSPELT = "name-misspelt"
    PERHAPS_NO_NAME = "perhaps-no-name"
    MARK_WITHOUT_EXEMPTION = "mark-without-exemption"
    NEEDS_PUBLIC_INTEREST_TEST = "needs-public-interest-test"
    NEEDS_QUALIFIED_PERSON = "needs-qualified-person"
    LIMB_MISSING = "limb-missing"
    MARKING_AGAINST_RELEASE = "marking-against-release"
    VALUE_IMPLIED = "value-implied"
    SUM_COMPUTABLE = "sum-computable"
    PERSON_DESCRIBED = "person-described"
    BODY_DESCRIBED = "body-described"
    LIST_COUNTABLE = "list-countable"
    ORDER_TELLS = "order-tells"
    WHOLE_PARAGRAPH = "whole-paragraph"
    EXEMPTIONS_DIFFER = "exemptions-differ"
    MONTH_TOLD = "month-told"
    POST_TELLS = "post-tells"
    MUCH_WITHHELD = "much-withheld"
    ADDRESS_HALF_OPEN = "address-half-open"
    PAPER_NAMED = "paper-named"
    PUBLIC_RECORD = "public-record"
    EXEMPTION_EXPIRED = "exemption-expired"
    PRE_MARK_OPEN = "pre-mark-open"
    OPEN_BEFORE = "open-in-earlier-release"
    WITHHELD_BEFORE = "withheld-in-earlier-release"
    WITHHELD_IN_SAME_CASE = "withheld-in-same-case"
    EARLIER_RELEASE_UNREAD = "earlier-release-unread"
    MINUTE_MOVED = "minute-moved"
    LETTER_TELLS = "letter-tells"


_FOUND_OPEN = frozenset(
    {FindingKind.WITHHELD_ELSEWHERE_OPEN, FindingKind.PERSON_PERHAPS_OPEN, FindingKind.NAME_MISSPELT}
)
"""The kinds whose text is what is withheld, in some form, where a reader of the copy sees it."""


_WITHHELD_ELSEWHERE = frozenset({FindingKind.WITHHELD_BEFORE, FindingKind.WITHHELD_IN_SAME_CASE})
"""The kinds whose text another release withholds."""
SAID_OPEN = _FOUND_OPEN | _WITHHELD_ELSEWHERE
"""The kinds that say of words that they stand open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found."""

    kind: FindingKind
    severity: Severity
    text: str
    """The text that stands open, or what the finding is about: an exemption, a marking."""
    places: tuple[Place, ...] = ()
    explanation: str
    against: tuple[str, ...] = ()
    """The earlier releases that tell it together with this one, as a person would say them."""
    standing: tuple[tuple[str, str], ...] = ()
    """The paragraphs that the text stands in, each by its place and by its words."""
    accepted: str = ""
    """The reason for which the officer lets it stand."""
    is_worked_out: bool = False
    """Whether the text only gives what is withheld to somebody who reckons, and is no form of it."""

    @property
    def blocks(self) -> bool:
        """Whether a release is refused while this stands."""
        return self.severity is Severity.GIVES_AWAY and not self.accepted

    @property
    def way_out(self) -> str:
        """What can be done about it, as a sentence."""
        accepting = f"accept it with a reason (accept: finding: {self.kind.value}, text: {self.text}, reason: …)."
        if self.kind is FindingKind.OPEN_BEFORE:
            return f"It is known already: lift what withholds it, or {accepting}"
        if self.kind is FindingKind.LETTER_TELLS:
            return f"Record the test or the opinion in other words, or {accepting}"
        if any(place.field == "case.reference" for place in self.places):
            return f"Give the case another reference (case rename), or {accepting}"
        if self.kind in _FOUND_OPEN or self.kind in _WITHHELD_ELSEWHERE:
            return f"Withhold it (a phrase rule: {self.text}), or {accepting}"
        return f"Put it right, or {accepting}"

    def where(self) -> str:
        """Return the places in words."""
        return "; ".join(dict.fromkeys(place.words() for place in self.places))


def lets_be_read(acceptance: Acceptance) -> bool:
    """Whether an acceptance says that its words may be read in the copy.

    To accept what was found about an exemption, an earlier release or a whole paragraph opens nothing: the words that
    it speaks of stay withheld.
    """
    return acceptance.finding in {kind.value for kind in _FOUND_OPEN}


def alike(findings: Iterable[Finding], finding: Finding) -> tuple[Finding, ...]:
    """Return what one reason may let stand together: of one kind against the same earlier releases, not yet accepted.

    Nothing else is alike: of what is found in these minutes alone, each text gives away something of its own.
    """
    if not finding.against:
        return ()
    of_one_sort = (one for one in findings if (one.kind, one.against) == (finding.kind, finding.against))
    return tuple(one for one in of_one_sort if not one.accepted)


def one_for_each(
    said: Iterable[tuple[str, Place]], *, kind: FindingKind, severity: Severity, explanation: str
) -> Iterator[Finding]:
    """Yield one finding for each text that was found, with every place where it stands."""
    standing: dict[str, dict[Place, None]] = {}
    for text, place in said:
        standing.setdefault(text, {}).setdefault(place)
    for text, places in standing.items():
        yield Finding(kind=kind, severity=severity, text=text, places=tuple(places), explanation=explanation)
