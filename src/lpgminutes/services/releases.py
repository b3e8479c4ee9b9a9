"""From a request to a release copy that is proved to hold nothing withheld."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lpgminutes import __version__
from lpgminutes.domain.bare_copy import bare_copy, bare_letter
from lpgminutes.domain.cases import set_digest
from lpgminutes.domain.document import MarkStyle, MinutesDocument
from lpgminutes.domain.enclosures import Enclosure, released_actions
from lpgminutes.domain.findings import FindingKind
from lpgminutes.domain.history import ReleaseRecord, Version, VersionReason
from lpgminutes.domain.meetings import Series
from lpgminutes.domain.proposal import Proposal
from lpgminutes.domain.refusal_letter import RefusalLetter, refusal_letter
from lpgminutes.domain.release_copy import schedule_of
from lpgminutes.domain.released_texts import released_texts
from lpgminutes.errors import ReleaseRefused
from lpgminutes.services.ports import Interchange, Publisher, Renderers, Search, Store, Verifier
from lpgminutes.services.proof import ToProve, printed_by, prove
from lpgminutes.services.proposals import examined, proposal_for
from lpgminutes.services.second_reading import ReadingState, refuse_unread, state_of
from lpgminutes.services.surroundings import surroundings_in

_SUMS = "SHA256SUMS"
_MOST_SENTENCES = 5


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
    reading: ReadingState
    """The second reading that it had, or why it needed none."""
    search: Search
    """What was looked for in the finished files, and where; nothing was found."""
    body: Series
    """As it is now, with what its letters say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseForm:
    """How a release is to look, and what else is to go in."""

    mark_style: MarkStyle = MarkStyle.TEXT
    enclosures: frozenset[Enclosure] = frozenset()


def make_release(
    store: Store,
    ref: str,
    reference: str,
    target: Path,
    *,
    tools: Tools,
    form: ReleaseForm = ReleaseForm(),
    who: str,
    now: datetime,
) -> MadeRelease:
    """Write the release of a case into a new folder; on any refusal nothing is written."""
    with store.read() as records:
        meeting = records.meetings.get(ref)
        case = records.releases.case(meeting, reference)
        content = tools.interchange.freeze(meeting)
        reading = state_of(records, meeting, case, content=content, who=who)
        around = surroundings_in(records, meeting, case.reference, today=now.date(), interchange=tools.interchange)
    minutes, has_letter = tools.interchange.thaw(content), Enclosure.LETTER in form.enclosures
    proposal = proposal_for(minutes, case, mark_style=form.mark_style, around=around, has_letter=has_letter)
    _refuse_what_gives_away(proposal, but=FindingKind.LETTER_TELLS)
    refuse_unread(reading, meeting, case.reference)
    try:
        files, search = _proved_files(proposal, tools, form, meeting.series)
    except ReleaseRefused:
        # Where a text of the copy has it, the place in the minutes says more than the part of a file.
        _refuse_what_gives_away(examined(proposal, around, tools.verifier), but=FindingKind.LETTER_TELLS)
        raise
    _refuse_what_gives_away(proposal)
    with store.change("make a release", who=who) as work, tools.publisher(target, files) as staged:
        version = work.releases.add_version(meeting, reason=VersionReason.RELEASE, content=content)
        kept = work.releases.add_release(
            meeting,
            ReleaseRecord(
                case_reference=case.reference,
                version_digest=version.digest,
                at=now,
                who=who,
                manifest=_manifest(proposal, reading, search, version, files, who=who, now=now),
                texts=released_texts(proposal.original, proposal.located.spans),
            ),
        )
        staged.publish()
        try:
            work.commit()
        except BaseException:
            staged.withdraw()
            raise
    return MadeRelease(files=files, record=kept, proposal=proposal, reading=reading, search=search, body=meeting.series)


