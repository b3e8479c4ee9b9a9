"""What of something withheld stands open elsewhere, or stands there in another writing."""

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgminutes.domain.findings import Severity
from lpgminutes.domain.folding import fold
from lpgminutes.domain.sayings.figures import figures_in
from lpgminutes.domain.squeezed import letters_of, squeezed

if TYPE_CHECKING:
    from tests.domain.conftest import Bench

AWAY, CHECK = Severity.GIVES_AWAY, Severity.CHECK
COPIED = "the board agreed to close the northern assessment centre before the end"


def _found(bench: "Bench", withheld: str, text: str, names: tuple[str, ...] = ()) -> dict[str, Severity]:
    meeting = bench.meeting(f"It is {withheld}.", text, names=names)
    return bench.release(meeting, bench.phrase(withheld, "1.1")).found()


@pytest.mark.parametrize(
    ("withheld", "text", "found"),
    [
        ("call kate.bush@x.uk for it", "Mail kate.bush@x.uk.", {"kate.bush@x.uk": AWAY}),
        ("sites at LS1 4AP", "It is at LS1 4AP, LS14AP or LS1 4AQ.", {"LS1 4AP": AWAY, "LS14AP": AWAY}),
        ("ring AB 12 34 56 C", "It was AB123456C.", {"AB123456C": AWAY}),
        ("CON-2026-0047", "See CON/2026/0047, not CON/2026/00471.", {"CON/2026/0047": AWAY}),
        ("20-30-40", "At 203040, or 203-040-5.", {"203040": AWAY}),
        ("Kes 20471", "See Kes20471.", {"Kes20471": AWAY}),
        ("14 Acacia Avenue", "At 14AcaciaAvenue.", {"14AcaciaAvenue": AWAY}),
        ("Night-Owl", "NightOwl it was, not a night owls' club.", {"NightOwl": AWAY}),
        ("pay Kate Bush now", "Ask Kate Bush.", {"Kate Bush": CHECK}),
        ("meet at Quarrybank House", "See the Quarrybank House then.", {"Quarrybank House": CHECK}),
        ("The group met", "Then the group met.", {"the group met": AWAY}),
        (f"Then {COPIED} of May", f"Later {COPIED}, it said.", {COPIED: AWAY}),
        ("we saw it close the northern centre too", "Close the northern assessment centre.", {}),
        ("as it was to be at the next one of them", "It was to be at the next one of all.", {}),
    ],
)
def test_a_part_of_a_withheld_passage_is_said(
    bench: "Bench", withheld: str, text: str, found: dict[str, Severity]
) -> None:
    """An address or a number, a name, many words in a row; not what everybody says, and not what is nearly it."""
    assert _found(bench, withheld, text) == found


def test_a_name_in_a_withheld_passage_that_is_open_anyway_is_not_said(bench: "Bench") -> None:
    """Who is in the attendance is known; what stands everywhere tells nothing."""
    assert _found(bench, "pay Kate Bush now", "Ask Kate Bush.", names=("Kate Bush",)) == {}
    assert _found(bench, "pay Kate Bush now", "Kate Bush, Kate Bush, Kate Bush and Kate Bush.") == {}


@pytest.mark.parametrize(
    ("withheld", "text"),
    [
        ("07700 900123", "+447700900123"),
        ("07700 900123", "447700900123"),
        ("07700 900123", "+44 (0)7700 900 123"),
        ("0113 496 0123", "+441134960123"),
        ("ring 07700 900123 for it", "0770 0900 123"),
    ],
)
def test_a_telephone_number_is_known_however_it_is_dialled(bench: "Bench", withheld: str, text: str) -> None:
    """From abroad or from here, with any spaces; another number is another."""
    assert _found(bench, withheld, f"Ring {text} now.") == {text: AWAY}
    assert f"{text[:-1]}4" not in _found(bench, withheld, f"Ring {text[:-1]}4 now.")


