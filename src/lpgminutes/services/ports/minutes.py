"""What the services need to know of the paragraphs of minutes, one at a time."""

from collections.abc import Collection
from typing import Protocol

from lpgminutes.domain.meetings import Block, Decision, Meeting


class MinutesRecords(Protocol):
    """The paragraphs of a meeting, and what is linked to them. Positions are kept without gaps."""

    def opened(self, ref: str) -> Meeting:
        """Return a meeting's own fields and its items with all under them; no people, actions or decisions."""

    def add(self, meeting: Meeting, block: Block, *, parent: int | None, position: int) -> Block:
        """Add a block with all under it at a place under another block, or among the items."""

    def save(self, block: Block) -> Block:
        """Keep an edited block (not what is under it); a stale revision is refused."""

    def move(self, block: Block, *, parent: int | None, position: int) -> Block:
        """Put a block with all under it to a place counted without it; a stale revision is refused."""

    def remove(self, block: Block) -> None:
        """Take a block with all under it out; what is linked to it stands in nothing from then on."""

    def add_decision(self, meeting: Meeting, decision: Decision, *, block: Block) -> Decision:
        """Keep a decision that a block records."""

    def decisions_in(self, blocks: Collection[int]) -> tuple[Decision, ...]:
        """Return the decisions that some blocks record."""

    def save_decision(self, decision: Decision) -> Decision:
        """Keep an edited decision; a stale revision is refused."""

    def remove_decision(self, decision: Decision) -> None:
        """Take a decision out of the register."""

    def actions_in(self, blocks: Collection[int]) -> tuple[int, ...]:
        """Return the ids of the actions that some blocks raise."""

    def remove_action(self, action_id: int) -> None:
        """Take an action out of the log; one that was changed since it was raised is refused."""

    def link(self, *, block: int, actions: Collection[int] = (), decisions: Collection[int] = ()) -> None:
        """Let a block stand for actions and decisions from now on."""

    def relink(self, meeting: Meeting) -> None:
        """Let actions, decisions and declarations follow their blocks to the minutes that those stand in now."""
