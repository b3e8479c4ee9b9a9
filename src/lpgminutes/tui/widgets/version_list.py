"""The states of a meeting's minutes: as they are now, and every version that was kept, the latest first."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from lpgminutes.domain.sayings.written_dates import short_date
from lpgminutes.tui.text import one_line, plain, spread
from lpgminutes.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from lpgminutes.domain.history import Version

_NAME_WIDTH = 14
_FROM = "from "


@dataclass(frozen=True, slots=True)
class State:
    """A version, or with none the minutes as they are now."""

    version: "Version | None"
    is_compared_from: bool = False
    """Whether it is the older side of the comparison."""

    @property
    def number(self) -> int | None:
        """The number of the version."""
        return self.version.number if self.version else None

    @property
    def name(self) -> str:
        """What it is called."""
        return f"version {self.version.number}" if self.version else "as they are now"


class VersionList(RowList[State]):
    """Number, when, who, why; the one that the comparison begins at says so."""

    def key_of(self, row: State) -> Hashable:
        """A version is the same by its number."""
        return row.number

    def lines_of(self, row: State, width: int) -> Sequence[Content]:
        """Return the one line."""
        sign = plain(_FROM if row.is_compared_from else " " * len(_FROM), "accent")
        name = plain(row.name[:1].upper() + row.name[1:], "strong")
        version = row.version
        if version is None:
            return (sign + name,)
        why = one_line(f"{version.reason.value}{f': {version.note}' if version.note else ''}")
        when = f"{short_date(version.at.date())} {version.at:%H:%M} UTC, {version.who}"
        return (spread(sign + name.truncate(_NAME_WIDTH, pad=True) + why, plain(when, "soft"), width),)
