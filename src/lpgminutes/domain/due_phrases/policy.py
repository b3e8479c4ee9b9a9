"""How each family of due phrases is read: the table that the help shows and the tests run."""

from lpgminutes.domain.due_phrases import grammar, meeting_words
from lpgminutes.domain.due_phrases.family import Family, examples

_WORDS = Family(
    name="words without a date",
    rule="As soon as possible, ongoing, to be confirmed, conditions, and what is said to be done: kept as words.",
    examples=examples(
        ("asap", "none"), ("ongoing", "none"), ("TBC", "none"), ("n/a", "none"), ("in due course", "none"),
        ("every Friday", "none"), ("when the weather has improved", "none"), ("completed 12 June", "none"),
        ("1st Aug 2019 (tbc)", "2019-08-01"), ("asap, by Friday at the latest", "2019-06-21"),
    ),
)  # fmt: skip
_OTHERS = Family(
    name="days among other words",
    rule="The one day that the phrase names; a question when there are two, or when a condition stands before it. "
    "What is not understood is kept as typed, and said.",
    examples=examples(
        ("To SoS End July", "2019-07-31"), ("End-July (ahead of 4 August meeting)", "2019-07-31"),
        ("two weeks after approval", "ask 2019-07-04"),
        ("before the election", "ask"), ("S38", "none"), ("xyzzy", "unread"),
    ),
)  # fmt: skip
FAMILIES: tuple[Family, ...] = (*grammar.DAYS, meeting_words.FAMILY, _WORDS, _OTHERS)
"""Every family of due phrases."""
