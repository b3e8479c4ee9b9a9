"""What makes text and files of records."""

from contextlib import AbstractContextManager
from typing import Protocol

from lpgminutes.domain.document import MarkStyle, MinutesDocument
from lpgminutes.domain.enclosures import ReleasedActions
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.refusal_letter import RefusalLetter
from lpgminutes.domain.reports import Schedule


class Interchange(Protocol):
    """Meetings as JSON, the outer contract."""

    def freeze(self, meeting: Meeting) -> str:
        """Return the meeting as canonical JSON."""

    def thaw(self, content: str) -> Meeting:
        """Return the meeting that was frozen."""


class Renderers(Protocol):
    """What makes files of documents. Every renderer takes a document and gives bytes."""

    def docx(self, document: MinutesDocument) -> bytes:
        """Return the document as a Word file from the house template."""

    def html(self, document: MinutesDocument) -> bytes:
        """Return the document as one self-contained page."""

    def text(self, document: MinutesDocument) -> bytes:
        """Return the document as plain text, UTF-8."""

    def schedule_docx(self, schedule: Schedule) -> bytes:
        """Return the schedule as a Word file."""

    def schedule_csv(self, schedule: Schedule) -> bytes:
        """Return the schedule as CSV."""

    def actions_docx(self, released: ReleasedActions) -> bytes:
        """Return the actions that go with a release copy as a Word file."""

    def actions_csv(self, released: ReleasedActions) -> bytes:
        """Return the actions that go with a release copy as CSV."""

    def letter_docx(self, letter: RefusalLetter, style: MarkStyle) -> bytes:
        """Return the letter that goes with a release copy as a Word file."""

    def letter_text(self, letter: RefusalLetter, style: MarkStyle) -> bytes:
        """Return the letter that goes with a release copy as plain text."""


class Keeper(Protocol):
    """What keeps a finished file where a person wants it."""

    def __call__(self, content: bytes) -> AbstractContextManager[None]:
        """Write the file; it is taken away again when the block fails."""
