"""What the screen of versions asks."""

from typing import TYPE_CHECKING

from lpgminutes.tui.messages.versions import VersionsCompared, VersionsRead

if TYPE_CHECKING:
    from lpgminutes.services.ports import Store
    from lpgminutes.tui.gateway import Asker


def read_versions(asker: "Asker", ref: str) -> None:
    """Read the versions of a meeting's minutes; answered by ``VersionsRead``."""

    def job(store: "Store") -> VersionsRead:
        from lpgminutes.services.meeting_life import versions
        from lpgminutes.services.meetings import meeting

        read = meeting(store, ref)
        return VersionsRead(read.ref, read.marking.as_written, versions(store, ref))

    asker.gateway.ask(asker, job)


def compare_versions(asker: "Asker", ref: str, before: int, after: int | None) -> None:
    """Compare a version with a later one, or with the minutes as they are now; answered by ``VersionsCompared``."""

    def job(store: "Store") -> VersionsCompared:
        from lpgminutes.bootstrap import HouseInterchange
        from lpgminutes.domain.comparison import changes_only
        from lpgminutes.services.meeting_life import compare_versions

        compared = compare_versions(store, ref, before, after, interchange=HouseInterchange())
        return VersionsCompared(before, after, changes_only(compared))

    asker.gateway.ask(asker, job)
