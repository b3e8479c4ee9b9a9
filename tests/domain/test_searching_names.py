"""The quick looks before a search for names are only that: what is found is what the patterns find anywhere."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lpgminutes.domain.document import Place
from lpgminutes.domain.folding import fold
from lpgminutes.domain.naming.crowds import Crowd
from lpgminutes.domain.naming.forms import full_forms, perhaps_forms, plural_forms, single_forms, title_before
from lpgminutes.domain.naming.names import Name, lone_parts, parse_name
from lpgminutes.domain.naming.persons import PersonForms, forms_of_everybody, forms_of_person
from lpgminutes.domain.naming.traces import has_initial_for_surname, may_hold
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.searched_texts import SearchedTexts

FORENAMES = ("Margaret", "Tom", "Siân", "Jean-Luc", "M.", "Grant", "May", "Ó", "Ярослав", "d'Arcy", "Mac", "ßen")
SURNAMES = (
    "Ellwood", "O'Brien", "OBrien", "Bowen-Price", "van der Berg", "Müller", "McDonald", "Green", "King", "E", "Ng",
    "'t Hooft", "Мороз", "St. John", "Macdonald", "Obrien", "Ellwoods", "3rd", "Øst",
)  # fmt: skip
BESIDE = ("", "", " J.", " Mary", ' "Bob"')
BESIDE_A_NAME = (
    "mr", "Mr and Mrs", "the rt hon", "borough cllr", "&", "OBE", "(ME)", "M.E.", "m. e.", "(formerly Jones)",
    "(n\u00e9e Kay)", "e.g.", "group's", "a", "- ", "said", "asked", "of the", "van", "der", "c:e l", "x:E l l w o o d",
    "Rose", "rose", "(b)",
)  # fmt: skip
WORDS = ("the", "agreed", "to", "E.", "A", "I", "on-call", "king", "will", "green", "M", "3", "noted that", "Dr", "Ms")


@st.composite
def people(draw: st.DrawFn) -> Name:
    """Draw a name."""
    return parse_name("".join(draw(st.sampled_from(part)) for part in (FORENAMES, BESIDE, (" ",), SURNAMES)))


@st.composite
def texts(draw: st.DrawFn, names: list[Name]) -> str:
    """Draw a text that names some people in many ways, and nearly names others."""
    said = [
        form
        for name in names
        for first, last in [(name.forename, name.surname)]
        for form in (
            f"{first} {last}", last, f"{last}, {first}", f"{first[:1]}. {last}", f"{first}{last}",
            f"{first[:1]}{last}2",
            f"{first} {last[:1]}.", f"{first} {last[:1]}", f"{last}s", first, f"@{first}{last[:1]}",
            f"{first}.{last}@x.uk", f"{last[:3]}.{last[3:]}@x.uk",
            f"{first[:1]}. MC{last[3:]}", f"{last[:1]}'{last[1:]} {first[:1]}",
            " ".join(last), last.replace("o", "o-"), f"{first} Anne {last}",
        )
    ]  # fmt: skip
    word = st.sampled_from([*said, *FORENAMES, *SURNAMES, *WORDS, *BESIDE_A_NAME])
    case = st.sampled_from(["as given", "as given", "as given", "upper", "lower"])
    between = st.sampled_from([" ", " ", " ", " ", ", ", ". ", "  ", "-", "", "_", "\n", "/"])
    parts = draw(st.lists(st.tuples(word, case, between), max_size=12))
    return fold("".join(f"{_in_case(words, case)}{gap}" for words, case, gap in parts)).text


def _in_case(words: str, case: str) -> str:
    return words.upper() if case == "upper" else words.lower() if case == "lower" else words


@settings(max_examples=60)
@given(data=st.data(), name=people())
def test_forms_are_found_where_a_search_of_the_whole_text_finds_them(data: st.DataObject, name: Name) -> None:
    """Trying a pattern only where a word begins as a form does loses nothing."""
    text = data.draw(texts([name]))
    parts = (name.surname, *filter(None, [name.forename]))
    for forms in (full_forms(name), single_forms(parts, "ME"), single_forms(parts, in_cell=True), plural_forms(parts)):
        assert forms is not None
        assert list(forms.in_text(text)) == [match.span() for match in forms.pattern.finditer(text)]


@settings(max_examples=60)
@given(data=st.data(), name=people(), is_forename_shared=st.booleans())
def test_a_text_without_a_trace_of_a_name_has_no_form_of_it(
    data: st.DataObject, name: Name, *, is_forename_shared: bool
) -> None:
    """Where nothing is broken or a mailbox, the person is found wherever a pattern matches.

    A surname that is given by its letter alone is no trace: it is looked for where the forename stands.
    """
    assume(not has_initial_for_surname(name))
    text = data.draw(texts([name])).replace("@", "(").replace("-", " ")
    others = [parse_name(f"{name.forename} Zyzzyx")] if is_forename_shared else []
    forms = forms_of_person(name, others)
    alone = single_forms(forms.parts)
    every = [full_forms(name), *filter(None, [alone]), *([plural_forms(forms.plurals)] if forms.plurals else [])]
    matches = [match.span() for written in every for match in written.pattern.finditer(text)]
    expected = {(title_before(text, start), end) for start, end in matches}
    assert expected <= set(forms.in_text(text, text.lower(), is_cell=False))


@settings(max_examples=60)
@given(data=st.data(), name=people())
def test_a_text_that_may_not_hold_a_part_of_a_name_has_no_form_of_it(data: st.DataObject, name: Name) -> None:
    """Where a part may mean the person or something else."""
    text = data.draw(texts([name]))
    for part in lone_parts(name):
        if any(perhaps_forms(part).in_text(text)):
            assert may_hold(part, text.lower())


@settings(max_examples=60)
@given(data=st.data(), names=st.lists(people(), min_size=1, max_size=3, unique=True))
def test_searching_many_texts_finds_what_searching_each_finds(data: st.DataObject, names: list[Name]) -> None:
    """Looking up where a person may stand loses no text."""
    written = data.draw(st.lists(texts(names), max_size=4))
    fields = ("minutes.text", "actions.owner")
    each = [Searchable.of(Place(field=fields[at % 2], minute=str(at)), text) for at, text in enumerate(written)]
    for forms in (forms_of_person(name, names[1:], name.possible_initials) for name in names[:1]):
        assert list(SearchedTexts(each).naming(forms)) == list(_one_by_one(each, forms))


def _one_by_one(each: list[Searchable], forms: PersonForms) -> list[tuple[Searchable, tuple[int, int]]]:
    return [
        (text, stretch)
        for text in each
        for stretch in forms.in_text(text.folded.text, text.lower, is_cell=text.is_name_cell)
    ]


@st.composite
def crowds(draw: st.DrawFn) -> list[PersonForms]:
    """Draw people who are looked for together, some with initials, each among some others who stay open."""
    names = draw(st.lists(people(), min_size=1, max_size=5, unique=True))
    given = [replace(name, initials=draw(st.sampled_from(["", "", "ME", "AI", "e"]))) for name in names]
    open_too = draw(st.lists(people(), max_size=3))
    return [
        forms_of_person(name, [other for other in (*names, *open_too) if other.full != name.full]) for name in given
    ]


@settings(max_examples=150)
@given(data=st.data(), crowd=crowds())
def test_a_crowd_finds_in_any_text_what_looking_for_each_finds(data: st.DataObject, crowd: list[PersonForms]) -> None:
    """Searching passages instead of texts, and every passage once, finds neither more nor less."""
    names = [name for forms in crowd for name in (forms.name, *forms.others)]
    searched = Crowd(crowd)
    for text in data.draw(st.lists(texts(names), min_size=1, max_size=3)):
        each = [(number, forms.in_text(text, text.lower(), is_cell=False)) for number, forms in enumerate(crowd)]
        expected = {(number, start, end) for number, stretches in each for start, end in stretches}
        assert set(searched.in_text(text)) == expected


def test_a_crowd_finds_an_account_whose_initial_is_joined_to_a_particle() -> None:
    """``mvan der berg2`` begins with no word of the name: the particle after the initial begins it."""
    crowd = forms_of_everybody([parse_name("Margaret van der Berg"), parse_name("Margaret Ellwood")], lambda _: ())
    assert (0, 4, 18) in set(Crowd(crowd).in_text("the mvan der berg2"))
