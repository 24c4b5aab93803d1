"""What a link of the platform opens: chosen once by a facilitator."""
import pytest

from tests.support.cast import AINO, EEVA, MARJA, ORJAN
from tests.support.page import words_of


@pytest.fixture
def link(board, enter):
    """Another link of the course, not placed yet: its address as Marja sees it."""
    return enter(MARJA, link="l2").address


def leads(enter, person=AINO, link="l2") -> str:
    return enter(person, link=link).address


def test_a_participant_is_told_politely_that_a_new_link_is_not_ready(link, board, enter):
    aino = enter(AINO, link="l2")
    assert aino.address == link
    page = aino.open(link)
    assert page.status == 200 and board.home in page.links
    assert not page.all("form", action=link)
    assert aino.post(link, opens="home").status == 403


def test_a_link_opens_the_home(link, board, enter):
    board.marja.press(board.marja.open(link), link)
    assert leads(enter) == leads(enter, MARJA) == board.home


def test_a_link_opens_an_activity(link, board, enter):
    page = board.marja.press(board.marja.open(link), link, opens=f"activity:{board.id}")
    assert (page.status, page.path) == (200, board.path)
    assert leads(enter) == leads(enter, ORJAN) == board.path


def test_a_link_opens_something_new_named_as_the_link(link, board, enter):
    page = board.marja.press(board.marja.open(link), link, opens="new:board")
    assert "Linkki l2" in page.text and page.one("bar").get("data-state") == "draft"
    assert leads(enter, MARJA) == page.path
    assert leads(enter) == link  # a draft is not ready
    board.marja.post(page.path.replace("boards", "activities") + "/state", state="open")
    assert leads(enter) == page.path


def test_who_waits_at_a_link_is_led_on_once_it_is_ready(link, board, enter):
    aino = enter(AINO, link="l2")
    board.marja.post(link, opens=f"activity:{board.id}")
    assert aino.open(link).leads_to == board.path


def test_a_link_to_what_was_deleted_waits_for_another_choice(link, board, enter):
    board.marja.post(link, opens=f"activity:{board.id}")
    board.marja.post(f"{board.activity}/deletion")
    assert leads(enter) == leads(enter, MARJA) == link
    assert board.marja.open(link).form(link).values == {"opens": "home", "person": board.marja.open(link).form(link).values["person"]}
    board.marja.post(f"{board.activity}/restoration")
    assert leads(enter) == board.path


def test_a_choice_can_be_changed(link, board, enter):
    board.marja.post(link, opens=f"activity:{board.id}")
    board.marja.post(link, opens="home")
    assert leads(enter) == board.home


def test_a_link_cannot_open_what_is_not_in_the_course(link, board, enter):
    eeva = enter(EEVA, role="facilitator")
    eeva.post(eeva.address, opens="new:board")
    foreign = int(leads(enter, EEVA._replace(role="facilitator"), link="l1").rpartition("/")[2])
    board.marja.post(f"{board.activity}/deletion")
    for opens in (f"activity:{foreign}", f"activity:{board.id}", "activity:", "activity:0", f"activity:{10**30}", "activity:²", "activity:x",
                  "new:", "new:nothing", "elsewhere", ""):
        assert board.marja.post(link, opens=opens).status == 422, opens
    assert leads(enter) == link


@pytest.mark.usefixtures("in_english")
def test_what_a_link_can_open_is_told_with_what_it_is(link, board):
    wall = board.marja.post(f"{board.home}/activities", start="wall:", **{"title-fi": "Hyvät käytännöt"}).leads_to
    choices = {words_of(label) for label in board.marja.open(f"{link}?choose=other").all("label")}
    assert wall.startswith("/walls/") and {"Hyvät käytännöt Wall · Draft", "Rakenteinen kirjaaminen Board · Open"} <= choices, choices


def test_links_of_two_courses_with_one_name_are_two(board, enter):
    assert enter(EEVA, link="l1").address.startswith("/placements/")
    assert leads(enter, link="l1") == board.home
