"""The paragraphs of minutes, one at a time, and what is linked to them."""

from collections.abc import Collection
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlmodel import Session, col, select

from lpgminutes.domain.block_tree import spots
from lpgminutes.domain.meetings import Block, Decision, Meeting, MeetingStatus
from lpgminutes.domain.numbering import numbers_by_block
from lpgminutes.errors import ChangeRefused, StaleRecord
from lpgminutes.store.approvals import ref_to_approve
from lpgminutes.store.blocks import from_block, load_tree, plant
from lpgminutes.store.converters import to_decision, to_meeting_head, to_series
from lpgminutes.store.declarations import declaration_rows
from lpgminutes.store.links import minute_of
from lpgminutes.store.refs import find_meeting, ref_of_meeting
from lpgminutes.store.rows import edit, known_id, to_edit
from lpgminutes.store.tables import ActionEventRow, ActionRow, BlockRow, DecisionRow, MeetingRow, SeriesRow

_WHAT = "This part of the minutes"


@dataclass(frozen=True, slots=True)
class SqlMinutes:
    """The paragraphs in the store."""

    session: Session

    def opened(self, ref: str) -> Meeting:
        """Return a meeting's own fields and its items with all under them."""
        meeting_id = find_meeting(self.session, ref)
        row, series = self.session.exec(
            select(MeetingRow, SeriesRow)
            .join(SeriesRow, col(SeriesRow.id) == col(MeetingRow.series_id))
            .where(col(MeetingRow.id) == meeting_id)
        ).one()
        return to_meeting_head(
            row,
            to_series(series),
            ref=ref_of_meeting(self.session, meeting_id),
            status=MeetingStatus(row.status),
            items=load_tree(self.session, meeting_id),
            approves=ref_to_approve(self.session, row),
        )

    def add(self, meeting: Meeting, block: Block, *, parent: int | None, position: int) -> Block:
        """Add a block with all under it at a place under another block, or among the items."""
        meeting_id = _id_of(meeting)
        if parent is not None and self._row(parent).meeting_id != meeting_id:
            raise StaleRecord(f"What this is to be added to is no longer in {meeting.ref}. Open the meeting again.")
        self._make_room(meeting_id, parent, position)
        return plant(self.session, (block,), meeting_id=meeting_id, parent_id=parent, position=position)[0]

    def save(self, block: Block) -> Block:
        """Keep an edited block; a stale revision is refused."""
        row = to_edit(self.session, BlockRow, block.id, block.revision, _WHAT)
        edit(row, from_block(block))
        self.session.flush()
        return replace(block, revision=row.revision)

    def move(self, block: Block, *, parent: int | None, position: int) -> Block:
        """Put a block with all under it to a place counted without it; a stale revision is refused."""
        row = to_edit(self.session, BlockRow, block.id, block.revision, _WHAT)
        self._close_gap(row)
        self._make_room(row.meeting_id, parent, position, besides=row.id)
        edit(row, {**from_block(block), "parent_id": parent, "position": position})
        self.session.flush()
        return replace(block, revision=row.revision)

    def remove(self, block: Block) -> None:
        """Take a block with all under it out."""
        row = to_edit(self.session, BlockRow, block.id, block.revision, _WHAT)
        self._unlink({known_id(self._row(inner.id)) for inner in block.walk()})
        self._close_gap(row)
        for inner in reversed(list(block.walk())):  # those below go before those that they point to
            self.session.delete(self._row(inner.id))
            self.session.flush()

    def add_decision(self, meeting: Meeting, decision: Decision, *, block: Block) -> Decision:
        """Keep a decision that a block records."""
        meeting_id = _id_of(meeting)
        last = sa.select(sa.func.max(col(DecisionRow.position))).where(col(DecisionRow.meeting_id) == meeting_id)
        highest = self.session.scalar(last)
        row = DecisionRow(
            meeting_id=meeting_id,
            position=0 if highest is None else highest + 1,
            ref=decision.ref,
            text=decision.text,
            block_id=block.id,
            minute_id=minute_of(self.session, known_id(self._row(block.id))).id,
            decided_in=decision.decided_in,
        )
        self.session.add(row)
        self.session.flush()
        return to_decision(row, decided_in=row.decided_in)

    def decisions_in(self, blocks: Collection[int]) -> tuple[Decision, ...]:
        """Return the decisions that some blocks record."""
        query = select(DecisionRow).where(_among(col(DecisionRow.block_id), blocks))
        rows = self.session.exec(query.order_by(col(DecisionRow.position)))
        return tuple(to_decision(row, decided_in=row.decided_in) for row in rows)

    def save_decision(self, decision: Decision) -> Decision:
        """Keep an edited decision; a stale revision is refused."""
        row = to_edit(self.session, DecisionRow, decision.id, decision.revision, "This decision")
        edit(row, {"ref": decision.ref, "text": decision.text})
        self.session.flush()
        return replace(decision, revision=row.revision)

    def remove_decision(self, decision: Decision) -> None:
        """Take a decision out of the register; those after it move up."""
        row = to_edit(self.session, DecisionRow, decision.id, decision.revision, "This decision")
        later = select(DecisionRow).where(
            col(DecisionRow.meeting_id) == row.meeting_id, col(DecisionRow.position) > row.position
        )
        for other in self.session.exec(later):
            other.position -= 1
        self.session.delete(row)
        self.session.flush()

    def actions_in(self, blocks: Collection[int]) -> tuple[int, ...]:
        """Return the ids of the actions that some blocks raise."""
        query = sa.select(col(ActionRow.id)).where(_among(col(ActionRow.block_id), blocks))
        return tuple(self.session.scalars(query.order_by(col(ActionRow.position))))

    def remove_action(self, action_id: int) -> None:
        """Take an action out of the log; one that was changed since it was raised is refused."""
        row = self.session.get_one(ActionRow, action_id)
        entries = sa.select(sa.func.count()).where(col(ActionEventRow.action_id) == action_id)
        if self.session.scalar(entries):
            raise ChangeRefused(
                f"The action {row.ref or action_id} was changed since it was raised and stays in the log: withdraw it."
            )
        self.session.delete(row)
        self.session.flush()

    def link(self, *, block: int, actions: Collection[int] = (), decisions: Collection[int] = ()) -> None:
        """Let a block stand for actions and decisions from now on."""
        minute_id = minute_of(self.session, known_id(self._row(block))).id
        for identity in actions:
            action = self.session.get_one(ActionRow, identity)
            action.block_id, action.minute_id = block, minute_id
        for identity in decisions:
            decision = self.session.get_one(DecisionRow, identity)
            decision.block_id, decision.minute_id = block, minute_id
        self.session.flush()

    def relink(self, meeting: Meeting) -> None:
        """Let actions, decisions and declarations follow their blocks to the minutes that those stand in now."""
        meeting_id = _id_of(meeting)
        minutes = _minute_by_block(load_tree(self.session, meeting_id))
        for action in self.session.exec(select(ActionRow).where(col(ActionRow.meeting_id) == meeting_id)):
            action.minute_id = minutes.get(action.block_id or 0, action.minute_id)
        for decision in self.session.exec(select(DecisionRow).where(col(DecisionRow.meeting_id) == meeting_id)):
            decision.minute_id = minutes.get(decision.block_id or 0, decision.minute_id)
        self.session.flush()

    def _row(self, block_id: int | None) -> BlockRow:
        row = None if block_id is None else self.session.get(BlockRow, block_id)
        if row is None:
            raise StaleRecord(f"{_WHAT} is no longer there: it was taken back meanwhile. Open it again.")
        return row

    def _make_room(self, meeting_id: int, parent: int | None, position: int, *, besides: int | None = None) -> None:
        for row in self._from(meeting_id, parent, position):
            if row.id != besides:
                row.position += 1
        self.session.flush()

    def _close_gap(self, gone: BlockRow) -> None:
        for row in self._from(gone.meeting_id, gone.parent_id, gone.position + 1):
            row.position -= 1
        self.session.flush()

    def _from(self, meeting_id: int, parent: int | None, position: int) -> list[BlockRow]:
        """Return the rows under a parent from a place on."""
        under = col(BlockRow.parent_id).is_(None) if parent is None else col(BlockRow.parent_id) == parent
        query = select(BlockRow).where(col(BlockRow.meeting_id) == meeting_id, under)
        return list(self.session.exec(query.where(col(BlockRow.position) >= position)))

    def _unlink(self, blocks: Collection[int]) -> None:
        """Take every link to blocks away that are about to go; what was printed is kept."""
        if not blocks:
            return
        meeting_id = self._row(next(iter(blocks))).meeting_id
        numbers = numbers_by_block(load_tree(self.session, meeting_id))
        for row in self.session.exec(select(ActionRow).where(_touching(ActionRow, blocks))):
            row.raised_in = numbers.get(row.minute_id or 0, (0, row.raised_in))[1]
            row.minute_id = row.block_id = None
        for decision in self.session.exec(select(DecisionRow).where(_touching(DecisionRow, blocks))):
            decision.decided_in = numbers.get(decision.minute_id or 0, (0, decision.decided_in))[1]
            decision.minute_id = decision.block_id = None
        for declared in declaration_rows(self.session, meeting_id):
            if declared.item_id in blocks:
                declared.item = numbers.get(declared.item_id or 0, (0, declared.item))[1]
                declared.item_id = None
        self.session.flush()


def _id_of(meeting: Meeting) -> int:
    if meeting.id is None:
        raise RuntimeError("the meeting is not in the store")
    return meeting.id


def _among(column: "sa.orm.Mapped[int | None]", blocks: Collection[int]) -> sa.ColumnElement[bool]:
    return column.in_(sa.bindparam("blocks", sorted(blocks), expanding=True))


def _touching(kind: type[ActionRow] | type[DecisionRow], blocks: Collection[int]) -> sa.ColumnElement[bool]:
    return _among(col(kind.block_id), blocks) | col(kind.minute_id).in_(sorted(blocks))


def _minute_by_block(items: tuple[Block, ...]) -> dict[int, int | None]:
    """Return for each block the minute whose number it goes by; of an item, the item itself."""
    return {spot.block.id or 0: (*spot.parents, spot.block)[: 2 if spot.parents else 1][-1].id for spot in spots(items)}
