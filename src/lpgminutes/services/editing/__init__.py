"""Editing what is in the minutes: words, places, kinds. Every edit says which state of a paragraph it saw.

An edit made from another state than the one that is stored is refused and changes nothing; both can then be
shown side by side, the one at hand and what ``paragraph`` reads.
"""

from lpgminutes.services.editing.addresses import address_of, paragraph_at
from lpgminutes.services.editing.agenda import set_item_state, take_out_of_order
from lpgminutes.services.editing.deleting import delete
from lpgminutes.services.editing.places import Way, demote, move, move_to, promote
from lpgminutes.services.editing.session import Edited, Seen
from lpgminutes.services.editing.turning import Turn, turn_into
from lpgminutes.services.editing.words import Paragraph, edit_text, join, paragraph, split, split_as_typed, split_before

__all__ = [
    "Edited",
    "Paragraph",
    "Seen",
    "Turn",
    "Way",
    "address_of",
    "delete",
    "demote",
    "edit_text",
    "join",
    "move",
    "move_to",
    "paragraph",
    "paragraph_at",
    "promote",
    "set_item_state",
    "split",
    "split_as_typed",
    "split_before",
    "take_out_of_order",
    "turn_into",
]
