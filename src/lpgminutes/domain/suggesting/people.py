"""The people of the register in a document: by name, by nickname, by initials, and misspelt."""

import re
from collections.abc import Container, Iterator, Sequence

from lpgminutes.domain.dismissals import SuggestionKind
from lpgminutes.domain.naming.forms import title_before
from lpgminutes.domain.naming.names import Name, is_initial, is_ordinary_word, words_of
from lpgminutes.domain.naming.near_words import index_of
from lpgminutes.domain.naming.near_words import misspelt as word_misspelt
from lpgminutes.domain.naming.no_names import ACRONYMS
from lpgminutes.domain.naming.ordinary_names import MONTHS
from lpgminutes.domain.naming.sentence_signs import MINUTE_VERBS
from lpgminutes.domain.naming.short_names import other_forms
from lpgminutes.domain.redaction import Span
from lpgminutes.domain.suggesting.absent import DAYS, is_alone, meant
from lpgminutes.domain.suggesting.context import Found, Scene, by_words
from lpgminutes.domain.suggesting.suggestion import Stretch, Suggestion, span_rules
from lpgminutes.domain.withholding import PersonRule, Rule

_CAPITAL_WORD = re.compile(r"(?<![^\W_])[A-Z][A-Za-z'-]{3,}(?:'s)?(?![^\W_])")
_POSSESSIVE = re.compile(r"'[sS]?\Z")
_MID_SENTENCE = re.compile(r"(?:[a-z0-9,;:&)]|\b[A-Z][\w'-]+)\s\Z")
_PREFIX = re.compile(r"ma?c(?=[^\W\d_]{3})")
_BEFORE = 24
_DOES = re.compile(rf"(?:'s)?\s+(?:(?:also|then|had|has|was|is|will|would|to)\s+)?(?:{MINUTE_VERBS}|to|and)\b|'s\b")
_ACTS = re.compile(rf"\s+(?:(?:also|then|had|has)\s+)?(?:{MINUTE_VERBS})\b")
_SURE_SLIP = 7
"""Letters of the name of somebody who is not there, from which a slip in it is no other word."""
_NEXT_NAME = re.compile(r"\s+(?P<word>[A-Z][a-z][^\W\d_]*(?:-[A-Z][^\W\d_]+)?)(?![^\W_])")
_LEAST_INITIALS = 2
_OWNERS_BEFORE = re.compile(r"(?<![^\W/])(?P<letters>[\w'-]*)/\Z")
_OWNERS_AFTER = re.compile(r"/(?P<letters>[\w'-]*)")


def people(scene: Scene, in_force: Sequence[Rule]) -> Iterator[Suggestion]:
    """Yield everybody of the register who stands in the document, with every form of the name."""
    everything = "\n".join(text.lower for text in scene.texts)
    unbroken = re.sub(r"-\s*", "", everything)
    grounds = scene.grounds(SuggestionKind.PERSON)
    words = {text.place: text.words for text in scene.texts}
    absent: list[Suggestion] = []
    for written, name in scene.parsed.items():
        if not any(core in everything or core in unbroken for core in _cores(name)):
            continue
        rule = PersonRule(person=written, grounds=grounds)
        _, spans = scene.locator.locate((*in_force, rule)).rules[-1]
        stretches = tuple(_stretches(scene, spans))
        is_here = written in scene.present
        one = Suggestion(
            kind=SuggestionKind.PERSON,
            text=written,
            stretches=stretches if is_here else tuple(meant(stretches, words, name)),
            rules=(rule,),
            reason="Is at this meeting or owns an action of it: every form of the name is found."
            if is_here
            else "Is known from the register: every form of the name is found.",
            is_likely=is_here or bool(name.forename),
        )
        if one.stretches and is_here:
            yield one
        elif one.stretches:
            absent.append(one)
    # Of two who share a forename, it means the one who is also named in full.
    yield from sorted(absent, key=lambda each: all(map(is_alone, each.stretches)))


def _cores(name: Name) -> Iterator[str]:
    """Yield what every form of a word of a name keeps: ``brien`` of ``O'Brien``, ``donald`` of ``McDonald``.

    To look for it first spares making the forms of everybody in the register who is not meant.
    """
    for word in name.words:
        if not is_initial(word):
            run = (re.findall(r"[^\W_]+", word) or [word])[-1]
            yield _PREFIX.sub("", run)


def _stretches(scene: Scene, spans: Sequence[Span]) -> Iterator[Stretch]:
    for text in scene.texts:
        reached = 0
        own = sorted((span.start, -span.end) for span in spans if span.place == text.place)
        for start, end in ((start, -end) for start, end in own):
            if end > reached:
                yield Stretch(place=text.place, start=start, end=end, text=text.words[start:end])
                reached = end


