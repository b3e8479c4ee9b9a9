"""Whether a connection still leads to the store at its path: what is written into a file that is gone is lost."""

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from lpgminutes.errors import StoreUnavailable

_GO_ON = "start it again; what is typed is there again then."


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Which file a connection was made to, and of which schema."""

    path: Path
    file: tuple[int, int]
    schema: int

    @classmethod
    def of(cls, path: Path, connection: sqlite3.Connection) -> "Stand":
        """Take note of it when the connection is made."""
        return cls(path=path, file=_file_at(path), schema=_schema_of(connection))

    def see_that_file_is_there(self) -> None:
        """Refuse where the path names another file by now, or none: a copy was put there, or it was moved away."""
        try:
            is_same = _file_at(self.path) == self.file
        except OSError:
            is_same = False
        if not is_same:
            raise StoreUnavailable(
                f"The store {self.path} was moved away, or another file put in its place, while it was open; nothing "
                f"was changed. Put the right file there, end the program and {_GO_ON}"
            )

    def see_that_schema_is_known(self, connection: sqlite3.Connection) -> None:
        """Refuse where a later version of the program has upgraded it."""
        if _schema_of(connection) != self.schema:
            raise StoreUnavailable(
                f"The store {self.path} was upgraded by a later version of the program while it was open; nothing was "
                f"changed. End this one and {_GO_ON}"
            )


def _file_at(path: Path) -> tuple[int, int]:
    found = os.stat(path)  # noqa: PTH116 - once for every transaction, and twice as fast
    return found.st_dev, found.st_ino


def _schema_of(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
