"""The command line as a person meets it: arguments in; exit code, data and words out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from lpgminutes.cli import run


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left on the terminal."""

    code: int
    out: str
    err: str


Command = Callable[..., Outcome]


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    """Where the records of this test are."""
    return tmp_path / "records.sqlite3"


@pytest.fixture
def command(store_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run a command on this test's store."""

    def called(*arguments: str | Path) -> Outcome:
        capsys.readouterr()
        code = run(["--store", str(store_path), *map(str, arguments)])
        printed = capsys.readouterr()
        return Outcome(int(code), printed.out, printed.err)

    return called


@pytest.fixture
def seed(data: Path) -> Path:
    """The folder of the seed: real minutes, with invented people and figures in what was blanked."""
    return data / "seed"


@pytest.fixture
def june(command: Command, seed: Path) -> str:
    """The seed's meeting, brought in; returned by its ref."""
    assert command("import", seed / "meeting.json").code == 0
    return "lpg/2019-06-27"


@pytest.fixture
def accepting_rules(seed: Path, tmp_path: Path) -> Path:
    """The seed's rules, with the one finding that blocks accepted."""
    rules = tmp_path / "accepting.yaml"
    acceptance = (
        "accept:\n- finding: withheld-elsewhere-open\n  text: 1st August 2019\n  reason: date of a published meeting\n"
    )
    rules.write_text((seed / "withhold.yaml").read_text(encoding="utf-8") + acceptance, encoding="utf-8")
    return rules
