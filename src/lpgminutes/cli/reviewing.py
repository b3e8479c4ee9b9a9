"""The command that reviews a copy which somebody redacted."""

from pathlib import Path

import click

from lpgminutes import bootstrap
from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json, say
from lpgminutes.domain.findings import Severity
from lpgminutes.domain.reviewing import RedactedCopy, ReviewFinding, Withheld
from lpgminutes.errors import ExitCode
from lpgminutes.files import read_given
from lpgminutes.services.review import Review


@click.command(epilog="Example: lpgminutes review release-foi2026-101/foi2026-101-minutes.docx")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print what is withheld and what was found as JSON.")
@click.pass_obj
def review(session: Session, file: Path, *, as_json: bool) -> int:  # noqa: ARG001 - every command has it
    """Say what a redacted copy withholds under what, and everything that is wrong with it.

    The copy may be anybody's: text, Markdown, Word or PDF. Nothing of it is kept. Exit code 1 when something was found.
    """
    from lpgminutes.services.review import review as reviewed

    result = reviewed(bootstrap.read_copy(read_given(file), name=file.name))
    if as_json:
        print_json(_as_json(result))
    else:
        _print_withheld(result)
        _print_findings(result.findings)
    _say_the_rest(result)
    return ExitCode.FOUND if result.findings else ExitCode.DONE


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
        say("Nothing was found.")
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