@pytest.mark.parametrize(
    ("withheld", "text"),
    [
        ("£5,000-£6,000", "£6,000"),
        ("£7,000 to £8,000", "£7,000"),
        ("£5-6m", "£6m"),
        ("£5-6m", "£5m"),
        ("£4m-£5m", "£4m"),
        ("10-12%", "12%"),
        ("10-12%", "10%"),
        ("1,200-1,400", "1,400"),
        ("£1,500,000", "one and a half million pounds"),
        ("£1,500,000", "£1½m"),
        ("£1,500,000", "a million and a half"),
        ("£500,000", "half a million pounds"),
        ("£2,500,000", "two and a half million"),
        ("£250,000", "a quarter of a million"),
        ("£750,000", "three quarters of a million"),
        ("£1,200,000", "£1.2 mill"),
        ("£12,000", "12 grand"),
        ("£12,000", "twelve grand"),
        ("12 staff", "twelve staff"),
        ("three staff", "3 staff"),
        ("July 2026", "07/2026"),
        ("July 2026", "Jul 26"),
        ("10:30", "10.30am"),
        ("2.30pm", "14:30"),
        ("10:30", "half past ten"),
        ("half past ten", "10:30"),
        ("2pm", "two o'clock"),
        ("22:15", "quarter past ten in the evening"),
        ("1400 hours", "2pm"),
        ("10:00 to 12 noon", "10am"),
        ("10.30", "10:30"),
        ("noon", "12:00"),
        ("1.5 FTE", "one and a half FTE"),
    ],
)
def test_a_figure_is_known_in_the_words_of_an_office(bench: "Bench", withheld: str, text: str) -> None:
    """Either end of a range, halves and quarters, what is counted, months and hours."""
    assert _found(bench, withheld, f"It was {text} then.") == {text: AWAY}


@pytest.mark.parametrize(
    ("withheld", "text"),
    [
        ("£5-6m", "£5 and £60m"),
        ("£1,000,000", "half a million"),
        ("2.1 million", "21 million"),
        ("3.5 days", "35 days"),
        ("£12m", "12 Mill Lane"),
        ("£20,000", "20 Grand Avenue"),
        ("12 staff", "12% staff turnover"),
        ("under way", "underway"),
        ("Ward 4 v 12", "4 May 2012"),
        ("12 staff", "twelve staffed posts, 12 posts and 13 staff"),
        ("July 2026", "06/2026 and July 2025"),
        ("10:30", "10:31, 22:30 and 10"),
        ("2026-27", "27 of them"),
        ("£12,000", "the grand hall, and twelve of the grand"),
        ("22:15", "quarter past ten in the morning, half past ten and 1015 people"),
        ("10:30", "10.30"),
        ("three staff at 10:30", "10:30"),
    ],
)
def test_another_figure_is_another(bench: "Bench", withheld: str, text: str) -> None:
    """Nothing certain is said of it."""
    assert AWAY not in _found(bench, withheld, f"It was {text} then.").values()


