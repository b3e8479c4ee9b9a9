"""Terminals as they are: dumb ones, tiny ones, light ones; and scripts that are wide, stacked, or run leftward."""

import os
import re
import select
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.meetings import Meeting
from lpgminutes.errors import ExitCode
from lpgminutes.services import meetings as services
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import AtTheDesk, Person, Sitting

SCRIPTS = (
    "\u4f1a\u8b70\u306e\u8b70\u4e8b\u9332\u3092\u78ba\u8a8d\u3057\u305f",
    "\u05d4\u05d5\u05e2\u05d3\u05d4 \u05d0\u05d9\u05e9\u05e8\u05d4 3 \u05d4\u05e1\u05e2\u05d9\u05e4\u05d9\u05dd",
    "\u0639\u0642\u062f\u062a \u0627\u0644\u0644\u062c\u0646\u0629",
    "e\u0301te\u0301 and n\u0303",
    "\U0001f469\u200d\U0001f4bc agreed \U0001f1ec\U0001f1e7",
)
SCREENS = (("ctrl+f",), ("s",), ("f8",), ("f1",), ("enter", "f3"), ("enter", "ctrl+g"))
_DARKEST = 200


@pytest.mark.skipif(sys.platform == "win32", reason="TERM and this kind of pseudo-terminal are POSIX")
@pytest.mark.parametrize(("kind", "said"), [("dumb", "TERM is dumb"), (None, "TERM is not set")])
def test_a_terminal_that_cannot_place_text_gets_a_sentence(store_path: Path, kind: str | None, said: str) -> None:
    """And the commands that work there, instead of signs that mean nothing to it."""
    import pty

    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "TERM"}
    process = subprocess.Popen(
        [sys.executable, "-m", "lpgminutes", "--store", str(store_path)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment | ({"TERM": kind} if kind else {}),
    )
    os.close(theirs)
    output = b""
    while said.encode() not in output:
        assert select.select([ours], [], [], 60)[0], output[-300:]
        output += os.read(ours, 65536)
    assert process.wait(60) == ExitCode.USAGE
    os.close(ours)
    assert b"Usage:" in output
    assert b"\x1b[?1049h" not in output
    assert not store_path.exists()


async def _leave(person: "Person") -> None:
    while len(person.app.screen_stack) > 1:
        person.app.pop_screen()
    await person.settle()


@pytest.mark.soak
@pytest.mark.usefixtures("june")
async def test_every_screen_lives_through_a_tiny_window_and_the_light_theme(at_the_screens: "Sitting") -> None:
    """Made large again it is as before; in the other theme it has the same words, and no ground of the dark one."""
    async with at_the_screens((120, 40)) as person:
        for keys in SCREENS:
            await person.press(*keys)
            before, dark = _words(person), _grounds(person)
            for size in ((40, 10), (2, 1), (120, 40)):
                await person.pilot.resize_terminal(*size)
                await person.settle()
            assert _words(person) == before, keys
            person.app.action_toggle_light()
            await person.settle()
            assert _words(person) == before, keys
            assert not _grounds(person) & {ground for ground in dark if sum(ground) < _DARKEST}, keys
            person.app.action_toggle_light()
            await _leave(person)


def _words(person: "Person") -> str:
    """Return what stands on the screen, but for the time of day."""
    return re.sub(r"\d\d:\d\d", "", person.sees)


async def test_a_line_is_typed_in_a_tiny_window(at_the_screens: "Sitting", june: Meeting, records: Store) -> None:
    """What is typed can be seen, and is recorded."""
    async with at_the_screens((40, 10)) as person:
        await person.press("enter")
        await person.type("Tiny")
        assert "Tiny" in person.sees
        await person.press("enter")
    assert services.meeting(records, june.ref).items[-1].children[-1].text == "Tiny"


async def test_every_script_is_shown_and_kept_as_typed(
    at_the_screens: "Sitting", june: Meeting, records: Store
) -> None:
    """No line is wider than the screen, and what stands there is what is stored."""
    async with at_the_screens((80, 24)) as person:
        await person.press("enter")
        for text in SCRIPTS:
            await person.paste(text)
            await person.press("enter")
            kept = services.meeting(records, june.ref).items[-1].children[-1].text
            assert kept in person.sees
            assert {strip.cell_length for strip in person.app.screen._compositor.render_strips()} == {80}
            assert kept.replace("\u200d", "").split() == _composed(text).replace("\u200d", "").split()


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _grounds(person: "Person") -> set[tuple[int, int, int]]:
    """Return the colours that text stands on."""
    strips = person.app.screen._compositor.render_strips()
    grounds = (segment.style.bgcolor for strip in strips for segment in strip if segment.style is not None)
    colours = (ground.triplet for ground in grounds if ground is not None)
    return {(colour.red, colour.green, colour.blue) for colour in colours if colour is not None}


async def test_without_colour_the_minutes_and_the_desk_are_drawn(
    at_the_desk: "AtTheDesk", monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR takes the colours out of every line, and of the scrollbar beside it."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_the_desk((120, 40)) as person:
        assert "What is withheld" in person.sees
        await person.press("escape", "escape", "enter")
        assert "Everybody was welcomed." in person.sees
        styles = [one.style for strip in person.screen._compositor.render_strips() for one in strip if one.style]
        colours = [color.triplet for style in styles for color in (style.color, style.bgcolor) if color is not None]
        assert styles
        assert all(len(set(one)) == 1 for one in colours if one is not None)
