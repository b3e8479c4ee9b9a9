"""A Word file as a set of named parts: read with care, written so that the same parts give the same bytes."""

import io
import zipfile
from collections.abc import Mapping

from lpgminutes.errors import InputError

_LARGEST = 64 * 1024 * 1024
_MOST_PARTS = 500
_EPOCH = (1980, 1, 1, 0, 0, 0)
_NO_SYSTEM = 0


def read_package(package: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name."""
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            _check(archive.infolist())
            return {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as problem:
        raise InputError("This is not a Word file, or it is damaged. Save it again as .docx.") from problem


def write_package(parts: Mapping[str, bytes], *, is_compressed: bool = False) -> bytes:
    """Return an Office file of ``parts`` in their order, with no time and no trace of its making.

    The parts are stored and not deflated: what deflate makes of the same bytes differs from one build of zlib
    to the next, and a release must be the same wherever it is made again. A long list for inside is compressed.
    """
    target = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if is_compressed else zipfile.ZIP_STORED
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = _NO_SYSTEM
            archive.writestr(info, content, method)
            info.external_attr = 0
    return target.getvalue()


def _check(entries: list[zipfile.ZipInfo]) -> None:
    names = [info.filename for info in entries]
    if len(names) != len(set(names)):
        raise InputError("This Word file holds the same part twice. Open it in Word and save it again.")
    if len(names) > _MOST_PARTS or sum(info.file_size for info in entries) > _LARGEST:
        raise InputError("This Word file is larger than a template can be. Take out what it does not need.")
