"""Files that Word saved: the whole text, in order, as another word processor shows it."""

import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from lpgminutes.importing.source import LineKind, Source
from lpgminutes.importing.word import read_word

SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: nothing to compare with")
FORMATS = ("decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "decimalZero", "ordinal")


def read(path: Path) -> Source:
    """Take a file apart."""
    return read_word(path.read_bytes(), name=path.name)


def shown(source: Source) -> Iterator[str]:
    """The words of the body in order, each number before its paragraph; signs of bullets are left to taste."""
    for line in source.lines:
        if line.kind is LineKind.BODY:
            for inner in line.flat():
                yield from f"{inner.number} {inner.text}".split()


def converted(paths: list[Path], folder: Path) -> list[list[str]]:
    """The words of each file as LibreOffice writes them, without the signs of bullets."""
    command = [str(SOFFICE), f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "txt:Text"]
    subprocess.run([*command, "--outdir", str(folder), *map(str, paths)], check=True, capture_output=True, timeout=180)
    texts = [(folder / f"{path.stem}.txt").read_text(encoding="utf-8-sig") for path in paths]
    return [[word for word in text.split() if len(word) > 1 or word.isalnum()] for text in texts]


def test_everything_in_a_table_is_read_with_its_lists(data: Path) -> None:
    """Minutes whose items are cells: a reader of paragraphs alone would find next to nothing."""
    source = read(data / "word" / "odug-2014-05-13.docx")

    titles = [line.cells[0].lines[0] for line in source.lines if line.table == 3]
    joel = next(line for line in source.lines if line.text.startswith("Joel Gurin Open Data Discussion Joel"))
    assert [title.text for title in titles] == [
        "Chair’s welcome and update",
        "Data Requests/Benefits Cases",
        "Update from Cabinet Office Relationship Manager",
        "Joel Gurin Open Data Discussion",
        "National Information Infrastructure (NII) Project Terms Of Reference",
        "Public Data Group Update",
        "AOB",
    ]
    assert all(title.is_bold for title in titles)
    assert [(inner.bullet, inner.list_level) for inner in joel.cells[0].lines][9:15] == [
        ("•", 1),
        ("•", 1),
        ("o", 2),
        ("o", 2),
        ("o", 2),
        ("", 0),
    ]


def test_a_marking_in_a_header_that_is_not_printed_is_read_and_said(data: Path) -> None:
    """The file has headers for first and even pages, and no such pages."""
    source = read(data / "word" / "odug-2014-05-13.docx")

    assert [line.text for line in source.lines if line.kind is LineKind.HEADER] == ["UNCLASSIFIED"]
    assert any("prints no such pages" in remark.sentence for remark in source.remarks)


def test_numbers_that_stand_only_in_lists_are_counted(data: Path) -> None:
    """Items, bullets of two kinds and numbers below them, in one list."""
    source = read(data / "word" / "pacio-2019-03-27-notes.docx")

    assert [(line.number, line.text) for line in source.lines if line.list_level == 1 and line.number] == [
        ("1)", "Charter"),
        ("2)", "Use Case Scenario"),
        ("3)", "Poll"),
        ("1)", "Review MITRE use case"),
        ("2)", "Working Group Governance"),
        ("3)", "Identify liaisons for different groups including:"),
    ]


@pytest.mark.soak
@needs_libreoffice
def test_real_files_read_word_for_word_as_libreoffice_shows_them(data: Path, tmp_path: Path) -> None:
    """Every word and number of the body, each once and in the same order."""
    paths = sorted((data / "word").glob("*.docx"))

    for path, theirs in zip(paths, converted(paths, tmp_path), strict=True):
        ours = [word for word in shown(read(path)) if len(word) > 1 or word.isalnum()]
        assert [word for word in theirs if word != "o"] == [word for word in ours if word != "o"], path.name


@pytest.mark.soak
@needs_libreoffice
def test_lists_of_any_shape_are_counted_as_libreoffice_counts_them(word_file: type, tmp_path: Path) -> None:
    """Ten files of lists by chance: formats, starts, patterns, restarts, levels that go in and out."""
    paths = []
    for seed in range(10):
        body, numbering = lists_by_chance(random.Random(seed))  # noqa: S311 - chance told by its seed
        path = tmp_path / f"lists{seed}.docx"
        path.write_bytes(word_file(body=body, parts={"numbering": numbering}).content())
        paths.append(path)

    for path, theirs in zip(paths, converted(paths, tmp_path), strict=True):
        assert theirs == list(shown(read(path))), path.name


def lists_by_chance(chance: random.Random) -> tuple[str, str]:
    """Paragraphs of two lists that share a definition and one that does not, with what defines them."""
    numbering = "".join(_definition(key, chance) for key in (0, 1))
    start = chance.randint(1, 9)
    numbering += (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/>'
        '</w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    )
    body, depths = "", {1: 0, 2: 0, 3: 0}
    for word in range(60):
        key = 1 if word < 20 else chance.choice((2, 3))
        level = 0 if depths[key] == 0 else chance.randint(0, min(3, depths[key]))
        depths[key] = level + 1
        properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>'
        body += f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>word{word}</w:t></w:r></w:p>"
    return body, numbering


def _definition(key: int, chance: random.Random) -> str:
    levels = ""
    for level in range(4):
        pattern = chance.choice((f"%{level + 1}.", f"(%{level + 1})", ".".join(f"%{n + 1}" for n in range(level + 1))))
        levels += (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="{chance.randint(1, 4)}"/>'
            f'<w:numFmt w:val="{chance.choice(FORMATS)}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        )
    return f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
