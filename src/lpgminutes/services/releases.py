"""From a request to a release copy that is proved to hold nothing withheld."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lpgminutes import __version__
from lpgminutes.domain.compose import compose
from lpgminutes.domain.document import MarkStyle, MinutesDocument, Place
from lpgminutes.domain.findings import Finding, FindingKind, Severity, examine, is_accepted_by
from lpgminutes.domain.history import ReleaseRecord, Version, VersionReason
from lpgminutes.domain.locating import Located, People, locate, searchable, terms_for, withheld_words
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.redaction import redact
from lpgminutes.domain.release_copy import release_copy, schedule_of
from lpgminutes.domain.withholding import ReleaseCase, Rule, RuleSource
from lpgminutes.domain.written_dates import dates_in
from lpgminutes.errors import ReleaseRefused, RuleError
from lpgminutes.services.ports import Interchange, Publisher, Records, Renderers, Store, Verifier

_SUMS = "SHA256SUMS"
_MOST_SENTENCES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A release as its case would have it now, before anything is written."""

    meeting: Meeting
    case: ReleaseCase
    original: MinutesDocument
    copy: MinutesDocument
    located: Located
    findings: tuple[Finding, ...]

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """The findings for which a release is refused."""
        return tuple(finding for finding in self.findings if finding.blocks)

    def unused_acceptances(self) -> tuple[str, ...]:
        """Return the accepted texts that no finding speaks of: mistyped, or mended since."""
        return tuple(
            acceptance.text
            for acceptance in self.case.accepted
            if not any(is_accepted_by(finding, acceptance) for finding in self.findings)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What a release is made with."""

    interchange: Interchange
    renderers: Renderers
    verifier: Verifier
    publisher: Publisher


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeRelease:
    """A release that went out."""

    files: Mapping[str, bytes]
    record: ReleaseRecord
    proposal: Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """One mark with what it hides: for the internal register, never for a release."""

    id: str
    place: str
    withheld: str
    citation: str
    rule: str
    reason: str


def keep_rules(store: Store, ref: str, case: ReleaseCase, *, who: str) -> ReleaseCase:
    """Keep the rules of a file as the whole set of what files have said; what was withheld on screen stays."""
    with store.change("set the rules of a release", who=who) as work:
        meeting = work.meetings.get(ref)
        kept = work.releases.save_case(meeting, _with_screen_rules(work, meeting, case))
        work.commit()
    return kept


def _with_screen_rules(work: Records, meeting: Meeting, case: ReleaseCase) -> ReleaseCase:
    known = work.releases.find_case(meeting, case.reference)
    if known is None:
        return case
    on_screen = tuple(rule for rule in known.rules if rule.source is RuleSource.SCREEN)
    return ReleaseCase(
        id=known.id,
        revision=known.revision,
        reference=known.reference,
        received=case.received or known.received,
        release_marking=case.release_marking,
        rules=(*case.rules, *on_screen),
        accepted=case.accepted,
    )


def propose(
    store: Store, ref: str, reference: str, *, mark_style: MarkStyle = MarkStyle.TEXT
) -> Proposal:
    """Return the release that a case comes to now, with everything found in it."""
    with store.read() as records:
        meeting = records.meetings.get(ref)
        case = records.releases.case(meeting, reference)
    return proposal_for(meeting, case, mark_style=mark_style)


def proposal_for(meeting: Meeting, case: ReleaseCase, *, mark_style: MarkStyle = MarkStyle.TEXT) -> Proposal:
    """Return the release of a meeting that a case comes to; a rule that matches nothing is refused."""
    original = compose(meeting, mark_style=mark_style)
    located = locate(original, case.rules)
    _refuse_idle_rules(located)
    copy = release_copy(redact(original, located.spans), case)
    return Proposal(
        meeting=meeting,
        case=case,
        original=original,
        copy=copy,
        located=located,
        findings=examine(original, copy, located, case.accepted),
    )


def _refuse_idle_rules(located: Located) -> None:
    idle = [rule.words() for rule, spans in located.rules if not spans]
    if idle:
        listed = "; ".join(idle[:_MOST_SENTENCES])
        raise RuleError(
            f"{'A rule matches' if len(idle) == 1 else f'{len(idle)} rules match'} nothing in these minutes: {listed}. "
            "Check the spelling and the place, or take the rule out."
        )


def make_release(
    store: Store,
    ref: str,
    reference: str,
    target: Path,
    *,
    tools: Tools,
    mark_style: MarkStyle = MarkStyle.TEXT,
    who: str,
    now: datetime,
) -> MadeRelease:
    """Write the release of a case into a new folder; on any refusal nothing is written."""
    with store.read() as records:
        meeting = records.meetings.get(ref)
        case = records.releases.case(meeting, reference)
    content = tools.interchange.freeze(meeting)
    proposal = proposal_for(tools.interchange.thaw(content), case, mark_style=mark_style)
    _refuse_what_gives_away(proposal)
    files = _files(proposal, tools.renderers)
    _refuse_what_was_found(proposal, files, tools.verifier)
    with store.change("make a release", who=who) as work, tools.publisher(target, files) as staged:
        version = work.releases.add_version(meeting, reason=VersionReason.RELEASE, content=content)
        kept = work.releases.add_release(
            meeting,
            ReleaseRecord(
                case_reference=case.reference,
                version_digest=version.digest,
                at=now,
                who=who,
                manifest=_manifest(proposal, meeting.ref, version, files, who=who, now=now),
            ),
        )
        staged.publish()
        try:
            work.commit()
        except BaseException:
            staged.withdraw()
            raise
    return MadeRelease(files=files, record=kept, proposal=proposal)


def _refuse_what_gives_away(proposal: Proposal) -> None:
    blocking = proposal.blocking
    if not blocking:
        return
    shown = [f'"{finding.text}" in {finding.where()}: {finding.explanation}' for finding in blocking]
    more = len(shown) - _MOST_SENTENCES
    first = blocking[0]
    raise ReleaseRefused(
        "Nothing was released, for what is withheld can still be read.\n  "
        + "\n  ".join(shown[:_MOST_SENTENCES])
        + (f"\n  and {more} more" if more > 0 else "")
        + f"\nWithhold it (a phrase rule: {first.text}), or accept it with a reason "
        f"(accept: finding: {first.kind.value}, text: {first.text}, reason: …)."
    )


def _files(proposal: Proposal, renderers: Renderers) -> dict[str, bytes]:
    """Return the files of a release by name; a name is made from the case reference alone."""
    name = release_name(proposal.case.reference)
    schedule = schedule_of(proposal.copy)
    files = {
        f"{name}.docx": renderers.docx(proposal.copy),
        f"{name}.html": renderers.html(proposal.copy),
        f"{name}.txt": renderers.text(proposal.copy),
        "schedule.docx": renderers.schedule_docx(schedule),
        "schedule.csv": renderers.schedule_csv(schedule),
    }
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    return files | {_SUMS: sums.encode()}


def release_name(reference: str) -> str:
    """Return the name that the files of a case begin with."""
    return re.sub(r"[^a-z0-9]+", "-", reference.lower()).strip("-") + "-minutes"


def _refuse_what_was_found(proposal: Proposal, files: Mapping[str, bytes], verifier: Verifier) -> None:
    withheld, allowed = withheld_terms(proposal), allowed_texts(proposal)
    found = [
        sentence
        for name, content in files.items()
        for sentence in verifier.findings(content, name=name, withheld=withheld, allowed=allowed)
    ]
    if found:
        raise ReleaseRefused(
            "Nothing was released: the finished files were searched, and something withheld is in them, or "
            "something that may not be there.\n  " + "\n  ".join(found[:_MOST_SENTENCES])
        )


def withheld_terms(proposal: Proposal) -> tuple[str, ...]:
    """Return every text that may not be found in the files: words, names, and dates as ``date:2019-08-01``."""
    terms: dict[str, None] = {}
    for words, _ in withheld_words(proposal.original, proposal.located.spans):
        terms.setdefault(words)
        terms.update((f"date:{day.isoformat()}", None) for day in dates_in(words))
    people = People.of(searchable(proposal.original), proposal.case.rules)
    for name in sorted(people.withheld, key=lambda name: name.full):
        terms.update((term, None) for term in terms_for(name, people))
    return tuple(terms)


def allowed_texts(proposal: Proposal) -> tuple[str, ...]:
    """Return what may stand: what the officer accepted or was only told of, and what the copy itself prints."""
    copy = proposal.copy
    standing = [
        finding.text
        for finding in proposal.findings
        if finding.kind is FindingKind.WITHHELD_ELSEWHERE_OPEN
        and finding.severity is not Severity.GIVES_AWAY
    ]
    standing += [acceptance.text for acceptance in proposal.case.accepted]
    marks = {mark.written(copy.mark_style) for _, mark in copy.marks()}
    exemptions = {exemption for _, mark in copy.marks() for exemption in mark.exemptions}
    cited = {form for e in exemptions for form in (e.citation(), e.short(), e.house())}
    numbers = {item.number for item in copy.items} | {m.number for item in copy.items for m in item.minutes}
    return (*standing, *sorted(marks), *sorted(cited), *sorted(numbers))


def _manifest(
    proposal: Proposal,
    meeting_ref: str,
    version: Version,
    files: Mapping[str, bytes],
    *,
    who: str,
    now: datetime,
) -> str:
    """Return what is kept inside about a release: enough to prove what went out, without any withheld text."""
    rules = [rule.words() + "|" + "|".join(map(str, rule.grounds.exemptions)) for rule in proposal.case.rules]
    accepted = [finding for finding in proposal.findings if finding.accepted]
    return json.dumps(
        {
            "format": "lpgminutes.manifest",
            "case": proposal.case.reference,
            "meeting": meeting_ref,
            "version": version.number,
            "version_sha256": version.digest,
            "rules_sha256": hashlib.sha256("\n".join(rules).encode()).hexdigest(),
            "marks": len(proposal.copy.marks()),
            "files": {name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
            "accepted": [{"finding": f.kind.value, "text": f.text, "reason": f.accepted} for f in accepted],
            "verified": True,
            "software": f"lpgminutes {__version__}",
            "made_by": who,
            "made_at": now.isoformat(),
        },
        indent=2,
        ensure_ascii=False,
    )


def register(proposal: Proposal) -> tuple[RegisterEntry, ...]:
    """Return what each rule withholds, for the internal register of the case."""
    return tuple(
        RegisterEntry(
            id=f"{position:03d}",
            place=place.words(),
            withheld=words,
            citation=", ".join(exemption.citation() for exemption in rule.grounds.exemptions),
            rule=rule.words(),
            reason=rule.grounds.reason,
        )
        for position, (rule, words, place) in enumerate(_register_rows(proposal), start=1)
    )


def _register_rows(proposal: Proposal) -> Iterator[tuple[Rule, str, Place]]:
    for rule, spans in proposal.located.rules:
        for words, place in withheld_words(proposal.original, spans):
            yield rule, words, place
