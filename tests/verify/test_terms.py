"""How terms are understood: figures, dates, people, short words, accepted texts."""

import pytest

from lpgminutes.verify import Hit, verify

FOUND: list[tuple[str, str]] = [
    ("41.6", "recruited 41.6 Front Office staff"),
    ("41.6", "It was 41.6."),
    ("41.6", "41.6% of it, (41.6)"),
    ("41.6", "41.6FTE"),
    ("41.6", "41\u00b76"),
    ("55.0", "a forecast of 55.0;"),
    ("1,874", "increased to 1,874."),
    ("1,874", "increased to 1874 in all"),
    ("1,874", "increased to 1 874 in all"),
    ("1,874", "increased to 1\u202f874 in all"),
    ("1,874", "in 2019 1 874 people"),
    ("1874", "to 1,874"),
    ("1,874", "to 1\u2019874 or so"),
    ("1,874", "to 1_874"),
    ("1,874", "to 1 8 7 4 in all"),
    ("\u00a3212,400", "2-1-2-4-0-0"),
    ("\u00a31,212,400", "\u00a31.212.400"),
    ("\u00a30", "a credit of \u00a30 for May"),
    ("\u00a30", "\u00a3 0; GBP 0; 0 pounds"),
    ("\u00a30", "\u00a30.00"),
    ("\u00a3212,400", "\u00a3212400"),
    ("\u00a3212,400", "the sum (in pounds): 212,400"),
    ("\u00a3212,400", "\u00a3212.4k"),
    ("\u00a3212,400", "\u00a30.2124m"),
    ("\u00a3212,400", "\u00a3212,400.00"),
    ("\u00a32.1m", "\u00a32,100,000"),
    ("84.4%", "84.4 per cent"),
    ("5%", "by 5 % in all"),
    ("7", "there were 7 of them"),
    ("XY", "said XY to all"),
    ("A&E", "in A&E today"),
    ("***", "here *** there"),
    ("0113 496 0123", "call 01134960123"),
    ("0113 496 0123", "call (0113) 496-0123"),
    ("10:00", "at 10:00 sharp"),
    ("AP0619-01", "(AP0619-01)"),
    ("AP0619-01", "ap0619 01"),
    ("Room 3.12, Quarrybank House, Leeds", "Room 3.12 Quarrybank House\nLeeds"),
    ("Thursday 27th June 2019, 10:00 \u2013 12:30", "held on Thursday 27 June 2019, 10:00 to 12:30"),
    ("Board, Thursday 27th June 2019, Leeds", "Board, 27/06/2019 (Leeds)"),
    ("ches.performance.lpg", "CHES.Performance.LPG@DWP.GSI.GOV.UK"),
    ("PIP Client Executive, IAS", "PIP Client Executive \u2013 IAS"),
    ("Lee", "LEE said"),
    ("Lee", "L e e said"),
    ("\u0141ukasz \u017b\u00f3\u0142\u0107", "Lukasz Zolc"),
]
DAYS = (
    "date:2019-08-01",
    "1 August 2019",
    "Thursday 1st August 2019",
    "01/08/2019",
    "1/8/19",
    "2019-08-01",
    "August 1, 2019",
)
WRITTEN = (
    "1 August 2019",
    "1st August 2019",
    "Thursday 1st August 2019",
    "Thurs 1 Aug",
    "01 August 2019",
    "1 Aug 2019",
    "1-Aug-19",
    "1 aug '19",
    "the 1st of August 2019",
    "1st day of August",
    "the first of August",
    "August 1, 2019",
    "August 1st",
    "Aug. 1 2019",
    "01/08/2019",
    "1/8/2019",
    "1/8/19",
    "01.08.2019",
    "1-8-2019",
    "01/08",
    "2019-08-01",
    "2019-08-01T10:00:00Z",
    "2019/08/01",
    "20190801",
    "01082019",
    "2019-W31-4",
    "2019W314",
    "1.viii.2019",
    "01/VIII/19",
    "1 VIII 2019",
    "1st August",
    "1 August, 10:00",
    "1 August 12 people met",
    "1\u00a0AUGUST\u00a02019",
    "1\u200b August 20\u00ad19",
    "1 A u g u s t 2 0 1 9",
)
PEOPLE: list[tuple[str, str]] = [
    ("Margaret Ellwood", "Ms Ellwood thanked everyone"),
    ("Margaret Ellwood", "Margaret thanked everyone"),
    ("Margaret Ellwood", "ELLWOOD; MARGARET"),
    ("Margaret Ellwood", "Ellwood's report"),
    ("Margaret Ellwood", "XEllwoodMemo"),
    ("Margaret Ellwood", "M Ellwood, M.Ellwood"),
    ("Margaret Ellwood", "Ellwood, M."),
    ("Margaret Ellwood", "M.E. to write"),
    ("Margaret Ellwood", "M. E. to write"),
    ("Margaret Ellwood", "ellwood2@example.org"),
    ("Margaret Ellwood", "Margaret J. Ellwood"),
    ("Dr Margaret Ellwood", "Margaret Ellwood"),
    ("Ellwood, Margaret", "margaret ellwood"),
    ("Theresa May", "Theresa"),
    ("Theresa May", "Mrs May spoke"),
    ("Theresa May", "T. May spoke"),
    ("Theresa May", "theresa.may@example.org"),
    ("Aled Bowen-Price", "Mr Bowen-Price"),
    ("Aled Bowen-Price", "Bowen Price"),
    ("Mary Ann Evans", "Mary Evans"),
    ("Mary Ann Evans", "Evans, Mary Ann"),
    ("Ann Lee", "Lee agreed"),
    ("Si\u00e2n O\u2019Brien", "Sian O'Brien"),
    ("Si\u00e2n O\u2019Brien", "Mr O\u2019Brien"),
]


