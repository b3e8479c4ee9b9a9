"""Taking back what was done in one case, whatever was done elsewhere since."""

from lpgminutes.domain.history import Change
from lpgminutes.domain.withholding import ReleaseCase
from lpgminutes.services.ports import Records, Store


def undo_in_case(store: Store, ref: str, reference: str, *, who: str) -> Change:
    """Take back the latest change of what a case withholds, accepts or agrees; what was read stays read."""
    with store.change("undo", who=who) as work:
        taken_back = work.history.undo(case=_case(work, ref, reference).id)
        work.commit()
    return taken_back


def redo_in_case(store: Store, ref: str, reference: str, *, who: str) -> Change:
    """Do again what was taken back last in a case."""
    with store.change("redo", who=who) as work:
        done = work.history.redo(case=_case(work, ref, reference).id)
        work.commit()
    return done


def reference_of(store: Store, case_id: int | None) -> str | None:
    """Return the reference that a case goes by now; ``None`` where it was taken back itself."""
    with store.read() as records:
        return next((case.reference for _, case in records.releases.all_cases() if case.id == case_id), None)


def latest_in_case(store: Store, ref: str, reference: str, *, far_back: int = 50) -> Change | None:
    """Return the change of a case that an undo would take back, looked for among its latest."""
    with store.read() as records:
        latest = records.history.changes(limit=far_back, case=_case(records, ref, reference).id)
    standing = (change for change in latest if change.undone_by is None)
    return next((change for change in standing if change.undoes is None), None)


def _case(records: Records, ref: str, reference: str) -> ReleaseCase:
    return records.releases.case(records.meetings.get(ref), reference)
