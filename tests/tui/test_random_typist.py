"""Somebody types, pastes and jumps without looking, while another program holds the records now and then.

What is in the records afterwards is what the same lines give one after the other: each once, in its order, under its
item. What is half typed is still in the line, and what was refused is there again.
"""

import random
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual import events

from lpgminutes import bootstrap
from lpgminutes.domain.capture.pasted import pasted_lines
from lpgminutes.domain.meetings import Block, Meeting
from lpgminutes.services import meetings as services
from lpgminutes.services.capture import Under, record_lines
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Person, Sitting

WORDS = ("the", "quarterly", "intake", "was", "discussed", "and", "the lot", "agreed", "to look", "again")
FORMS = (
    "{}.",
    "{}.",
    "Label: {}.",
    "- {}",
    "# {}",
    "= {}",
    "? {}",
    "! @Priya to {} by Friday",
    "Pat took an action to {} by 1 Aug.",
    "It hired [S43: 41] for {}",
    "{} \u05d0\u05d1 \U0001f600 e\u0301 at\N{NO-BREAK SPACE}10",
    "-# {}",
    "10:40 {}",
    "agreed: {}",
    "  {}  ",
)
_LONG = 60


@dataclass(slots=True)
class Script:
    """What is typed, and all of it line by line."""

    chance: random.Random
    items: int = 2
    lines: list[str] = field(default_factory=list)

    def line(self) -> str:
        """Return another line, with words that no other has."""
        words = f"n{self.chance.randrange(10**9)} " + " ".join(self.chance.choices(WORDS, k=self.chance.randint(1, 4)))
        form = self.chance.choice(FORMS)
        if self.chance.random() < 1 / _LONG:
            words = " ".join([words] * _LONG)
        self.items += form.startswith("# ")
        return form.format(words)

    def jump(self) -> str:
        """Return a jump to an item that there is by then."""
        return f"#{self.chance.randint(1, self.items)}"

    def pasted(self) -> str:
        """Return some lines, as a terminal hands them over."""
        lines = [self.jump() if self.chance.random() < 1 / 5 else self.line() for _ in range(self.chance.randint(2, 6))]
        return self.chance.choice(("\n", "\r\n", "\n\n")).join(lines)


@dataclass(slots=True)
class Holder:
    """Another program that writes now and then, so that nobody else can."""

    connection: sqlite3.Connection
    is_holding: bool = False

    def turn(self) -> None:
        """Begin to write, or end it; where the records are being written to it does neither."""
        try:
            self.connection.execute("ROLLBACK" if self.is_holding else "BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return
        self.is_holding = not self.is_holding

    def let_go(self) -> None:
        """Write no more."""
        if self.is_holding:
            self.turn()


async def _types(person: "Person", script: Script, holder: Holder) -> None:
    """Do the next thing, and wait for nothing of it."""
    what = script.chance.random()
    if what < 1 / 8:
        holder.turn()
    elif what < 2 / 8:
        await person.pilot.pause(script.chance.choice((0, 0.01, 0.05)))
    elif what < 3 / 8:
        text = script.pasted()
        script.lines += pasted_lines(text)
        person.app.post_message(events.Paste(text))
        person.send("enter")
    else:
        line = script.jump() if what < 4 / 8 else script.line()
        script.lines.append(line)
        person.send(*line, "enter")


def _told(store: Store, meeting: Meeting) -> tuple[object, ...]:
    """Return all that the minutes say, without what depends on how often somebody wrote."""

    def told(block: Block) -> tuple[object, ...]:
        return block.kind, block.label, block.text, block.to_check, len(block.pre_marks), [*map(told, block.children)]

    held = services.meeting(store, meeting.ref)
    actions = sorted((action.ref or "", action.text, *map(str, action.owners)) for action in held.actions)
    return [*map(told, held.items)], actions, [decision.text for decision in held.decisions]


@pytest.fixture
def by_lines(begun: dict[str, object], store_path: Path) -> Iterator[Store]:
    """The same records once more, for the lines to be recorded in one after the other."""
    other = store_path.with_name("other.sqlite3")
    shutil.copyfile(store_path, other)
    with closing(bootstrap.open_store(str(other))) as opened:
        yield opened


async def _run(
    at_the_screens: "Sitting", records: Store, by_lines: Store, june: Meeting, path: Path, seed: int
) -> None:
    script = Script(random.Random(seed))  # noqa: S311 - a script, not a secret
    refused: list[str] = []
    with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as connection:
        holder = Holder(connection)
        async with at_the_screens(script.chance.choice(((120, 40), (80, 24), (40, 12)))) as person:
            await person.press("enter")
            for _ in range(script.chance.randint(3, 14)):
                await _types(person, script, holder)
            person.send(*"Half typed")
            await person.pilot.pause()
            holder.let_go()
            await person.settle()
            outcomes = record_lines(
                by_lines,
                june.ref,
                script.lines,
                under=Under(number="2"),
                who="A Tester",
                tools=bootstrap.capture_tools(),
            )
            refused = [outcome.typed for outcome in outcomes if outcome.recorded is None]
            waiting = person.waiting
        assert waiting[-1] == "Half typed", (seed, script.lines)
    stored = [f"{block.label} {block.text}" for block in services.meeting(records, june.ref).blocks()]
    for word in re.findall(r"\bn\d+\b", " ".join(script.lines)):
        assert sum(word in text for text in (*stored, *waiting)) == 1, (seed, word, script.lines)
    if not refused:  # else what comes after a refused line of a paste waits with it
        assert waiting == ("Half typed",), (seed, script.lines)
        assert _told(records, june) == _told(by_lines, june), (seed, script.lines)


@pytest.mark.parametrize("seed", range(2))
async def test_what_is_typed_in_one_go_is_recorded_as_line_by_line(
    at_the_screens: "Sitting", records: Store, by_lines: Store, june: Meeting, store_path: Path, seed: int
) -> None:
    """Nothing is missing, doubled, elsewhere, or done as a command."""
    await _run(at_the_screens, records, by_lines, june, store_path, seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 140))
async def test_what_is_typed_for_long_in_one_go_is_recorded_as_line_by_line(
    at_the_screens: "Sitting", records: Store, by_lines: Store, june: Meeting, store_path: Path, seed: int
) -> None:
    """As above, more often."""
    await _run(at_the_screens, records, by_lines, june, store_path, seed)
