"""The actions of every series."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlmodel import Session, col

from lpgminutes.domain.action_log.lists import ActionDetail
from lpgminutes.domain.action_log.query import ActionListing, ActionQuery, AtMeeting, InSeries, Scope, Term
from lpgminutes.domain.actions import Action, ActionEvent, ActionSummary
from lpgminutes.domain.meetings import Block, Meeting, Series
from lpgminutes.errors import StoreError
from lpgminutes.store import action_lists
from lpgminutes.store.action_reading import find_action, load_action, load_detail, run_in
from lpgminutes.store.blocks import load_tree
from lpgminutes.store.converters import from_action, from_event, to_event
from lpgminutes.store.links import Link, link_by_number, link_to_block, link_to_leaf
from lpgminutes.store.refs import find_meeting, find_series, key_of, ref_of_meeting
from lpgminutes.store.rows import edit, known_id, to_edit
from lpgminutes.store.tables import ActionEventRow, ActionRow, MeetingRow, PersonRow


@dataclass(frozen=True, slots=True)
class SqlActions:
    """The actions in the store."""

    session: Session

    def add(self, action: Action, *, meeting: Meeting, raised_in: Block | None) -> Action:
        """Keep a new action of the meeting's series."""
        meeting_id = find_meeting(self.session, meeting.ref if meeting.id is None else str(meeting.id))
        row = self.session.get_one(MeetingRow, meeting_id)
        link = self._link(meeting_id, action, raised_in)
        last = sa.select(sa.func.max(col(ActionRow.position))).where(col(ActionRow.meeting_id) == meeting_id)
        highest = self.session.scalar(last)
        position = 0 if highest is None else highest + 1
        [added] = _keep(self.session, row, (action,), [link], position)
        return replace(action, id=added.id, revision=added.revision, raised_in=added.raised_in)

    def _link(self, meeting_id: int, action: Action, raised_in: Block | None) -> Link:
        if raised_in is not None and raised_in.id is not None and not raised_in.children:
            return link_to_leaf(self.session, raised_in.id)
        tree = load_tree(self.session, meeting_id)
        if raised_in is not None:
            return link_to_block(tree, raised_in, action.ref, action.text)
        return link_by_number(tree, action.raised_in, action.ref, action.text)

    def save(self, action: Action) -> Action:
        """Keep the edited action; a stale revision is refused, and so is a history that was rewritten."""
        what = f"The action {action.ref}" if action.ref else "This action"
        row = to_edit(self.session, ActionRow, action.id, action.revision, what)
        new_events = self._new_events(known_id(row), action, what)
        edit(row, from_action(action))
        if row.raised_in != action.raised_in:
            tree = load_tree(self.session, row.meeting_id)
            _put(row, link_by_number(tree, action.raised_in, action.ref, action.text))
        self.session.add_all(new_events)
        self.session.flush()
        return replace(action, revision=row.revision)

    def find(self, ref: str | int) -> int:
        """Return the id of the action with a reference or id; one that several have is refused with their names."""
        return find_action(self.session, ref)

    def get(self, action_id: int) -> Action:
        """Return an action with its history."""
        return load_action(self.session, action_id)

    def detail(self, action_id: int) -> ActionDetail:
        """Return an action with the minute that it stands in."""
        return load_detail(self.session, action_id)

    def changed_at(self, meeting: str) -> frozenset[int]:
        """Return the ids of the actions whose history has an entry made at the meeting with this ref."""
        entries = sa.select(col(ActionEventRow.action_id)).where(col(ActionEventRow.meeting) == meeting)
        return frozenset(self.session.scalars(entries))

    def list(
        self, *, series: str | None = None, outstanding: bool = False, meeting: str | None = None
    ) -> tuple[ActionSummary, ...]:
        """Return actions by due date, those without one last and those that are done after them."""
        terms: list[Term] = []
        if series is not None:
            find_series(self.session, series)
            terms.append(Term(InSeries(key_of(series), is_whole=True)))
        if meeting is not None:
            ref = ref_of_meeting(self.session, find_meeting(self.session, meeting))
            terms.append(Term(AtMeeting(key_of(ref), is_whole=True)))
        scope = Scope.OUTSTANDING if outstanding else Scope.ALL
        query = ActionQuery(today=dt.date.min, scope=scope, terms=tuple(terms))
        return self.page(ActionListing(query=query))

    def page(self, listing: ActionListing, *, start: int = 0, limit: int | None = None) -> tuple[ActionSummary, ...]:
        """Return the actions from one place of a list on; as on its day."""
        return action_lists.page(run_in(self.session), listing, start=start, limit=limit)

    def count(self, listing: ActionListing) -> int:
        """Return how many actions a list has."""
        return action_lists.count(run_in(self.session), listing)

    def is_of_several(self, listing: ActionListing) -> bool:
        """Return whether a list has actions of more than one series."""
        return action_lists.is_of_several(run_in(self.session), listing)

    def ids(self, listing: ActionListing) -> tuple[int, ...]:
        """Return the ids of every action of a list, in its order."""
        return action_lists.ids(run_in(self.session), listing)

    def markings(self) -> frozenset[str]:
        """Return the markings of the meetings that actions are raised at, each once."""
        return action_lists.markings(run_in(self.session))

    def owner_names(self) -> frozenset[str]:
        """Return the names in the register, and those of every owner of an action."""
        owned = self.session.scalars(sa.select(col(ActionRow.owners)).distinct())
        named = self.session.scalars(sa.select(col(PersonRow.name)).distinct())
        return frozenset(named) | {owner for owners in owned for owner in owners}

    def references(self, series: Series, *, stem: str = "") -> frozenset[str]:
        """Return every reference in use in the series, or those that begin with a stem, in any case."""
        series_id = series.id or find_series(self.session, series.short_name)
        refs = (
            sa.select(col(ActionRow.ref))
            .distinct()
            .where(col(ActionRow.series_id) == series_id, col(ActionRow.ref).is_not(None))
        )
        if stem:
            refs = refs.where(col(ActionRow.ref).istartswith(stem, autoescape=True))
        return frozenset(ref for ref in self.session.scalars(refs) if ref)

    def _new_events(self, action_id: int, action: Action, what: str) -> Sequence[ActionEventRow]:
        """Return rows for the new entries; those that are there already must stand first, unaltered."""
        query = sa.select(ActionEventRow).where(col(ActionEventRow.action_id) == action_id)
        kept = self.session.scalars(query.order_by(col(ActionEventRow.position))).all()
        if action.history[: len(kept)] != tuple(to_event(event) for event in kept):
            raise StoreError(f"{what} was not saved: its history only grows, and entries of it were altered.")
        return _event_rows(action_id, action.history, start=len(kept))


