"""The door that every text of a file passes: cleaned once, with what was done told beside its place."""

from dataclasses import dataclass, field

from lpgminutes.domain.exemption_table import Regime
from lpgminutes.domain.exemptions import Exemption, read_exemption
from lpgminutes.domain.markings import FOR_PUBLIC_RELEASE, Marking, read_marking
from lpgminutes.domain.text import clean, clean_line
from lpgminutes.errors import InputError
from lpgminutes.interchange.problems import Problem, Problems


@dataclass(slots=True)
class Intake:
    """Takes in the texts of one file, and gathers what is to be said about them."""

    problems: Problems
    warnings: list[str] = field(default_factory=list)
    law: Regime = Regime.FOIA
    """What a bare section is one of."""

    def text(self, place: str, raw: str) -> str:
        """Return a text of one or more lines as it may be kept."""
        try:
            cleaned = clean(raw, what=place)
        except InputError as refusal:
            return self._refused(raw, refusal)
        self.warnings += [f"{place}: {remark}." for remark in cleaned.remarks]
        return cleaned.text

    def line(self, place: str, raw: str) -> str:
        """Return a text of one line as it may be kept."""
        try:
            cleaned = clean_line(raw, what=place)
        except InputError as refusal:
            return self._refused(raw, refusal)
        self.warnings += [f"{place}: {remark}." for remark in cleaned.remarks]
        if len(raw.strip().splitlines()) > 1:
            self.warnings.append(f"{place}: line ends became spaces.")
        return cleaned.text

    def _refused(self, raw: str, refusal: InputError) -> str:
        """Note the refusal; nothing comes of the file then, so the beginning may stand for the text."""
        self.problems.found.append(Problem(sentence=str(refusal)))
        return raw[:1]

    def line_or_none(self, place: str, raw: str | None) -> str | None:
        """Return a line, or ``None`` when there is nothing in it."""
        return self.line(place, raw or "") or None

    def label(self, place: str, raw: str) -> str:
        """Return a run-in label without the colon that is printed after it."""
        label = self.line(place, raw)
        bare = label.rstrip(": ")
        if bare != label:
            self.warnings.append(f"{place}: the colon at the end was dropped; it is printed by itself.")
        return bare

    def marking(self, place: str, raw: str) -> Marking:
        """Return a marking that may be held; of another one a problem is noted, so no meeting comes of it."""
        try:
            marking = read_marking(self.line(place, raw))
        except InputError as refusal:
            self.problems.add(place, str(refusal), type(refusal))
            return FOR_PUBLIC_RELEASE
        self.warnings += [f"{place}: {warning}" for warning in marking.warnings]
        return marking

    def exemptions(self, place: str, raw: list[str], kind: type[InputError] = InputError) -> tuple[Exemption, ...]:
        """Return the exemptions that are cited, each once; ``kind`` is the class of a refusal."""
        read: dict[Exemption, None] = {}
        for citation in raw:
            try:
                read.setdefault(read_exemption(citation, self.law))
            except InputError as refusal:
                self.problems.add(place, str(refusal), kind)
        return tuple(read)


class FrozenIntake(Intake):
    """Takes in what was cleaned before it was frozen: to the letter."""

    def text(self, place: str, raw: str) -> str:  # noqa: ARG002 - the same door
        """Return the text."""
        return raw

    def line(self, place: str, raw: str) -> str:  # noqa: ARG002 - the same door
        """Return the line."""
        return raw

    def label(self, place: str, raw: str) -> str:  # noqa: ARG002 - the same door
        """Return the label."""
        return raw
