"""What holds for every test: the user's own store and name are never touched."""

import os
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import Engine

from lpgminutes import bootstrap
from lpgminutes.services.ports import Store
from lpgminutes.store import BUSY_SECONDS
from lpgminutes.store.engines import engine_at

_BY_HAND = bool(os.environ.get("LPGMINUTES_PROOFS"))
"""Whether laws are tried on other examples each time; else on the same ones, so that a change is judged by itself."""
settings.register_profile(
    "desk",
    max_examples=12,
    deadline=None,
    database=None,
    derandomize=not _BY_HAND,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("soak", settings.get_profile("desk"), max_examples=30)
settings.load_profile("desk")


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test has a home of its own, and an acting person."""
    home = tmp_path_factory.mktemp("home")
    for variable in ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(home))
    monkeypatch.delenv("LPGMINUTES_STORE", raising=False)
    monkeypatch.setenv("LPGMINUTES_AS", "A Tester")


@pytest.fixture(scope="session", autouse=True)
def _statements_made_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What SQLAlchemy makes of a statement serves every store of this process: it would make it anew for each."""
    anywhere = tmp_path_factory.mktemp("first") / "first.sqlite3"
    anywhere.touch()
    first = engine_at(anywhere)
    first.connect().close()  # here the dialect learns what SQLite it speaks to

    def sharing(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> Engine:
        engine = engine_at(path, busy_seconds=busy_seconds)
        engine.dialect = engine.pool._dialect = first.dialect
        engine._compiled_cache = first._compiled_cache
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("lpgminutes.store.database.engine_at", sharing)
        yield
    first.dispose()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An up-to-date store that holds nothing, to be copied: to lay one step after the other takes a while."""
    path = tmp_path_factory.mktemp("empty") / "empty.sqlite3"
    bootstrap.open_store(str(path), create=True).close()
    return path


@pytest.fixture(scope="session")
def lay_store(empty_file: Path) -> Callable[[Path], Path]:
    """Lay a store that holds nothing at a path, and return the path."""

    def laid(path: Path) -> Path:
        copyfile(empty_file, path)
        path.chmod(0o600)
        return path

    return laid


Step = Callable[[Store], object]
"""What a store is brought to, from what it holds before."""


@dataclass(frozen=True, eq=False)
class PreparedStores:
    """Stores that many tests begin with: each is made once, and copied for every test."""

    folder: Path
    empty: Path
    made: dict[tuple[Step, ...], tuple[Path, tuple[Any, ...]]] = field(default_factory=dict)

    def lay(self, path: Path, *steps: Step) -> tuple[Any, ...]:
        """Lay a store at a path as it is after some steps, and return what each step returned."""
        prepared, returned = self._after(steps)
        copyfile(prepared, path)
        path.chmod(0o600)
        return returned

    def begin(self, path: Path, steps: Mapping[str, Step], asked: Container[str]) -> dict[str, Any]:
        """Lay a store as it is after those steps whose names are asked for; return what each returned, by its name."""
        names = [name for name in steps if name in asked]
        return dict(zip(names, self.lay(path, *(steps[name] for name in names)), strict=True))

    def _after(self, steps: tuple[Step, ...]) -> tuple[Path, tuple[Any, ...]]:
        if not steps:
            return self.empty, ()
        if steps not in self.made:
            path = self.folder / f"{len(self.made)}-{len(steps)}.sqlite3"
            returned = self.lay(path, *steps[:-1])
            store = bootstrap.open_store(str(path))
            try:
                self.made[steps] = path, (*returned, steps[-1](store))
            finally:
                store.close()
        return self.made[steps]


@pytest.fixture(scope="session")
def prepared(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> PreparedStores:
    """The stores that tests begin with."""
    return PreparedStores(tmp_path_factory.mktemp("prepared"), empty_file)


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of real documents and specimens."""
    return Path(__file__).parent / "data"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return how many tests run at once: two for each processor, for one of a screen waits as long as it works."""
    return 2 * (os.cpu_count() or 1)
