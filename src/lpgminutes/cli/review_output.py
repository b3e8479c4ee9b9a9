"""How a review is printed: what is withheld, what was found, what a comparison tells, in lines that fit."""

import re
import textwrap
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

import click

from lpgminutes.cli.output import printable, say
from lpgminutes.domain.findings import Severity
from lpgminutes.domain.reviewing import Comparison, RedactedCopy, ReviewFinding, Withheld
from lpgminutes.domain.reviewing.against import Released, Stretch
from lpgminutes.services.review import Review

_WIDTH = 80
_LONGEST_QUOTE = 40
"""Words of a stretch that are printed; of a longer one, the first and the last of them."""
_ENDS = 12
_SPAN = 3
"""Places that follow one another and are printed as a span."""
_PLACE = re.compile(r"\b(line|page|paragraph) (?=\d)")
"""A place, which is not broken over two lines."""


def print_review(result: Review) -> None:
    """Print what a copy withholds under what, and what was found in it."""
    total = sum(row.marks for row in result.withheld)
    _put(f"{result.copy.name}: {_counted(total, 'mark')}.")
    for row in result.withheld:
        _print_withheld(row)
    for finding in result.findings:
        _print_finding(finding)


def print_comparison(beside: Comparison, *, has_marks: bool) -> None:
    """Print how a copy lies beside the minutes."""
    _put(f"Beside the minutes: {beside.released_words} words of them are released.")
    if beside.is_of_others:
        _put("Hardly any of the words agree: the copy may be of another meeting.")
    _print_released(beside.released)
    none = "What its marks stand for cannot be told." if has_marks else "None are withheld."
    _put("Withheld are:" if beside.withheld else none)
    for stretch in beside.withheld:
        _put(f"{stretch.where}: {_quoted(stretch.words)} under {'; '.join(stretch.cited)}", "  ")
    for heading, stretches in (
        ("Withheld in one place and open in another", beside.open_again),
        ("Moved", beside.moved),
        ("Left out without a mark", beside.left_out),
        ("Open, and not in the minutes", beside.added),
        ("Marked, and the minutes have nothing there", beside.over_nothing),
    ):
        for place in stretches:
            _put(f"{heading}: {_quoted(place.words)} in {place.where}")
    if beside.numbers:
        _put(beside.numbers)


def _print_released(released: Sequence[Released]) -> None:
    """Print which minutes are released whole, which in part and which not at all."""
    minutes = [one for one in released if not one.is_title]
    titles = [one for one in released if one.is_title and one.released < one.words]
    part = [f"{one.where} ({one.released} of {one.words})" for one in minutes if 0 < one.released < one.words]
    for heading, places in (
        ("Whole", _runs(minutes, [one.released == one.words for one in minutes])),
        ("In part (words)", part),
        ("Not at all", _runs(minutes, [one.released == 0 for one in minutes])),
        ("Without the whole title", [one.where for one in titles]),
    ):
        if places:
            _put(f"{heading}: {', '.join(places)}", "  ")


def _runs(released: Sequence[Released], chosen: Sequence[bool]) -> list[str]:
    """Return the places that are chosen, those that follow one another as a span."""
    places: list[str] = []
    for is_chosen, group in groupby(zip(released, chosen, strict=True), key=itemgetter(1)):
        run = [one.where for one, _ in group]
        if is_chosen:
            places += run if len(run) < _SPAN else [f"{run[0]} to {run[-1]}"]
    return places


def say_the_rest(result: Review) -> None:
    """Say, beside the data, what was not looked at and how much was found."""
    for unseen in result.copy.not_looked_at:
        say(f"Not looked at: {printable(unseen)}.")
    if not result.copy.marks():
        say("No mark of a redaction was found; words that were taken out without one leave nothing to be read.")
    if result.findings:
        say(_found(len(result.findings), sum(finding.severity is Severity.GIVES_AWAY for finding in result.findings)))
    else:
        say("Nothing was found in what was looked at." if result.copy.not_looked_at else "Nothing was found.")


def _found(count: int, grave: int) -> str:
    if count == 1:
        return f"1 finding, which gives {'something' if grave else 'nothing'} away."
    if not grave:
        return f"{count} findings, none of which gives anything away."
    return f"{count} findings, {grave} of which {'give' if grave > 1 else 'gives'} something away."


