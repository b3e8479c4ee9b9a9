"""Finds the templates and migrations: beside this file in a wheel, at the root of a checkout otherwise."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parents[1]


def template(name: str) -> Path:
    """Return the path of the template called ``name``, as ``minutes.docx``."""
    return _folder("_templates", "templates") / name


def template_bytes(name: str) -> bytes:
    """Return the content of the template called ``name``."""
    return template(name).read_bytes()


def migrations() -> Path:
    """Return the folder that holds the history of the schema."""
    return _folder("_db", "db")


def _folder(in_wheel: str, in_checkout: str) -> Path:
    """Return the first that exists; the stale copy of an editable install is never beside this file."""
    for folder in (_PACKAGE / in_wheel, _CHECKOUT / in_checkout):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"{in_checkout} is missing: this copy of lpgminutes is not whole, install it again")
