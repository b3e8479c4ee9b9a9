import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import lpgminutes.tui
from lpgminutes.tui.commands import (
    action_figures,
    action_log,
    action_pass,
    cases,
    desk,
    desk_find,
    find,
    home,
    meeting,
    minutes,
    overlays,
    people,
    shared,
    typing,
    versions,
    withholding,
)
from lpgminutes.tui.commands.command import Command

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting


SOURCES = sorted(Path(lpgminutes.tui.__file__).parent.rglob("*.py"))
TOGETHER = {
    "home": (*home.HOME, *shared.LIST, *shared.EVERYWHERE),
    "meeting": (*meeting.MEETING, *shared.EVERYWHERE),
    "minutes": (*minutes.PARAGRAPH, *minutes.MOVING, *meeting.MEETING, *shared.EVERYWHERE),
    "line": (*typing.TYPING, *typing.EDITOR, *shared.EVERYWHERE),
    "action log": (*action_log.ACTION_LOG, action_log.VIEW, *shared.LIST, *shared.EVERYWHERE),
    "action detail": (*action_log.ACTION_LOG, action_log.VIEW, *action_log.DETAIL, *shared.EVERYWHERE),
    "action figures": (*action_figures.ACTION_FIGURES, *shared.READING, *shared.EVERYWHERE),
    "filter": (*action_log.FILTER, *shared.EVERYWHERE),
    "action pass": (*action_pass.ACTION_PASS, *shared.READING, *shared.EVERYWHERE),
    "cases": (*cases.CASES, *shared.LIST, *shared.EVERYWHERE),
    "desk": (*desk.DESK, *desk.PAPER, *shared.EVERYWHERE),
    "desk lists": (*(c for c in desk.DESK if c is not desk.WITHHOLD), *shared.LIST, *shared.EVERYWHERE),
    "desk find": (*desk_find.FIND_LINE, *shared.EVERYWHERE),
    "withholding": withholding.WITHHOLDING,
    "told": overlays.TOLD,
    "find": (*find.FIND, *shared.EVERYWHERE),
    "dialog": overlays.DIALOG,
    "confirm": overlays.CONFIRM,
    "help": overlays.HELP,
    "choose": overlays.CHOOSE,
    "people": (*people.PEOPLE_LIST, *shared.LIST, *shared.EVERYWHERE),
    "interests": (*people.INTERESTS, *shared.LIST),
    "versions": (*versions.VERSIONS, *shared.LIST, *shared.EVERYWHERE),
    "what changed": (*versions.VERSIONS, *shared.READING, *shared.EVERYWHERE),
    "plan": (*overlays.PLAN, *shared.LIST),
    "checks": (*overlays.CHECKS, *shared.LIST),
    "beside": overlays.SIDE_BY_SIDE,
}


@pytest.mark.parametrize("place", TOGETHER)
def test_no_key_means_two_things_in_one_place(place: str) -> None:
    """A key that is pressed has one meaning."""
    keys = Counter(key for command in TOGETHER[place] for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_command_has_a_name_of_its_own_a_key_and_one_sentence() -> None:
    """Commands are rebound by their names, and explained by their help."""
    every = {command.id: command for group in TOGETHER.values() for command in group}
    listed = [c for group in TOGETHER.values() for c in group]
    assert all(every[command.id] is command for command in listed if command.id != "shell.back")
    assert all(command.keys and command.help.endswith(".") for command in listed)
    assert all(command.help.count(". ") == 0 for command in listed)


@pytest.mark.parametrize("place", ["line", "filter", "find", "desk find", "withholding"])
def test_no_letter_is_a_command_while_a_line_is_typed(place: str) -> None:
    """What somebody types into the minutes, or to find an action, is text."""
    assert [key for command in TOGETHER[place] for key in command.keys if len(key) == 1] == []


@pytest.mark.soak
@pytest.mark.usefixtures("june")
async def test_the_help_lists_every_key_that_works_on_the_screen(at_the_screens: "Sitting") -> None:
    """F1 is made from the commands: each stands there with its keys, on either screen."""
    async with at_the_screens((120, 130)) as person:
        await person.press("f1")
        for command in TOGETHER["home"]:
            assert f"{command.shown_keys:<13} {command.help}" in person.sees, command.id
        await person.press("escape", "enter")
        await person.press("escape", "f1")
        for command in (*TOGETHER["minutes"], *typing.TYPING):
            assert f"{command.shown_keys:<13} {command.help}" in person.sees, command.id


@pytest.mark.usefixtures("june")
async def test_the_palette_finds_and_does_a_command(at_the_screens: "Sitting") -> None:
    """ctrl+p, a part of a name, Enter."""
    async with at_the_screens((100, 60)) as person:
        await person.press("ctrl+p")
        await person.waits_for("Add series")
        for command in {c.action: c for c in reversed(TOGETHER["home"]) if not c.is_motion}.values():
            assert command.help in person.sees
        assert "screenshot" not in person.sees.lower()
        await person.type("stand")
        await person.waits_for("Add a standing body that meets.")
        await person.press("enter", "enter")
        await person.waits_for("Short name")


@pytest.mark.usefixtures("june")
async def test_a_click_on_the_key_bar_does_what_the_key_does(at_the_screens: "Sitting") -> None:
    """The words at the bottom can be pointed at."""
    async with at_the_screens() as person:
        column = person.lines[-1].index("Add series")
        await person.pilot.click(offset=(column, 23))
        await person.settle()
        assert "Short name" in person.sees


def _calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node


def _is_markup_off(call: ast.Call) -> bool:
    return any(keyword.arg == "markup" and getattr(keyword.value, "value", True) is False for keyword in call.keywords)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_nothing_is_shown_that_could_be_read_as_markup(source: Path) -> None:
    """What goes into Static, Label, Button, update or notify is content made by ``plain``, or has markup off."""
    for name, call in _calls(ast.parse(source.read_text(encoding="utf-8"))):
        if name in {"Static", "Label", "Button", "update", "EmptyState"}:
            assert not any(isinstance(given, ast.Constant | ast.JoinedStr) for given in call.args[:1]), call.lineno
        if name == "notify":
            assert _is_markup_off(call), call.lineno
        assert name != "from_markup", call.lineno


def test_commands_read_as_a_person_writes_keys() -> None:
    """``ctrl+p`` is ``^p``, ``f1`` is ``F1``, ``shift+tab`` is ``Shift Tab``."""
    command = Command(id="a.b", keys=("ctrl+p", "f1", "shift+tab", "escape", "q"), label="X", help="X.")
    assert command.shown_keys == "^p F1 Shift Tab Esc q"
