"""A test bed for suggestions: the seed's minutes with every name in them written anew, as people write names."""

import json
import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lpgminutes import bootstrap
from lpgminutes.domain.compose import compose
from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.folding import fold
from lpgminutes.domain.locating import searchable
from lpgminutes.domain.naming.names import parse_name
from lpgminutes.domain.naming.persons import forms_of_person
from lpgminutes.domain.suggesting import Known, Suggestion, suggest

REGISTER = (
    "Robert Green",
    "May Patel",
    "William Cooper",
    "Siobhan O'Connor",
    "Anne-Marie Clarke",
    "David Okafor",
    "Priya Nandakumar",
    "Elizabeth Thornton",
    "Mohammed Rahman",
    "Katherine Price",
    "Thomas Hargreaves",
    "Ffion Llewellyn",
)
"""Among them names that are months, colours and words, a double forename, and an apostrophe."""
STRANGERS = (
    "Callum Whitfield",
    "Agnieszka Kowalczyk",
    "Denise Murgatroyd",
    "Hamza Iqbal",
    "Bronwen Pryce",
    "Gareth Stubbs",
)
OTHERS = frozenset({"Owain Thackray", "Bettina Crossfield"})
"""People of the seed who are at no meeting: to find them is right."""
SHORT = {
    "Robert": "Bob", "William": "Bill", "David": "Dave", "Elizabeth": "Liz", "Mohammed": "Mo", "Katherine": "Kate",
    "Thomas": "Tom",
}  # fmt: skip
FORMS = (
    "full", "first only", "F Last", "Mr Last", "initials", "a slip", "Last, First", "nickname", "small letters",
    "e-mail", "not in the register",
)  # fmt: skip
_LEAST_SLIP = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name that was written into the minutes, and how."""

    form: str
    written: str


Spots = dict[str, list[tuple[int, int, Mention]]]
"""Where the mentions stand in each text."""


@dataclass(slots=True, kw_only=True)
class Score:
    """What became of the mentions of one or many fillings."""

    mentions: Counter[str] = field(default_factory=Counter)
    ticked: Counter[str] = field(default_factory=Counter)
    """Mentions of which every letter is covered by ticked suggestions."""
    shown: Counter[str] = field(default_factory=Counter)
    """Mentions covered by suggestions, ticked or not."""
    missed: Counter[tuple[str, str]] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    """Words outside of every name that a ticked suggestion covers."""
    words: int = 0

    @property
    def recall(self) -> float:
        """The share of mentions that ticked suggestions cover whole."""
        return sum(self.ticked.values()) / max(sum(self.mentions.values()), 1)

    @property
    def false_per_1000(self) -> float:
        """Ticked hits on what is no name, for each thousand words."""
        return 1000 * sum(self.false.values()) / max(self.words, 1)


def written(name: str, form: str, dice: random.Random) -> str | None:
    """Return a name in one form; ``None`` where it has none."""
    parts = parse_name(name)
    first, last = parts.forename, parts.surname
    forms = {
        "first only": first,
        "F Last": f"{first[0]} {last}",
        "Mr Last": f"{dice.choice(('Mr', 'Ms', 'Dr'))} {last}",
        "initials": parts.own_initials[0],
        "a slip": _with_slip(name, dice),
        "Last, First": f"{last}, {first}",
        "nickname": f"{SHORT[first]} {last}" if first in SHORT else None,
        "small letters": name.lower(),
        "e-mail": f"{first}.{last}@dwp.gov.uk".lower().replace("'", ""),
    }
    return forms.get(form, name)


def _with_slip(name: str, dice: random.Random) -> str | None:
    """Return a name with one letter of one word left out, doubled or swapped."""
    long = [word for word in name.split() if len(word) >= _LEAST_SLIP and word.isalpha()]
    if not long:
        return None
    word = dice.choice(long)
    at = dice.randrange(1, len(word) - 2)
    slip = dice.choice((word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], _swapped(word, at)))
    return None if slip == word else name.replace(word, slip)


def _swapped(word: str, at: int) -> str:
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def filled(seed: Path, dice: random.Random) -> tuple[MinutesDocument, Spots]:
    """Return the seed's minutes with other people in them, and where in each text they stand."""
    meeting: dict[str, Any] = json.loads(seed.read_text(encoding="utf-8"))
    forms = [forms_of_person(parse_name(row["name"])) for row in meeting["attendance"]]
    spots: Spots = {}

    def fill(text: str) -> str:
        folded = fold(text)
        found = (form.in_text(folded.text, folded.text.lower(), is_cell=False) for form in forms)
        stretches = sorted({folded.original(*one) for each in found for one in each})
        new, cursor, placed = "", 0, []
        for start, end in stretches:
            if text[end : end + 1] != "@" and start >= cursor:
                mention = _mention(dice)
                new += text[cursor:start]
                said = mention.written + ("'s" if text[start:end].endswith("'s") and mention.form != "e-mail" else "")
                placed.append((len(new), len(new) + len(said), mention))
                new, cursor = new + said, end
        new += text[cursor:]
        spots[new] = placed
        return new

    meeting["items"] = _each_text(meeting["items"], fill)
    meeting["actions"] = []
    meeting["attendance"] = [{"name": name, "organisation": "DWP"} for name in REGISTER]
    meeting.pop("contact", None)
    read, _ = bootstrap.read_meeting(json.dumps(meeting).encode(), name="bed.json")
    return compose(read), spots


def _mention(dice: random.Random) -> Mention:
    while True:
        form = dice.choice(FORMS)
        name = dice.choice(STRANGERS if form == "not in the register" else REGISTER)
        if said := written(name, form, dice):
            return Mention(form=form, written=said)


def _each_text(value: Any, fill: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, list):
        return [_each_text(one, fill) for one in value]
    if isinstance(value, dict):
        return {
            key: fill(one) if key == "text" and isinstance(one, str) else _each_text(one, fill)
            for key, one in value.items()
        }
    return value


def scored(seed: Path, dice: random.Random, score: Score) -> None:
    """Fill the seed once, and add what is suggested to the score."""
    document, spots = filled(seed, dice)
    offered = suggest(document, (), Known(), bootstrap.house_recogniser())
    ticked = _covered(one for one in offered if one.is_likely)
    shown = _covered(offered)
    for text in searchable(document):
        placed = spots.get(text.words)
        if placed is None:
            continue
        score.words += len(text.words.split())
        by_tick, by_show = ticked.get(text.place, set()), shown.get(text.place, set())
        names: set[int] = set()
        for start, end, mention in placed:
            names.update(range(start, end))
            letters = {at for at in range(start, end) if text.words[at].isalnum()}
            score.mentions[mention.form] += 1
            score.ticked[mention.form] += letters <= by_tick
            score.shown[mention.form] += letters <= by_show
            if not letters <= by_tick:
                score.missed[mention.form, mention.written] += 1
        for one in offered:
            for stretch in one.stretches:
                if (
                    one.is_likely
                    and stretch.place == text.place
                    and names.isdisjoint(range(stretch.start, stretch.end))
                    and stretch.text not in OTHERS
                ):
                    score.false[stretch.text] += 1


def _covered(offered: Iterable[Suggestion]) -> dict[Place, set[int]]:
    covered: dict[Place, set[int]] = {}
    for one in offered:
        for stretch in one.stretches:
            covered.setdefault(stretch.place, set()).update(range(stretch.start, stretch.end))
    return covered
