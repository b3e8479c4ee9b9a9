"""The wheel is whole: outside the checkout it keeps a store and makes a release."""

import importlib.util
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def unpacked_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built and unpacked into a folder of its own."""
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed, so that no wheel can be built here")
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_holds_every_template_and_every_migration(unpacked_wheel: Path) -> None:
    """What the program reads beside its code ships with it."""
    for source, shipped in (("templates", "_templates"), ("db", "_db")):
        files = {p.relative_to(ROOT / source) for p in (ROOT / source).rglob("*") if _ships(p)}
        there = {p.relative_to(unpacked_wheel / "lpgminutes" / shipped) for p in _files(unpacked_wheel, shipped)}
        assert files <= there


def _ships(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts


def _files(unpacked_wheel: Path, shipped: str) -> list[Path]:
    return [path for path in (unpacked_wheel / "lpgminutes" / shipped).rglob("*") if path.is_file()]


@pytest.mark.soak
def test_the_wheel_works_outside_the_checkout(unpacked_wheel: Path, tmp_path: Path, data: Path) -> None:
    """Import, show and minutes from the unpacked wheel, in another folder."""
    environment = os.environ | {"PYTHONPATH": str(unpacked_wheel)}

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", "lpgminutes", "--store", "own.sqlite3", *arguments]
        ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
        return ended.stdout

    where = subprocess.run(
        [sys.executable, "-c", "import lpgminutes; print(lpgminutes.__file__)"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    imported = json.loads(run("import", str(data / "seed" / "meeting.json"), "--json"))
    run("minutes", imported["meetings"][0]["ref"], "-o", "minutes.docx")

    assert str(unpacked_wheel) in where
    assert (tmp_path / "minutes.docx").stat().st_size > 0


def test_no_pin_names_a_host() -> None:
    """The constraints are names and versions alone."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()

    assert lines
    assert [line for line in lines if "://" in line or line.count("==") != 1] == []
