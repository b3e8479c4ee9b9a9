"""What a rule for a person withholds though it may be no name at all: an ordinary word, a street, a firm."""

import re
from collections.abc import Iterator

from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.folding import fold, folded
from lpgminutes.domain.locating import Located, searchable
from lpgminutes.domain.naming.names import is_ordinary_word
from lpgminutes.domain.naming.sentence_signs import HUMAN_VERBS, MINUTE_VERBS
from lpgminutes.domain.open_text import MARK
from lpgminutes.domain.redaction import merged_by_place
from lpgminutes.domain.searchable import NAME_COLUMNS
from lpgminutes.domain.withholding import PersonRule

_AFTER_A_NAME = re.compile(rf"\s+(?:{MINUTE_VERBS}|{HUMAN_VERBS})\b|'[sS]?(?![^\W_])")
_AFTER_NO_NAME = re.compile(r"\s+(?:are|were|have|[A-Z][a-z])")
_HEAD = re.compile(r"(?:\A|[.;:!?]|\n)[\s\"'(]*\Z")
_POSSESSIVE = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}][sS]?\\Z")
_THING = re.compile(
    r"\s+(?P<thing>Street|St\.?|Road|Rd|Lane|Avenue|Ave|Drive|Close|Way|Place|Court|Crescent|Terrace|Gardens?|Square|Hill|"
    r"Hall|House|Farm|Farmers|Mill|Park|Bridge|Green|Woods?|Fields?|Moor|Meadows?|Quay|Wharf|School|Academy|College|"
    r"Primary|Infants|Nursery|Surgery|Hospital|Hospice|Clinic|Centre|Ward|Estate|Building|Wing|Suite|Room|Tower|Lodge|"
    r"Cottages?|Manor|Church|Chapel|Trust|Foundation|Charity|Fund|Club|Association|Society|Institute|Library|Museum|"
    r"Theatre|Inn|Arms|Hotel|Brothers|Bros|Associates|Partners|Partnership|Ltd|Limited|plc|PLC|LLP|Services?|Solicitors|"
    r"Consulting|Consultants|Group|Festival|Lecture|Prize|Award|Cup|(?:&|and)\s+(?:Sons?|Daughters?|Co|Partners)|Singers)"
    r"(?![^\W_])"
)
"""What makes a place, a body or a firm of a surname that stands before it."""
_WORDS = """
    amber archer barker basil beck berry bishop brewer briar brook brooks bush butcher butler carol carols carpenter
    carter carver chambers clay cliff cooper coral crystal daisy dale dawn dean drake dusty eve falcon fern ferry
    finch fisher fletcher flint flora fox gale ginger glen glover hart harmony hawk hazel heather heron holly hunter
    iris ivy jade jasmine jay jewel joy laurel lily linden lodge mallard marina melody merry miller mist myrtle
    nightingale oak ocean olive orchard otter parker partridge pearl penny piper pond poppy porter potter raven ray
    reed rider river rivers robin rosemary ruby rusty saddler sandy sawyer shepherd shields singer singers skinner
    slater sparrow spinner stage star summers swan tanner teal thatcher thorn thorne tiller turner tyler verity violet
    walker weaver webber wheeler willow winters woodman wren
"""
_ALSO_WORDS = frozenset(_WORDS.split())
"""Words that hardly any minutes have, so that they go as names, and that are words all the same."""


def words_taken(original: MinutesDocument, located: Located) -> Iterator[Finding]:
    """Yield the words that were withheld as a form of a name, and may have been words."""
    places: dict[str, list[Place]] = {}
    shown: dict[str, str] = {}
    spans = [span for rule, of_rule in located.rules if isinstance(rule, PersonRule) for span in of_rule]
    texts = {text.place: text.words for text in searchable(original)}
    # As they are withheld: a surname within a full name is no word by itself.
    for place, united in merged_by_place(spans).items():
        for span in united if place.field not in NAME_COLUMNS else ():
            words = texts[place]
            taken = _taken(words[span.start : span.end], words[: span.start], words[span.end :])
            if taken:
                places.setdefault(folded(taken), []).append(place)
                shown.setdefault(folded(taken), taken)
    for key, where in places.items():
        yield Finding(
            kind=FindingKind.PERHAPS_NO_NAME,
            severity=Severity.NOTE,
            text=shown[key],
            places=tuple(dict.fromkeys(where)),
            explanation="This goes as the name of a withheld person and may be an ordinary word here, or a place or a "
            "body. Where it is one, withhold the person by phrases instead of every mention.",
        )


def _taken(words: str, before: str, after: str) -> str:
    """Return what may have been no name, with the word that says so; nothing where a name is likely."""
    bare = _POSSESSIVE.sub("", words).strip(" ,")
    is_possessive = len(bare) < len(words.strip(" ,"))
    if MARK in bare:
        return ""
    if not is_possessive and (thing := _THING.match(after)):
        return bare + thing.group()
    each = bare.split()
    if len(each) == 1:
        return bare if bare.isalpha() and (_is_word(bare) or _stands_as_a_word(bare, before, after)) else ""
    small = [word for word in each if word.islower()]
    if each[0][:1].isupper() and small and all(map(_is_any_word, small)):
        return bare
    is_phrase = all(map(_is_any_word, each)) and _HEAD.search(before) and _AFTER_NO_NAME.match(after)
    return bare if is_phrase and not is_possessive else ""


def _is_word(word: str) -> bool:
    return word.islower() or is_ordinary_word(word)


def _is_any_word(word: str) -> bool:
    return is_ordinary_word(word) or word.lower() in _ALSO_WORDS


def _stands_as_a_word(word: str, before: str, after: str) -> bool:
    """Whether a word begins a sentence in which it need not be somebody."""
    return word.lower() in _ALSO_WORDS and bool(_HEAD.search(before)) and not _AFTER_A_NAME.match(fold(after).text)