def _print_withheld(row: Withheld) -> None:
    subjects = ", ".join(
        f"{count} {subject.value if count == 1 else subject.plural}" for subject, count in row.subjects
    )
    places = ", ".join(f"{place} ({count})" if count > 1 else place for place, count in row.places)
    _put(f"{row.cited}: {_counted(row.marks, 'mark')}: {subjects}", "  ")
    _put(f"in {places}", "    ", further="    ")


def _print_finding(finding: ReviewFinding) -> None:
    where = f" in {finding.where()}" if finding.places else ""
    severity = finding.severity.value
    severity = severity.upper() if finding.severity is Severity.GIVES_AWAY else severity
    _put(f'[{severity}] {finding.kind.value}: "{finding.text}"{where}')
    _put(finding.explanation, "    ", further="    ")
    _put(f"To do: {finding.remedy}", "    ", further="    ")


def _put(text: str, first: str = "", *, further: str | None = None) -> None:
    """Print a text in lines that fit; the further ones are set in, so that one sees where the next entry begins."""
    lines = textwrap.wrap(
        _PLACE.sub("\\1\u00a0", printable(text)),
        _WIDTH,
        initial_indent=first,
        subsequent_indent=f"{first}    " if further is None else further,
        break_long_words=False,
        break_on_hyphens=False,
    )
    click.echo("\n".join(lines).replace("\u00a0", " "))


def _quoted(words: str) -> str:
    """Return a stretch as it is printed: a long one by its ends, and how long it is."""
    said = words.split()
    if len(said) <= _LONGEST_QUOTE:
        return f'"{words}"'
    return f'"{" ".join(said[:_ENDS])} \u2026 {" ".join(said[-_ENDS:])}" ({len(said)} words)'


def _counted(count: int, name: str) -> str:
    return f"{count or 'no'} {name}{'' if count == 1 else 's'}"


def review_json(result: Review) -> dict[str, object]:
    """Return a review as it is printed as JSON."""
    return {
        "file": result.copy.name,
        "marks": _marks_json(result.copy),
        "withheld": [_withheld_json(row) for row in result.withheld],
        "findings": [_finding_json(finding) for finding in result.findings],
        "not_looked_at": list(result.copy.not_looked_at),
    }


def comparison_json(beside: Comparison) -> dict[str, object]:
    """Return a comparison as it is printed as JSON."""

    def places(stretches: Iterable[Stretch]) -> list[dict[str, str]]:
        return [{"place": stretch.where, "text": stretch.words} for stretch in stretches]

    return {
        "released_words": beside.released_words,
        "released": [
            {"place": one.where, "is_title": one.is_title, "words": one.words, "released": one.released}
            for one in beside.released
        ],
        "withheld": [
            {"place": stretch.where, "text": stretch.words, "citation": list(stretch.cited)}
            for stretch in beside.withheld
        ],
        "open_again": places(beside.open_again),
        "moved": places(beside.moved),
        "left_out": places(beside.left_out),
        "added": places(beside.added),
        "over_nothing": places(beside.over_nothing),
        "numbers": beside.numbers,
    }


def _marks_json(copy: RedactedCopy) -> list[dict[str, object]]:
    return [
        {
            "place": passage.place_of(mark.start).words(),
            "as_shown": mark.as_shown,
            "label": mark.label,
            "label_position": mark.side.value,
            "citation": [exemption.citation() for exemption in mark.exemptions],
            "what": mark.subject.value,
        }
        for passage, mark in copy.marks()
    ]


def _withheld_json(row: Withheld) -> dict[str, object]:
    return {
        "citation": row.cited,
        "marks": row.marks,
        "what": {subject.value: count for subject, count in row.subjects},
        "places": dict(row.places),
    }


def _finding_json(finding: ReviewFinding) -> dict[str, object]:
    return {
        "finding": finding.kind.value,
        "severity": finding.severity.value,
        "text": finding.text,
        "places": [place.words() for place in finding.places],
        "explanation": finding.explanation,
        "remedy": finding.remedy,
    }
