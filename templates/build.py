"""Builds the Word templates that ship, from the text below and the two XML files beside it.

Run it after a change: ``python templates/build.py``. A test compares the committed files with what it builds.
"""

from typing import Final

from markup import HERE, Column, bullet, control, optional, or_else, package, paragraph, run, strong, table

AT_THE_MARGIN: Final = '<w:ind w:left="0" w:firstLine="0"/>'
OWNERS: Final = "{% for owner in action.owners %}{% if not loop.first %}, {% endif %}{{ owner }}{% endfor %}"
LABEL: Final = "{%% if %(of)s.label %%}{{ %(of)s.label }}:%(gap)s{%% endif %%}"


def labelled(of: str) -> tuple[str, str]:
    """Return the run-in label and the text of a minute or point."""
    gap = f"{{% if {of}.text %}} {{% endif %}}"
    return strong(LABEL % {"of": of, "gap": gap}), run(f"{{{{ {of}.text }}}}")


def action_notes(of: str) -> str:
    """Return the lines of the actions that arose in a minute or point."""
    return (
        control(f"for action in {of}.actions")
        + paragraph(
            "BlockText",
            strong("Action{% if action.ref %} {{ action.ref }}{% endif %}:"),
            run(f" {OWNERS}{{% if not action.owners %}}no owner named{{% endif %}}."),
            strong("{% if action.due %} Due:{% endif %}"),
            run("{% if action.due %} {{ action.due }}.{% endif %}"),
        )
        + control("endfor")
    )


def points() -> str:
    """Return the points of a minute, each in the style of its kind and depth."""
    label, text = labelled("point")
    return "".join(
        (
            control("for point in minute.points"),
            control("if point.is_heading"),
            paragraph("Heading3", run(LABEL % {"of": "point", "gap": " "}), text),
            control("elif point.is_paragraph and point.level == 0"),
            paragraph("ListContinue", label, text),
            control("elif point.is_paragraph"),
            paragraph("ListContinue2", label, text),
            control("elif point.level == 1"),
            bullet("ListBullet", 0, label, text),
            control("elif point.level == 2"),
            bullet("ListBullet2", 1, label, text),
            control("else"),
            bullet("ListBullet3", 2, label, text),
            control("endif"),
            action_notes("point"),
            control("endfor"),
        )
    )


def release_box() -> str:
    """Return what a release copy says of itself, right after its title."""
    return "".join(
        (
            control("if is_release"),
            paragraph(
                "IntenseQuote",
                strong("Released under the {{ law }}"),
                run("{% if case %}, case {{ case }}{% endif %}. "),
                run("Where information is withheld, a mark stands in its place"),
                run("{% if legend %} and names the exemption relied on{% endif %}."),
            ),
            control("if original_marking"),
            paragraph("IntenseQuote", "The minutes themselves are marked {{ original_marking }}."),
            control("endif"),
            control("for entry in legend"),
            paragraph("IntenseQuote", strong("{{ entry.mark }}"), run(": {{ entry.meaning }}")),
            control("endfor"),
            control("endif"),
        )
    )


def minutes() -> str:
    """Return the body of the template of minutes."""
    label, text = labelled("minute")
    return "".join(
        (
            paragraph("Caption", "Protective marking: {{ marking }}"),
            optional("body", paragraph("Subtitle", "{{ body }}")),
            paragraph("Heading1", "{% if title %}{{ title }}{% else %}{{ heading }}{% endif %}"),
            optional("subtitle", paragraph("Subtitle", "{{ subtitle }}")),
            release_box(),
            paragraph("Date", strong("Status:"), run("\t{{ heading }}")),
            optional("date", paragraph("Date", strong("Date:"), run("\t{{ date }}"))),
            optional("location", paragraph("Date", strong("Place:"), run("\t{{ location }}"))),
            paragraph("Heading2", "Attendance"),
            or_else(
                "attendance",
                table("row in attendance", "Attendance", ATTENDANCE),
                "No attendance was recorded.",
            ),
            optional(
                "declarations",
                paragraph("Heading2", "Declarations of interest"),
                table("declaration in declarations", "Declarations of interest", DECLARATIONS),
            ),
            control("for item in items"),
            paragraph("Heading2", "{{ item.number }}\t{{ item.title }}"),
            control("for minute in item.minutes"),
            paragraph("List", "{{ minute.number }}\t", label, text),
            action_notes("minute"),
            points(),
            control("endfor"),
            control("endfor"),
            paragraph("Heading2", "Actions"),
            or_else("actions", table("action in actions", "Actions", ACTIONS), "No actions were recorded."),
            optional(
                "decisions",
                paragraph("Heading2", "Decisions"),
                table("decision in decisions", "Decisions", DECISIONS),
            ),
            paragraph("Heading2", "Next meeting"),
            or_else("next_meeting", paragraph("Normal", "{{ next_meeting }}"), "No next meeting was set."),
            optional(
                "contact_name or contact_email",
                paragraph("Heading2", "Contact"),
                paragraph(
                    "Normal",
                    "{{ contact_name }}{% if contact_name and contact_email %}, {% endif %}",
                    "{{ contact_email }}",
                ),
            ),
            optional(
                "is_approved",
                paragraph("Heading2", "Approval of these minutes"),
                paragraph(
                    "Normal",
                    "Approved as a correct record{% if approved_on %} on {{ approved_on }}{% endif %}",
                    "{% if corrections %}, subject to these corrections:{% else %}.{% endif %}",
                ),
                control("for correction in corrections"),
                bullet("ListBullet", 0, "{{ correction }}"),
                control("endfor"),
            ),
        )
    )


