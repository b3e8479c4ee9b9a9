"""Names of files as they are typed: completed as the system that they are on tells names apart."""

import os
from pathlib import Path

import pytest

from lpgminutes.errors import InputError
from lpgminutes.tui.dialogs.file_names import completed, completions, files_meant
from lpgminutes.tui.dialogs.form import Form
from lpgminutes.tui.dialogs.release_folder import AskFolder, AskReleaseFolder


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder of papers."""
    folder = tmp_path / "Papers"
    (folder / "Older").mkdir(parents=True)
    for name in ("Minutes-June.docx", "Minutes-July.docx", "other.pdf", ".hidden.txt"):
        (folder / name).write_bytes(b"x")
    return folder


@pytest.fixture
def case_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the system find a file whatever the case of its name, as Windows and macOS do."""
    look = os.stat

    def looked(path: str | Path, **how: bool) -> os.stat_result:
        try:
            return look(path, **how)
        except FileNotFoundError:
            given = Path(path)
            alike = [one for one in given.parent.iterdir() if one.name.casefold() == given.name.casefold()]
            if not alike:
                raise
            return look(alike[0], **how)

    monkeypatch.setattr(os, "stat", looked)


def test_either_stroke_of_windows_ends_a_folder(papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes on after it is looked for in the folder, and a folder ends with the stroke that was typed."""
    monkeypatch.setattr(os, "sep", "\\")
    monkeypatch.setattr(os, "altsep", "/")

    assert completed(f"{papers}/Min") == f"{papers}/Minutes-Ju"
    assert completions(f"{papers}/O") == [f"{papers}/Older/"]


@pytest.mark.usefixtures("case_is_ignored")
def test_case_says_nothing_where_the_system_ignores_it(papers: Path) -> None:
    """The name comes as it is written on the disk."""
    assert completed(f"{papers}{os.sep}min") == f"{papers}{os.sep}Minutes-Ju"
    assert completions(f"{papers}{os.sep}OLD") == [f"{papers}{os.sep}Older{os.sep}"]
    assert completions(f"{papers}{os.sep}.H") == [f"{papers}{os.sep}.hidden.txt"]


@pytest.mark.skipif(Path(__file__.swapcase()).exists(), reason="this system ignores case")
def test_case_counts_where_the_system_tells_it_apart(papers: Path) -> None:
    """Another name is not offered for the one that is typed, not even when both are there."""
    assert completions(f"{papers}{os.sep}min") == []
    (papers / "minutes-june.docx").write_bytes(b"x")
    assert completions(f"{papers}{os.sep}min") == [f"{papers}{os.sep}minutes-june.docx"]


@pytest.mark.parametrize("typed", ["~nobody-of-this-name", "~nobody-of-this-name/x", "x" * 400, "~/" + "x" * 400])
def test_a_name_that_stands_for_nothing_is_no_fault(typed: str) -> None:
    """A home that there is not and a name that no file can have are typed on the way to others."""
    assert (completions(typed), completed(typed), files_meant(typed)) == ([], typed, [])


@pytest.mark.parametrize("form", [AskReleaseFolder("", ""), AskFolder("")])
@pytest.mark.parametrize("typed", ["~nobody-of-this-name/x", "x" * 400])
def test_a_folder_that_can_be_none_is_refused(form: Form[object], typed: str) -> None:
    """In the dialogs of a release the name is read with each key."""
    read = form.fields()[0].read
    assert read is not None
    with pytest.raises(InputError, match=r"no folder|no such folder|cannot be a folder"):
        read(typed)
