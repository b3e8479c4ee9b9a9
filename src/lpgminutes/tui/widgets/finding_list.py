"""What still gives a release away, the gravest first; one that was accepted comes last."""

from collections.abc import Hashable, Sequence

from textual.content import Content

from lpgminutes.domain.findings import Finding, FindingKind, Severity
from lpgminutes.domain.text import ended
from lpgminutes.tui.text import counted, one_line, plain, spread
from lpgminutes.tui.widgets.row_list import RowList

_KIND = 26
_IN_A_FILE = " Record it as "
_RECORDED_BY_C = (FindingKind.NEEDS_PUBLIC_INTEREST_TEST, FindingKind.NEEDS_QUALIFIED_PERSON)


class FindingList(RowList[Finding]):
    """Severity by a sign, kind, what it is about, and where."""

    def key_of(self, row: Finding) -> Hashable:
        """A finding is the same by its kind and what it is about."""
        return (row.kind, row.text)

    def sign_at(self, position: int, part: int) -> Content:  # noqa: ARG002 - one line each
        """Return how grave it is."""
        row = self.row_at(position)
        if row is None or row.accepted:
            return plain("\N{CHECK MARK}", "soft")
        return plain("!", "warning") if row.blocks else plain("?" if _is_to_check(row) else " ", "soft")

    def lines_of(self, row: Finding, width: int) -> Sequence[Content]:
        """Return the one line."""
        style = "soft" if row.accepted else ""
        kind = plain(kind_words(row), "soft" if row.accepted else "strong").truncate(_KIND, ellipsis=True, pad=True)
        where = counted(len(row.places), "place") if len(row.places) > 1 else row.where()
        return (spread(plain(" ") + kind + plain(" ") + one_line(row.text, style), plain(where, "soft"), width),)


def in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return findings the gravest first, those that were accepted last."""
    return tuple(sorted(findings, key=lambda finding: bool(finding.accepted)))


def detail_of(finding: Finding) -> Content:
    """Return what there is to know about a finding; where it is comes last, for the row says that too."""
    parts = [plain(f"{finding.severity.value.capitalize()}:", "bold"), one_line(_explained(finding))]
    if not finding.accepted and finding.kind in _RECORDED_BY_C:
        parts.append(plain("c records it for all that rely on it.", "bold"))
    if not finding.accepted and finding.kind is FindingKind.LIMB_MISSING:
        parts.append(plain("c says which, for all that cite it.", "bold"))
    if not finding.accepted and finding.kind is FindingKind.WITHHELD_BEFORE:
        parts.append(plain("g offers all that was withheld before: T takes it.", "bold"))
    if finding.accepted:
        parts.append(one_line(ended(f"Accepted: {finding.accepted}"), "bold"))
    if finding.places:
        parts.append(plain(f"In {finding.where()}.", "dim"))
    return Content(" ").join(parts)


def kind_words(finding: Finding) -> str:
    """Return what sort of thing was found, in words."""
    return finding.kind.value.replace("-", " ").capitalize()


def _explained(finding: Finding) -> str:
    """Return why it was found, without the word of a rules file by which it is recorded there."""
    is_recorded_here = not finding.accepted and finding.kind in _RECORDED_BY_C
    return finding.explanation.partition(_IN_A_FILE)[0] if is_recorded_here else finding.explanation


def _is_to_check(finding: Finding) -> bool:
    return finding.severity is Severity.CHECK
