"""What is made from a withheld name, or what a withheld name is made from: sites, handles, letters, products."""

from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.findings import Severity

if TYPE_CHECKING:
    from tests.domain.conftest import Bench

CHECK = Severity.CHECK


@pytest.mark.parametrize(
    ("withheld", "text", "found"),
    [
        ("Brightwater Legal", "Write to jt@bwlegal.co.uk.", {"bwlegal": CHECK}),
        ("Brightwater Legal", "See bwl.uk and brightlegal.org.", {"brightlegal": CHECK}),
        ("Brightwater Legal", "Write to jt@blackpool.gov.uk, or see legal.org.uk.", {}),
        ("Brightwater Legal", "See https://www.blogs.co.uk/brightly and e.g. this.", {}),
        ("Kestrel Peak Logistics", "Write to ann@kpl.co.uk.", {"kpl": CHECK}),
        ("Kestrel Peak Logistics", "Write to ann@kp.co.uk, or to kpl@abc.uk.", {}),
        ("Menai Bridge Partners", "See visit-menai.co.uk.", {"visit-menai": CHECK}),
        ("Tremlett Roofing Ltd", "Enquiries to @tremlettroofs on X.", {"@tremlettroofs": CHECK}),
        ("Tremlett Roofing Ltd", "Enquiries to @tremors on X, roofing@abc.uk.", {}),
        ("Ferrow Rail Systems plc", "The FerrowTrack product won.", {"FerrowTrack": CHECK}),
        ("Ferrow Rail Systems plc", "See FerrowTrack_Report_2.pdf.", {"FerrowTrack": CHECK}),
        ("Ferrow Rail Systems plc", "The RailTrack product won; a Ferrowick came.", {}),
        ("Gwynedd Council", "Write to pay@gwynedd.llyw.cymru.", {"gwynedd": CHECK}),
        ("the council will pay", "See councilwillpay.co.uk.", {}),
    ],
)
def test_a_site_or_a_handle_that_is_made_from_the_name(
    bench: "Bench", withheld: str, text: str, found: dict[str, Severity]
) -> None:
    """By its first word or by pieces of all its words; a common word, another firm, a sentence say nothing."""
    told = {words: severity for words, severity in bench.found_beside(withheld, text).items() if severity is CHECK}
    assert told == found


@pytest.mark.parametrize(
    ("withheld", "text", "found"),
    [
        ("FoHP", "Friends of Holywell Park asked.", {"Friends of Holywell Park": CHECK}),
        ("SEO", "A Senior Executive Officer has appealed.", {"Senior Executive Officer": CHECK}),
        ("ADHD", "Then attention deficit hyperactivity disorder.", {"attention deficit hyperactivity disorder": CHECK}),
        ("HIV", "Human immunodeficiency virus was found.", {"Human immunodeficiency virus": CHECK}),
        ("HIV", "He is very ill; her inner voice said so.", {}),
        ("SEO", "She ended on Saturday; a Senior Officer left.", {}),
        ("SEO", "It was seen every other day.", {}),
        ("DCLG", "A demand for comparability of local government.", {}),
    ],
)
def test_what_withheld_letters_are_short_for(
    bench: "Bench", withheld: str, text: str, found: dict[str, Severity]
) -> None:
    """In capitals, or in small letters where four words or more stand in a row."""
    assert bench.found_beside(withheld, text) == found


@pytest.mark.parametrize(
    ("withheld", "text", "found"),
    [
        ("Safe Homes Accommodation and Recovery CIC", "SHARE were thanked.", {"SHARE": CHECK}),
        ("Safe Homes Accommodation and Recovery CIC", "SHIRE were thanked; STAR too.", {}),
        ("Cyngor Llyfrau Cymru", "CLlC will write.", {"CLlC": CHECK}),
        ("Cyngor Llyfrau Cymru", "CDdC will write to the PhD.", {}),
        ("Peter Dell Ltd", "A PhD was there.", {}),
    ],
)
def test_letters_with_one_more_and_welsh_letters(
    bench: "Bench", withheld: str, text: str, found: dict[str, Severity]
) -> None:
    """One letter more or less where there are four or more; a Welsh letter of two counts as one."""
    assert bench.found_beside(withheld, text) == found


@pytest.mark.parametrize(
    ("withheld", "text", "found"),
    [
        ("Microsoft", "Papers go to SharePoint and to Teams.", {"SharePoint": CHECK, "Teams": CHECK}),
        ("Microsoft", "Teams of two met. The teams met.", {}),
        ("Fujitsu Services Ltd", "The Horizon figures were wrong.", {"Horizon": CHECK}),
        ("Fujitsu Services Ltd", "It is on the horizon. Horizon scanning went on.", {}),
        ("Google", "Papers go to SharePoint.", {}),
    ],
)
def test_a_product_tells_its_maker(bench: "Bench", withheld: str, text: str, found: dict[str, Severity]) -> None:
    """With its capital within a sentence; a product of somebody else tells nothing."""
    assert bench.found_beside(withheld, text) == found
