import re
import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from lpgminutes.domain.marking_scheme import GOVERNMENT_SCHEME, PartKind, Scheme, SchemePart, Tier
from lpgminutes.domain.markings import FOR_PUBLIC_RELEASE, LONGEST_MARKING, read_marking
from lpgminutes.errors import InputError, MarkingRefused

DASHES = "\u002d\u2010\u2011\u2012\u2013\u2014\u2212"
SPACES = "\u0020\u00a0\u2009\u202f"
INVISIBLE = "\u200b\u200d\u2060\u00ad\ufeff"

CURRENT = {
    "OFFICIAL": "OFFICIAL",
    "official": "OFFICIAL",
    "OFFICIAL – SENSITIVE": "OFFICIAL-SENSITIVE",
    "OFFICIAL - SENSITIVE": "OFFICIAL-SENSITIVE",
    "OFFICIAL—SENSITIVE": "OFFICIAL-SENSITIVE",
    "OFFICIAL SENSITIVE": "OFFICIAL-SENSITIVE",
    "OFFICIAL: SENSITIVE": "OFFICIAL-SENSITIVE",
    "OFFICIAL:SENSITIVE": "OFFICIAL-SENSITIVE",
    "Official Sensitive": "OFFICIAL-SENSITIVE",
    "OFFICIAL\u00adSENSITIVE": "OFFICIAL-SENSITIVE",
    "OFFI\u200bCIAL – COMMER\u00adCIAL": "OFFICIAL - COMMERCIAL",
    "O F F I C I A L - S E N S I T I V E": "OFFICIAL-SENSITIVE",
    "O-S": "OFFICIAL-SENSITIVE",
    "OS": "OFFICIAL-SENSITIVE",
    "OFFICIAL-SENSITIVE: COMMERCIAL": "OFFICIAL-SENSITIVE - COMMERCIAL",
    "OFFICIAL-SENSITIVE [COMMERCIAL]": "OFFICIAL-SENSITIVE - COMMERCIAL",
    "OFFICIAL-SENSITIVE (COMMERCIAL)": "OFFICIAL-SENSITIVE - COMMERCIAL",
    "OFFICIAL - SENSITIVE - COMMERCIAL": "OFFICIAL-SENSITIVE - COMMERCIAL",
    "OFFICIAL-SENSITIVE COMMERCIAL": "OFFICIAL-SENSITIVE - COMMERCIAL",
    "OFFICIAL-SENSITIVE – COMMERCIAL – RECIPIENTS ONLY": "OFFICIAL-SENSITIVE - RECIPIENTS ONLY - COMMERCIAL",
    "OFFICIAL-SENSITIVE - HR/MANAGEMENT": "OFFICIAL-SENSITIVE - HR / MANAGEMENT",
    "OFFICIAL-SENSITIVE - LPP": "OFFICIAL-SENSITIVE - LEGAL PROFESSIONAL PRIVILEGE",
    "O-S - LEGAL PROFESSIONAL PRIVILEGE (LPP)": "OFFICIAL-SENSITIVE - LEGAL PROFESSIONAL PRIVILEGE",
    "OFFICIAL - LEGAL": "OFFICIAL - LEGAL",
    "O-S - MARKET SENSITIVE, PERSONAL DATA": "OFFICIAL-SENSITIVE - MARKET SENSITIVE PERSONAL DATA",
    "OFFICIAL - HMG USE ONLY": "OFFICIAL - HMG USE ONLY",
    "OFFICIAL - [DWP and HMRC] USE ONLY": "OFFICIAL - DWP AND HMRC USE ONLY",
    "OFFICIAL - SECRETARIAT USE ONLY": "OFFICIAL - SECRETARIAT USE ONLY",
    "OFFICIAL - EMBARGOED UNTIL 09:30 1 JUNE 2026": "OFFICIAL - EMBARGOED UNTIL 09:30 1 JUNE 2026",
    "UK OFFICIAL-SENSITIVE\nREL-EU": "UK OFFICIAL-SENSITIVE - REL EU",
    "OFFICIAL – for public release": "OFFICIAL - FOR PUBLIC RELEASE",
}

LEGACY = {
    "NPM": False,
    "NOT PROTECTIVELY MARKED": False,
    "Not Protectively Marked": False,
    "UNCLASSIFIED": False,
    "UNMARKED": False,
    "PROTECT": True,
    "PROTECT - COMMERCIAL": True,
    "RESTRICTED – POLICY": True,
    "UK RESTRICTED": True,
}

