"""The command that reviews a copy which somebody redacted."""

from pathlib import Path

import click

from lpgminutes import bootstrap
from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json
from lpgminutes.cli.review_output import comparison_json, print_comparison, print_review, review_json, say_the_rest
from lpgminutes.domain.reviewing import Comparison, RedactedCopy
from lpgminutes.errors import ExitCode
from lpgminutes.files import read_given


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
        print_json(review_json(result) | ({} if beside is None else {"against": comparison_json(beside)}))
    else:
        print_review(result)
        if beside is not None:
            print_comparison(beside, has_marks=bool(result.copy.marks()))
    say_the_rest(result)
    disagrees = beside is not None and any(
        (beside.open_again, beside.left_out, beside.added, beside.over_nothing, beside.moved, beside.numbers)
    )
    return ExitCode.FOUND if result.findings or disagrees else ExitCode.DONE


def _beside(session: Session, meeting: str, copy: RedactedCopy) -> Comparison:
    from lpgminutes.services.review import review_against

    return review_against(session.opened(), meeting, copy)