def misspelt(scene: Scene) -> Iterator[Suggestion]:
    """Yield words with a capital that are most likely a slip of a name that is known."""
    index = index_of(word for word in scene.name_words if not is_ordinary_word(word))
    here = scene.words_present
    slips: dict[str, list[Found]] = {}
    for text in scene.prose:
        for match in _CAPITAL_WORD.finditer(text.folded.text):
            word = _POSSESSIVE.sub("", match.group())
            if scene.is_word(word) or word.lower() in scene.name_words or word.lower() in scene.organisations:
                continue
            near = word_misspelt(word, index)
            if near and (near in here or len(near) >= _SURE_SLIP or _is_as_a_person(match)):
                at = (text, title_before(text.folded.text, match.start()), match.end())
                slips.setdefault(near, []).append(at)
    for near, found in slips.items():
        reason = f'Looks like a slip of "{near.title()}", which is the name of somebody in the register.'
        yield from _each(scene, SuggestionKind.MISSPELT_NAME, found, reason)


def _is_as_a_person(match: re.Match[str]) -> bool:
    """Whether a word has a title, or does what people do: ``Carey said``, where ``Care of the site`` is none."""
    has_title = title_before(match.string, match.start()) < match.start()
    return has_title or _ACTS.match(match.string, match.end()) is not None or match.group().endswith("'s")


def _each(
    scene: Scene, kind: SuggestionKind, found: Sequence[Found], reason: str, *, is_likely: bool = True
) -> Iterator[Suggestion]:
    """Yield a suggestion for each writing of what was found, wherever it stands."""
    for stretches in by_words(found).values():
        yield Suggestion(
            kind=kind,
            text=stretches[0].text,
            stretches=stretches,
            rules=span_rules(stretches, scene.grounds(kind)),
            reason=reason,
            is_likely=is_likely,
        )


def nicknames(scene: Scene) -> Iterator[Suggestion]:
    """Yield the short forms of the forenames of those at the meeting, where the sentence makes a person of them."""
    for written in scene.names:
        name = scene.parsed[written]
        if written not in scene.present or not name.forename:
            continue
        short = [form for form in sorted(other_forms(name.forename)) if form not in scene.name_words]
        if not short:
            continue
        pattern = _nickname(short, name)
        found = [
            (text, title_before(text.folded.text, match.start()), match.end())
            for text in scene.prose
            for match in pattern.finditer(text.folded.text)
            if match["surname"] or not (_is_of_another(match) or _is_doubtful(match, text.folded.text))
        ]
        yield from _each(scene, SuggestionKind.NICKNAME, found, f"May be short for {written}.")


def _nickname(short: Sequence[str], name: Name) -> re.Pattern[str]:
    forms = "|".join(re.escape(form.title()) for form in short)
    surnames = "|".join(re.escape(part) for part in words_of(name.surname))
    return re.compile(rf"(?<![^\W_])(?:{forms})(?P<surname>\s+(?i:{surnames}))?(?:'s)?(?![^\W_])")


def _is_of_another(match: re.Match[str]) -> bool:
    """Whether a surname follows that is not that of the person: ``Ewan Tulloch`` is not Iain Buchanan."""
    following = _NEXT_NAME.match(match.string, match.end())
    return following is not None and following["word"].lower() not in DAYS | MONTHS


def _is_doubtful(match: re.Match[str], text: str) -> bool:
    """Whether a short form alone may be an ordinary word: what follows and what stands before do not tell."""
    before, after = text[max(match.start() - _BEFORE, 0) : match.start()], text[match.end() : match.end() + _BEFORE]
    does = match.group().endswith("'s") or _DOES.match(after) is not None
    if is_ordinary_word(_POSSESSIVE.sub("", match.group())):
        return not does
    return not does and _MID_SENTENCE.search(before) is None


def initials(scene: Scene) -> Iterator[Suggestion]:
    """Yield the initials of those at the meeting, and those that the register gives."""
    known = _letters(scene)
    for letters, written in known.items():
        pattern = re.compile(rf"(?<![\w&.-]){re.escape(letters)}(?![\w&-]|\.\w|'(?![sS])\w)")
        found = [
            (text, match.start(), match.end())
            for text in scene.texts
            if not text.place.field.endswith(("organisation", "role", "ref"))
            for match in pattern.finditer(text.folded.text)
            if _is_by_itself(match, known)
        ]
        is_declared = letters in scene.initials
        reason = f"{'Are' if is_declared else 'May be'} the initials of {written}."
        is_likely = is_declared or letters.lower() not in ACRONYMS
        yield from _each(scene, SuggestionKind.INITIALS, found, reason, is_likely=is_likely)


def _is_by_itself(match: re.Match[str], known: Container[str]) -> bool:
    """Whether initials stand between no strokes, or among other people's: ``ZT/AZ``, but not ``A/B testing``."""
    around = _OWNERS_BEFORE.search(match.string, 0, match.start()), _OWNERS_AFTER.match(match.string, match.end())
    return all(other is None or other["letters"] in known for other in around)


def _letters(scene: Scene) -> dict[str, str]:
    """Return initials with whom they mean; what two people share means the first."""
    letters = dict(scene.initials)
    for written in scene.names:
        name = scene.parsed[written]
        if written in scene.present and name.forename and not is_initial(name.forename):
            for own in (name.initials, *name.own_initials):
                if len(own) >= _LEAST_INITIALS and own.lower() not in scene.organisations:
                    letters.setdefault(own, written)
    return letters
