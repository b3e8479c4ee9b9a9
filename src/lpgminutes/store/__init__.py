"""Where records are kept. The only folder that knows of SQL; what it gives out are domain objects.

Everything here is imported when it is called: the libraries below take half a second to load.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lpgminutes.services.ports import Store
    from lpgminutes.store.maintenance import CheckReport, StoreStatus, UpgradeReport

__all__ = ["backup", "check", "default_location", "open_store", "reindex", "status", "upgrade"]

BUSY_SECONDS = 5.0
"""How long a writer waits for another one before it gives up."""


def default_location() -> Path:
    """Return where the records of this user are kept."""
    from lpgminutes.store.location import default_location as locate

    return locate()


def open_store(
    location: str | Path,
    *,
    create: bool = False,
    clock: Callable[[], datetime],
    busy_seconds: float = BUSY_SECONDS,
) -> "Store":
    """Open the store at a path or a ``sqlite:///`` URL; ``create`` makes one where there is none."""
    from lpgminutes.store.opening import LateStore
    from lpgminutes.store.preparing import prepared
    from lpgminutes.store.schema import Schema

    path = prepared(location, create=create, wanted=Schema())
    return LateStore(path, clock=clock, busy_seconds=busy_seconds)


def status(location: str | Path) -> "StoreStatus":
    """Return what there is at the location, without changing anything."""
    from lpgminutes.store.maintenance import status as status_of

    return status_of(location)


def upgrade(location: str | Path) -> "UpgradeReport":
    """Bring an older store up to date; the older file is copied aside before."""
    from lpgminutes.store.maintenance import upgrade as bring_up_to_date

    return bring_up_to_date(location)


def backup(location: str | Path, target: Path) -> Path:
    """Write a copy of the store, as of now, to a new file."""
    from lpgminutes.store.maintenance import backup as back_up

    return back_up(location, target)


def check(location: str | Path) -> "CheckReport":
    """Look whether the file is sound and the history holds."""
    from lpgminutes.store.maintenance import check as check_store

    return check_store(location)


def reindex(location: str | Path) -> None:
    """Lay the index of words anew from the records."""
    from lpgminutes.store.maintenance import reindex as lay_anew

    lay_anew(location)
