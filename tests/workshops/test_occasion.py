"""When a workshop is held and where people meet: said in local time, kept in UTC, read on its board, taken along into calendars."""
import re
from datetime import datetime, timezone

import pytest
from icalendar import Calendar

from lti_tool.db import db
from lti_tool.workshops.occasion import Occasion
from tests.support.bulk import counted, writing
from tests.support.cast import AINO, EEVA, ORJAN
from tests.support.page import words_of
from tests.support.series import hold, make_series, make_workshop

LINK = "https://teams.example/l/meetup-join/19%3ameeting@thread.v2/0?context=%7b%22Tid%22%3a%221%22%7d&a=1,2;b=3"


@pytest.fixture
def aino(board, enter):
    return enter(AINO)


@pytest.fixture
def on_tuesday(clock, board, aino):
    clock.go_to(datetime(2026, 11, 24, 10, 0, tzinfo=timezone.utc))
    board.marja.launch()
    aino.launch()


def kept(app, board):
    with writing(app):
        occasion = db.session.get(Occasion, board.id)
        return occasion.starts_at, occasion.ends_at


def utc(*when):
    return datetime(*when, tzinfo=timezone.utc)


def bar(visitor, board) -> str:
    return words_of(visitor.open(board.path).one("bar"))


@pytest.mark.parametrize(("day", "starts", "ends", "instants"), [
    ("2026-11-26", "9:00", "11:30", (utc(2026, 11, 26, 7), utc(2026, 11, 26, 9, 30))),
    ("26.11.2026", "9.00", "11.30", (utc(2026, 11, 26, 7), utc(2026, 11, 26, 9, 30))),
    ("2026-07-01", "09:00", "10:00:00", (utc(2026, 7, 1, 6), utc(2026, 7, 1, 7))),
    ("2027-03-27", "9:00", "10:00", (utc(2027, 3, 27, 7), utc(2027, 3, 27, 8))),
    ("2027-03-28", "9:00", "10:00", (utc(2027, 3, 28, 6), utc(2027, 3, 28, 7))),  # in the night before, the clocks of Finland were put forward
    ("2027-03-28", "2:00", "5:00", (utc(2027, 3, 28, 0), utc(2027, 3, 28, 2))),  # three hours on the clock, two in truth
    ("2026-10-25", "2:30", "5:00", (utc(2026, 10, 24, 23, 30), utc(2026, 10, 25, 3)))])  # and put back: two and a half, and three and a half
def test_local_times_are_kept_as_instants(app, board, day, starts, ends, instants):
    assert hold(board, day=day, starts=starts, ends=ends).status == 303
    assert kept(app, board) == instants


def test_over_the_change_of_clocks_people_read_the_time_that_was_said(app, board, aino, clock):
    clock.go_to(utc(2027, 3, 27, 12))
    board.marja.launch(), aino.launch()
    hold(board, day="2027-03-28", starts="9:00", ends="11:30")
    assert "su 28.3. klo 9.00–11.30" in bar(aino, board)
    form = board.marja.open(f"{board.path}/occasion").form(f"{board.path}/occasion").values
    assert [form[field] for field in ("day", "starts", "ends")] == ["2027-03-28", "09:00", "11:30"]
    clock.go_to(utc(2027, 3, 28, 8, 31))  # 11.31 there
    assert "9.00" not in bar(aino.launch(), board)


@pytest.mark.parametrize("form", [
    {"starts": "11:30", "ends": "9:00"}, {"starts": "9:00", "ends": "9:00"}, {"day": ""}, {"starts": ""}, {"ends": ""}, {"day": "2026-02-30"}, {"day": "0001-01-01"},
    {"day": "9999-12-31"}, {"day": "tomorrow"}, {"day": "２０２６-11-26"}, {"starts": "25:00"}, {"starts": "9:60"}, {"starts": "9"}, {"starts": "٩:00"},
    {"day": "2027-03-28", "starts": "3:30", "ends": "5:00"}])
def test_times_that_cannot_be_are_refused(board, aino, form):
    assert hold(board, **form).status == 422
    assert board.marja.open(f"{board.path}/workshop.ics").status == 404


@pytest.mark.parametrize("link", [LINK, "http://meet.example", "https://meet.example:8443/x", "https://kokous.example/ä/ö?q=å", "HTTPS://MEET.EXAMPLE/X", "https://zoom.example/j/0401234567"])
def test_links_of_meetings_are_taken(board, aino, on_tuesday, link):
    assert hold(board, meeting_link=f" {link} ").status == 303
    assert link in aino.open(board.path).links


