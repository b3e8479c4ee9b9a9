"""The main job, end to end: a meeting comes in, is kept, comes out as minutes and as a proved release copy."""

import hashlib
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]

RELEASE_FILES = {
    "foi2019-26281-minutes.docx",
    "foi2019-26281-minutes.html",
    "foi2019-26281-minutes.txt",
    "schedule.docx",
    "schedule.csv",
    "SHA256SUMS",
}


def given_fields(given: Any, shown: Any, place: str = "") -> list[str]:  # noqa: ANN401 - whatever JSON holds
    """Return the places where what is shown differs from what was given."""
    if isinstance(given, dict):
        return [
            wrong
            for key, value in given.items()
            for wrong in (
                given_fields(value, shown[key], f"{place}.{key}") if key in shown else [f"{place}.{key} missing"]
            )
        ]
    if isinstance(given, list):
        if len(given) != len(shown):
            return [f"{place} has another length"]
        return [
            w for n, pair in enumerate(zip(given, shown, strict=True)) for w in given_fields(*pair, f"{place}[{n}]")
        ]
    return [] if given == shown else [place]


def test_import_says_what_came_in(command: Command, seed: Path) -> None:
    """`import --json` prints the contract's fields for each meeting."""
    outcome = command("import", seed / "meeting.json", "--json")

    assert json.loads(outcome.out) == {
        "meetings": [
            {
                "id": 1,
                "ref": "lpg/2019-06-27",
                "title": "PIP Independent Assessment Services (IAS) Lot Performance Group meeting",
                "date": "2019-06-27",
                "items": 6,
                "minutes": 15,
                "actions": 5,
                "attendance": 13,
                "warnings": [],
            }
        ]
    }


def test_show_gives_back_every_field_that_came_in(command: Command, seed: Path, june: str) -> None:
    """Import, then show, is the identity on every field given."""
    shown = json.loads(command("show", june, "--json").out)

    assert given_fields(json.loads((seed / "meeting.json").read_text(encoding="utf-8")), shown) == []
    assert shown["marking_canonical"] == "OFFICIAL-SENSITIVE"


def test_the_same_file_twice_is_kept_once(command: Command, seed: Path, june: str) -> None:
    """A meeting already held is said to be, and nothing is added."""
    again = command("import", seed / "meeting.json", "--json")

    meeting = json.loads(again.out)["meetings"][0]
    assert (again.code, meeting["id"]) == (0, 1)
    assert "already holds" in meeting["warnings"][0]
    assert len(json.loads(command("meetings", "--json").out)["meetings"]) == 1


def test_another_meeting_of_the_same_day_is_kept_beside_it(
    command: Command, seed: Path, june: str, tmp_path: Path
) -> None:
    """Nothing is overwritten by an import: the second meeting gets a ref of its own."""
    changed = (seed / "meeting.json").read_text(encoding="utf-8").replace("Leeds", "York")
    (tmp_path / "other.json").write_text(changed, encoding="utf-8")

    outcome = command("import", tmp_path / "other.json", "--json")

    assert json.loads(outcome.out)["meetings"][0]["ref"] == "lpg/2019-06-27-2"


def test_the_redacted_text_comes_in_with_its_marks(command: Command, seed: Path) -> None:
    """The seed's own text is read: 6 items, 15 minutes, 5 actions, 13 people, and 87 marks kept as marks."""
    outcome = command("import", seed / "minutes.txt", "--series", "lpg", "--json")

    meeting = json.loads(outcome.out)["meetings"][0]
    assert [meeting[key] for key in ("items", "minutes", "actions", "attendance")] == [6, 15, 5, 13]
    shown = command("show", meeting["ref"], "--json").out
    assert shown.count('"as_shown"') == 87
    assert "[redacted: s40(2)] thanked everyone" in " ".join(command("show", meeting["ref"]).out.split())


