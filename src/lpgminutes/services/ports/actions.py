"""What the services need to know of the actions."""

from typing import Protocol

from lpgminutes.domain.action_log.lists import ActionDetail
from lpgminutes.domain.action_log.query import ActionListing
from lpgminutes.domain.actions import Action, ActionSummary
from lpgminutes.domain.meetings import Block, Meeting, Series


class NoLongerWanted(Exception):
    """A list was being counted for somebody who has asked something else meanwhile."""


class ActionLists(Protocol):
    """The lists of the action log."""

    def page(self, listing: ActionListing, *, start: int = 0, limit: int | None = None) -> tuple[ActionSummary, ...]:
        """Return the actions from one place of a list on; as on its day."""

    def count(self, listing: ActionListing) -> int:
        """Return how many actions a list has."""

    def is_of_several(self, listing: ActionListing) -> bool:
        """Return whether a list has actions of more than one series."""

    def ids(self, listing: ActionListing) -> tuple[int, ...]:
        """Return the ids of every action of a list, in its order."""

    def markings(self) -> frozenset[str]:
        """Return the markings of the meetings that actions are raised at, each once."""


class ActionRecords(ActionLists, Protocol):
    """The actions of every series."""

    def add(self, action: Action, *, meeting: Meeting, raised_in: Block | None) -> Action:
        """Keep a new action of the meeting's series."""

    def save(self, action: Action) -> Action:
        """Keep the edited action; a stale revision is refused."""

    def find(self, ref: str | int) -> int:
        """Return the id of the action with a reference or id; one that several have is refused with their names.

        A reference is looked for in any case and in every series, ``lpg:AP0619-03`` in one. Digits are a reference or
        an id, ``#12`` and whole numbers an id.
        """

    def get(self, action_id: int) -> Action:
        """Return an action with its history, or raise ``NotFoundError``."""

    def detail(self, action_id: int) -> ActionDetail:
        """Return an action with the minute that it stands in."""

    def changed_at(self, meeting: str) -> frozenset[int]:
        """Return the ids of the actions whose history has an entry made at the meeting with this ref."""

    def list(
        self, *, series: str | None = None, outstanding: bool = False, meeting: str | None = None
    ) -> tuple[ActionSummary, ...]:
        """Return actions by due date, those without one last and those that are done after them."""

    def owner_names(self) -> frozenset[str]:
        """Return the names in the register, and those of every owner of an action."""

    def references(self, series: Series, *, stem: str = "") -> frozenset[str]:
        """Return every reference in use in the series, or those that begin with a stem, in any case."""