@pytest.mark.parametrize(("term", "text"), FOUND)
def test_a_term_is_found_in_its_usual_forms(term: str, text: str) -> None:
    """Grouping of digits, currency, case, accents and punctuation do not hide a term."""
    assert [hit.term for hit in verify(text.encode(), [term], name="a.txt").hits][:1] == [term]


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("term", DAYS)
def test_a_date_is_found_in_every_form(term: str, written: str) -> None:
    """A withheld date is found in every written form, with and without its year."""
    assert verify(f"It was held on {written}".encode(), [term], name="a.txt").hits


@pytest.mark.parametrize(("name", "text"), PEOPLE)
def test_a_person_is_found_by_parts_of_the_name(name: str, text: str) -> None:
    """A person is found by surname, forename, initials and mailbox."""
    assert verify(text.encode(), [f"name:{name}"], name="a.txt").hits


def test_a_plain_term_is_not_searched_word_by_word() -> None:
    """Only what is marked as a person is searched for by single words."""
    text = b"Ellwood and Margaret met near the Kestrel, on the Peak."
    assert verify(text, ["Margaret Ellwood", "Kestrel Peak"], name="a.txt").hits == ()


def test_a_short_term_is_not_searched_outside_visible_text() -> None:
    """Terms under three characters would be found by chance in names and values."""
    page = '<html><body class="XY"><p title="XY">x</p></body></html>'
    assert verify(page.encode(), ["XY"], name="a.html").hits == ()
    assert verify(page.replace(">x<", ">XY<").encode(), ["XY"], name="a.html").hits != ()


def test_figures_in_neighbouring_cells_stay_apart() -> None:
    """The commas of a table file end its figures, and cells are not joined to make one."""
    table = b'a,b,c\n38.2,41.6,1\n55.0,"1,874",4\n1,874,9\n'
    hits = verify(table, ["38.2", "41.6", "55.0", "1,874", "41.61"], name="a.csv").hits
    assert {hit.term for hit in hits} == {"38.2", "41.6", "55.0", "1,874"}


def test_a_hit_says_what_where_and_how() -> None:
    """A hit names the term as it was given, the part and the way it was found."""
    hits = verify(b"met by Ellwood", ["name:Margaret Ellwood"], name="a.txt").hits
    assert hits == (Hit(term="name:Margaret Ellwood", part="(file)", how="text, part of a name"),)


ACCEPTED: list[tuple[list[str], list[str], str]] = [
    (["date:2019-08-01"], ["1st August 2019"], "invited on 1st August 2019 to"),
    (["date:2019-08-01"], ["1st August 2019"], "invited on Thursday 1st August 2019 to"),
    (["date:2019-08-01"], ["1st August 2019"], "invited on 1st  August\n2019"),
    (["name:Margaret Ellwood"], ["Ellwood Review"], "the Ellwood Review of 2012"),
    (["41.6"], ["41.6 per cent"], "at 41.6 per cent"),
    (["\u00a30"], ["credit of \u00a30"], "a credit of \u00a30 for May"),
    (["***"], ["here *** there"], "here *** there"),
    (["Kestrel Peak"], ["the Kestrel Peak summit"], "at The KESTREL PEAK Summit"),
    (["XY"], ["XY plc"], "of XY plc"),
]
BEYOND: list[tuple[list[str], list[str], str]] = [
    (["date:2019-08-01"], ["1st August 2019"], "1st August 2019, then 01/08/2019"),
    (["date:2019-08-01"], ["1st August 2019"], "1 August 2019"),
    (["Thursday 1st August 2019, 10:00"], ["1st August 2019"], "Thursday 1st August 2019, 10:00"),
    (["name:Margaret Ellwood"], ["Ellwood Review"], "the Ellwood Review, by Ellwood"),
    (["41.6"], ["41.6 per cent"], "at 41.6 FTE"),
    (["\u00a30"], ["credit of \u00a30"], "a sum of \u00a30 for May"),
    (["***"], ["here *** there"], "here *** and there"),
    (["Kestrel Peak"], ["the Kestrel Peak summit"], "at the Kestrel Peak workshop"),
    (["XY"], ["XY plc"], "of XY"),
    (["Kestrel Peak"], [""], "Kestrel Peak"),
]


@pytest.mark.parametrize(("terms", "allowed", "text"), ACCEPTED)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_an_accepted_text_may_stand_open(terms: list[str], allowed: list[str], text: str, codec: str) -> None:
    """A hit that lies wholly inside an accepted text is none."""
    assert verify(text.encode(codec), terms, name="a.txt").hits
    assert verify(text.encode(codec), terms, allowed=allowed, name="a.txt").clean


@pytest.mark.parametrize(("terms", "allowed", "text"), BEYOND)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_what_goes_beyond_an_accepted_text_is_found(
    terms: list[str], allowed: list[str], text: str, codec: str
) -> None:
    """An accepted text covers itself, not the same words elsewhere, in another form or as part of more."""
    assert verify(text.encode(codec), terms, allowed=allowed, name="a.txt").hits


def test_a_hit_says_how_and_where_it_stands() -> None:
    """The words as they are written and their line or cell: each place once, of one hit."""
    text = "First line\nMs ELLWOOD asked.  Ellwood paid.\nEllwood paid."
    hit = next(hit for hit in verify(text.encode(), ["Ellwood"]).hits if hit.how == "text")

    assert [(stands.words, stands.line) for stands in hit.stands] == [
        ("ELLWOOD", "Ms ELLWOOD asked."),
        ("Ellwood", "Ellwood paid."),
    ]