@pytest.mark.parametrize("suffix", [".docx", ".html", ".txt"])
def test_minutes_are_written_by_their_suffix(command: Command, june: str, tmp_path: Path, suffix: str) -> None:
    """The name of the file decides what is written; the same minutes give the same bytes."""
    first, second = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"

    codes = [command("minutes", june, "-o", path).code for path in (first, second)]

    assert codes == [0, 0]
    assert first.read_bytes() == second.read_bytes()


def test_the_seeds_own_rules_are_refused(command: Command, seed: Path, june: str, tmp_path: Path) -> None:
    """The real fault of the real release: the withheld next meeting is named in 2.2."""
    kept = command("redact", june, "--case", "FOI2019/26281", "--rules", seed / "withhold.yaml", "--check")
    refused = command("release", june, "--case", "FOI2019/26281", "-o", tmp_path / "out")

    assert (kept.code, refused.code) == (1, 1)
    assert '"1st August 2019" in minute 2.2' in refused.err
    assert "phrase rule" in refused.err
    assert "accept" in refused.err
    assert not (tmp_path / "out").exists()


def test_withholding_the_date_too_lets_the_release_be_made(
    command: Command, seed: Path, june: str, tmp_path: Path
) -> None:
    """The first way out: withhold what gives it away."""
    rules = tmp_path / "rules.yaml"
    rules.write_text(
        (seed / "withhold.yaml").read_text(encoding="utf-8") + "- phrase: 1st August 2019\n  exemption: FOIA s38\n",
        encoding="utf-8",
    )

    made = command("release", june, "--case", "FOI2019/26281", "--rules", rules, "-o", tmp_path / "out")

    assert made.code == 0
    assert "August" not in (tmp_path / "out/foi2019-26281-minutes.txt").read_text(encoding="utf-8")


@pytest.mark.soak
def test_accepting_it_with_a_reason_lets_the_release_be_made(
    command: Command, june: str, accepting_rules: Path, seed: Path, tmp_path: Path
) -> None:
    """The second way out; the release is whole, private, and holds nothing withheld."""
    out = tmp_path / "out"

    made = command("release", june, "--case", "FOI2019/26281", "--rules", accepting_rules, "-o", out)

    assert made.code == 0
    assert {path.name for path in out.iterdir()} == RELEASE_FILES
    for path in out.iterdir():
        assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o600
        assert command("verify", path, "--withheld", _still_withheld(seed, tmp_path)).code == 0


def _still_withheld(seed: Path, tmp_path: Path) -> Path:
    """The withheld texts of the seed without the date that was accepted."""
    terms = [t for t in (seed / "withheld.txt").read_text(encoding="utf-8").splitlines() if "August" not in t]
    path = tmp_path / "terms.txt"
    path.write_text("\n".join(terms), encoding="utf-8")
    return path


def test_the_sums_are_those_of_the_files(command: Command, june: str, accepting_rules: Path, tmp_path: Path) -> None:
    """SHA256SUMS lets anybody check what they got."""
    out = tmp_path / "out"
    command("release", june, "--case", "FOI2019/26281", "--rules", accepting_rules, "-o", out)

    lines = [line.split("  ") for line in (out / "SHA256SUMS").read_text().splitlines()]
    sums = {name: digest for digest, name in lines}

    assert sums == {
        name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in RELEASE_FILES - {"SHA256SUMS"}
    }


@pytest.mark.soak
def test_a_release_can_be_made_again_byte_for_byte(
    command: Command, june: str, accepting_rules: Path, tmp_path: Path
) -> None:
    """The same minutes under the same rules give the same release."""
    folders = [tmp_path / "first", tmp_path / "second"]
    for folder in folders:
        command("release", june, "--case", "FOI2019/26281", "--rules", accepting_rules, "-o", folder)

    first, second = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in folders)
    assert first == second


