"""Where a store lies: a path, or a URL that names one."""

from pathlib import Path

from lpgminutes.errors import StoreError, StoreUnavailable

_SQLITE = "sqlite:///"


def default_location() -> Path:
    """Return where the records of this user are kept."""
    import platformdirs

    return platformdirs.user_data_path("lpgminutes", appauthor=False) / "minutes.sqlite3"


def to_path(location: str | Path) -> Path:
    """Return the path of the file that a location names."""
    if isinstance(location, Path):
        return _checked(location)
    if location.startswith(_SQLITE):
        return _checked(Path(location.removeprefix(_SQLITE).partition("?")[0]))
    scheme, separator, _ = location.partition("://")
    if separator:
        raise StoreError(
            f"A store of the kind {scheme.partition('+')[0]} is not supported yet; give a path or {_SQLITE}…"
        )
    return _checked(Path(location))


def make_folder(path: Path) -> None:
    """Make the folder of the default store, for this user alone; any other folder has to exist."""
    if path == default_location():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    elif not path.parent.is_dir():
        raise StoreUnavailable(f"The folder {path.parent} does not exist; make it first, or correct the path.")


def _checked(path: Path) -> Path:
    if path.name in {"", ".."} or "\0" in str(path):
        raise StoreError("The location of the store does not name a file; give the path of one.")
    return path
