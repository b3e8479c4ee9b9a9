"""What an officer asks to be withheld from a release, and why."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from lpgminutes.domain.dismissals import Dismissal
from lpgminutes.domain.document import Place
from lpgminutes.domain.exemptions import Exemption
from lpgminutes.domain.second_reading import BESIDE, Agreement, Visit


class WithholdableField(Enum):
    """A field that a rule may withhold whole, wherever the minutes print it."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    DATE = "date"
    """The date of the meeting with its times."""
    LOCATION = "location"
    ATTENDANCE_NAME = "attendance.name"
    ATTENDANCE_ROLE = "attendance.role"
    ATTENDANCE_ORGANISATION = "attendance.organisation"
    DECLARATION_NAME = "declarations.name"
    DECLARATION_NATURE = "declarations.nature"
    NEXT_MEETING = "next_meeting"
    CONTACT_NAME = "contact.name"
    CONTACT_EMAIL = "contact.email"
    CONTACT_LOCAL_PART = "contact.email.local_part"
    """The part of the contact's address before the @."""
    APPROVAL_DATE = "approval.date"
    """The day on which the minutes were approved."""
    ACTION_REF = "actions.ref"
    ACTION_OWNER = "actions.owner"
    ACTION_DUE = "actions.due"


class RuleSource(Enum):
    """Where a rule came from: a rules file replaces what a file said before, and leaves the screen's alone."""

    FILE = "rules file"
    SCREEN = "screen"
    CAPTURE = "capture"
    """Marked while the minutes were typed: a proposal until an officer takes it up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """Why something is withheld, and the record that the exemption asks for."""

    exemptions: tuple[Exemption, ...]
    reason: str = ""
    public_interest: str = ""
    """The public interest test as recorded: why withholding outweighs disclosure. FOIA s2(2)(b)."""
    qualified_person: str = ""
    """Who gave the reasonable opinion that s36 needs, and when."""

    def lacks_test(self, exemption: Exemption) -> bool:
        """Whether an exemption asks for a public interest test, and none is recorded."""
        return exemption.needs_public_interest_test and not self.public_interest

    def lacks_opinion(self, exemption: Exemption) -> bool:
        """Whether an exemption rests on the opinion of a qualified person, and none is recorded."""
        return exemption.needs_qualified_person and not self.qualified_person


class RuleStatus(Enum):
    """How far a rule has come. Only what is proposed or agreed withholds anything."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    REJECTED = "rejected"
    """The second reader would not withhold it."""
    LIFTED = "lifted"
    """Taken back, by a reading or a review; it stays in the register."""

    @property
    def is_in_force(self) -> bool:
        """Whether a rule in this state withholds something."""
        return self in {RuleStatus.PROPOSED, RuleStatus.AGREED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling:
    """Who dealt with a rule: for the register, never for a release."""

    status: RuleStatus = RuleStatus.PROPOSED
    proposed_by: str = ""
    read_by: str = ""
    """Who agreed to it, rejected it or lifted it."""
    remark: str = ""
    """Why it was rejected or lifted."""
    stood: str = field(default="", compare=False, metadata=BESIDE)
    """Digest of the minute that a rule for one place speaks of, as it stood when the rule was proposed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRule:
    """A person, in every form of the name, in every field."""

    person: str
    grounds: Grounds
    source: RuleSource = RuleSource.FILE
    handling: Handling = Handling()

    def words(self) -> str:
        """Return the rule as its line in a rules file begins."""
        return f"person: {self.person}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseRule:
    """A text, wherever it stands or in one minute with its points and actions."""

    phrase: str
    at: str | None = None
    grounds: Grounds
    source: RuleSource = RuleSource.FILE
    handling: Handling = Handling()

    def words(self) -> str:
        """Return the rule as its line in a rules file begins."""
        return f"phrase: {self.phrase}" + (f" (at {self.at})" if self.at else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRule:
    """A field, whole, whatever it holds."""

    field: WithholdableField
    grounds: Grounds
    source: RuleSource = RuleSource.FILE
    handling: Handling = Handling()

    def words(self) -> str:
        """Return the rule as its line in a rules file begins."""
        return f"field: {self.field.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanRule:
    """One stretch of one text: chosen on the screen, where it stands and nowhere else."""

    place: Place
    start: int
    end: int
    """Characters of the text as printed."""
    text: str
    """The words that stood there: where others stand now, the rule is refused rather than withhold the wrong ones."""
    grounds: Grounds
    source: RuleSource = RuleSource.SCREEN
    handling: Handling = Handling()

    def words(self) -> str:
        """Return the rule as the register names it."""
        return f"span: {self.text} (in {self.place.words()})"


Rule = PersonRule | PhraseRule | FieldRule | SpanRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """A finding that the officer has considered and lets stand."""

    finding: str
    text: str
    reason: str
    stood: tuple[str, ...] = field(default=(), metadata=BESIDE)
    """The paragraphs that the words stood in when it was accepted, by place and by digest; nothing where not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseCase:
    """What is to be withheld from one meeting's minutes for one request.

    A request that reaches over several meetings has one of these for each, under the same reference.
    """

    id: int | None = None
    revision: int = 1
    reference: str
    received: date | None = None
    release_marking: str | None = None
    """As written in the rules file; ``keep`` for the original; ``None`` for OFFICIAL - FOR PUBLIC RELEASE."""
    rules: tuple[Rule, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    handler: str = ""
    """Who deals with the request."""
    changed_by: str = ""
    """Who changed last what is withheld or accepted."""
    asked_by: str = ""
    """Who asked for the second reading; empty until it was asked for."""
    agreement: Agreement | None = None
    visits: tuple[Visit, ...] = ()
    dismissed: tuple[Dismissal, ...] = ()
    """What was dismissed in this case: it is not suggested again, here or in another case of the body."""

    @property
    def in_force(self) -> tuple[Rule, ...]:
        """The rules that withhold something."""
        return tuple(rule for rule in self.rules if rule.handling.status.is_in_force)


KEEP_MARKING = "keep"
"""The ``release_marking`` that leaves the minutes' own marking on the copy."""
