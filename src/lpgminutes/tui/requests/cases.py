"""What the list of cases asks."""

from dataclasses import replace
from typing import TYPE_CHECKING

from lpgminutes.tui.messages.cases import CaseOpened, CaseRefused, CasesRead

if TYPE_CHECKING:
    from lpgminutes.services.cases import NewCase
    from lpgminutes.services.ports import Store
    from lpgminutes.tui.gateway import Asker


def read_cases(asker: "Asker") -> None:
    """Read the cases with the days that are left; answered by ``CasesRead``."""
    asker.gateway.ask(asker, _cases)


def open_case(asker: "Asker", new: "NewCase") -> None:
    """Open a case, or bring one up to date; answered by ``CaseOpened`` or ``CaseRefused``."""
    gateway = asker.gateway

    def job(store: "Store") -> CaseOpened:
        from lpgminutes import bootstrap
        from lpgminutes.services import cases

        given = replace(new, law=bootstrap.house_law())
        opened = cases.open_case(store, given, who=gateway.who, today=bootstrap.today())
        return CaseOpened(opened[0].reference, new.meetings[0])

    gateway.ask(asker, job, lambda error: CaseRefused(new, str(error)))


def _cases(store: "Store") -> CasesRead:
    from lpgminutes import bootstrap
    from lpgminutes.domain.markings import strictest
    from lpgminutes.services import cases, meetings

    today = bootstrap.today()
    listed = cases.cases(
        store, today=today, working_days=bootstrap.working_days(), interchange=bootstrap.HouseInterchange()
    )
    known = meetings.meetings(store, today=today)
    in_scope = {ref for case in listed for ref in case.meetings}
    return CasesRead(listed, known, strictest({meeting.marking for meeting in known if meeting.ref in in_scope}))
