"""How long the public view takes to follow a change: 200 paragraphs, 100 withholdings, the real screen.

Each change is one more withholding, asked for as the screen does it: the copy composed anew, both sides drawn, and
stored. What is told is the time from asking until the screen was drawn anew, and until the change is in the records.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from run import seed_meeting

CHANGES, WITHHELD, PARAGRAPHS = 100, 100, 200
BUDGET_MS = 50.0


def make(location: Path):  # noqa: ANN201 - lpgminutes is imported when it is needed
    """Make a store with the case, and return its ref and further rules to withhold."""
    from lpgminutes import bootstrap
    from lpgminutes.domain.compose import compose
    from lpgminutes.domain.exemptions import read_exemption
    from lpgminutes.domain.locating import searchable
    from lpgminutes.domain.withholding import Grounds, PersonRule, PhraseRule, SpanRule
    from lpgminutes.services.cases import NewCase, open_case, withhold
    from lpgminutes.services.importing import import_meeting

    store = bootstrap.open_store(str(location), create=True)
    seed = seed_meeting()
    times = PARAGRAPHS // len(list(seed.blocks())) + 1
    large = replace(seed, items=seed.items * times)
    house = bootstrap.HouseInterchange()
    meeting = import_meeting(store, large, warnings=(), interchange=house, who="bench").meeting
    grounds = Grounds(exemptions=(read_exemption("s43(2)"),), public_interest="live")
    people = [PersonRule(person=one.name, grounds=grounds) for one in seed.attendance]
    others = []
    for number, text in enumerate(text for text in searchable(compose(meeting)) if len(text.words.split()) > 8):
        words = text.words.split(" ")
        for first in (2, 5):
            start = len(" ".join(words[:first])) + 1
            stretch = " ".join(words[first : first + 2])
            if number % 4:
                span = SpanRule(place=text.place, start=start, end=start + len(stretch), text=stretch, grounds=grounds)
                others.append(span)
            else:
                others.append(PhraseRule(phrase=stretch, grounds=grounds))
    rules = list(dict.fromkeys((*people, *others)))
    open_case(store, NewCase(reference="FOI1", meetings=(meeting.ref,)), who="bench", today=bootstrap.today())
    withhold(store, meeting.ref, "FOI1", rules[:WITHHELD], who="bench")
    store.close()
    return meeting.ref, rules[WITHHELD : WITHHELD + CHANGES]


async def follow(location: Path) -> tuple[list[float], list[float]]:
    """Return the milliseconds from each change until it is on the screen, and until it is stored."""
    from lpgminutes.tui.app import MinutesApp
    from lpgminutes.tui.widgets.desk_paper import DeskPaper

    ref, rules = make(location)
    app = MinutesApp(str(location), "bench")
    shown, stored = [], []
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        app.open_screen("desk", ref, "FOI1")
        while not (app.screen.query(DeskPaper) and app.screen.findings):  # noqa: ASYNC110 - it watches from outside
            await asyncio.sleep(0.05)
        for rule in rules:
            await pilot.press("left")
            drawn = asyncio.Event()
            before, begun = app.screen.view, time.perf_counter()
            app.screen.withhold((rule,))
            app.screen.call_after_refresh(drawn.set)
            await drawn.wait()
            shown.append((time.perf_counter() - begun) * 1000)
            while app.screen.view is before:  # noqa: ASYNC110 - it watches from outside
                await asyncio.sleep(0.001)
            stored.append((time.perf_counter() - begun) * 1000)
            while app.screen.findings is None:  # noqa: ASYNC110 - it watches from outside
                await asyncio.sleep(0.01)
    return sorted(shown), sorted(stored)


def main() -> None:
    """Print it."""
    with tempfile.TemporaryDirectory() as folder:
        shown, stored = asyncio.run(follow(Path(folder, "desk.sqlite3")))
    p99 = _p99(shown)
    verdict = "within" if p99 <= BUDGET_MS else "OVER"
    print(f"Python {sys.version.split()[0]}, {PARAGRAPHS} paragraphs, {WITHHELD} withholdings, {len(shown)} changes")
    median = statistics.median(shown)
    print(f"public view after a change: median {median:.1f} ms, p99 {p99:.1f} of {BUDGET_MS:.0f} ms  {verdict}")
    print(f"stored, and read again:     median {statistics.median(stored):.1f} ms, p99 {_p99(stored):.1f}")


def _p99(taken: list[float]) -> float:
    return taken[int(len(taken) * 0.99) - 1]


if __name__ == "__main__":
    main()
