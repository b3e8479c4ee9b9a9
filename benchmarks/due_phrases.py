"""What reading a due phrase costs over dateparser's own reader, kept, on the phrases that it reads at all."""

import datetime as dt
import statistics
import time
from collections.abc import Callable
from pathlib import Path

PHRASES = Path(__file__).parents[1] / "tests" / "data" / "due" / "phrases.tsv"
ON = dt.date(2019, 6, 20)
ROUNDS = 60


def phrases() -> list[str]:
    """Return the phrases of the list."""
    lines = PHRASES.read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if not line.startswith("#")]


def by_ours() -> Callable[[str], object]:
    """Return our reader of a phrase, without dateparser behind it."""
    from lpgminutes.bootstrap import working_days
    from lpgminutes.domain.due_phrases import Moment, read_phrase

    moment = Moment(on=ON, next_meeting=dt.date(2019, 8, 1), working_days=working_days())
    return lambda phrase: read_phrase(phrase, moment)


def by_dateparser():  # noqa: ANN201 - dateparser is imported when a row needs it
    """Return dateparser's reader, kept, and told what our house wants."""
    from dateparser.date import DateDataParser

    settings = {"DATE_ORDER": "DMY", "PREFER_DATES_FROM": "future", "RELATIVE_BASE": dt.datetime.combine(ON, dt.time())}
    return DateDataParser(locales=["en-GB"], settings=settings).get_date_data


def shortest(read: Callable[[str], object], phrase: str) -> float:
    """Return the shortest of many readings of one phrase, in microseconds: the others waited for the machine."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        read(phrase)
        times.append(time.perf_counter() - begun)
    return min(times) * 1e6


def cost() -> tuple[float, float, float]:
    """Return our 50th and 99th percentile, and dateparser's median over what it reads at all, in microseconds."""
    ours, theirs, told = by_ours(), by_dateparser(), phrases()
    read = [phrase for phrase in told if theirs(phrase).date_obj is not None]
    mine = sorted(shortest(ours, phrase) for phrase in told if ours(phrase) is not None)
    peer = statistics.median(shortest(theirs, phrase) for phrase in read[::3])
    return mine[len(mine) // 2], mine[int(len(mine) * 0.99)], peer


def main() -> None:
    """Print the cost by itself."""
    middle, slow, peer = cost()
    print(f"a due phrase: p50 {middle:.0f} us, p99 {slow:.0f} us; dateparser, kept: median {peer:.0f} us")
    print(f"p99 over dateparser's median: {slow / peer:.3f}x of 0.130x")


if __name__ == "__main__":
    main()
