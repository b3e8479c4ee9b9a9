"""Print every budget as a ratio."""

import io
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from measure import ratio, seconds

HERE = Path(__file__).parent
SEED = HERE.parent / "tests" / "data" / "seed"
PYTHON = sys.executable
ROUNDS = 15


@dataclass(frozen=True, slots=True)
class Row:
    """One budget and what was measured."""

    what: str
    budget: float
    measured: float
    milliseconds: float

    def __str__(self) -> str:
        verdict = "within" if self.measured <= self.budget else "OVER"
        return f"{self.what:<58} {self.measured:6.2f}x of {self.budget:4.2f}x  {verdict:<6} {self.milliseconds:8.1f} ms"


def process(*arguments: str) -> Callable[[], object]:
    """Return the run of a whole process."""
    return lambda: subprocess.run(arguments, check=True, capture_output=True)


def starts() -> Iterator[Row]:
    """Yield what asking for the version and for help costs over a bare interpreter."""
    program = str(Path(PYTHON).with_name("lpgminutes"))
    nothing = process(PYTHON, "-c", "pass")
    for option, budget in (("--version", 1.5), ("--help", 5.0)):
        yield Row(
            f"lpgminutes {option} over python -c pass",
            budget,
            *ratio(process(program, option), nothing, rounds=ROUNDS),
        )


def release_commands() -> Iterator[Row]:
    """Yield what the command that releases the seed's minutes costs over the command that writes them."""
    program = str(Path(PYTHON).with_name("lpgminutes"))
    with tempfile.TemporaryDirectory() as folder:
        demo = Path(folder, "demo")
        process(program, "demo", "--out", str(demo))()
        on_demo = ("--store", str(demo / "demo.sqlite3"))
        numbers = count()

        def run(*words: str, out: str) -> None:
            """Run a command that writes something new each time."""
            process(program, *on_demo, *words, "-o", str(Path(folder, f"{next(numbers)}-{out}")))()

        yield Row(
            "lpgminutes release over lpgminutes minutes, the seed",
            5.0,
            *ratio(
                lambda: run("release", "lpg/2019-06-27", "--case", "FOI2019/26281", out="release"),
                lambda: run("minutes", "lpg/2019-06-27", out="minutes.docx"),
                rounds=7,
            ),
        )


def screens() -> Iterator[Row]:
    """Yield the first paint of the screens over a Textual hello-world, with 5,000 actions in the store."""
    if sys.platform == "win32":
        return
    from terminal import first_paint

    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "full.sqlite3")
        fill(store, actions=5000)
        ours = [PYTHON, "-m", "lpgminutes", "--store", str(store)]
        hello = [PYTHON, str(HERE / "hello.py")]
        yield Row(
            "first paint over a Textual hello-world, 5,000 actions",
            1.25,
            *ratio(
                lambda: first_paint(ours, words=b"lpgminutes"),
                lambda: first_paint(hello, words=b"Hello"),
                rounds=ROUNDS,
            ),
        )


