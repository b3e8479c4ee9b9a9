"""The screens as a person meets them: keys in, what stands on the screen out, on a real store file."""

import datetime as dt
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from textual import events
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot

from lpgminutes import bootstrap
from lpgminutes.domain.action_log.changes import NewAction, Redate
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Meeting, Series
from lpgminutes.domain.people import Attendance, Capacity
from lpgminutes.services import meetings as services
from lpgminutes.services.action_log import add_action, change_actions
from lpgminutes.services.cases import NewCase, open_case
from lpgminutes.services.ports import Store
from lpgminutes.tui.app import MinutesApp
from lpgminutes.tui.screens.meeting.screen import MeetingScreen
from lpgminutes.tui.screens.shell import ShellScreen

if TYPE_CHECKING:
    from tests.conftest import PreparedStores, Step

SMALL, LARGE = (80, 24), (120, 40)
_PATIENCE = 400
"""How often one looks again for what comes a moment later; each look takes a few hundredths of a second."""


class Person:
    """Somebody at the keyboard, who sees the screen."""

    def __init__(self, app: MinutesApp, pilot: "Pilot[int]") -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until everything that they asked for is done."""
        await self.pilot.press(*keys)
        await self.settle()

    async def press_at_once(self, *keys: str) -> None:
        """Press keys so fast that all of them are there before the first has done anything."""
        self.send(*keys)
        await self.settle()

    def send(self, *keys: str) -> None:
        """Press keys, and wait for nothing."""
        for key in keys:
            is_character = len(key) == 1
            name = _character_to_key(key) if is_character else key
            self.app.post_message(events.Key(name, key if is_character else key_to_character(key)))

    async def type(self, text: str) -> None:
        """Type a text, key by key."""
        await self.press(*text)

    async def fill(self, text: str) -> None:
        """Put a text of one line into the input that has the keyboard, as a paste does, which is quicker."""
        await self.paste(text)

    async def paste(self, text: str) -> None:
        """Paste a text, as a terminal hands it over."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def settle(self) -> None:
        """Wait until no request is on its way and everything is drawn."""
        await self.pilot.pause()
        while len(self.app.workers):
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()
        await self.pilot.pause()

    async def waits_for(self, words: str) -> None:
        """Wait until words stand on the screen: what is said in passing comes a moment later."""
        for _ in range(_PATIENCE):
            if words in self.reads:
                return
            await self.pilot.pause()
            await self.settle()
        raise AssertionError(f"{words!r} does not appear on:\n{self.sees}")

    @property
    def screen(self) -> ShellScreen:
        """The screen that is open."""
        assert isinstance(self.app.screen, ShellScreen)
        return self.app.screen

    @property
    def waiting(self) -> tuple[str, ...]:
        """The lines that are typed in the meeting and not recorded."""
        assert isinstance(self.app.screen, MeetingScreen)
        return tuple(line for line in self.app.screen.queue.lines() if line.strip())

    @property
    def lines(self) -> list[str]:
        """What stands on the screen, line by line."""
        return [strip.rstrip() for strip in self.strips]

    @property
    def strips(self) -> list[str]:
        """The lines of the screen from edge to edge."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    @property
    def sees(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.lines)

    @property
    def reads(self) -> str:
        """What stands on the screen as running text, wrapped lines joined."""
        return " ".join(self.sees.split())


Sitting = Callable[..., AbstractAsyncContextManager[Person]]


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    """Where the records of this test are."""
    return tmp_path / "records.sqlite3"


@pytest.fixture
def at_the_screens(store_path: Path) -> Sitting:
    """Sit somebody down in front of the program."""

    @asynccontextmanager
    async def sitting(
        size: tuple[int, int] = SMALL, location: str = "", who: str = "A Tester", ahead: Sequence[str] = ()
    ) -> AsyncIterator[Person]:
        app = MinutesApp(location or str(store_path), who)
        async with app.run_test(size=size, notifications=True) as pilot:
            person = Person(app, pilot)
            person.send(*ahead)
            await person.settle()
            yield person

    return sitting


def _lay_lpg(store: Store) -> Series:
    series = Series(
        short_name="lpg",
        name="Lot Performance Group",
        marking=read_marking("OFFICIAL-SENSITIVE"),
        agenda=("Welcome", "Action Points"),
    )
    return services.add_series(store, series, who="Somebody")


JUNE = "lpg/2019-06-27"
AUGUST_1 = dt.date(2019, 8, 1)


def _lay_june(store: Store) -> Meeting:
    services.new_meeting(store, "lpg", date=dt.date(2019, 6, 27), who="Somebody")
    services.add_line(store, JUNE, "Everybody was welcomed.", item="1", who="Somebody")
    services.add_line(store, JUNE, "The log was gone through.", item="2", who="Somebody")
    return services.meeting(store, JUNE)


RAISED = (
    ("AP0619-01", "review the figures of both Lots", ("Priya Nandakumar",), "2019-07-18"),
    ("AP0619-02", "invite the auditors to the next meeting", ("Tom Field", "Sam Okafor"), "2019-07-01"),
    ("AP0619-03", "cost a trial of evening appointments", (), ""),
    ("AP0619-04", "circulate the slides", ("Sam Okafor",), "2019-08-20"),
)


def _lay_logged(store: Store) -> None:
    with _today_is(AUGUST_1):
        for ref, text, owners, due in RAISED:
            new = NewAction(text=text, owners=owners, due=dt.date.fromisoformat(due) if due else None, ref=ref)
            add_action(store, JUNE, new, raised_in="2.1", who="Somebody")
        redate = Redate(due=dt.date(2019, 7, 25), why="awaiting HR")
        change_actions(store, ["AP0619-01"], redate, who="Somebody", on=dt.date(2019, 7, 10))


def _lay_august(store: Store) -> Meeting:
    with _today_is(AUGUST_1):
        held = services.new_meeting(store, "lpg", date=AUGUST_1, who="Somebody")
        with store.change("attend", who="Somebody") as work:
            work.meetings.add_attendance(held, Attendance(name="Margaret Ellwood", capacity=Capacity.CHAIR))
            work.meetings.add_attendance(held, Attendance(name="Priya Nandakumar"))
            work.meetings.add_attendance(held, Attendance(name="Tom Field", capacity=Capacity.APOLOGIES))
            work.commit()
        return held


CASE = "FOI2019/7"


def _lay_case(store: Store) -> None:
    with _today_is(AUGUST_1):
        with store.change("attend", who="Somebody") as work:
            chair = Attendance(name="Margaret Ellwood", organisation="DWP", capacity=Capacity.CHAIR)
            work.meetings.add_attendance(services.meeting(store, JUNE), chair)
            work.commit()
        line = "Margaret Ellwood read the bid of Kestrel Peak. It was £41,000. Ms Ellwood thanked Kestrel Peak."
        services.add_line(store, JUNE, line, item="1", who="Somebody")
        open_case(store, NewCase(reference=CASE, meetings=(JUNE,), received=AUGUST_1), who="Olive", today=AUGUST_1)


@contextmanager
def _today_is(day: dt.date) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bootstrap, "today", lambda: day)
        yield


STEPS: "dict[str, Step]" = {
    "lpg": _lay_lpg,
    "june": _lay_june,
    "logged": _lay_logged,
    "august": _lay_august,
    "case": _lay_case,
}
"""What the records of a test are brought to, by the fixtures that it asks for."""


@pytest.fixture
def begun(request: pytest.FixtureRequest, prepared: "PreparedStores", store_path: Path) -> dict[str, Any]:
    """The records of this test, laid; and what each of the steps returned that led to them."""
    return prepared.begin(store_path, STEPS, request.fixturenames)


@pytest.fixture
def records(begun: dict[str, Any], store_path: Path) -> Iterator[Store]:
    """The records of this test, for what somebody else does to them."""
    with closing(bootstrap.open_store(str(store_path))) as opened:
        yield opened


@pytest.fixture
def lpg(begun: dict[str, Any]) -> Series:
    """A series with two items on its agenda."""
    series: Series = begun["lpg"]
    return series


@pytest.fixture
def june(begun: dict[str, Any], lpg: Series) -> Meeting:
    """A draft meeting of the series, with two minutes."""
    meeting: Meeting = begun["june"]
    return meeting


@pytest.fixture
def on_1_august(monkeypatch: pytest.MonkeyPatch) -> dt.date:
    """Let today be the day of the August meeting."""
    monkeypatch.setattr(bootstrap, "today", lambda: AUGUST_1)
    return AUGUST_1


@pytest.fixture
def logged(june: Meeting, on_1_august: dt.date) -> Meeting:
    """The June meeting with four actions; the first has slipped once. In the chair's order: 02, 01, 04, 03."""
    return june


@pytest.fixture
def august(begun: dict[str, Any], logged: Meeting) -> Meeting:
    """The draft of the next meeting, with Priya there and Tom away."""
    meeting: Meeting = begun["august"]
    return meeting


@pytest.fixture
def case(june: Meeting, on_1_august: dt.date) -> Meeting:
    """A case over the June meeting: a chair who is named twice more, a firm, and a figure."""
    return june


AtTheDesk = Callable[..., AbstractAsyncContextManager[Person]]


@pytest.fixture
def at_the_desk(at_the_screens: Sitting, case: Meeting) -> AtTheDesk:
    """Sit somebody down at the desk of the case."""

    @asynccontextmanager
    async def sitting(size: tuple[int, int] = (120, 40), who: str = "Olive") -> AsyncIterator[Person]:
        async with at_the_screens(size, who=who) as person:
            await person.press("f12")
            await person.waits_for("working days left")
            await person.press("enter")
            await person.waits_for("20 days")
            yield person

    return sitting
