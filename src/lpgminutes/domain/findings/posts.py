"""Posts that only one person holds, named where that person's name is withheld."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lpgminutes.domain.document import AttendanceRow, MarkKind, MinutesDocument, Place
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.folding import folded
from lpgminutes.domain.naming.names import Name
from lpgminutes.domain.open_text import MARK, is_all_mark, prose, with_marks

_STATUTORY = (
    "monitoring officer|data protection officer|returning officer|section 151 officer|s151 officer|proper officer|"
    "caldicott guardian|speak up guardian|senior information risk owner|chief constable"
)
"""Posts that a body has one of by law, whatever their words say elsewhere."""
_POSTS = (
    f"{_STATUTORY}|headteacher|head teacher|headmaster|headmistress|bursar|vicar|rector|archdeacon|bishop|provost|"
    "convener|convenor|mayor|mayoress|sheriff|coroner|constable|chaplain|"
    "director|manager|head|chief|lead|leader|chair|chairman|chairwoman|president|secretary|minister|commissioner|clerk|"
    "treasurer|registrar|governor|principal|dean|inspector|ombudsman|executive|coordinator|supervisor|superintendent"
)
_HELD_BY_MANY = re.compile(
    r"\b(?:adviser|advisor|officer|analyst|member|assistant|representative|observer|consultant|support|administrator|"
    r"researcher|volunteer|trainee|apprentice|guest|attendee|staff)s?\b",
    re.IGNORECASE,
)
_CHIEF = r"chief\s(?:[\w&-]+\s){0,4}officer"
_ONE_BY_LAW = re.compile(rf"\b(?:{_STATUTORY}|{_CHIEF})\b", re.IGNORECASE)
"""Posts that one person holds though ``officer`` is what many are."""
_ONE_OF_A_PLACE = re.compile(
    r"\b(?:(?:ward\s|cabinet\s|portfolio\s|county\s|executive\s)?(?:member|holder|councillor)|MP|MSP|MS|MLA|AM)\sfor\s(?:the\s)?[A-Z]"
)
"""Who was elected for a place, or answers for a subject: a list on the web tells who that is."""
_ONE_POST = re.compile(rf"\b(?:{_POSTS})\b", re.IGNORECASE)
_NAMED_POST = (
    rf"(?<![\w&'/-])(?!(?:The|A|An|Our|Their|Its)\b)(?:[A-Z][\w&'/-]*+\s++(?:(?:of|for|and|to|the)\s+)*){{0,6}}(?:Chief(?:\s+(?:and\s+)?[A-Z][\w&-]+){{1,4}}?\s+Officer|{_POSTS.title()}|DPO|SIRO)\b"
    r"(?:\s+(?:of|for)(?:\s+(?:the|and|[A-Z][\w&'/-]*+))+)?"
)
_BESIDE_A_MARK = (
    re.compile(rf"{MARK}(?:'s)?\s*[,(\u2013-]\s*(?:the\s+|our\s+|a\s+)?(?P<post>{_NAMED_POST})"),
    re.compile(rf"(?P<post>{_NAMED_POST})(?<!\sand)\s*[,:(]?\s*{MARK}"),
)
"""A post behind a name or before it; what ``and`` parts from a name is another's."""
_JOINING = re.compile(r"(?:\s+(?:and|for|of|the|to))*\s*\Z")
_ELECTED = re.compile(
    r"\b(?:(?:[Ww]ard|[Cc]abinet|[Pp]ortfolio|[Cc]ounty|[Ee]xecutive|[Ll]ocal)\s(?:[Mm]ember|[Hh]older|[Cc]ouncillor)|(?:(?<=[Tt]he\s)Member)|MP|MSP|MLA)"
    r"\sfor\s(?:the\s)?(?:[A-Z][\w'-]*+(?:\s(?:and|of)\s(?=[A-Z]))?\s?)+"
)
_THE_ONE = re.compile(
    rf"\b(?:the|that|this)\s+(?:same|current|only|new|former|outgoing|incoming|sole)\s+(?:[a-z][\w-]*\s+){{0,3}}(?:{_POSTS})\b"
)
_Places = dict[str, list[Place]]


def posts_told(copy: MinutesDocument, people: Iterable[Name]) -> Iterator[Finding]:
    """Yield the posts that tell a withheld person: in the attendance, right beside a name, and that one can hold.

    ``people`` are those who stay open: their names are no part of a post.
    """
    roles = Counter(folded(row.role.plain()) for row in copy.attendance)
    telling = [row for row in copy.attendance if _is_telling(row) and roles[folded(row.role.plain())] == 1]
    beside, alone = _posts_in_text(copy, [name.full for name in people])
    listed = {folded(row.role.plain()) for row in telling}
    if telling:
        again = [place for post, places in beside.items() if folded(post) in listed for place in places]
        yield _finding(
            "; ".join(row.role.plain() for row in telling),
            (*(row.role.place for row in telling), *again),
            Severity.CHECK,
            "The name is withheld and the post stands beside it: where one person holds it, a directory tells the "
            "name. Withhold the role as well (field: attendance.role"
            f"{'; in a sentence, a phrase' if again else ''}), or accept it for posts that are public anyway.",
        )
    for post, places in beside.items():
        if folded(post) not in listed:
            yield _finding(
                post,
                tuple(places),
                Severity.CHECK,
                "The sentence names the post of a withheld person: where one person holds it, that tells who. Withhold "
                "the post with the name, or accept it.",
            )
    for post, places in alone.items():
        yield _finding(
            post,
            tuple(places),
            Severity.NOTE,
            "It speaks of somebody by a post that one person holds, while names are withheld. If it is one of those "
            "people, withhold it too.",
        )


def _posts_in_text(copy: MinutesDocument, people: Sequence[str]) -> tuple[_Places, _Places]:
    """Return the posts that sentences name right beside a withheld person, and those that only one can hold."""
    beside: _Places = {}
    alone: _Places = {}
    if any(MarkKind.PERSON in mark.kinds for _, mark in copy.marks()):
        for text in prose(copy):
            words = with_marks(text, MarkKind.PERSON)
            for match in (match for pattern in _BESIDE_A_MARK for match in pattern.finditer(words)):
                beside.setdefault(_without_people(match["post"], people), []).append(text.place)
            for match in (*_THE_ONE.finditer(words), *_ELECTED.finditer(words)):
                alone.setdefault(match.group().strip(), []).append(text.place)
    return beside, alone


def _without_people(post: str, people: Sequence[str]) -> str:
    """Return a post without whoever is named behind it: ``Head of Estates and Juliet Whitworth``."""
    ends = [at for name in people if (at := post.find(name)) > 0]
    return _JOINING.sub("", post[: min(ends)]) if ends else post


def _is_telling(row: AttendanceRow) -> bool:
    role = row.role.plain()
    is_post = bool(role) and not row.role.marks and (len(role.split()) > 1 or _ONE_POST.search(role) is not None)
    is_one = _ONE_OF_A_PLACE.search(role) or _ONE_BY_LAW.search(role) or not _HELD_BY_MANY.search(role)
    return is_post and bool(is_one) and is_all_mark(row.name)


def _finding(text: str, places: tuple[Place, ...], severity: Severity, explanation: str) -> Finding:
    return Finding(
        kind=FindingKind.POST_TELLS,
        severity=severity,
        text=text,
        places=tuple(dict.fromkeys(places)),
        explanation=explanation,
    )
