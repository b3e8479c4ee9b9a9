"""The exemptions and exceptions of Scotland, to the limb.

Sources: Freedom of Information (Scotland) Act 2002, Part 2, with section 2(2) for which of it is absolute and
sections 57 and 58 for age; Environmental Information (Scotland) Regulations 2004, regulations 10 and 11. The
Scottish Act has no qualified person, and its harm must be substantial.
"""

from lpgminutes.domain.exemption_table import (
    CLASS_ABSOLUTE,
    CLASS_QUALIFIED,
    ENVIRONMENTAL_CLASSES,
    ENVIRONMENTAL_INTERESTS,
    HARM,
    LAW_ENFORCEMENT_PURPOSES,
    Condition,
    Provision,
    Threshold,
    Weighing,
    qualified,
)

_TOGETHER = qualified(joint=True)
_NO_EMISSIONS = "This exception cannot be used for information on emissions (reg 10(6))."

# The rows below stand one limb to a line, as in the Act.
# fmt: off
FOISA = (
    Provision(number="25", heading="Information otherwise accessible", limbs=(
        CLASS_ABSOLUTE("(1)", "reasonably obtainable elsewhere", "Say where the information is."),)),
    Provision(number="26", heading="Prohibitions on disclosure", limbs=(
        CLASS_ABSOLUTE("(a)", "forbidden by another enactment", "Name the other Act and its section."),
        CLASS_ABSOLUTE("(b)", "against an obligation derived from EU law"),
        CLASS_ABSOLUTE("(c)", "a contempt of court"))),
    Provision(number="27", heading="Information intended for future publication", limbs=(
        _TOGETHER("(1)(a)", "to be published within twelve weeks"),
        _TOGETHER("(1)(b)", "already so held when the request was made"),
        _TOGETHER("(1)(c)", "reasonable to withhold until then"),
        HARM("(2)", "a continuing programme of research"))),
    Provision(number="28", heading="Relations within the United Kingdom", limbs=(
        HARM("(1)", "relations between administrations"),)),
    Provision(number="29", heading="Formulation of Scottish Administration policy etc.", limbs=tuple(
        qualified(age=15)(text, about) for text, about in (
            ("(1)(a)", "formulating or developing government policy"),
            ("(1)(b)", "Ministerial communications"),
            ("(1)(c)", "advice of the Law Officers"),
            ("(1)(d)", "a Ministerial private office")))),
    Provision(number="30", heading="Prejudice to effective conduct of public affairs", limbs=(
        HARM("(a)", "collective responsibility of the Scottish Ministers"),
        HARM("(b)(i)", "free and frank provision of advice"),
        HARM("(b)(ii)", "free and frank exchange of views"),
        HARM("(c)", "other prejudice to the conduct of public affairs"))),
    Provision(number="31", heading="National security and defence", limbs=(
        qualified(Threshold.OTHER)("(1)", "required to safeguard national security"),
        HARM("(4)(a)", "the defence of these islands or a colony"),
        HARM("(4)(b)", "the armed forces' capability, effectiveness or security"))),
    Provision(number="32", heading="International relations", limbs=(
        HARM("(1)(a)(i)", "relations with another State"),
        HARM("(1)(a)(ii)", "relations with an international organisation or court"),
        HARM("(1)(a)(iii)", "the interests of the United Kingdom abroad"),
        HARM("(1)(a)(iv)", "promoting or protecting those interests"),
        CLASS_QUALIFIED("(1)(b)", "given in confidence by a State or organisation"))),
    Provision(number="33", heading="Commercial interests and the economy", limbs=(
        CLASS_QUALIFIED("(1)(a)", "a trade secret"),
        HARM("(1)(b)", "prejudice to commercial interests"),
        HARM("(2)(a)", "economic interests of the United Kingdom or a part of it"),
        HARM("(2)(b)", "financial interests of an administration"))),
    Provision(number="34", heading="Investigations by Scottish public authorities and proceedings arising "
              "out of such investigations", limbs=(
        CLASS_QUALIFIED("(1)(a)", "an investigation whether to prosecute"),
        CLASS_QUALIFIED("(1)(b)", "an investigation that may lead to a report to the procurator fiscal"),
        CLASS_QUALIFIED("(1)(c)", "criminal proceedings of the authority"),
        CLASS_QUALIFIED("(2)(a)", "an inquiry into a death"),
        CLASS_QUALIFIED("(2)(b)", "another investigation of a death"),
        CLASS_QUALIFIED("(3)", "an investigation with confidential sources"),
        CLASS_QUALIFIED("(4)", "civil proceedings out of an investigation"))),
    Provision(number="35", heading="Law enforcement", limbs=(
        HARM("(1)(a)", "preventing or detecting crime"),
        HARM("(1)(b)", "apprehending or prosecuting offenders"),
        HARM("(1)(c)", "the administration of justice"),
        HARM("(1)(d)", "tax or duty"),
        HARM("(1)(e)", "immigration controls"),
        HARM("(1)(f)", "security and good order in prisons"),
        HARM("(1)(g)", "a public authority's functions for a purpose in subsection (2)",
             "Cite the purpose as well, for example s35(1)(g) by virtue of s35(2)(c)."),
        HARM("(1)(h)", "civil proceedings out of an investigation"),
    ), conditions=tuple(Condition(text=text, about=about, of=f"(1)({letter})")
                        for text, about in LAW_ENFORCEMENT_PURPOSES for letter in "gh")),
    Provision(number="36", heading="Confidentiality", limbs=(
        CLASS_QUALIFIED("(1)", "confidentiality of legal communications"),
        CLASS_ABSOLUTE("(2)", "disclosure an actionable breach of confidence"))),
    Provision(number="37", heading="Court records, etc.", limbs=(
        CLASS_ABSOLUTE("(1)(a)", "lodged with a court or served in proceedings"),
        CLASS_ABSOLUTE("(1)(b)", "held by a person conducting an inquiry or arbitration"),
        CLASS_ABSOLUTE("(1)(c)", "made by such a person"))),
    Provision(number="38", heading="Personal information", limbs=(
        CLASS_ABSOLUTE("(1)(a)", "the requester's own personal data", "Answer as a subject access request."),
        CLASS_ABSOLUTE("(1)(b)", "personal data of someone else"),
        CLASS_ABSOLUTE("(1)(c)", "personal census information"),
        CLASS_ABSOLUTE("(1)(d)", "a deceased person's health record"),
    ), conditions=(
        Condition(text="(2A)(a)", about="against the data protection principles", of="(1)(b)"),
        Condition(text="(2A)(b)", about="so too for unstructured manual data", of="(1)(b)"),
        Condition(text="(2B)", about="an objection to processing", of="(1)(b)", weighing=Weighing.QUALIFIED),
        Condition(text="(3A)", about="withheld from the person too", of="(1)(b)",
                  weighing=Weighing.QUALIFIED))),
    Provision(number="39", heading="Health, safety and the environment", limbs=(
        HARM("(1)", "physical or mental health, or safety"),
        CLASS_QUALIFIED("(2)", "to be answered under the Environmental Information (Scotland) Regulations",
                        "Answer under those Regulations and cite the exception there."))),
    Provision(number="40", heading="Audit functions", limbs=(
        HARM("(a)", "auditing the accounts of other authorities"),
        HARM("(b)", "examining how other authorities use resources"))),
    Provision(number="41", heading="Communications with Her Majesty etc. and honours", limbs=(
        CLASS_QUALIFIED("(a)", "communications with the Royal Family or Household"),
        CLASS_QUALIFIED("(b)", "honours"))),
)
"""Part 2 of the Freedom of Information (Scotland) Act 2002."""

EISR = (
    Provision(number="10", heading="Exceptions from duty to make environmental information available", limbs=(
        CLASS_QUALIFIED("(3)", "personal data of someone else", "Cite reg 11(2) as well."),
        *(CLASS_QUALIFIED(*row) for row in ENVIRONMENTAL_CLASSES),
        *(HARM(text, about, _NO_EMISSIONS if note else "") for text, about, note in ENVIRONMENTAL_INTERESTS),
    ), neither_confirm_nor_deny=("(8)",)),
    Provision(number="11", heading="Personal data", limbs=(
        CLASS_ABSOLUTE("(1)", "the requester's own personal data", "Answer as a subject access request."),
        CLASS_QUALIFIED("(2)", "personal data of someone else",
                        "No public interest test is needed where the data protection principles forbid it."),
    ), neither_confirm_nor_deny=("(6)",)),
)
"""The exceptions of the Environmental Information (Scotland) Regulations 2004."""
