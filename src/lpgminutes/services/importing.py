"""Meetings that come in from files: kept once, and known again."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lpgminutes.domain.guessed_bodies import guessed_body
from lpgminutes.domain.imports import ImportedFile
from lpgminutes.domain.meetings import Meeting, Series
from lpgminutes.domain.papers import Doubt, Paper
from lpgminutes.services.ports import Interchange, Records, Store, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedMeeting:
    """What became of a meeting that was brought in."""

    meeting: Meeting
    is_new: bool
    """False when the store already held it: the very same meeting, or one from the very same file."""
    warnings: tuple[str, ...]


def import_meeting(
    store: Store,
    read: Meeting,
    *,
    warnings: tuple[str, ...],
    interchange: Interchange,
    who: str,
    file: ImportedFile | None = None,
    again: bool = False,
) -> ImportedMeeting:
    """Keep a meeting that was read from a file; the very same one is kept once.

    A file that a meeting came in from before brings nothing in, unless it is to come in ``again``.
    """
    with store.change("import a meeting", who=who) as work:
        body = work.series.find(read.series.short_name) or work.series.add(read.series)
        incoming = replace(read, series=replace(body, action_reference=read.series.action_reference))
        same_day = _on_the_same_day(work, read)
        for known in same_day:
            if interchange.freeze(known) == interchange.freeze(replace(read, series=known.series)):
                told = (*warnings, f"{known.ref} already holds these very minutes; nothing was added.")
                return ImportedMeeting(meeting=known, is_new=False, warnings=told)
        if file and not again and (before := work.imports.meetings_from(file)):
            told = (*warnings, f"This very file was brought in before, as {before[0]}; nothing was added.")
            return ImportedMeeting(meeting=work.meetings.get(before[0]), is_new=False, warnings=told)
        told = (*warnings, *_body_warnings(body, read), *_reference_warnings(work, body, read))
        added = work.meetings.add(replace(incoming, series=body))
        if file:
            work.imports.add(file, added)
        work.commit()
    if same_day:
        told = (*told, f"{same_day[0].ref} is another meeting of that day; this one is kept as {added.ref}.")
    return ImportedMeeting(meeting=added, is_new=True, warnings=told)


def with_known_body(records: Records, paper: Paper) -> Paper:
    """Return a paper under the body that its title names, as far as the records know it."""
    return _with_body(paper, records.series.all())


def with_bodies(papers: Iterable[Paper], known: Iterable[Series]) -> list[Paper]:
    """Return papers under the bodies that they would come in under, one after the other."""
    bodies = {body.short_name.casefold(): body for body in known}
    each = []
    for paper in papers:
        each.append(_with_body(paper, tuple(bodies.values())))
        body = each[-1].meeting.series
        bodies.setdefault(body.short_name.casefold(), body)
    return each


def _with_body(paper: Paper, bodies: Sequence[Series]) -> Paper:
    if not paper.is_body_guessed:
        return paper
    guessed = guessed_body(paper.meeting.series, bodies)
    told = (guessed.told,) if guessed.told else ()
    return replace(
        paper,
        meeting=replace(paper.meeting, series=guessed.series),
        doubts=(*(Doubt(sentence=sentence) for sentence in told), *paper.doubts),
        warnings=(*told, *paper.warnings),
    )


def brought_in_before(store: Store, files: Sequence[ImportedFile]) -> tuple[str | None, ...]:
    """Return for each file the ref of the meeting that came in from it before, or ``None``."""
    with store.read() as records:
        return tuple(next(iter(records.imports.meetings_from(file)), None) for file in files)


def _on_the_same_day(work: UnitOfWork, read: Meeting) -> list[Meeting]:
    today = read.date or dt.date.min
    return [
        work.meetings.get(str(summary.id))
        for summary in work.meetings.summaries(today=today, series=read.series.short_name)
        if summary.date == read.date and summary.title == read.title
    ]


def _body_warnings(body: Series, read: Meeting) -> tuple[str, ...]:
    if body.name == read.series.name:
        return ()
    return (f"The body {body.short_name} is kept as {body.name!r}; the file calls it {read.series.name!r}.",)


def _reference_warnings(work: UnitOfWork, body: Series, read: Meeting) -> tuple[str, ...]:
    taken = work.actions.references(body)
    clashes = [action.ref for action in read.actions if action.ref and action.ref in taken]
    return (f"These references are already in the action log: {', '.join(clashes)}.",) if clashes else ()
