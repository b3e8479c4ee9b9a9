"""The one place that joins the store and the documents to the services; each heavy part is imported when used."""

import datetime as dt
import getpass
import os
from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lpgminutes.domain.document import MarkStyle, MinutesDocument
from lpgminutes.domain.enclosures import ReleasedActions
from lpgminutes.domain.exemption_table import Regime
from lpgminutes.domain.imports import imported_file
from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.papers import Doubt, Paper
from lpgminutes.domain.people import Attendance
from lpgminutes.domain.refusal_letter import RefusalLetter
from lpgminutes.domain.reports import Schedule
from lpgminutes.domain.reviewing.copy import RedactedCopy
from lpgminutes.domain.working_days import Receipt, WorkingDays
from lpgminutes.errors import InputError, UsageError
from lpgminutes.services.ports import DateReader, Found, Search, Store

if TYPE_CHECKING:
    from lpgminutes.domain.suggesting import Recogniser
    from lpgminutes.importing.source import Source
    from lpgminutes.saved_views import SavedViews
    from lpgminutes.services.capture import CaptureTools
    from lpgminutes.services.releases import Tools
    from lpgminutes.verify import Check

Choice = TypeVar("Choice", bound=Enum)
_STORE_VARIABLE = "LPGMINUTES_STORE"
_NAME_VARIABLE = "LPGMINUTES_AS"
_HOLIDAYS_VARIABLE = "LPGMINUTES_HOLIDAYS"
_RECEIPT_VARIABLE = "LPGMINUTES_RECEIPT"
_READABLE = (
    "the interchange form (.json, .yaml), and minutes or action logs as Word documents (.docx), plain text (.txt) or "
    "Markdown (.md)"
)
_WORD = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".rtf", ".pdf", ".odt"})
"""Endings of Word files, and of those that the reader of Word files can at least name."""
_RICH_TEXT = b"{\\rtf"
_BEGINNINGS_OF_OTHERS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", _RICH_TEXT)
"""How files begin that are no text, whatever their names say."""
_NESTING_OF_FRONT_MATTER = 8
_LOOKED_AT = 1024
"""How many bytes tell what a file begins with, blanks before it set aside."""


def utc_now() -> dt.datetime:
    """Return the time, in UTC."""
    return dt.datetime.now(dt.UTC)


def local_now() -> dt.datetime:
    """Return the time, where the user is."""
    return dt.datetime.now().astimezone()


def today() -> dt.date:
    """Return the day, where the user is."""
    return local_now().date()


def default_name() -> str:
    """Return who is acting when nobody says: the variable, or the name of the login."""
    try:
        return os.environ.get(_NAME_VARIABLE) or getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container whose user has no name; Windows without USERNAME
        return "unnamed"


def default_location() -> str:
    """Return where the store is when nobody says: the variable, or the user's data folder."""
    from lpgminutes.store import default_location as in_data_folder

    return os.environ.get(_STORE_VARIABLE) or str(in_data_folder())


def open_store(location: str | None, *, create: bool = False) -> Store:
    """Open the store, which is created only when ``create`` says so."""
    from lpgminutes.store import open_store as opened

    return opened(location or default_location(), create=create, clock=utc_now)


def journal_stem(store: Store, meeting_id: int) -> Path:
    """Return the beginning of the names of a meeting's journals: they lie beside the store."""
    records = Path(store.location())
    return records.with_name(f"{records.name}.line-{meeting_id}")


def read_meeting(content: bytes, *, name: str) -> tuple[Meeting, tuple[str, ...]]:
    """Read a meeting from a file's content, by its name and its first characters; returned with the warnings."""
    paper = read_paper(content, name=name)
    return paper.meeting, paper.warnings


