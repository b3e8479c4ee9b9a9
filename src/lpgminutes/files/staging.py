"""Writing a folder of files: it is staged whole beside its place, and renamed into it."""

import contextlib
import secrets
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lpgminutes.errors import OutputError
from lpgminutes.files.placing import link_into_place, told, write_whole
from lpgminutes.syncing import sync_folder


@dataclass(slots=True)
class StagedFolder:
    """A folder of files that is complete, and not yet where it belongs."""

    staging: Path
    target: Path
    _made: bool = False
    _placed: list[Path] = field(default_factory=list)

    def publish(self) -> None:
        """Put the files in their place: all of them, or none."""
        with told(self.target):
            _refuse_full_folder(self.target)
            try:
                self._place()
                sync_folder(self.target.parent)
            except BaseException:
                self.withdraw()
                raise

    def _place(self) -> None:
        """Give a new folder its name at once; an empty one that is there gets the files, for it may be anybody's."""
        if not self.target.is_dir():
            self.staging.rename(self.target)
            self._made = True
            return
        for entry in sorted(self.staging.iterdir()):
            place = self.target / entry.name
            if entry.is_dir():
                entry.rename(place)
            else:
                link_into_place(entry, place)
            self._placed.append(place)
        sync_folder(self.target)

    def withdraw(self) -> None:
        """Take away again what was put in place, because what belongs to it failed."""
        if self._made:
            shutil.rmtree(self.target)
        for path in self._placed:
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        self._placed.clear()
        self._made = False


@contextlib.contextmanager
def staged_folder(target: Path, files: Mapping[str, bytes]) -> Iterator[StagedFolder]:
    """Write ``files`` into a new folder beside ``target``; what is not published when it ends is removed."""
    target = target.absolute()
    _refuse_full_folder(target)
    staging = target.parent / f".{target.name}.{secrets.token_hex(4)}.part"
    try:
        with told(target):
            staging.mkdir(mode=0o700)
            for name, content in files.items():
                write_whole(staging / name, content)
            sync_folder(staging)
        yield StagedFolder(staging, target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _refuse_full_folder(target: Path) -> None:
    if target.is_symlink():
        raise OutputError(f"{target} is a link, and links are not written through: choose another folder.")
    if target.exists() and not target.is_dir():
        raise OutputError(f"{target} is a file: give the name of a folder that is not there yet.")
    if target.is_dir() and any(target.iterdir()):
        raise OutputError(f"{target} is not empty, and nothing is overwritten: choose a new folder.")
