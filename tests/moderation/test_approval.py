"""What waits for a facilitator: published, sent back with words, and by two at once."""
import pytest

from .conftest import about

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def post(wall, aino):
    wall.marja.post(f"{wall.path}/settings", **{"title-fi": "Seinä", "approves_first": "yes"})
    return wall.post(aino)


@pytest.fixture
def queue(wall):
    return f"{wall.home}/moderation"


def test_waiting_posts_stand_in_the_queue_and_are_published_there(wall, orjan, post, queue):
    assert "Kirjaamiskahvit" in wall.marja.open(queue).text and orjan.open(post).status == 404
    seen = wall.marja.post(f"{about(post)}/publication", **{"in": "queue"})
    assert "Nothing waits" in wall.marja.open(seen.leads_to).text
    assert "Kirjaamiskahvit" in orjan.open(wall.path).text


def test_publishing_is_undone(wall, orjan, post):
    page = wall.marja.open(wall.marja.post(f"{about(post)}/publication").leads_to)
    [undo] = {form.get("action") for form in page.all("form") if "/undo" in form.get("action")}
    wall.marja.post(undo)
    assert orjan.open(post).status == 404 and "Kirjaamiskahvit" not in orjan.open(wall.path).text


def test_a_post_comes_back_to_its_author_with_words_and_waits_again(wall, aino, orjan, post, queue):
    wall.marja.post(f"{about(post)}/return", text="Kerro vielä, kenelle tämä sopii")
    assert wall.marja.open(post).status == orjan.open(post).status == 404
    assert "Kerro vielä" in aino.open(post).text and "Kerro vielä" in aino.open(f"{post}/edit").text
    assert "Kirjaamiskahvit" in aino.open(wall.path).text and "a word about something you wrote" in aino.open(wall.home).text
    asked = wall.questions(aino, post)
    assert aino.post(f"{post}/texts/fi", title="Kahvit kaikille", publish="yes", version="1", **{f"answer-{asked[2]}": "Toisin"}).status == 303
    assert "Kahvit kaikille" in wall.marja.open(queue).text


def test_sending_back_needs_words_and_is_undone(wall, post, queue):
    assert wall.marja.post(f"{about(post)}/return").status == 422
    page = wall.marja.open(wall.marja.post(f"{about(post)}/return", text="Vielä", **{"in": "queue"}).leads_to)
    [undo] = {form.get("action") for form in page.all("form") if "/undo" in form.get("action")}
    wall.marja.post(undo)
    assert "Kirjaamiskahvit" in wall.marja.open(queue).text


def test_the_second_of_two_sees_how_it_is_now(wall, other, orjan, post):
    wall.marja.post(f"{about(post)}/publication")
    seen = other.post(f"{about(post)}/return", text="Vielä", **{"in": "queue"})
    assert "Somebody was faster" in other.open(seen.leads_to).text
    assert "Kirjaamiskahvit" in orjan.open(wall.path).text


def test_authors_do_not_let_their_own_stand(wall, aino, orjan, post):
    assert aino.post(f"{about(post)}/publication").status == 403
    assert orjan.post(f"{about(post)}/publication").status == 404
