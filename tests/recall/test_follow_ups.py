"""Some time after a module: what was put into practice."""
import re

import pytest

from tests.support.cast import EEVA

pytestmark = [pytest.mark.usefixtures("in_english"), pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)]


def asked(seen):
    found = re.search(r"/follow-ups/\d+", seen.html)
    return found and found[0]


def test_a_week_a_month_and_three_months_after_finishing_one_is_asked_what_came_of_it(learned, module, cards, aino, orjan, enter, later):
    module.do(aino, learned[1])
    assert "100 %" in aino.open(module.path).text and not asked(aino.open(cards.board.home))
    later(days=7)
    home = aino.open(cards.board.home)
    assert "It has been a week." in home.text and "What did you put into practice?" in home.text
    assert not asked(orjan.open(cards.board.home)) and not asked(cards.marja.open(cards.board.home))
    question = asked(home)
    for stranger in (orjan, cards.marja, enter(EEVA)):
        assert stranger.post(question, text="Toisen", language="fi").status == 404
    assert aino.post(question, text="  ", language="fi").status == 422
    assert aino.post(question, text="Kirjaan havainnot erikseen.", language="fi", shared="myself", version=0).status == 303
    assert "It has been" not in aino.open(cards.board.home).text and "Kirjaan havainnot erikseen." in aino.open(cards.page).text
    assert "Kirjaan havainnot" not in cards.marja.open(f"{cards.page}/practice").text, "it is theirs"
    stale = aino.post(question, text="Toiselta laitteelta", language="fi", version=0)
    assert stale.status == 409
    aino.post(question, text="Kirjaan havainnot erikseen.", language="fi", shared="facilitators", version=1)
    assert "Kirjaan havainnot erikseen." in cards.marja.open(f"{cards.page}/practice").text
    later(days=24)
    assert "It has been a month." in aino.open(cards.board.home).text
    assert aino.post(asked(aino.open(cards.board.home)), later="yes", back=cards.board.home).status == 303
    assert not asked(aino.open(cards.board.home))
    later(days=62)
    assert "It has been three months." in aino.open(cards.board.home).text
    cards.want(aino, "none")
    assert not asked(aino.open(cards.board.home)), "who wants no cards is asked nothing"


def test_who_was_away_is_asked_once_and_all_of_it_goes_with_the_person(learned, module, cards, aino, later):
    module.do(aino, learned[1])
    later(days=120)
    home = aino.open(cards.board.home)
    assert len(set(re.findall(r"/follow-ups/\d+", home.html))) == 1 and "three months" in home.text
    aino.post(asked(home), text="Paljon", language="fi", shared="facilitators", version=0)
    cards.answer(aino)
    mine = aino.open("/me").text
    assert "Paljon" in mine and "Mitkä kolme asiaa?" in mine
    assert aino.post("/me/erasure", way="erase", sure="yes").status in (200, 303)
    assert "Paljon" not in cards.marja.open(f"{cards.page}/practice").text and "0 people have it" in cards.list().text
