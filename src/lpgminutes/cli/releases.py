"""Commands of the FOI officer: what is withheld, the release copy, and the proof."""

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from lpgminutes import bootstrap
from lpgminutes.cli.cases import agree_to_all, read_aloud, take_to_second_reading
from lpgminutes.cli.commands import Session
from lpgminutes.cli.meetings import MARK_STYLES
from lpgminutes.cli.output import print_json, say, warn
from lpgminutes.cli.suggesting import print_suggestions
from lpgminutes.domain.document import MarkStyle
from lpgminutes.domain.enclosures import read_enclosures
from lpgminutes.domain.findings import Finding
from lpgminutes.domain.proposal import Proposal
from lpgminutes.domain.refusal_letter import review_unnamed
from lpgminutes.errors import ExitCode, InputError, UsageError
from lpgminutes.files import read_folder, read_given
from lpgminutes.services.ports import Search, Store

if TYPE_CHECKING:
    from lpgminutes.services.releases import MadeRelease


class _RedactOptions(TypedDict):
    rules: Path | None
    register: Path | None
    grounds: Path | None
    aloud: bool
    ask: bool
    agree: bool
    check: bool
    suggest: bool
    as_json: bool


@click.command(epilog="Example: lpgminutes redact lpg/2019-06-27 --case FOI2019/26281 --rules withhold.yaml --check")
@click.argument("meeting")
@click.option("--case", "reference", required=True, metavar="REF", help="The reference of the request.")
@click.option("--rules", type=click.Path(path_type=Path), help="A rules file: the whole set of what is withheld.")
@click.option("--check", is_flag=True, help="Exit with 1 when something still gives away what is withheld.")
@click.option(
    "--read", "aloud", is_flag=True, help="Print every text with what is withheld in it; you have read it then."
)
@click.option("--ask", is_flag=True, help="Hand it over to a second reader.")
@click.option("--agree", is_flag=True, help="Agree, as the second reader, to all that somebody else proposed.")
@click.option("--suggest", is_flag=True, help="List what might have to be withheld and is still open.")
@click.option("--register", type=click.Path(path_type=Path), help="Write the internal register (withheld text!).")
@click.option("--grounds", type=click.Path(path_type=Path), help="Write the internal record of tests and opinions.")
@click.option("--json", "as_json", is_flag=True, help="Print marks and findings as JSON.")
@click.pass_obj
def redact(session: Session, meeting: str, reference: str, **options: Unpack[_RedactOptions]) -> int:
    """Keep what a release withholds, and say what still gives it away. The minutes themselves never change."""
    from lpgminutes.services.proposals import propose

    store = session.opened()
    if (rules := options["rules"]) is not None:
        _keep_rules(store, session, meeting, reference, rules)
    if options["aloud"]:
        read_aloud(store, session, meeting, reference)
    if options["ask"]:
        take_to_second_reading(store, session, meeting, reference)
    is_agreed = not options["agree"] or agree_to_all(store, session, meeting, reference)
    if options["suggest"]:
        print_suggestions(store, meeting, reference, as_json=options["as_json"])
        return ExitCode.DONE
    proposal = propose(
        store,
        meeting,
        reference,
        today=bootstrap.today(),
        interchange=bootstrap.HouseInterchange(),
        verifier=bootstrap.IndependentVerifier(),
    )
    if (register := options["register"]) is not None:
        _write_register(proposal, register)
    if (grounds := options["grounds"]) is not None:
        _write_grounds(proposal, grounds)
    if options["as_json"]:
        print_json(_proposal_json(proposal))
    else:
        _print_proposal(proposal)
    is_found = options["check"] and bool(proposal.blocking)
    return ExitCode.FOUND if is_found or not is_agreed else ExitCode.DONE


def _keep_rules(store: Store, session: Session, meeting: str, reference: str, rules: Path) -> None:
    """Keep the rules only when they can be carried out on this meeting."""
    from lpgminutes.interchange.rules import read_rules
    from lpgminutes.services.meetings import meeting as found
    from lpgminutes.services.proposals import keep_rules, proposal_for

    file = read_rules(read_given(rules), name=rules.name, law=bootstrap.house_law())
    if file.case.reference != reference:
        raise UsageError(f"{rules.name} is for the case {file.case.reference}, and --case says {reference}.")
    proposal_for(found(store, meeting), file.case)
    warn(file.warnings)
    keep_rules(store, meeting, file.case, who=session.who, today=bootstrap.today())


