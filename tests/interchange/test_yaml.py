from lpgminutes.interchange.reading import read_meetings

MEETING = """\
# typed by hand
format: lpgminutes.meeting
version: 1
series: {short_name: lpg, name: Lot Group}
title: 41.6
subtitle:
marking: OFFICIAL
date: 2019-06-27
start: 10:00
end: ~
location: no
attendance:
- name: Nan Yes
  items: [1, 1.10]
items:
- number: 1
  title: on
  minutes:
  - number: 1.1
    text: |
      First line: with a colon.
      Second line.
  - text: 'null'
  - number: 1.10
    text: 0x1F
    points:
actions:
- ref: 007
  text: 1_000
  due: 2019-07-01
  raised_in: 1.10
"""


def test_scalars_stay_the_text_that_was_written() -> None:
    """A number, a day, a time, a yes and a no are what somebody typed, never what YAML makes of them."""
    meeting = read_meetings(MEETING.encode(), name="m.yaml").meeting

    assert (meeting.title, meeting.location, meeting.items[0].text) == ("41.6", "no", "on")
    assert [str(meeting.date), str(meeting.start), meeting.end] == ["2019-06-27", "10:00:00", None]
    assert meeting.attendance[0].items == ("1", "1.10")
    assert [minute.number for minute in meeting.items[0].children] == [None, None, "1.10"]
    assert [minute.text for minute in meeting.items[0].children][1:] == ["null", "0x1F"]
    assert (meeting.actions[0].ref, meeting.actions[0].raised_in, meeting.actions[0].text) == (
        "007",
        "1.10",
        "1_000",
    )


def test_the_last_line_end_of_a_block_is_not_part_of_the_text() -> None:
    """A block scalar ends where its words end."""
    meeting = read_meetings(MEETING.encode(), name="m.yaml").meeting

    assert meeting.items[0].children[0].text == "First line: with a colon.\nSecond line."


def test_a_byte_order_mark_is_no_text() -> None:
    """Windows editors put one at the front."""
    assert read_meetings(MEETING.encode("utf-8-sig"), name="m") == read_meetings(MEETING.encode(), name="m")


def test_windows_line_ends_read_the_same() -> None:
    """A file saved on Windows is the same file."""
    crlf = MEETING.replace("\n", "\r\n").encode()

    assert read_meetings(crlf, name="m") == read_meetings(MEETING.encode(), name="m")
