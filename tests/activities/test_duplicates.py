"""A link that was duplicated inside its course: a facilitator says whether both lead to one place."""
import pytest

from tests.support.cast import AINO, MARJA
from tests.support.copying import asked, given_links

MARJA_EN, AINO_EN = MARJA._replace(locale="en"), AINO._replace(locale="en")


@pytest.fixture
def item(board, enter):
    item, = given_links(enter, f"activity-{board.id}")
    enter(AINO, link="l8", custom=item["custom"])
    return item


@pytest.fixture
def marja(item, enter):
    """At the duplicate."""
    return enter(MARJA_EN, link="l9", custom=item["custom"], resource_link={"id": "l9", "title": "Rakenteinen kirjaaminen (kopio)"})


def test_a_facilitator_is_asked_and_participants_wait(marja, item, board, enter):
    page = asked(marja)
    assert page.path == f"{marja.address}/duplicate" and "is a copy of another link" in page.text
    aino = enter(AINO_EN, link="l9", custom=item["custom"])
    assert aino.address == marja.address and "Not ready yet" in aino.open(aino.address).text
    assert aino.open(page.path).status == aino.post(page.path, duplicate="share").status == 403


def test_both_can_lead_to_one_place(marja, item, board, enter):
    assert marja.press(asked(marja), f"{marja.address}/duplicate", duplicate="share").path == board.path
    assert enter(AINO, link="l9", custom=item["custom"]).address == enter(AINO, link="l8", custom=item["custom"]).address == board.path


def test_it_can_have_a_copy_of_its_own_without_the_notes(marja, item, board, enter):
    board.note(enter(AINO), "Jää alkuperäiseen")
    page = marja.press(asked(marja), f"{marja.address}/duplicate", duplicate="copy")
    assert page.path != board.path and page.one("bar").get("data-state") == "draft"
    assert "(kopio)" in page.text and "Takkuaa" in page.text and "Jää alkuperäiseen" not in page.text
    assert enter(AINO, link="l8", custom=item["custom"]).address == board.path
    assert enter(MARJA, link="l9", custom=item["custom"]).address == page.path


def test_it_can_open_something_else(marja, board):
    other = next(link for link in asked(marja).links if "choose=other" in link)
    page = marja.open(other)
    assert page.status == 200 and marja.press(page, marja.address, opens="home").path == board.home


def test_it_is_decided_once(marja, board):
    assert marja.post(f"{marja.address}/duplicate", duplicate="share").status == 303
    assert marja.post(f"{marja.address}/duplicate", duplicate="copy").status == 409
    assert marja.open(f"{marja.address}/duplicate").leads_to == board.path
    assert len(marja.open(board.home).numbers("activity")) == 1


@pytest.mark.parametrize("answer", ["", "both", "activity:1"])
def test_it_takes_one_of_the_two(answer, marja):
    assert marja.post(f"{marja.address}/duplicate", duplicate=answer).status == 422
    assert asked(marja).path.endswith("/duplicate")


def test_a_copy_of_a_link_to_the_home_opens_the_home(board, enter):
    home, = given_links(enter, "home")
    assert enter(AINO, link="h1", custom=home["custom"]).address == enter(AINO, link="h2", custom=home["custom"]).address == board.home


def test_a_link_whose_number_was_changed_by_hand_opens_that(item, board, enter):
    other = int(board.marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": "Toinen"}).leads_to.rpartition("/")[2])
    assert enter(MARJA, link="l9", custom={**item["custom"], "opens": f"activity-{other}"}).address == f"/boards/{other}"


def test_the_copy_of_a_link_to_something_deleted_is_no_question(item, board, enter):
    board.marja.post(f"{board.activity}/deletion")
    marja = enter(MARJA_EN, link="l9", custom=item["custom"])
    assert "What does this link open?" in asked(marja).text


def test_a_token_of_another_course_makes_no_duplicate(item, board, enter):
    pekka = enter(MARJA_EN._replace(sub="user-22"), course="perehdytys", link="p1", custom={"link": item["custom"]["link"]})
    assert asked(pekka).path == pekka.address
