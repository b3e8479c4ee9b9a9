"""Encoded and otherwise disguised copies of withheld text, in the body and in a plain file."""

import base64
import codecs
import hashlib
import quopri
from collections.abc import Callable
from urllib.parse import quote

import pytest

from lpgminutes.verify import verify

Parts = dict[str, bytes]
Pack = Callable[[Parts], bytes]
WHO = "Margaret Ellwood"
RAW = WHO.encode()
WIDE = WHO.encode("utf-16-le")


def _b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _digest(name: str, text: str) -> str:
    return hashlib.new(name, text.encode(), usedforsecurity=False).hexdigest()


DISGUISES: dict[str, str] = {
    "base64": _b64(RAW),
    "base64, second alignment": _b64(b"x" + RAW + b"yz"),
    "base64, third alignment": _b64(b"xy" + RAW + b"z"),
    "base64 in lower case": _b64(RAW.lower()),
    "base64 of wide letters": _b64(WIDE),
    "base64 glued to a word": f"id{_b64(RAW)}",
    "base64 in lines": "\n".join((_b64(RAW)[:8], _b64(RAW)[8:16], _b64(RAW)[16:])),
    "base64 inside a long text": _b64(b"This is the beginning " * 4 + RAW + b" and the end" * 4),
    "base64 in long lines": base64.encodebytes(b"This is the beginning " * 9 + RAW.upper()).decode(),
    "base64 for addresses": base64.urlsafe_b64encode(b"\xff\xfe" + RAW).decode(),
    "base64 twice": _b64(_b64(RAW).encode()),
    "hex": RAW.hex(),
    "hex in capitals": RAW.hex().upper(),
    "hex with spaces": RAW.hex(" "),
    "hex with colons": RAW.hex(":"),
    "hex of wide letters": WIDE.hex(),
    "hex at an odd place": f"7{RAW.hex()}",
    "percent": "".join(f"%{b:02X}" for b in RAW),
    "percent in part": quote(WHO, safe="").replace("g", "%67"),
    "references": "".join(f"&amp;#{b};" for b in RAW),
    "references three deep": "".join(f"&amp;amp;amp;#{b};" for b in RAW),
    "u escapes": "".join(f"\\u{b:04x}" for b in RAW),
    "u escapes in part": "M\\u0061rgaret Ellw\\u006f\\u006fd",
    "x escapes": "".join(f"\\x{b:02x}" for b in RAW),
    "octal escapes": "".join(f"\\{b:03o}" for b in RAW),
    "spreadsheet escapes": "".join(f"_x{b:04X}_" for b in RAW),
    "code points": " ".join(f"U+{b:04X}" for b in RAW),
    "decimal codes": " ".join(str(b) for b in RAW),
    "quoted-printable": quopri.encodestring(RAW).decode().replace("a", "=61"),
    "broken quoted-printable": "Margaret Ell=\nwood",
    "UTF-7": "".join(f"+{base64.b64encode(c.encode('utf-16-be')).decode().rstrip('=')}-" for c in WHO),
    "rot13": codecs.encode(WHO, "rot13"),
    "reversed": WHO[::-1],
    "reversed words": "Ellwood Margaret",
    "surname first": "ELLWOOD, Margaret",
    "mailbox": "margaret.ellwood@dwp.gsi.gov.uk",
    "short mailbox": "m.ellwood@dwp.gsi.gov.uk",
    "account": "dwp/mellwood",
    "account, surname first": "ellwoodm",
    "file name": "C:/Users/margaret_ellwood/minutes.txt",
    "run together": "MargaretEllwood",
    "run together with more": "minutesmargaretellwoodfinal",
    "initial and surname": "M. Ellwood",
    "md5": _digest("md5", WHO),
    "sha1": _digest("sha1", WHO).upper(),
    "sha256": _digest("sha256", WHO.lower()),
    "sha512": _digest("sha512", WHO),
    "sha256 cut off": f"person-{_digest('sha256', WHO)[:20]}",
    "sha256 in base64": _b64(hashlib.sha256(RAW).digest()),
    "sha1 of a line": _digest("sha1", WHO + "\n"),
}


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES.keys())
def test_a_disguised_name_in_the_body_is_found(disguise: str, clean_parts: Parts, pack: Pack) -> None:
    """An encoded, respelt or hashed name in the text of a document is found."""
    text = disguise.replace("<", "&lt;").encode()
    clean_parts["word/document.xml"] = clean_parts["word/document.xml"].replace(b"Close of meeting.", b"See " + text)
    assert WHO in {hit.term for hit in verify(pack(clean_parts), [WHO], name="a.docx").hits}


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES.keys())
def test_a_disguised_name_in_a_text_file_is_found(disguise: str) -> None:
    """The same holds for plain text."""
    assert WHO in {hit.term for hit in verify(f"See {disguise} now.\n".encode(), [WHO], name="a.txt").hits}


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp037"])
def test_a_name_in_a_file_of_another_encoding_is_found(codec: str) -> None:
    """The letters of a file may be coded in any usual way."""
    assert verify(f"Chair: {WHO}\n".encode(codec), [WHO]).hits


@pytest.mark.parametrize("at", [0, 1])
def test_wide_letters_are_found_at_both_alignments(at: int) -> None:
    """Two-byte letters are found at odd and even places, also those with accents."""
    noise = bytes(range(128, 160))
    for term in ("Zo\u00eb N\u00fa\u00f1ez-\u0141uk", "\u5c71\u7530\u592a\u90ce"):
        assert verify(noise + b"\xff" * at + term.encode("utf-16-le") + noise, [term]).hits


HTML: dict[str, str] = {
    "text": f"<p>{WHO}</p>",
    "inline tags": "<p>Marg<b>aret</b> <i>Ell</i>wood</p>",
    "comment": f"<!-- {WHO} -->",
    "attribute": f'<p title="{WHO}">x</p>',
    "unquoted attribute": "<p id=margaret-ellwood>x</p>",
    "data attribute": f'<p data-who="{WHO}">x</p>',
    "class": '<p class="margaret-ellwood">x</p>',
    "meta": f'<meta name="author" content="{WHO}">',
    "script": f"<script>const a = '{WHO}';</script>",
    "style": f"<style>p::before {{ content: '{WHO}' }}</style>",
    "escaped style": "<style>p::before { content: 'M\\61 rgaret Ellwood' }</style>",
    "hidden": f'<p style="display:none">{WHO}</p>',
    "link": '<a href="mailto:margaret.ellwood@dwp.gov.uk">x</a>',
    "data address": f'<img src="data:text/plain;base64,{_b64(RAW)}">',
    "references": "<p>" + "".join(f"&#{b};" for b in RAW) + "</p>",
    "cells": "<tr><td>Margaret</td><td>Ellwood</td></tr>",
    "broken tag": f"<p {WHO}",
}


@pytest.mark.parametrize("inner", HTML.values(), ids=HTML.keys())
def test_a_name_in_a_page_is_found(inner: str) -> None:
    """Every corner of an HTML copy is read."""
    page = f"<!DOCTYPE html><html><head><title>x</title></head><body>{inner}</body></html>"
    assert WHO in {hit.term for hit in verify(page.encode(), [WHO], name="a.html").hits}


def test_a_name_down_a_column_of_a_table_file_is_found() -> None:
    """A name that is split over the rows of a CSV file is found."""
    assert verify(b"who,what\nMarga,1\nret Ell,2\nwood,3\n", [WHO], name="a.csv").hits
