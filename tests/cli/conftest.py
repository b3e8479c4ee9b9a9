"""The command line as a person meets it: arguments in; exit code, data and words out."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from shutil import copyfile

import pytest

from lpgminutes.cli import run


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left on the terminal."""

    code: int
    out: str
    err: str


Command = Callable[..., Outcome]
Step = tuple[str | Path, ...]


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


@pytest.fixture(scope="session")
def _stores(tmp_path_factory: pytest.TempPathFactory) -> dict[Step, Path]:
    """The stores that tests began with, by the commands that made them."""
    return {(): tmp_path_factory.mktemp("stores")}


@pytest.fixture
def after(command: Command, store_path: Path, _stores: dict[Step, Path]) -> Callable[..., Command]:
    """Run the commands that a test begins with; those that another test began with come as a copy of what they left."""

    def prepared(*steps: Step) -> Command:
        key = tuple(str(word) for step in steps for word in (*step, ""))
        if key in _stores:
            copyfile(_stores[key], store_path)
            return command
        for step in steps:
            done = command(*step)
            assert done.code == 0, done.err
        kept = _stores[()] / f"{len(_stores)}.sqlite3"
        copyfile(store_path, kept)
        _stores[key] = kept
        return command

    return prepared


@pytest.fixture
def june(after: Callable[..., Command], seed: Path) -> str:
    """The seed's meeting, brought in; returned by its ref."""
    after(("import", seed / "meeting.json"))
    return "lpg/2019-06-27"


@pytest.fixture
def four(after: Callable[..., Command]) -> Command:
    """Run a command on the demo's four meetings, the last of them a draft."""
    folder = files("lpgminutes").joinpath("demo")
    return after(("import", *sorted(str(entry) for entry in folder.iterdir() if entry.name.startswith("lpg-"))))


@pytest.fixture
def accepting_rules(seed: Path, tmp_path: Path) -> Path:
    """The seed's rules, with the one finding that blocks accepted."""
    rules = tmp_path / "accepting.yaml"
    acceptance = (
        "accept:\n- finding: withheld-elsewhere-open\n  text: 1st August 2019\n  reason: date of a published meeting\n"
    )
    rules.write_text((seed / "withhold.yaml").read_text(encoding="utf-8") + acceptance, encoding="utf-8")
    return rules


class Office:
    """Keeps minutes and makes releases, by command."""

    def __init__(self, command: Command, folder: Path) -> None:
        self.command, self.folder, self.files = command, folder, 0

    def does(self, *words: str | Path) -> str:
        """Run a command that has to work."""
        done = self.command(*words)
        assert done.code == 0, done.err
        return str(done.out)

    def keeps(
        self, ref: str, *minutes: str, names: tuple[str, ...] = ("Ada Quill", "Ben Okoro"), **more: object
    ) -> str:
        """Bring in the minutes of a meeting."""
        body, day = ref.split("/")
        meeting = {
            "format": "lpgminutes.meeting",
            "version": 1,
            "series": {"short_name": body, "name": f"{body.upper()} Board"},
            "title": "Board",
            "marking": "OFFICIAL",
            "date": day,
            "attendance": [{"name": name, "organisation": "DWP"} for name in names],
            "items": [{"number": "1", "title": "Business", "minutes": [{"text": text} for text in minutes]}],
            "actions": [],
            **more,
        }
        self.does("import", self._file(meeting))
        return ref

    def withholds(self, ref: str, case: str, *rules: dict[str, str], accept: tuple[str, ...] = ()) -> None:
        """Keep the rules of a case."""
        withheld = [{"exemption": "FOIA s40(2)", "public_interest": "weighed", **rule} for rule in rules]
        accepted = [
            {"finding": kind, "text": text, "reason": "known"}
            for kind, _, text in (one.partition(": ") for one in accept)
        ]
        rules_file = self._file({"case": case, "withhold": withheld, "accept": accepted})
        self.does("redact", ref, "--case", case, "--rules", rules_file)

    def finds(self, ref: str, case: str, *, severity: str = "gives it away") -> dict[str, str]:
        """Return what is found, by its words, with its kind."""
        told = json.loads(self.does("redact", ref, "--case", case, "--json"))["findings"]
        return {one["text"]: one["finding"] for one in told if one["severity"] == severity and not one["accepted"]}

    def releases(self, ref: str, case: str) -> str:
        """Make a release, and return the words of its copy."""
        self.files += 1
        target = self.folder / f"release-{self.files}"
        self.does("release", ref, "--case", case, "-o", target)
        return next(target.glob("*-minutes.txt")).read_text(encoding="utf-8")

    def is_refused(self, ref: str, case: str) -> str:
        """Have a release refused, and return why."""
        done = self.command("release", ref, "--case", case, "-o", self.folder / "refused")
        assert done.code == 1
        assert not (self.folder / "refused").exists()
        return str(done.err)

    def _file(self, content: object) -> Path:
        self.files += 1
        file = self.folder / f"{self.files}.json"
        file.write_text(json.dumps(content), encoding="utf-8")
        return file


@pytest.fixture
def office(command: Command, tmp_path: Path) -> Office:
    """Where minutes are kept and requests answered."""
    return Office(command, tmp_path)
