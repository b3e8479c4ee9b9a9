"""Writing files: whole or not at all, private, over nothing, through no link."""

import os
import stat
from pathlib import Path

import pytest

from lpgminutes.errors import OutputError
from lpgminutes.files import staged_folder, write_new

POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX modes and links")


def test_a_file_is_written_whole_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    """The finished file is the only thing in its folder."""
    write_new(tmp_path / "a.txt", b"all of it")

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.txt": b"all of it"}


@POSIX
def test_a_file_is_for_its_user_alone(tmp_path: Path) -> None:
    """Mode 0600, whatever the umask."""
    write_new(tmp_path / "a.txt", b"x")

    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o600


@pytest.mark.parametrize("replace", [False, True])
@POSIX
def test_no_file_is_written_through_a_link(tmp_path: Path, *, replace: bool) -> None:
    """Neither what a link points to nor the link is touched, not even a link to nowhere."""
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")

    with pytest.raises(OutputError, match="link"):
        write_new(tmp_path / "link", b"x", replace=replace)
    assert not (tmp_path / "nowhere").exists()


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    """The sentence names the place and the remedy."""
    with pytest.raises(OutputError, match="does not exist: make it first"):
        write_new(tmp_path / "none" / "a.txt", b"x")


def test_a_staged_folder_that_is_not_published_is_gone(tmp_path: Path) -> None:
    """Leaving without publishing takes everything back."""
    with staged_folder(tmp_path / "out", {"a": b"x"}):
        pass

    assert list(tmp_path.iterdir()) == []


def test_a_published_folder_is_whole(tmp_path: Path) -> None:
    """Publishing puts every file in place at once."""
    with staged_folder(tmp_path / "out", {"a": b"x", "b": b"y"}) as staged:
        staged.publish()

    assert {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()} == {"a": b"x", "b": b"y"}


def test_a_folder_that_fills_meanwhile_is_left_alone(tmp_path: Path) -> None:
    """Between staging and publishing somebody else may have come: nothing is written over theirs."""
    with staged_folder(tmp_path / "out", {"a": b"x"}) as staged:
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "theirs").write_bytes(b"t")
        with pytest.raises(OutputError, match="not empty"):
            staged.publish()

    assert [path.name for path in tmp_path.rglob("*")] == ["out", "theirs"]


def test_an_empty_folder_that_is_there_stays_the_same_folder(tmp_path: Path) -> None:
    """The files are put into it: it may be where somebody stands, or a mounted disk."""
    (tmp_path / "out").mkdir()
    before = (tmp_path / "out").stat().st_ino

    with staged_folder(tmp_path / "out", {"a": b"x"}) as staged:
        staged.publish()

    assert (tmp_path / "out").stat().st_ino == before
    assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*"))] == ["out", "out/a"]


def test_the_folder_one_stands_in_can_be_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dot is a folder like any other."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    with staged_folder(Path(), {"a": b"x"}) as staged:
        staged.publish()

    assert [path.name for path in Path().iterdir()] == ["a"]


def test_what_was_put_into_a_folder_is_taken_away_with_the_folder_left(tmp_path: Path) -> None:
    """Withdrawing leaves the folder as it was: empty."""
    (tmp_path / "out").mkdir()
    with staged_folder(tmp_path / "out", {"a": b"x"}) as staged:
        staged.publish()
        staged.withdraw()

    assert [path.name for path in tmp_path.rglob("*")] == ["out"]


def test_a_withdrawn_folder_is_gone(tmp_path: Path) -> None:
    """What was published is taken away when what belongs to it failed."""
    with staged_folder(tmp_path / "out", {"a": b"x"}) as staged:
        staged.publish()
        staged.withdraw()

    assert list(tmp_path.iterdir()) == []


@POSIX
def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    """A release is not written where a link points."""
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")

    with pytest.raises(OutputError, match="link"), staged_folder(tmp_path / "out", {"a": b"x"}):
        pass
    assert list((tmp_path / "real").iterdir()) == []
