"""What is derived from the records, in one place: it follows whatever is written, and is laid anew when it is not true.

None of it is a record: it stands in no history, and an upgrade need not carry it along.
"""

from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from lpgminutes.store import action_states, word_index
from lpgminutes.store.rows import RowChange


def follow(connection: sa.Connection, changes: Iterable[RowChange]) -> None:
    """Bring everything that is derived to what was written."""
    written = tuple(changes)
    word_index.follow(connection, written)
    action_states.follow(connection, written)


def lay(connection: sa.Connection) -> None:
    """Make everything that is derived anew."""
    word_index.lay(connection)
    action_states.lay(connection)


def take_away(connection: sa.Connection) -> None:
    """Take everything that is derived away."""
    word_index.take_away(connection)
    action_states.take_away(connection)


def faults(connection: sa.Connection) -> Iterator[str]:
    """Say, a sentence each and without any words of the minutes, what does not follow from the records."""
    yield from word_index.faults_of_index(connection)
    yield from action_states.faults_of_states(connection)
