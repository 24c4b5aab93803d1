"""How somebody wants to see things: kept with the person, on every page, also without JavaScript."""
import pytest

from tests.support.cast import AINO, ORJAN


@pytest.fixture
def aino(enter):
    return enter(AINO)


def root(visitor, path):
    return visitor.open(path).all("html")[0]


def body(visitor, path):
    return visitor.open(path).all("body")[0]


def test_nobody_has_chosen_anything_at_first(board, aino):
    assert root(aino, board.path).get("data-view") is None
    assert body(aino, board.path).get("data-announcements") == "summary"
    assert body(aino, board.path).get("data-hotkeys") == "on"
    assert aino.open(board.path).one("columns").get("class") == "board"


def test_the_low_stimulus_view_is_on_every_page_and_holds_updates_from_the_start(board, aino):
    assert aino.open(board.path).all("button", data_hold=True)[0].get("aria-pressed") == "false"
    aino.post("/me/settings", calm="yes")
    assert {root(aino, path).get("data-view") for path in (board.path, board.home, "/me", f"{board.path}/deleted")} == {"calm"}
    assert aino.open(board.path).all("button", data_hold=True)[0].get("aria-pressed") == "true"
    aino.post("/me/settings", calm="no")
    assert root(aino, board.path).get("data-view") is None


def test_choices_are_a_persons_own(board, aino, enter):
    orjan = enter(ORJAN)
    aino.post("/me/settings", calm="yes", view="outline", announcements="off", hotkeys="no")
    assert root(orjan, board.path).get("data-view") is None
    assert orjan.open(board.path).one("columns").get("class") == "board"
    assert body(orjan, board.path).get("data-hotkeys") == "on"


def test_the_whole_menu_is_sent_as_a_plain_form_and_comes_back_to_its_page(board, aino):
    seen = aino.open(f"{board.path}?q=kahvi")
    form = next(form for form in seen.all("form", data_view=True))
    names = {field.get("name") for field in form.iter() if field.get("name")}
    assert {"scheme", "view", "calm", "announcements", "hotkeys", "back", "person"} <= names
    back = next(field.get("value") for field in form.iter("input") if field.get("name") == "back")
    sent = aino.post("/me/settings", scheme="dark", view="outline", calm=["no", "yes"], announcements="all", hotkeys="no", back=back)
    assert sent.leads_to == f"{board.path}?q=kahvi"
    html, page = root(aino, back), aino.open(back)
    assert (html.get("data-theme"), html.get("data-view")) == ("dark", "calm")
    assert page.one("columns").get("class") == "outline"
    assert (body(aino, back).get("data-announcements"), body(aino, back).get("data-hotkeys")) == ("all", "off")


def test_a_box_that_is_ticked_wins_over_the_no_before_it(board, aino):
    aino.post("/me/settings", hotkeys="no")
    aino.post("/me/settings", hotkeys=["no", "yes"])
    assert body(aino, board.path).get("data-hotkeys") == "on"


@pytest.mark.parametrize("choice", [{"view": "canvas"}, {"announcements": "loud"}, {"scheme": "pink"}])
def test_a_choice_that_does_not_exist_is_refused_and_changes_nothing(board, aino, choice):
    aino.post("/me/settings", view="outline", announcements="off")
    assert aino.post("/me/settings", **choice).status == 422
    assert aino.open(board.path).one("columns").get("class") == "outline"
    assert body(aino, board.path).get("data-announcements") == "off"


def test_choices_are_among_what_is_held_about_the_person(board, aino):
    before = aino.open("/me").text
    aino.post("/me/settings", view="outline", announcements="off")
    assert aino.open("/me").text != before
