"""From a source to a meeting: each part read by its own recogniser, and all that is doubtful said with its place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lpgminutes.domain.marking_scheme import Tier
from lpgminutes.domain.markings import Marking, read_marking
from lpgminutes.domain.meetings import Meeting
from lpgminutes.errors import InputError
from lpgminutes.importing.action_records import action_records, structure_of
from lpgminutes.importing.action_tables import read_action_tables
from lpgminutes.importing.actions import find_actions
from lpgminutes.importing.attendance import settled
from lpgminutes.importing.body import Body, build_body
from lpgminutes.importing.body_attendance import body_attendance
from lpgminutes.importing.closing import closing_hour
from lpgminutes.importing.coverage import places_without_part, words_without_place
from lpgminutes.importing.division import Division, divide
from lpgminutes.importing.flattened_tables import with_rows
from lpgminutes.importing.foot import Foot, read_foot
from lpgminutes.importing.front_matter import with_front_matter
from lpgminutes.importing.furniture import CleanPages, strip_furniture
from lpgminutes.importing.head import Head, read_head
from lpgminutes.importing.layout_tables import unroll_tables
from lpgminutes.importing.margin_cues import take_margin_cues
from lpgminutes.importing.margins import take_margin
from lpgminutes.importing.next_meeting import find_next_meeting, merged
from lpgminutes.importing.own.reading import OwnPaper, own_paper, read_own_paper
from lpgminutes.importing.owners import Called, called
from lpgminutes.importing.paragraphs import Opening, Paragraph, paragraphs
from lpgminutes.importing.remarks import Remarks
from lpgminutes.importing.run_in_tables import with_run_in_rows
from lpgminutes.importing.series import series_of
from lpgminutes.importing.source import PlaceUnit, SetAside, Source, SourceRemark
from lpgminutes.importing.unfolding import unfolded
from lpgminutes.importing.wrapping import Wrapping, wrapping_of
from lpgminutes.services.ports import DateReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A meeting as read from a file, and what a person should look at."""

    meeting: Meeting
    warnings: tuple[str, ...] = ()
    """Every doubt in a sentence with its place."""
    doubts: tuple[SourceRemark, ...] = ()
    """The same doubts, their places apart."""
    set_aside: tuple[SetAside, ...] = ()
    """The words of the file that are in no record."""


def read_source(source: Source, *, name: str, dates: DateReader | None = None) -> Reading:
    """Read the minutes or the action log in a source; ``name`` is what a refusal calls the file."""
    remarks = Remarks(unit=source.unit)
    remarks.take(source.remarks)
    pages = strip_furniture(source.lines)
    paper = None if source.front_matter else own_paper(pages.lines, is_text=source.unit is PlaceUnit.LINE)
    if paper is not None:
        return _read_back(source, paper, pages, dates, remarks)
    laid = unroll_tables(pages.lines)
    margin = take_margin(laid.lines)
    division = divide(with_rows(unfolded(margin.lines)), remarks)
    head = with_front_matter(read_head(division.head, remarks), source.front_matter, pages.margins, remarks)
    known = called(head.attendance)
    cues = take_margin_cues(division.body, division.openings, known)
    division = with_log_rows(replace(division, body=cues.lines, openings=cues.openings), known)
    wrapping = wrapping_of(division.body) if source.is_wrapped else Wrapping(width=None, is_paragraphs=True)
    body = _paragraphs(division, head, wrapping, remarks)
    rows = read_action_tables(body, known)
    tree = _tree([paragraph for at, paragraph in enumerate(body) if at not in rows], remarks)
    found = find_actions(body, rows, (*margin.notes, *cues.notes), known, remarks)
    if not tree.items and not found:
        raise InputError(f"{name} holds no minutes that can be read: no numbered item, heading or action was found.")
    foot = read_foot(division.foot, remarks)
    meeting = _meeting(head, tree, foot, pages, remarks)
    meeting = replace(meeting, actions=action_records(found, body, tree, meeting, dates, remarks))
    aside = (*source.set_aside, *pages.set_aside, *laid.set_aside, *margin.set_aside, *cues.set_aside, *remarks.left())
    _prove(source, division, tree, aside, structure_of(body, rows), remarks)
    return Reading(
        meeting=meeting,
        warnings=remarks.sentences(),
        doubts=remarks.located(),
        set_aside=tuple(sorted(aside, key=_place)),
    )