def _proposal_json(proposal: Proposal) -> dict[str, object]:
    return {
        "case": proposal.case.reference,
        "meeting": proposal.meeting.ref,
        "marks": [
            {
                "id": mark.id,
                "place": place.words(),
                "citation": [exemption.citation() for exemption in mark.exemptions],
                "what": [kind.value for kind in mark.kinds],
            }
            for place, mark in proposal.copy.marks()
        ],
        "findings": [_finding_json(finding) for finding in proposal.findings],
        "would_release": not proposal.blocking,
    }


def _finding_json(finding: Finding) -> dict[str, object]:
    return {
        "finding": finding.kind.value,
        "severity": finding.severity.value,
        "text": finding.text,
        "places": [place.words() for place in finding.places],
        "explanation": finding.explanation,
        "accepted": finding.accepted or None,
    }


def _print_proposal(proposal: Proposal) -> None:
    click.echo(f"{proposal.meeting.ref}, case {proposal.case.reference}: {len(proposal.copy.marks())} marks.")
    for finding in proposal.findings:
        where = f" in {finding.where()}" if finding.where() not in {"", finding.text} else ""
        accepted = f" Accepted: {finding.accepted}." if finding.accepted else ""
        severity = finding.severity.value.upper() if finding.blocks else finding.severity.value
        click.echo(f'[{severity}] {finding.kind.value}: "{finding.text}"{where}. {finding.explanation}{accepted}')
    warn(
        f'The file accepts "{text}", which nothing was found about: check the spelling, or take it out.'
        for text in proposal.unused_acceptances()
    )
    blocking = len(proposal.blocking)
    if blocking:
        stand, first = ("this stands", "") if blocking == 1 else (f"these {blocking} stand", "Of the first: ")
        say(f"A release is refused while {stand}. {first}{proposal.blocking[0].way_out}")


def _write_register(proposal: Proposal, path: Path) -> None:
    from lpgminutes.documents.register import render_register_csv
    from lpgminutes.files import write_new
    from lpgminutes.services.proposals import register

    write_new(path, render_register_csv(register(proposal)))
    say(f"Wrote {path}: it holds the withheld text, and is for inside only.")


def _write_grounds(proposal: Proposal, path: Path) -> None:
    from lpgminutes.documents.grounds import render_grounds_csv
    from lpgminutes.files import write_new
    from lpgminutes.services.grounds import grounds_recorded

    write_new(path, render_grounds_csv(grounds_recorded(proposal)))
    say(f"Wrote {path}: it names what is withheld, and is for inside only.")


class _ReleaseOptions(TypedDict):
    output: Path | None
    folder: Path | None
    rules: Path | None
    marks: str
    enclosed: str
    manifest: Path | None
    as_json: bool


@click.command(epilog="Example: lpgminutes release lpg/2019-06-27 --case FOI2019/26281 -o release")
@click.argument("meeting")
@click.option("--case", "reference", required=True, metavar="REF", help="The reference of the request.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A folder, new or empty.")
@click.option("--check", "folder", type=click.Path(path_type=Path), help="Say whether a folder is what went out.")
@click.option("--rules", type=click.Path(path_type=Path), help="A rules file to keep first, as redact does.")
@click.option("--marks", type=MARK_STYLES, default="text", help="How marks are written.")
@click.option("--with", "enclosed", default="", metavar="actions,letter", help="What else goes in.")
@click.option("--manifest", type=click.Path(path_type=Path), help="Write the internal manifest, outside the folder.")
@click.option("--json", "as_json", is_flag=True, help="Print what was written as JSON.")
@click.pass_obj
def release(session: Session, meeting: str, reference: str, **options: Unpack[_ReleaseOptions]) -> int:
    """Write the release copy of a case with its schedule, proved to hold nothing withheld, or nothing at all.

    With --check nothing is written: a folder is held against the record of what went out; exit code 1 when it differs.
    """
    output, folder = options["output"], options["folder"]
    if (output is None) == (folder is None):
        raise UsageError("Say where the release goes (-o FOLDER), or which folder to check (--check FOLDER).")
    if folder is not None:
        return _check(session, meeting, reference, folder, as_json=options["as_json"])
    if output is not None:
        _release(session, meeting, reference, output, options)
    return ExitCode.DONE


