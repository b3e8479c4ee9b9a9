"""An action as the words of a paper mark it, before it is one of the records."""

from dataclasses import dataclass

from lpgminutes.domain.actions import ActionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAction:
    """An action that the paper marks as one."""

    text: str
    owners: tuple[str, ...] = ()
    ref: str | None = None
    due_words: str = ""
    status: ActionStatus = ActionStatus.OPEN
    status_words: str = ""
    notes: tuple[str, ...] = ()
    """What else its row says of its progress."""
    raised: str = ""
    """The words of its row that say when, or where in the minutes, it was raised."""
    place: int
    paragraph: int
    """Which paragraph of the body marks it."""
    is_row: bool = False
    """Whether it is a row of a table, which is kept as an action and not as words of the minutes."""