def add_actions(session: Session, meeting: MeetingRow, actions: tuple[Action, ...], tree: tuple[Block, ...]) -> None:
    """Keep the actions of a new meeting, each linked to the minute whose number it gives."""
    links = [link_by_number(tree, action.raised_in, action.ref, action.text) for action in actions]
    _keep(session, meeting, actions, links, 0)


def _keep(
    session: Session, meeting: MeetingRow, actions: tuple[Action, ...], links: list[Link], position: int
) -> list[ActionRow]:
    rows = [
        ActionRow(series_id=meeting.series_id, meeting_id=known_id(meeting), position=place, **from_action(action))
        for place, action in enumerate(actions, start=position)
    ]
    for row, link in zip(rows, links, strict=True):
        _put(row, link)
    session.add_all(rows)
    session.flush()
    for row, action in zip(rows, actions, strict=True):
        session.add_all(_event_rows(known_id(row), action.history, start=0))
    session.flush()
    return rows


def _put(row: ActionRow, link: Link) -> None:
    row.minute_id, row.block_id, row.raised_in = link.minute_id, link.block_id, link.number


def _event_rows(action_id: int, history: tuple[ActionEvent, ...], *, start: int) -> list[ActionEventRow]:
    return [
        from_event(event, action_id=action_id, position=position)
        for position, event in enumerate(history[start:], start=start)
    ]