def _release(session: Session, meeting: str, reference: str, output: Path, options: _ReleaseOptions) -> None:
    from lpgminutes.files import refuse_taken, write_new
    from lpgminutes.services.releases import ReleaseForm, make_release

    manifest, rules = options["manifest"], options["rules"]
    if manifest is not None and output.resolve() in (manifest.resolve(), *manifest.resolve().parents):
        raise UsageError("The manifest is for inside: write it outside the release folder.")
    if manifest is not None:
        refuse_taken(manifest)
    store = session.opened()
    if rules is not None:
        _keep_rules(store, session, meeting, reference, rules)
    made = make_release(
        store,
        meeting,
        reference,
        output,
        tools=bootstrap.release_tools(),
        form=ReleaseForm(mark_style=MarkStyle(options["marks"]), enclosures=read_enclosures(options["enclosed"])),
        who=session.who,
        now=bootstrap.utc_now(),
    )
    if manifest is not None:
        write_new(manifest, made.record.manifest.encode())
    _tell(made, reference, output, as_json=options["as_json"])


def _tell(made: "MadeRelease", reference: str, output: Path, *, as_json: bool) -> None:
    search = made.search
    if as_json:
        written = {"case": reference, "folder": str(output), "files": list(made.files), "verified": True}
        print_json({**written, "search": _search_json(search)})
    else:
        for name in made.files:
            click.echo(str(output / name))
    say(
        f"Released: {len(made.proposal.copy.marks())} marks. {search.terms} withheld texts were looked for in "
        f"{search.forms} forms, in {sum(search.parts.values())} parts of {len(search.parts)} files: nothing was found."
    )
    if (unnamed := review_unnamed(made.body)) and "letter.txt" in made.files:
        say(unnamed)
    if not made.reading.is_complete:
        say(f"Nobody read it second: {made.reading.why} The manifest says so.")


def _check(session: Session, meeting: str, reference: str, folder: Path, *, as_json: bool) -> int:
    from lpgminutes.services.release_check import check_release

    files = read_folder(folder)
    store = session.opened()
    check = check_release(store, meeting, reference, files)
    if as_json:
        differing = {"changed": list(check.changed), "missing": list(check.missing), "added": list(check.added)}
        print_json({"unchanged": check.is_unchanged, "made_at": check.made_at.isoformat(), **differing})
    else:
        for words, names in (("changed", check.changed), ("missing", check.missing), ("not of it", check.added)):
            for name in names:
                click.echo(f"{words}: {name}")
    made = f"the release that {check.made_by} made at {check.made_at:%Y-%m-%d %H:%M} UTC"
    say(f"{folder} is {made}, unchanged." if check.is_unchanged else f"{folder} is not {made}.")
    return ExitCode.DONE if check.is_unchanged else ExitCode.FOUND


def _search_json(search: Search) -> dict[str, object]:
    return {"terms": search.terms, "forms": search.forms, "parts": dict(search.parts)}


@click.command(epilog="Example: lpgminutes verify release/foi2019-26281-minutes.docx --withheld withheld.txt")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--withheld", required=True, type=click.Path(path_type=Path), help="The withheld texts, one a line.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_obj
def verify(session: Session, file: Path, withheld: Path, *, as_json: bool) -> int:  # noqa: ARG001 - every command has it
    """Say whether any of these texts is anywhere in a file, in any disguise. Exit code 1 when one is."""
    from lpgminutes.verify import verify as verified

    terms = _terms(withheld)
    verdict = verified(read_given(file), terms, name=file.name)
    if as_json:
        print_json(
            {
                "clean": verdict.clean,
                "hits": [{"term": hit.term, "part": hit.part, "how": hit.how} for hit in verdict.hits],
                "risky": [{"code": r.code, "part": r.part, "detail": r.detail} for r in verdict.risky],
            }
        )
    else:
        for hit in verdict.hits:
            click.echo(f"withheld text in {hit.part}: {hit.how} (line {terms.index(hit.term) + 1} of the terms)")
        for risk in verdict.risky:
            click.echo(f"risky in {risk.part}: {risk.code}, {risk.detail}")
        say(
            "Nothing was found."
            if verdict.clean
            else f"{len(verdict.hits)} hit{'' if len(verdict.hits) == 1 else 's'}."
        )
    return ExitCode.DONE if verdict.clean else ExitCode.FOUND


def _terms(path: Path) -> list[str]:
    try:
        lines = read_given(path).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise InputError(f"{path} is not UTF-8 text: save it so, one withheld text a line.") from None
    terms = [line.strip() for line in lines if line.strip()]
    if not terms:
        raise InputError(f"{path} holds no text to look for: write one withheld text a line.")
    return terms
