"""The numbers that Word prints stand nowhere in the text: they are counted as Word counts them."""

from collections.abc import Callable

import pytest

from lpgminutes.importing.source import SourceLine
from lpgminutes.importing.word.number_words import written, zero_padded

Lines = Callable[..., list[SourceLine]]


def level(place: int, pattern: str, number_format: str = "decimal", inner: str = "") -> str:
    """One level of a list."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{inner}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def definition(key: int, *levels: str) -> str:
    """A definition of a list."""
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def listing(key: int, of: int, *overrides: str) -> str:
    """A list made from a definition."""
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def item(key: int, place: int = 0, words: str = "x") -> str:
    """A paragraph of a list."""
    properties = f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{key}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def restart(place: int, start: int = 1) -> str:
    """An override that begins a level again."""
    return f'<w:lvlOverride w:ilvl="{place}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


OUTLINE = definition(0, level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))


def numbers(lines: list[SourceLine]) -> list[str]:
    """The printed number of each line."""
    return [line.number for line in lines]


def test_an_outline_counts_each_level_under_the_one_above(lines: Lines) -> None:
    """Deeper levels begin again under each item, and the number of a minute holds that of its item."""
    body = "".join(item(1, place) for place in (0, 1, 1, 2, 2, 1, 0, 1, 2))

    found = numbers(lines(body, numbering=OUTLINE + listing(1, 0)))

    assert found == ["1.", "1.1", "1.2", "(a)", "(b)", "1.3", "2.", "2.1", "(a)"]


def test_a_list_goes_on_after_words_that_are_not_of_it(lines: Lines) -> None:
    """Word counts through the document, whatever stands between."""
    body = item(1) + "<w:p><w:r><w:t>between</w:t></w:r></w:p>" + item(1)

    assert numbers(lines(body, numbering=OUTLINE + listing(1, 0))) == ["1.", "", "2."]


def test_two_lists_of_one_definition_count_together(lines: Lines) -> None:
    """The count belongs to the definition."""
    body = item(1) + item(1) + item(2) + item(1)

    assert numbers(lines(body, numbering=OUTLINE + listing(1, 0) + listing(2, 0))) == ["1.", "2.", "3.", "4."]


def test_a_list_that_says_so_begins_again_where_it_is_first_used(lines: Lines) -> None:
    """And only there: its second paragraph goes on."""
    body = item(1) + item(1) + item(2) + item(2) + item(1)
    numbering = OUTLINE + listing(1, 0) + listing(2, 0, restart(0, 5))

    assert numbers(lines(body, numbering=numbering)) == ["1.", "2.", "5.", "6.", "7."]


def test_a_list_may_have_a_level_of_its_own(lines: Lines) -> None:
    """An override may define the level anew."""
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "Item %1:", "upperRoman")}</w:lvlOverride>'

    assert numbers(lines(item(1) + item(1), numbering=OUTLINE + listing(1, 0, own))) == ["Item I:", "Item II:"]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("0", ["1.", "1.1", "(a)", "1.2", "(b)", "2.", "2.1", "(c)"]),
        ("1", ["1.", "1.1", "(a)", "1.2", "(b)", "2.", "2.1", "(a)"]),
    ],
)
def test_a_level_may_say_what_begins_it_again(lines: Lines, after: str, expected: list[str]) -> None:
    """Never, or only a level further up."""
    third = level(2, "(%3)", "lowerLetter", f'<w:lvlRestart w:val="{after}"/>')
    numbering = definition(0, level(0, "%1."), level(1, "%1.%2"), third) + listing(1, 0)

    assert (
        numbers(lines("".join(item(1, place) for place in (0, 1, 2, 1, 2, 0, 1, 2)), numbering=numbering)) == expected
    )


def test_a_level_in_legal_style_prints_all_counts_as_figures(lines: Lines) -> None:
    """The item is II, the minute under it 2.1."""
    second = level(1, "%1.%2", inner="<w:isLgl/>")
    numbering = definition(0, level(0, "%1.", "upperRoman"), second) + listing(1, 0)

    assert numbers(lines(item(1) + item(1) + item(1, 1), numbering=numbering)) == ["I.", "II.", "2.1"]


def test_a_level_without_the_one_above_shows_where_that_would_begin(lines: Lines) -> None:
    """Nothing was counted above it yet."""
    assert numbers(lines(item(1, 1), numbering=OUTLINE + listing(1, 0))) == ["1.1"]


def test_numbers_come_through_styles(lines: Lines) -> None:
    """A style may name a list, and the level of the list may name the style."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Para"><w:name w:val="Para"/><w:basedOn w:val="H1"/></w:style>'
    )
    linked = definition(
        0, level(0, "%1.", inner='<w:pStyle w:val="H1"/>'), level(1, "%1.%2", inner='<w:pStyle w:val="Para"/>')
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
        for style in ("H1", "Para", "Para", "H1", "Para")
    )

    assert numbers(lines(body, styles=styles, numbering=linked + listing(1, 0))) == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_a_paragraph_can_step_out_of_the_list_of_its_style(lines: Lines) -> None:
    """List 0 is no list."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="N"><w:name w:val="N"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    style = '<w:pStyle w:val="N"/>'
    body = "".join(
        f"<w:p><w:pPr>{style}{own}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
        for own in ("", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>', "")
    )

    assert numbers(lines(body, styles=styles, numbering=OUTLINE + listing(1, 0))) == ["1.", "", "2."]


def test_a_list_style_stands_for_the_list_that_it_links_to(lines: Lines) -> None:
    """A definition may hold nothing but the name of a style."""
    styles = (
        '<w:style w:type="numbering" w:styleId="House"><w:name w:val="House"/><w:pPr>'
        '<w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
    )
    empty = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="House"/></w:abstractNum>'
    numbering = OUTLINE + empty + listing(7, 0) + listing(8, 5)

    assert numbers(lines(item(8) + item(8, 1), styles=styles, numbering=numbering)) == ["1.", "1.1"]


@pytest.mark.parametrize(
    ("pattern", "number_format", "bullet"),
    [
        ("\uf0b7", "bullet", "\u2022"),
        ("o", "bullet", "o"),
        ("-", "bullet", "-"),
        ("", "bullet", "\u2022"),
        ("\uf0b7", "decimal", "\u2022"),
    ],
)
def test_the_sign_of_a_bullet_is_what_a_person_sees(
    lines: Lines, pattern: str, number_format: str, bullet: str
) -> None:
    """Symbol fonts keep their signs in the private area, which prints nothing by itself."""
    (line,) = lines(item(1), numbering=definition(0, level(0, pattern, number_format)) + listing(1, 0))

    assert (bullet, "", 1) == (line.bullet, line.number, line.list_level)


def test_words_that_a_list_prints_are_words_of_the_line(lines: Lines) -> None:
    """A list may print 'Action:' before each of its paragraphs."""
    (line,) = lines(item(1, words="Jo to write"), numbering=definition(0, level(0, "Action:", "none")) + listing(1, 0))

    assert line.text == "Action: Jo to write"


def test_an_empty_paragraph_with_a_number_keeps_it_and_one_with_a_bullet_is_nothing(lines: Lines) -> None:
    """In a table the number often stands alone, its words in the next cell."""
    bullets = definition(1, level(0, "-", "bullet"))
    numbering = OUTLINE + bullets + listing(1, 0) + listing(2, 1)

    assert numbers(lines(item(1, words="") + item(2, words="") + item(1), numbering=numbering)) == ["1.", "2."]


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 53: "aaa"}),
        ("upperLetter", {2: "B", 28: "BB"}),
        ("lowerRoman", {4: "iv", 9: "ix", 40: "xl", 1999: "mcmxcix"}),
        ("upperRoman", {14: "XIV"}),
        ("decimalZero", {3: "03", 12: "12"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 11: "11th", 22: "22nd", 112: "112th"}),
        ("cardinalText", {1: "One", 21: "Twenty-one", 100: "One hundred", 342: "Three hundred forty-two"}),
        ("ordinalText", {1: "First", 12: "Twelfth", 20: "Twentieth", 31: "Thirty-first"}),
        ("none", {3: ""}),
        ("aiueo", {3: "3"}),
        ("lowerLetter", {0: "0"}),
    ],
)
def test_formats_of_numbers(number_format: str, expected: dict[int, str]) -> None:
    """As Word writes them; what is not known counts in figures."""
    assert {value: written(value, number_format) for value in expected} == expected


def test_a_custom_format_says_how_wide_it_is() -> None:
    """Word gives the first numbers as an example."""
    assert zero_padded(7, "001, 002, 003, ...") == "007"
