"""The command that reviews a copy which somebody redacted."""

from collections.abc import Iterable
from pathlib import Path

import click

from lpgminutes import bootstrap
from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json, say
from lpgminutes.domain.findings import Severity
from lpgminutes.domain.reviewing import Comparison, RedactedCopy, ReviewFinding, Withheld
from lpgminutes.domain.reviewing.against import Stretch
from lpgminutes.errors import ExitCode
from lpgminutes.files import read_given
from lpgminutes.services.review import Review


@click.command(epilog="Example: lpgminutes review release-foi2026-101/foi2026-101-minutes.docx")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--against", "meeting", metavar="MEETING", help="Lay it beside the minutes that it was made of.")
@click.option("--json", "as_json", is_flag=True, help="Print what is withheld and what was found as JSON.")
@click.pass_obj
def review(session: Session, file: Path, meeting: str | None, *, as_json: bool) -> int:
    """Say what a redacted copy withholds under what, and everything that is wrong with it.

    The copy may be anybody's: text, Markdown, Word or PDF. Nothing of it is kept. With --against, the words under each
    mark are listed too, and whatever does not agree with the minutes. Exit code 1 when something was found.
    """
    from lpgminutes.services.review import review as reviewed

    result = reviewed(bootstrap.read_copy(read_given(file), name=file.name))
    beside = None if meeting is None else _beside(session, meeting, result.copy)
    if as_json:
        print_json(_as_json(result) | ({} if beside is None else {"against": _comparison_json(beside)}))
    else:
        _print_withheld(result)
        _print_findings(result.findings)
        if beside is not None:
            _print_comparison(beside, has_marks=bool(result.copy.marks()))
    _say_the_rest(result)
    disagrees = beside is not None and any(
        (beside.open_again, beside.left_out, beside.added, beside.over_nothing, beside.numbers)
    )
    return ExitCode.FOUND if result.findings or disagrees else ExitCode.DONE


def _beside(session: Session, meeting: str, copy: RedactedCopy) -> Comparison:
    from lpgminutes.services.review import review_against

    return review_against(session.opened(), meeting, copy)


def _print_comparison(beside: Comparison, *, has_marks: bool) -> None:
    none = "What its marks stand for cannot be told." if has_marks else "None are withheld."
    listed = "Withheld are:" if beside.withheld else none
    click.echo(f"Beside the minutes: {beside.released_words} words of them are released. {listed}")
    for stretch in beside.withheld:
        click.echo(f'  {stretch.where}: "{stretch.words}" under {"; ".join(stretch.cited)}')
    for heading, stretches in (
        ("Withheld in one place and open in another", beside.open_again),
        ("Left out without a mark", beside.left_out),
        ("Open, and not in the minutes", beside.added),
        ("Marked, and the minutes have nothing there", beside.over_nothing),
    ):
        for place in stretches:
            click.echo(f'{heading}: "{place.words}" in {place.where}')
    if beside.numbers:
        click.echo(beside.numbers)


def _print_withheld(result: Review) -> None:
    total = sum(row.marks for row in result.withheld)
    click.echo(f"{result.copy.name}: {_counted(total, 'mark')}.")
    for row in result.withheld:
        subjects = ", ".join(
            f"{count} {subject.value if count == 1 else subject.plural}" for subject, count in row.subjects
        )
        places = ", ".join(f"{place} ({count})" if count > 1 else place for place, count in row.places)
        click.echo(f"  {row.cited}: {_counted(row.marks, 'mark')}: {subjects}\n    in {places}")


def _print_findings(findings: tuple[ReviewFinding, ...]) -> None:
    for finding in findings:
        where = f" in {finding.where()}" if finding.places else ""
        severity = finding.severity.value
        severity = severity.upper() if finding.severity is Severity.GIVES_AWAY else severity
        click.echo(f'[{severity}] {finding.kind.value}: "{finding.text}"{where}')
        click.echo(f"    {finding.explanation}\n    To do: {finding.remedy}")


def _say_the_rest(result: Review) -> None:
    for unseen in result.copy.not_looked_at:
        say(f"Not looked at: {unseen}.")
    grave = sum(finding.severity is Severity.GIVES_AWAY for finding in result.findings)
    if not result.copy.marks():
        say("No mark of a redaction was found; words that were taken out without one leave nothing to be read.")
    if not result.findings:
        say("Nothing was found in what was looked at." if result.copy.not_looked_at else "Nothing was found.")
    else:
        say(f"{_counted(len(result.findings), 'finding')}, {grave or 'none'} of which {_gives(grave)} something away.")


def _gives(count: int) -> str:
    return "gives" if count <= 1 else "give"


def _counted(count: int, name: str) -> str:
    return f"{count or 'no'} {name}{'' if count == 1 else 's'}"


def _as_json(result: Review) -> dict[str, object]:
    return {
        "file": result.copy.name,
        "marks": _marks_json(result.copy),
        "withheld": [_withheld_json(row) for row in result.withheld],
        "findings": [_finding_json(finding) for finding in result.findings],
        "not_looked_at": list(result.copy.not_looked_at),
    }


def _comparison_json(beside: Comparison) -> dict[str, object]:
    def places(stretches: Iterable[Stretch]) -> list[dict[str, str]]:
        return [{"place": stretch.where, "text": stretch.words} for stretch in stretches]

    return {
        "released_words": beside.released_words,
        "withheld": [
            {"place": stretch.where, "text": stretch.words, "citation": list(stretch.cited)}
            for stretch in beside.withheld
        ],
        "open_again": places(beside.open_again),
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
