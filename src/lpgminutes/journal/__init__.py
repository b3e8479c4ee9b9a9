"""The journal of the half-typed line: what is typed and not recorded outlives the program, and nothing else is kept.

One append-only file for each open meeting and process, beside the store. Every change of the line goes in as it is
typed; when the line is recorded, what it held is overwritten. It stands on the standard library alone.
"""

from lpgminutes.journal.draft import Draft, Entered
from lpgminutes.journal.former import FormerLines
from lpgminutes.journal.journal import LineJournal, Trouble
from lpgminutes.journal.leftovers import Leftover, leftovers

__all__ = ["Draft", "Entered", "FormerLines", "Leftover", "LineJournal", "Trouble", "leftovers"]
