"""Actions as minutes record them: after a cue, in a list under one, in the margin, in a table, or told in a sentence.

A paper says which of its words are actions; words that only promise something make none.
"""

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lpgminutes.importing.action_cues import Cue, cues_in, heads_actions
from lpgminutes.importing.found_action import FoundAction
from lpgminutes.importing.lines import is_sentence, says_something
from lpgminutes.importing.margins import MarginNote
from lpgminutes.importing.owners import Called, are_owners, at_end, at_front, before_to, split_owners
from lpgminutes.importing.paragraphs import Opening, Paragraph
from lpgminutes.importing.remarks import Remarks
from lpgminutes.importing.sentences import last_sentence, sentence_at
from lpgminutes.importing.statuses import take_status

_NONE = re.compile(
    r"(?:none|nil|n/?a|no (?:further |new |outstanding )?actions?.*|not applicable|-+)\.?", re.IGNORECASE
)
_REF = re.compile(
    r"(?P<ref>(?:[A-Z]{1,6}[-/ ]?)?\d{1,4}(?:[./-]\w{1,6})+|"
    r"[A-Z]{2,6}-?\d{1,4})\s*[:.)\u2013\u2014-]?\s+(?P<rest>\S.*)",
    re.DOTALL,
)
_INNER_LETTER = re.compile(r"\s*\([a-z]\)\s")


def find_actions(
    body: Sequence[Paragraph],
    rows: Mapping[int, Sequence[FoundAction]],
    notes: Sequence[MarginNote],
    known: Called,
    remarks: Remarks,
) -> list[FoundAction]:
    """Return the actions of a body in the order of the paper, but for those told in a sentence.

    ``rows`` are those of its tables, by the paragraphs that the rows are.
    """
    finder = _Finder(body=body, known=known, remarks=remarks, margin=_by_place(notes))
    for index in range(len(body)):
        if index in rows:
            finder.found += rows[index]
        elif body[index].opening is not Opening.ROW:
            finder.read(index)
    return without_repeats(finder.found, remarks)


def _by_place(notes: Sequence[MarginNote]) -> dict[int, list[MarginNote]]:
    placed: dict[int, list[MarginNote]] = {}
    for note in notes:
        placed.setdefault(note.place, []).append(note)
    return placed


