"""The law, on random cases: whatever is withheld, wherever and however disguised, is found."""

import base64
import codecs
import gzip
from collections.abc import Callable
from html import escape

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lpgminutes.verify import verify

Parts = dict[str, bytes]
Pack = Callable[[Parts], bytes]
LETTERS = st.sampled_from("abcdefghijklmnoprstuvwyz\u00e9\u00f1\u00fc")
WORDS = st.lists(LETTERS, min_size=5, max_size=10).map("".join).map(str.capitalize)
"""Letter by letter: drawn as texts they are words of our own source too, "Owner", and those stand in every release."""
TERMS = st.lists(WORDS, min_size=2, max_size=3).map(" ".join)


def _runs(text: str) -> str:
    return "".join(f'<w:r><w:t xml:space="preserve">{escape(c)}</w:t></w:r>' for c in text)


def _one_run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


DISGUISES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "capitals": str.upper,
    "zero width": "\u200b".join,
    "spaced": " ".join,
    "reversed": lambda text: text[::-1],
    "rot13": lambda text: codecs.encode(text, "rot13"),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "packed": lambda text: base64.b64encode(gzip.compress(text.encode())).decode(),
    "hex": lambda text: text.encode().hex(),
    "wide hex": lambda text: text.encode("utf-16-le").hex(" "),
    "percent": lambda text: "".join(f"%{b:02x}" for b in text.encode()),
    "references": lambda text: "".join(f"&#{ord(c)};" for c in text),
    "escapes": lambda text: "".join(f"\\u{ord(c):04x}" for c in text),
    "quoted-printable": lambda text: "".join(f"={b:02X}" for b in text.encode()),
    "turned round": lambda text: ", ".join((text.split()[-1], " ".join(text.split()[:-1]))),
}
PLACES: dict[str, Callable[[str], str]] = {
    "a run": lambda text: f"<w:p>{_one_run(text)}</w:p>",
    "a letter a run": lambda text: f"<w:p>{_runs(text)}</w:p>",
    "a cell": lambda text: f"<w:tbl><w:tr><w:tc><w:p>{_one_run(text)}</w:p></w:tc></w:tr></w:tbl>",
    "deleted": lambda text: f"<w:p><w:del><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del></w:p>",
    "an attribute": lambda text: f'<w:p><w:pPr><w:pStyle w:val="{escape(text)}"/></w:pPr></w:p>',
    "a tooltip": lambda text: f'<w:p><w:hyperlink w:tooltip="{escape(text)}"/></w:p>',
    "a field": lambda text: f"<w:p><w:r><w:instrText>{escape(text)}</w:instrText></w:r></w:p>",
    "a comment": lambda text: f"<!-- {text} -->",
}


@given(
    TERMS,
    st.sampled_from(sorted(DISGUISES)),
    st.sampled_from(sorted(PLACES)),
    st.sampled_from(["document", "header1", "footer3"]),
)
@settings(
    max_examples=5 * settings().max_examples,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
def test_whatever_is_withheld_is_found(
    clean_parts: Parts, pack: Pack, term: str, disguise: str, place: str, story: str
) -> None:
    """A random term, in a random disguise and place, is always found."""
    name = f"word/{story}.xml"
    at = clean_parts[name].index(b"<w:p>")
    inner = PLACES[place](DISGUISES[disguise](term)).encode()
    spoilt = clean_parts | {name: clean_parts[name][:at] + inner + clean_parts[name][at:]}
    assert term in {hit.term for hit in verify(pack(spoilt), [term], name="a.docx").hits}


@given(st.lists(TERMS, min_size=1, max_size=40))
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
def test_what_is_not_there_is_not_found(clean_parts: Parts, pack: Pack, terms: list[str]) -> None:
    """Random terms that stand nowhere give no hit in a clean release."""
    assert verify(pack(clean_parts), [*terms, *(f"name:{term}" for term in terms)], name="a.docx").clean


@given(st.binary(max_size=4000), st.lists(st.text(max_size=12), max_size=4))
@settings(max_examples=80, deadline=None, derandomize=True)
def test_any_bytes_and_any_terms_give_a_verdict(data: bytes, terms: list[str]) -> None:
    """No input raises."""
    verify(data, terms)
    verify(b"PK\x03\x04" + data, terms, allowed=terms, name="a.docx")


@given(st.integers(0, 999_999), st.sampled_from(["{:,}", "{}", "\u00a3{:,}", "\u00a3{}", "{:,}.5", "{}.07"]))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_a_figure_is_found_whole_and_only_whole(number: int, form: str) -> None:
    """A figure is found as it was withheld, and not inside a longer one."""
    figure = form.format(number)
    assert verify(f"It was {figure} in all.".encode(), [figure], name="a.txt").hits
    assert not verify(f"It was 7{figure.lstrip(chr(163))}3 in all.".encode(), [figure], name="a.txt").hits
