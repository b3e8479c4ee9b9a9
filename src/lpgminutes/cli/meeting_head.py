"""The command on the head of the minutes."""

from collections.abc import Iterator

import click

from lpgminutes import bootstrap
from lpgminutes.cli.commands import Session
from lpgminutes.cli.meeting_output import head_value
from lpgminutes.cli.output import print_json, print_table
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.sayings.written_dates import when


@click.command("set", epilog='Example: lpgminutes meeting set lpg/2019-06-27 --place "Room 3" --start 10:00 --end now')
@click.argument("meeting_ref", metavar="MEETING")
@click.option("--place", "location", help="Where it was held.")
@click.option("--start", metavar="HH:MM", help='When it began; "now" for this very minute.')
@click.option("--end", metavar="HH:MM", help='When it ended; "now" for this very minute.')
@click.option("--next", "next_when", metavar="DAY, HH:MM", help='When the next one is, as in "4 September, 14:00".')
@click.option("--next-place", "next_location", metavar="PLACE", help="Where the next one is.")
@click.option("--next-words", "next_text", metavar="WORDS", help='What else is known of it, as in "to be confirmed".')
@click.option("--title", help="Its title.")
@click.option("--subtitle", help="What is printed under the title.")
@click.option(
    "--date", metavar="DAY", help="The day, as in 2019-06-27 or next Thursday; the ref of the meeting follows."
)
@click.option("--marking", help="Its marking.")
@click.option("--contact", "contact_name", metavar="NAME", help="Whom to ask about the minutes.")
@click.option("--email", "contact_email", metavar="ADDRESS", help="The address of the contact.")
@click.option("--why", default="", help="Why minutes that went out are corrected.")
@click.option("--json", "as_json", is_flag=True, help="Print the head as JSON.")
@click.pass_obj
def meeting_set(session: Session, /, meeting_ref: str, *, why: str, as_json: bool, **typed: str | None) -> None:
    """Change the head of the minutes, or show it: place, hours, the next meeting, title, marking, contact.

    Each option sets one field and leaves the others; an empty one ("") takes out what is there.
    """
    store = session.opened()
    if all(words is None for words in typed.values()):
        from lpgminutes.services.meetings import meeting as found

        head = found(store, meeting_ref)
    else:
        from lpgminutes.services.meeting_head import HeadChange, HeadReader, set_head

        head = set_head(
            store,
            meeting_ref,
            HeadChange(**typed),
            reader=HeadReader(dates=bootstrap.house_dates(), now=bootstrap.local_now()),
            who=session.who,
            why=why,
            interchange=bootstrap.HouseInterchange(),
        )
    if as_json:
        print_json({"meeting": head.ref, "head": head_value(head)})
    else:
        print_table(("FIELD", "WHAT"), list(_rows(head)), empty="")


def _rows(head: Meeting) -> Iterator[tuple[str, str]]:
    contact, following = head.contact, head.next_meeting
    yield "meeting", head.ref
    yield "title", head.title
    yield "subtitle", head.subtitle
    yield "marking", head.marking.as_written
    yield "date", when(head.date, head.start, head.end)
    yield "place", head.location
    yield "next", when(following.date, following.start, following.end) if following else ""
    yield "next place", following.location if following else ""
    yield "next words", following.text if following else ""
    yield "contact", ", ".join(filter(None, (contact.name, contact.email))) if contact else ""
