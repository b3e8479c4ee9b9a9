"""A body under Scottish law: bare sections, suggestions and what was marked at capture are of its Act."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
CASE = "RFI/77"


def _cited(command: Command, meeting: str) -> list[str]:
    shown = json.loads(command("case", "show", meeting, "--case", CASE, "--json").out)
    return [citation for row in shown["withholdings"] for citation in row["citation"]]


@pytest.fixture
def in_scotland(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the bank holidays of Scotland be those that count."""
    monkeypatch.setenv("LPGMINUTES_HOLIDAYS", "scotland")


@pytest.mark.usefixtures("in_scotland")
def test_a_bare_section_is_one_of_the_scottish_act(command: Command, june: str, tmp_path: Path) -> None:
    """At the command line, in a rules file, and as the secretary marked it; a law that is named is that law."""
    command("line", "add", june, "The fee is [S33(1)(b): 41] pounds.")
    assert command("case", "open", CASE, june).code == 0
    assert _cited(command, june) == ["FOISA s33(1)(b)"]
    given = ("case", "withhold", june, "--case", CASE, "--phrase", "Kestrel Peak", "--exemption")
    assert command(*given, "s38(1)(b)", "--exemption", "FOIA s43(2)", "--exemption", "reg 10(5)(e)").code == 0
    assert _cited(command, june)[1:] == ["FOISA s38(1)(b)", "FOIA s43(2)", "EISR reg 10(5)(e)"]

    rules = tmp_path / "rules.yaml"
    rules.write_text(f"case: {CASE}\nwithhold:\n  - person: Margaret Ellwood\n    exemption: s38(1)(b)\n")
    assert command("redact", june, "--case", CASE, "--rules", rules).code == 0
    assert _cited(command, june).count("FOISA s38(1)(b)") == 2


@pytest.mark.usefixtures("in_scotland")
def test_a_section_that_the_scottish_act_alone_has_is_marked_while_typing(command: Command, june: str) -> None:
    """FOIA has no s36(1) and no s30(b)(i): the brackets go, and a proposal of the Scottish Act stands in the case."""
    added = command("line", "add", june, "The advice was [s36(1): to settle] and [s30(b)(i): to wait].")
    assert (added.code, "[" in command("show", june, "--text").out) == (0, False)
    assert command("case", "open", CASE, june).code == 0
    assert _cited(command, june) == ["FOISA s36(1)", "FOISA s30(b)(i)"]


@pytest.mark.parametrize(("nations", "cited"), [("scotland", "FOISA s38(1)(b)"), ("england-and-wales", "FOIA s40(2)")])
def test_what_is_suggested_is_offered_under_the_act_of_the_body(
    command: Command, june: str, nations: str, cited: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is withheld; from then on the case says which law it relies on."""
    monkeypatch.setenv("LPGMINUTES_HOLIDAYS", nations)
    command("case", "open", CASE, june)
    offered = json.loads(command("redact", june, "--case", CASE, "--suggest", "--json").out)["suggestions"]
    assert {tuple(one["citation"]) for one in offered if one["kind"] == "person"} == {(cited,)}


@pytest.mark.usefixtures("in_scotland")
def test_a_finding_cites_the_provision_of_the_law_that_is_relied_on(command: Command, june: str) -> None:
    """The test of a Scottish exemption is asked for by the Scottish Act."""
    command("case", "open", CASE, june)
    for cited in ("s33(1)(b)", "FOIA s43(2)", "EIR reg 12(5)(e)", "reg 10(5)(e)"):
        command("case", "withhold", june, "--case", CASE, "--phrase", "Kestrel Peak", "--exemption", cited)
    found = json.loads(command("redact", june, "--case", CASE, "--json").out)["findings"]
    told = {one["text"]: one["explanation"] for one in found if one["finding"] == "needs-public-interest-test"}
    asked = {"FOISA s33(1)(b)": "FOISA s2(1)(b)", "FOIA s43(2)": "FOIA s2(2)(b)"}
    asked |= {"EIR reg 12(5)(e)": "EIR reg 12(1)(b)", "EISR reg 10(5)(e)": "EISR reg 10(1)(b)"}
    assert {cited: asked[cited] in told[cited] for cited in asked} == dict.fromkeys(asked, True)
