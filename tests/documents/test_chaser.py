"""What an owner is asked: as text, and as a draft of an e-mail that is addressed to nobody."""

import email
import email.policy
import re
from dataclasses import replace

import pytest

from lpgminutes.documents.chaser import draft_files, render_chaser, render_draft
from lpgminutes.domain.reports import ActionLog, Chaser
from lpgminutes.errors import RenderError

ASKED = (
    "This action is outstanding, and overdue. Please say whether it is done and what shows it, or when it will be "
    "done and what it waits for."
)


@pytest.fixture
def chaser(action_log: ActionLog) -> Chaser:
    """What Ada Quill is asked."""
    return Chaser(
        owner="Ada Quill",
        title=action_log.title,
        marking=action_log.marking,
        as_at=action_log.as_at,
        actions=(replace(action_log.actions[0], slips=2, original_due=action_log.as_at, last_note="Half is done."),),
    )


def test_it_says_what_is_asked_with_the_marking_above_and_below(chaser: Chaser) -> None:
    """Ready to paste."""
    assert render_chaser(chaser).splitlines() == [
        "OFFICIAL",
        "",
        "Action log of the Lot Performance Group, as at Thursday 27 June 2019",
        "For Ada Quill",
        "",
        ASKED,
        "",
        "1. AP0419-01: send the <paper> & figures",
        "   Due: 1 Jun 2019",
        "   Put off: 2 times, first due 27 Jun 2019",
        "   Status: overdue 26 days",
        "   Raised: lpg/2019-04-18, minute 2.2",
        "   Last note: Half is done.",
        "",
        "OFFICIAL",
    ]


@pytest.mark.parametrize(
    "words", ["{{ marking }}", "{% for x in y %}", "R&D <b>", "&amp;", "x\ny", "'\"", "Zoë \N{GRINNING FACE}"]
)
def test_text_is_data(chaser: Chaser, words: str) -> None:
    """Neither a template nor markup."""
    actions = (replace(chaser.actions[0], text=words, last_note=words),)
    text = render_chaser(replace(chaser, owner=words, title=words, actions=actions))
    assert text.count(words) == 4


def test_a_draft_is_unsent_and_addressed_to_nobody(chaser: Chaser) -> None:
    """A mail program opens it for editing; who it goes to is for a person to say."""
    message = email.message_from_bytes(render_draft(chaser), policy=email.policy.default)
    assert message["X-Unsent"] == "1"
    assert [
        name for name in ("To", "Cc", "Bcc", "From", "Sender", "Reply-To", "Date", "Message-ID") if message[name]
    ] == []
    assert message.get_content().splitlines() == render_chaser(chaser).splitlines()
    assert (
        message["Subject"]
        .strip()
        .startswith("OFFICIAL: Action log of the Lot Performance Group, for Ada Quill, 27 Jun")
    )


@pytest.mark.parametrize(
    "words", ["Ada\nBcc: all@example.org", "Ada\nTo: x@example.org\n\nbody", "Ada\u2028Cc: x", "Ä" * 400]
)
def test_a_name_begins_no_header(chaser: Chaser, words: str) -> None:
    """Whatever stands in it, the headers are the same five."""
    message = email.message_from_bytes(render_draft(replace(chaser, owner=words, title=words)))
    assert [name.lower() for name in message] == [
        *("x-unsent", "subject", "content-type", "content-transfer-encoding", "mime-version")
    ]


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        ("Ada Quill", "01-ada-quill.eml"),
        ("../../etc/passwd", "01-etc-passwd.eml"),
        ("CON", "01-con.eml"),
        ("Zoë O’Brien-Smith", "01-zoe-o-brien-smith.eml"),
        ("会議", "01-owner.eml"),
        ("\\\\server\\share:x", "01-server-share-x.eml"),
        ("a" * 300, f"01-{'a' * 40}.eml"),
        (".", "01-owner.eml"),
    ],
)
def test_a_file_name_is_a_number_and_plain_letters(chaser: Chaser, owner: str, name: str) -> None:
    """No name of an owner leads out of the folder, on any system."""
    assert list(draft_files([replace(chaser, owner=owner)])) == [name]


def test_owners_whose_names_look_alike_have_files_of_their_own(chaser: Chaser) -> None:
    """The number tells them apart."""
    assert len(draft_files([chaser, replace(chaser, owner="ada quill!")])) == 2


def test_the_same_chaser_gives_the_same_bytes(chaser: Chaser) -> None:
    """No hour, no machine, no boundary by chance."""
    assert render_draft(chaser) == render_draft(chaser)
    assert not re.search(rb"boundary|Date:|Message-ID", render_draft(chaser))


def test_a_character_that_no_text_can_hold_is_refused_by_place(chaser: Chaser) -> None:
    """The sentence repeats nothing of it."""
    with pytest.raises(RenderError, match="the owner") as refusal:
        render_chaser(replace(chaser, owner="secret\ufdd0"))
    assert "secret" not in str(refusal.value)