@pytest.mark.parametrize("link", [
    "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "//meet.example", "meet.example/1", "https://", "https:///x", "https://meet.example/a b",
    "https://meet.example/\"onclick=x", "https://meet.example/<script>", "https://good.example@evil.example/", "https://user:word@meet.example", "https:\\\\meet.example", "https://meet.example:0/",
    "https://meet.example:x/", "https://[::1", "mailto:a@b.example", "file:///etc/passwd", "ftp://meet.example", "https://meet.example/" + "x" * 2000])
def test_what_is_no_link_of_a_meeting_is_refused_and_kept_for_whoever_typed_it(board, aino, link):
    seen = hold(board, meeting_link=link)
    assert seen.status == 422
    assert [a for a in aino.open(board.path).links if a and "example" in a and "workshop" not in a] == []


def test_a_link_is_as_long_as_two_thousand_characters(board):
    assert hold(board, meeting_link="https://meet.example/" + "x" * (2000 - 21)).status == 303


def test_the_bar_says_when_and_where_until_it_is_over(board, aino, on_tuesday, clock):
    assert "klo" not in bar(aino, board)
    hold(board, day="2026-11-24", starts="11:00", ends="13:00", meeting_link="https://meet.example/1")  # 9–11 UTC; now it is 10
    assert "ti 24.11. klo 11.00–13.00" in bar(aino, board)
    clock.forward(minutes=59)
    assert "https://meet.example/1" in aino.open(board.path).links
    clock.forward(minutes=2)
    assert "klo" not in bar(aino, board) and "https://meet.example/1" not in aino.open(board.path).links


def test_open_boards_hear_of_it(board, aino, on_tuesday):
    since = aino.open(board.path).one("live").get("data-seq")
    hold(board, meeting_link="https://meet.example/1")
    told = aino.open(f"{board.activity}/changes?since={since}")
    assert "26.11. klo 9.00–11.30" in told.text and "https://meet.example/1" in told.links


def test_a_board_of_which_nothing_was_said_costs_one_question(app, board, aino):
    def asked():
        aino.open(board.path)
        with counted(app) as statements:
            aino.open(board.path)
        return [statement for statement in statements if "occasion" in str(statement) or "action_mark" in str(statement)]
    assert len(asked()) == 1
    hold(board)
    assert len(asked()) == 2


def test_only_facilitators_say_it(board, aino, enter):
    assert "/occasion" not in "".join(link or "" for link in aino.open(board.path).links)
    assert aino.open(f"{board.path}/occasion").status == aino.post(f"{board.path}/occasion", day="2026-11-26").status == 403
    assert enter(EEVA).open(f"{board.path}/workshop.ics").status == 404


def test_the_dialog_stands_in_the_menu_of_the_board_and_works_as_a_page(board):
    path = f"{board.path}/occasion"
    assert path in board.marja.open(board.path).links
    seen = board.marja.press(board.marja.open(path), path, day="2026-11-26", starts="09:00", ends="10:00", meeting_link="https://meet.example/1")
    assert seen.path == board.path and "https://meet.example/1" in seen.links
    assert board.marja.press(board.marja.open(path), path, day="", starts="", ends="").status == 200
    assert board.marja.open(f"{board.path}/workshop.ics").status == 404


# --- the file for calendars ---

def event_of(seen):
    event, = Calendar.from_ical(seen.data).walk("VEVENT")
    return event


def lines_of(data: bytes) -> list[bytes]:
    """As RFC 5545 says: ended by CRLF, no other line break, at most 75 octets, no letter cut in two."""
    assert data.endswith(b"\r\n") and not re.search(rb"(?<!\r)\n|\r(?!\n)", data)
    lines = data.split(b"\r\n")[:-1]
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()
    return data.replace(b"\r\n ", b"").split(b"\r\n")[:-1]


@pytest.fixture
def invited(board, aino):
    board.marja.post(f"{board.path}/settings", **{"title-fi": "Äänet; kuuluviin, \\ kaikki\\n " + "ö" * 80, "title-sv": "Röster, hörda", "prompt-fi": ""})
    hold(board, meeting_link=LINK, **{"goal-fi": "Ensin;\nsitten, näin\r\nEND:VEVENT\r\nBEGIN:VEVENT", "goal-sv": "Målet"})
    return aino.open(f"{board.path}/workshop.ics")


