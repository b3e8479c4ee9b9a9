"""What holds for every test: the user's own store and name are never touched."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "desk", max_examples=40, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
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
def data() -> Path:
    """The folder of real documents and specimens."""
    return Path(__file__).parent / "data"