ABOVE = [
    "SECRET",
    "secret",
    "Secret - Commercial",
    "TOP SECRET",
    "top-secret",
    "TOPSECRET",
    "UK SECRET",
    "UK TOP SECRET - UK EYES ONLY",
    "S E C R E T",
    "S.E.C.R.E.T",
    "S–E–C–R–E–T",
    "SE\u00adCRET",
    "S\u200bECRET",
    "Sécret",
    "\uff33\uff25\uff23\uff32\uff25\uff34",
    "OFFICIAL - SECRET",
    "OFFICIAL-SENSITIVE (secret)",
    "SECRETARY SECRET",
    "CONFIDENTIAL",
    "UK CONFIDENTIAL",
    "Confidential - Staff",
    "C O N F I D E N T I A L",
    "OFFICIAL - CONFIDENTIAL",
    "UK EYES ONLY",
    "OFFICIAL-SENSITIVE - UK/US EYES ONLY",
    "OFFICIAL - FIVE EYES ONLY",
]


@pytest.mark.parametrize(("written", "canonical"), CURRENT.items())
def test_a_variant_is_read_without_a_warning(written: str, canonical: str) -> None:
    """Every usual way of writing a current marking has one canonical form, and the letter is kept."""
    marking = read_marking(written)
    assert (marking.as_written, marking.canonical, marking.warnings) == (written, canonical, ())


@pytest.mark.parametrize("written", CURRENT)
def test_only_the_addition_sensitive_makes_it_sensitive(written: str) -> None:
    """OFFICIAL with any descriptor is not OFFICIAL-SENSITIVE."""
    marking = read_marking(written)
    assert marking.is_sensitive is ("OFFICIAL-SENSITIVE" in marking.canonical)


@pytest.mark.parametrize("dash", DASHES)
@pytest.mark.parametrize("space", SPACES)
def test_every_dash_and_space_is_folded(dash: str, space: str) -> None:
    """Word's dashes and no-break spaces are the plain ones."""
    written = f"OFFICIAL{space}{dash}{space}SENSITIVE{space}{dash}{space}PERSONAL{space}DATA"
    assert read_marking(written).canonical == "OFFICIAL-SENSITIVE - PERSONAL DATA"


@pytest.mark.parametrize("written", ["OFFICIAL-SENSITIVE [PERSONAL]", "OFFICIAL - SENSITIVE PERSONAL"])
def test_personal_is_kept_and_personal_data_suggested(written: str) -> None:
    """An older descriptor is not converted in silence."""
    marking = read_marking(written)
    assert marking.canonical == "OFFICIAL-SENSITIVE - PERSONAL"
    assert marking.warnings == ("PERSONAL is a descriptor of before 2023; did you mean PERSONAL DATA?",)


@pytest.mark.parametrize(("written", "is_sensitive"), LEGACY.items())
def test_a_legacy_marking_is_kept_with_a_warning(written: str, is_sensitive: bool) -> None:  # noqa: FBT001
    """Markings of before 2014 have no automatic equivalent."""
    marking = read_marking(written)
    assert marking.canonical == written.upper().replace("–", "-")
    assert marking.is_sensitive is is_sensitive
    assert "before 2014" in marking.warnings[0]


@pytest.mark.parametrize(
    "written", ["IN CONFIDENCE", "COMMERCIAL IN CONFIDENCE", "Staff-in-Confidence", "IN STRICT CONFIDENCE"]
)
def test_in_confidence_is_text_and_no_classification(written: str) -> None:
    """It is kept, with a warning that the tier is missing."""
    marking = read_marking(written)
    assert (marking.canonical, marking.is_sensitive) == (written.upper(), False)
    assert "not a classification" in marking.warnings[0]


@pytest.mark.parametrize("written", ABOVE)
def test_what_is_above_official_sensitive_is_refused(written: str) -> None:
    """Neither case, spacing, dashes nor invisible characters let a higher tier through."""
    with pytest.raises(MarkingRefused, match="may hold OFFICIAL and OFFICIAL-SENSITIVE only"):
        read_marking(written)


@pytest.mark.parametrize("written", ["", "   ", "\u00a0\u2009", "–", "[ ]"])
def test_an_empty_marking_is_missing(written: str) -> None:
    """Nothing but space and dashes is no marking."""
    with pytest.raises(InputError, match="A marking is missing"):
        read_marking(written)


