"""What the log is asked: the filter, the order, the day, and which answer is awaited."""

import datetime as dt
from dataclasses import replace

from lpgminutes.domain.action_log.query import SortBy
from lpgminutes.domain.action_log.views import EVERY, ActionView
from lpgminutes.tui.messages.action_log import Asked
from lpgminutes.tui.widgets.action_columns import Column

SORTS = {
    Column.REFERENCE: SortBy.REF,
    Column.BODY: SortBy.MEETING,
    Column.ACTION: SortBy.TEXT,
    Column.OWNER: SortBy.OWNER,
    Column.DUE: SortBy.DUE,
    Column.STATE: SortBy.STATUS,
    Column.AGE: SortBy.AGE,
    Column.SLIPS: SortBy.SLIPS,
    Column.MINUTE: SortBy.MEETING,
}
_COLUMNS = {sort: column for column, sort in SORTS.items()} | {SortBy.CLOSED: Column.STATE}
_HIGHEST_FIRST = frozenset({SortBy.AGE, SortBy.SLIPS, SortBy.CLOSED})
_ORDERS = {
    SortBy.REF: ("by reference", "by reference, last first"),
    SortBy.TEXT: ("by action", "by action, last first"),
    SortBy.OWNER: ("by owner", "by owner, last first"),
    SortBy.DUE: ("overdue first, by due date", "latest due date first"),
    SortBy.STATUS: ("by state", "by state, last first"),
    SortBy.AGE: ("oldest first", "newest first"),
    SortBy.SLIPS: ("most slips first", "fewest slips first"),
    SortBy.MEETING: ("by minute", "by minute, latest first"),
    SortBy.CLOSED: ("closed last first", "closed first first"),
}


class LogQuestion:
    """One question at a time; the number tells an answer to it from a stale one."""

    def __init__(self, today: dt.date) -> None:
        self.asked = Asked(query="", sort=SortBy.DUE, is_reversed=False, today=today, as_at=None, most=None)
        self.serial = 0

    def is_stale(self, serial: int) -> bool:
        """Whether another question was asked since."""
        return serial != self.serial

    @staticmethod
    def is_as_long(asked: Asked, other: Asked) -> bool:
        """Whether two questions are about the same actions, in whatever order."""
        return (asked.query, asked.as_at, asked.most) == (other.query, other.as_at, other.most)

    def ask_again(self) -> int:
        """Ask the same; the records may have changed."""
        self.serial += 1
        return self.serial

    def show(self, view: ActionView) -> None:
        """Ask what a view asks."""
        self.asked = replace(self.asked, query=view.query, sort=view.sort, is_reversed=view.is_reversed, most=view.most)

    def filter_by(self, query: str) -> None:
        """Ask for what is typed; a view's limit ends with its query."""
        self.asked = replace(self.asked, query=query, most=None)

    def sort_by(self, column: Column) -> None:
        """Sort by a column; by the same one again, the other way round."""
        sort = SORTS[column]
        is_again = sort is self.asked.sort
        self.asked = replace(self.asked, sort=sort, is_reversed=is_again and not self.asked.is_reversed)

    def look_at(self, day: dt.date | None) -> None:
        """Ask for the log as it was on a day."""
        self.asked = replace(self.asked, as_at=day)

    @property
    def day(self) -> dt.date:
        """The day by which things are late."""
        return self.asked.as_at or self.asked.today

    @property
    def column(self) -> Column:
        """The column that the list is sorted by."""
        return _COLUMNS[self.asked.sort]

    @property
    def is_descending(self) -> bool:
        """Whether what is highest in the column comes first."""
        return (self.asked.sort in _HIGHEST_FIRST) is not self.asked.is_reversed

    @property
    def order_words(self) -> str:
        """The order in words."""
        return _ORDERS[self.asked.sort][self.asked.is_reversed]

    def as_view(self, name: str = "This view") -> ActionView:
        """Return what is asked, as a view."""
        asked = self.asked
        return ActionView(name=name, query=asked.query, sort=asked.sort, is_reversed=asked.is_reversed, most=asked.most)

    def key_of_view(self, views: dict[int, ActionView]) -> int | None:
        """Return the number of the view that asks just this."""
        shown = self.as_view()
        return next((key for key, view in views.items() if replace(view, name=shown.name) == shown), None)

    @property
    def is_of_everything(self) -> bool:
        """Whether nothing is asked: every open action, overdue first."""
        return replace(EVERY, name="This view") == self.as_view()
