"""The standing bodies."""

from dataclasses import dataclass, replace

from sqlmodel import Session, col, select

from lpgminutes.domain.meetings import Series
from lpgminutes.errors import StoreError
from lpgminutes.store.converters import from_series, to_series
from lpgminutes.store.refs import key_of
from lpgminutes.store.rows import edit, to_edit
from lpgminutes.store.tables import SeriesRow


@dataclass(frozen=True, slots=True)
class SqlSeries:
    """The series in the store."""

    session: Session

    def add(self, series: Series) -> Series:
        """Keep a new series; a short name already taken is refused."""
        self._refuse_taken(series)
        row = SeriesRow(**from_series(series))
        self.session.add(row)
        self.session.flush()
        return to_series(row)

    def save(self, series: Series) -> Series:
        """Keep the edited series; a stale revision is refused."""
        row = to_edit(self.session, SeriesRow, series.id, series.revision, f"The series {series.short_name}")
        self._refuse_taken(series)
        edit(row, from_series(series))
        self.session.flush()
        return replace(series, revision=row.revision)

    def find(self, short_name: str) -> Series | None:
        """Return the series with this short name (any case)."""
        row = self._row(short_name)
        return None if row is None else to_series(row)

    def all(self) -> tuple[Series, ...]:
        """Return every series by name."""
        rows = self.session.exec(select(SeriesRow).order_by(col(SeriesRow.name), col(SeriesRow.id)))
        return tuple(to_series(row) for row in rows)

    def row_for(self, series: Series) -> SeriesRow:
        """Return the row of a series, and make one for a short name that is new."""
        row = (self.session.get(SeriesRow, series.id) if series.id else None) or self._row(series.short_name)
        if row is None:
            row = SeriesRow(**from_series(series))
            self.session.add(row)
            self.session.flush()
        return row

    def _row(self, short_name: str) -> SeriesRow | None:
        return self.session.exec(select(SeriesRow).where(col(SeriesRow.short_key) == key_of(short_name))).one_or_none()

    def _refuse_taken(self, series: Series) -> None:
        other = self._row(series.short_name)
        if other is not None and other.id != series.id:
            raise StoreError(f"The short name {series.short_name} belongs to {other.name} already; choose another one.")
