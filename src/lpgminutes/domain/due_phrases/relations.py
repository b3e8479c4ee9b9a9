"""Days told from other days: ``before 5 August``, ``two weeks after Easter``, ``Monday to Wednesday``."""

from datetime import date
from functools import partial

from lpgminutes.domain.due_phrases.family import Answer, Family, Read, Reading, ask, examples, last_day, shape
from lpgminutes.domain.due_phrases.feasts import feast_day
from lpgminutes.domain.due_phrases.lexer import Words
from lpgminutes.domain.due_phrases.reckoning import Moment, Period, days_after, weekday_after
from lpgminutes.domain.due_phrases.spans import length_after

_LENGTH = "(?:N[dtkwfmqy]|[dtkwfmqy])"
_SINCE = 2
"""The value of ``from``, and of ``not before``."""


def _before(words: Words, moment: Moment, read: Read) -> Reading:
    """Before a day is the day before it; before a period, the day before it begins; before its end, its end."""
    told = read(words.part(1), moment)
    if words.values[0] == _SINCE:
        return _not_a_deadline(told)
    if words.shape[1] in "EABDL":
        return told
    if isinstance(told, Period):
        return days_after(told.start, -1)
    if isinstance(told, date):
        return days_after(told, -1) if told > moment.on else told
    return told


def _after(words: Words, moment: Moment, read: Read) -> Reading:
    """``from 1 August`` is that day; after a day there is no deadline."""
    told = read(words.part(1), moment)
    return _first_day(told) if words.values[0] == _SINCE else _not_a_deadline(told)


def _not_a_deadline(told: Reading) -> Reading:
    if told is None or isinstance(told, Answer):
        return told
    day = told.end if isinstance(told, Period) else told
    return ask("That says when it begins, and not by when it is due. By which day?", day)


def _first_day(told: Reading) -> Reading:
    return told.start if isinstance(told, Period) else told


def _with_effect(words: Words, moment: Moment, read: Read) -> Reading:
    return _first_day(read(words.part(1), moment))


def _onwards(words: Words, moment: Moment, read: Read) -> Reading:
    start = 1 if words.shape[0] in "as" else 0
    return _first_day(read(words.part(start, -1), moment))


def _length_from(words: Words, moment: Moment, read: Read) -> Reading:
    """``two weeks before Christmas``, ``5 working days after 1 August``."""
    at = min(words.shape.index(letter) for letter in "ab" if letter in words.shape)
    back = words.shape[at] == "b"
    anchor = _anchor(words.part(at + 1), moment, read) if back else _last(words.part(at + 1), moment, read)
    return length_after(words.part(0, at), anchor, moment, back=back) if isinstance(anchor, date) else anchor


def _weekday_beside(words: Words, moment: Moment, read: Read) -> Reading:
    """``the Friday before Christmas``, ``the Monday after 12 August``."""
    anchor = _anchor(words.part(2), moment, read)
    if not isinstance(anchor, date):
        return anchor
    after = weekday_after(anchor, words.values[0])
    return after if words.shape[1] == "a" else days_after(after, -7 - 7 * (after.weekday() == anchor.weekday()))


def _anchor(words: Words, moment: Moment, read: Read) -> Reading:
    """Return the day from which another is told: of a feast or a period its first."""
    told = feast_day(words, moment) if words.shape.strip("hnY") == "H" else read(words, moment)
    return told.start if isinstance(told, Period) else told


def _last(words: Words, moment: Moment, read: Read) -> Reading:
    told = _anchor(words, moment, read) if "H" in words.shape else read(words, moment)
    return told.end if isinstance(told, Period) else told


def _second(words: Words, moment: Moment, read: Read) -> Reading:
    """Of ``this/next week`` the next."""
    return read(words.part(2), moment)


def _no_day_yet(words: Words, moment: Moment) -> Reading:  # noqa: ARG001 - every reader is asked alike
    return ask("No day is known for that here. By which day?")


def _working_day_beside(words: Words, moment: Moment, read: Read) -> Reading:
    """``last working day before Christmas``, ``first working day after Easter``."""
    beside = Words("Nk" + words.shape[2:], (1, 1, *words.values[2:]))
    return _length_from(beside, moment, read)


def _range(words: Words, moment: Moment, read: Read) -> Reading:
    """Of two days or periods the later counts; two days by number that are no range are a question."""
    for at, mark in enumerate(words.shape):
        if mark in "~/+" and 0 < at < len(words.shape) - 1 and not _belong_together(words.shape, at):
            first, second = last_day(read(words.part(0, at), moment)), last_day(read(words.part(at + 1), moment))
            if first and second:
                return _of_two(first, second, words, at)
    return None


def _belong_together(shape: str, at: int) -> bool:
    """Whether a number and its month, or a month and its year, stand on the two sides: ``15th - July``."""
    return (shape[at - 1] in "NO" and shape[at + 1] in "Mhn") or shape[at + 1 :] == "Y"


def _of_two(first: date, second: date, words: Words, at: int) -> Reading:
    numbered = all(set(side) & set("NO") for side in (words.shape[:at], words.shape[at + 1 :]))
    is_range = words.shape[at] == "~" and first <= second
    if numbered and not is_range:
        return ask("There are two days. Which is meant?", first, second)
    return max(first, second)


def _between(words: Words, moment: Moment, read: Read) -> Reading:
    """``between 1 July and 5 July``: "and" makes a range."""
    return read(Words(words.shape.replace("+", "~"), words.values).part(1), moment)


def _inside(words: Words, moment: Moment, read: Read) -> Reading:
    inside = words.shape.strip("~/+")
    start = words.shape.find(inside)
    return read(words.part(start, start + len(inside)), moment) if inside else None


def family(read: Read) -> Family:
    """Return the family, which reads the other days by ``read``."""
    return Family(
        name="before, after, from, to",
        rule="Before a day is the day before; before a week or month, the day before it begins; before an end, that "
        "end. With effect from a day is that day. Of a range the last day; of two single days, a question. After a day "
        "is a question.",
        examples=examples(
            ("before 5 August", "2019-08-04"), ("before the end of July", "2019-07-31"), ("before July", "2019-06-30"),
            ("two weeks before Christmas", "2019-12-11"), ("a week after 1 August", "2019-08-08"),
            ("with effect from 1 August 2019", "2019-08-01"), ("30 July - 2 August", "2019-08-02"),
            ("Mon/Tues", "2019-06-25"), ("late July/early August", "2019-08-10"),
            ("last working day before Christmas", "2019-12-24"), ("4 July / 31 July", "ask 2019-07-04 2019-07-31"),
            ("after 1 August", "ask 2019-08-01"),
        ),
        readers=(
            shape("[~/+].+|.+[~/+]", partial(_inside, read=read)),
            shape("[as]?.+r", partial(_onwards, read=read)),
            shape("[hn][/+][hn].+", partial(_second, read=read)),
            shape("[EBDA]?@|[ab]@", _no_day_yet),
            shape("W[ab].+", partial(_weekday_beside, read=read)),
            shape(f"{_LENGTH}[ab].+", partial(_length_from, read=read)),
            shape("lkb.+|[On]ka.+", partial(_working_day_beside, read=read)),
            shape("b.+", partial(_before, read=read)),
            shape("a.+[~+].+", partial(_between, read=read)),
            shape("a.+", partial(_after, read=read)),
            shape("s.+", partial(_with_effect, read=read)),
            shape("F.+", partial(_between, read=read)),
            shape(".+[~/+].+", partial(_range, read=read)),
        ),
    )  # fmt: skip