ATTENDANCE: Final = (
    Column("Name", 2450, "{{ row.name }}"),
    Column("Role", 3060, "{{ row.role }}"),
    Column("Organisation", 1560, "{{ row.organisation }}"),
    Column("Capacity", 2568, "{{ row.capacity }}"),
)
ACTIONS: Final = (
    Column("Reference", 1330, "{{ action.ref }}"),
    Column("Action", 3998, "{{ action.text }}"),
    Column("Owner", 1880, OWNERS),
    Column("Due", 1540, "{{ action.due }}"),
    Column("Minute", 890, "{{ action.raised_in }}"),
)
DECLARATIONS: Final = (
    Column("Name", 2450, "{{ declaration.name }}"),
    Column("Item", 890, "{{ declaration.item }}"),
    Column("Interest", 4730, "{{ declaration.nature }}"),
    Column("Then", 1568, "{{ declaration.conduct }}"),
)
DECISIONS: Final = (
    Column("Reference", 1330, "{{ decision.ref }}"),
    Column("Decision", 7418, "{{ decision.text }}"),
    Column("Minute", 890, "{{ decision.decided_in }}"),
)
MARKS: Final = (
    Column("Mark", 780, "{{ entry.id }}"),
    Column("Where", 3500, "{{ entry.place }}"),
    Column("What", 1940, "{{ entry.what }}"),
    Column("Exemption", 2288, "{{ entry.citation }}"),
    Column("Kind", 1130, "{{ entry.exemption_kind }}"),
)
COUNTS: Final = (
    Column("Exemption", 2600, "{{ count.citation }}"),
    Column("Marks that cite it", 7038, "{{ count.number }}"),
)
KEY: Final = (
    Column("Exemption", 2600, "{{ entry.mark }}"),
    Column("What it is", 7038, "{{ entry.meaning }}"),
)
LOG: Final = (
    Column("Reference", 1330, "{{ action.ref }}"),
    Column("Action, and where it was raised", 7604, "{{ action.text }} ({{ action.raised }})"),
    Column("Owner", 1990, OWNERS),
    Column("Due", 1810, "{{ action.due }}{% if action.slips %}, first {{ action.first_due }}{% endif %}"),
    Column("Slips", 840, "{{ action.slips }}"),
    Column("Status", 2130, "{{ action.status }}"),
)
FIGURES: Final = (
    Column("Owner", 3450, "{{ row.owner }}"),
    Column("Outstanding", 1550, "{{ row.outstanding }}"),
    Column("Overdue", 1200, "{{ row.overdue }}"),
    Column("Raised up to 4 weeks ago", 1600, "{{ row.recent }}"),
    Column("4 to 12 weeks ago", 1300, "{{ row.older }}"),
    Column("Over 12 weeks ago", 1300, "{{ row.oldest }}"),
    Column("Day not known", 1150, "{{ row.undated }}"),
    Column("Days since oldest", 1350, "{{ row.oldest_days }}"),
    Column("Slips", 1100, "{{ row.slips }}"),
    Column("Days slipped", 1250, "{{ row.slip_days }}"),
)


