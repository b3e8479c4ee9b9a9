"""A row of actions: the same in the annex of minutes and in the action log."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypedDict

from lpgminutes.documents.texts import Printed, printable

Shown = Printed | str
"""A text of the record, or the words that stand for its absence."""

DASH: Final = "\N{EN DASH}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """A row of a table of actions; what is not known is an en dash."""

    ref: Shown
    text: Shown
    owners: tuple[Shown, ...]
    due: Shown
    raised_in: str
    status: str


class ActionCells(TypedDict):
    """The cells that every table of actions has."""

    ref: Shown
    text: Shown
    owners: tuple[Shown, ...]
    due: Shown
    raised_in: str
    status: str


def action_cells(
    *, ref: Printed, text: Printed, owners: Iterable[Printed], due: Printed, raised_in: str, status: str
) -> ActionCells:
    """Return the cells of a row, none of them empty."""
    return ActionCells(
        ref=or_words(ref),
        text=or_words(text),
        owners=tuple(owner for owner in owners if owner) or (DASH,),
        due=or_words(due),
        raised_in=printable(raised_in, "the action table") or DASH,
        status=printable(status, "the action table") or DASH,
    )


def or_words(printed: Printed, words: str = DASH) -> Shown:
    """Return ``printed``, or ``words`` where it is empty: a table has no empty cells."""
    return printed or words
