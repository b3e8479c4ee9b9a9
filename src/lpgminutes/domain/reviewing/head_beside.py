"""The date, the places and the contact of a record beside those of a copy, field by field."""

import re
from collections.abc import Collection, Sequence

from lpgminutes.domain.document import ApprovalEntry, MinutesDocument, Place, Text, Words
from lpgminutes.domain.reviewing.copy import Passage
from lpgminutes.domain.reviewing.copy_parts import CopyParts
from lpgminutes.domain.reviewing.laid import Part, Stretch, lay
from lpgminutes.domain.reviewing.told import Told, told_of
from lpgminutes.domain.reviewing.words_beside import Word, copy_words, field_words, quoted, words_of
from lpgminutes.domain.sayings.written_dates import WrittenDay, days_in, forms_of_day

_DATED = frozenset({"date", "next meeting"})
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE)
_HOUR = r"\d{1,2}[:.]\d{2}"
_HOURS = re.compile(
    rf"\b(?:(?:at|from)\s+)?(?:{_HOUR}|\d{{1,2}})\s*(?:[ap]\.?m\b\.?|hrs\b|noon\b)"
    rf"|\b{_HOUR}\s*(?:to|until|till|-|\u2013)\s*{_HOUR}\b|\b\d{{1,2}}:\d{{2}}\b|\b(?:to|until|till)\b",
    re.IGNORECASE,
)
_APPROVED = "Approved as a correct record"
_NONE_SET = "no next meeting was set"


def beside_head(record: MinutesDocument, parts: CopyParts) -> Told:
    """Tell what becomes of each field of the head and of the foot."""
    told = Told()
    for name, texts in (
        ("date", (record.date,)),
        ("location", (record.location,)),
        ("next meeting", (record.next_meeting,)),
        ("contact", (record.contact_name, record.contact_email)),
    ):
        present = [text for text in texts if text]
        if passages := parts.named.get(name):
            told.add(_beside_field(name, present, passages))
        elif present and not _stands_elsewhere(present, parts):
            words = quoted(field_words(present, name))
            told.left_out.append(Stretch(where=name, words=words))
    told.withheld += _beside_title(record, parts).withheld
    told.add(_beside_approval(record, parts))
    return told


def _beside_field(name: str, texts: Sequence[Text], passages: Sequence[Passage]) -> Told:
    theirs = copy_words(passages)
    if name in _DATED and not any(word.mark for word in theirs):
        return _beside_date(texts, theirs)
    where = theirs[0].where if theirs else name
    told = told_of(lay(field_words(texts, where), theirs).parts, by_mark=True)
    if name in _DATED:
        told.added = [stretch for stretch in told.added if _without_days(stretch.words, days_in(stretch.words))]
    return told


def _beside_approval(record: MinutesDocument, parts: CopyParts) -> Told:
    """Tell what a copy that says when its minutes were approved withholds of that; no other has to say it."""
    passages = parts.named.get("approval")
    if not passages:
        return Told()
    place = Place(field="approval.date")
    approval = record.approval or ApprovalEntry(date=Text(place=place))
    said = [Text(place=place, segments=(Words(words),)) for words in (_APPROVED, "subject to these corrections")]
    date = [Text(place=place, segments=(Words("on "), *approval.date.segments))] if approval.date else []
    texts = [said[0], *date, *((said[1], *approval.corrections) if approval.corrections else ())]
    return told_of(lay(field_words(texts, passages[0].place.field), copy_words(passages)).parts)


def _beside_date(texts: Sequence[Text], theirs: Sequence[Word]) -> Told:
    """Tell a date from another, in whatever form it is written, and what else the field says."""
    ours, said = ", ".join(text.plain() for text in texts), quoted(theirs)
    where = theirs[0].where if theirs else ""
    days, others = days_in(ours), days_in(said)
    if not ours and (not theirs or said.lower().startswith(_NONE_SET)):
        return Told()
    if days and others and not any(_is_same_day(day, other) for day in days for other in others):
        return Told(left_out=[Stretch(where=where, words=ours)], added=[Stretch(where=where, words=said)])
    if days and not others:
        return told_of(lay(list(words_of(ours, where, 0)), theirs).parts)
    rest, other = _without_days(ours, days), _without_days(said, others)
    return told_of(lay(list(words_of(rest, where, 0)), list(words_of(other, where, 0))).parts)


def _is_same_day(day: WrittenDay, other: WrittenDay) -> bool:
    years = {day.year, other.year} - {None}
    return (day.day, day.month) == (other.day, other.month) and len(years) <= 1


def _without_days(text: str, days: Sequence[WrittenDay]) -> str:
    for day in days:
        text = forms_of_day(day).sub(" ", text)
    return " ".join(_HOURS.sub(" ", _WEEKDAY.sub(" ", text)).split()).strip(" ,;/.-\u2013")


def _stands_elsewhere(texts: Sequence[Text], parts: CopyParts) -> bool:
    """Whether a copy without this field has its words in another part of its head, or may have a mark for them."""
    head = [*parts.loose, *(passage for passages in parts.named.values() for passage in passages)]
    if any(passage.marks for passage in parts.loose):
        return True
    said, ours = (" ".join(lines) for lines in ((p.open_text() for p in head), (text.plain() for text in texts)))
    days = days_in(ours)
    words = [word.key for word in words_of(_without_days(ours, days) if days else ours, "", 0)]
    have = {word.key for word in words_of(said, "", 0)}
    return set(words) <= have and all(any(_is_same_day(day, other) for other in days_in(said)) for day in days)


def _beside_title(record: MinutesDocument, parts: CopyParts) -> Told:
    """Tell what a copy withholds of the name of the body and the title; each body prints other words around them.

    A passage of the head that is nothing but a mark stands for a title where it stands beside words of one.
    """
    ours = field_words([text for text in (record.body, record.title, record.subtitle) if text], "title")
    keys = {word.key for word in ours}
    head = [passage for passage in parts.loose if _is_of_title(passage, keys)]
    laid = lay(ours, copy_words([*head, *parts.named.get("title", ())], where="title"))
    agreeing = {word.unit + step for _, word in laid.agreeing for step in (-1, 0, 1)}
    return Told(withheld=told_of(part for part in laid.parts if _is_in(part, agreeing)).withheld)


def _is_of_title(passage: Passage, keys: Collection[str]) -> bool:
    words = [word.key for word in copy_words([passage]) if word.weighs]
    return sum(word in keys for word in words) >= len(words) / 2


def _is_in(part: Part, units: Collection[int]) -> bool:
    return all(mark.unit in units for mark in part.marks)
