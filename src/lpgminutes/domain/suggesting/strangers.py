"""Names that no register knows: with a title, doing what people do in minutes, or in two words with capitals."""

import re
from collections.abc import Iterator

from lpgminutes.domain.dismissals import SuggestionKind
from lpgminutes.domain.naming.forenames import FORENAMES
from lpgminutes.domain.naming.forms import title_before
from lpgminutes.domain.naming.no_names import NO_NAME, NO_PERSON
from lpgminutes.domain.naming.sentence_signs import MINUTE_VERBS
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.suggesting.absent import is_forename
from lpgminutes.domain.suggesting.context import Found, Scene, by_words
from lpgminutes.domain.suggesting.suggestion import Stretch, Suggestion, span_rules
from lpgminutes.domain.withholding import PersonRule, Rule

_NAME = r"[A-Z][a-z]*(?:['-][A-Z])?[a-z]+"
_SPEAKER = re.compile(
    rf"(?<![\w'-])(?P<name>{_NAME}(?:\s+{_NAME}){{0,2}})(?:'s)?(?=\s+(?:(?:also|then|has|had)\s+)?(?:{MINUTE_VERBS})\b)"
)
_TITLED = re.compile(
    rf"(?<![\w'-])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Cllr|Councillor|Rev|Revd)\b\.?\s+(?P<name>(?:[A-Z]\.?\s+)?"
    rf"{_NAME}(?:\s+{_NAME})?)(?:'s)?(?![\w'-])"
)
_PAIR = re.compile(
    rf"(?<![\w'-])(?P<name>{_NAME}(?:\s+[A-Z]\.?(?=\s+[A-Z][a-z]))?(?:\s+{_NAME}){{1,2}})(?:'s)?(?![\w'-])"
)
"""Two or three words with capitals, an initial behind the first: ``Philip N Green``."""
_SMALL = re.compile(r"(?<![\w'-])[a-z]{4,}")

_LEAST_WORDS = 2
_POSSESSIVE = re.compile("['\u2019][sS]?\\Z")


def speakers(scene: Scene) -> Iterator[Suggestion]:
    """Yield names in no register that have a title, or do what people do in minutes."""
    found: list[tuple[Searchable, int, int, str]] = []
    for text in scene.prose:
        words = text.folded.text
        found += ((text, *match.span(), match["name"]) for match in _TITLED.finditer(words))
        for match in _SPEAKER.finditer(words):
            name = match["name"].split()
            while name and (name[0].lower() in NO_NAME or scene.is_word(name[0])):
                name = name[1:]
            if name and not any(word.lower() in NO_PERSON for word in name):
                start = match["name"].rindex(name[0]) + match.start()
                found.append((text, title_before(words, start), match.end(), " ".join(name)))
    gathered: dict[str, list[Found]] = {}
    for text, start, end, name in found:
        gathered.setdefault(name, []).append((text, start, end))
    for name, places in gathered.items():
        rule: Rule = PersonRule(person=name, grounds=scene.grounds(SuggestionKind.SPEAKER))
        stretches: tuple[Stretch, ...] = tuple(one for group in by_words(places).values() for one in group)
        yield Suggestion(
            kind=SuggestionKind.SPEAKER,
            text=name,
            stretches=stretches,
            rules=(rule,),
            reason="Speaks or has a title here, and is in no register: every form of the name would be withheld.",
            is_likely=True,
        )


def capitalised(scene: Scene) -> Iterator[Suggestion]:
    """Yield two or three words with capitals that no register knows: ticked when the first is a common forename."""
    full = {name.full.lower() for name in scene.parsed.values()}
    found = [
        (text, match.start() + start, match.start() + end)
        for text in scene.prose
        for match in _PAIR.finditer(text.folded.text)
        if (end := len(match.group())) > (start := _start_of_name(scene, match["name"])) >= 0
    ]
    titles = {text.place for text in scene.prose if _is_headline(text)}
    for words, stretches in by_words(found).items():
        if is_forename(words.split()[0].split("-")[0]):
            if not any(words.startswith(f"{known} ") for known in full):
                yield _named(scene, stretches)
            continue
        if titles.issuperset(one.place for one in stretches):
            continue
        yield Suggestion(
            kind=SuggestionKind.CAPITALISED_NAME,
            text=stretches[0].text,
            stretches=stretches,
            rules=span_rules(stretches, scene.grounds(SuggestionKind.CAPITALISED_NAME)),
            reason="Words with capitals that no register knows: a person, a firm, or neither.",
            is_likely=False,
        )


def _is_headline(text: Searchable) -> bool:
    """Whether a title of an item is written with capitals throughout: they make no name of any word."""
    words = text.folded.text
    return text.place.field.startswith("items.") and _SMALL.search(words) is None and len(words.split()) > _LEAST_WORDS


def _named(scene: Scene, stretches: tuple[Stretch, ...]) -> Suggestion:
    name = _POSSESSIVE.sub("", stretches[0].text)
    return Suggestion(
        kind=SuggestionKind.NAME,
        text=name,
        stretches=stretches,
        rules=(PersonRule(person=name, grounds=scene.grounds(SuggestionKind.NAME)),),
        reason="Begins with a common forename and is in no register: every form of the name would be withheld.",
        is_likely=True,
    )


def _start_of_name(scene: Scene, words: str) -> int:
    """Return where a name begins in words with capitals, behind those that are none; -1 when too little is left."""
    left = words.split()
    while left and (left[0].lower() in NO_NAME or scene.is_word(left[0])):
        left = left[1:]
    # "Contact Sarah Wakelin" asks to get in touch with her.
    if len(left) > _LEAST_WORDS and not is_forename(left[0]) and left[1].lower() in FORENAMES:
        left = left[1:]
    if len(left) < _LEAST_WORDS or left[-1].lower() in NO_NAME:
        return -1
    return words.index(left[0])
