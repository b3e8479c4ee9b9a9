"""Where a store is named: it is made, upgraded or refused before anybody opens it."""

from pathlib import Path

from lpgminutes.store import schema
from lpgminutes.store.connections import connect
from lpgminutes.store.failures import in_words, within_reach
from lpgminutes.store.location import to_path


def prepared(location: str | Path, *, create: bool, wanted: schema.Schema) -> Path:
    """Return the path of a store that is up to date: made where there is none, upgraded where it is older."""
    path = to_path(location)
    with within_reach(path):
        if create and not path.exists() and not path.is_symlink():
            schema.create(path, wanted)
        schema.bring_up_to_date(path, wanted)
    if create:
        _refuse_read_only_folder(path)
    return path


def _refuse_read_only_folder(path: Path) -> None:
    """Refuse who means to write and never could: what is typed must not come to nowhere."""
    with in_words(path):
        connect(path, is_for_writing=True).close()
