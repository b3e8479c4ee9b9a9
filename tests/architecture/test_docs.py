"""The README says what is so: every command in it is run, every table in it is checked against the code."""

import re
import shlex
from pathlib import Path

import click
import pytest

from lpgminutes.cli import run
from lpgminutes.cli.commands import _COMMANDS, lpgminutes
from lpgminutes.domain.withholding import WithholdableField
from lpgminutes.errors import ExitCode

README = Path(__file__).parents[2] / "README.md"
CONTEXT = click.Context(lpgminutes)


def blocks(kind: str) -> list[str]:
    """Return the fenced blocks of one kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


@pytest.mark.soak
def test_every_command_of_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Typed one after the other in an empty folder, each ends with 0."""
    (tmp_path / "withhold.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    (tmp_path / "withheld.txt").write_text("Margaret Ellwood\nKestrel Peak\nQuarrybank House\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    failed = {}
    for line in "".join(blocks("console")).splitlines():
        program, *arguments = shlex.split(line.removeprefix("$ "))
        assert program == "lpgminutes"
        if run(arguments) != ExitCode.DONE:
            failed[line] = capsys.readouterr().err

    assert failed == {}


def leaves(command: click.Command, path: str) -> list[tuple[str, click.Command]]:
    """Return the commands under a command, each with the words that call it."""
    if isinstance(command, click.Group):
        found = [(name, command.get_command(CONTEXT, name)) for name in command.list_commands(CONTEXT)]
        return [leaf for name, sub in found if sub for leaf in leaves(sub, f"{path} {name}")]
    return [(path, command)]


ALL = leaves(lpgminutes, "lpgminutes")


@pytest.mark.parametrize(("path", "command"), ALL, ids=[path for path, _ in ALL])
def test_every_command_has_help_with_an_example(path: str, command: click.Command) -> None:
    """Each says what it does, and shows itself being used."""
    assert command.help
    assert f"Example: {path}" in (command.epilog or "")
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_the_table_of_commands_is_whole() -> None:
    """The README names every command, and the help says the same names as the code."""
    text = README.read_text(encoding="utf-8")

    assert [name for name in _COMMANDS if f"`lpgminutes {name}" not in text] == []
    assert all(lpgminutes.get_command(CONTEXT, name) is not None for name in _COMMANDS)


def test_the_table_of_exit_codes_is_that_of_the_code() -> None:
    """Exit codes are part of the contract."""
    rows = re.findall(r"^\| (\d+) \|", README.read_text(encoding="utf-8"), re.MULTILINE)

    assert [int(row) for row in rows] == [int(code) for code in ExitCode]


def test_every_field_that_can_be_withheld_is_named() -> None:
    """The README lists the fields of a rules file."""
    text = README.read_text(encoding="utf-8")

    assert [field.value for field in WithholdableField if f"`{field.value}`" not in text] == []
