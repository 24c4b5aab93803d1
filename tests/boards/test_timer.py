"""The timer: a start and an end that all pages count by; a notice, never a wall."""
from datetime import datetime, timezone

import pytest

from tests.support.cast import AINO, MARJA


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


def left(visitor, board, clock) -> float | None:
    """Minutes until the end, as the page says it."""
    timer = visitor.open(board.path).one("timer")
    return None if timer is None else round((float(timer.get("data-ends")) - clock().timestamp()) / 60, 1)


def test_everybody_sees_when_the_time_is_over(board, aino, clock):
    assert left(aino, board, clock) is None
    assert board.marja.send(f"{board.path}/timer", minutes="10").status == 200
    assert left(aino, board, clock) == left(board.marja, board, clock) == 10


def test_open_pages_hear_of_it_with_the_servers_clock(board, aino, clock):
    since = aino.open(board.path).one("live").get("data-seq")
    board.marja.send(f"{board.path}/timer", minutes="5")
    timer = aino.open(f"{board.activity}/changes?since={since}").one("timer")
    assert abs(float(timer.get("data-at")) - clock().timestamp()) < 5 and timer.get("data-whole") == "300.0"


def test_a_minute_more_is_added_to_the_end_and_after_the_end_to_now(board, aino, clock):
    board.marja.send(f"{board.path}/timer", minutes="10")
    board.marja.send(f"{board.path}/timer", more="1")
    assert left(aino, board, clock) == 11
    clock.forward(minutes=20)
    board.marja.send(f"{board.path}/timer", more="1")
    assert left(aino, board, clock) == 1


def test_two_who_add_a_minute_at_once_add_two(board, enter, clock):
    other = enter(MARJA._replace(sub="user-77"))
    board.marja.send(f"{board.path}/timer", minutes="10")
    for facilitator in (board.marja, other):
        facilitator.send(f"{board.path}/timer", more="1")
    board.marja.send(f"{board.path}/timer", op="sent-again", more="1")
    board.marja.send(f"{board.path}/timer", op="sent-again", more="1")
    assert left(board.marja, board, clock) == 13


def test_after_the_end_people_write_on(board, aino, clock):
    board.marja.send(f"{board.path}/timer", minutes="1")
    clock.forward(minutes=2)
    assert board.note(aino)


def test_a_stopped_timer_is_gone_and_takes_no_minutes(board, aino, clock):
    board.marja.send(f"{board.path}/timer", minutes="10")
    board.marja.send(f"{board.path}/timer", stop="yes")
    assert left(aino, board, clock) is None
    assert board.marja.send(f"{board.path}/timer", more="1").status == 409


def test_summer_time_begins_and_the_timer_does_not_notice(board, aino, clock):
    clock.go_to(datetime(2027, 3, 28, 0, 55, tzinfo=timezone.utc))  # five minutes before clocks in Finland jump from three to four
    board.marja.launch()
    aino.launch()
    board.marja.send(f"{board.path}/timer", minutes="10")
    assert left(aino, board, clock) == 10
    assert "4.05" in aino.open(board.path).one("timer").find(".//*[@data-left]").text


@pytest.mark.parametrize("minutes", ["", "0", "181", "-1", "1.5", "x", "٣", "9999"])
def test_minutes_that_cannot_be_are_refused(board, aino, clock, minutes):
    assert board.marja.send(f"{board.path}/timer", minutes=minutes).status == 422
    assert left(aino, board, clock) is None


def test_participants_have_no_controls_of_it(board, aino):
    assert "/timer" not in aino.open(board.path).html
    assert aino.send(f"{board.path}/timer", minutes="10").status == 403


def test_no_timer_lasts_longer_than_three_hours(board, aino, clock):
    board.marja.send(f"{board.path}/timer", minutes="180")
    board.marja.send(f"{board.path}/timer", more="30")
    assert left(aino, board, clock) == 180
