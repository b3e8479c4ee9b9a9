"""What must not be found: a gate that cries wolf is switched off."""

from collections.abc import Callable

import pytest

from lpgminutes.verify import verify

Parts = dict[str, bytes]
Pack = Callable[[Parts], bytes]
FIGURES = (
    "41.6",
    "55.0",
    "1,874",
    "38.2",
    "\u00a30",
    "\u00a3212,400",
    "\u00a318,900",
    "\u00a32,019",
    "5%",
    "416",
    "382",
)
PEOPLE = (
    "name:Margaret Ellwood",
    "name:Theresa May",
    "name:Georgia Marsh",
    "name:Aled Bowen-Price",
    "name:Ann Lee",
)
PHRASES = (
    "Kestrel Peak",
    "Harrowfield Clinical Resourcing",
    "AP0619-01",
    "Normal",
    "Table Grid",
    "Title",
    "Arial",
    "XY",
)
DATES = ("Tuesday 16th July 2019", "date:2019-08-01", "1 May", "12/07/2019", "date:1980-01-02")
WITHHELD = FIGURES + PEOPLE + PHRASES + DATES


def test_a_clean_release_is_silent(clean_parts: Parts, pack: Pack) -> None:
    """Nothing is found in a release that holds nothing, and nothing in it is a risk."""
    verdict = verify(pack(clean_parts), WITHHELD, name="release.docx")
    assert verdict.hits == ()
    assert verdict.risky == ()
    assert verdict.clean


def test_a_long_clean_release_is_silent(large_parts: Parts, pack: Pack) -> None:
    """The same holds for minutes of the usual length."""
    verdict = verify(pack(large_parts), WITHHELD, name="release.docx")
    assert (verdict.hits, verdict.risky) == ((), ())


def test_the_words_of_the_format_are_not_found_in_its_markup(clean_parts: Parts, pack: Pack) -> None:
    """A withheld word that the file format uses itself is looked for only where people's words stand."""
    words = [
        "Style",
        "Heading",
        "Main",
        "Relationship",
        "Georgia",
        "Roman",
        "Header",
        "Dark List",
        "officeDocument",
        "Table",
    ]
    assert verify(pack(clean_parts), words, name="release.docx").hits == ()


def test_the_numbers_of_the_format_are_not_found(clean_parts: Parts, pack: Pack) -> None:
    """A withheld number is not found in widths, sizes, colours, counts and versions."""
    numbers = [
        "1,874",
        "1874",
        "4160",
        "416",
        "382",
        "55",
        "5500",
        "11906",
        "16838",
        "1440",
        "16.0000",
        "376",
        "720",
        "2006",
    ]
    assert verify(pack(clean_parts), numbers, name="release.docx").hits == ()


