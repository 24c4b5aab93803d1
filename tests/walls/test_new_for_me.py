"""What is new for somebody on all walls of the course: counted at home until they look at it."""
import re

import pytest

from lti_tool.db import Wording, db, transaction
from lti_tool.people import Membership, Region
from tests.support.cast import AINO, MARJA, ORJAN, Person
from tests.support.page import words_of

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def later(clock):
    """later() is a minute later; later(hours=1) that much."""
    return lambda **how: clock.forward(**(how or {"minutes": 1}))


def number_at_home(visitor, home) -> int:
    link, = (link for link in visitor.open(home).all("a") if link.get("href") == f"{home}/new")
    found = re.search(r"\d+", words_of(link))
    return int(found[0]) if found else 0


def groups(visitor, home, query="") -> dict[str, str]:
    """heading -> the words of the group."""
    page = visitor.open(f"{home}/new{query}")
    assert page.status == 200
    return {words_of(next(section.iter("h2"))).rstrip(" 0123456789"): words_of(section) for section in page.all("section")}


def test_who_is_called_by_name_hears_of_it_until_they_have_looked(talk, aino, orjan, later):
    home = talk.wall.home
    later()
    talk.say(aino, f"@{ORJAN.name}, miten teillä?")
    later()
    assert number_at_home(orjan, home) == 1 and number_at_home(aino, home) == 0
    assert "miten teillä?" in groups(orjan, home)["You were called by name"]
    later()
    assert number_at_home(orjan, home) == 0
    assert "miten teillä?" in groups(orjan, home)["You were called by name"], "the same visit shows it still"
    later(hours=1)
    groups(orjan.launch(), home)
    assert groups(orjan, home) == {}
    assert "miten teillä?" in groups(orjan, home, "?earlier=1")["You were called by name"]


def test_what_was_looked_at_on_one_device_is_not_new_on_the_other(talk, aino, orjan, enter, later):
    other = enter(ORJAN._replace(locale="en"))
    later()
    talk.say(aino, f"@{ORJAN.name} hei")
    later()
    groups(orjan, talk.wall.home)
    later()
    assert number_at_home(other, talk.wall.home) == 0
    assert "hei" in groups(other, talk.wall.home)["You were called by name"]


def test_answers_to_ones_comments_and_posts_are_told(talk, aino, orjan, later):
    number = talk.say(orjan, "Kysymys")
    later()
    talk.say(talk.wall.marja, "Vastaus siihen", to=number)
    later()
    assert "Vastaus siihen" in groups(orjan, talk.wall.home)["Answers to you"]
    to_aino = groups(aino, talk.wall.home)["Answers to you"]
    assert "Kysymys" in to_aino and "Vastaus siihen" in to_aino and MARJA.name in to_aino


def test_nothing_is_told_twice_nor_of_what_one_did_oneself(talk, aino, orjan, later):
    number = talk.say(orjan, "Kysymys")
    later()
    talk.say(aino, f"@{ORJAN.name} vastaus", to=number)
    talk.say(orjan, "Omani")
    later()
    told = groups(orjan, talk.wall.home)
    assert list(told) == ["You were called by name"] and "Omani" not in " ".join(told.values())


@pytest.mark.every_case
@pytest.mark.parametrize("followed", ["/walls/{wall}/following", "/themes/1/following"])
def test_new_posts_and_comments_come_from_what_is_followed(talk, wall, aino, orjan, later, followed):
    orjan.post(followed.format(wall=wall.id), on="yes")
    later()
    post = wall.post(aino, title="Seurattu", theme="1")
    other = wall.post(aino, title="Aiheeton")
    talk.post = post
    talk.say(wall.marja, "Uutta tästä")
    later()
    told = groups(orjan, wall.home)
    assert "Seurattu" in told["New posts in what you follow"] and "1 comment" in told["New comments in what you follow"]
    assert ("Aiheeton" in told["New posts in what you follow"]) == ("walls" in followed)
    assert other and groups(aino, wall.home).keys() == {"Answers to you"}


def test_a_post_that_somebody_left_stays_quiet_on_a_followed_wall(talk, wall, aino, orjan, later):
    orjan.post(f"{wall.path}/following", on="yes")
    orjan.post(f"{talk.post}/following", off="yes")
    later()
    talk.say(wall.marja)
    assert groups(orjan, wall.home) == {}


def test_steps_with_ones_practice_are_told_by_region_and_never_by_name(app, talk, aino, orjan, enter, later):
    members = [enter(Person(f"user-9{place}", f"Nimi{place}", "Toinen")) for place in range(3)]
    with app.app_context(), transaction():
        course = db.session.query(Membership).first().course_id
        for name, of in (("Pohjois-Savo", "user-9%"), ("Kainuu", ORJAN.sub)):
            region = Region(course_id=course, name=Wording({"fi": name}), position=name)
            db.session.add(region)
            db.session.flush()
            for member in db.session.query(Membership).filter_by(course_id=course):
                if member.person.subject.startswith(of.rstrip("%")) and (of.endswith("%") or member.person.subject == of):
                    member.region_id = region.id
    later()
    for visitor in (*members, orjan):
        visitor.post(f"{talk.post}/steps", on="tried")
    talk.wall.marja.post(f"{talk.post}/steps", on="works")
    later()
    told = groups(aino, talk.wall.home)["Your practices were of use"]
    assert "Tried: Pohjois-Savo 3, Another region 1" in told and "Works with us: " in told and told.count("Kirjaamiskahvit") == 1, "one line tells all steps"
    assert "Nimi" not in told and ORJAN.given_name not in told and "Kainuu" not in told


def test_it_tells_nothing_that_the_walls_do_not_show(talk, wall, aino, orjan, later):
    orjan.post(f"{wall.path}/following", on="yes")
    later()
    number = talk.say(aino, f"@{ORJAN.name} poistuva")
    gone = wall.post(aino, title="Poistettu")
    aino.post(f"{gone}/deletion")
    aino.send(f"/post-comments/{number}/deletion")
    draft = wall.begin(aino)
    assert draft and groups(orjan, wall.home) == {} and number_at_home(orjan, wall.home) == 0
    aino.send(f"/post-comments/{number}/restoration")
    assert "poistuva" in groups(orjan, wall.home)["You were called by name"]
    wall.marja.post(f"/activities/{wall.id}/state", state="draft")
    assert orjan.open(f"{wall.home}/new").all("section") == []


def test_with_regions_only_no_name_is_told(talk, wall, aino, orjan, later):
    wall.marja.post(f"{wall.home}/activities", start="wall:practices", open="yes")
    wall.id = int(re.findall(r"/walls/(\d+)", wall.marja.open(wall.home).html)[-1])
    wall.marja.post(f"{wall.path}/settings", **{"title-fi": "Alueet", "anonymity": "region", "takes_comments": "yes"})
    talk.post = wall.post(aino)
    later()
    talk.say(orjan, "Nimettä")
    told = groups(aino, wall.home)["Answers to you"]
    assert "Nimettä" in told and ORJAN.family_name not in told and "Region not told" in told


def test_hostile_text_is_harmless(talk, aino, orjan, later):
    later()
    talk.say(aino, f"@{ORJAN.name} <script>alert(1)</script>")
    page = orjan.open(f"{talk.wall.home}/new")
    assert "<script>alert" not in page.html and "<script>alert(1)</script>" in page.text


def test_a_course_without_walls_says_nothing_of_it(board, enter):
    home = enter(AINO).open(board.home)
    assert f"{board.home}/new" not in home.links