def _read_back(
    source: Source, paper: OwnPaper, pages: CleanPages, dates: DateReader | None, remarks: Remarks
) -> Reading:
    """Read minutes that this program wrote."""
    own = read_own_paper(paper, _marking(pages, remarks), dates, remarks)
    aside = (*source.set_aside, *pages.set_aside, *remarks.left())
    division = Division(head=pages.lines, body=own.body)
    _prove(source, division, own.tree, aside, structure_of(own.paragraphs, {}), remarks)
    return Reading(
        meeting=own.meeting,
        warnings=remarks.sentences(),
        doubts=remarks.located(),
        set_aside=tuple(sorted(aside, key=_place)),
    )


def with_log_rows(division: Division, known: Called) -> Division:
    """Return a division with the rows of a log that a scanner ran together, below the last item."""
    last = division.openings[-1].index if division.openings else 0
    return replace(division, body=(*division.body[:last], *with_run_in_rows(division.body[last:], known)))


def _prove(
    source: Source,
    division: Division,
    tree: Body,
    aside: Sequence[SetAside],
    structure: Iterable[str],
    remarks: Remarks,
) -> None:
    """Say what was dropped, if anything was: no word may leave without a trace."""
    for place, count in words_without_place(division.body, tree.items, structure, aside).items():
        remarks.at(place, f"{count} of its words are in no part of the minutes; check it.")
    for place in places_without_part(source.lines, (division.head, division.body, division.foot), aside):
        remarks.at(place, "this line is in no part of the minutes; check it.")


def _place(aside: SetAside) -> int:
    return aside.place


def _paragraphs(division: Division, head: Head, wrapping: Wrapping, remarks: Remarks) -> list[Paragraph]:
    """Return the paragraphs of the body; running text above the first item goes under it, and that is said."""
    body = list(paragraphs(division.body, division.openings, remarks, wrapping=wrapping))
    preamble = [
        Paragraph(opening=Opening.PLAIN, line=line.place, places=(line.place,), text=line.text)
        for line in head.preamble
    ]
    for paragraph in preamble if division.openings else ():
        remarks.at(paragraph.line, "a paragraph above the first item was kept as that item's first minute; move it.")
    return [*body[:1], *preamble, *body[1:]] if division.openings else [*preamble, *body]


def _tree(body: Sequence[Paragraph], remarks: Remarks) -> Body:
    """Return the tree of a paper with items; a log has none, and what stands around its rows is set aside."""
    if body and body[0].opening is Opening.ITEM:
        return build_body(body, remarks)
    for paragraph in body:
        remarks.leave(paragraph.line, paragraph.text, "a line beside the actions of a log")
    return Body(items=(), placed=())


def _meeting(head: Head, tree: Body, foot: Foot, pages: CleanPages, remarks: Remarks) -> Meeting:
    if not head.title:
        remarks.whole("No title was found; add it by hand.")
    if head.date is None and not any(mark.field == "date" for mark in head.marks):
        remarks.whole("No date of the meeting was found; add it by hand.")
    is_marked = any(mark.field == "next_meeting" for mark in foot.marks)
    attendance = (*head.attendance, *body_attendance(tree.placed, head.attendance, remarks))
    return Meeting(
        series=series_of(head.title),
        title=head.title,
        subtitle=head.subtitle,
        marking=_marking(pages, remarks),
        date=head.date,
        start=head.start,
        end=head.end or closing_hour(placed.paragraph.text for placed in tree.placed),
        location=head.location,
        attendance=settled(attendance, remarks),
        items=tree.items,
        next_meeting=foot.next_meeting if is_marked else merged(foot.next_meeting, find_next_meeting(tree.placed)),
        contact=foot.contact,
        marks=(*head.marks, *foot.marks),
    )


def _marking(pages: CleanPages, remarks: Remarks) -> Marking:
    """Return the first marking that was printed; the others should be the same."""
    for place in pages.own_markings[:1]:
        remarks.at(
            place, "this marking is the body's own and none of the government scheme; see that the one kept fits."
        )
    if not pages.markings:
        remarks.whole(f"No protective marking was found; {Tier.OFFICIAL.value} was taken. Check it.")
        return read_marking(Tier.OFFICIAL.value)
    first = pages.markings[0][1]
    for place, marking in pages.markings:
        if marking.canonical != first.canonical:
            remarks.at(place, "this marking is not the one at the top; the one at the top was kept.")
    return first