@pytest.mark.parametrize(
    "written",
    ["Strictly private", "OFFICIALLY ours", "UNOFFICIAL", "TLP:RED", "PROTECTED", "BOARD - OFFICIAL"],
)
def test_a_text_of_ones_own_is_refused_with_what_is_allowed(written: str) -> None:
    """The sentence names the tiers."""
    with pytest.raises(InputError, match="begins with OFFICIAL or OFFICIAL-SENSITIVE") as refusal:
        read_marking(written)
    assert not isinstance(refusal.value, MarkingRefused)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("OFFICIAL-SENSITIVE - FOR PUBLIC RELEASE", "cannot stand with OFFICIAL-SENSITIVE"),
        ("O-S (COMMERCIAL) for public release", "cannot stand with OFFICIAL-SENSITIVE"),
        ("OFFICIAL - FOR PUBLIC RELEASE - RECIPIENTS ONLY", "cannot stand with RECIPIENTS ONLY"),
        ("OFFICIAL - DWP USE ONLY FOR PUBLIC RELEASE", "cannot stand with DWP USE ONLY"),
        ("OFFICIAL - SENSITVE", "did you mean OFFICIAL-SENSITIVE"),
        ("OFFICIAL - COMMERCIAL - SENSITIVE", "did you mean OFFICIAL-SENSITIVE"),
        ("OFFICIAL - OFFICIAL-SENSITIVE", "two markings"),
        ("ОFFICIAL", "not plain Latin"),
        ("ЅЕСRЕТ", "not plain Latin"),
        ("OFFICIAL " + "X" * LONGEST_MARKING, "not a marking"),
    ],
)
def test_a_marking_that_contradicts_itself_is_refused(written: str, sentence: str) -> None:
    """What cannot be meant is asked about, not guessed."""
    with pytest.raises(InputError, match=re.escape(sentence)):
        read_marking(written)


@pytest.mark.parametrize(
    ("written", "canonical", "warning"),
    [
        ("OFFICIAL - RECIPIENTS ONLY", "OFFICIAL - RECIPIENTS ONLY", "is not allowed with OFFICIAL"),
        ("OFFICIAL - REL EU", "OFFICIAL - REL EU", "the prefix UK"),
        ("OFFICIAL - EMBARGOED", "OFFICIAL - EMBARGOED", "date and time"),
        ("OFFICIAL-SENSITIVE - LOCSEN", "OFFICIAL-SENSITIVE - LOCSEN", "no equivalent"),
        ("OFFICIAL-SENSITIVE - COMERCIAL", "OFFICIAL-SENSITIVE - COMERCIAL", "did you mean COMMERCIAL?"),
        ("OFFICIAL - BLUEBELL", "OFFICIAL - BLUEBELL", "kept as a codeword."),
        ("OFFICIAL - BLUEBELL - COMMERCIAL", "OFFICIAL - COMMERCIAL - BLUEBELL", "kept as a codeword."),
        ("OFFICIAL - Board papers only", "OFFICIAL - BOARD PAPERS ONLY", "instruction of your own"),
    ],
)
def test_an_unusual_part_is_kept_with_a_warning(written: str, canonical: str, warning: str) -> None:
    """Bodies have words of their own; the reader is told what is not in the policy."""
    marking = read_marking(written)
    assert marking.canonical == canonical
    assert [warning in sentence for sentence in marking.warnings] == [True]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("OFFICIAL – SENSITIVE", "OFFICIAL – SENSITIVE"),
        ("Official Sensitive", "OFFICIAL SENSITIVE"),
        ("O-S", "OFFICIAL-SENSITIVE"),
        ("OFFICIAL-SENSITIVE - LPP", "OFFICIAL-SENSITIVE - LEGAL PROFESSIONAL PRIVILEGE"),
    ],
)
def test_a_page_shows_the_marking_in_capitals(written: str, printed: str) -> None:
    """The body's own dashes stay; an abbreviation is written out."""
    assert read_marking(written).printed == printed


def test_not_for_public_release_is_not_for_public_release() -> None:
    """A word before the instruction is not dropped."""
    marking = read_marking("OFFICIAL - NOT FOR PUBLIC RELEASE")
    assert marking.canonical == "OFFICIAL - NOT FOR PUBLIC RELEASE"
    assert not marking.is_for_public_release


def test_the_release_marking_is_what_its_text_reads_as() -> None:
    """The constant and the grammar agree."""
    assert read_marking("OFFICIAL - FOR PUBLIC RELEASE") == FOR_PUBLIC_RELEASE
    assert FOR_PUBLIC_RELEASE.is_for_public_release


