"""What suggestions find of the names in minutes, by the way in which they are written."""

import argparse
import random
from pathlib import Path

from suggestion_bed import FORMS, Score, scored

SEED = Path(__file__).parents[1] / "tests" / "data" / "seed" / "meeting.json"


def main() -> None:
    """Fill the seed's minutes with names a number of times and print what was found."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--fillings", type=int, default=150)
    asked.add_argument("--misses", type=int, default=12)
    options = asked.parse_args()
    score, dice = Score(), random.Random(1)  # noqa: S311 - no secret
    for _ in range(options.fillings):
        scored(SEED, dice, score)
    print(f"{options.fillings} fillings, {sum(score.mentions.values())} mentions, {score.words} words")
    for form in FORMS:
        count = max(score.mentions[form], 1)
        ticked, shown = score.ticked[form] / count, score.shown[form] / count
        print(f"{form:22} {score.mentions[form]:6}  ticked {ticked:7.1%}  shown {shown:7.1%}")
    print(f"all: ticked {score.recall:.1%} (floor 97.7%), false {score.false_per_1000:.2f} in 1,000 words (floor 1.1)")
    for (form, said), times in score.missed.most_common(options.misses):
        print(f"missed {times:4} times, {form}: {said}")
    for said, times in score.false.most_common(options.misses):
        print(f"false  {times:4} times: {said}")


if __name__ == "__main__":
    main()