@pytest.mark.soak
def test_the_manifest_stays_inside(command: Command, june: str, accepting_rules: Path, tmp_path: Path) -> None:
    """The manifest is written only when asked for, outside the release, and holds no withheld text."""
    arguments = ("release", june, "--case", "FOI2019/26281", "--rules", accepting_rules)
    inside = command(*arguments, "-o", tmp_path / "out", "--manifest", tmp_path / "out" / "manifest.json")
    made = command(*arguments, "-o", tmp_path / "out", "--manifest", tmp_path / "manifest.json")

    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert (inside.code, made.code) == (2, 0)
    assert manifest["case"] == "FOI2019/26281"
    assert manifest["accepted"][0]["reason"] == "date of a published meeting"
    assert "Ellwood" not in json.dumps(manifest)


def test_the_register_says_what_each_rule_withholds(
    command: Command, june: str, accepting_rules: Path, tmp_path: Path
) -> None:
    """The register is for inside: it holds the withheld text, and is written only when asked for."""
    outcome = command(
        "redact",
        june,
        "--case",
        "FOI2019/26281",
        "--rules",
        accepting_rules,
        "--register",
        tmp_path / "r.csv",
    )

    assert outcome.code == 0
    assert "Kestrel Peak" in (tmp_path / "r.csv").read_text(encoding="utf-8-sig")


@pytest.mark.soak
def test_house_marks_are_an_option(command: Command, june: str, accepting_rules: Path, tmp_path: Path) -> None:
    """XXXX S40(2), as many bodies have always printed it, at one width."""
    out = tmp_path / "out"
    command("release", june, "--case", "FOI2019/26281", "--rules", accepting_rules, "-o", out, "--marks", "house")

    text = (out / "foi2019-26281-minutes.txt").read_text(encoding="utf-8")
    assert "XXXX S40(2) thanked everyone" in " ".join(text.split())
    assert "[redacted" not in text


def test_redacting_never_changes_the_minutes(
    command: Command, june: str, accepting_rules: Path, tmp_path: Path
) -> None:
    """What is kept after a release is what was kept before it."""
    before = command("show", june, "--json").out
    command("release", june, "--case", "FOI2019/26281", "--rules", accepting_rules, "-o", tmp_path / "out")

    assert command("show", june, "--json").out == before


def test_lines_are_added_and_taken_back(command: Command) -> None:
    """A body, a meeting and its lines by command; undo takes back one after the other, redo does them again."""
    command("series", "add", "sg", "Steering Group", "--marking", "OFFICIAL", "--item", "Welcome")
    ref = command("meeting", "new", "sg", "--date", "2026-11-24").out.strip()
    command("line", "add", ref, "All were welcomed.", "# Staffing", "Headcount rose.", "- Leeds: 41 joined.")

    full = command("show", ref).out
    command("undo")
    shorter = command("show", ref).out
    command("redo")

    assert "Leeds: 41 joined." in full
    assert "Leeds" not in shorter
    assert command("show", ref).out == full


def test_a_manifest_that_cannot_be_written_stops_the_release(
    command: Command, june: str, accepting_rules: Path, tmp_path: Path
) -> None:
    """It is refused before anything goes out, and the file that is there stays as it is."""
    (tmp_path / "manifest.json").write_text("mine")
    case = ("--case", "FOI2019/26281", "--rules", accepting_rules)

    refused = command("release", june, *case, "-o", tmp_path / "out", "--manifest", tmp_path / "manifest.json")

    assert (refused.code, (tmp_path / "manifest.json").read_text()) == (3, "mine")
    assert not (tmp_path / "out").exists()


def test_a_withheld_text_in_the_case_reference_stops_the_release(command: Command, june: str, tmp_path: Path) -> None:
    """The names of the files are made from the reference, and it is printed on the copy."""
    rules = tmp_path / "rules.yaml"
    rule = "- phrase: Kestrel Peak\n  exemption: FOIA s43(2)\n"
    rules.write_text(f"case: FOI Kestrel Peak\nwithhold:\n{rule}", encoding="utf-8")

    refused = command("release", june, "--case", "FOI Kestrel Peak", "--rules", rules, "-o", tmp_path / "out")

    assert refused.code == 1
    assert not (tmp_path / "out").exists()
