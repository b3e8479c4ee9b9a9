"""The minutes of a meeting as one works on a case over them: composed once, while they stay as they are."""

from dataclasses import dataclass

from lpgminutes.domain.compose import compose
from lpgminutes.domain.locating import Locator
from lpgminutes.domain.meetings import Meeting
from lpgminutes.services.ports import Interchange


@dataclass(slots=True)
class RememberedMinutes:
    """What is known of minutes, so that a change of the case costs only that change."""

    _meeting: Meeting | None = None
    _locator: Locator | None = None
    _content: str = ""

    @property
    def meeting(self) -> Meeting | None:
        """The meeting whose minutes are remembered."""
        return self._meeting

    def locator(self, meeting: Meeting) -> Locator:
        """Return what looks for rules in the minutes of a meeting as it stands."""
        if self._locator is None or self._meeting != meeting:
            self._meeting, self._locator, self._content = meeting, Locator(compose(meeting)), ""
        return self._locator

    def frozen(self, meeting: Meeting, interchange: Interchange) -> str:
        """Return the minutes as frozen."""
        self.locator(meeting)
        self._content = self._content or interchange.freeze(meeting)
        return self._content
