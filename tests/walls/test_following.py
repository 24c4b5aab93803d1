"""Following a post, a topic or a wall, and keeping posts for oneself."""
import pytest

from tests.support.cast import AINO, EEVA
from tests.support.rows import rows

pytestmark = pytest.mark.usefixtures("in_english")


def pressed(visitor, path, action) -> bool:
    form, = (form for form in visitor.open(path).all("form", action=action))
    return next(form.iter("button")).get("aria-pressed") == "true"


def addresses(talk) -> list[tuple]:
    """(where its button is, where that leads) of a wall, a topic and a post."""
    wall = talk.wall
    return [(wall.path, f"{wall.path}/following"), (f"{wall.path}?theme=1", "/themes/1/following"), (talk.post, f"{talk.post}/following")]


def test_a_wall_a_topic_and_a_post_are_followed_and_left_however_often_it_is_said(app, talk, orjan):
    for page, address in addresses(talk):
        for word in ("on", "off"):
            for _time in range(2):
                assert orjan.post(address, **{word: "yes"}).status == 303
            assert pressed(orjan, page, address) == (word == "on")
    assert rows(app, "SELECT count(*) FROM following") == [(3,)]


def test_nobody_else_sees_what_somebody_follows_or_keeps(talk, aino, orjan):
    orjan.post(f"{talk.post}/following", on="yes")
    orjan.post(f"{talk.post}/saved", on="yes")
    assert not pressed(aino, talk.post, f"{talk.post}/following") and not pressed(talk.wall.marja, talk.post, f"{talk.post}/saved")
    assert "Kirjaamiskahvit" not in aino.open(f"{talk.wall.home}/saved").text


def test_whoever_talks_about_a_post_follows_it_unless_they_chose_otherwise(talk, aino, orjan):
    talk.say(orjan)
    assert pressed(orjan, talk.post, f"{talk.post}/following")
    orjan.post(f"{talk.post}/following", off="yes")
    talk.say(orjan, "Vielä")
    assert not pressed(orjan, talk.post, f"{talk.post}/following")


def test_what_is_kept_is_found_from_the_home_and_the_wall_and_put_away_again(talk, orjan):
    orjan.post(f"{talk.post}/saved", on="yes")
    orjan.post(f"{talk.post}/saved", on="yes")
    saved = f"{talk.wall.home}/saved"
    assert saved in orjan.open(talk.wall.home).links and saved in orjan.open(talk.wall.path).links
    page = orjan.open(saved)
    assert page.text.count("Kirjaamiskahvit") >= 1 and AINO.name in page.text and len(page.all("li", class_="task")) == 1
    page = orjan.press(page, f"{talk.post}/saved", button=("off", "yes"))
    assert page.path == saved and "Nothing saved yet" in page.text


def test_a_post_that_is_deleted_is_not_among_what_was_kept(talk, aino, orjan):
    orjan.post(f"{talk.post}/saved", on="yes")
    aino.post(f"{talk.post}/deletion")
    assert "Kirjaamiskahvit" not in orjan.open(f"{talk.wall.home}/saved").text
    aino.post(f"{talk.post}/restoration")
    assert "Kirjaamiskahvit" in orjan.open(f"{talk.wall.home}/saved").text


def test_strangers_follow_and_keep_nothing(app, talk, enter):
    eeva = enter(EEVA)
    for address in [*(address for _page, address in addresses(talk)), f"{talk.post}/saved"]:
        assert eeva.post(address, on="yes").status == 404
    assert eeva.open(f"{talk.wall.home}/saved").status == eeva.open(f"{talk.wall.home}/new").status == 404
    assert rows(app, "SELECT count(*) FROM following") == rows(app, "SELECT count(*) FROM saved_post") == [(0,)]


def test_both_are_ones_own_to_see_and_go_with_oneself(app, talk, orjan):
    for _page, address in addresses(talk):
        orjan.post(address, on="yes")
    orjan.post(f"{talk.post}/saved", on="yes")
    data = orjan.open("/me/data").text if orjan.open("/me/data").status == 200 else orjan.open("/me").text
    assert "Posts you saved" in data and "What you follow on walls" in data and "Kirjaamiskahvit" in data
    orjan.post("/me/erasure", sure="yes", texts="leave")
    assert rows(app, "SELECT count(*) FROM following") == rows(app, "SELECT count(*) FROM saved_post") == [(0,)]
