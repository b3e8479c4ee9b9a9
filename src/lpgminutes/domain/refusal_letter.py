"""The letter that goes with a release copy: what is withheld, under which law, why, and what a requester can do.

It is made from the marks of the copy and from what an officer recorded of each exemption for the public; the reasons of
a case are for inside, and are not in it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lpgminutes.domain.document import MinutesDocument, Text, Words
from lpgminutes.domain.exemption_table import LAWS, Regime, Threshold
from lpgminutes.domain.exemptions import Exemption
from lpgminutes.domain.meetings import Series
from lpgminutes.domain.sayings.written_dates import short_date
from lpgminutes.domain.text import ended
from lpgminutes.domain.withholding import ReleaseCase, Rule
from lpgminutes.errors import InputError

_SCOTTISH = frozenset({Regime.FOISA, Regime.EISR})
_PROVISIONS = {
    Regime.FOIA: "section 17",
    Regime.EIR: "regulation 14",
    Regime.FOISA: "section 16",
    Regime.EISR: "regulation 13",
    Regime.UKGDPR: "article 12",
}
"""The provision of each law under which a refusal is notified."""
_INFORMATION_COMMISSIONER = (
    "Information Commissioner's Office, Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF; ico.org.uk"
)
_SCOTTISH_COMMISSIONER = (
    "Scottish Information Commissioner, Kinburn Castle, Doubledykes Road, St Andrews, Fife KY16 9DS; foi.scot"
)
_REVIEW = (
    "You may ask for an internal review of this answer within 40 working days of receiving it. Somebody who did not "
    "make it will look at it anew."
)
_SCOTTISH_REVIEW = (
    "You may require a review of this answer within 40 working days of receiving it. Somebody who did not make it will "
    "look at it anew, and answer within 20 working days."
)
_COMPLAINT = "If you are still not content after the review, you may complain to the regulator, who decides:"
_SCOTTISH_COMPLAINT = (
    "If you are still not content after the review, you may apply within six months to the regulator, who decides:"
)
_WHY = {
    Threshold.CLASS: "The information withheld is of the kind that this provision names: {about}.",
    Threshold.PREJUDICE: "To disclose the information withheld would, or would be likely to, do the harm that this "
    "provision is there to prevent: {about}.",
    Threshold.OTHER: "The information withheld meets the test that this provision sets: {about}.",
    Threshold.MIXED: "The information withheld falls under this provision: {about}.",
}
_ABSOLUTE = "No public interest test applies."
_OWN_TEST = "It was weighed against the rights of those whom it is about."
_WEIGHED = "The public interest in withholding it was found to outweigh the public interest in disclosing it:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One exemption that the copy relies on."""

    citation: str
    heading: str
    why: str
    weighing: str
    """How the public interest comes in."""
    public_interest: tuple[str, ...]
    """The tests as an officer recorded them."""
    opinions: tuple[str, ...]
    """Whose reasonable opinion it rests on, as recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalLetter:
    """The letter, before it has a form."""

    case: str
    received: str
    marking: str
    title: Text
    notices: str
    """The provisions under which it is a notice."""
    grounds: tuple[Ground, ...]
    review: str
    review_to: str
    """Whom to ask for a review, as the body says; may be empty."""
    complaint: str
    regulator: str

    def own_words(self) -> tuple[str, ...]:
        """Return what the letter says by law, whatever the minutes hold."""
        of_grounds = [text for g in self.grounds for text in (g.citation, g.heading, g.why, g.weighing)]
        return (self.notices, *of_grounds, self.review, self.complaint)


def refusal_letter(copy: MinutesDocument, case: ReleaseCase, body: Series) -> RefusalLetter:
    """Return the letter for a release copy; what its exemptions ask for and the case does not hold is refused."""
    cited = copy.cited()
    grounds = tuple(_ground(exemption, case.in_force) for exemption in cited)
    if not grounds:
        raise InputError("There is nothing to write a letter about: no mark of this copy relies on an exemption.")
    regimes = list(dict.fromkeys(exemption.regime for exemption in cited))
    is_scottish = set(regimes) <= _SCOTTISH
    return RefusalLetter(
        case=copy.case,
        received=_day(case.received),
        marking=copy.marking,
        title=_title_and_day(copy),
        notices=" and ".join(f"{_PROVISIONS[regime]} of the {LAWS[regime]}" for regime in regimes),
        grounds=grounds,
        review=_SCOTTISH_REVIEW if is_scottish else _REVIEW,
        review_to=body.review_to,
        complaint=_SCOTTISH_COMPLAINT if is_scottish else _COMPLAINT,
        regulator=body.regulator or (_SCOTTISH_COMMISSIONER if is_scottish else _INFORMATION_COMMISSIONER),
    )


def review_unnamed(body: Series) -> str:
    """Say that a letter of a body names nobody to ask for a review, and how it would; empty where it does."""
    if body.review_to:
        return ""
    return (
        "The letter names nobody to ask for a review: write it in, or give it for the body "
        f"(lpgminutes series set {body.short_name} --review-to)."
    )


def _title_and_day(copy: MinutesDocument) -> Text:
    """Return the title of the minutes with their day, each with its marks: meetings of a body share a title."""
    joint = (Words(", "),) if copy.title and copy.date else ()
    segments = (*copy.title.segments, *joint, *copy.date.segments)
    return Text(place=copy.title.place, segments=segments)


def _day(received: date | None) -> str:
    return short_date(received) if received else ""


def _ground(exemption: Exemption, rules: Sequence[Rule]) -> Ground:
    of_it = [rule.grounds for rule in rules if exemption in rule.grounds.exemptions]
    tests = _recorded(grounds.public_interest for grounds in of_it)
    opinions = _recorded(grounds.qualified_person for grounds in of_it)
    if exemption.needs_public_interest_test and not tests:
        raise InputError(
            f"The letter has to give the public interest test of {exemption.citation()}, and the case holds none. "
            "Record it as public_interest with what is withheld under it."
        )
    if exemption.needs_qualified_person and not opinions:
        raise InputError(
            f"The letter has to name whose opinion {exemption.citation()} rests on, and the case holds none. "
            "Record it as qualified_person with what is withheld under it."
        )
    return Ground(
        citation=exemption.citation(),
        heading=exemption.heading,
        why=_WHY[exemption.threshold].format(about=exemption.about[:1].lower() + exemption.about[1:]),
        weighing=_weighing(exemption),
        public_interest=tests if exemption.needs_public_interest_test else (),
        opinions=tuple(map(ended, opinions)) if exemption.needs_qualified_person else (),
    )


def _recorded(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({text.strip() for text in texts if text.strip()}))


def _weighing(exemption: Exemption) -> str:
    if exemption.needs_public_interest_test:
        return _WEIGHED
    return _ABSOLUTE if exemption.is_absolute else _OWN_TEST
