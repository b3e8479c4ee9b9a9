"""What the screen of a meeting asks about the line that was left behind there."""

import datetime as dt
from typing import TYPE_CHECKING

from lpgminutes.tui.messages.journal import JournalFound

if TYPE_CHECKING:
    from lpgminutes.services.ports import Store
    from lpgminutes.tui.gateway import Asker


def find_journal(asker: "Asker", meeting_id: int) -> None:
    """Look where the journal of a meeting goes, and what was left behind there; answered by ``JournalFound``."""

    def job(store: "Store") -> JournalFound:
        from lpgminutes.bootstrap import journal_stem
        from lpgminutes.journal import leftovers
        from lpgminutes.services.records import blocks_recorded_at, recorded_at

        stem = journal_stem(store, meeting_id)
        found = leftovers(stem)
        entered = {one.moment for leftover in found for one in leftover.draft.entered}
        moments = [*map(dt.datetime.fromisoformat, entered)]
        recorded = frozenset(moment.isoformat() for moment in recorded_at(store, moments, meeting=meeting_id))
        blocks = blocks_recorded_at(store, moments, meeting=meeting_id)
        return JournalFound(stem, found, recorded, {moment.isoformat(): block for moment, block in blocks.items()})

    asker.gateway.ask(asker, job)