@dataclass(slots=True, kw_only=True)
class _Finder:
    """Goes through the paragraphs, and knows whether a list of actions is open."""

    body: Sequence[Paragraph]
    known: Called
    remarks: Remarks
    margin: Mapping[int, Sequence[MarginNote]]
    found: list[FoundAction] = field(default_factory=list)
    is_list: bool = False
    """Whether the paragraphs that follow are entries of a list of actions."""
    is_loose: bool = False
    """Whether the list stands under the title of an item, which may hold running text as well."""
    listed: int = 0
    said: int = sys.maxsize
    """The last paragraph that is no cue: what a cue that names owners only is about."""

    def read(self, index: int) -> None:
        """Take in a paragraph."""
        paragraph = self.body[index]
        self._read_margin(index)
        if paragraph.opening is Opening.ITEM:
            self.is_list = self.is_loose = heads_actions(paragraph.text)
            self.listed, self.said = 0, sys.maxsize
            return
        cues = list(cues_in(paragraph.text))
        if len(cues) == 1 and not cues[0].rest and not cues[0].on:
            self.is_list, self.is_loose, self.listed = True, False, 0
            return
        if cues:
            self.is_list = self.is_loose
            for cue in cues:
                self._take_cue(index, cue)
        else:
            self.said = index
            if self.is_list:
                self._take_entry(index)

    def _read_margin(self, index: int) -> None:
        paragraph = self.body[index]
        for place in paragraph.places:
            for note in self.margin.get(place, ()):
                text = sentence_at(paragraph.text, paragraph.places.index(place), len(paragraph.places))
                self._add(index, FoundAction(text=text, owners=split_owners(note.words), place=place, paragraph=index))

    def _take_cue(self, index: int, cue: Cue) -> None:
        paragraph = self.body[index]
        rest = cue.rest.strip()
        if _NONE.fullmatch(rest):
            return
        owners = split_owners(cue.on) if cue.on and are_owners(cue.on, self.known) else ()
        if paragraph.bold_start and not cue.before and cue.rest:
            rest = self._bold(paragraph, rest)
        if owners and not rest:
            self._add(index, self._above(index, cue, owners))
        elif are_owners(rest.rstrip("."), self.known):
            self._add(index, self._above(index, cue, split_owners(rest.rstrip("."))))
        elif rest:
            self._add(index, self._worded(index, rest, cue.ref, owners))

    def _bold(self, paragraph: Paragraph, rest: str) -> str:
        """Cut an action where its bold print ends, unless a status follows at once."""
        begins = paragraph.text.find(rest)
        bold = rest[: max(paragraph.bold_start - begins, 0)].strip()
        after = rest[len(bold) :].strip()
        return (
            f"{bold} {after}"
            if len(bold) < len(after.split(maxsplit=1)[0] if after else "") or not bold
            else _with_status(bold, after)
        )

    def _above(self, index: int, cue: Cue, owners: tuple[str, ...]) -> FoundAction:
        """Return the action of a cue that gives owners only: its words are the sentence, or paragraph, before it."""
        if cue.before.strip():
            text, source = last_sentence(cue.before), index
        else:
            source = self.said
            text = last_sentence(self.body[source].text) if source < index else ""
        return FoundAction(text=text, owners=owners, ref=cue.ref, place=self.body[index].line, paragraph=source)

    def _worded(self, index: int, words: str, ref: str | None, owners: tuple[str, ...] = ()) -> FoundAction:
        """Return an action from its words, its owners told from what is to be done."""
        progress = take_status(words)
        text = progress.text
        if not owners:
            owners = before_to(text, self.known)
        if not owners:
            owners, text = at_front(text, self.known)
        if not owners:
            owners, text = at_end(text, self.known)
        return FoundAction(
            text=text,
            owners=owners,
            ref=ref,
            status=progress.status,
            status_words=progress.words,
            place=self.body[index].line,
            paragraph=index,
        )

    def _take_entry(self, index: int) -> None:
        """Take a paragraph of a list of actions; one that only tells something ends the list."""
        paragraph = self.body[index]
        is_entry = paragraph.opening is Opening.BULLET or (
            paragraph.opening is Opening.MINUTE and "." not in paragraph.number
        )
        if paragraph.opening is Opening.BULLET and paragraph.level > 1 and self.listed:
            return
        words = paragraph.text
        acts = bool(before_to(words, self.known)) or not (says_something(words) or is_sentence(words))
        if paragraph.opening is Opening.HEADING or not (is_entry or (acts and not self.is_loose)):
            self.is_list = self.is_loose
            return
        if (
            self.is_loose
            and is_entry
            and says_something(words)
            and not before_to(words, self.known)
            and not _is_task(words)
        ):
            return
        ref, words = self._numbered(paragraph)
        self.listed += 1
        self._add(index, self._worded(index, words, ref))

    def _numbered(self, paragraph: Paragraph) -> tuple[str | None, str]:
        """Return the reference of an entry, and its words: the number of a list counts when it is all there is."""
        match = _REF.fullmatch(paragraph.text)
        if match is not None:
            return match["ref"], match["rest"]
        number = (paragraph.number or paragraph.glyph).strip(".()")
        return (number if number[:1].isdigit() else None), paragraph.text

    def _add(self, index: int, action: FoundAction) -> None:
        if action.text:
            self.found.append(action)
            if not action.owners:
                self.remarks.at(action.place, "an action names nobody that it belongs to; add the owner by hand.")
        else:
            self.remarks.at(self.body[index].line, "a cue for an action has no words beside it; add them by hand.")


def _with_status(bold: str, after: str) -> str:
    """Add to an action in bold the status that stands first behind it."""
    first = re.split(r"(?<=[.!?])\s", after, maxsplit=1)[0]
    progress = take_status(f"{bold} . {first}")
    return f"{bold} . {first}" if progress.words else bold


def _is_task(words: str) -> bool:
    return words.lower().startswith("to ") or bool(re.match(r"[A-Z][a-z]+ (?:the|a|an)\b", words))


def _is_its_row(action: FoundAction, told: FoundAction) -> bool:
    """Whether an action is the row of a table for one that the minutes told: of its reference and its owner."""
    is_same = action.ref is not None and told.ref is not None and action.ref.casefold() == told.ref.casefold()
    owners = {owner.casefold() for owner in told.owners}
    is_of_one = not owners.isdisjoint(owner.casefold() for owner in action.owners)
    return is_same and is_of_one and action.is_row and not told.is_row


def without_repeats(found: Sequence[FoundAction], remarks: Remarks) -> list[FoundAction]:
    """Return the actions, each once: a log at the end tells again what the minutes told with a cue."""
    kept: list[FoundAction] = []
    matched: set[int] = set()
    seen: dict[tuple[str, tuple[str, ...]], int] = {}
    for action in found:
        told_before = (at for at, known in enumerate(kept) if at not in matched and _is_its_row(action, known))
        by_ref = next(told_before, None)
        if by_ref is not None:
            remarks.at(action.place, "this action was told before by its reference; its words are those of the table.")
            told = kept[by_ref]
            due = action.due_words or told.due_words
            kept[by_ref] = replace(action, paragraph=told.paragraph, place=told.place, is_row=False, due_words=due)
            matched.add(by_ref)
            continue
        key = (re.sub(r"\W+", " ", action.text).casefold().strip(), tuple(owner.casefold() for owner in action.owners))
        if key in seen:
            remarks.at(action.place, "this action was told before in the same words; it is kept once.")
            before = kept[seen[key]]
            kept[seen[key]] = replace(
                before, ref=before.ref or action.ref, due_words=before.due_words or action.due_words
            )
            continue
        seen[key] = len(kept)
        kept.append(action)
    return kept
