"""What an officer asks to be withheld from a release, and why."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from lpgminutes.domain.exemptions import Exemption


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
    NEXT_MEETING = "next_meeting"
    CONTACT_NAME = "contact.name"
    CONTACT_EMAIL = "contact.email"
    CONTACT_LOCAL_PART = "contact.email.local_part"
    """The part of the contact's address before the @."""
    ACTION_REF = "actions.ref"
    ACTION_OWNER = "actions.owner"
    ACTION_DUE = "actions.due"


class RuleSource(Enum):
    """Where a rule came from: a rules file replaces what a file said before, and leaves the screen's alone."""

    FILE = "rules file"
    SCREEN = "screen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """Why something is withheld, and the record that the exemption asks for."""

    exemptions: tuple[Exemption, ...]
    reason: str = ""
    public_interest: str = ""
    """The public interest test as recorded: why withholding outweighs disclosure. FOIA s2(2)(b)."""
    qualified_person: str = ""
    """Who gave the reasonable opinion that s36 needs, and when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRule:
    """A person, in every form of the name, in every field."""

    person: str
    grounds: Grounds
    source: RuleSource = RuleSource.FILE

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

    def words(self) -> str:
        """Return the rule as its line in a rules file begins."""
        return f"phrase: {self.phrase}" + (f" (at {self.at})" if self.at else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRule:
    """A field, whole, whatever it holds."""

    field: WithholdableField
    grounds: Grounds
    source: RuleSource = RuleSource.FILE

    def words(self) -> str:
        """Return the rule as its line in a rules file begins."""
        return f"field: {self.field.value}"


Rule = PersonRule | PhraseRule | FieldRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """A finding that the officer has considered and lets stand."""

    finding: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseCase:
    """What is to be withheld from one meeting's minutes for one request."""

    id: int | None = None
    revision: int = 1
    reference: str
    received: date | None = None
    release_marking: str | None = None
    """As written in the rules file; ``keep`` for the original; ``None`` for OFFICIAL - FOR PUBLIC RELEASE."""
    rules: tuple[Rule, ...] = ()
    accepted: tuple[Acceptance, ...] = ()


KEEP_MARKING = "keep"
"""The ``release_marking`` that leaves the minutes' own marking on the copy."""
