"""The tables that our own minutes print behind the items, beside those of a copy that has them too."""

from collections.abc import Iterator, Sequence

from lpgminutes.domain.document import MinutesDocument, Text
from lpgminutes.domain.folding import folded
from lpgminutes.domain.reviewing.copy_parts import CopyParts
from lpgminutes.domain.reviewing.laid import lay
from lpgminutes.domain.reviewing.told import Told, told_of
from lpgminutes.domain.reviewing.words_beside import Word, copy_words, key_of, row_words, without_headings

_HEADINGS = frozenset({
    "reference", "ref", "action", "actions", "owner", "due", "minute", "status", "decision", "decisions", "name",
    "item", "nature", "conduct", "all",
})  # fmt: skip
_Cells = tuple[tuple[str, Text | str], ...]


def beside_tables(record: MinutesDocument, parts: CopyParts) -> Told:
    """Tell what a copy withholds of the declarations, actions and decisions that it lists, and what it leaves out.

    A copy may list other things beside them, such as actions of earlier meetings: nothing that it adds is told.
    """
    told = Told()
    numbers = {number for item in record.items for number in (item.number, *(m.number for m in item.minutes))}
    headings = _HEADINGS | {key_of(number) for number in numbers}
    for name, rows in (
        ("declarations", _declarations(record)),
        ("actions", _actions(record)),
        ("decisions", _decisions(record)),
    ):
        if passages := parts.named.get(name):
            where = passages[0].place.field
            ours = row_words(rows, where, folded(" ".join(passage.open_text() for passage in passages)))
            laid = lay(ours, copy_words(without_headings(passages, headings), where=where))
            found = told_of(laid.parts)
            told.withheld += found.withheld
            if _is_listed(ours, laid.words_released, has_marks=bool(found.withheld)):
                told.left_out += found.left_out
    return told


def _is_listed(ours: Sequence[Word], agreeing: int, *, has_marks: bool) -> bool:
    """Whether a copy lists these rows, and not others under the same name."""
    return agreeing > sum(word.weighs for word in ours) / 2 or (has_marks and agreeing > 0)


def _declarations(record: MinutesDocument) -> Iterator[_Cells]:
    for one in record.declarations:
        item = f"item {one.item}" if one.item else "the meeting as a whole"
        yield ("", one.name), ("", item), ("", one.nature), ("", one.conduct)


def _actions(record: MinutesDocument) -> Iterator[_Cells]:
    for action in record.actions:
        owners = tuple(("", owner) for owner in action.owners[1:])
        yield (
            ("", action.ref),
            ("", f"minute {action.raised_in}"),
            ("Action", action.text),
            ("Owner", action.owners[0]),
            *owners,
            ("Due", action.due),
        )


def _decisions(record: MinutesDocument) -> Iterator[_Cells]:
    for decision in record.decisions:
        yield ("", decision.ref), ("", f"minute {decision.decided_in}"), ("Decision", decision.text)
