"""What an exemption asks for and the case lacks: gone to, recorded for all that rely on it, or cited otherwise."""

from dataclasses import replace
from typing import TYPE_CHECKING

from lpgminutes.tui.requests import desk as requests
from lpgminutes.tui.screens.desk.accepting import Accepting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lpgminutes.domain.exemptions import Exemption
    from lpgminutes.domain.findings import Finding
    from lpgminutes.domain.suggesting import Suggestion
    from lpgminutes.domain.withholding import Rule
    from lpgminutes.tui.dialogs.missing_record import Recorded
    from lpgminutes.tui.dialogs.withhold import ChosenExemptions
    from lpgminutes.tui.widgets.rule_list import RuleRow


class Recording(Accepting):
    """In the findings, the keys about what is withheld are about what relies on the exemption that is found wanting."""

    def _relying(self, finding: "Finding | None") -> "tuple[Rule, ...]":
        from lpgminutes.domain.findings import relying_on

        return relying_on(finding, self.view.case.in_force) if finding and self.view else ()

    def rules_meant(self) -> "tuple[Rule, ...]":
        """Return what the highlighted finding is about where it is about an exemption; else as elsewhere."""
        relying = self._relying(self.finding_list.highlighted) if self.focused is self.finding_list else ()
        return relying or super().rules_meant()

    def with_rule(self, question: str, then: "Callable[[Sequence[Rule]], None]", *, is_for_all: bool = False) -> None:
        """Do something with the rule that is meant; of several that rely on an exemption, ask which."""
        relying = self._relying(self.finding_list.highlighted) if self.focused is self.finding_list else ()
        if relying:
            self.with_one_of(relying, question, then, is_for_all=is_for_all)
        else:
            super().with_rule(question, then, is_for_all=is_for_all)

    def done_to_finding(self) -> set[str]:
        """Return what is done to the highlighted finding beside what is done to any: changing what relies on it."""
        is_here = self.focused is self.finding_list
        return {"change"} if is_here and self._relying(self.finding_list.highlighted) else set()

    def go_to_places(self, row: "Finding | RuleRow | Suggestion") -> bool:
        """Go to the first place of a row; of an exemption, to what relies on it."""
        from lpgminutes.domain.findings import Finding

        if super().go_to_places(row):
            return True
        relying = self._relying(row) if isinstance(row, Finding) else ()
        rows = (one for one in self.rule_list.rows if one.rule in relying and one.places)
        place = next((one.places[0] for one in rows), None)
        return place is not None and self.paper.go_to(place)

    def action_change(self) -> None:
        """Withhold otherwise what is meant; where a record is lacking, ask for it alone."""
        from lpgminutes.domain.findings import FindingKind

        needs = (FindingKind.NEEDS_PUBLIC_INTEREST_TEST, FindingKind.NEEDS_QUALIFIED_PERSON)
        finding = self.finding_list.highlighted if self.focused is self.finding_list else None
        relying = self._relying(finding)
        is_limb = finding is not None and finding.kind is FindingKind.LIMB_MISSING and len(relying) > 1
        if finding is None or not relying or not (is_limb or finding.kind in needs):
            super().action_change()
        elif self.listed(self.finding_list):
            (self._ask_for_limb if is_limb else self._ask_for_record)(finding, relying)

    def _ask_for_limb(self, finding: "Finding", relying: "Sequence[Rule]") -> None:
        """Ask which limb is meant, and cite it in each that relies on the exemption; all else of them stays."""
        from lpgminutes.bootstrap import house_law
        from lpgminutes.domain.exemption_choice import limbs_of
        from lpgminutes.domain.withholding_ways import Way, WayToWithhold
        from lpgminutes.tui.dialogs.withhold import Withhold

        def cite(chosen: "ChosenExemptions | None") -> None:
            if chosen is not None:
                new = [_citing(rule, finding.text, chosen.exemptions) for rule in relying]
                requests.change_withholding(self, self.at_hand, relying, new)

        bare = next(one for one in relying[0].grounds.exemptions if one.citation() == finding.text)
        said = f"{finding.text}, in all {len(relying)} that cite it"
        way = WayToWithhold(way=Way.PLACES, said=said, rules=tuple(relying))
        dialog = Withhold((way,), self._mentions_of, recent=limbs_of(bare), law=house_law())
        self.app.push_screen(dialog, cite)

    def _ask_for_record(self, finding: "Finding", relying: "Sequence[Rule]") -> None:
        from lpgminutes.domain.findings import FindingKind
        from lpgminutes.tui.dialogs.missing_record import AskRecord

        def record(recorded: "Recorded | None") -> None:
            if recorded is not None:
                requests.change_withholding(self, self.at_hand, relying, [_with(rule, recorded) for rule in relying])

        exemption = next(one for one in relying[0].grounds.exemptions if one.citation() == finding.text)
        is_opinion = finding.kind is FindingKind.NEEDS_QUALIFIED_PERSON
        self.app.push_screen(AskRecord(exemption, count=len(relying), is_opinion=is_opinion), record)


def _citing(rule: "Rule", cited: str, limbs: "Sequence[Exemption]") -> "Rule":
    """Return a rule that cites limbs in the place of their section."""
    new: list[Exemption] = []
    for exemption in rule.grounds.exemptions:
        new += limbs if exemption.citation() == cited else [exemption]
    return replace(rule, grounds=replace(rule.grounds, exemptions=tuple(dict.fromkeys(new))))


def _with(rule: "Rule", recorded: "Recorded") -> "Rule":
    grounds = rule.grounds
    return replace(
        rule,
        grounds=replace(
            grounds,
            public_interest=recorded.public_interest or grounds.public_interest,
            qualified_person=recorded.qualified_person or grounds.qualified_person,
        ),
    )
