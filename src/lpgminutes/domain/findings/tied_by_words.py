"""Words that tie a withheld person, or a body, to somebody who stands open: ``took over from``, ``a subsidiary of``."""

import re
from collections.abc import Iterable, Iterator, Sequence

from lpgminutes.domain.document import MarkKind, MinutesDocument
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity, one_for_each
from lpgminutes.domain.findings.items import item_finder
from lpgminutes.domain.findings.nearly_the_words import PROSE
from lpgminutes.domain.findings.relations import POSTS
from lpgminutes.domain.folding import fold
from lpgminutes.domain.locating import Located
from lpgminutes.domain.naming.named_things import is_named_thing
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.withheld_words import bare_words, withheld_words

_NAME = r"(?:(?-i:[A-Z])[\w'&-]*\.?\s){0,3}(?-i:[A-Z])[\w'-]+"
_NO_PERSON = (
    r"(?!(?-i:(?:\w+\s){0,3}?(?:Council|Committee|Board|Cabinet|Group|Panel|Trust|Department|Teams?|Office|Parliament|Executive|"
    r"Governors|Scrutiny|Assembly|Court|Treasury|Authority|Services?|Directorate|Ltd|Limited|plc|LLP|"
    r"England|Ireland|Scotland|Wales|Homes)(?![^\W_])))"
)
_PERSON = rf"{_NO_PERSON}(?-i:[A-Z][a-z'-]*\.?\s(?:[A-Z][\w'-]*\.?\s){{0,2}}[A-Z][a-z][\w'-]*)"
_OTHER_POSTS = "archdeacon|rector|dean|manager|officer|administrator|teacher"
_WHO = rf"(?:{_PERSON}|(?:the|our|a)\s(?:[\w-]+\s){{0,2}}?(?:{POSTS}|{_OTHER_POSTS}))(?![\w'])"
_HELD = (
    r"manager|supervisor|deputy|assistant|secretary|solicitor|barrister|GP|doctor|employer|employee|student|pupil|tutor|"
    r"landlord|tenant|neighbour|colleague|partner|representative|carer|friend|agent"
)
_OF_PEOPLE = re.compile(
    rf"(?<![\w'])(?:t(?:ook|akes?|aken|aking)\sover\sfrom\s{_PERSON}"
    rf"|(?:he|she|who)\s(?:had\s|has\s)?(?:replaced|succeeded)\s{_PERSON}|(?:replaced|succeeded)\sby\s{_PERSON}"
    r"|(?:act(?:s|ed|ing)\sup|stood\sin|stand(?:s|ing)\sin|cover(?:s|ed|ing)|deputis(?:es?|ed|ing))\s(?:for\s"
    rf"(?:him|her|them|{_PERSON})|in\s(?:his|her|their)\s(?:place|stead|absence))"
    rf"|report(?:s|ed|ing)\s(?:directly\s)?to\s{_PERSON}|(?:line[\s-]managed|supervised|taught)\sby\s{_PERSON}"
    rf"|(?:his|her|their|whose)\s(?:[a-z]+\s){{0,2}}?(?:{_HELD}),?\s{_PERSON}|married\sto\s{_WHO}"
    rf"|(?:he|she|who)\s(?:is|was)\s(?:\w+\s)?(?:engaged|related)\sto\s{_WHO}"
    rf"|(?:no|a|distant|close|any)\srelation\s(?:of|to)\s{_WHO}|co-authors?\s(?:of|with)\s{_WHO}"
    r"|shar(?:es?|ed|ing)\s(?:his|her|their|a|the\ssame|the)\s(?:sur|last\s)?name\swith"
    r"|of\sthe\ssame\s(?:surname|last\sname|family\sname)|namesake)(?![^\W_])",
    re.IGNORECASE,
)
_OF_BODIES = re.compile(
    rf"(?<![\w'])(?:subsidiary\sof\s(?:the\s)?{_NAME}"
    r"|(?:is|was|now|became)\s(?:a\s)?(?:part|member|arm|division)\sof\sthe\s"
    r"(?-i:(?:[A-Z][\w'&-]*\s){1,4}(?:Group|Trust|Partnership|Federation|Consortium|plc))"
    rf"|trad(?:es|ed|ing)\s(?:(?!as\b)\w+\s){{0,3}}as\s{_NAME}|(?:formerly|previously)\s(?:known\sas\s|called\s)?{_NAME}"
    rf"|(?:owned|acquired|taken\sover)\sby\s(?:the\s)?{_NAME}|merged\swith\s{_NAME}"
    r"|(?:home|school|surgery|practice|centre|hostel|nursery|clinic|hotel|company|firm)\s(?:is|was)\s(?:run|operated|"
    rf"managed|owned)\sby\s(?:the\s)?{_NAME}|(?:parent|sister|holding)\scompany,?\s(?:is\s)?{_NAME}|listed\son\s(?:the\s)?{_NAME}\sas\s{_NAME})(?![^\W_])",
    re.IGNORECASE,
)
_NAMED_LAST = re.compile(r"(?:[A-Z][\w'-]*\s)+[A-Z][\w'-]*\Z")
_A_BODY = re.compile(r"[A-Z][\w&'-]+(?:\s(?:of|and|for|the|&)\b)*\s[A-Z&][\w&'-]*")


def tied_by_words(
    original: MinutesDocument, copy: MinutesDocument, texts: Sequence[Searchable], located: Located
) -> Iterator[Finding]:
    """Yield what ties somebody to a name that is open, in the items in which a person or a body is withheld."""
    item_of = item_finder(original)
    people = {item_of(place) for place, mark in copy.marks() if MarkKind.PERSON in mark.kinds} - {""}
    by_phrase = [span for span in located.spans if span.kind is not MarkKind.PERSON]
    bodies = {
        item_of(place)
        for words, place in withheld_words(original, by_phrase)
        if _A_BODY.match(fold(bare_words(words)).text)
    } - {""}
    searched = [(text, item_of(text.place)) for text in texts if text.place.field.startswith(PROSE)]
    yield from _found(
        [text for text, item in searched if item in people],
        _OF_PEOPLE,
        FindingKind.PERSON_DESCRIBED,
        "A person is withheld in this item, and this ties somebody to another name: if it speaks of the withheld "
        "person, it may tell who that is.",
    )
    yield from _found(
        [text for text, item in searched if item in bodies],
        _OF_BODIES,
        FindingKind.BODY_DESCRIBED,
        "A body is withheld in this item, and this ties one to another name: if it speaks of the withheld body, "
        "anybody can look it up.",
    )


def _found(
    texts: Iterable[Searchable], pattern: re.Pattern[str], kind: FindingKind, explanation: str
) -> Iterator[Finding]:
    ties = ((match.group(), text.place) for text in texts for match in pattern.finditer(text.folded.text))
    meant = ((words, place) for words, place in ties if kind is not FindingKind.PERSON_DESCRIBED or _is_to_one(words))
    return one_for_each(meant, kind=kind, severity=Severity.CHECK, explanation=explanation)


def _is_to_one(words: str) -> bool:
    """Whether words tie somebody to a person, and not to a body or a street."""
    named = _NAMED_LAST.search(words)
    return named is None or not is_named_thing(named.group())
