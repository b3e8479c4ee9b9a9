"""Exemptions: what a passage is withheld under, to the limb, and what the law asks for before it may be.

An ``Exemption`` can only be made for something that is in the table, so a mark never cites what does not
exist. A bare section is accepted, as real documents are full of them; where its limbs differ, the stricter
duty holds.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lpgminutes.domain.exemption_reading import parse_citation
from lpgminutes.domain.exemption_table import (
    EIR,
    FOIA,
    SUPERSEDED_CONDITIONS,
    UK_GDPR,
    WHOLE_REQUEST,
    Condition,
    Limb,
    Provision,
    Regime,
    Threshold,
    Weighing,
)
from lpgminutes.domain.exemption_table_scotland import EISR, FOISA
from lpgminutes.errors import InputError

_TABLE = {
    Regime.FOIA: FOIA,
    Regime.EIR: EIR,
    Regime.FOISA: FOISA,
    Regime.EISR: EISR,
    Regime.UKGDPR: UK_GDPR,
}
_PROVISIONS = {(regime, provision.number): provision for regime, table in _TABLE.items() for provision in table}
_ORDER = {regime: place for place, regime in enumerate(Regime)}
_UNIT = {
    Regime.FOIA: "s",
    Regime.EIR: "reg ",
    Regime.FOISA: "s",
    Regime.EISR: "reg ",
    Regime.UKGDPR: "art ",
}
_PIECE = re.compile(r"\((\d*)([A-Za-z]*)\)")
_MOST_CHOICES = 4
"""A sentence that lists more limbs than this is not read."""


@functools.total_ordering
@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """One exemption or exception, cited as far as it was cited."""

    regime: Regime
    section: str
    """The number of the section, regulation or article: ``40``, ``22A``."""
    limb: str = ""
    """Subsection, paragraph and sub-paragraph as cited: ``(2)``, ``(1)(a)(ii)``; empty for a bare section."""
    via: str = ""
    """The condition in the same section by virtue of which it is relied on: ``(3A)(a)``."""

    def __post_init__(self) -> None:
        _refuse_unknown_section(self)
        _refuse_unknown_limb(self)
        _refuse_unknown_via(self)

    def __lt__(self, other: object) -> bool:
        """In the order of the Acts: regime, section, limb."""
        return self._place() < other._place() if isinstance(other, Exemption) else NotImplemented

    def __str__(self) -> str:
        return self.citation()

    @property
    def heading(self) -> str:
        """The heading that the Act gives the section."""
        return self._provision().heading

    @property
    def about(self) -> str:
        """What the limb is about, in a few words; the heading when the limb is not cited."""
        limbs = self._limbs()
        return limbs[0].about if len(limbs) == 1 else self.heading

    @property
    def foisa_equivalent(self) -> str:
        """The section of the Scottish Act that corresponds; empty when none does."""
        return self._provision().foisa

    @property
    def has_limb(self) -> bool:
        """Whether anything below the section is cited."""
        return bool(self.limb)

    @property
    def is_absolute(self) -> bool | None:
        """Whether the public interest plays no part; ``None`` when the limbs differ, or neither word fits."""
        verdicts = {Weighing.ABSOLUTE: True, Weighing.QUALIFIED: False, Weighing.OWN_TEST: None}
        weighings = self._weighings()
        return verdicts[next(iter(weighings))] if len(weighings) == 1 else None

    @property
    def needs_public_interest_test(self) -> bool:
        """Whether a public interest test has to be recorded; so too when it cannot be told."""
        return Weighing.QUALIFIED in self._weighings()

    @property
    def needs_qualified_person(self) -> bool:
        """Whether it rests on the reasonable opinion of a qualified person."""
        waived = [condition.needs_qualified_person is False for condition in self._conditions()]
        return any(limb.needs_qualified_person for limb in self._limbs()) and not (waived and all(waived))

    @property
    def threshold(self) -> Threshold:
        """What has to be shown before it applies."""
        thresholds = {limb.threshold for limb in self._limbs()}
        return thresholds.pop() if len(thresholds) == 1 else Threshold.MIXED

    @property
    def is_class_based(self) -> bool:
        """Whether it applies to a kind of information without any harm being shown."""
        return self.threshold is Threshold.CLASS

    @property
    def age_limit_years(self) -> int | None:
        """The calendar years after the year of the record for which it lasts; ``None`` for no such limit.

        Of several limbs the longest counts, so that a warning about age is never wrong.
        """
        limits = [limb.age_limit_years for limb in self._limbs()]
        longest = max((limit or 0 for limit in limits), default=0)
        return None if None in limits else longest

    @property
    def kind_words(self) -> str:
        """The kind in plain words, for a schedule."""
        if self.needs_public_interest_test:
            depends = "depends on the limb" if self.is_absolute is None else self._qualified_word()
            opinion = " and the qualified person's opinion" if self.needs_qualified_person else ""
            return f"{depends}: needs a public interest test{opinion}"
        if self.is_absolute is None:
            return "no public interest test: weighed against the rights of others"
        return "absolute: no public interest test"

    @property
    def kind_word(self) -> str:
        """The kind in a word or two, for a column: ``absolute``, ``qualified``."""
        if self.needs_public_interest_test:
            return "absolute or qualified by limb" if self.is_absolute is None else self._qualified_word()
        return "absolute" if self.is_absolute else "own test"

    def short(self) -> str:
        """For the text of a mark: ``s40(2)``, ``reg 12(5)(e)``."""
        return f"{_UNIT[self.regime]}{self.section}{self.limb}"

    def house(self) -> str:
        """As many departments print it on a mark: ``S40(2)``, ``Reg 12(5)(e)``."""
        return self.short()[0].upper() + self.short()[1:]

    def citation(self) -> str:
        """In full, and readable again: ``FOIA s40(2) by virtue of s40(3A)(a)``."""
        by_virtue = f" by virtue of {_UNIT[self.regime]}{self.section}{self.via}" if self.via else ""
        return f"{self.regime.value} {self.short()}{by_virtue}"

    def _qualified_word(self) -> str:
        return "exception" if self.regime in {Regime.EIR, Regime.EISR} else "qualified"

    def _provision(self) -> Provision:
        return _PROVISIONS[self.regime, self.section]

    def _limbs(self) -> tuple[Limb, ...]:
        """The limbs that the citation covers: one when it is complete."""
        return tuple(limb for limb in self._provision().limbs if limb.text.startswith(self.limb))

    def _conditions(self) -> tuple[Condition, ...]:
        """The conditions that are cited."""
        if not self.via:
            return ()
        return tuple(c for c in _conditions_of(self._provision(), self.limb) if c.text.startswith(self.via))

    def _weighings(self) -> set[Weighing]:
        """Every way of weighing that the citation leaves open."""
        of_limbs = {limb.weighing for limb in self._limbs()}
        if self.via:
            return {weighing for c in self._conditions() for weighing in ({c.weighing} if c.weighing else of_limbs)}
        if len(self._limbs()) > 1:
            below = (c for c in self._provision().conditions if c.of.startswith(self.limb))
            return of_limbs | {c.weighing for c in below if c.weighing}
        return of_limbs

    def _place(self) -> tuple[object, ...]:
        number = int(re.sub(r"\D", "", self.section))
        return (_ORDER[self.regime], number, self.section, _pieces(self.limb), _pieces(self.via))


@functools.lru_cache(maxsize=1024)
def read_exemption(text: str, law: Regime = Regime.FOIA) -> Exemption:
    """Read a citation in any of the usual ways of writing it; the law is the given one unless another is named."""
    parsed = parse_citation(text, law)
    limb, via = parsed.limb, parsed.via
    provision = _PROVISIONS.get((parsed.regime, parsed.section))
    if provision and not via:
        limb, via = _split_run_on(provision, limb)
    return Exemption(regime=parsed.regime, section=parsed.section, limb=limb, via=via)


def cites_exemption(text: str) -> bool:
    """Whether a text cites an exemption, whatever the law that a bare section is one of."""
    return _is_read(text, Regime.FOIA) or _is_read(text, Regime.FOISA)


def _is_read(text: str, law: Regime) -> bool:
    try:
        read_exemption(text, law)
    except InputError:
        return False
    return True


def every_exemption() -> Iterator[Exemption]:
    """All that the tables hold to the limb, each also with every condition it can be relied on by."""
    for (regime, section), provision in _PROVISIONS.items():
        for limb in provision.limbs:
            yield Exemption(regime=regime, section=section, limb=limb.text)
            for condition in _conditions_of(provision, limb.text):
                yield Exemption(regime=regime, section=section, limb=limb.text, via=condition.text)


def advice(exemption: Exemption) -> tuple[str, ...]:
    """What an officer should mind about a citation, a sentence each; nothing here forbids it."""
    return tuple(_advice(exemption))


def _advice(exemption: Exemption) -> Iterator[str]:
    unit = f"{_UNIT[exemption.regime]}{exemption.section}"
    limbs = exemption._limbs()  # noqa: SLF001 - the same module
    choices = _choices(limbs)
    if len(choices) > 1:
        listed = _listed(unit, choices)
        yield f"{exemption.short()} is cited without its limb; practice is to say which: {listed}."
    elif not exemption.via and (conditions := _weighed_conditions(exemption)):
        others = ", ".join(f"{unit}{condition.text}" for condition in conditions)
        yield (
            f"{exemption.short()} is read as relying on the data protection principles, without a public "
            f"interest test; if it is relied on by virtue of one of {others}, say so: that needs the test."
        )
    if exemption.needs_qualified_person:
        yield (
            f"{exemption.short()} needs the reasonable opinion of the qualified person, given before it is "
            "relied on; record who gave it, when, on what and for which limb."
        )
    if len({limb.note for limb in limbs}) == 1 and limbs[0].note and not exemption.via:
        yield limbs[0].note


def _weighed_conditions(exemption: Exemption) -> list[Condition]:
    provision = _PROVISIONS[exemption.regime, exemption.section]
    return [condition for condition in _conditions_of(provision, exemption.limb) if condition.weighing]


def _conditions_of(provision: Provision, limb: str) -> tuple[Condition, ...]:
    return tuple(condition for condition in provision.conditions if limb.startswith(condition.of))


def _choices(limbs: tuple[Limb, ...]) -> dict[str, str]:
    """The limbs to choose from and what each is about; conditions that hold together count as one."""
    return {limb.text[: limb.text.index(")") + 1] if limb.is_joint else limb.text: limb.about for limb in limbs}


def _listed(unit: str, choices: dict[str, str]) -> str:
    shown = [f"{unit}{text} ({about})" for text, about in list(choices.items())[:_MOST_CHOICES]]
    if len(choices) > _MOST_CHOICES:
        return ", ".join(shown) + " and so on"
    return " or ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def _pieces(limb: str) -> tuple[tuple[int, str], ...]:
    """For sorting: numbers by size, letters after them."""
    return tuple((int(number or 0), letters.casefold()) for number, letters in _PIECE.findall(limb))


def _split_run_on(provision: Provision, limb: str) -> tuple[str, str]:
    """Take ``(2)(3A)(a)`` apart into the limb and the condition, when that is how it can be read."""
    for condition in provision.conditions:
        head = limb.removesuffix(condition.text)
        if head != limb and head.startswith(condition.of) and any(head == known.text for known in provision.limbs):
            return head, condition.text
    return limb, ""


def _refuse_unknown_section(cited: Exemption) -> None:
    if (cited.regime, cited.section) in _PROVISIONS:
        return
    if elsewhere := _same_limb_elsewhere(cited):
        raise InputError(f"There is no exemption {cited.citation()}; did you mean {elsewhere}?")
    if cited.regime in {Regime.FOIA, Regime.FOISA} and (reason := WHOLE_REQUEST.get(cited.section)):
        raise InputError(
            f"{cited.regime.value} s{cited.section} {reason}: it is a reason to refuse a whole request, not "
            "an exemption on a passage. Cite the exemption that fits the words, for example FOIA s40(2)."
        )
    if (cited.regime, cited.section) == (Regime.FOIA, "25"):
        raise InputError(
            "FOIA s25 is about certificates, not an exemption on a passage; cite FOIA s23(1) or FOIA s24(1)."
        )
    if (cited.regime, cited.section) == (Regime.FOISA, "18"):
        raise InputError(_neither_confirm_nor_deny(cited))
    numbers = [provision.number for provision in _TABLE[cited.regime]]
    unit = _UNIT[cited.regime]
    raise InputError(
        f"There is no exemption {cited.citation()}: those of {cited.regime.value} are in "
        f"{unit}{numbers[0]} to {unit}{numbers[-1]}. Write for "
        f"example FOIA s40(2), FOIA s43(2) or EIR reg 12(5)(e)."
    )


def _same_limb_elsewhere(cited: Exemption) -> str:
    """The same number and limb under another law: regulation 12(5)(e) written as a section, say."""
    for (regime, section), provision in _PROVISIONS.items():
        is_specific = cited.limb.count("(") > 1 or cited.section not in WHOLE_REQUEST
        if section == cited.section and is_specific and any(limb.text == cited.limb for limb in provision.limbs):
            return f"{regime.value} {_UNIT[regime]}{section}{cited.limb}"
    return ""


def _neither_confirm_nor_deny(cited: Exemption) -> str:
    return (
        f"{cited.regime.value} {cited.short()} is for neither confirming nor denying that something is "
        "held; a mark on a page confirms it. Cite the exemption for the words themselves."
    )


def _refuse_unknown_limb(cited: Exemption) -> None:
    provision = _PROVISIONS[cited.regime, cited.section]
    if any(limb.text.startswith(cited.limb) for limb in provision.limbs):
        return
    unit = f"{_UNIT[cited.regime]}{cited.section}"
    condition = cited.limb
    if (cited.regime, cited.section) == (Regime.FOIA, "40"):
        condition = SUPERSEDED_CONDITIONS.get(cited.limb, cited.limb)
    for known in provision.conditions:
        if known.text.startswith(condition):
            raise InputError(
                f"{unit}{cited.limb} is a condition, not an exemption; did you mean {cited.regime.value} "
                f"{unit}{known.of} by virtue of {unit}{condition}?"
            )
    if any(cited.limb.startswith(subsection) for subsection in provision.neither_confirm_nor_deny):
        raise InputError(_neither_confirm_nor_deny(cited))
    listed = _listed(unit, _choices(_nearest(provision, cited.limb)))
    raise InputError(f"There is no exemption {cited.regime.value} {unit}{cited.limb}; did you mean {listed}?")


def _nearest(provision: Provision, limb: str) -> tuple[Limb, ...]:
    """The limbs that share the longest beginning with a wrong one."""
    pieces = re.findall(r"\([^)]*\)", limb)
    for kept in range(len(pieces) - 1, 0, -1):
        head = "".join(pieces[:kept])
        if near := tuple(known for known in provision.limbs if known.text.startswith(head)):
            return near
    return provision.limbs


def _refuse_unknown_via(cited: Exemption) -> None:
    if not cited.via or cited._conditions():  # noqa: SLF001 - the same module
        return
    unit = f"{_UNIT[cited.regime]}{cited.section}"
    superseded = SUPERSEDED_CONDITIONS.get(cited.via, "") if unit == "s40" else ""
    provision = _PROVISIONS[cited.regime, cited.section]
    conditions = [c.text for c in _conditions_of(provision, cited.limb)]
    if superseded in conditions:
        raise InputError(f"{unit}{cited.via} was renumbered on 25 May 2018; did you mean {unit}{superseded}?")
    if not conditions and any(c.of.startswith(cited.limb) for c in provision.conditions):
        raise InputError(f"{cited.short()} is cited without its limb; say {_by_virtue_example(provision, unit)}.")
    if not conditions:
        raise InputError(f"{cited.short()} is not relied on by virtue of another subsection; cite it by itself.")
    listed = ", ".join(unit + text for text in conditions)
    raise InputError(f"{cited.short()} is relied on by virtue of one of {listed}; {unit}{cited.via} is none of them.")


def _by_virtue_example(provision: Provision, unit: str) -> str:
    first = provision.conditions[0]
    return f"{unit}{first.of} by virtue of {unit}{first.text}"