@pytest.mark.parametrize(
    ("withheld", "text"),
    [
        ("10:30", "10.30"),
        ("a third of staff", "33%"),
        ("50%", "half of"),
        ("33%", "one in three"),
        ("66.7%", "two-thirds"),
        ("one in five", "a fifth of"),
        ("12 months", "one year"),
        ("18 months", "a year and a half"),
        ("two weeks", "14 days"),
        ("a fortnight", "2 weeks"),
        ("2.5 hours", "150 minutes"),
        ("90 mins", "an hour and a half"),
        ("£0.50", "50p"),
        ("£45 per hour", "45 pounds"),
        ("aged 47", "47"),
        ("3 June 2019", "Monday 3rd"),
        ("3 June 2019", "on the 3rd"),
        ("LS1 4AP", "LS1"),
        ("jo.bloggs@nhs.net", "Jo Bloggs"),
        ("jo.bloggs@nhs.net", "jo.bloggs"),
        ("CON-2026-0047", "0047"),
        ("Project Nightingale", "Nightingale"),
        ("Operation Kestrel", "Kestrel"),
        ("the Leeds office", "Leeds"),
        ("North Bristol NHS Trust", "Bristol"),
        ("Acme Catering Ltd", "Acme"),
        ("pay Kestrel and then go", "Kestrel"),
        ("Finance Group", "Finance"),
        ("41 people", "41"),
        ("41 people", "forty-one"),
        ("8/10", "eight out of ten"),
        ("3.75%", "375 basis points"),
        ("British Electrical Services and Testing Ltd", "BEST"),
        ("Friends of Holywell Park", "FoHP"),
        ("PricewaterhouseCoopers LLP", "PwC"),
        ("Marks and Spencer plc", "M&S"),
        ("J. Tremlett & Sons (Builders) Ltd", "Tremletts"),
        ("Northgate Legal Services (UK) Ltd", "NLS"),
        ("Y Felin Wen Cyf.", "Felinwen"),
        ("Larkhill Surgery", "Lark Hill"),
        ("Flat 3, Min-y-Don Court", "Minydon"),
        ("INV-00457", "457"),
        ("WEB123456", "W123456"),
        ("account 12345678 then", "ending 5678"),
        ("6 a.m.", "0600"),
        ("14:15", "2.15"),
        ("https://abc.sharepoint.com/sites/osprey2", "sites/osprey2"),
    ],
)
def test_what_may_be_a_part_of_it_is_to_be_checked(bench: "Bench", withheld: str, text: str) -> None:
    """Shares and spans of time in words, a day without its month, the telling word of a name, half an address."""
    found = _found(bench, withheld, f"It was {text} then.")
    assert {words.lower(): severity for words, severity in found.items()} == {
        text.lower().removesuffix(" of").removeprefix("ending "): CHECK
    }


@pytest.mark.parametrize(
    ("withheld", "text"),
    [
        ("33%", "a third party, a quarter past ten and one in four"),
        ("50%", "half an hour in the first half"),
        ("12 months", "12 weeks, a day and 11 months"),
        ("50p", "page 50 of 50pp"),
        ("3 years", "3 of them"),
        ("3 June 2019", "Tuesday 3rd, on the 3rd floor, on the 3rd of May and the 4th"),
        ("LS1 4AP", "LS1 4AQ, LS14"),
        ("enquiries@x.gov.uk", "all enquiries"),
        ("CON-2026-0047", "10047 and 2026"),
        ("The Quality Board met", "The quality of a Board"),
        ("pay Kestrel and then go", "Kestrel, Kestrel, Kestrel and Kestrel"),
        ("pay the Kestrel and then go", "a kestrel"),
        ("the Leeds office", "the office"),
        ("The Board", "a Board of two"),
        ("Great progress, and more", "Great progress"),
        ("12 people", "the 12"),
        ("INV-00457", "£457 and 4,570"),
        ("24/00123/FUL", "24/124/FUL"),
        ("14:15", "3.15 and 02.15"),
        ("Larkhill Surgery", "a lark on a hill, the hill"),
        ("Friends of Holywell Park", "FHB and the FOI Act"),
    ],
)
def test_what_is_no_part_of_it_is_not_said(bench: "Bench", withheld: str, text: str) -> None:
    """Another share, span, day or place, an ordinary word, and what is spoken of in many places anyway."""
    assert _found(bench, withheld, f"It was {text} then.") == {}


