"""The capture grammar: one line in, one thing recorded.

=====================  ===================================================================
``Text.``              the next numbered minute; ``Label: text`` has a run-in label
``- text``             a point under it; ``-- text`` a point under that one
``-# text``            a heading among the points; ``+ text`` a paragraph among them
``# title``            a new agenda item; ``#5`` goes to item 5
``! @a @b to do …``    an action line
``= text``             a decision
``? text``             a point to check
``@pri``               somebody, by any part of the name or the initials
``@New_Name(Firm)``    somebody to add to the register; ``@+New_Name(Firm)`` who is here, too
``[S43: 41]``          the words ``41``, pre-marked as exempt under S43
``;agreed``            a house phrase
=====================  ===================================================================

A sentence in which somebody takes an action is an action as well, wherever it stands, and ``RESOLVED`` at the head of
a line makes it a decision.
"""

from lpgminutes.domain.capture.context import CaptureContext, DueFinder, ItemAtHand
from lpgminutes.domain.capture.known_people import Known, KnownPeople, Standing
from lpgminutes.domain.capture.lines import READINGS, CapturedAction, CapturedLine, CapturedOwner, LineKind
from lpgminutes.domain.capture.reading import read_line

__all__ = [
    "READINGS",
    "CaptureContext",
    "CapturedAction",
    "CapturedLine",
    "CapturedOwner",
    "DueFinder",
    "ItemAtHand",
    "Known",
    "KnownPeople",
    "LineKind",
    "Standing",
    "read_line",
]
