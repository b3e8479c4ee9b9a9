"""The tables, nothing else. The domain checks what may stand in them; the constraints are the second wall."""

from lpgminutes.store.tables.actions import ActionEventRow, ActionRow
from lpgminutes.store.tables.bodies import PersonRow, SeriesRow
from lpgminutes.store.tables.history import HistoryRow
from lpgminutes.store.tables.imports import ImportedFileRow
from lpgminutes.store.tables.meetings import (
    ApprovalRow,
    AttendanceRow,
    BlockRow,
    DecisionRow,
    DeclarationRow,
    MeetingRow,
)
from lpgminutes.store.tables.releases import CaseRow, ReleaseRow, VersionRow, VisitRow
from lpgminutes.store.tables.row import Row, table_of

__all__ = [
    "ActionEventRow",
    "ActionRow",
    "ApprovalRow",
    "AttendanceRow",
    "BlockRow",
    "CaseRow",
    "DecisionRow",
    "DeclarationRow",
    "HistoryRow",
    "ImportedFileRow",
    "MeetingRow",
    "PersonRow",
    "ReleaseRow",
    "Row",
    "SeriesRow",
    "VersionRow",
    "VisitRow",
    "table_of",
]
