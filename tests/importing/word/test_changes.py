"""Tracked changes, comments and notes: said, and never merged in silence."""

from collections.abc import Callable

from lpgminutes.importing.source import Source

Read = Callable[..., Source]
P = Callable[..., str]


def run(words: str, name: str = "t") -> str:
    """A run of words."""
    return f'<w:r><w:{name} xml:space="preserve">{words}</w:{name}></w:r>'


def sentences(source: Source) -> list[tuple[int | None, str]]:
    """The remarks."""
    return [(remark.place, remark.sentence) for remark in source.remarks]


def test_tracked_changes_are_read_as_if_accepted_and_that_is_said(source: Read) -> None:
    """Insertions are read, deletions are not; both are named with their place."""
    body = (
        f"<w:p>{run('The fee is ')}<w:del>{run('five', 'delText')}</w:del><w:ins>{run('six')}</w:ins>"
        f"{run(' pounds.')}</w:p>"
        f"<w:p><w:moveFrom>{run('moved')}</w:moveFrom><w:moveTo>{run('Moved.')}</w:moveTo></w:p>"
    )

    read = source(body)

    assert [line.text for line in read.lines] == ["The fee is six pounds.", "Moved."]
    assert [(aside.words, aside.place) for aside in read.set_aside] == [("five", 1), ("moved", 2)]
    whole, *at = sentences(read)
    assert whole[1].startswith("The file has tracked changes that nobody has accepted yet")
    assert "2 insertions were read and 2 deletions were left out" in whole[1]
    assert [place for place, _ in at] == [1, 2]


def test_a_paragraph_whose_end_was_deleted_runs_into_the_next(source: Read) -> None:
    """As Word shows it once the change is accepted."""
    joined = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('One ')}</w:p><w:p>{run('line.')}</w:p>"

    assert [line.text for line in source(joined).lines] == ["One line."]


def test_words_before_a_deleted_end_are_kept_when_no_paragraph_follows(source: Read, p: P) -> None:
    """Before a table, at the end of a cell, at the end of the file."""
    joined = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('kept')}</w:p>"
    body = f"{joined}<w:tbl><w:tr><w:tc>{p('cell')}{joined}</w:tc></w:tr></w:tbl>{joined}"

    assert [line.text for line in source(body).lines] == ["kept", "cell kept", "kept"]


def test_a_deleted_row_is_left_out_and_said(source: Read, p: P) -> None:
    """An inserted one is read."""
    body = (
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('gone')}</w:tc></w:tr>"
        f"<w:tr><w:trPr><w:ins/></w:trPr><w:tc>{p('new')}</w:tc></w:tr></w:tbl>"
    )

    read = source(body)

    assert [line.text for line in read.lines] == ["new"]
    assert [aside.words for aside in read.set_aside] == ["gone"]
    assert "1 insertion was read and 1 deletion was left out" in read.remarks[0].sentence


def test_comments_and_notes_are_set_aside_with_their_place(source: Read, p: P) -> None:
    """Their words are kept for whoever looks, and stand in no line."""
    body = (
        f"{p('one')}<w:p>{run('two')}<w:r><w:commentReference w:id='0'/></w:r>"
        "<w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:endnoteReference w:id='2'/></w:r></w:p>"
    )

    read = source(
        body,
        comments=f"<w:comment w:id='0'>{p('Is this right?')}</w:comment>",
        footnotes=f"<w:footnote w:id='1'>{p('See paper 3.')}</w:footnote>",
        endnotes=f"<w:endnote w:id='2'>{p('The end.')}</w:endnote>",
    )

    assert [line.text for line in read.lines] == ["one", "two"]
    assert [(aside.why, aside.words, aside.place) for aside in read.set_aside] == [
        ("a comment", "Is this right?", 2),
        ("a footnote", "See paper 3.", 2),
        ("an endnote", "The end.", 2),
    ]
    assert {(2, "a comment was left out; it stands among what was set aside.")} <= set(sentences(read))


def test_no_remark_quotes_the_file(source: Read) -> None:
    """Remarks may be logged; the words of minutes may not."""
    body = f"<w:p><w:del>{run('SECRETWORD', 'delText')}</w:del>{run('SECRETWORD', 't')}</w:p>"

    assert not any("SECRETWORD" in sentence for _, sentence in sentences(source(body)))


def test_a_clean_file_has_no_remark(source: Read, p: P) -> None:
    """Remarks are for what a person should look at."""
    assert source(p("words")).remarks == ()


def test_invisible_characters_are_taken_out_and_counted(source: Read, p: P) -> None:
    """As for every way in."""
    read = source(p("a\u200bb") + p("\u202ec"))

    assert [line.text for line in read.lines] == ["ab", "c"]
    assert sentences(read) == [(None, "1 direction control taken out."), (None, "1 invisible character taken out.")]
