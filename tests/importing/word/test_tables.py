"""Tables as rows of cells: merged, nested, with rows and cells in content controls."""

from collections.abc import Callable

from lpgminutes.importing.source import Source, SourceLine

Lines = Callable[..., list[SourceLine]]
P = Callable[..., str]


def cell(inner: str, properties: str = "") -> str:
    """A cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def test_a_row_holds_its_cells_and_their_words_parted_by_tabs(lines: Lines, p: P) -> None:
    """A cell of two paragraphs is one column."""
    head = row(cell(p("Action")), cell(p("Owner")), properties="<w:tblHeader/>")

    first, second = lines(table(head, row(cell(p("Write") + p("and send")), cell(p("AB")))))

    assert (first.is_table_head, first.spaced, first.table) == (True, "Action\tOwner", 1)
    assert (second.is_table_head, second.spaced) == (False, "Write and send\tAB")
    assert [(c.text, c.column) for c in second.cells] == [("Write\nand send", 0), ("AB", 1)]


def test_merged_cells_say_what_they_cover(source: Callable[..., Source], p: P) -> None:
    """Across by the new and the old way, down, and after columns that the row leaves out."""
    body = table(
        row(cell(p("both"), '<w:gridSpan w:val="2"/>'), cell(p("c"))),
        row(
            cell(p("down"), '<w:vMerge w:val="restart"/>'),
            cell(p("old"), '<w:hMerge w:val="restart"/>'),
            cell("<w:p/>", "<w:hMerge/>"),
        ),
        row(cell(p("lost"), "<w:vMerge/>"), cell(p("x"))),
        row(cell(p("late")), properties='<w:gridBefore w:val="1"/>'),
    )

    read = source(body)

    assert [[(c.column, c.span, c.text) for c in line.cells] for line in read.lines] == [
        [(0, 2, "both"), (2, 1, "c")],
        [(0, 1, "down"), (1, 2, "old")],
        [(0, 1, ""), (1, 1, "x")],
        [(1, 1, "late")],
    ]
    assert read.lines[2].cells[0].continues_above
    assert [(aside.words, aside.place) for aside in read.set_aside] == [("lost", 3)]


def test_a_table_in_a_cell_is_read_in_its_place(lines: Lines, p: P) -> None:
    """What is read, once each, from left to right and from top to bottom."""
    inner = table(row(cell(p("in 1")), cell(p("in 2"))))

    (line,) = lines(table(row(cell(p("before") + inner + p("after")), cell(p("beside")))))

    assert [flat.text for flat in line.flat()] == ["before", "in 1", "in 2", "after", "beside"]
    assert [inner_line.table for inner_line in line.cells[0].lines] == [1, 2, 1]


def test_rows_and_cells_in_content_controls_are_rows_and_cells(lines: Lines, p: P) -> None:
    """A form repeats its rows so."""
    inner = f"<w:sdt><w:sdtContent>{cell(p('b'))}</w:sdtContent></w:sdt>"
    wrapped = f"<w:sdt><w:sdtPr/><w:sdtContent>{row(cell(p('a')), inner)}</w:sdtContent></w:sdt>"

    assert [line.spaced for line in lines(table(wrapped))] == ["a\tb"]


def test_numbers_of_lists_go_on_from_cell_to_cell(lines: Lines, p: P) -> None:
    """The number of an item is often a column by itself, counted by Word."""
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'

    read = lines(
        table(row(cell(numbered), cell(p("Welcome"))), row(cell(numbered), cell(p("AOB")))), numbering=numbering
    )

    assert [(line.cells[0].lines[0].number, line.text) for line in read] == [("1.", "Welcome"), ("2.", "AOB")]
