"""What the lines above the first item say where no field names it: title, date and hours, place."""

import re
from dataclasses import dataclass
from datetime import date

from lpgminutes.domain.sayings.written_dates import dates_in, forms_of
from lpgminutes.domain.sayings.written_times import WrittenTime, read_when
from lpgminutes.importing.lines import is_sentence

_DOCUMENT_TYPE = re.compile(
    r"(?:(?:draft|confirmed|approved|unconfirmed|final|ratified|public|open|the) )*(?:(?:minutes?|notes?|"
    r"record|summary|action log|actions?|decisions?|and|&|agenda)\s?)+"
    r"(?:of (?:the |a )?(?:meeting|discussion)s?)?[:.]?",
    re.IGNORECASE,
)
_SUBTITLED = re.compile(
    r"(?:draft |confirmed |approved |unconfirmed )*(?:minutes|notes|record|summary) of\b", re.IGNORECASE
)
_REFERENCE = re.compile(
    r"[A-Z]{2,8}[ -]?\(?\d[\w()/.\"\u201d'-]*(?:[ -]+\S*\d\S*)*|\([^()]*\)|paper\b.{0,30}|"
    r"version\b.{0,20}|ref(?:erence)?\b.{0,30}",
    re.IGNORECASE,
)
_HELD = re.compile(r"\s+(?:which )?(?:(?:that )?(?:was|were) )?held\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_AT = re.compile(
    r"\b(?i:at|in|via|on(?= (?:MS |Microsoft )?(?:Teams|Zoom|Skype|Webex)))\s+"
    r"(?!\d{1,2}(?:[:.]\d\d|\s?[ap]\.?m))(?P<place>(?:[Tt]he |THE )?[A-Z0-9][^\n]*)"
)
LINK = re.compile(r"\s*[\[(<]?\bhttps?://[^\s\])>]+[\])>]?")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b")
_PLACE_WORDS = re.compile(
    r"\b(?:room|street|road|lane|hall|house|building|centre|center|square|floor|teams|zoom|skype|webex|"
    r"google meet|video(?:[- ]?conference)?|"
    r"teleconference|conference call|virtual|online|remote(?:ly)?|via|library|church|school|office|"
    r"offices|hotel|campus|place|avenue|hospital|town hall|"
    r"civic|chamber|chambers|theatre|park|tower|court|suite|boardroom|headquarters|hq|pavilion|club|"
    r"college|university|institute|call)\b",
    re.IGNORECASE,
)
_SURE_PLACE = re.compile(
    r"\b(?:(?:board|meeting|committee|conference|training) ?room|hall|chambers?|teams|zoom|skype|webex|"
    r"google meet|online|virtual(?:ly)?|"
    r"video(?:[- ]?conference)?|teleconference|conference call)\b",
    re.IGNORECASE,
)
_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|"
    r"Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_TRAILING_MONTH = re.compile(
    rf"(?P<title>.*?)[\s,:(\u2013\u2014-]+{_MONTHS},?\s+(?:19|20)\d\d\)?", re.IGNORECASE | re.DOTALL
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_MEETING_OF = re.compile(r"(?:the )?(?:\d+(?:st|nd|rd|th) )?meeting(?: held)?(?: on| of)?:?", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"(?<![\d/])(?P<month>1[0-2]|0?[1-9])/(?P<day>1[3-9]|2\d|3[01])/(?P<year>20\d\d)(?![\d/])")
_LONGEST = 300
_WORDS_OF_A_PLACE = 16
_WORDS_OF_A_ROOM = 4
_AS_AT = re.compile(r"\b(?:as|as at|as of|to|from|since|at)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadLine:
    """What one line of the head says."""

    title: str = ""
    when: WrittenTime | None = None
    place: str = ""
    says_held: bool = False
    """Whether it says that the meeting was held then, so that its date is surely the meeting's."""
    is_kind: bool = False
    """Whether it names no more than the kind of the document: ``Draft minutes``."""
    is_subtitle: bool = False
    """Whether it begins as a title of the second rank does: ``Minutes of the fourth meeting``."""
    is_reference: bool = False
    """Whether it is a paper's number, or an aside in brackets."""


def read_head_line(text: str) -> HeadLine:
    """Take one line of the head apart; one as long as a paragraph says nothing that a head says."""
    if len(text) > _LONGEST:
        return HeadLine()
    if _DOCUMENT_TYPE.fullmatch(text):
        return HeadLine(is_kind=True)
    when = read_when(text)
    held = _HELD.search(text)
    if held is not None and (when is not None or _AT.search(held["rest"])):
        place = _place_of(held["rest"], when)
        return HeadLine(
            title=text[: held.start()].strip(" :,-\u2013"),
            when=when,
            place=place,
            says_held=True,
            is_subtitle=bool(_SUBTITLED.match(text)),
        )
    return _dated(text, when) if when is not None else _undated(text)


def _undated(text: str) -> HeadLine:
    if _REFERENCE.fullmatch(text):
        return HeadLine(is_reference=True)
    if is_place(text):
        return HeadLine(place=_bare_place(text))
    return HeadLine(title=_without_month(text), is_subtitle=bool(_SUBTITLED.match(text)))


def _dated(text: str, when: WrittenTime) -> HeadLine:
    """Split a line with a date into the title before it and the place behind."""
    match = forms_of(when.date).search(text)
    before = text[: match.start()] if match else text
    if _AS_AT.search(before):
        return HeadLine(title=text, when=when)
    before = _WEEKDAY.sub("", before).strip(" ,:;.(\u2013\u2014-")
    is_meeting = bool(_MEETING_OF.fullmatch(before)) or bool(_SUBTITLED.match(before))
    title = "" if _MEETING_OF.fullmatch(before) or _DOCUMENT_TYPE.fullmatch(before) or is_place(before) else before
    rest = when.rest.removeprefix(before).strip(" ,:;-\u2013\u2014")
    place = rest if rest and rest != title and is_place(rest) else before if is_place(before) and not title else ""
    return HeadLine(
        title=title,
        when=when,
        place=_bare_place(place),
        says_held=is_meeting,
        is_subtitle=bool(_SUBTITLED.match(before)),
    )


def _place_of(text: str, when: WrittenTime | None) -> str:
    """Return the place after ``held at``, without the day that follows or goes before."""
    match = _AT.search(forms_of(when.date).sub("\n", text) if when else text)
    place = match["place"].split("\n")[0] if match else ""
    weekday = _WEEKDAY.search(place)
    return _bare_place(place[: weekday.start()] if weekday else place)


def _bare_place(text: str) -> str:
    bare = re.sub(r"^(?:at|in|held at|venue:?|location:?)\s+", "", text.strip(), flags=re.IGNORECASE)
    return re.sub(r"\s+(?:on|from|at|commencing|starting)\W*$", "", bare, flags=re.IGNORECASE).strip(
        " ,;:.\u2013\u2014-"
    )


def _without_month(text: str) -> str:
    match = _TRAILING_MONTH.fullmatch(text)
    return match["title"].strip() if match and match["title"] and not _AS_AT.search(match["title"]) else text


def is_place(text: str) -> bool:
    """Whether a line names a place: a postcode, a room, a street, a video call."""
    if not text or is_sentence(text) or len(text.split()) > _WORDS_OF_A_PLACE:
        return False
    if has_postcode(text):
        return True
    is_called = text.casefold().startswith(("at ", "via ", "by ", "held at ", "in the "))
    is_address = "," in text or any(character.isdigit() for character in text)
    if _PLACE_WORDS.search(text) and (is_called or is_address):
        return True
    return len(text.split()) <= _WORDS_OF_A_ROOM and bool(_SURE_PLACE.search(text))


def has_postcode(text: str) -> bool:
    """Whether a line holds a postcode, with which an address ends."""
    return bool(_POSTCODE.search(text))


def weekday_differs(text: str, day: date) -> bool:
    """Whether the weekday printed with a date is not the one that the date has."""
    named = {match[1].lower() + "day" for match in _WEEKDAY.finditer(text)}
    return len(named) == 1 and _WEEKDAYS[day.weekday()] not in named


def american_date(text: str) -> date | None:
    """Return a date whose second figure can be no month, so that the first must be."""
    found = {date(int(m["year"]), int(m["month"]), int(m["day"])) for m in _MONTH_FIRST.finditer(text) if _is_day(m)}
    return found.pop() if len(found) == 1 and not dates_in(text) else None


def _is_day(match: re.Match[str]) -> bool:
    try:
        date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return False
    return True
