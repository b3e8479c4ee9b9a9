"""The command that shows how a due phrase is read."""

import datetime as dt

import click

from lpgminutes import bootstrap
from lpgminutes.cli.action_words import read_day
from lpgminutes.cli.output import print_json, say, warn
from lpgminutes.domain.due_dates import DueKind, DueReading
from lpgminutes.domain.due_phrases import FAMILIES
from lpgminutes.domain.sayings.written_dates import weekday_date
from lpgminutes.domain.working_days import foi_due
from lpgminutes.errors import ExitCode, UsageError


class _WithPolicy(click.Command):
    """A command whose help says how each family of phrases is read."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("How phrases are read (--policy adds examples)"):
            formatter.write_dl([(family.name, family.rule) for family in FAMILIES])
        super().format_epilog(ctx, formatter)


@click.command(cls=_WithPolicy, epilog="Example: lpgminutes due 'end of next week' --on 2019-06-20")
@click.argument("phrase", required=False)
@click.option("--on", metavar="YYYY-MM-DD", help="The day on which it is said, that of the meeting (else today).")
@click.option("--next-meeting", metavar="YYYY-MM-DD", help="When the next meeting is.")
@click.option("--body", default="", metavar="NAME", help="The body's names, to tell its meetings from others'.")
@click.option("--received", metavar="YYYY-MM-DD", help="Say when a request received then must be answered, and leave.")
@click.option("--policy", is_flag=True, help="Show how each family of phrases is read, with examples, and leave.")
@click.option("--json", "as_json", is_flag=True, help="Print the reading as JSON.")
def due(
    phrase: str | None,
    on: str | None,
    next_meeting: str | None,
    body: str,
    received: str | None,
    *,
    policy: bool,
    as_json: bool,
) -> int:
    """Show how a due phrase is read: a day, a meeting, words without a date, or a question."""
    if policy:
        return _print_policy(as_json=as_json)
    if received:
        return _print_limit(read_day(received), as_json=as_json)
    if phrase is None:
        raise UsageError("There is no phrase: give one in quotes, or ask for --received DATE or --policy.")
    day = read_day(on) if on else bootstrap.today()
    meeting = read_day(next_meeting) if next_meeting else None
    read = bootstrap.house_dates().read(phrase, on=day, next_meeting=meeting, body=body)
    if as_json:
        print_json(_json(read))
    else:
        _print(read)
    return ExitCode.INPUT if read.kind is DueKind.UNREAD else ExitCode.DONE


def _json(read: DueReading) -> dict[str, object]:
    question = {"question": read.question, "choices": [day.isoformat() for day in read.choices]}
    return {
        "phrase": read.phrase,
        "due": read.due.isoformat() if read.due else None,
        "kind": read.kind.value,
        "reading": read.reading,
        **(question if read.kind is DueKind.ASK else {}),
    }


def _print(read: DueReading) -> None:
    if read.kind is DueKind.UNREAD:
        say(f"lpgminutes: error: {read.reading}")
        return
    click.echo(read.reading)
    if read.question:
        say(read.question)


def _print_limit(received: dt.date, *, as_json: bool) -> int:
    """Print the twentieth working day following the receipt of a request, as the body counts."""
    days = bootstrap.working_days()
    limit = foi_due(received, days)
    warn(filter(None, [days.caution(limit)]))
    if as_json:
        print_json({"received": received.isoformat(), "due": limit.isoformat(), "receipt": days.receipt.value})
    else:
        click.echo(weekday_date(limit))
    return ExitCode.DONE


def _print_policy(*, as_json: bool) -> int:
    """Print the table; the examples are said on Thursday 20 June 2019, the next meeting being on 1 August."""
    if as_json:
        print_json(
            [
                {"family": family.name, "rule": family.rule, "examples": {e.phrase: e.reading for e in family.examples}}
                for family in FAMILIES
            ]
        )
        return ExitCode.DONE
    formatter = click.HelpFormatter(max_width=100)
    formatter.write_text("Said on Thursday 20 June 2019; the next meeting is on 1 August 2019.")
    for family in FAMILIES:
        with formatter.section(family.name[0].upper() + family.name[1:]):
            formatter.write_text(family.rule)
            formatter.write_paragraph()
            formatter.write_dl([(example.phrase, example.reading) for example in family.examples])
    click.echo(formatter.getvalue(), nl=False)
    return ExitCode.DONE
