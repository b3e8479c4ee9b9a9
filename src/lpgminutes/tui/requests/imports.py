"""What the screen of an import asks."""

from pathlib import Path
from typing import TYPE_CHECKING

from lpgminutes.tui.messages.imports import PaperKept, PaperNotKept, PaperRead, PaperRefused

if TYPE_CHECKING:
    from lpgminutes.domain.meetings import Meeting
    from lpgminutes.domain.papers import Paper
    from lpgminutes.services.ports import Store
    from lpgminutes.tui.gateway import Asker


def read_paper(asker: "Asker", path: str) -> None:
    """Read a file; answered by ``PaperRead`` or ``PaperRefused``."""

    def job(store: "Store") -> PaperRead:
        from lpgminutes import bootstrap
        from lpgminutes.files import read_given
        from lpgminutes.services.importing import brought_in_before, with_known_body

        paper = bootstrap.read_paper(read_given(Path(path)), name=Path(path).name)
        with store.read() as records:
            paper = with_known_body(records, paper)
        return PaperRead(path, paper, brought_in_before(store, [paper.file])[0] or "")

    asker.gateway.ask(asker, job, lambda error: PaperRefused(path, str(error)))


def keep_paper(asker: "Asker", path: str, paper: "Paper", meeting: "Meeting", *, again: bool) -> None:
    """Keep a paper as it was corrected; answered by ``PaperKept`` or ``PaperNotKept``."""
    gateway = asker.gateway

    def job(store: "Store") -> PaperKept:
        from lpgminutes import bootstrap
        from lpgminutes.services.importing import import_meeting

        imported = import_meeting(
            store,
            meeting,
            warnings=(),
            interchange=bootstrap.HouseInterchange(),
            who=gateway.who,
            file=paper.file,
            again=again,
        )
        return PaperKept(path, imported.meeting.ref, imported.is_new, imported.warnings)

    gateway.ask(asker, job, lambda error: PaperNotKept(path, str(error)))