def test_it_is_one_event_in_utc_with_the_link_and_the_goal(board, invited):
    assert invited.headers["Content-Type"] == "text/calendar; charset=utf-8" and ".ics" in invited.headers["Content-Disposition"]
    event = event_of(invited)
    assert event["DTSTART"].to_ical() == b"20261126T070000Z" and event["DTEND"].to_ical() == b"20261126T093000Z"
    assert str(event["SUMMARY"]) == "Äänet; kuuluviin, \\ kaikki\\n " + "ö" * 80
    assert str(event["URL"]) == str(event["LOCATION"]) == LINK
    assert "Ensin;\nsitten, näin\nEND:VEVENT\nBEGIN:VEVENT" in str(event["DESCRIPTION"])


def test_its_lines_are_as_the_standard_says(invited):
    lines = lines_of(invited.data)
    assert lines[0] == b"BEGIN:VCALENDAR" and lines[-1] == b"END:VCALENDAR"
    assert lines.count(b"BEGIN:VEVENT") == lines.count(b"END:VEVENT") == 1 and b"VERSION:2.0" in lines
    names = [line.split(b":")[0].split(b";")[0] for line in lines]
    assert all(names.count(name) == 1 for name in (b"UID", b"DTSTAMP", b"DTSTART", b"DTEND", b"SUMMARY", b"SEQUENCE", b"PRODID", b"DESCRIPTION", b"URL", b"LOCATION"))
    summary = next(line for line in lines if line.startswith(b"SUMMARY")).decode()
    assert summary == "SUMMARY:Äänet\\; kuuluviin\\, \\\\ kaikki\\\\n " + "ö" * 80


def test_each_reads_it_in_their_language(board, invited, enter):
    event = event_of(enter(ORJAN).open(f"{board.path}/workshop.ics"))
    assert str(event["SUMMARY"]) == "Röster, hörda" and "Målet" in str(event["DESCRIPTION"])


def test_its_uid_stays_and_its_sequence_grows_with_every_change(board, aino, invited, clock):
    seen = [event_of(invited)]
    for change in (lambda: hold(board, day="2026-11-27"), lambda: hold(board, day="2026-11-27", meeting_link="https://meet.example/2"),
                   lambda: board.marja.post(f"{board.path}/settings", **{"title-fi": "Uusi nimi"}), lambda: hold(board, day="", starts="", ends="") and hold(board)):
        clock.forward(seconds=5)
        change()
        seen.append(event_of(aino.open(f"{board.path}/workshop.ics")))
    assert len({str(event["UID"]) for event in seen}) == 1
    sequences = [event["SEQUENCE"] for event in seen]
    assert sequences == sorted(set(sequences))
    stamps = [event["DTSTAMP"].dt for event in seen]
    assert stamps == sorted(stamps) and stamps[-1] > stamps[0]


def test_another_workshop_has_another_uid(board, aino):
    other = make_workshop(board, "Toinen")
    hold(board), hold(board, other)
    assert event_of(aino.open(f"{board.path}/workshop.ics"))["UID"] != event_of(aino.open(f"/boards/{other}/workshop.ics"))["UID"]


def test_a_draft_has_no_file_for_participants(board, aino):
    make_series(board).add(board.id)
    hold(board, told_early="yes")
    board.set_state("draft")
    assert aino.open(f"{board.path}/workshop.ics").status == 404
    assert board.marja.open(f"{board.path}/workshop.ics").status == 200


def test_who_comes_straight_to_the_board_finds_the_calendar_file_there_until_it_is_over(board, aino, on_tuesday, clock):
    hold(board, day="2026-11-26", starts="9:00", ends="11:30")
    assert f'{board.path}/workshop.ics' in aino.open(board.path).one("bar").xpath("string(.//a[contains(@href, '.ics')]/@href)")
    clock.go_to(utc(2026, 11, 26, 12))
    aino.launch()
    assert not aino.open(board.path).one("bar").xpath(".//a[contains(@href, '.ics')]")


def test_a_draft_is_opened_from_the_line_that_says_it_is_one(board, enter):
    board.marja.post(f"/activities/{board.id}/state", state="draft")
    page = board.marja.open(board.path)
    [button] = [one for one in page.all("button", name="state") if one.get("form")]
    assert button.get("value") == "open" and page.one(button.get("form")).get("action") == f"/activities/{board.id}/state"