def read_paper(content: bytes, *, name: str) -> Paper:
    """Read a file for a person to compare: its lines beside what was read in them, and every doubt with its place."""
    suffix = Path(name).suffix.lower()
    beginning = content[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    if suffix in {".json", ".yaml", ".yml"} or (beginning.startswith(b"{") and not beginning.startswith(_RICH_TEXT)):
        from lpgminutes.interchange.reading import read_meetings

        read = read_meetings(content, name=name)
        doubts = tuple(Doubt(sentence=warning) for warning in read.warnings)
        file = imported_file(content, name=name)
        return Paper(file=file, meeting=read.meeting, doubts=doubts, warnings=read.warnings)
    from lpgminutes.importing import paper_of, read_source

    source = _source(content, name=name)
    return paper_of(source, read_source(source, name=name, dates=house_dates()), imported_file(content, name=name))


def _source(content: bytes, *, name: str) -> "Source":
    """Take a file apart by what its name says that it is."""
    from lpgminutes.importing.markdown_source import markdown_source
    from lpgminutes.importing.text_source import text_source

    suffix = Path(name).suffix.lower()
    if suffix in _WORD or content.startswith(_BEGINNINGS_OF_OTHERS):
        from lpgminutes.importing.word import read_word

        return read_word(content, name=name)
    if suffix in {".txt", ".text", ""}:
        return text_source(content, name=name)
    if suffix in {".md", ".markdown"}:
        return markdown_source(content, name=name, read_front_matter=_read_front_matter)
    raise InputError(f"{name} is of a kind that cannot be read. What can be read: {_READABLE}.")


def read_copy(content: bytes, *, name: str) -> RedactedCopy:
    """Read a copy that somebody redacted, with its marks and what its file holds beside its pages."""
    from lpgminutes.importing.redacted import copy_of

    if not content.strip():
        raise InputError(f"{name} is empty.")
    if content.startswith(b"%PDF") or Path(name).suffix.lower() == ".pdf":
        from lpgminutes.importing.redacted.pdf_reading import read_pdf

        read = read_pdf(content, name=name)
        return copy_of(read.source, name=name, hidden=read.hidden, not_looked_at=read.not_looked_at)
    if not content.startswith(b"PK"):
        return copy_of(_source(content, name=name), name=name)
    from lpgminutes.importing.redacted.word_channels import word_channels
    from lpgminutes.importing.redacted.word_masks import with_masks

    source = _source(with_masks(content, name=name), name=name)
    channels = word_channels(content, name=name)
    return copy_of(
        source,
        name=name,
        hidden=channels.hidden,
        labels=channels.labels,
        not_looked_at=channels.not_looked_at,
    )


def _read_front_matter(text: str) -> object:
    from lpgminutes.interchange.yaml_text import read_yaml

    return read_yaml(text, nesting_limit=_NESTING_OF_FRONT_MATTER)


def marks_in(text: str, field: str) -> tuple[PrintedMark, ...]:
    """Return the redaction marks that are printed in a text."""
    from lpgminutes.importing.marks import find_marks

    return tuple(find_marks(text, field))


class HouseInterchange:
    """The interchange form, as the services ask for it."""

    def freeze(self, meeting: Meeting) -> str:
        """Return the meeting as canonical JSON."""
        from lpgminutes.interchange.writing import freeze

        return freeze(meeting)

    def thaw(self, content: str) -> Meeting:
        """Return the meeting that was frozen."""
        from lpgminutes.interchange.writing import thaw

        return thaw(content)


class HouseRenderers:
    """The documents, from the house templates."""

    def docx(self, document: MinutesDocument) -> bytes:
        """Return the document as a Word file."""
        from lpgminutes.documents.docx import render_docx

        return render_docx(document)

    def html(self, document: MinutesDocument) -> bytes:
        """Return the document as one page."""
        from lpgminutes.documents.html import render_html

        return render_html(document)

    def text(self, document: MinutesDocument) -> bytes:
        """Return the document as plain text."""
        from lpgminutes.documents.plain import render_text

        return render_text(document).encode()

    def schedule_docx(self, schedule: Schedule) -> bytes:
        """Return the schedule as a Word file."""
        from lpgminutes.documents.docx import render_schedule_docx

        return render_schedule_docx(schedule)

    def schedule_csv(self, schedule: Schedule) -> bytes:
        """Return the schedule as CSV."""
        from lpgminutes.documents.schedule import render_schedule_csv

        return render_schedule_csv(schedule)

    def actions_docx(self, released: ReleasedActions) -> bytes:
        """Return the actions that go with a release copy as a Word file."""
        from lpgminutes.documents.released_actions import render_released_actions_docx

        return render_released_actions_docx(released)

    def actions_csv(self, released: ReleasedActions) -> bytes:
        """Return the actions that go with a release copy as CSV."""
        from lpgminutes.documents.released_actions import render_released_actions_csv

        return render_released_actions_csv(released)

    def letter_docx(self, letter: RefusalLetter, style: MarkStyle) -> bytes:
        """Return the letter that goes with a release copy as a Word file."""
        from lpgminutes.documents.letter import render_letter_docx

        return render_letter_docx(letter, style)

    def letter_text(self, letter: RefusalLetter, style: MarkStyle) -> bytes:
        """Return the letter that goes with a release copy as plain text."""
        from lpgminutes.documents.letter import render_letter_text

        return render_letter_text(letter, style)


class IndependentVerifier:
    """The search of the finished bytes, which shares nothing with what made them.

    What is looked for is made ready once for all files and texts of a release.
    """

    def __init__(self) -> None:
        self._ready: tuple[tuple[str, ...], Check] | None = None

    def search(self, files: Mapping[str, bytes], *, withheld: Sequence[str], allowed: Sequence[str]) -> Search:
        """Look for everything withheld in the files."""
        from lpgminutes.verify import Check

        if self._ready is None or self._ready[0] != tuple(withheld):
            self._ready = tuple(withheld), Check(withheld)
        check = self._ready[1].allowing(allowed)
        found: list[Found] = []
        parts: dict[str, int] = {}
        for name, content in files.items():
            verdict = check.verdict(content, name=name)
            parts[name] = len(verdict.parts)
            found += (
                Found(file=name, part=h.part, how=h.how, term=h.term, words=stands.words, line=stands.line)
                for h in verdict.hits
                for stands in h.stands
            )
            found += (Found(file=name, part=r.part, how=f"{r.code} ({r.detail})", term=None) for r in verdict.risky)
        return Search(found=tuple(found), terms=len(withheld), forms=check.forms, parts=parts)


def working_days() -> WorkingDays:
    """Return the working days as the variables say, or of the United Kingdom; loaded when first asked for."""
    from lpgminutes.dates.bank_holidays import Nations
    from lpgminutes.dates.bank_holidays import working_days as counted

    return counted(
        _chosen(_HOLIDAYS_VARIABLE, Nations.UNITED_KINGDOM), receipt=_chosen(_RECEIPT_VARIABLE, Receipt.STATUTORY)
    )


def house_law() -> Regime:
    """Return the law that the body is under: that of Scotland where its bank holidays are those that count."""
    from lpgminutes.dates.bank_holidays import Nations

    nations = _chosen(_HOLIDAYS_VARIABLE, Nations.UNITED_KINGDOM)
    return Regime.FOISA if nations is Nations.SCOTLAND else Regime.FOIA


def _chosen(variable: str, default: Choice) -> Choice:
    """Return the choice that a variable names (``next-working-day``), or the default when it is not set."""
    said = os.environ.get(variable, "")
    choices = {choice.name.lower().replace("_", "-"): choice for choice in type(default)}
    if said and said not in choices:
        raise UsageError(f"{variable} is {said[:40]}, which is none of: {', '.join(choices)}.")
    return choices.get(said, default)


def house_dates() -> DateReader:
    """Return the reader of due phrases."""
    from lpgminutes.dates.reader import HouseDates

    return HouseDates(working_days=working_days())


def capture_tools() -> "CaptureTools":
    """Return what lines are read and recorded with."""
    from lpgminutes.services.capture import CaptureTools

    return CaptureTools(dates=house_dates(), interchange=HouseInterchange(), people=typed_person)


def typed_person(typed: str) -> Attendance | None:
    """Take a name apart that was typed with what the person is; ``None`` where the name stands alone."""
    from lpgminutes.importing.typed_person import read_typed_person

    return read_typed_person(typed)


def house_recogniser() -> "Recogniser":
    """Return what tells numbers and near misses of names when something is suggested."""
    from lpgminutes.recognising import HouseRecogniser

    return HouseRecogniser()


def release_tools() -> "Tools":
    """Return what a release is made with."""
    from lpgminutes.files import staged_folder
    from lpgminutes.services.releases import Tools

    return Tools(
        interchange=HouseInterchange(),
        renderers=HouseRenderers(),
        verifier=IndependentVerifier(),
        publisher=staged_folder,
    )


def own_views() -> "SavedViews":
    """Return the views of the action log that this user saved."""
    from lpgminutes.saved_views import SavedViews, default_place

    return SavedViews(default_place())