NEAR_MISSES: list[tuple[str, str]] = [
    ("name:Ann Lee", "Leeds and Leeming, sleek fleet; the Annex, annual planning"),
    ("Lee", "Leeds; fleece; Glee; LEEDS; all eels"),
    ("Marl", "Marlborough"),
    ("Kestrel Peak", "Kestrel Peaks and a kestrel peaked"),
    ("John Smith", "John Smithson and Elijohn Smith-"[:13]),
    ("mayor", "in May or June"),
    ("1 August", "11 August, 21 August 2019"),
    ("1 August 2019", "1 August 2018; 11 August 2019; August 2019; 1 September 2019; 10:01, 8 2019"),
    ("date:2019-08-01", "01/09/2019, 8/1/2018, 2019-08-10, 2019-08-011, 1.8.2018, 18/19"),
    ("date:2019-08-01", "2019-W31-3; 2018-W31-4; 2019-W31; 2019-W31-44; 2019-W99-4; W31-4"),
    ("date:2019-08-01", "1.vii.2019; 11.viii.2019; 1.viii.2018; 1 viii; 1-viii.2019; chapter 1 viii 201"),
    ("12th July 2019", "12th June 2019; July 2019; 112 July"),
    ("date:2019-05-19", "May 2019"),
    ("\u00a30", "\u00a30.50, \u00a3100, 0-6 months, 0"),
    ("\u00a32,019", "\u00a32,019.50; \u00a312,019; in 2019; \u00a32,019k"),
    ("41.6", "416; 141.6; 41.65; 41.6.2; 4.16; 41, 6; v41.6"),
    ("55.0", "55; 155.0; 55.01; 5.50"),
    ("1,874", "18,74; 11,874; 1,874,000; 1874000; 1,8740; 874; 1.874"),
    ("1,874", "1'8740; 2'1'874; 1-8-7; 1 8 7 4 5; 3 1 8 7 4; 1, 8, 7, 4; 1.8.7.4; 0.1-8-7-4"),
    ("1,212,400", "1.212.4; 1.212.4000; 11.212.400"),
    ("5%", "15%; 0.5%; 5; 5,000%"),
    ("AP0619-01", "AP0619-011; AP0619-10; AP0619"),
    ("Room 3.12", "Room 3.1; Room 3.125; Room 312"),
    ("name:Theresa May", "in May 2019; staff may ask; MAY"),
    ("name:Aled Bowen-Price", "the price rose; a Price list; an price"),
    ("name:Mark Green", "Mark the green box. A Green paper. The mark"),
    ("name:Ian Evans", "i.e. this; Iane; evanescent"),
    ("name:Umar Khan", "U.K. policy"),
    ("name:Paul Marsh", "p.marshall@example.org"),
    ("Aled Dams", "Adams and a.damson"),
    ("Thursday 27th June 2019, 10:00 - 12:30", "27 June 2019; 27 June 2019, 10:00 to 12:00"),
    ("\u00a33", "$3 trillion; \u20ac3; \u00a33m"),
    ("10.1%", "10.1 Minutes"),
    ("name:Robert Stone", "Sam Roberts"),
    ("Sylvia Knight", "the knights"),
    ("date:2019-10-02", "Action 2\n\nOctober 2019"),
    ("Lot 1", "Lot 1.5; Lot 12"),
    ("1 May", "section 2.1 may be revised; of the 1 may remain; 11 May; may 1.5"),
    ("date:2019-03-10", "10 march past; paragraph 4.10 March"),
    ("XY", "XYZ; xy; AXY"),
    ("A&E", "AE; a-e; an & Em"),
    ("0113 496 0123", "0113 496 01234; 0113 496; 496 0123"),
    ("10:00", "110:00; 10:001; 1000"),
    ("Dennis", "Denniston"),
    ("PIP Client Executive, IAS", "IAS PIP Client Executive and PIP Operations Director"),
]


@pytest.mark.parametrize(("term", "text"), NEAR_MISSES, ids=[f"{term} in {text[:24]}" for term, text in NEAR_MISSES])
def test_a_near_miss_is_not_a_hit(term: str, text: str, clean_parts: Parts, pack: Pack) -> None:
    """A text that only resembles a withheld one is left in peace."""
    escaped = text.replace("&", "&amp;").encode()
    clean_parts["word/document.xml"] = clean_parts["word/document.xml"].replace(b"Close of meeting.", escaped)
    assert verify(pack(clean_parts), [term], name="release.docx").hits == ()
    assert verify(text.encode(), [term], name="release.txt").hits == ()


def test_a_clean_page_is_silent() -> None:
    """An HTML copy without the withheld text has neither hits nor risks."""
    page = (
        '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Minutes</title>'
        "<style>p{margin:41.6px;width:55.0em;color:#1874ab}</style></head><body><h1>Minutes</h1>"
        '<p id="m1.1">1.1 <mark class="withheld">'
        '[S40(2)]</mark> took an action.</p><table><tr><th scope="col">Action</th></tr></table></body></html>'
    )
    verdict = verify(page.encode(), WITHHELD, name="release.html")
    assert (verdict.hits, verdict.risky) == ((), ())


def test_clean_text_and_tables_are_silent() -> None:
    """So have the plain text and the schedule."""
    text = "OFFICIAL \u2013 FOR PUBLIC RELEASE\n\n1.1 [S40(2)] thanked everyone (\u00a30.50, 49,144).\n"
    table = "place,exemption,kind\n1.1,FOIA s40(2),name\n3.1,FOIA s43(2),figure\n"
    assert verify(text.encode(), WITHHELD, name="release.txt") == verify(table.encode(), WITHHELD, name="schedule.csv")
    assert verify(text.encode(), WITHHELD, name="release.txt").risky == ()


def test_nothing_withheld_finds_nothing(clean_parts: Parts, pack: Pack) -> None:
    """No terms, or blank ones, are no error and no hit."""
    assert verify(pack(clean_parts), [], name="a.docx").clean
    assert verify(pack(clean_parts), ["", "  ", "name:", "date:"], name="a.docx").clean