@pytest.mark.parametrize("tier", [Tier.OFFICIAL, Tier.OFFICIAL_SENSITIVE])
@pytest.mark.parametrize("part", GOVERNMENT_SCHEME.parts, ids=lambda part: part.text)
def test_every_part_of_the_scheme_goes_with_its_tiers(tier: Tier, part: SchemePart) -> None:
    """A warning about the tier comes exactly when the policy does not allow the pair."""
    text = f"UK {tier.value} - {part.text}"
    if (tier, part.text) == (Tier.OFFICIAL_SENSITIVE, "FOR PUBLIC RELEASE"):
        with pytest.raises(InputError):
            read_marking(text)
        return
    marking = read_marking(text)
    assert marking.canonical == text
    assert any("is not allowed" in warning for warning in marking.warnings) is (tier not in part.allowed_with)


def test_a_body_may_add_descriptors_of_its_own() -> None:
    """The scheme is data: with another scheme the same text needs no warning."""
    tender = SchemePart(text="TENDER BOARD", kind=PartKind.DESCRIPTOR, allowed_with=frozenset(Tier))
    scheme = Scheme(source="own", parts=(*GOVERNMENT_SCHEME.parts, tender), legacy=GOVERNMENT_SCHEME.legacy)
    marking = read_marking("OFFICIAL: tender board, commercial", scheme)
    assert (marking.canonical, marking.warnings) == ("OFFICIAL - TENDER BOARD COMMERCIAL", ())


MARKING_WORDS = st.sampled_from(
    [
        *(part.text for part in GOVERNMENT_SCHEME.parts),
        *CURRENT,
        *LEGACY,
        *"-–:[](),/&\n",
        " - ",
        "UK",
        "EMBARGOED UNTIL 1 JUNE",
        "USE ONLY",
        "AND",
        "DWP",
        "SENSITIVE",
        "2026-06-01",
        "IN CONFIDENCE",
        "BLUEBELL",
    ]
)
WRITTEN = st.builds(
    lambda start, words, gap: gap.join([start, *words]),
    st.sampled_from(["OFFICIAL", "OFFICIAL-SENSITIVE", "UK OFFICIAL", "O-S", "PROTECT", "NPM", ""]),
    st.lists(st.one_of(MARKING_WORDS, st.text(max_size=6)), max_size=6),
    st.sampled_from([" ", " - ", ""]),
)


@example("OFFICIAL A A  A A")
@given(WRITTEN)
def test_the_canonical_form_reads_as_itself(written: str) -> None:
    """Reading twice is reading once, and sensitivity and release do not change on the way."""
    try:
        once = read_marking(written)
    except InputError:
        assume(False)
    twice = read_marking(once.canonical)
    assert twice.canonical == once.canonical
    assert twice.is_sensitive == once.is_sensitive
    assert twice.is_for_public_release == once.is_for_public_release


@given(st.text(max_size=30) | WRITTEN)
def test_any_text_is_read_or_refused_with_a_sentence(written: str) -> None:
    """No text a person can type is a crash."""
    try:
        marking = read_marking(written)
    except InputError as refusal:
        assert str(refusal).endswith((".", "?"))  # noqa: PT017
    else:
        assert marking.as_written == written


BETWEEN = st.text(alphabet=DASHES + SPACES + INVISIBLE + ".:\n\t", max_size=3)


@st.composite
def disguised_secrets(draw: st.DrawFn) -> str:
    """SECRET with things in and around its letters."""
    letters = [
        draw(st.sampled_from([letter, letter.lower(), letter + "\u0301"])) + draw(BETWEEN) for letter in "SECRET"
    ]
    before = draw(
        st.sampled_from(["", "UK ", "TOP ", "TOP-", "OFFICIAL - ", "OFFICIAL-SENSITIVE [", "RESTRICTED "])
        | st.text(max_size=5).map(lambda text: text + " ")
    )
    return before + "".join(letters) + draw(st.sampled_from(["", " ", "]", " - COMMERCIAL", " IN CONFIDENCE"]))


@given(disguised_secrets())
def test_the_word_secret_is_never_accepted(written: str) -> None:
    """In any case, with any dashes, spaces, stops, accents or invisible characters in it, after anything."""
    with pytest.raises(InputError):
        read_marking(written)


@given(st.text(max_size=20), st.text(max_size=20))
def test_secret_amid_any_text_is_never_accepted(before: str, after: str) -> None:
    """A higher marking does not hide in a longer text."""
    assume(not unicodedata.combining((after or " ")[0]))
    with pytest.raises(InputError):
        read_marking(f"{before} SECRET {after}")
