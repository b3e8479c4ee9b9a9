"""Minutes as plain text."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from lpgminutes.documents.plain import WIDTH, render_text
from lpgminutes.domain.document import MinutesDocument, Text

EXPECTED = """\
                            OFFICIAL – SENSITIVE

Lot Performance Group
Lot Performance Group meeting
=============================
(Lot 1 and Lot 3)

Status: Draft minutes
Date:   27 June 2019, 10:00 to 12:30
Place:  Room 3.12, Leeds

Attendance
----------
Ada Quill; Lead; DWP; Chair
Ben Ross; –; IAS; Dialled in

Declarations of interest
------------------------
Ben Ross (item 1): Shares in Umbra; withdrew

1  Welcome
----------
1.1   The chair opened.

1.2   Progress: An update was given:

      > Action AP0619-01: Owner 1A, Owner 1B. Due: 1 August 2019.

      > Action AP0619-02: Owner 2A, Owner 2B.

      - Recruitment: Forty came.

        - Two left.

          - One came back.

      Lot 1 in May

      - SLA4a: It was 84%.

      The total was agreed.

2  Any other business
---------------------
2.1   Nothing was raised.

Actions
-------
AP0619-01 (minute 1.2)
  Action:   send paper 1 to the group
  Owner:    Owner 1A, Owner 1B
  Due:      1 August 2019

AP0619-02 (minute 1.2)
  Action:   send paper 2 to the group
  Owner:    Owner 2A, Owner 2B
  Due:      –

Decisions
---------
D0619-01 (minute 1.1)
  Decision: Minutes of 16 May agreed

Next meeting
------------
1 August 2019 in Leeds

Contact
-------
Cal Byrd, cal.byrd@example.org

                            OFFICIAL – SENSITIVE
"""


def test_it_reads_like_a_letter(rich: MinutesDocument) -> None:
    """Marking at top and bottom, numbers, labels, bullets, tables as rows."""
    assert render_text(rich) == EXPECTED


def test_lines_are_no_longer_than_a_letter(rich: MinutesDocument, worded: Callable[..., Text]) -> None:
    """Every paragraph is wrapped, wherever it stands."""
    item = rich.items[0]
    minute = replace(item.minutes[1], text=worded("A few words again and again. " * 40))
    document = replace(rich, title=worded("word " * 40), items=(replace(item, minutes=(minute,)),))
    assert max(map(len, render_text(document).splitlines())) <= WIDTH


def test_an_address_is_not_broken(rich: MinutesDocument, worded: Callable[..., Text]) -> None:
    """A word that is longer than a line keeps one to itself."""
    address = "https://example.org/" + "long-path/" * 12
    assert address in render_text(replace(rich, location=worded(f"See {address} for it")))


def test_a_mark_is_not_broken_over_lines(release: MinutesDocument) -> None:
    """It is found by whoever looks for it."""
    opened = release.items[0].minutes[0]
    for width in range(40):
        text = replace(opened.text, segments=(*replace(opened.text).segments[1:2] * width, *opened.text.segments[:1]))
        item = replace(release.items[0], minutes=(replace(opened, text=text),))
        assert render_text(replace(release, items=(item,))).count("[redacted: S40(2)]") == 3


def test_a_release_copy_says_what_it_is(release: MinutesDocument) -> None:
    """Act, case, original marking, legend."""
    text = " ".join(render_text(release).split())
    assert (
        "Released under the Freedom of Information Act 2000, case FOI2019/26281. Where information is "
        "withheld, a mark stands in its place and names the exemption relied on. The minutes themselves "
        "are marked OFFICIAL – SENSITIVE. S40(2): personal information Status: Minutes as approved"
    ) in text


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("attendance", "No attendance was recorded."),
        ("actions", "No actions were recorded."),
    ],
)
def test_empty_sections_are_said_in_words(rich: MinutesDocument, field: str, sentence: str) -> None:
    """No heading stands over nothing."""
    changes: dict[str, tuple[()]] = {field: ()}
    assert sentence in render_text(replace(rich, **changes))  # type: ignore[arg-type]  # a tuple of nothing fits both


def test_no_line_ends_in_space(release: MinutesDocument) -> None:
    """Nothing unseen at the end of a line."""
    assert [line for line in render_text(release).splitlines() if line != line.rstrip()] == []


@pytest.mark.parametrize(("minute", "heading"), [("1.1", "Minute 1.1"), ("", "\N{EN DASH} (minute \N{EN DASH})")])
def test_a_decision_without_a_reference_goes_by_its_minute(
    rich: MinutesDocument, worded: Callable[..., Text], minute: str, heading: str
) -> None:
    """A dash and the minute in brackets said less; where neither is known it stays a dash."""
    decision = replace(rich.decisions[0], ref=worded(""), decided_in=minute)
    lines = render_text(replace(rich, decisions=(decision,))).splitlines()
    assert lines[lines.index("Decisions") + 2] == heading
