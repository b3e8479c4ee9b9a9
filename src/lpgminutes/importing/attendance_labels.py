"""The words over a list of people: who was there, who sent apologies, who only watched or took the notes."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from lpgminutes.domain.people import Capacity
from lpgminutes.importing.source import LINES_REMEMBERED


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One list of the attendance."""

    capacity: Capacity
    note: str = ""
    """What the label says of everybody in it that a capacity does not: ``did not attend``, ``invited``."""
    doubt: str = ""
    """What a person should look at, for the label does not say who came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A line that opens a list, taken apart."""

    group: Group
    words: str
    """What stands behind the label on the same line."""
    is_alone: bool
    """Whether the label stands alone without a colon, so that only its place tells it from a name of something."""


_ABSENT = Group(
    capacity=Capacity.APOLOGIES,
    note="did not attend",
    doubt="this list sent no apologies; the attendance counts it as absent and notes it.",
)
_INVITED = Group(
    capacity=Capacity.IN_ATTENDANCE,
    note="invited",
    doubt="this list says who was invited, not who came; check it.",
)
_LISTS = (
    (
        r"did not attend|not (?:present|in attendance)|non[- ]attendance|absence|absentees",
        r"absent(?: without apolog(?:y|ies))?",
        _ABSENT,
    ),
    (
        r"apolog(?:y|ies)(?: (?:for (?:absence|non[- ]attendance)|were received|received|given|accepted|from))*",
        r"absent with apologies|received apologies|apologies and absences",
        Group(capacity=Capacity.APOLOGIES),
    ),
    (r"invited (?:participants|attendees|members)", r"invitees", _INVITED),
    (r"invited", r"by invitation", Group(capacity=Capacity.IN_ATTENDANCE)),
    (
        r"(?:in the )?chair(?:man|woman|person)?|chair of (?:the )?meeting",
        r"chaired by|presiding",
        Group(capacity=Capacity.CHAIR),
    ),
    (
        r"(?:minutes?|notes?)(?: ?(?:-|by|taken by|takers?|secretary))*|(?:minute|note)[- ]?taker",
        r"minuted by|scribe|recorder|(?:the )?(?:secretariat|secretary|clerk)|clerk to the .{2,30}",
        Group(capacity=Capacity.NOTE_TAKER),
    ),
    (
        r"observ(?:ers?|ing)",
        r"members? of the public(?: present)?|public|press",
        Group(capacity=Capacity.OBSERVER),
    ),
    (
        r"(?:also |those |others? |officers? |staff |and )*(?:in attendance|also present)",
        (
            r"(?:(?:other|additional|further|external) (?:attendees|participants|members?)|present(?:ing|ers?)|"
            r"guests?"
            r"|guest speakers?|visitors?|officials?|officers?|staff|advis[eo]rs?|ex[- ]officio(?: members)?)"
            r"(?: attendees| present| in attendance)?"
        ),
        Group(capacity=Capacity.IN_ATTENDANCE),
    ),
    (
        (
            r"(?:(?:those|members?|councillors?|trustees|directors|governors|current|committee|voting|panel|all) )*"
            r"(?:present|attendees?|attended|attending|participants?|participating|delegates|councillors?|trustees|panel"
            r"|(?:members?|councillors?|trustees|directors|governors)(?: that were)? present|members?(?: attending)?)"
        ),
        r"attendance(?: list)?|roll call|present at (?:the )?meeting",
        Group(capacity=Capacity.MEMBER),
    ),
    (
        r"(?:[A-Z][\w'&-]*\s){1,5}(?:members?|attendees|participants|officials)(?: that were)?(?: present)?",
        r"members of the (?:board|committee|panel|group|council)",
        Group(capacity=Capacity.MEMBER),
    ),
)
"""What is printed over each list, the commoner words first; the first list that fits is the one."""

_COMPILED = tuple((re.compile(f"{one}|{other}", re.IGNORECASE), group) for one, other, group in _LISTS)
_LABEL = re.compile(
    r"(?P<label>[A-Za-z][A-Za-z'&/ -]{0,48}?)\s*(?:\((?P<aside>[^()]{1,40})\))?\s*(?P<stop>[:;]|"
    r"[\u2013\u2014](?=\s)|\s-(?=\s)|\t|\s{2,}|$)\s*(?P<words>.*)",
    re.DOTALL,
)
_ASIDE = re.compile(
    r"regular|presenting|attendees|virtual|online|remote|dial|in person|via|members|voting|present|officers|[0-9]+",
    re.IGNORECASE,
)
_INNER = re.compile(
    r"(?:(?<=[.;)\]])\s+(?=[A-Z])|\s+(?=(?:Apologies|Absent|In attendance|Also present|Observers?)\b))"
    r"(?P<label>[A-Za-z][A-Za-z'/ -]{1,40}?)\s*:(?=\s)",
    re.IGNORECASE,
)
"""A label that stands in the middle of a run of people: after a stop or a bracket, or one that is no part of a name."""
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+")


@lru_cache(maxsize=LINES_REMEMBERED)
def read_label(spaced: str) -> Labelled | None:
    """Return the list that a line opens, with the words that follow on the same line."""
    words = spaced.strip()
    number = _NUMBER.match(words)
    match = _LABEL.fullmatch(words, number.end() if number else 0)
    if match is None or (match["aside"] and not _ASIDE.search(match["aside"])):
        return None
    group = group_of(match["label"])
    if group is None:
        return None
    return Labelled(
        group=group, words=match["words"].strip(), is_alone=not match["words"] and match["stop"] not in {":", ";"}
    )


def parted_lists(spaced: str) -> list[str]:
    """Return the lists of people that one line holds, each with its label: ``Present: … Apologies: …``."""
    labelled = read_label(spaced)
    if labelled is None or not labelled.words:
        return [spaced]
    within = len(spaced) - len(labelled.words)
    cuts = [match.start("label") for match in _INNER.finditer(spaced, within) if group_of(match["label"])]
    return [spaced[start:end].rstrip() for start, end in pairwise([0, *cuts, len(spaced)])]


def group_of(label: str) -> Group | None:
    """Return the list that a label names."""
    words = " ".join(label.split()).strip(" :;.-\u2013\u2014")
    return next((group for pattern, group in _COMPILED if pattern.fullmatch(words)), None)