def _refuse_what_gives_away(proposal: Proposal, *, but: FindingKind | None = None) -> None:
    blocking = [finding for finding in proposal.blocking if finding.kind is not but]
    if not blocking:
        return
    shown = [f'"{finding.text}" in {finding.where()}: {finding.explanation}' for finding in blocking]
    more = len(shown) - _MOST_SENTENCES
    raise ReleaseRefused(
        "Nothing was released, for what is withheld can still be read.\n  "
        + "\n  ".join(shown[:_MOST_SENTENCES])
        + (f"\n  and {more} more" if more > 0 else "")
        + f"\n{blocking[0].way_out}"
    )


def _proved_files(proposal: Proposal, tools: Tools, form: ReleaseForm, body: Series) -> tuple[dict[str, bytes], Search]:
    """Return the files of a release by name, with the search that found nothing in them.

    A name is made from the case reference alone.
    """
    copy = proposal.copy
    letter = refusal_letter(copy, proposal.case, body) if Enclosure.LETTER in form.enclosures else None
    name = release_name(proposal.case.reference)
    groups = _groups(name, copy, letter, tools.renderers, form)

    def bare() -> list[ToProve]:
        return _groups(name, bare_copy(copy), letter and bare_letter(letter), tools.renderers, form)

    copies, lists, *letters = groups
    files = {**copies.files, **(letters[0].files if letters else {}), **lists.files}
    return files, prove(proposal, groups, bare=bare, verifier=tools.verifier)


def _groups(
    name: str, copy: MinutesDocument, letter: RefusalLetter | None, renderers: Renderers, form: ReleaseForm
) -> list[ToProve]:
    """Return the copies, the lists and the letter, as they are searched; the lists have the sums of all."""
    schedule = schedule_of(copy)
    copies = {
        f"{name}.docx": renderers.docx(copy),
        f"{name}.html": renderers.html(copy),
        f"{name}.txt": renderers.text(copy),
    }
    if Enclosure.ACTIONS in form.enclosures:
        actions = released_actions(copy)
        copies["actions.docx"] = renderers.actions_docx(actions)
        copies["actions.csv"] = renderers.actions_csv(actions)
    lists = {
        "schedule.docx": renderers.schedule_docx(schedule),
        "schedule.csv": renderers.schedule_csv(schedule),
    }
    letters = _letter_files(letter, renderers, copy.mark_style) if letter else {}
    files = copies | letters | lists
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    lists[_SUMS] = "".join(f"{digest}  {name}\n" for name, digest in sums.items()).encode()
    return [
        ToProve(files=copies),
        # By chance a sum has the letters of a name between its figures: Ada, Dee, Abe.
        ToProve(files=lists, own_words=(*printed_by(schedule), *sums.values())),
        *([ToProve(files=letters, own_words=letter.own_words())] if letter else []),
    ]


def _letter_files(letter: RefusalLetter, renderers: Renderers, style: MarkStyle) -> dict[str, bytes]:
    return {"letter.docx": renderers.letter_docx(letter, style), "letter.txt": renderers.letter_text(letter, style)}


def release_name(reference: str) -> str:
    """Return the name that the files of a case begin with."""
    return re.sub(r"[^a-z0-9]+", "-", reference.lower()).strip("-") + "-minutes"


def _manifest(
    proposal: Proposal,
    reading: ReadingState,
    search: Search,
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
            "meeting": proposal.meeting.ref,
            "version": version.number,
            "version_sha256": version.digest,
            "rules_sha256": hashlib.sha256("\n".join(rules).encode()).hexdigest(),
            "set_sha256": set_digest(proposal.case, version.content),
            "second_reading": _reading(reading),
            "marks": len(proposal.copy.marks()),
            "files": {name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
            "accepted": [{"finding": f.kind.value, "text": f.text, "reason": f.accepted} for f in accepted],
            "verified": True,
            "search": {"terms": search.terms, "forms": search.forms, "parts": dict(search.parts)},
            "software": f"lpgminutes {__version__}",
            "made_by": who,
            "made_at": now.isoformat(),
        },
        indent=2,
        ensure_ascii=False,
    )


def _reading(reading: ReadingState) -> dict[str, str]:
    """Return who read it second, or why nobody had to."""
    agreement = reading.case.agreement
    if agreement is None or reading.lacking:
        return {"waived": reading.why}
    return {"agreed_by": agreement.who, "agreed_at": agreement.at.isoformat()}
