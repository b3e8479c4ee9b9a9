"""Somebody types in a hurry: lines that are refused, lines begun and dropped, corrections, pastes without Enter.

Another program holds the records now and then, and another window writes. Every word that was typed is whole in the
records, in the line or in what a key brings back, and stands in the minutes once.
"""

import random
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.tui.test_random_typist import Holder
from textual import events

from lpgminutes.domain.meetings import Meeting
from lpgminutes.services import meetings as services
from lpgminutes.services.capture import Under, record
from lpgminutes.services.ports import Store
from lpgminutes.tui.screens.meeting.screen import MeetingScreen

if TYPE_CHECKING:
    from tests.tui.conftest import Person, Sitting

FORMS = ("{}.", "{}.", "- {}", "-- {}", "#9{}", "# {}", "= {}", "! @Priya to {} by Friday", "Label: {}.")
DOINGS = ("hold", "pause", "line", "line", "line", "missing", "paste", "correct", "drop", "begin", "elsewhere")


@dataclass(slots=True)
class Hurried:
    """Somebody at the keyboard, and every word that was typed."""

    person: "Person"
    records: Store
    meeting: Meeting
    chance: random.Random
    holder: Holder
    words: list[str] = field(default_factory=list)

    def word(self) -> str:
        """Return a word that nobody has typed."""
        self.words.append("w" + "".join(self.chance.choices("aeioubcdfghklmnprstvz", k=9)) + "q")
        return self.words[-1]

    def line(self) -> str:
        """Return a line, of any kind."""
        return self.chance.choice(FORMS).format(self.word())

    async def does(self, what: str) -> None:
        """Do one thing, and wait for nothing of it."""
        person, chance = self.person, self.chance
        match what:
            case "hold":
                self.holder.turn()
            case "pause":
                await person.pilot.pause(chance.choice((0, 0.01, 0.05)))
            case "line":
                person.send(*self.line(), "enter")
            case "missing":
                person.send(*"#99", "enter")
            case "paste":
                self.pastes()
            case "correct":
                person.send("up")
                await person.pilot.pause()
                person.send(*f" {self.word()}", "enter")
            case "drop":
                await person.pilot.pause()
                person.send("ctrl+u", *f"{self.word()} ")
            case "begin":
                person.send(*f" {self.word()} ")
            case _ if not self.holder.is_holding:
                record(self.records, self.meeting.ref, "Elsewhere.", under=Under(number="2"), who="Somebody")

    def pastes(self) -> None:
        """Paste once or twice, with and without Enter behind it, and with and without an end of the last line."""
        chance = self.chance
        for _ in range(chance.randint(1, 2)):
            lines = "\n".join(self.line() for _ in range(chance.randint(1, 4)))
            self.person.app.post_message(events.Paste(lines + chance.choice(("", "\n"))))
        self.person.send(*chance.choice((("enter",), ())))


def _history(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return " ".join(row[0] for row in connection.execute("SELECT row_after FROM history WHERE row_after NOT NULL"))


async def _run(at_the_screens: "Sitting", records: Store, june: Meeting, path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a script, not a secret
    with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as connection:
        holder = Holder(connection)
        async with at_the_screens(chance.choice(((120, 40), (80, 24)))) as person:
            await person.press("enter")
            hurried = Hurried(person, records, june, chance, holder)
            done = chance.choices(DOINGS, k=chance.randint(5, 20))
            for what in done:
                await hurried.does(what)
            holder.let_go()
            await person.settle()
            screen = person.screen
            assert isinstance(screen, MeetingScreen)
            waiting = (*screen.queue.lines(), *screen.put_aside())
            former = screen.former.states()
    stored = [f"{block.label} {block.text}" for block in services.meeting(records, june.ref).blocks()]
    kept = _history(path) + " ".join((*waiting, *former))
    for word in hurried.words:
        assert word in kept, (seed, word, done, stored, waiting, former)
        assert sum(word in text for text in stored) <= 1, (seed, word, done, stored)


@pytest.mark.parametrize("seed", range(2))
async def test_what_is_typed_in_a_hurry_is_kept(
    at_the_screens: "Sitting", records: Store, june: Meeting, store_path: Path, seed: int
) -> None:
    """Nothing is missing, cut in two, or doubled."""
    await _run(at_the_screens, records, june, store_path, seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 140))
async def test_what_is_typed_in_a_hurry_for_long_is_kept(
    at_the_screens: "Sitting", records: Store, june: Meeting, store_path: Path, seed: int
) -> None:
    """As above, more often."""
    await _run(at_the_screens, records, june, store_path, seed)
