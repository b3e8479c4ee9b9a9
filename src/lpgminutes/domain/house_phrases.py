"""House phrases: short keys that expand while minutes are typed, kept for each body."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lpgminutes.errors import InputError

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,23}")
_TYPED = re.compile(r"(?<![\w;&]);(?P<key>[A-Za-z][A-Za-z0-9-]{0,23})(?![\w-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class HousePhrase:
    """A phrase that a body's minutes use again and again."""

    key: str
    """Typed after a semicolon: ``agreed`` of ``;agreed``."""
    text: str
    """What stands in its place."""


SHIPPED = (
    HousePhrase(key="agreed", text="The group agreed."),
    HousePhrase(key="noted", text="The group noted the update."),
    HousePhrase(key="mso", text="The minutes of the last meeting were agreed and could be signed off."),
    HousePhrase(key="ap", text="The outstanding action points were reviewed."),
    HousePhrase(key="aob", text="There was no other business."),
    HousePhrase(key="close", text="The chair thanked everyone for attending and closed the meeting."),
)
"""What every body has until it says otherwise."""


def phrases_of(own: Iterable[HousePhrase]) -> tuple[HousePhrase, ...]:
    """Return a body's phrases by key: its own before those that are shipped; one without a text is taken out."""
    chosen = {phrase.key.casefold(): phrase for phrase in (*SHIPPED, *own)}
    return tuple(sorted((phrase for phrase in chosen.values() if phrase.text), key=lambda phrase: phrase.key))


def with_phrase(own: Iterable[HousePhrase], phrase: HousePhrase) -> tuple[HousePhrase, ...]:
    """Return a body's own phrases with one set anew."""
    kept = {one.key.casefold(): one for one in own}
    kept[phrase.key.casefold()] = phrase
    return tuple(sorted(kept.values(), key=lambda one: one.key))


def checked_key(typed: str) -> str:
    """Return a key as it is kept, or say what is wrong with it."""
    key = typed.strip().removeprefix(";")
    if not _KEY.fullmatch(key):
        raise InputError("The key of a phrase is letters, digits and hyphens, such as agreed: it is typed as ;agreed.")
    return key


def expand(text: str, phrases: Iterable[HousePhrase]) -> str:
    """Return a line with each key in it replaced by its phrase; a key that is not known stays as typed.

    The phrase's own full stop goes where the line goes on with one.
    """
    by_key = {phrase.key.casefold(): phrase.text for phrase in phrases}

    def phrase_for(match: re.Match[str]) -> str:
        words = by_key.get(match["key"].casefold())
        if words is None:
            return match.group()
        goes_on = text[match.end() : match.end() + 1] in {".", ",", ";", ":", "?"}
        return words.removesuffix(".") if goes_on else words

    return _TYPED.sub(phrase_for, text)
