"""What may be withheld, and under what: the exemptions and exceptions of the law, to the limb.

Sources: Freedom of Information Act 2000, Part II, with section 2(3) for which of it is absolute, as amended
by the Constitutional Reform and Governance Act 2010 (Schedule 7) and the Data Protection Act 2018
(Schedule 19, paragraphs 55 to 58); Part VI of the Act for the age at which an exemption ends; Environmental
Information Regulations 2004, regulations 5(3), 12 and 13; United Kingdom GDPR, Article 15(4). Scotland has
its own table. A record becomes historical at the end of the twentieth year after the year of its making.
"""

from dataclasses import dataclass
from enum import Enum


class Regime(Enum):
    """The law that a refusal rests on; the value is how it is cited."""

    FOIA = "FOIA"
    EIR = "EIR"
    FOISA = "FOISA"
    EISR = "EISR"
    UKGDPR = "UK GDPR"


LAWS = {
    Regime.FOIA: "Freedom of Information Act 2000",
    Regime.EIR: "Environmental Information Regulations 2004",
    Regime.FOISA: "Freedom of Information (Scotland) Act 2002",
    Regime.EISR: "Environmental Information (Scotland) Regulations 2004",
    Regime.UKGDPR: "UK General Data Protection Regulation",
}
"""The name of each law."""


class Weighing(Enum):
    """Whether the public interest in disclosure is weighed."""

    ABSOLUTE = "absolute"
    QUALIFIED = "qualified"
    OWN_TEST = "own test"
    """Neither: the law has a balance of its own."""


