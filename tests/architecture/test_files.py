"""Writing files: whole or not at all, private, over nothing, through no link."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lpgminutes.errors import InputError, OutputError
from lpgminutes.files import read_folder, read_given, staged_folder, write_new, written_with

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


def _refusing_folders(code: int) -> Callable[[int], None]:
    """Return a sync as of a system that refuses it for folders."""
    sync = os.fsync

    def synced(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(code, os.strerror(code))
        sync(descriptor)

    return synced


@POSIX
@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP, errno.EBADF])
def test_a_folder_that_cannot_be_synced_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """Some shares know no such thing: the files are written all the same, one by one and in a folder."""
    monkeypatch.setattr(os, "fsync", _refusing_folders(code))

    write_new(tmp_path / "a.txt", b"x")
    with written_with(tmp_path / "b.txt", b"x"):
        pass
    with staged_folder(tmp_path / "out", {"c.txt": b"x"}) as staged:
        staged.publish()

    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.txt", "b.txt", "c.txt", "out"]


@POSIX
def test_a_disk_that_fails_to_keep_a_name_is_said_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is there is not said to be missing; one that goes with a record is taken away, and is missing."""
    monkeypatch.setattr(os, "fsync", _refusing_folders(errno.EIO))

    with pytest.raises(OutputError, match=r"a\.txt is written, but .* may not outlive a power cut"):
        write_new(tmp_path / "a.txt", b"x")
    with pytest.raises(OutputError, match="was not written"), written_with(tmp_path / "b.txt", b"x"):
        raise AssertionError("what goes with the file was done")
    with pytest.raises(OutputError, match="was not written"), staged_folder(tmp_path / "out", {"c": b"x"}) as staged:
        staged.publish()

    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_system_that_gets_full_without_links_keeps_no_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the finished file has to be copied into its place, the copy is whole or gone."""
    sync, synced = os.fsync, []

    def no_links(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    def full_at_the_second(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) > 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        sync(descriptor)

    monkeypatch.setattr(os, "name", "posix")
    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(os, "fsync", full_at_the_second)

    with pytest.raises(OutputError, match=r"was not written: the disk is full"):
        write_new(tmp_path / "a.txt", b"x")

    assert list(tmp_path.iterdir()) == []


def _refusing(*_: object, **__: object) -> None:
    raise PermissionError(errno.EACCES, "The process cannot access the file because it is being used")


def test_a_file_that_is_open_elsewhere_is_said_and_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses to replace a document that is open in Word: the sentence says so, nothing else is touched."""
    path = tmp_path / "minutes.docx"
    path.write_bytes(b"open in Word")
    monkeypatch.setattr(os, "replace", _refusing)

    with pytest.raises(OutputError, match="may be open in another program") as alone:
        write_new(path, b"new", replace=True)
    with pytest.raises(OutputError) as with_record, written_with(path, b"new", replace=True):
        raise AssertionError("what goes with the file was done")

    assert str(with_record.value) == str(alone.value)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"minutes.docx": b"open in Word"}


def test_a_new_file_is_not_said_to_be_open_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no file, it is the folder that may not be written to."""
    monkeypatch.setattr(os, "open", _refusing)

    with pytest.raises(OutputError, match="you may not write there: choose another folder"):
        write_new(tmp_path / "minutes.docx", b"new")


def test_what_was_replaced_is_kept_when_it_cannot_be_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The record is refused while somebody has opened the new file: both files are there, and it is said where."""
    path = tmp_path / "minutes.docx"
    path.write_bytes(b"before")

    def refused_while_it_is_open() -> None:
        with written_with(path, b"new", replace=True):
            monkeypatch.setattr(os, "replace", _refusing)
            raise OutputError("refused")

    with pytest.raises(OutputError, match=r"cannot be taken away.*What stood there before") as refusal:
        refused_while_it_is_open()

    (kept,) = (one for one in tmp_path.iterdir() if one != path)
    assert kept.name in str(refusal.value)
    assert (path.read_bytes(), kept.read_bytes()) == (b"new", b"before")


@POSIX
def test_only_files_are_read(tmp_path: Path) -> None:
    """A pipe that nobody writes to would be waited for, and a device read, without an end."""
    os.mkfifo(tmp_path / "pipe")

    for path in (tmp_path / "pipe", Path("/dev/zero"), Path(os.devnull)):
        with pytest.raises(InputError, match="is a device or a pipe and no file"):
            read_given(path)
    with pytest.raises(InputError, match="is a folder"):
        read_given(tmp_path)
    with pytest.raises(InputError, match="is a device or a pipe"):
        read_folder(tmp_path)


READING = """
import resource, sys
from pathlib import Path
from lpgminutes.errors import InputError
from lpgminutes.files import read_given
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
try:
    print(len(read_given(Path("/dev/stdin"))))
except InputError as refusal:
    print(refusal)
"""


@pytest.mark.skipif(not Path("/dev/stdin").exists(), reason="standard input has no name here")
def test_standard_input_is_read_as_far_as_minutes_go(tmp_path: Path) -> None:
    """What is handed over there may be a pipe or a device; when it is too much it is refused like a file."""
    (tmp_path / "minutes.txt").write_bytes(b"1. Welcome")
    command = [sys.executable, "-c", READING]

    piped = subprocess.run(command, input=b"1. Welcome", capture_output=True, check=False)
    with (tmp_path / "minutes.txt").open("rb") as file, Path("/dev/zero").open("rb") as endless:
        from_file = subprocess.run(command, stdin=file, capture_output=True, check=False)
        from_device = subprocess.run(command, stdin=endless, capture_output=True, check=False)

    assert (piped.stdout, from_file.stdout) == (b"10\n", b"10\n"), piped.stderr
    assert b"is larger than 20 MB" in from_device.stdout, from_device.stderr


@POSIX
def test_where_the_system_can_do_more_than_sync_it_is_asked_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On macOS a sync leaves the bytes in the disk's own memory; where more is refused, a sync it is."""
    import fcntl

    asked: list[object] = []
    sync = os.fsync

    def control(descriptor: int, what: int) -> None:
        asked.append(what)
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.ENOTSUP, "Operation not supported")

    def synced(descriptor: int) -> None:
        asked.append("sync")
        sync(descriptor)

    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", control)
    monkeypatch.setattr(os, "fsync", synced)

    write_new(tmp_path / "a.txt", b"x")

    assert asked == [51, 51, "sync"]
