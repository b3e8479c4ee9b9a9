"""A text that asks one owner what has become of each action: to be pasted, or as a draft of an e-mail.

Nothing is sent. A draft has no recipient and no sender: who opens it says whom it goes to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from functools import cache
from typing import Final

import jinja2

from lpgminutes.documents.action_columns import status_words
from lpgminutes.documents.context import as_variables
from lpgminutes.documents.environment import text_environment
from lpgminutes.documents.texts import SIGNS, Expected, Printed, Section, left_out, out_of_order, printable, traced
from lpgminutes.domain.actions import ActionSummary
from lpgminutes.domain.folding import fold
from lpgminutes.domain.reports import Chaser
from lpgminutes.domain.sayings.written_dates import long_date, short_date
from lpgminutes.errors import RenderError
from lpgminutes.resources import template_bytes

_LONGEST_SLUG: Final = 40
_LONGEST_SUBJECT: Final = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class ChaserLine:
    """One action that is asked about."""

    ref: Printed
    text: Printed
    due: Printed
    first_due: str
    slips: int
    status: str
    raised: Printed
    last_note: Printed


@dataclass(frozen=True, slots=True, kw_only=True)
class ChaserContext:
    """Everything that a template of a chaser may print."""

    marking: str
    title: Printed
    as_at: Printed
    owner: Printed
    outstanding: int
    overdue: int
    actions: tuple[ChaserLine, ...]


def render_chaser(chaser: Chaser) -> str:
    """Return the text that asks an owner, from the house template."""
    expected = Expected()
    written = _template().render(as_variables(_context(chaser, expected)))
    found = traced(written)
    if places := left_out(expected.texts, found):
        raise RenderError(f"The template chaser.txt leaves out {places[0]}. Print every variable that it is given.")
    if sections := out_of_order(expected.texts, found):
        raise RenderError(f"The template chaser.txt changes the order of the {sections[0]}. Print them as they come.")
    text = SIGNS.sub("", written).strip("\n") + "\n"
    if not text.startswith(chaser.marking):
        raise RenderError("The template chaser.txt does not begin with the marking: begin it with {{ marking }}.")
    return text


def render_draft(chaser: Chaser) -> bytes:
    """Return the text as a draft of an e-mail, unsent and addressed to nobody."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = _subject(chaser)
    message.set_content(render_chaser(chaser), cte="quoted-printable")
    return message.as_bytes()


def draft_files(chasers: Sequence[Chaser]) -> dict[str, bytes]:
    """Return a draft for each owner, by a file name made of a number and of plain letters."""
    return {f"{number:02}-{_slug(chaser.owner)}.eml": render_draft(chaser) for number, chaser in enumerate(chasers, 1)}


def _subject(chaser: Chaser) -> str:
    """Return one line: a line break in a header would begin another header."""
    words = " ".join(f"{chaser.marking}: {chaser.title}, for {chaser.owner}, {short_date(chaser.as_at)}".split())
    return printable(words, "the subject")[:_LONGEST_SUBJECT]


def _slug(owner: str) -> str:
    letters = fold(owner).text.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST_SLUG].strip("-") or "owner"


def _context(chaser: Chaser, expected: Expected) -> ChaserContext:
    def head(words: str, where: str) -> Printed:
        return expected.words(words, where, Section.HEAD)

    return ChaserContext(
        marking=printable(chaser.marking, "the marking"),
        title=head(chaser.title, "the title"),
        as_at=head(long_date(chaser.as_at), "the day"),
        owner=head(chaser.owner, "the owner"),
        outstanding=len(chaser.actions),
        overdue=sum(action.is_overdue(chaser.as_at) for action in chaser.actions),
        actions=tuple(_line(action, chaser, expected) for action in chaser.actions),
    )


def _line(action: ActionSummary, chaser: Chaser, expected: Expected) -> ChaserLine:
    def cell(words: str) -> Printed:
        return expected.words(words, f"action {action.ref}", Section.ROWS)

    ref, text = cell(action.ref), cell(action.text)
    due = cell(short_date(action.due) if action.due else action.due_as_written)
    minute = f", minute {action.raised_in}" if action.raised_in else ""
    return ChaserLine(
        ref=ref,
        text=text,
        due=due,
        first_due=short_date(action.original_due) if action.original_due else "",
        slips=action.slips,
        status=status_words(action, chaser.as_at),
        raised=cell(f"{action.meeting_ref}{minute}"),
        last_note=cell(action.last_note),
    )


@cache
def _template() -> jinja2.Template:
    return text_environment().from_string(template_bytes("chaser.txt").decode())
