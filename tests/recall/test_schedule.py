"""When cards return: exactly as the package says it, by the days of the course."""
import random
from datetime import date, datetime, timedelta, timezone

from fsrs import Card, Rating, Scheduler

from lti_tool.recall.schedule import A_DAY, LONGEST, Remembered, answered, coming, days_until

FIRST = date(2026, 10, 1)


def test_cards_return_on_the_days_that_the_package_itself_gives_for_the_same_answers():
    chance = random.Random(6)
    for _card in range(40):
        package, card = Scheduler(desired_retention=0.9, learning_steps=(), relearning_steps=(), enable_fuzzing=False, maximum_interval=180), Card(card_id=1)
        ours, day = Remembered(FIRST), FIRST
        for _answer in range(12):
            knew, at = chance.random() < 0.7, datetime(day.year, day.month, day.day, 12, tzinfo=timezone.utc)
            card, _log = package.review_card(card, Rating.Good if knew else Rating.Again, at)
            ours = answered(ours, knew, day, 90)
            assert (ours.due_on, ours.stability, ours.difficulty) == (card.due.date(), card.stability, card.difficulty)
            assert timedelta(days=1) <= ours.due_on - day <= timedelta(days=LONGEST)
            day = ours.due_on + timedelta(days=chance.choice((0, 0, 1, 30)))  # in time, or late


def test_forgetting_brings_it_back_sooner_and_higher_retention_too():
    forgot, knew = days_until(Remembered(FIRST), FIRST, 90)
    assert (forgot, knew) == (1, 2) and forgot < knew
    once = answered(Remembered(FIRST), True, FIRST, 90)
    assert days_until(once, once.due_on, 97)[1] < days_until(once, once.due_on, 80)[1]


def test_a_clock_that_went_back_neither_fails_nor_loses_what_was_learned():
    once = answered(Remembered(FIRST), True, FIRST, 90)
    again = answered(once, True, FIRST - timedelta(days=40), 90)
    assert again.last_on == FIRST and again.due_on > FIRST and again.stability > 0


def test_what_is_coming_never_has_more_than_five_on_a_day_and_nothing_is_left_out():
    days = [FIRST] * 8 + [FIRST + timedelta(days=2)] * 3
    found = coming(days, FIRST, left=5, days=10)
    assert found == [(FIRST + timedelta(days=1), 3), (FIRST + timedelta(days=2), 3)] and all(number <= A_DAY for _day, number in found)
    assert coming([FIRST - timedelta(days=90)] * 12, FIRST, left=0, days=10) == [(FIRST + timedelta(days=1), 5), (FIRST + timedelta(days=2), 5), (FIRST + timedelta(days=3), 2)]
