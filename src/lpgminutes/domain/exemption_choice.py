"""The exemptions as they are chosen: narrowed by what is typed, those used before first."""

import re
from collections.abc import Sequence
from functools import cache

from lpgminutes.domain.exemption_table import Regime
from lpgminutes.domain.exemptions import Exemption, every_exemption, read_exemption
from lpgminutes.domain.folding import folded
from lpgminutes.errors import InputError

_REGIMES = list(Regime)
_OFTEN_IN_SCOTLAND = ("s38(1)(b)", "s33(1)(b)", "s36(2)", "s39(1)", "s35(1)(a)", "s30(b)(i)", "s30(b)(ii)", "s36(1)")
_OFTEN = (
    "s40(2)",
    "s43(2)",
    "s41(1)",
    "s38(1)(a)",
    "s38(1)(b)",
    "s31(1)(a)",
    "s36(2)(b)(i)",
    "s36(2)(b)(ii)",
    "s42(1)",
)
"""What minutes are withheld under most; the others follow in the order of the Acts."""
_SIGNS = re.compile(r"[\s.]+")


def narrowed(typed: str, recent: Sequence[Exemption] = (), law: Regime = Regime.FOIA) -> tuple[Exemption, ...]:
    """Return the exemptions that fit what is typed: those cited so first, then those used before, then the others.

    Each word may be a part of the citation, of the heading, or of what the limb is about: ``40(2)``, ``personal``.
    Those of the law that the body is under stand before those of other laws.
    """
    known = tuple(dict.fromkeys((*recent, *_often(law), *every_exemption())))
    if not typed.strip():
        return known
    words = folded(typed).split()
    fitting = [one for one in known if all(_holds(one, word) for word in words)]
    nearness = {exemption: _nearness(exemption, typed) for exemption in fitting}
    ordered = sorted(
        fitting, key=lambda one: (nearness[one], one not in recent, one.regime is not law, _REGIMES.index(one.regime))
    )
    cited = _cited(typed, law)
    whole = tuple(one for one in cited if one.has_limb)
    return tuple(dict.fromkeys((*whole, *ordered, *cited)))


def limbs_of(cited: Exemption) -> tuple[Exemption, ...]:
    """Return the limbs that may be meant where a section is cited, or a part of one, without saying which."""
    return tuple(
        one
        for one in every_exemption()
        if (one.regime, one.section) == (cited.regime, cited.section)
        and one.limb != cited.limb
        and one.limb.startswith(cited.limb)
    )


def needs(exemption: Exemption) -> str:
    """Return what has to be recorded before it may be relied on, in a few words; empty when nothing has."""
    if exemption.needs_qualified_person:
        return "needs the qualified person's opinion and a public interest test"
    return "needs a public interest test" if exemption.needs_public_interest_test else ""


def _often(law: Regime) -> tuple[Exemption, ...]:
    often = _OFTEN_IN_SCOTLAND if law is Regime.FOISA else _OFTEN
    return tuple(read_exemption(citation, law) for citation in often)


def _cited(typed: str, law: Regime) -> tuple[Exemption, ...]:
    """Return the exemption that is typed out, in any of the usual ways; a bare section is one too."""
    try:
        return (read_exemption(typed, law),)
    except InputError:
        return ()


def _holds(exemption: Exemption, word: str) -> bool:
    citation, words = _said(exemption)
    return word in words or _SIGNS.sub("", word) in citation


@cache
def _said(exemption: Exemption) -> tuple[str, str]:
    citation = _SIGNS.sub("", exemption.citation().casefold())
    return citation, folded(f"{exemption.citation()} {exemption.heading} {exemption.about} {exemption.kind_word}")


def _nearness(exemption: Exemption, typed: str) -> int:
    """Return 0 where the citation begins with what is typed, 1 where it holds it, 2 where only the words do."""
    sought = _SIGNS.sub("", typed.casefold())
    cited = _SIGNS.sub("", exemption.short().casefold())
    if sought and (cited.startswith(sought) or cited.lstrip("abceglrstu").startswith(sought)):
        return 0
    return 1 if sought in _said(exemption)[0] else 2