def fill(location: Path, *, actions: int) -> None:
    """Make a store with many meetings and actions."""
    from lpgminutes import bootstrap
    from lpgminutes.services.importing import import_meeting

    store = bootstrap.open_store(str(location), create=True)
    meeting = seed_meeting()
    each = 100
    for number in range(actions // each):
        raised = tuple(replace(meeting.actions[0], ref=f"AP{number:03d}-{serial:03d}") for serial in range(each))
        import_meeting(
            store,
            replace(meeting, title=f"Meeting {number}", actions=raised),
            warnings=(),
            interchange=bootstrap.HouseInterchange(),
            who="bench",
        )
    store.close()


def seed_meeting():  # noqa: ANN201 - lpgminutes is imported when a row needs it
    """Return the seed's meeting."""
    from lpgminutes.bootstrap import read_meeting

    return read_meeting((SEED / "meeting.json").read_bytes(), name="meeting.json")[0]


def documents() -> Iterator[Row]:
    """Yield what making the Word file costs over docxtpl, how it grows, and what a release costs over minutes."""
    from docxtpl import DocxTemplate

    from lpgminutes.documents.docx import minutes_filling, render_docx
    from lpgminutes.documents.environment import word_environment
    from lpgminutes.domain.compose import compose
    from lpgminutes.resources import template_bytes

    meeting = seed_meeting()
    template = template_bytes("minutes.docx")
    document = compose(meeting)

    def by_docxtpl() -> None:
        peer = DocxTemplate(io.BytesIO(template))
        peer.render(dict(minutes_filling(document).variables), jinja_env=word_environment(), autoescape=True)
        peer.save(io.BytesIO())

    yield Row(
        "minutes of the seed to DOCX over docxtpl, same template",
        1.5,
        *ratio(lambda: render_docx(compose(meeting)), by_docxtpl, rounds=ROUNDS),
    )
    for times in (1, 7, 14):
        once, twice = (compose(replace(meeting, items=meeting.items * n)) for n in (times, 2 * times))
        yield Row(
            f"DOCX of {2 * times} times the seed over {times} times",
            2.2,
            *ratio(lambda two=twice: render_docx(two), lambda one=once: render_docx(one), rounds=5),
        )
    yield from releases(meeting, by_docxtpl)


def releases(meeting, by_docxtpl: Callable[[], object]) -> Iterator[Row]:  # noqa: ANN001 - as seed_meeting
    """Yield what redact, render, seal and verify cost over the plain render: ours, and docxtpl's."""
    from lpgminutes.bootstrap import HouseRenderers, IndependentVerifier
    from lpgminutes.domain.compose import compose
    from lpgminutes.domain.withheld_terms import allowed_texts, withheld_terms
    from lpgminutes.domain.withholding import Acceptance
    from lpgminutes.interchange.rules import read_rules
    from lpgminutes.services.proposals import proposal_for

    case = read_rules((SEED / "withhold.yaml").read_bytes(), name="withhold.yaml").case
    accepted = Acceptance(finding="withheld-elsewhere-open", text="1st August 2019", reason="published")
    case = replace(case, accepted=(accepted,))
    renderers = HouseRenderers()

    def released() -> None:
        verifier = IndependentVerifier()  # a new one each time: it makes ready what is looked for
        proposal = proposal_for(meeting, case)
        content = renderers.docx(proposal.copy)
        search = verifier.search(
            {"minutes.docx": content},
            withheld=tuple(withheld_terms(proposal)),
            allowed=allowed_texts(proposal),
        )
        if search.found:
            raise RuntimeError(search.found[0].how)

    for whose, plain in (("our", lambda: renderers.docx(compose(meeting))), ("docxtpl's", by_docxtpl)):
        measured = ratio(released, plain, rounds=ROUNDS)
        yield Row(f"redact, render, seal and verify over {whose} plain render", 5.0, *measured)


def due_phrases() -> Iterator[Row]:
    """Yield what the slow end of our reading of due phrases costs over the middle of dateparser's, kept."""
    from due_phrases import cost

    _, slow, peer = cost()
    yield Row("a due phrase, 99th percentile, over dateparser's median", 0.13, slow / peer, slow / 1000)


def outputs() -> Iterator[Row]:
    """Yield what the spreadsheet, finding and the index of words cost over their floors."""
    import outputs as measured

    for what, budget, cost, milliseconds in measured.outputs(seed_meeting):
        yield Row(what, budget, cost, milliseconds)


def main() -> None:
    """Print the table."""
    print(f"Python {sys.version.split()[0]}; the median of pairs run in turn")
    for rows in (starts, due_phrases, documents, release_commands, outputs, screens):
        for row in rows():
            print(row, flush=True)
    idle = statistics.median(seconds(process(PYTHON, "-c", "pass")) for _ in range(5)) * 1000
    print(f"python -c pass takes {idle:.1f} ms here")


if __name__ == "__main__":
    main()
