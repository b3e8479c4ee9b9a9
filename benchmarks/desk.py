"""How long the public view takes to follow a change: 200 paragraphs, 100 withholdings, the real screen.

Each change is one more withholding, asked for as the screen does it: stored, the copy composed anew, both sides drawn.
What is told is the time from asking until it is drawn.
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
    open_case(store, NewCase(reference="FOI1", meetings=(meeting.ref,)), who="bench")
    withhold(store, meeting.ref, "FOI1", rules[:WITHHELD], who="bench")
    store.close()
    return meeting.ref, rules[WITHHELD : WITHHELD + CHANGES]


async def follow(location: Path) -> list[float]:
    """Return the milliseconds from each change to the drawn view."""
    from lpgminutes.tui.app import MinutesApp
    from lpgminutes.tui.requests.desk import withhold
    from lpgminutes.tui.widgets.desk_paper import DeskPaper

    ref, rules = make(location)
    app = MinutesApp(str(location), "bench")
    taken = []
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        app.open_screen("desk", ref, "FOI1")
        while not (app.screen.query(DeskPaper) and app.screen.findings):  # noqa: ASYNC110 - it watches from outside
            await asyncio.sleep(0.05)
        for rule in rules:
            paper = app.screen.query_one(DeskPaper)
            before, begun = paper.clauses, time.perf_counter()
            withhold(app.screen, app.screen.at_hand, (rule,))
            while paper.clauses is before:  # noqa: ASYNC110 - it watches from outside
                await asyncio.sleep(0.001)
            for y in range(paper.size.height):
                paper.render_line(y)
            taken.append((time.perf_counter() - begun) * 1000)
            while app.screen.findings is None:  # noqa: ASYNC110 - it watches from outside
                await asyncio.sleep(0.01)
    return taken


def main() -> None:
    """Print it."""
    with tempfile.TemporaryDirectory() as folder:
        taken = sorted(asyncio.run(follow(Path(folder, "desk.sqlite3"))))
    p99 = taken[int(len(taken) * 0.99) - 1]
    verdict = "within" if p99 <= BUDGET_MS else "OVER"
    print(f"Python {sys.version.split()[0]}, {PARAGRAPHS} paragraphs, {WITHHELD} withholdings, {len(taken)} changes")
    median = statistics.median(taken)
    print(f"public view after a change: median {median:.1f} ms, p99 {p99:.1f} of {BUDGET_MS:.0f} ms  {verdict}")


if __name__ == "__main__":
    main()
