"""What holds for every test: the user's own store and name are never touched."""

import os
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest
from hypothesis import HealthCheck, settings

from lpgminutes import bootstrap

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


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of real documents and specimens."""
    return Path(__file__).parent / "data"


def pytest_xdist_auto_num_workers() -> int:
    """Return how many tests run at once: two for each processor, for one of a screen waits as long as it works."""
    return 2 * (os.cpu_count() or 1)