def schedule() -> str:
    """Return the body of the template of the schedule."""
    return "".join(
        (
            paragraph("Caption", "Protective marking: {{ marking }}"),
            optional("title", paragraph("Subtitle", "{{ title }}")),
            paragraph("Heading1", "Schedule of information withheld"),
            optional("case", paragraph("Date", strong("Case:"), run("\t{{ case }}"))),
            paragraph("Heading2", "What is withheld"),
            or_else("entries", table("entry in entries", "What is withheld", MARKS), "Nothing is withheld."),
            optional(
                "counts",
                paragraph("Heading2", "How often each exemption is relied on"),
                table("count in counts", "How often each exemption is relied on", COUNTS),
            ),
            optional(
                "key",
                paragraph("Heading2", "What each exemption is"),
                table("entry in key", "What each exemption is", KEY),
            ),
        )
    )


def action_log() -> str:
    """Return the body of the template of the action log."""
    return "".join(
        (
            paragraph("Caption", "Protective marking: {{ marking }}"),
            paragraph("Heading1", "{% if title %}{{ title }}{% else %}Action log{% endif %}"),
            paragraph("Normal", "As at {{ as_at }}: {{ outstanding }} outstanding, of which {{ overdue }} overdue."),
            or_else("actions", table("action in actions", "Actions", LOG, is_close=True), "There are no actions."),
            optional(
                "figures",
                paragraph("Heading2", "Age and slips by owner"),
                table("row in figures", "Age and slips of what is outstanding, by owner", FIGURES, is_close=True),
            ),
        )
    )


def released_actions() -> str:
    """Return the body of the template of the actions that go with a release copy."""
    return "".join(
        (
            paragraph("Caption", "Protective marking: {{ marking }}"),
            optional("title", paragraph("Subtitle", "{{ title }}")),
            paragraph("Heading1", "Actions"),
            paragraph(
                "IntenseQuote",
                strong("Released under the {{ law }}"),
                run("{% if case %}, case {{ case }}{% endif %}. "),
                run("The marks are those of the minutes that it goes with."),
            ),
            control("for entry in legend"),
            paragraph("IntenseQuote", strong("{{ entry.mark }}"), run(": {{ entry.meaning }}")),
            control("endfor"),
            or_else("actions", table("action in actions", "Actions", ACTIONS), "No actions were recorded."),
        )
    )


def letter() -> str:
    """Return the body of the template of the letter that goes with a release copy."""
    return "".join(
        (
            paragraph("Caption", "Protective marking: {{ marking }}"),
            paragraph("Heading1", "Request for information{% if case %} {{ case }}{% endif %}"),
            optional("received", paragraph("Normal", "Your request was received on {{ received }}.")),
            optional("title", paragraph("Normal", "You asked for information that is in these minutes: {{ title }}.")),
            paragraph(
                "Normal",
                "A copy of them is enclosed. Some of what they say is withheld: a mark stands in its place and names "
                "the provision that it is withheld under. This letter is the notice that {{ notices }} requires.",
            ),
            paragraph("Heading2", "What is withheld, and why"),
            control("for ground in grounds"),
            paragraph("Heading3", "{{ ground.citation }}: {{ ground.heading }}", properties=AT_THE_MARGIN),
            paragraph("Normal", "{{ ground.why }}"),
            control("for opinion in ground.opinions"),
            paragraph("Normal", "It rests on the reasonable opinion of the qualified person: {{ opinion }}"),
            control("endfor"),
            paragraph("Normal", "{{ ground.weighing }}"),
            control("for test in ground.public_interest"),
            paragraph("BlockText", "{{ test }}"),
            control("endfor"),
            control("endfor"),
            paragraph(
                "Normal", "The enclosed schedule lists every mark, with its place and the provision that it rests on."
            ),
            paragraph("Heading2", "If you are not content"),
            paragraph("Normal", "{{ review }}"),
            optional("review_to", paragraph("Normal", "Please write to: {{ review_to }}")),
            paragraph("Normal", "{{ complaint }}"),
            paragraph("BlockText", "{{ regulator }}"),
        )
    )


def build() -> dict[str, bytes]:
    """Return every template by its file name."""
    return {
        "minutes.docx": package(minutes(), "Template for minutes"),
        "schedule.docx": package(schedule(), "Template for a schedule of information withheld"),
        "released_actions.docx": package(released_actions(), "Template for the actions of a release"),
        "letter.docx": package(letter(), "Template for a letter of refusal"),
        "action_log.docx": package(action_log(), "Template for an action log", landscape=True),
    }


if __name__ == "__main__":
    for name, content in build().items():
        (HERE / name).write_bytes(content)
        print(f"{name}: {len(content):,} bytes")
