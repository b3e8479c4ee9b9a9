"""Paragraphs by the numbers that a person reads: ``3``, ``3.4``, ``3.4/2`` for the second point of a minute."""

import re

from lpgminutes.domain.meetings import Block, Meeting
from lpgminutes.domain.numbering import numbered
from lpgminutes.errors import InputError, NotFoundError
from lpgminutes.services.editing.words import Paragraph, paragraph_in
from lpgminutes.services.ports import Store

_ADDRESS = re.compile(r"(?P<number>[^/\s]{1,20})(?:/(?P<point>[1-9]\d{0,3}))?")


def paragraph_at(store: Store, ref: str, address: str) -> Paragraph:
    """Return the paragraph with an address: an item, a minute, or a point counted in the order they are read."""
    with store.read() as records:
        meeting = records.minutes.opened(ref)
        return paragraph_in(records, meeting, _block_at(meeting, address).id or 0)


def address_of(meeting: Meeting, block: int) -> str:
    """Return the address of a paragraph; empty when it is not there."""
    found = ""
    for number, numbered_block in numbered(meeting.items):
        for count, inner in enumerate(numbered_block.walk()):
            if inner.id == block:
                found = f"{number}/{count}" if count else number
    return found


def _block_at(meeting: Meeting, address: str) -> Block:
    match = _ADDRESS.fullmatch(address.strip())
    if match is None:
        raise InputError("A paragraph is named by its number, as 3 or 3.4, or 3.4/2 for the second point of a minute.")
    for number, block in numbered(meeting.items):
        if number == match["number"]:
            return _point(block, match) if match["point"] else block
    raise NotFoundError(f"There is no item or minute {match['number']} in {meeting.ref}.")


def _point(minute: Block, match: re.Match[str]) -> Block:
    points = list(minute.walk())[1:]
    wanted = int(match["point"])
    if wanted > len(points):
        raise NotFoundError(f"Minute {match['number']} has {len(points) or 'no'} points: there is no {wanted}.")
    return points[wanted - 1]
