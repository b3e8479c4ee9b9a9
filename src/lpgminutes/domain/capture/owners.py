"""Who is named as an owner: in words before a cue, or in a list."""

import re
from collections.abc import Sequence

from lpgminutes.domain.capture.known_people import KnownPeople, Standing, is_pronoun
from lpgminutes.domain.capture.lines import CapturedOwner
from lpgminutes.domain.capture.mentions import Mention, within

_BETWEEN = re.compile(r"\s*(?:,\s*and\b|,|&|/|\band\b)\s*")
_LAST_JOINER = re.compile(r"(?:,? and|\s?&|\s?/)\s*$")
_LIST_JOINER = re.compile(r"(?:,? and|\s?&|\s?/|,)\s*$")
_PARTICLES = frozenset(["of", "the", "for", "de", "van", "von", "der", "den", "al", "bin", "ap"])
_WORD = re.compile(r"\S+")
_MOST_WORDS = 4
_ARTICLE = re.compile(r"\A[Tt]he\s+(?=\S)")
_LONGEST = 80
_ENDS_A_NAME = ",;:?!)"


def owner_named(typed: str, people: KnownPeople) -> CapturedOwner:
    """Return whom words name."""
    name = " ".join(typed.split()).removesuffix("'s").removesuffix("\u2019s")
    found = people.find(name)
    if len(found) == 1:
        return CapturedOwner(name=found[0].name, typed=name, standing=found[0].standing)
    if found:
        return CapturedOwner(name=name, typed=name, standing=Standing.AMBIGUOUS, choices=found)
    standing = people.standing_of(name)
    bare = _ARTICLE.sub("", name) if standing in {Standing.ROLE, Standing.ORGANISATION} else name
    return CapturedOwner(name=bare or name, typed=name, standing=standing)


def owner_at_the_head(text: str, people: KnownPeople) -> tuple[CapturedOwner, int] | None:
    """Return who is named by the first words of a line, and where what follows begins: ``clerk chase the bank``."""
    words = list(_WORD.finditer(text))[: _MOST_WORDS + 1]
    for many in range(len(words) - 1, 0, -1):
        owner, doing = owner_named(text[: words[many - 1].end()], people), words[many].group()
        is_told = doing[0].islower() and not doing.endswith("ed")  # "All agreed" tells what was, not what is to be done
        if is_told and owner.standing not in {Standing.UNKNOWN, Standing.AMBIGUOUS}:
            return owner, words[many].start()
    return None


def owners_in(
    text: str, start: int, end: int, mentions: Sequence[Mention], people: KnownPeople
) -> tuple[CapturedOwner, ...] | None:
    """Return those named in a list such as ``A, B and C``; ``None`` when a piece of it cannot be a name."""
    owners: list[CapturedOwner] = []
    for mention in within(mentions, start, end):
        owners += _plain_owners(text[start : mention.start], people) or ()
        owners.append(mention.owner)
        start = mention.end
    rest = text[start:end]
    plain = _plain_owners(rest, people)
    if plain is None:
        return None
    return (*owners, *plain) or None


def _plain_owners(words: str, people: KnownPeople) -> list[CapturedOwner] | None:
    whole = owner_named(words, people)
    if words.strip() and whole.standing is not Standing.UNKNOWN:
        return [whole]
    pieces = [piece.strip() for piece in _BETWEEN.split(words)]
    owners = [owner_named(piece, people) for piece in pieces if piece]
    if any(is_pronoun(owner.name) for owner in owners):
        return None
    return owners


def owners_before(
    text: str, start: int, end: int, mentions: Sequence[Mention], people: KnownPeople
) -> tuple[tuple[CapturedOwner, ...], int]:
    """Return those who are named right before a place, and where the first of them begins."""
    owners: list[CapturedOwner] = []
    cursor = begins = _skip_spaces(text, start, end)
    joiner: re.Match[str] | None = None
    while (begin := _name_start(text, start, cursor, mentions)) is not None:
        owner = _owner_at(text, begin, cursor, mentions, people)
        if is_pronoun(owner.name) or (owners and _is_comma(joiner) and owner.standing is Standing.UNKNOWN):
            break
        owners.insert(0, owner)
        begins = begin
        pattern = _LIST_JOINER if len(owners) > 1 else _LAST_JOINER
        joiner = pattern.search(text, max(start, begin - 6), begin)
        if joiner is None:
            break
        cursor = joiner.start()
    return tuple(owners), begins


def _is_comma(joiner: re.Match[str] | None) -> bool:
    return joiner is not None and joiner.group().strip() == ","


def _skip_spaces(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _owner_at(text: str, begin: int, end: int, mentions: Sequence[Mention], people: KnownPeople) -> CapturedOwner:
    for mention in within(mentions, begin, end):
        if (mention.start, mention.end) == (begin, end):
            return mention.owner
    return owner_named(text[begin:end].removeprefix("The "), people)


def _name_start(text: str, start: int, end: int, mentions: Sequence[Mention]) -> int | None:
    """Return where the name begins that ends at a place: somebody mentioned, or words in capitals."""
    window = max(start, end - _LONGEST)
    for mention in within(mentions, window, end):
        if mention.end == end:
            return mention.start
    begin: int | None = None
    for word in reversed(list(re.finditer(r"\S+", text[window:end]))):
        said = word.group()
        if said[-1] in _ENDS_A_NAME or (said[-1] == "." and len(said) > len("J.")):
            break
        if said[0].isupper():
            begin = window + word.start()
        elif said not in _PARTICLES:
            break
    return begin
