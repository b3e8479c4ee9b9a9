"""The minutes of a meeting as one works on a case over them: composed once, while they stay as they are."""

from dataclasses import InitVar, dataclass, field

from lpgminutes.domain.compose import compose
from lpgminutes.domain.document import MarkStyle, MinutesDocument
from lpgminutes.domain.locating import Locator
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.redaction import Redactor
from lpgminutes.services.ports import Interchange


@dataclass(slots=True)
class ComposedMinutes:
    """Minutes, and what looks for rules in them and redacts them: either remembers what it did before.

    What is remembered is only ever added to, and the same whoever adds it, so that the screen may work with them
    while the records are written.
    """

    meeting: Meeting
    mark_style: InitVar[MarkStyle] = MarkStyle.TEXT
    locator: Locator = field(init=False)
    redactor: Redactor = field(init=False)
    _content: str = ""

    def __post_init__(self, mark_style: MarkStyle) -> None:
        self.locator = Locator(compose(self.meeting, mark_style=mark_style))
        self.redactor = Redactor(self.document)

    @property
    def document(self) -> MinutesDocument:
        """The minutes as they are printed."""
        return self.locator.document

    def frozen(self, interchange: Interchange) -> str:
        """Return the minutes as frozen."""
        self._content = self._content or interchange.freeze(self.meeting)
        return self._content


@dataclass(slots=True)
class RememberedMinutes:
    """The minutes that were worked on last, so that a change of the case costs only that change."""

    latest: ComposedMinutes | None = None

    def of(self, meeting: Meeting) -> ComposedMinutes:
        """Return the minutes of a meeting as it stands."""
        if self.latest is None or self.latest.meeting != meeting:
            self.latest = ComposedMinutes(meeting)
        return self.latest
