"""Featured posts: a few that facilitators hold up, at the top of the wall and on the course's home."""
import pytest

from lti_tool.db import db
from lti_tool.walls import Post
from lti_tool.walls.featuring import AT_MOST
from tests.support.bulk import writing
from tests.support.cast import EEVA

from .conftest import undo_of

pytestmark = pytest.mark.usefixtures("in_english")


def feature(visitor, post, featured="yes"):
    return visitor.post(f"{post}/feature", featured=featured)


def band(visitor, wall) -> str:
    seen = visitor.open(wall.path).one("wall-featured")
    return " ".join(seen.text_content().split())


@pytest.fixture
def marja(wall):
    return wall.marja


def test_what_is_featured_stands_at_the_top_and_on_the_home_and_its_author_is_told(wall, aino, orjan, marja):
    post = wall.post(aino)
    wall.post(orjan, title="Toinen")
    assert band(orjan, wall) == "" and "Worth reading" not in orjan.open(wall.home).text
    assert feature(marja, post).status == 303
    assert band(orjan, wall) == band(aino, wall) == "Featured Kirjaamiskahvit Aino Sarapuisto"
    assert "Worth reading" in orjan.open(wall.home).text and "Kirjaamiskahvit" in orjan.open(wall.home).text
    only = orjan.open(f"{wall.path}?featured=yes")
    assert "Kirjaamiskahvit" in only.text and "Toinen" not in only.text
    for path in (post, wall.home):
        assert "featured: the facilitators hope" not in orjan.open(path).text
    for path in (post, wall.home):
        assert "Your practice is featured" in aino.open(path).text


def test_it_is_undone_and_taken_back(wall, aino, marja):
    post = wall.post(aino)
    done = marja.open(feature(marja, post).headers["Location"])
    assert "Post featured." in done.text
    assert marja.post(undo_of(done)).status == 303 and band(aino, wall) == ""
    assert marja.post(undo_of(done)).status == 409
    feature(marja, post)
    done = marja.open(feature(marja, post, "no").headers["Location"])
    assert band(aino, wall) == ""
    assert aino.post(undo_of(done)).status == 404
    assert marja.post(undo_of(done)).status == 303 and "Kirjaamiskahvit" in band(aino, wall)


def test_open_pages_show_it(wall, aino, orjan, marja):
    post = wall.post(aino)
    since = orjan.open(wall.path).one("live").get("data-seq")
    feature(marja, post)
    seen = orjan.read(f"/activities/{wall.id}/changes?since={since}").html
    assert "#wall-featured" in seen and "Featured" in seen and "Kirjaamiskahvit" in seen


@pytest.mark.parametrize("act", ["deletion", "state", "hiding"])
def test_what_others_do_not_see_any_more_is_not_featured_for_them(wall, aino, orjan, marja, act):
    post = wall.post(aino)
    feature(marja, post)
    number = post.rpartition("/")[2]
    address = f"/moderated/post/{number}/hiding" if act == "hiding" else f"{post}/{act}"
    seen = marja.post(address, state="archived", reason="other", text="Katsotaan")
    assert seen.status == 303, seen.text
    assert band(orjan, wall) == "" and "Worth reading" not in orjan.open(wall.home).text
    if act != "hiding":
        assert feature(marja, post, "no").status == 303 and feature(marja, post).status == 409


def test_a_wall_features_so_many_and_no_more(app, wall, aino, marja):
    posts = [wall.post(aino, title=f"Käytäntö {number}") for number in range(AT_MOST + 1)]
    assert [feature(marja, post).status for post in posts] == [303] * AT_MOST + [409]
    with writing(app):
        assert db.session.query(Post).filter(Post.featured_at.is_not(None)).count() == AT_MOST
    assert feature(marja, posts[0], "no").status == feature(marja, posts[-1]).status == 303


def test_no_name_is_told_where_the_wall_shows_regions(app, wall, aino, orjan, marja):
    assert marja.post(f"{wall.path}/settings", **{"title-fi": "Seinä", "anonymity": "region"}).status == 303
    feature(marja, wall.post(aino))
    assert "Kirjaamiskahvit" in band(orjan, wall) and "Sarapuisto" not in band(orjan, wall) + orjan.open(wall.home).text


def test_only_facilitators_of_the_course_feature(wall, aino, orjan, enter):
    post = wall.post(aino)
    assert feature(aino, post).status == feature(orjan, post).status == 403
    assert feature(enter(EEVA), post).status == 404
