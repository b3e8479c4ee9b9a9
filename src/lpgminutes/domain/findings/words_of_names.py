"""Single words of a name that is withheld: ``Nightingale`` of ``Project Nightingale``."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.naming.named_people import People
from lpgminutes.domain.naming.names import Name, is_ordinary_word, words_of
from lpgminutes.domain.naming.ordinary_names import TOWNS
from lpgminutes.domain.searchable import NAME_COLUMNS, Searchable

_NAMING = re.compile(r"(?<![\w.'/-])(?P<word>[A-Z][^\W\d_]{2,}(?:-(?:[a-z]{1,3}-)?[A-Z][^\W\d_]+)*)(?:'s)?(?![\w'/-])")
_SMALL = re.compile(r"(?<![\w'@./:-])[a-z]{3,}(?![\w'@/-]|\.\w)")
"""A word in small letters; what stands in an address is none, which has no capitals."""
_FEWEST, _IN_A_PASSAGE = 3, 4
"""Letters of a word that tells something: in a name alone, and among other words."""
_LONGEST = 6
"""Words of a name; what is longer is a passage."""
_LINKING = frozenset({"of", "the", "and", "for", "in", "at", "on", "de", "la", "van", "der", "a"})
_MOST_PLACES = 3
"""Places in which a word of a passage may stand; what stands in more is spoken of anyway."""
_FEW_MINUTES = 1
"""Minutes in which it tells something of the passage; in more it is a subject of the meeting, and only noted."""
_HEADS = re.compile(r"(?:\A|[.;:!?]\s+)[\"'(]?\Z")
_THINGS = """
    academy account action advisory agency agreement alderman annual assistant associates audit authority avenue band
    bidder board borough branch building business cabinet care case centre chairman chairmen chairperson chairwoman
    chief city clinical cllr club college commission committee community company consultancy consulting contract
    contractor convener cottage council councillor county court crescent data department deputy development digital
    director directorate district division dr drive eastern executive extension facility finance first foundation
    framework gardens general governance government governor grade group head health holdings hospital initiative
    institute internal international joint lane limited local ltd management manager mayor medical meeting mental
    minister ministerial ministry miss mr mrs ms national network nhs northern nursing office officer open operation
    operations option partners partnership phase plan planning plc police policy practice primary procurement professor
    programme project provost public quality regional register report resource review road room saturday scheme school
    second secretary section senior service services site social solutions southern staff stage statement statutory
    strategic strategy street subcommittee sunday support surgery system task team technology the third thursday
    training treasurer trust trustee trustees tuesday unit university user vice village ward wednesday western working
    written year
"""
_FIRST = """
    about after all and any before both but each every for from had has have her his how into its not our over some
    that their then there these they this those under was were what when where which who with your
"""
_SORTS = frozenset((_THINGS + _FIRST).split())
"""Words for a sort of thing, which many names share, and those that begin a sentence."""


@dataclass(frozen=True, slots=True)
class _Named:
    source: Place
    is_of_a_passage: bool


def words_of_names(withheld: Sequence[tuple[str, Place]], texts: Sequence[Searchable], people: People) -> Iterator[Hit]:
    """Yield where a word that is hardly anything but a name, and is withheld within one, stands open by itself."""
    sought: dict[str, _Named] = {}
    for words, source in withheld:
        for word, is_of_a_passage in _names_in(words):
            sought.setdefault(word.lower(), _Named(source, is_of_a_passage))
    if not sought:
        return
    in_columns = {words.lower() for words, source in withheld if source.field in NAME_COLUMNS}
    known = _known([name for name in people.open if name.full.lower() not in in_columns], texts) | small_words(texts)
    hits = [hit for text in texts for hit in _hits(text, {word: sought[word] for word in sought.keys() - known})]
    places: dict[str, list[Place]] = defaultdict(list)
    for hit, _ in hits:
        places[hit.text.lower()].append(hit.place)
    for hit, named in hits:
        if not named.is_of_a_passage:
            yield hit
        elif (severity := severity_in_passage(places[hit.text.lower()])) is not None:
            yield replace(hit, severity=severity)


def severity_in_passage(places: Sequence[Place]) -> Severity | None:
    """Return how much it matters that a name out of a withheld passage stands open in some places, or nothing."""
    if len(places) > _MOST_PLACES:
        return None
    # An action repeats the words of its minute; the title of an item is a place of its own.
    minutes = {place.minute or place.words() for place in places}
    return Severity.CHECK if len(minutes) <= _FEW_MINUTES else Severity.NOTE


def _names_in(words: str) -> Iterator[tuple[str, bool]]:
    """Yield the words of some folded words that can be those of a name, and whether there are more than of a name."""
    is_passage = _is_passage(words.split())
    for match in _NAMING.finditer(words):
        word = match["word"]
        is_alone = match.group() == words
        is_head = is_passage and _HEADS.search(words[: match.start()])
        if not is_alone and not is_head and _tells(word, is_passage=is_passage):
            yield word, is_passage


def _is_passage(whole: Sequence[str]) -> bool:
    """Whether words are more than a name and the sort of thing that it names: ``Leeds office`` is that."""
    return len(whole) > _LONGEST or sum(word.islower() and word not in _LINKING for word in whole) > 1


def _tells(word: str, *, is_passage: bool) -> bool:
    low = word.lower()
    is_sort = is_sort_of_thing(word)
    if len(word) < (_IN_A_PASSAGE if is_passage else _FEWEST) or is_sort or (is_passage and word.isupper()):
        return False
    return not is_ordinary_word(low) or (not is_passage and low in TOWNS)


def is_sort_of_thing(word: str) -> bool:
    """Whether a word of a name says what sort of thing it names, one or many: ``Report``, ``Groups``."""
    low = word.lower()
    return low in _SORTS or low.removesuffix("s") in _SORTS


def small_words(texts: Iterable[Searchable]) -> frozenset[str]:
    """Return the words that stand in small letters, which are hardly names."""
    return frozenset(match.group() for text in texts for match in _SMALL.finditer(text.folded.text))


def open_bodies(texts: Sequence[Searchable]) -> set[str]:
    """Return the bodies that the attendance names openly, in small letters."""
    return {text.folded.text.lower() for text in texts if text.place.field == "attendance.organisation"}


def _known(people: Iterable[Name], texts: Sequence[Searchable]) -> set[str]:
    """Return the words of everybody, and every body, that is named openly."""
    open_names = (part for name in people for part in (name.forename, name.surname, *name.middles))
    named = {word.lower() for part in open_names for word in words_of(part)}
    return named | {word for body in open_bodies(texts) for word in body.split()}


def _hits(text: Searchable, sought: dict[str, _Named]) -> Iterator[tuple[Hit, _Named]]:
    for match in _NAMING.finditer(text.folded.text):
        word = match["word"].lower()
        if (named := sought.get(word) or sought.get(word.removesuffix("s"))) is not None:
            how = (
                "it is named in what is withheld"
                if named.is_of_a_passage
                else "it is a word of the name that is withheld"
            )
            why = f"{how} in {named.source.words()}"
            yield Hit.of(text, match.span("word"), Severity.CHECK, why, named.source), named