class Threshold(Enum):
    """What has to be shown before the exemption applies at all."""

    CLASS = "class"
    """The information is of a kind named by the Act."""
    PREJUDICE = "prejudice"
    """Disclosure would, or would be likely to, do the harm named."""
    OTHER = "other"
    """A test of its own: 'required for', a certificate."""
    MIXED = "mixed"
    """The limbs differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limb:
    """The smallest piece that is cited."""

    text: str
    about: str
    weighing: Weighing
    threshold: Threshold
    needs_qualified_person: bool = False
    age_limit_years: int | None = None
    is_joint: bool = False
    """One of several conditions that hold together, so that the limb above may be cited instead."""
    note: str = ""
    """What to mind when relying on it, a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A subsection that an exemption is relied on *by virtue of*."""

    text: str
    about: str
    of: str
    """The limb it belongs to, or the beginning of several."""
    weighing: Weighing | None = None
    needs_qualified_person: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One section or regulation with its limbs."""

    number: str
    heading: str
    limbs: tuple[Limb, ...]
    foisa: str = ""
    """The equivalent in the Scottish Act; empty when there is none."""
    conditions: tuple[Condition, ...] = ()
    neither_confirm_nor_deny: tuple[str, ...] = ()
    """Subsections about the duty to confirm or deny, which a mark on a page has already done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LimbKind:
    """What the limbs of one provision have in common; calling it makes one of them."""

    weighing: Weighing
    threshold: Threshold
    needs_qualified_person: bool = False
    age_limit_years: int | None = None
    is_joint: bool = False

    def __call__(self, text: str, about: str, note: str = "", *, age: int | None = None) -> Limb:
        """Make a limb of this kind."""
        return Limb(
            text=text,
            about=about,
            weighing=self.weighing,
            threshold=self.threshold,
            needs_qualified_person=self.needs_qualified_person,
            age_limit_years=age or self.age_limit_years,
            is_joint=self.is_joint,
            note=note,
        )


def absolute(threshold: Threshold = Threshold.CLASS, *, age: int | None = None, joint: bool = False) -> LimbKind:
    """Limbs under which the public interest is not weighed."""
    return LimbKind(weighing=Weighing.ABSOLUTE, threshold=threshold, age_limit_years=age, is_joint=joint)


def qualified(threshold: Threshold = Threshold.CLASS, *, age: int | None = None, joint: bool = False) -> LimbKind:
    """Limbs under which the public interest is weighed."""
    return LimbKind(weighing=Weighing.QUALIFIED, threshold=threshold, age_limit_years=age, is_joint=joint)


CLASS_ABSOLUTE = absolute()
CLASS_QUALIFIED = qualified()
HARM = qualified(Threshold.PREJUDICE)
_TOGETHER = qualified(joint=True)
_OPINION = LimbKind(
    weighing=Weighing.QUALIFIED,
    threshold=Threshold.PREJUDICE,
    needs_qualified_person=True,
    age_limit_years=20,
)
_PURPOSE_NOTE = "Cite the purpose as well, for example s31(1)(g) by virtue of s31(2)(c)."
_SOVEREIGN_NOTE = "This ends twenty years after the year of the record or five years after the death, the later."
_IRISH_NOTE = "On public affairs in Northern Ireland it lasts thirty years, elsewhere twenty."
_NO_EMISSIONS = "This exception cannot be used for information on emissions (reg 12(9))."
_WHOLE_REQUEST_NOTE = "This answers a request as a whole; on a single passage it is unusual."
_SUSPECT = "information obtained or recorded for functions in"

LAW_ENFORCEMENT_PURPOSES = (
    ("(2)(a)", "whether the law was complied with"),
    ("(2)(b)", "whether conduct was improper"),
    ("(2)(c)", "whether regulatory action is justified"),
    ("(2)(d)", "fitness or competence"),
    ("(2)(e)", "the cause of an accident"),
    ("(2)(f)", "protecting charities from mismanagement"),
    ("(2)(g)", "protecting the property of charities"),
    ("(2)(h)", "recovering the property of charities"),
    ("(2)(i)", "health, safety and welfare at work"),
    ("(2)(j)", "protecting others from risks of work"),
)

# The rows below stand one limb to a line, as in the Act.
# fmt: off
FOIA = (
    Provision(number="21", heading="Information accessible to applicant by other means", foisa="25", limbs=(
        CLASS_ABSOLUTE("(1)", "reasonably accessible elsewhere", "Say where the information is."),)),
    Provision(number="22", heading="Information intended for future publication", foisa="27", limbs=(
        _TOGETHER("(1)(a)", "held with a view to publication"),
        _TOGETHER("(1)(b)", "already so held when the request was made"),
        _TOGETHER("(1)(c)", "reasonable to withhold until then")), neither_confirm_nor_deny=("(2)",)),
    Provision(number="22A", heading="Research", foisa="27(2)", limbs=(
        _TOGETHER("(1)(a)", "a continuing programme with a report to be published"),
        qualified(Threshold.PREJUDICE, joint=True)("(1)(b)", "prejudice to the programme or those in it"),
    ), neither_confirm_nor_deny=("(2)",)),
    Provision(number="23",
              heading="Information supplied by, or relating to, bodies dealing with security matters", limbs=(
        CLASS_ABSOLUTE("(1)", "from or about a security body"),), neither_confirm_nor_deny=("(5)",)),
    Provision(number="24", heading="National security", foisa="31(1)", limbs=(
        qualified(Threshold.OTHER)("(1)", "required to safeguard national security"),),
        neither_confirm_nor_deny=("(2)",)),
    Provision(number="26", heading="Defence", foisa="31(4)", limbs=(
        HARM("(1)(a)", "the defence of these islands or a colony"),
        HARM("(1)(b)", "the armed forces' capability, effectiveness or security"),
    ), neither_confirm_nor_deny=("(3)",)),
    Provision(number="27", heading="International relations", foisa="32", limbs=(
        HARM("(1)(a)", "relations with another State"),
        HARM("(1)(b)", "relations with an international organisation or court"),
        HARM("(1)(c)", "the interests of the United Kingdom abroad"),
        HARM("(1)(d)", "promoting or protecting those interests"),
        CLASS_QUALIFIED("(2)", "given in confidence by a State or organisation"),
    ), neither_confirm_nor_deny=("(4)",)),
    Provision(number="28", heading="Relations within the United Kingdom", foisa="28", limbs=(
        qualified(Threshold.PREJUDICE, age=30)("(1)", "relations between administrations"),),
        neither_confirm_nor_deny=("(3)",)),
    Provision(number="29", heading="The economy", foisa="33(2)", limbs=(
        HARM("(1)(a)", "economic interests of the United Kingdom or a part of it"),
        HARM("(1)(b)", "financial interests of an administration"),
    ), neither_confirm_nor_deny=("(2)",)),
    Provision(number="30", foisa="34",
              heading="Investigations and proceedings conducted by public authorities", limbs=(
        CLASS_QUALIFIED("(1)(a)(i)", "an investigation whether to charge", age=20),
        CLASS_QUALIFIED("(1)(a)(ii)", "an investigation whether a person charged is guilty", age=20),
        CLASS_QUALIFIED("(1)(b)", "an investigation that may lead to proceedings", age=20),
        CLASS_QUALIFIED("(1)(c)", "criminal proceedings of the authority", age=20),
        _TOGETHER("(2)(a)(i)", f"{_SUSPECT} subsection (1)(a) or (b)"),
        _TOGETHER("(2)(a)(ii)", f"{_SUSPECT} criminal proceedings"),
        _TOGETHER("(2)(a)(iii)", f"{_SUSPECT} other investigations"),
        _TOGETHER("(2)(a)(iv)", f"{_SUSPECT} civil proceedings"),
        _TOGETHER("(2)(b)", "obtained from confidential sources"),
    ), neither_confirm_nor_deny=("(3)",)),
    Provision(number="31", heading="Law enforcement", foisa="35", limbs=tuple(
        qualified(Threshold.PREJUDICE, age=100)(f"(1)({letter})", about, note) for letter, about, note in (
            ("a", "preventing or detecting crime", ""),
            ("b", "apprehending or prosecuting offenders", ""),
            ("c", "the administration of justice", ""),
            ("d", "tax or duty", ""),
            ("e", "immigration controls", ""),
            ("f", "security and good order in prisons", ""),
            ("g", "a public authority's functions for a purpose in subsection (2)", _PURPOSE_NOTE),
            ("h", "civil proceedings out of an investigation", ""),
            ("i", "a Scottish inquiry into a death", ""))),
        conditions=tuple(Condition(text=text, about=about, of=f"(1)({letter})")
                         for text, about in LAW_ENFORCEMENT_PURPOSES for letter in "ghi"),
        neither_confirm_nor_deny=("(3)",)),
    Provision(number="32", heading="Court records, etc.", foisa="37", limbs=tuple(
        absolute(age=20)(text, about) for text, about in (
            ("(1)(a)", "filed with a court"),
            ("(1)(b)", "served in proceedings"),
            ("(1)(c)", "made by a court"),
            ("(2)(a)", "held by a person conducting an inquiry or arbitration"),
            ("(2)(b)", "made by a person conducting an inquiry or arbitration"))),
        neither_confirm_nor_deny=("(3)",)),
    Provision(number="33", heading="Audit functions", foisa="40", limbs=tuple(
        qualified(Threshold.PREJUDICE, age=20)(text, about) for text, about in (
            ("(1)(a)", "auditing the accounts of other authorities"),
            ("(1)(b)", "examining how other authorities use resources"),
            ("(2)", "prejudice to those functions"))),
        neither_confirm_nor_deny=("(3)",)),
    Provision(number="34", heading="Parliamentary privilege", limbs=(
        absolute(Threshold.OTHER)("(1)", "required to avoid an infringement of privilege"),),
        neither_confirm_nor_deny=("(2)",)),
    Provision(number="35", heading="Formulation of government policy, etc.", foisa="29", limbs=tuple(
        qualified(age=20)(text, about) for text, about in (
            ("(1)(a)", "formulating or developing government policy"),
            ("(1)(b)", "Ministerial communications"),
            ("(1)(c)", "advice of the Law Officers"),
            ("(1)(d)", "a Ministerial private office"))),
        neither_confirm_nor_deny=("(3)",)),
    Provision(number="36", heading="Prejudice to effective conduct of public affairs", foisa="30", limbs=(
        _OPINION("(2)(a)(i)", "collective responsibility of Ministers"),
        _OPINION("(2)(a)(ii)", "the Executive Committee of the Northern Ireland Assembly", age=30),
        _OPINION("(2)(a)(iii)", "the cabinet of the Welsh Government"),
        _OPINION("(2)(b)(i)", "free and frank provision of advice"),
        _OPINION("(2)(b)(ii)", "free and frank exchange of views"),
        _OPINION("(2)(c)", "other prejudice to the conduct of public affairs", _IRISH_NOTE),
        qualified(Threshold.PREJUDICE, age=20)("(4)", "statistical information"),
    ), conditions=(
        Condition(text="(4)", about="statistical information", of="(2)", needs_qualified_person=False),
    ), neither_confirm_nor_deny=("(3)",)),
    Provision(number="37", heading="Communications with Her Majesty, etc. and honours", foisa="41", limbs=(
        CLASS_ABSOLUTE("(1)(a)", "communications with the Sovereign", _SOVEREIGN_NOTE),
        CLASS_ABSOLUTE("(1)(aa)", "communications with the heir or the second in line", _SOVEREIGN_NOTE),
        CLASS_ABSOLUTE("(1)(ab)", "communications with one who later became such", _SOVEREIGN_NOTE),
        CLASS_QUALIFIED("(1)(ac)", "communications with others of the Royal Family", _SOVEREIGN_NOTE),
        CLASS_QUALIFIED("(1)(ad)", "communications with the Royal Household", _SOVEREIGN_NOTE),
        CLASS_QUALIFIED("(1)(b)", "honours", age=60),
    ), neither_confirm_nor_deny=("(2)",)),
    Provision(number="38", heading="Health and safety", foisa="39(1)", limbs=(
        HARM("(1)(a)", "physical or mental health"),
        HARM("(1)(b)", "safety"),
    ), neither_confirm_nor_deny=("(2)",)),
    Provision(number="39", heading="Environmental information", foisa="39(2)", limbs=(
        _TOGETHER("(1)(a)", "to be answered under the Environmental Information Regulations",
                  "Answer under the Environmental Information Regulations and cite the exception there."),
        _TOGETHER("(1)(b)", "excepted under those Regulations",
                  "Answer under the Environmental Information Regulations and cite the exception there."),
    ), neither_confirm_nor_deny=("(2)",)),
    Provision(number="40", heading="Personal information", foisa="38", limbs=(
        CLASS_ABSOLUTE("(1)", "the requester's own personal data", "Answer as a subject access request."),
        CLASS_ABSOLUTE("(2)", "personal data of someone else"),
    ), conditions=(
        Condition(text="(3A)(a)", about="against the data protection principles", of="(2)"),
        Condition(text="(3A)(b)", about="so too for unstructured manual data", of="(2)"),
        Condition(text="(3B)", about="an objection to processing", of="(2)", weighing=Weighing.QUALIFIED),
        Condition(text="(4A)(a)", about="withheld from the person too", of="(2)",
                  weighing=Weighing.QUALIFIED),
        Condition(text="(4A)(b)", about="withheld from the person too, law enforcement data", of="(2)",
                  weighing=Weighing.QUALIFIED),
    ), neither_confirm_nor_deny=("(5)", "(5A)", "(5B)")),
    Provision(number="41", heading="Information provided in confidence", foisa="36(2)", limbs=(
        absolute(joint=True)("(1)(a)", "obtained from another person"),
        absolute(joint=True)("(1)(b)", "disclosure an actionable breach of confidence"),
    ), neither_confirm_nor_deny=("(2)",)),
    Provision(number="42", heading="Legal professional privilege", foisa="36(1)", limbs=(
        qualified(age=20)("(1)", "legal professional privilege"),), neither_confirm_nor_deny=("(2)",)),
    Provision(number="43", heading="Commercial interests", foisa="33(1)", limbs=(
        CLASS_QUALIFIED("(1)", "a trade secret", age=30),
        HARM("(2)", "prejudice to commercial interests", age=30),
    ), neither_confirm_nor_deny=("(3)",)),
    Provision(number="44", heading="Prohibitions on disclosure", foisa="26", limbs=(
        CLASS_ABSOLUTE("(1)(a)", "forbidden by another enactment", "Name the other Act and its section."),
        CLASS_ABSOLUTE("(1)(b)", "against an obligation derived from EU law"),
        CLASS_ABSOLUTE("(1)(c)", "a contempt of court"),
    ), neither_confirm_nor_deny=("(2)",)),
)
"""Part II of the Freedom of Information Act 2000, without section 25, which only speaks of certificates."""

ENVIRONMENTAL_INTERESTS = (
    ("(5)(a)", "international relations, defence, national security or public safety", ""),
    ("(5)(b)", "the course of justice", ""),
    ("(5)(c)", "intellectual property rights", ""),
    ("(5)(d)", "confidentiality of proceedings", _NO_EMISSIONS),
    ("(5)(e)", "commercial or industrial confidentiality", _NO_EMISSIONS),
    ("(5)(f)", "interests of the person who supplied the information", _NO_EMISSIONS),
    ("(5)(g)", "protection of the environment", _NO_EMISSIONS),
)
ENVIRONMENTAL_CLASSES = (
    ("(4)(a)", "not held when requested", _WHOLE_REQUEST_NOTE),
    ("(4)(b)", "manifestly unreasonable", _WHOLE_REQUEST_NOTE),
    ("(4)(c)", "too general", _WHOLE_REQUEST_NOTE),
    ("(4)(d)", "in the course of completion, unfinished or incomplete", ""),
    ("(4)(e)", "internal communications", ""),
)
EIR = (
    Provision(number="5", heading="Duty to make available environmental information on request", limbs=(
        CLASS_ABSOLUTE("(3)", "the requester's own personal data", "Answer as a subject access request."),)),
    Provision(number="12", heading="Exceptions to the duty to disclose environmental information", limbs=(
        CLASS_QUALIFIED("(3)", "personal data of someone else", "Cite reg 13(1)(a) or reg 13(1)(b) as well."),
        *(CLASS_QUALIFIED(*row) for row in ENVIRONMENTAL_CLASSES),
        *(HARM(*row) for row in ENVIRONMENTAL_INTERESTS),
    ), neither_confirm_nor_deny=("(6)",)),
    Provision(number="13", heading="Personal data", limbs=(
        CLASS_ABSOLUTE("(1)(a)", "against the data protection principles"),
        CLASS_QUALIFIED("(1)(b)", "an objection, or withheld from the person too"),
    ), neither_confirm_nor_deny=("(5A)", "(5B)")),
)
"""The exceptions of the Environmental Information Regulations 2004."""

UK_GDPR = (
    Provision(number="15", heading="Right of access by the data subject", limbs=(
        LimbKind(weighing=Weighing.OWN_TEST, threshold=Threshold.OTHER)(
            "(4)", "the rights and freedoms of others"),)),
)
"""What is masked in an answer to a person who asked for their own data."""

WHOLE_REQUEST = {
    "1": "asks the requester to say more",
    "9": "asks for a fee",
    "12": "is the cost limit",
    "14": "is about vexatious or repeated requests",
    "17": "is about the notice itself",
}
"""Sections that answer a request as a whole, in both Acts; never a reason to withhold a passage."""

SUPERSEDED_CONDITIONS = {"(3)(a)(i)": "(3A)(a)", "(3)(a)(ii)": "(3B)", "(3)(b)": "(3A)(b)", "(4)": "(4A)(a)"}
"""The conditions of section 40 as they were numbered until 25 May 2018, and as they are now."""
