"""Relatives that tell a withheld person: ``the Chair's son``, ``the brother of Cllr Haynes``, ``her husband``."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from lpgminutes.domain.document import ItemEntry, MarkKind, MinutesDocument, Text
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity, one_for_each
from lpgminutes.domain.open_text import texts_of
from lpgminutes.domain.searchable import Searchable

_THINGS = (
    r"(?:town|site|school|ward|organisation|board|paper|trust|scheme|committee|agreement|council|programme|system|"
    r"framework)s?|(?:bod|compan|charit|authorit)(?:y|ies)"
)
"""What is related to another thing, and to nobody: a twin town, a successor body."""
_KIN = (
    r"(?:(?:ex|late|former|civil|twin|younger|elder|eldest|youngest|only|step|half|foster|adoptive|grand)[\s-]?)*"
    r"(?:husband|wife|spouse|widow(?:er)?|fianc(?:e|ee)|son|daughter|brother|sister|sibling|twin|mother|father|uncle|aunt|"
    r"nephew|niece|cousin|grandson|granddaughter|grandmother|grandfather|stepson|stepdaughter|civil\spartner|"
    rf"predecessor|successor)s?(?:-in-law)?(?!\s(?:{_THINGS})\b)"
)
_STEMS = (
    "husband", "wife", "spouse", "widow", "fianc", " son", "grandson", "stepson", "daughter", "brother", "sister",
    "sibling", "twin", "mother", "father", "uncle", "aunt", "nephew", "niece", "cousin", "decessor", "successor",
)  # fmt: skip
"""One of them is in whatever names a relative: a first quick look."""
POSTS = (
    r"(?:vice[\s-]|deputy\s|former\s|then\s)?(?:chair(?:man|woman|person)?|mayor(?:ess)?|provost|convener|clerk|leader|headteacher|head|"
    r"principal|vice-chancellor|governor|councillor|member|director|chief\s(?:executive|constable)|treasurer|minister|"
    r"vicar|bursar|registrar|secretary|president|complainant|applicant|appellant|aggrieved|claimant|"
    r"vendor|purchaser|buyer|seller|tenant|landlord|landowner|objector|deceased|victim)"
)
"""Whom people are spoken of by without a name."""
_NAME = r"(?!Rest\b)(?:(?-i:[A-Z])[\w'-]*\.?\s){0,3}(?-i:[A-Z])[\w-]+"
_RELATED = re.compile(
    rf"(?<![\w'])(?:(?:the|our|a)\s{POSTS}|{_NAME})'s?\s{_KIN}(?![\w'])"
    rf"|(?<![\w'])(?:the\s)?{_KIN}\s(?:of|to)\s(?:(?:the|our|a)\s{POSTS}(?![\w'])|{_NAME})"
    rf"|(?<![\w'])(?:his|her|their|whose)\s(?:own\s)?{_KIN}(?![\w'])",
    re.IGNORECASE,
)


def relatives_told(copy: MinutesDocument, searched: Iterable[Searchable]) -> Iterator[Finding]:
    """Yield the words that name somebody by a relative, or by who held a post before.

    Looked for in the items with a withheld person, in what was declared and in what was corrected; ``searched`` are
    the texts of the copy.
    """
    declared = [declaration.nature for declaration in copy.declarations]
    corrected = copy.approval.corrections if copy.approval else ()
    withheld = [texts for item in copy.items if _holds_a_person(texts := list(_texts(item)))]
    if withheld or any(_holds_a_person([one.name]) for one in copy.declarations):
        seen = {text.place for texts in (*withheld, declared, corrected) for text in texts}
        read = [text for text in searched if text.place in seen]
        yield from one_for_each(
            ((words, text.place) for text in read for words in _related_in(text.folded.text)),
            kind=FindingKind.PERSON_DESCRIBED,
            severity=Severity.CHECK,
            explanation="A person is withheld in this item, and this says whose relative somebody is, or who came "
            "before or after: if it speaks of the withheld person, it may tell who that is.",
        )


@lru_cache(maxsize=4096)
def _related_in(words: str) -> tuple[str, ...]:
    lower = words.lower()
    return tuple(_RELATED.findall(words)) if any(stem in lower for stem in _STEMS) else ()


def _holds_a_person(texts: Iterable[Text]) -> bool:
    return any(MarkKind.PERSON in mark.kinds for text in texts for mark in text.marks)


def _texts(item: ItemEntry) -> Iterator[Text]:
    yield item.title
    for minute in item.minutes:
        yield from texts_of(minute)
