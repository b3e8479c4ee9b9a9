"""What it costs to look for 500 people, in every form of their names, in the minutes of many meetings.

The floor is an exact Aho-Corasick search for the full names and the surnames in the same texts, with the edges of
the words checked: it finds no other form, and cannot tell two people of a name apart. It needs ``ahocorasick-rs``,
which the program does not: install it for this.
"""

import argparse
import random
import time
from collections.abc import Callable

FORENAMES = (
    "Aisha Alan Alice Amanda Andrew Angela Anna Anthony Barbara Benjamin Carol Catherine Charlotte Christopher "
    "Daniel David Deborah Deepak Emily Emma Fatima Gareth Gemma George Hannah Helen Ian Jacqueline James Jane "
    "Jean-Luc Jennifer John Jonathan Karen Kevin Laura Lisa Margaret Mark Mary Matthew Michael Mohammed Nicola Owain "
    "Patricia Paul Peter Philip Priya Rachel Richard Robert Sarah Simon Siân Stephen Susan Thomas Zoë"
)
HEADS = "Ash Ban Bick Bra Cald Cor Dray Dun El Fen Gar Hal Ked Lin Mor Nor Pem Quar Ros Sta Tre Ul Ver Wen Yar"
ENDS = "bury combe dale field ford gate ham hurst ing ley low mond more stead ster ton well wick wood worth"
WORDS = (
    "the group agreed that figures of backlog fell for third month and clinical assessment centre staff would report "
    "to next meeting on recruitment costs plan with colleagues noted action review of supply chain in August"
)
FORMS = ("{f} {l}", "{f} {l}", "{l}", "{f} {l}'s", "Ms {l}", "{l}, {f}", "{F} {L}", "{i}. {l}", "{f}")
PEOPLE, PARAGRAPHS = 500, 60


def people(chance: random.Random) -> list[str]:
    """Return names as a register has them: some shared forenames, prefixes, double names."""
    surnames = [f"{head}{end}" for head in HEADS.split() for end in ENDS.split()]
    chance.shuffle(surnames)
    forenames = FORENAMES.split()
    names = [f"{chance.choice(forenames)} {surname}" for surname in surnames[:PEOPLE]]
    names[::11] = [name.replace(" ", " O'") for name in names[::11]]
    names[5::13] = [f"{name}-Shaw" for name in names[5::13]]
    return names


def paragraph(chance: random.Random, names: list[str]) -> str:
    """Return some 50 words with one or two mentions of people."""
    ordinary = WORDS.split()
    words = [chance.choice(ordinary) for _ in range(52)]
    for _ in range(chance.choice((1, 2, 2, 2))):
        first, last = chance.choice(names).split(" ", 1)
        mention = chance.choice(FORMS).format(f=first, l=last, F=first.upper(), L=last.upper(), i=first[0])
        words.insert(chance.randrange(len(words)), mention)
    return f"{' '.join(words)}."


def measure(meetings: int) -> None:
    """Print what both searches cost."""
    import ahocorasick_rs

    from lpgminutes.domain.folding import plain
    from lpgminutes.domain.naming.crowds import Crowd
    from lpgminutes.domain.naming.names import parse_name
    from lpgminutes.domain.naming.persons import forms_of_everybody

    chance = random.Random(1)  # noqa: S311 - the same texts each time
    names = people(chance)
    texts = [paragraph(chance, names) for _ in range(meetings * PARAGRAPHS)]
    exact = ahocorasick_rs.AhoCorasick(
        [*names, *(name.split(" ", 1)[1] for name in names)], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    )

    def floor() -> int:
        return sum(
            (start == 0 or not text[start - 1].isalnum()) and (end == len(text) or not text[end].isalnum())
            for text in texts
            for _, start, end in exact.find_matches_as_indexes(text)
        )

    def ours() -> int:
        return sum(len(namings) for text in texts for _, namings in crowd.passages(plain(text)))

    begun = time.process_time()
    crowd = Crowd(forms_of_everybody([parse_name(name) for name in names], lambda _: ()))
    ready = time.process_time() - begun
    first, _ = timed(ours)
    pairs = [(timed(ours), timed(floor)) for _ in range(5)]
    (again, found), (at_floor, mentions) = (min(side) for side in zip(*pairs, strict=True))
    megabytes = sum(map(len, texts)) / 1e6
    print(f"{meetings} meetings of {PARAGRAPHS} paragraphs, {megabytes:.1f} MB, {PEOPLE} people, each among the others")
    print(f"exact search            {at_floor:7.3f} s   {mentions} mentions")
    print(f"every form              {again:7.3f} s   {found} stretches   {again / at_floor:.1f} times")
    print(f"every form, first time  {first:7.3f} s   of texts that were never met; making ready {ready:.3f} s")


def timed(search: Callable[[], int]) -> tuple[float, int]:
    """Return the processor time of a search, and what it found."""
    begun = time.process_time()
    found = search()
    return time.process_time() - begun, found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=200)
    measure(parser.parse_args().meetings)
