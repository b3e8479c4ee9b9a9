"""What a check of a finished file answers."""

from dataclasses import dataclass

UNREADABLE = "unreadable"
"""The code of a risk that says that something could not be looked into; such a file is never clean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A withheld text that stands in the file, in one place and one disguise."""

    term: str
    part: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """A structure that does not belong in a release; ``detail`` never quotes the document."""

    code: str
    part: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """All that was found in one file."""

    hits: tuple[Hit, ...]
    risky: tuple[Risk, ...]
    parts: tuple[str, ...] = ()
    """Every part that was looked into."""

    @property
    def clean(self) -> bool:
        """Whether every part could be read and none holds withheld text."""
        return not self.hits and not any(risk.code == UNREADABLE for risk in self.risky)
