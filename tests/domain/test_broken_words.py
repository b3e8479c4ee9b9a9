"""Words that are broken by hyphens or into single letters are withheld all the same, and nothing else is."""

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgminutes.domain.findings import Severity

if TYPE_CHECKING:
    from tests.domain.conftest import Bench

MARK = "[redacted: s40(2)]"
SIGNS = st.sampled_from([" ", "  ", ".", "*", "-", "_", "|", " - ", "\n", "\u00a0", "\u00b7"])


@pytest.mark.parametrize(
    ("written", "released"),
    [
        ("E l l w o o d said so.", f"{MARK} said so."),
        ("We asked E.l.l.w.o.o.d why.", f"We asked {MARK} why."),
        ("We asked Ms E-l-l-w-o-o-d's view.", f"We asked {MARK} view."),
        ("M a r g a r e t  E l l w o o d left.", f"{MARK} left."),
        ("Did I see E l l w o o d a year ago?", f"Did I see {MARK} a year ago?"),
        ("As I E l l w o o d I saw", f"As I {MARK} I saw"),
        ("Lots E, L, L, W, O, O, D; E l l w o o d e d", "Lots E, L, L, W, O, O, D; E l l w o o d e d"),
        ("A. B. C. Holt, M. E. D. Price", "A. B. C. Holt, M. E. D. Price"),
    ],
)
def test_a_name_in_single_letters_is_withheld(bench: "Bench", written: str, released: str) -> None:
    """A word of one letter beside the row is none of its letters; the letters of a list are no word."""
    assert bench.released(written, bench.person("Margaret Ellwood")) == released


@given(SIGNS, SIGNS)
def test_any_sign_between_letters_hides_nothing(bench: "Bench", sign: str, other: str) -> None:
    """For a person and for a phrase, with the same sign throughout or with two."""
    name = sign.join("Margaret") + other + other.join("Ellwood")
    assert bench.released(f"So {name}, then.", bench.person("Margaret Ellwood")) == f"So {MARK}, then."
    firm = sign.join("Kestrel") + other + other.join("Peak")
    assert bench.released(f"So {firm}, then.", bench.phrase("Kestrel Peak", None, "s40(2)")) == f"So {MARK}, then."


@pytest.mark.parametrize("written", ["K e s t r e l Peak", "Kes-trel Peak", "K-e-s-t-r-e-l P-e-a-k"])
@pytest.mark.parametrize("withheld", ["Kestrel Peak", "Kestrel Peak Ltd"])
def test_a_phrase_that_is_withheld_elsewhere_is_found_broken(bench: "Bench", withheld: str, written: str) -> None:
    """A rule for one minute leaves the others alone: there the words stand open, broken or not."""
    outcome = bench.release(bench.meeting(f"{withheld} won.", f"So {written} won."), bench.phrase(withheld, "1.1"))
    assert outcome.found().get(written) is Severity.GIVES_AWAY


@pytest.mark.parametrize(
    "text", ["a " * 30_000, "a-" * 30_000, "a..." * 20_000, "E l l w o o " * 5_000, "a   \n" * 20_000]
)
def test_long_texts_made_to_tire_a_search_are_done_at_once(bench: "Bench", text: str) -> None:
    """Broken words are made whole in time that grows with the text, and no faster."""
    began = time.process_time()
    bench.released(text, bench.person("Margaret Ellwood"), bench.phrase("Kestrel Peak"))
    assert time.process_time() - began < 2
