"""Who must do an action: names, initials, posts, teams, before ``to``, in brackets, at the end, or alone.

A paper calls the same person by four names; whom it means is for a person to say. Here only the words that
name somebody are told from the words that say what is to be done.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lpgminutes.domain.folding import folded
from lpgminutes.domain.people import Attendance
from lpgminutes.importing.people import is_name

_GROUPS = (
    r"all|everyone|everybody|members?|attendees?|board|panel|committee|group|team|teams|council|"
    r"councillors?|trustees|officers?|officials?|"
    r"secretariat|secretary|chair|chairman|chairwoman|chairperson|vice[- ]?chair(?:man)?|clerk|treasurer|"
    r"director|manager|lead|leads|head|"
    r"agenda|office|department|directorate|deputy|governors?|ceo|cfo|coo|cto|cio|md|gm|pmo|hr|it|"
    r"representatives?|reps?|coordinator|co-ordinator|"
    r"administrator|executive|company|partners?|staff|colleagues|contributors|working party|subgroup|"
    r"sub-group|sub-committee|subcommittee|"
    r"assistant|adviser|advisor|owner|owners|leaders?|editor|warden|minister|ministers|departments|"
    r"managers|directors|mps?|"
    r"organisers?|volunteers|delegates|participants|users?|developers?|engineers?|scientists?|analysts?|"
    r"consultants?|secretaries|clerks|both|tbc|tba|tbd"
)
_GROUP = re.compile(rf"(?:{_GROUPS})\b", re.IGNORECASE)
_INITIALS = re.compile(
    r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z]{1,5}|[A-Z][\u2019'][A-Z][a-z]?|[A-Z]{1,2}[\u2019'][A-Z]{1,2}|"
    r"[A-Z]\.\s?[A-Z]\.?"
)
_SEPARATOR = re.compile(r"\s*(?:[/,;&+|!]|\band\b|\bwith\b|\n)\s*", re.IGNORECASE)
_LIST = re.compile(r"\s*(?:[/,;&+|!]|\band\b)\s*", re.IGNORECASE)
_TO = re.compile(
    r"\s+(?:(?:is|are|was|were) (?:asked |actioned |tasked )?to|agreed to|will|shall|would|should|must|"
    r"needs? to|to)\s+(?=[a-z])"
)
_NO_VERB = re.compile(
    r"(?:the|a|an|this|that|these|those|our|their|his|her|its|be|date|all|any|some|which|whom|support)\b"
)
_VERBS = frozenset(
    {
        "add", "agree", "amend", "approach", "arrange", "ask", "attend", "book", "bring", "chase", "check",
        "circulate", "clarify", "collate", "complete", "confirm", "consider", "contact", "continue", "convene",
        "coordinate", "create", "decide", "deliver", "develop", "discuss", "distribute", "draft", "email",
        "ensure", "establish", "explore", "feed", "find", "finalise", "follow", "forward", "gather", "get",
        "give", "hold", "identify", "include", "inform", "investigate", "invite", "issue", "lead", "liaise",
        "look", "maintain", "make", "meet", "monitor", "move", "note", "notify", "obtain", "offer", "order",
        "organise", "pass", "plan", "prepare", "present", "produce", "progress", "provide", "publish", "pull",
        "purchase", "put", "raise", "read", "recirculate", "record", "remind", "remove", "reply", "report",
        "request", "research", "resend", "respond", "return", "review", "revise", "save", "schedule", "seek",
        "send", "set", "share", "speak", "start", "submit", "suggest", "summarise", "take", "talk", "terms",
        "test", "thank", "update", "upload", "use", "visit", "work", "write",
    }
)  # fmt: skip
_SMALL = frozenset(
    {
        "of", "the", "for", "and", "with", "from", "in", "on", "a", "to", "de", "von", "van", "di", "la", "le",
        "at",
    }
)  # fmt: skip
_LONGEST = 100
_MOST_WORDS = 14
_MOST_WORDS_OF_OWNERS = 8
_TRAILING = re.compile(
    r"[\s.;:,\u2013\u2014-]{0,4}[(\[](?:new |action(?: by| for)?:? |owner:? |"
    r"lead:? )?(?:for )?(?P<owners>[^()\[\]]{1,120})[)\]]\s*\.?$",
    re.IGNORECASE,
)
_NEW_FOR = re.compile(
    r"\s*[(\[](?:new|carried forward|ongoing)?\s*for (?P<owners>[^()\[\]]{1,120})[)\]]\s*\.?$", re.IGNORECASE
)
_AFTER_DASH = re.compile(
    r"\s?(?:\s[\u2013\u2014-]|\.\s*[\u2013\u2014-]|\bOwner:|\bLead:|\bBy:)\s*(?P<owners>[^.;:]{2,60})\.?$"
)
_LEADING = re.compile(
    r"(?P<owners>[^:;\u2013\u2014]{1,60}?)\s*(?::|\s[\u2013\u2014-]|[\u2013\u2014])\s+(?P<rest>\S.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Called:
    """By what words the people of a paper are called."""

    words: frozenset[str] = frozenset()

    def knows(self, words: str) -> bool:
        """Whether words are one of the names, initials, forenames or posts that the paper declares."""
        return _key(words) in self.words


def called(attendance: Iterable[Attendance]) -> Called:
    """Return by what words the people in an attendance may be called."""
    words: set[str] = set()
    for row in attendance:
        parts = [part for part in re.split(r"\s+", row.name) if part]
        words |= {row.name, row.initials, *parts[:1], *parts[-1:], " ".join(parts[-2:]), row.role}
        words |= {"".join(part[0] for part in re.split(r"[\s-]+", row.name) if part[:1].isupper())}
    return Called(frozenset(_key(word) for word in words if len(word) > 1))


def _key(words: str) -> str:
    return re.sub(r"[^\w\s]", "", folded(words)).strip()


def split_owners(text: str) -> tuple[str, ...]:
    """Return the owners that words name, each by itself."""
    pieces = (piece.strip(" .:!()[]\t") for piece in _LIST.split(text))
    return tuple(dict.fromkeys(piece for piece in pieces if piece))


def are_owners(text: str, known: Called) -> bool:
    """Whether words name owners and say nothing else."""
    if not text or len(text) > _LONGEST:
        return False
    pieces = [piece.strip(" .:!()[]?") for piece in _SEPARATOR.split(text)]
    filled = [piece for piece in pieces if piece]
    return bool(filled) and all(_is_owner(piece, known) for piece in filled)


def _is_owner(words: str, known: Called) -> bool:
    if known.knows(words) or _INITIALS.fullmatch(words) or is_name(words):
        return True
    parts = words.split()
    if not parts or len(parts) > 6 or parts[0].lower() in _VERBS:  # noqa: PLR2004 - few posts are longer
        return False
    if not all(
        part[0].isupper() or part[0].isdigit() or part.lower() in _SMALL or _GROUP.fullmatch(part.strip("'\u2019s"))
        for part in parts
    ):
        return False
    return bool(_GROUP.search(words)) or (len(parts) == 1 and known.knows(parts[0])) or words.isupper()


def before_to(text: str, known: Called) -> tuple[str, ...]:
    """Return the owners of ``AB and the Clerk to write …``; none where no owner stands before the verb."""
    match = _TO.search(text[: _LONGEST * 2])
    if match is None or match.start() > _LONGEST:
        return _before_verb(text, known)
    words = text[: match.start()].strip(" :-\u2013,")
    if len(words.split()) > _MOST_WORDS or _NO_VERB.match(text, match.end()):
        return ()
    words = re.sub(r"\s*\([^()]*\)$", "", words)
    words = re.sub(r"^(?:The|the)\s+(?=[A-Z])", "", words)
    verb = text[match.end() :].split(maxsplit=1)[0].strip(".,;")
    if are_owners(words, known) or (_names_a_body(words) and (" " in words or verb in _VERBS)):
        return split_owners(words)
    return _before_verb(text, known)


def _names_a_body(words: str) -> bool:
    """Whether words in capitals name somebody: an office that no list of ours knows."""
    parts = _SEPARATOR.sub(" ", words).split()
    if not parts or parts[0].lower() in _VERBS:
        return False
    filled = [part for part in parts if part.lower() not in _SMALL]
    return bool(filled) and all(part[0].isupper() or _GROUP.match(part) for part in filled) and parts[0][0].isupper()


def _before_verb(text: str, known: Called) -> tuple[str, ...]:
    """Return the owners of ``Ann Roe, Ben Lee develop the plan``: names the paper knows, right before a verb."""
    words = re.match(r"(?P<owners>(?:[A-Z][\w'\u2019-]+(?:\s|,\s|\s?&\s|/))+)(?P<verb>[a-z]+)", text)
    if words is None or words["verb"].split("/")[0] not in _VERBS:
        return ()
    owners = split_owners(words["owners"])
    return owners if owners and all(known.knows(owner) for owner in owners) else ()


def at_end(text: str, known: Called) -> tuple[tuple[str, ...], str]:
    """Return the owners that a bracket or a dash gives at the end, and the words before them."""
    if match := _NEW_FOR.search(text):
        return split_owners(match["owners"]), text[: match.start()].strip()
    for pattern in (_TRAILING, _AFTER_DASH):
        match = pattern.search(text)
        if match is not None and match.start() and are_owners(match["owners"], known):
            return split_owners(match["owners"]), text[: match.start()].strip()
    return (), text


def known_owners_at_end(text: str, known: Called) -> tuple[str, str]:
    """Part a text from the owners that end it, as far as the paper knows them; the most that it knows are taken."""
    words = text.split()
    for at in range(max(0, len(words) - _MOST_WORDS_OF_OWNERS), len(words)):
        owners = " ".join(words[at:])
        pieces = [piece.strip(" .!") for piece in _SEPARATOR.split(owners) if piece.strip(" .!")]
        if pieces and all(known.knows(piece) or _is_short_post(piece) for piece in pieces):
            return " ".join(words[:at]), owners
    return text.strip(), ""


def known_owners_at_front(text: str, known: Called) -> tuple[str, str]:
    """Part the owners that begin a text from its other words, as far as the paper knows them."""
    words = text.split()
    for at in range(min(len(words), _MOST_WORDS_OF_OWNERS), 0, -1):
        owners = " ".join(words[:at])
        pieces = [piece.strip(" .!") for piece in _SEPARATOR.split(owners) if piece.strip(" .!")]
        if pieces and all(known.knows(piece) or _is_short_post(piece) for piece in pieces):
            return owners, " ".join(words[at:])
    return "", text.strip()


def _is_short_post(words: str) -> bool:
    """Whether letters stand for a post: ``CFO``, ``HR``."""
    return bool(_GROUP.fullmatch(words)) and words.isupper()


def at_front(text: str, known: Called) -> tuple[tuple[str, ...], str]:
    """Return the owners before a colon or a dash, and the words behind it: ``AB - write to the board``."""
    match = _LEADING.fullmatch(text)
    if match is not None and are_owners(match["owners"], known):
        return split_owners(match["owners"]), match["rest"]
    return (), text