@pytest.mark.parametrize(
    ("withheld", "text"),
    [
        ("https://x.gov.uk/abc", "x.gov.uk/abc"),
        ("12 High Street", "12 High St"),
        ("14 Church Street, Llanfair LL61 5AB", "14 Church St"),
        ("Kwik Lube (GB) Limited", "KwikLube"),
        ("Messrs Tomlin Rudge Ltd", "TR Ltd"),
        ("24/00123/FUL", "24/123/FUL"),
        ("GM/2024/017", "GM-2024-17"),
        ("sort code 20-00-00", "20 00 00"),
        ("12 Mehefin 2024", "12 June 2024"),
        ("3 May 2024", "3 Mai 2024"),
        ("£1,245,000", "£1, 245,000"),
        ("24 beds", "two dozen beds"),
        ("12 High St", "12 High Street"),
        ("St Mary's Hospital", "Saint Mary's Hospital"),
    ],
)
def test_an_address_is_known_however_it_is_shortened(bench: "Bench", withheld: str, text: str) -> None:
    """Without its scheme, with its street or its saint in full or short."""
    assert _found(bench, withheld, f"It was {text} then.")[text] is AWAY


@pytest.mark.parametrize(
    ("withheld", "text", "found"),
    [
        ("£4.5k", "£4,500 - 12% more than last year", "£4,500"),
        ("£950k", "from £950,000 to £1.2m", "£950,000"),
        ("£278.82k", "£278,820 - 55% over budget", "£278,820"),
        ("£278,820 - 55% of all", "£278,820 in May", "£278,820"),
        ("£5,000-£6,000", "£5,000-£6,000 a year", "£5,000"),
        ("£12,500", "from £12 500 to £14 000", "£12 500"),
        ("£14,000", "from £12 500 to £14 000", "£14 000"),
        ("278,820", "£250 000-278 820", "278 820"),
        ("£278 820 to £300 000", "£278,820 then", "£278,820"),
    ],
)
def test_a_figure_beside_another_is_still_itself(bench: "Bench", withheld: str, text: str, found: str) -> None:
    """A dash or a ``to`` makes no millions and no per cent of what is written out."""
    hits = _found(bench, withheld, f"It was {text}.")
    assert any(hit.startswith(found) and severity is AWAY for hit, severity in hits.items())


def test_what_every_minute_says_is_to_be_checked_alone(bench: "Bench") -> None:
    """A long row that stands open once was copied; one that stands everywhere is a formula."""
    stock = "Resolved that the report be noted and that the Head of Service be authorised to proceed"
    assert _found(bench, f"{stock} with the sale to Acme", f"{stock}.") == {stock: AWAY}
    meeting = bench.meeting(f"{stock} with the sale to Acme.", *[f"{stock}."] * 4)
    found = bench.release(meeting, bench.phrase(f"{stock} with the sale to Acme", "1.1")).found()
    assert set(found.values()) == {CHECK}


@pytest.mark.parametrize(
    "row", ["111 " * 15_000, "one " * 15_000, "5 to " * 12_000, "1" * 4_400 + " and a half million", "£5,000-" * 8_000]
)
def test_figures_are_read_in_time_that_grows_with_the_text(row: str) -> None:
    """However long a row of them is."""
    began = time.process_time()
    figures_in(row)
    assert time.process_time() - began < 2


@given(st.lists(st.text("ab1- .", min_size=1, max_size=5), max_size=6), st.text("ab1", min_size=1, max_size=4))
def test_letters_are_found_however_they_are_parted(pieces: list[str], letters: str) -> None:
    """Each stretch has just the letters, begins and ends with a word, and none is left out."""
    text = fold("".join(pieces)).text
    found = set(squeezed(text).stretches(letters))
    every = {(start, end) for start in range(len(text)) for end in range(start + 1, len(text) + 1)}
    assert found == {(start, end) for start, end in every if _is_whole(text, start, end, letters)}


def _is_whole(text: str, start: int, end: int, letters: str) -> bool:
    edges = text[start - 1 : start] + text[end : end + 1]
    is_within = any(map(str.isalnum, edges))
    has_edges = text[start].isalnum() and text[end - 1].isalnum()
    return letters_of(text[start:end]) == letters and has_edges and not is_within
