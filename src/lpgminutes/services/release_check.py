"""Whether a release folder is still what went out."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from lpgminutes.domain.cases import is_same_name
from lpgminutes.errors import NotFoundError
from lpgminutes.services.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseCheck:
    """A folder held against the record of a release."""

    made_at: datetime
    made_by: str
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def is_unchanged(self) -> bool:
        """Whether the folder is what went out, file for file and byte for byte."""
        return not (self.changed or self.missing or self.added)


def check_release(store: Store, ref: str, reference: str, files: Mapping[str, bytes]) -> ReleaseCheck:
    """Hold the files of a folder against the releases of a case; told is the one that they come nearest to."""
    with store.read() as records:
        meeting = records.meetings.get(ref)
        made = [
            record for record in records.releases.releases(meeting) if is_same_name(record.case_reference, reference)
        ]
    if not made:
        raise NotFoundError(f"Nothing was ever released of {meeting.ref} for {reference}.")
    found = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    checks = [_held_against(found, json.loads(record.manifest)["files"], record.at, record.who) for record in made]
    return min(reversed(checks), key=lambda check: len(check.changed) + len(check.missing) + len(check.added))


def _held_against(found: Mapping[str, str], recorded: Mapping[str, str], at: datetime, who: str) -> ReleaseCheck:
    return ReleaseCheck(
        made_at=at,
        made_by=who,
        changed=tuple(name for name in recorded if name in found and found[name] != recorded[name]),
        missing=tuple(name for name in recorded if name not in found),
        added=tuple(sorted(name for name in found if name not in recorded)),
    )
