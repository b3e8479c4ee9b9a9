"""What the screen of a meeting asks about the line that was left behind there."""

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

        stem = journal_stem(store, meeting_id)
        return JournalFound(stem, leftovers(stem))

    asker.gateway.ask(asker, job)
