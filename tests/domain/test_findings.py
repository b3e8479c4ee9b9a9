"""What is said of a release before it is made: what still gives it away, and what is not in order."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.findings import FindingKind, Severity
from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.meetings import Block, BlockKind
from lpgminutes.domain.withholding import Acceptance, PhraseRule

if TYPE_CHECKING:
    from tests.domain.conftest import Bench

AWAY, CHECK = Severity.GIVES_AWAY, Severity.CHECK


def test_the_seed_is_given_away_by_one_date_alone(bench: "Bench") -> None:
    """The rules of the seed withhold the next meeting, and 2.2 says when it is; nothing else blocks."""
    outcome = bench.release(bench.seed_meeting(), *bench.seed_rules())
    blocking = [finding for finding in outcome.findings if finding.blocks]
    assert [(finding.kind.value, finding.text) for finding in blocking] == [
        ("withheld-elsewhere-open", "1st August 2019")
    ]
    assert blocking[0].where() == "minute 2.2; action 1, text (minute 2.2)"
    assert all(spans for _, spans in outcome.located.rules)


def test_the_seed_goes_once_the_date_is_accepted_or_withheld(bench: "Bench") -> None:
    """Either way out of the finding leads to a release, and the reason stands with what was accepted."""
    said = Acceptance(finding="withheld-elsewhere-open", text="1st  august 2019", reason="published")
    rules = bench.seed_rules()
    accepted = bench.release(bench.seed_meeting(), *rules, accepted=[said])
    withheld = bench.release(bench.seed_meeting(), *rules, bench.phrase("1st August 2019", None, "s38"))
    assert not [finding for outcome in (accepted, withheld) for finding in outcome.findings if finding.blocks]
    assert [finding.accepted for finding in accepted.findings if finding.accepted] == ["published"]


def _two_minutes(bench: "Bench", withheld: str, elsewhere: str) -> dict[str, Severity]:
    outcome = bench.release(bench.meeting(f"It is {withheld}.", elsewhere), bench.phrase(withheld, "1.1"))
    return outcome.found()


def test_a_body_withheld_in_the_attendance_is_looked_for_in_the_minutes(bench: "Bench") -> None:
    """Whatever its kind is, and by a word of it; a body that the attendance names openly is known anyway."""
    meeting = bench.meeting("Kestrel Peak will start, and so will Holywell.", names=("Tom Roe", "Ann Fay"))
    withheld, known = (
        replace(row, organisation=body)
        for row, body in zip(meeting.attendance, ("Kestrel Peak Ltd", "Holywell"), strict=True)
    )
    found = bench.release(replace(meeting, attendance=(withheld, known)), bench.phrase("Kestrel Peak Ltd")).found()

    assert found == {"Kestrel Peak": AWAY}


@pytest.mark.parametrize(
    ("withheld", "elsewhere", "found"),
    [
        ("Kestrel Peak", "KESTREL\nPeak won.", {"KESTREL\nPeak": AWAY}),
        ("Kestrel Peak", "Kestrel Peaks won.", {"Kestrel": CHECK, "Peaks": CHECK}),
        ("Kestrel Peak", "See kestrelpeak.co.uk or Kestrel-Peak.", {"kestrelpeak": AWAY, "Kestrel-Peak": AWAY}),
        ("Kestrel Peak Ltd", "Kestrel Peak Limited won.", {"Kestrel Peak": AWAY}),
        ("Kestrel Peak Ltd", "Kestral Peak won; the kestrel flew.", {"Kestral": CHECK, "Peak": CHECK}),
        ("dyslexia", "The dyslexic and his dislexia.", {"dyslexic": CHECK, "dislexia": CHECK}),
        ("suspended", "The suspension was long; suspense was not.", {"suspension": CHECK, "suspense": CHECK}),
        ("be dismissed", "His dismissal, not a distance.", {"dismissal": CHECK}),
        ("terminated", "The termination of a tenancy.", {"termination": CHECK}),
        ("made redundant", "His redundancy pay.", {"redundancy": CHECK}),
        ("sold", "The sale; the sales team and a wholesaler.", {"sale": CHECK}),
        ("the sale", "It was sold; it sells well.", {"sold": CHECK, "sells": CHECK}),
        ("closed", "The closure; the end of it.", {"closure": CHECK}),
        ("theft", "A thief with stolen keys.", {"thief": CHECK, "stolen": CHECK}),
        ("Type 2 diabetes", "He is diabetic.", {"diabetic": CHECK}),
        ("Muslim", "The Islamic centre.", {"Islamic": CHECK}),
        ("Polish", "He is from Poland; poland the floor.", {"Poland": CHECK}),
        ("Welsh Government", "It rained in Wales.", {}),
        ("on Tuesday", "By Tues; the Sun rose.", {"Tues": CHECK}),
        ("Sunday", "The Sun rose.", {}),
        ("sold and then closed", "The sale, the closure.", {}),
        ("resignation from the board in May", "He resigned.", {}),
        (
            "The Treasurer told the Mayor and the Chairman why Kestrel was late with the bid",
            "The Mayor, the Treasurer and the Chairman heard of Kestrel.",
            {"Kestrel": CHECK},
        ),
        ("the bid of the firm then", "A bit of the form then.", {}),
        ("£212,400", "The sum of 212,400 is due.", {"212,400": AWAY}),
        ("£212,400", "The sum of £212400 is due.", {"£212400": AWAY}),
        ("41.6", "The 41.6 staff.", {"41.6": AWAY}),
        ("£0", "It was 0 then.", {}),
        ("£212,400", "It was £212.4k, or 0.2124 million.", {"£212.4k": AWAY, "0.2124 million": AWAY}),
        (
            "£212,400",
            "Two hundred and twelve thousand four hundred pounds.",
            {"Two hundred and twelve thousand four hundred pounds": AWAY},
        ),
        ("£212,400", "About £212k, over £210,000.", {"£212k": CHECK, "£210,000": CHECK}),
        ("£212,400", "It was £212,900, £312,400 or £212,400k; £0.2m in 2124.", {}),
        ("£1.2m", "It was £1,200,000 or one point two million.", {"£1,200,000": AWAY, "one point two million": AWAY}),
        ("£5k", "It was 5,000 pounds on 5 May.", {"5,000 pounds": AWAY}),
        ("41.6%", "It was 41.6 per cent, 42% and 40%.", {"41.6 per cent": AWAY, "42%": CHECK}),
        ("41", "The forty-one staff.", {"forty-one": CHECK}),
        ("seven", "The 7 staff, and 27.", {"7": CHECK}),
        ("2019", "In 2,019 cases and 2019.", {"2019": AWAY}),
        ("4", "The 4 staff, item 4.1 and 14.", {"4": CHECK}),
        ("41", "The 41 staff.", {"41": CHECK}),
        ("Red", "It was red.", {"red": CHECK}),
        ("16 July 2019", "Due 16/07/2019.", {"16/07/2019": AWAY}),
        ("16 July 2019", "Due on July 16th.", {"July 16th": AWAY}),
        ("16 July 2019", "Due on 16 July 2018 or 17 July.", {}),
        ("16 July 2019", "By 2019/7/16, July the 16th.", {"July the 16th": AWAY, "2019/7/16": AWAY}),
        (
            "16 July 2019",
            "In w/c 15 July, in week 29, by 7/16/2019.",
            {"w/c 15 July": CHECK, "week 29": CHECK, "7/16/2019": CHECK},
        ),
        ("16 July 2019", "Next Tuesday, in July, w/c 22 July, week 30, week 2.", {}),
        (
            "16 July 2019",
            "By 16.vii.2019 or the 16th day of July.",
            {"16.vii.2019": AWAY, "16th day of July": AWAY},
        ),
        ("16.VII.2019", "By 16 July 2019, not 16.viii.2019.", {"16 July 2019": AWAY}),
        ("16 July 2019", "By 2019-W29-2 or 16072019.", {"2019-W29-2": AWAY, "16072019": AWAY}),
        ("2019-W29-2", "By 16 July 2019.", {"16 July 2019": AWAY}),
        ("30 December 2019", "By 2020-W01-1.", {"2020-W01-1": AWAY}),
        (
            "16 July 2019",
            "In 2019-W29, W29 or week 29 of 2019.",
            {"2019-W29": CHECK, "W29": CHECK, "week 29 of 2019": CHECK},
        ),
        ("16 July 2019", "By 2019-197, 2019/197, day 197.", {"2019-197": CHECK, "2019/197": CHECK, "day 197": CHECK}),
        (
            "16 July 2019",
            "On the 197th day, lpg_190716, 160719.",
            {"197th day": CHECK, "190716": CHECK, "160719": CHECK},
        ),
        ("16 July 2019", "2018-W29, week 29 of 2018, W290, W29 7QT; 2018-197, 2019-1970, 197 days.", {}),
        ("12 July 2019", "On day 12 of it, 12 days in, the 12th day.", {}),
        ("12th July", "Due on 12/07/2019.", {"12/07/2019": AWAY}),
        ("12th July", "Due in July 2019.", {}),
        ("16 July 2019", "See LPG_20190716v2 and lpg-2019-07-16.", {"2019-07-16": AWAY, "20190716": AWAY}),
    ],
)
def test_what_is_withheld_in_one_place_is_looked_for_in_the_others(
    bench: "Bench", withheld: str, elsewhere: str, found: dict[str, Severity]
) -> None:
    """The same words, figure or date give it away; a figure or word of no weight is to be checked."""
    assert _two_minutes(bench, withheld, elsewhere) == found


def test_what_narrows_a_withheld_day_down_in_its_own_minute(bench: "Bench") -> None:
    """A weekday, a month, ``tomorrow`` beside the mark tell much of the day; in another minute they tell of another."""
    meeting = bench.meeting("On 16 July 2019, a Tuesday, not tomorrow but in July, or Friday in May.", "Tuesday.")
    outcome = bench.release(meeting, bench.phrase("16 July 2019"))
    assert outcome.found() == {"Tuesday": CHECK, "tomorrow": CHECK, "July": CHECK}
    assert all("1.1" in finding.where() for finding in outcome.findings if finding.text == "Tuesday")


def test_what_a_withheld_share_leaves_over_is_said(bench: "Bench") -> None:
    """In its own minute the rest of a hundred per cent tells it; in another it is another share."""
    rule = bench.phrase("41.6%")
    told = bench.release(bench.meeting("It was 41.6%, and 58.4 per cent were late.", "58.4% fell."), rule)
    assert told.found() == {"58.4 per cent": CHECK}


def test_one_text_that_stands_open_in_many_places_is_one_finding(bench: "Bench") -> None:
    """The officer reads of it once, with all its places."""
    outcome = bench.release(bench.meeting("Kestrel", "Kestrel", "kestrel"), bench.phrase("Kestrel", "1.1"))
    assert [finding.where() for finding in outcome.findings if finding.text == "Kestrel"] == ["minute 1.2; minute 1.3"]


def test_the_place_of_a_withheld_meeting_is_looked_for_in_its_pieces(bench: "Bench") -> None:
    """The house named in the minutes is worth a look when the whole address is withheld."""
    meeting = replace(bench.meeting("Quarrybank House is warm."), location="Room 1, Quarrybank House, Leeds")
    assert bench.release(meeting, bench.field("location")).found() == {"Quarrybank House": CHECK}


def test_a_role_named_elsewhere_is_to_be_checked(bench: "Bench") -> None:
    """A post does not by itself name its holder."""
    meeting = bench.meeting("The Adviser spoke.", names=["Tom Reed"])
    assert bench.release(meeting, bench.field("attendance.role")).found() == {"Adviser": CHECK}


@pytest.mark.parametrize("form", ["Margaret Ellwood", "Ms Ellwood", "Margaret", "m.ellwood@x.uk"])
def test_names_withheld_as_a_column_are_looked_for_in_every_form(bench: "Bench", form: str) -> None:
    """A rule for the field leaves the text alone, so a form of the name there gives it away."""
    meeting = bench.meeting(f"We heard {form} on it.", names=["Margaret Ellwood", "Tom Reed"])
    found = bench.release(meeting, bench.field("attendance.name", "s40(2)")).found()
    assert found == {form.removesuffix("@x.uk"): AWAY}


def test_somebody_open_who_shares_a_name_gives_nothing_away(bench: "Bench") -> None:
    """``James Ellwood`` stays open beside the withheld ``Margaret Ellwood`` without a word about it."""
    meeting = bench.meeting("Ellwood and James Ellwood left.", names=["Margaret Ellwood", "James Ellwood"])
    outcome = bench.release(meeting, bench.person("Margaret Ellwood"))
    assert outcome.findings == ()


@pytest.mark.parametrize(
    ("person", "names", "text", "found"),
    [
        ("Tom Renwick", ["Tom Jones"], "Tom left. Tom Jones stayed.", {"Tom": CHECK}),
        ("Tom Renwick", ["Tom Jones"], "Tom Jones stayed.", {}),
        ("Will Price", [], "Will to write.", {"Will": CHECK}),
        ("Will Price", [], "Will it rise? The price will.", {}),
        ("Theresa May", [], "Ask after May if needed.", {"May": CHECK}),
        ("Theresa May", [], "In May 2019, during May and on 3 May.", {}),
        ("Margaret Ellwood", [], "ME agreed.", {"ME": CHECK}),
        ("Margaret Ellwood", [], "It is about ME.", {}),
    ],
)
def test_what_may_mean_a_withheld_person_is_to_be_checked(
    bench: "Bench", person: str, names: list[str], text: str, found: dict[str, Severity]
) -> None:
    """A shared forename, a name that is a word, undeclared initials: said once, not for every month."""
    outcome = bench.release(bench.meeting(text, names=names), bench.person(person))
    assert outcome.found(FindingKind.PERSON_PERHAPS_OPEN) == found


def test_a_mark_of_the_source_without_an_exemption_is_to_be_checked(bench: "Bench") -> None:
    """What came in with a bare mark goes out with one, and the officer is told."""
    mark = PrintedMark(field="text", start=0, end=4, as_shown="XXXX", label=None)
    block = Block(kind=BlockKind.MINUTE, text="XXXX spoke to Margaret Ellwood.", marks=(mark,))
    outcome = bench.release(bench.meeting(block), bench.person("Margaret Ellwood"))
    assert outcome.at("minutes.text") == "[redacted] spoke to [redacted: s40(2)]."
    assert outcome.found(FindingKind.MARK_WITHOUT_EXEMPTION) == {"mark without an exemption": CHECK}


@pytest.mark.parametrize(
    ("citation", "kind"),
    [("s43(2)", "needs-public-interest-test"), ("s36(2)(c)", "needs-qualified-person"), ("s40(2)", "")],
)
def test_an_exemption_without_the_record_it_needs_is_to_be_checked(bench: "Bench", citation: str, kind: str) -> None:
    """A qualified exemption needs a public interest test, s36 an opinion; once recorded nothing is said."""
    bare = bench.grounds(citation)
    told = replace(bare, public_interest="outweighed", qualified_person="the Minister, 1 July 2019")
    meeting = bench.meeting("Kestrel")
    kinds = [
        {finding.kind.value for finding in bench.release(meeting, PhraseRule(phrase="Kestrel", grounds=g)).findings}
        for g in (bare, told)
    ]
    assert kinds[1] == set()
    assert kind in kinds[0] if kind else not kinds[0]


def test_a_finding_stands_with_its_gravest_reason(bench: "Bench") -> None:
    """Withheld as a due date and in a phrase: the phrase decides how much it matters."""
    meeting = replace(bench.meeting("On 3 July 2019.", "Before 3 July 2019."), date=date(2019, 7, 3))
    outcome = bench.release(meeting, bench.field("date"), bench.phrase("3 July 2019", "1.1"))
    assert outcome.found() == {"3 July 2019": AWAY}
