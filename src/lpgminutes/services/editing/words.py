"""The words of a paragraph: opened, edited, split in two, joined with the one above."""

from dataclasses import dataclass, replace

from lpgminutes.domain.actions import Action
from lpgminutes.domain.block_tree import Spot, above, spot_of
from lpgminutes.domain.capture.pre_marking import take_pre_marks
from lpgminutes.domain.meetings import Block, BlockKind, Decision, Meeting
from lpgminutes.domain.numbering import numbers_by_block
from lpgminutes.domain.pre_marks import PreMark, follow, shifted, within
from lpgminutes.domain.text import clean, clean_line
from lpgminutes.errors import StaleRecord, UsageError
from lpgminutes.services.capture import NO_TOOLS, CaptureTools
from lpgminutes.services.editing.linked import follow_words
from lpgminutes.services.editing.session import Edited, Editing, Seen, editing
from lpgminutes.services.ports import Records, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph as it is stored now, with what is linked to it."""

    block: Block
    number: str
    """The number of the item or minute that it is, or stands in."""
    actions: tuple[Action, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @property
    def seen(self) -> Seen:
        """The state that an edit made from here was made from."""
        return Seen(block=self.block.id or 0, revision=self.block.revision)


def paragraph(store: Store, ref: str, block: int) -> Paragraph:
    """Return a paragraph as it is stored now: to open it, or to show it beside an edit that came too late."""
    with store.read() as records:
        return paragraph_in(records, records.minutes.opened(ref), block)


def paragraph_in(records: Records, meeting: Meeting, block: int) -> Paragraph:
    """Return a paragraph as it is stored now, inside a transaction."""
    spot = spot_of(meeting.items, block)
    if spot is None:
        raise StaleRecord(f"This part of the minutes of {meeting.ref} is no longer there. Open the meeting again.")
    _, number = numbers_by_block(meeting.items).get(block, (0, ""))
    actions = tuple(records.actions.get(action) for action in records.minutes.actions_in({block}))
    decisions = records.minutes.decisions_in({block})
    return Paragraph(block=spot.block, number=number, actions=actions, decisions=decisions)


def edit_text(
    store: Store,
    ref: str,
    seen: Seen,
    text: str,
    *,
    label: str | None = None,
    who: str,
    tools: CaptureTools = NO_TOOLS,
    why: str = "",
) -> Edited:
    """Replace the words of a paragraph; its pre-marks, actions and decisions follow what is left of their words.

    ``label`` is the run-in label, ``None`` to leave it. A tag such as ``[S43: 41]`` in the text pre-marks anew.
    """
    with editing(store, ref, seen, "edit a paragraph", who=who, tools=tools, why=why) as (edit, outcome):
        _write(edit, text, label)
    return outcome.told()


def _write(edit: Editing, text: str, label: str | None) -> None:
    cleaned = clean(text, what="the text")
    edit.remarks += cleaned.remarks
    words, new_marks = take_pre_marks(cleaned.text.strip())
    new_label = edit.block.label if label is None else clean_line(label, what="the label").text.rstrip(": ")
    if not (words or new_label):
        raise UsageError("There are no words left: delete the paragraph, or keep some of it.")
    marks = (*_followed(edit, "label", new_label), *_followed(edit, "text", words), *new_marks)
    saved = edit.work.minutes.save(replace(edit.block, label=new_label, text=words, pre_marks=marks))
    follow_words(edit, saved)


def _followed(edit: Editing, field: str, after: str) -> tuple[PreMark, ...]:
    before = edit.block.label if field == "label" else edit.block.text
    followed = follow((mark for mark in edit.block.pre_marks if mark.field == field), before, after)
    edit.remarks += [f"The pre-mark {mark.exemption} was dropped: its words are gone." for mark in followed.dropped]
    return followed.kept


def split(
    store: Store, ref: str, seen: Seen, at: int, *, who: str, tools: CaptureTools = NO_TOOLS, why: str = ""
) -> Edited:
    """Split a paragraph in two at a place in its text; the points under it stay with the second part."""
    with editing(store, ref, seen, "split a paragraph", who=who, tools=tools, why=why) as (edit, outcome):
        _refuse_title(edit)
        _split_at(edit, at)
    return outcome.told()


def split_as_typed(
    store: Store,
    ref: str,
    seen: Seen,
    words: tuple[str, str],
    *,
    label: str = "",
    who: str,
    tools: CaptureTools = NO_TOOLS,
    why: str = "",
) -> Edited:
    """Save the words of a paragraph as they were typed, and split it between the two parts of them: both or neither."""
    before, after = words[0].rstrip(), words[1].lstrip()
    with editing(store, ref, seen, "split a paragraph", who=who, tools=tools, why=why) as (edit, outcome):
        _refuse_title(edit)
        _write(edit, f"{before} {after}", label)
        edit.again()
        first, _ = take_pre_marks(clean(before, what="the text").text.strip())
        if not edit.block.text.startswith(first):
            raise UsageError("The cursor stands in a mark: put it before or behind the square brackets.")
        _split_at(edit, len(first))
    return outcome.told()


def _refuse_title(edit: Editing) -> None:
    if edit.block.kind is BlockKind.ITEM:
        raise UsageError("This is the title of an item: there is nothing to split.")


def _split_at(edit: Editing, at: int) -> None:
    """Let what stands behind a place of a paragraph be the next one."""
    block = edit.block
    first, second = block.text[:at].rstrip(), block.text[at:].lstrip()
    if not (first or block.label) or not second:
        raise UsageError("There have to be words before and after the place where a paragraph is split.")
    begin = len(block.text) - len(second)
    labels = tuple(mark for mark in block.pre_marks if mark.field == "label")
    kept = edit.work.minutes.save(
        replace(block, text=first, pre_marks=(*labels, *within(block.pre_marks, "text", 0, len(first))))
    )
    rest = replace(
        block,
        id=None,
        revision=1,
        number=None,
        label="",
        text=second,
        marks=(),
        pre_marks=within(block.pre_marks, "text", begin, len(block.text)),
        children=(),
    )
    added = edit.work.minutes.add(edit.meeting, rest, parent=_id(edit.spot.parent), position=edit.spot.position + 1)
    for position, child in enumerate(block.children):
        edit.work.minutes.move(child, parent=added.id, position=position)
    _divide_links(edit, kept, added)
    edit.at_hand = added.id


def split_before(
    store: Store, ref: str, seen: Seen, words: str, *, who: str, tools: CaptureTools = NO_TOOLS, why: str = ""
) -> Edited:
    """Split a paragraph before some words of its text, which have to stand there once."""
    text = paragraph(store, ref, seen.block).block.text
    if not words.strip() or text.count(words) != 1:
        raise UsageError("The words that the second part begins with have to stand in the paragraph, and only once.")
    return split(store, ref, seen, text.index(words), who=who, tools=tools, why=why)


def _id(block: Block | None) -> int | None:
    return block.id if block else None


def _divide_links(edit: Editing, first: Block, second: Block) -> None:
    """Let the actions whose words went to the second part stand there."""
    ids = edit.work.minutes.actions_in({first.id or 0})
    gone = [action for action in map(edit.work.actions.get, ids) if _is_told_in(action, second.text, first.text)]
    edit.work.minutes.link(block=second.id or 0, actions=[action.id or 0 for action in gone])


def _is_told_in(action: Action, here: str, there: str) -> bool:
    if action.text in here or action.text in there:
        return action.text not in there
    return bool(action.ref) and (action.ref or "") in here


def join(
    store: Store,
    ref: str,
    seen: Seen,
    *,
    onto: Seen | None = None,
    who: str,
    tools: CaptureTools = NO_TOOLS,
    why: str = "",
) -> Edited:
    """Join a paragraph to the one that is read right before it, which takes its points and its actions.

    ``onto`` is the state of that one, for whoever saw it.
    """
    with editing(store, ref, seen, "join two paragraphs", who=who, tools=tools, why=why) as (edit, outcome):
        target = _target(edit, onto)
        words = f"{edit.block.label}: {edit.block.text}" if edit.block.label else edit.block.text
        gap = " " if target.block.text and words else ""
        begin = len(target.block.text) + len(gap)
        marks = (*target.block.pre_marks, *_as_words(edit.block, begin))
        joined = edit.work.minutes.save(
            replace(
                target.block,
                text=f"{target.block.text}{gap}{words}",
                pre_marks=marks,
                to_check=target.block.to_check or edit.block.to_check,
            )
        )
        _take_over(edit, target)
        ids = {edit.block.id or 0}
        decisions = [decision.id or 0 for decision in edit.work.minutes.decisions_in(ids)]
        edit.work.minutes.link(block=joined.id or 0, actions=edit.work.minutes.actions_in(ids), decisions=decisions)
        edit.again()
        edit.work.minutes.remove(edit.block)
        edit.at_hand = joined.id
    return outcome.told()


def _target(edit: Editing, onto: Seen | None) -> Spot:
    target = above(edit.meeting.items, edit.spot)
    if edit.block.kind is BlockKind.ITEM or target is None or target.block.kind is BlockKind.ITEM:
        raise UsageError("There is no paragraph above this one in its item to join it to.")
    if onto is not None and (target.block.id, target.block.revision) != (onto.block, onto.revision):
        raise StaleRecord(
            "The paragraph above was changed by someone else meanwhile; nothing was saved. Open it again."
        )
    return target


def _as_words(block: Block, begin: int) -> tuple[PreMark, ...]:
    """Return the marks of a paragraph whose label and text become words of another one."""
    offset = len(block.label) + len(": ") if block.label else 0
    labels = (replace(mark, field="text") for mark in block.pre_marks if mark.field == "label")
    texts = (mark for mark in block.pre_marks if mark.field == "text")
    return (*shifted(labels, begin), *shifted(texts, begin + offset))


def _take_over(edit: Editing, target: Spot) -> None:
    """Put the points of the joined paragraph where they are read in the same order."""
    if target.block.kind is BlockKind.MINUTE or edit.spot.parent is target.block:
        parent, position = target.block.id, 0 if edit.spot.parent is target.block else len(target.block.children)
    else:
        parent, position = _id(target.parent), target.position + 1
    for offset, child in enumerate(edit.block.children):
        edit.work.minutes.move(child, parent=parent, position=position + offset)
