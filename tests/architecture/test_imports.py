"""What is loaded when: help and version cost nothing, and a release needs no front end."""

import subprocess
import sys

import pytest

HEAVY = (
    "sqlmodel",
    "sqlalchemy",
    "alembic",
    "textual",
    "rich",
    "docx",
    "docxtpl",
    "jinja2",
    "lxml",
    "pydantic",
    "yaml",
    "dateparser",
    "holidays",
    "rapidfuzz",
)


def loaded_by(statements: str, names: tuple[str, ...]) -> list[str]:
    """Run statements in a clean interpreter and return which of the modules are loaded after them."""
    script = f"{statements}\nimport sys\nprint(' '.join(n for n in {names!r} if n in sys.modules))"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return ended.stdout.splitlines()[-1].split() if ended.stdout.strip() else []


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_help_and_version_load_nothing_heavy(option: str) -> None:
    """A person who asks what this is does not wait for a database."""
    run = f"import lpgminutes.cli\nlpgminutes.cli.run([{option!r}])"

    assert loaded_by(run, HEAVY) == []


def test_version_does_not_even_load_click() -> None:
    """The fast way through ``__main__``."""
    run = "import sys\nsys.argv = ['lpgminutes', '--version']\nfrom lpgminutes.__main__ import main\nmain()"

    assert loaded_by(run, ("click", *HEAVY)) == []


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("lpgminutes.store", HEAVY),
        ("lpgminutes.services.releases", HEAVY),
        ("lpgminutes.domain.findings", HEAVY),
        ("lpgminutes.verify", (*HEAVY, "click", "lpgminutes.errors", "lpgminutes.domain")),
        ("lpgminutes.bootstrap", (*HEAVY, "click")),
        ("lpgminutes.importing", (*HEAVY, "click")),
        ("lpgminutes.documents.docx", ("sqlmodel", "sqlalchemy", "textual", "click", "pydantic", "yaml")),
    ],
)
def test_what_a_module_leaves_out(module: str, forbidden: tuple[str, ...]) -> None:
    """Importing one part does not pull in what belongs to another."""
    assert loaded_by(f"import {module}", forbidden) == []
