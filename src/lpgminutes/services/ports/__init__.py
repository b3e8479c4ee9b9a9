"""What the services need from the store and the documents, said as protocols."""

from lpgminutes.services.ports.actions import ActionLists, ActionRecords, NoLongerWanted
from lpgminutes.services.ports.attendance import AttendanceRecords, PeopleRecords, PersonReader
from lpgminutes.services.ports.bodies import SeriesRecords
from lpgminutes.services.ports.dates import DateReader
from lpgminutes.services.ports.documents import Interchange, Keeper, Renderers
from lpgminutes.services.ports.find import FindRecords
from lpgminutes.services.ports.history import HistoryRecords
from lpgminutes.services.ports.imports import ImportRecords
from lpgminutes.services.ports.meetings import MeetingRecords
from lpgminutes.services.ports.minutes import MinutesRecords
from lpgminutes.services.ports.records import Records, Store, UnitOfWork
from lpgminutes.services.ports.releases import ReleaseRecords
from lpgminutes.services.ports.releasing import Found, Publisher, Search, Staged, Verifier

__all__ = [
    "ActionLists",
    "ActionRecords",
    "AttendanceRecords",
    "DateReader",
    "FindRecords",
    "Found",
    "HistoryRecords",
    "ImportRecords",
    "Interchange",
    "Keeper",
    "MeetingRecords",
    "MinutesRecords",
    "NoLongerWanted",
    "PeopleRecords",
    "PersonReader",
    "Publisher",
    "Records",
    "ReleaseRecords",
    "Renderers",
    "Search",
    "SeriesRecords",
    "Staged",
    "Store",
    "UnitOfWork",
    "Verifier",
]
