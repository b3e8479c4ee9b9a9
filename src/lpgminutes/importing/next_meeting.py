"""When the body meets next, wherever a paper says so: its foot, an item of its own, a sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lpgminutes.domain.meetings import NextMeeting
from lpgminutes.domain.sayings.written_times import read_when
from lpgminutes.importing.body import Placed
from lpgminutes.importing.closing import without_closing
from lpgminutes.importing.head_lines import is_place
from lpgminutes.importing.paragraphs import Opening
from lpgminutes.importing.sentences import sentences

_TITLE = re.compile(
    r"(?:.{0,30}\b)?(?:next|future|forthcoming) meetings?(?: dates?)?\b.{0,40}|dates? of (?:the )?(?:next|"
    r"future) meetings?\b.{0,40}",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:the )?next (?:[\w-]+ ){0,4}?meeting(?: of [^.]{0,60}?)? (?:is|will be|would be|was|has been|"
    r"to be|shall be|takes place|will take place)\b"
    r"(?: (?:held|arranged|scheduled|set|planned|confirmed|taking place|on|for|as|at|then|agreed|"
    r"provisionally))*:?\s*(?P<words>.*)",
    re.IGNORECASE | re.DOTALL,
)
_LABELLED = re.compile(
    r"(?:dates? (?:and times? )?of (?:the )?)?next meetings?(?: dates?)?\s*[:\u2013\u2014-]?\s+(?P<words>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


def as_next_meeting(words: str) -> NextMeeting | None:
    """Return the next meeting in fields where the words are one date, hours and a place; else in its words."""
    words = " ".join(words.split()).strip(" .;")
    when = read_when(words)
    if when is None:
        return NextMeeting(text=words) if words else None
    is_named = when.rest[:1].isdigit() or any(character.isupper() for character in when.rest)
    if when.rest and not is_place(when.rest) and (len(when.rest.split()) > _WORDS_OF_A_PLACE or not is_named):
        return NextMeeting(date=when.date, start=when.start, end=when.end, text=words)
    return NextMeeting(date=when.date, start=when.start, end=when.end, location=when.rest)


_WORDS_OF_A_PLACE = 8


def find_next_meeting(placed: Sequence[Placed]) -> NextMeeting | None:
    """Return what the body says of the next meeting: the item titled so, else the last sentence that tells it."""
    titled = [
        at
        for at, place in enumerate(placed)
        if place.paragraph.opening is Opening.ITEM and _TITLE.fullmatch(place.paragraph.text)
    ]
    if titled:
        words = _words_under(placed, titled[-1])
        told_below = list(filter(None, map(_told, words)))
        read = [as_next_meeting(sentence) for sentence in told_below or ["; ".join(words)]]
        following = next((meeting for meeting in read if meeting and meeting.date), read[0])
        if following is not None:
            return following
    for place in reversed(placed):
        told = _told(place.paragraph.text)
        if told:
            return as_next_meeting(told)
    return None


def _words_under(placed: Sequence[Placed], title: int) -> list[str]:
    """Return the words of each paragraph below a title."""
    words: list[str] = []
    for place in placed[title + 1 :]:
        if place.paragraph.opening is Opening.ITEM:
            break
        words.append(without_closing(place.paragraph.text))
    return list(filter(None, words))


def _told(text: str) -> str:
    """Return the words of a sentence that says when the next meeting is; empty where none does."""
    if "next" not in text.casefold():
        return ""
    for start, end in reversed(sentences(text)):
        match = _SENTENCE.search(text[start:end]) or _LABELLED.fullmatch(text[start:end].strip())
        if match is not None and read_when_or_day(match["words"]):
            return match["words"]
    return ""


def read_when_or_day(words: str) -> bool:
    """Whether words name a day at all: with figures in them, or to be told later."""
    return any(character.isdigit() for character in words) or bool(re.match(r"to be|tb[ac]", words, re.IGNORECASE))


def merged(foot: NextMeeting | None, body: NextMeeting | None) -> NextMeeting | None:
    """Return the next meeting of the foot, with the hours that only the body tells."""
    if foot is None or body is None:
        return foot or body
    if foot.date is not None and foot.date == body.date:
        return replace(
            foot, start=foot.start or body.start, end=foot.end or body.end, location=foot.location or body.location
        )
    return foot
