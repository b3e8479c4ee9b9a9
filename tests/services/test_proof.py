"""What a refusal of the finished files says: the file, the part, and the words where the copy shows them."""

from typing import TYPE_CHECKING

import pytest
from tests.domain.conftest import Bench

from lpgminutes import bootstrap
from lpgminutes.domain.proposal import Proposal
from lpgminutes.domain.withholding import PhraseRule, ReleaseCase
from lpgminutes.errors import ReleaseRefused
from lpgminutes.services.proof import ToProve, prove
from lpgminutes.services.proposals import proposal_for

if TYPE_CHECKING:
    from collections.abc import Mapping


@pytest.fixture
def proposal() -> Proposal:
    """A case that withholds a firm in one minute and leaves it open in the next."""
    bench = Bench()
    rule = PhraseRule(phrase="Kestrel Peak", at="1.1", grounds=bench.grounds("s43(2)"))
    meeting = bench.meeting("Kestrel Peak bid.", "The bid of Kestrel Peak was high.")
    return proposal_for(meeting, ReleaseCase(reference="FOI1", rules=(rule,)))


def _refusal(proposal: Proposal, files: "Mapping[str, bytes]", bare: "Mapping[str, bytes]") -> str:
    def own() -> list[ToProve]:
        return [ToProve(files=bare)]

    with pytest.raises(ReleaseRefused) as refused:
        prove(proposal, [ToProve(files=files)], bare=own, verifier=bootstrap.IndependentVerifier())
    return str(refused.value)


def test_it_quotes_what_can_be_read_in_the_copy(proposal: Proposal) -> None:
    """With the line that it stands in, once for each file, and the rule."""
    told = _refusal(proposal, {"copy.txt": b"1.2  The bid of Kestrel Peak was high."}, {"copy.txt": b"1.2"})

    quoted = '"Kestrel Peak" in "The bid of Kestrel Peak was high." (text)'
    assert told.splitlines()[1:-1] == [f"  copy.txt, (file): {quoted}, withheld by rule 1 of the case"]


def test_it_quotes_nothing_that_only_the_file_holds(proposal: Proposal) -> None:
    """In a letter or behind the page: where, and never the words."""
    told = _refusal(proposal, {"letter.txt": b"kaeP lertseK"}, {"letter.txt": b"-"})

    assert ("letter.txt" in told, "reversed" in told, "lertseK" in told) == (True, True, False)


def test_what_stands_in_the_bare_files_too_is_the_programs_own(proposal: Proposal) -> None:
    """The same line in both is a heading; another line with the same words is not."""
    heading = b"Kestrel Peak\n\n1.1  nothing\n"

    own = [ToProve(files={"copy.txt": heading})]
    assert prove(proposal, own, bare=lambda: own, verifier=bootstrap.IndependentVerifier()).found == ()
    assert "Kestrel Peak bid" in _refusal(proposal, {"copy.txt": heading + b"Kestrel Peak bid."}, {"copy.txt": heading})
