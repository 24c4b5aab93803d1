"""Cards come to who has done a step, five a day, and return; nobody else sees what is remembered."""
import pytest

from tests.support.cast import EEVA
from tests.support.rows import rows

pytestmark = pytest.mark.usefixtures("in_english")


def test_a_card_comes_the_day_after_its_step_and_again_three_weeks_later(learned, cards, module, aino, orjan, later):
    assert cards.shown(aino) is None and "Cards for today" not in aino.open(cards.board.home).text, "what was just learned is not asked at once"
    later(days=1)
    home = aino.open(cards.board.home)
    assert "Cards for today (1)" in home.text and "Recall card 1/1" in home.text
    assert "Mitkä kolme asiaa?" in home.text and f"{module.path}/steps/{learned[0]}" in home.html
    assert "tomorrow or in 2 days" in home.text
    cards.answer(aino)
    assert cards.shown(aino) is None and "That was all for today" in aino.open(cards.page).text
    later(days=21)
    assert cards.shown(aino) == "Mitkä kolme asiaa?"
    cards.answer(aino, "forgot")
    assert cards.shown(aino) is None
    later(days=2)
    assert cards.shown(aino) == "Mitkä kolme asiaa?"
    assert cards.shown(orjan) is None, "who has not done the step has no card"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_two_devices_at_once_count_once_and_nobody_answers_for_another(learned, cards, aino, orjan, phone, enter, app, later):
    later(days=1)
    address, times = cards.form(aino)
    other = phone()
    assert other.post(address, rating="knew", times=times).status == 303
    late = aino.post(address, rating="forgot", times=times)
    assert "twice=yes" in late.headers["Location"] and "counted once" in aino.open(late.headers["Location"]).text
    assert [bool(knew) for (knew,) in rows(app, "SELECT knew FROM recall_review")] == [True]
    for rating in ("", "easy"):
        assert aino.post(address, rating=rating, times="1").status == 422
    for stranger in (orjan, cards.marja, enter(EEVA)):
        assert stranger.post(address, rating="knew", times="1").status == 404
    later(days=-40)
    assert aino.open(cards.page).status == 200, "a clock that went back harms nobody"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_five_a_day_with_what_is_coming_and_resting_and_turning_off(cards, board, aino, later):
    assert "can come back to you" not in aino.open(board.home).text, "there is nothing to offer yet"
    for number in range(7):
        cards.make("notes", board.note(board.marja, f"Ajatus {number}"), f"Kysymys {number}?")
    home = aino.open(board.home)
    assert "can come back to you" in home.text and "Kysymys" not in home.text
    cards.want(aino)
    assert "can come back to you" not in aino.open(board.home).text and "Cards for today (5)" in aino.open(board.home).text
    assert "2 cards" in aino.open(cards.page).text, "the other two come tomorrow"
    for number in range(5):
        assert cards.shown(aino) == f"Kysymys {number}?"
        cards.answer(aino)
    assert cards.shown(aino) is None
    later(days=1)
    aino.post(cards.page, rest="yes")
    assert "rest until" in aino.open(cards.page).text and cards.shown(aino) is None and "Recall" not in aino.open(board.home).text
    aino.post(cards.page, rest="no")
    assert cards.shown(aino) == "Kysymys 5?"
    cards.want(aino, "own")
    assert cards.shown(aino) is None
    cards.want(aino, "none")
    assert cards.shown(aino) is None
    cards.want(aino)
    assert cards.shown(aino) == "Kysymys 5?"
    assert aino.post(cards.page, takes="everything").status == 422


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_reworded_question_is_the_same_card_and_a_deleted_module_asks_nothing(learned, cards, module, aino, app, later):
    later(days=1)
    cards.answer(aino)
    module.write(learned[0], **{"point-0-front-fi": "Mitkä kaksi asiaa?", "point-1-front-fi": "Uusi kysymys?", "point-1-back-fi": "Uusi vastaus"})
    later(days=30)
    assert cards.shown(aino) == "Mitkä kolme asiaa?", "nothing changes before it is published"
    module.publish()
    assert cards.shown(aino) == "Mitkä kaksi asiaa?"
    assert rows(app, "SELECT times FROM recall_memory ORDER BY id") == [(1,), (0,)]
    address, times = cards.form(aino)
    assert module.marja.post(f"/activities/{module.id}/deletion").status == 303
    assert cards.shown(aino) is None and aino.post(address, rating="knew", times=times).status == 303
    module.marja.post(f"/activities/{module.id}/restoration")
    module.write(learned[0], **{"point-0-front-fi": "", "point-0-back-fi": ""})
    module.publish()
    later(days=1)
    assert cards.shown(aino) == "Uusi kysymys?"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_half_a_card_is_not_taken(module):
    step = module.step(module.unit())
    half = module.marja.press(module.marja.open(f"/steps/{step}"), f"/steps/{step}", **{"point-0-front-fi": "Vain kysymys?"})
    assert half.status == 422 and "both a question and its answer" in half.text
