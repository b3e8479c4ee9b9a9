"""Whether a folder is still the release that went out."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
CASE = "FOI2019/26281"


@pytest.fixture
def folder(command: Command, june: str, accepting_rules: Path, tmp_path: Path) -> Path:
    """The release of the seed's meeting."""
    out = tmp_path / "out"
    assert command("release", june, "--case", CASE, "--rules", accepting_rules, "-o", out).code == 0
    return out


def test_what_went_out_is_known_again(command: Command, june: str, folder: Path) -> None:
    """File for file and byte for byte, whoever asks."""
    held = command("release", june, "--case", CASE, "--check", folder, "--json")

    assert held.code == 0
    assert json.loads(held.out)["unchanged"] is True


@pytest.mark.soak
def test_any_difference_is_named(command: Command, june: str, folder: Path) -> None:
    """A file that was altered, one that is gone, one that came in between."""
    (folder / "schedule.csv").write_bytes((folder / "schedule.csv").read_bytes() + b"x")
    (folder / "SHA256SUMS").unlink()
    (folder / "note.txt").write_text("for inside")

    (folder / "old").mkdir()

    held = command("release", june, "--case", CASE, "--check", folder)

    assert held.code == 1
    assert held.out.splitlines() == [
        "changed: schedule.csv",
        "missing: SHA256SUMS",
        "not of it: note.txt",
        "not of it: old/",
    ]


@pytest.mark.soak
def test_of_several_releases_the_nearest_is_meant(
    command: Command, june: str, folder: Path, accepting_rules: Path, tmp_path: Path
) -> None:
    """A later release with other marks does not make the earlier folder a changed one."""
    later = tmp_path / "later"
    command("release", june, "--case", CASE, "--rules", accepting_rules, "--marks", "house", "-o", later)

    assert command("release", june, "--case", CASE, "--check", folder).code == 0
    assert command("release", june, "--case", CASE, "--check", later).code == 0


def test_what_was_never_released_cannot_be_checked(command: Command, june: str, folder: Path, tmp_path: Path) -> None:
    """Another case, another folder, and both or neither at once: each a sentence."""
    assert command("release", june, "--case", "FOI/other", "--check", folder).code == 4
    assert command("release", june, "--case", CASE, "--check", tmp_path / "nowhere").code == 3
    assert command("release", june, "--case", CASE).code == 2


@pytest.mark.soak
def test_the_release_says_what_was_looked_for_where(
    command: Command, june: str, accepting_rules: Path, tmp_path: Path
) -> None:
    """How many texts, in how many forms, in which parts: on the terminal and in the manifest."""
    manifest = tmp_path / "manifest.json"
    made = command(
        "release",
        june,
        "--case",
        CASE,
        "--rules",
        accepting_rules,
        "-o",
        tmp_path / "a",
        "--manifest",
        manifest,
        "--json",
    )

    search = json.loads(made.out)["search"]
    assert search == json.loads(manifest.read_text())["search"]
    assert search["forms"] > search["terms"] > 50
    assert set(search["parts"]) == {path.name for path in (tmp_path / "a").iterdir()}
    assert search["parts"]["foi2019-26281-minutes.docx"] > 5


@pytest.mark.soak
def test_pseudonyms_are_a_style_of_marks(command: Command, june: str, accepting_rules: Path, tmp_path: Path) -> None:
    """The copy names nobody, and tells who is the same person."""
    made = command(
        "release", june, "--case", CASE, "--rules", accepting_rules, "-o", tmp_path / "a", "--marks", "pseudonym"
    )

    text = " ".join((tmp_path / "a" / "foi2019-26281-minutes.txt").read_text(encoding="utf-8").split())
    assert made.code == 0
    assert "[Official A: s40(2)]" in text
    assert "means nothing in another" in text
