"""What the services need to know of the standing bodies."""

from typing import Protocol

from lpgminutes.domain.meetings import Series


class SeriesRecords(Protocol):
    """The standing bodies."""

    def add(self, series: Series) -> Series:
        """Keep a new series; a short name already taken is refused."""

    def save(self, series: Series) -> Series:
        """Keep the edited series; a stale revision is refused."""

    def find(self, short_name: str) -> Series | None:
        """Return the series with this short name (any case)."""

    def all(self) -> tuple[Series, ...]:
        """Return every series by name."""
