"""Files that are broken, hostile or of another kind: never an exception, never called clean."""

import io
import random
import zipfile
import zlib
from collections.abc import Callable

import pytest

from lpgminutes.verify import verify

Parts = dict[str, bytes]
Pack = Callable[[Parts], bytes]
WHO = "Margaret Ellwood"


def _unreadable(data: bytes, name: str = "release.docx") -> bool:
    verdict = verify(data, [WHO], name=name)
    return not verdict.clean and "unreadable" in {risk.code for risk in verdict.risky}


def test_an_empty_file_is_unreadable() -> None:
    """Nothing at all is not a release."""
    assert _unreadable(b"")
    assert _unreadable(b"", "release.txt")


@pytest.mark.parametrize(
    "data", [b"This is not a zip.", b"\x00\x01\x02\xff" * 99, b"PK\x03\x04", b"PK\x05\x06" + b"\x00" * 18]
)
def test_a_file_that_is_no_word_file_is_unreadable(data: bytes) -> None:
    """The name says Word, the bytes do not."""
    assert _unreadable(data)


def test_an_unknown_kind_of_file_is_unreadable() -> None:
    """Bytes of no known kind cannot be vouched for, whatever their name."""
    assert _unreadable(b"%PDF-1.7\n" + bytes(range(256)) * 4, "release.pdf")


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.999])
def test_a_file_that_is_cut_off_is_unreadable(share: float, clean_parts: Parts, pack: Pack) -> None:
    """A truncated container is not called clean."""
    data = pack(clean_parts)
    assert _unreadable(data[: int(len(data) * share)])


def test_what_a_file_that_is_cut_off_still_holds_is_found(clean_parts: Parts, pack: Pack) -> None:
    """Without its directory the entries are read all the same."""
    parts = {"[Content_Types].xml": b"<a/>", "a.txt": WHO.encode()} | clean_parts
    data = pack(parts)
    assert verify(data[: len(data) // 2], [WHO]).hits


def test_an_encrypted_entry_is_unreadable(clean_parts: Parts, pack: Pack) -> None:
    """What is encrypted cannot be looked into."""
    data = bytearray(pack(clean_parts))
    for magic, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(magic) + at] |= 1
    assert _unreadable(bytes(data))


def test_an_encrypted_office_file_is_unreadable() -> None:
    """Word's own encryption wraps the package in an object of another kind."""
    assert _unreadable(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 8)


def test_a_bomb_is_refused_quickly(clean_parts: Parts, pack: Pack) -> None:
    """A part that unpacks to far more than it should is not unpacked to the end."""
    assert _unreadable(pack(clean_parts | {"word/header1.xml": b" " * (8 << 20)}))


def test_a_bomb_of_many_entries_is_refused(clean_parts: Parts) -> None:
    """The limit holds for the whole file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in clean_parts.items():
            archive.writestr(name, content)
        for n in range(2100):
            archive.writestr(f"word/media/{n}.bin", b"\x00")
    assert _unreadable(buffer.getvalue())


def test_files_within_files_end_somewhere() -> None:
    """Nesting is followed only so far, and then said to be unreadable."""
    data = WHO.encode()
    for _ in range(9):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("a.zip", data)
        data = buffer.getvalue()
    assert _unreadable(data)


def test_an_unknown_way_of_packing_is_unreadable(clean_parts: Parts, pack: Pack) -> None:
    """An entry packed in a way that cannot be undone is not called clean."""
    data = bytearray(pack(clean_parts))
    for magic, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(magic) + at] = 97
    assert _unreadable(bytes(data))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<a><b></a>",
        b"<a",
        b"\xff\xfe<\x00",
        b"<a>" * 20000,
        b"<?xml version='1.0' encoding='x-none'?><a/>",
        b"plain",
    ],
)
def test_a_part_that_is_not_xml_is_unreadable(content: bytes, clean_parts: Parts, pack: Pack) -> None:
    """A main part that no parser accepts is not called clean."""
    assert _unreadable(pack(clean_parts | {"word/document.xml": content}))


def test_bytes_that_are_turned_over_never_raise(clean_parts: Parts, pack: Pack) -> None:
    """Damage anywhere gives a verdict, not an exception."""
    dice = random.Random(20190627)  # noqa: S311  (a repeatable choice, not a secret)
    data = pack({name: clean_parts[name] for name in ("[Content_Types].xml", "_rels/.rels", "word/document.xml")})
    for _ in range(60):
        damaged = bytearray(data)
        for _ in range(dice.randint(1, 6)):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        verify(bytes(damaged), [WHO, "41.6", "date:2019-08-01", "name:Ann Lee"], name="a.docx")


def test_words_of_any_kind_may_be_withheld() -> None:
    """Terms that are patterns, markup, lone surrogates or endless are plain text."""
    terms = [
        "(",
        "[a-z]+",
        "\\",
        "<w:t>",
        "\ud800x\ud800",
        "\x00",
        "a" * 5000,
        "9" * 5000,
        "name:(",
        "name:*",
        "date:2019-99-99",
    ]
    assert verify(b"harmless words", terms, name="a.txt").hits == ()
    assert verify(b"the pattern [a-z]+ stands here", terms, name="a.txt").hits


def test_a_long_part_takes_time_in_proportion() -> None:
    """Texts made to be slow for patterns are read in one go."""
    for hostile in (
        b"1 " * 60000,
        b"a." * 60000,
        b"%4" * 60000,
        b"<p " * 40000,
        b"AAAA\n" * 30000,
        b"1,234" * 30000,
        b"\\u00" * 40000,
    ):
        assert verify(hostile, [WHO, "41.6", "date:2019-08-01", "name:Ann Lee"], name="a.txt").hits == ()


def test_a_stream_that_unpacks_to_too_much_is_refused() -> None:
    """The limit holds for packed streams inside other parts too."""
    data = b"\xff\xd8" + zlib.compress(b"\x00" * (80 << 20), 9)
    assert _unreadable(data, "a.jpg")


def test_layers_of_code_without_end_are_refused() -> None:
    """A text that every decoder changes again and again is given up, and said to be unreadable."""
    every = b"%4d\\&amp;lt;\\u0041+AE0-=41_x0041_xn--ab 65, 66, 67, 68 QUFBQUFBQUFB4142434445 "
    assert _unreadable(every * 700, "a.txt")


def test_entries_that_overlap_without_end_are_refused() -> None:
    """Unlisted entries may claim each other's bytes; only so many are followed."""
    entry = b"PK\x03\x04" + b"\x00" * 22 + b"\xff\x00\xff\x00"
    assert _unreadable(entry * 1500)


def test_a_file_of_many_megabytes_is_searched_in_stretches() -> None:
    """What stands across the border of two stretches is found, and so is what stands at the end."""
    noise = b"The minutes were agreed. " * 21000
    border = (1 << 19) - 7
    data = noise[:border] + b" Margaret Ellwood " + noise + b" Kestrel Peak"
    hits = verify(data, [WHO, "Kestrel Peak", "Harrowfield"], name="a.txt").hits
    assert {hit.term for hit in hits} == {WHO, "Kestrel Peak"}
