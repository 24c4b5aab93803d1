"""Talking about posts: comments and answers, who changes them, calling people by name, and what answered a question."""
import io
import re
import zipfile

import pytest

from lti_tool.db import Wording, db, transaction
from lti_tool.db.chores import do_chores
from lti_tool.people import Membership, Region
from tests.support.cast import AINO, EEVA, MARJA, ORJAN, Person
from tests.support.copying import COPY, asked, decide, given_links, in_copy
from tests.support.rows import rows, rows_with

from .conftest import undo_of

pytestmark = pytest.mark.usefixtures("in_english")


def test_everybody_reads_what_somebody_said_with_the_name_and_the_card_tells_how_many(talk, orjan, aino):
    talk.say(orjan, "Hos oss också", language="sv")
    talk.say(aino, "Kerro lisää")
    assert talk.texts(aino) == talk.texts(talk.wall.marja) == ["Hos oss också", "Kerro lisää"]
    assert ORJAN.name in aino.open(talk.post).text and "2 comments" in orjan.open(talk.wall.path).text
    assert [item.get("lang") for item in aino.open(talk.post).all("p", class_="text")] == ["sv", "fi"]


def test_an_answer_stands_behind_the_comment_that_it_answers_and_is_not_answered(talk, aino, orjan):
    first, second = talk.say(orjan, "Ensin"), talk.say(orjan, "Sitten")
    answer = talk.say(aino, "Vastaus", to=first)
    assert talk.texts(orjan) == ["Ensin", "Vastaus", "Sitten"]
    assert orjan.open(f"/post-comments/{second}/answer").status == 200 and orjan.open(f"/post-comments/{answer}/answer").status == 422
    assert orjan.send(f"{talk.post}/comments", text="Syvemmälle", language="fi", to=answer).status == 422
    other = talk.wall.post(aino, title="Toinen")
    assert orjan.send(f"{other}/comments", text="Muualle", language="fi", to=first).status == 422


def test_without_script_it_is_a_form_that_leads_back_to_the_comment(talk, aino, orjan):
    seen = orjan.press(orjan.open(talk.post), f"{talk.post}/comments", text="Ilman skriptiä")
    assert seen.status == 200 and seen.path == talk.post
    number = seen.all("li", class_="comment")[0].get("id").partition("-")[2]
    form = aino.open(f"/post-comments/{number}/answer")
    assert "Ilman skriptiä" in form.text
    assert "Näin" in aino.press(form, f"{talk.post}/comments", text="Näin").text


def test_the_same_comment_sent_twice_is_one(talk, orjan):
    first, again = (orjan.send(f"{talk.post}/comments", op="operation-sent-twice", text="Kerran", language="fi") for _time in range(2))
    assert (first.status, first.headers["X-Comment"]) == (again.status, again.headers["X-Comment"])
    assert talk.texts(orjan) == ["Kerran"]


@pytest.mark.parametrize(("text", "status"), [("å" * 2000, 201), ("å" * 2001, 422), ("  \n ", 422), ("Asiakas 131052-308T", 422)])
def test_a_comment_is_taken_whole_or_refused_with_words(talk, orjan, text, status):
    assert orjan.send(f"{talk.post}/comments", text=text, language="fi").status == status


def test_others_hear_of_a_comment_at_once_and_of_nothing_that_is_one_persons(talk, aino, orjan):
    since = orjan.open(talk.post).one("live").get("data-seq")
    number = talk.say(aino)
    heard = orjan.open(f"/activities/{talk.wall.id}/changes?since={since}")
    assert heard.parts[0] == (f"#comments-{talk.post.rpartition('/')[2]}", "place") and "1 comment" in heard.text
    assert "data-mine" not in heard.html and 'name="person"' not in heard.html
    aino.send(f"/post-comments/{number}/deletion")
    assert (f"#comment-{number}", "delete") in orjan.open(f"/activities/{talk.wall.id}/changes?since={since}").parts


def test_its_author_changes_it_and_undoes_that(talk, aino, orjan):
    number = talk.say(orjan)
    undo = undo_of(orjan.send(f"/post-comments/{number}", text="Toisin", language="fi", version="1"))
    assert talk.texts(aino) == ["Toisin"] and "edited" in aino.open(talk.post).text
    assert orjan.send(undo).status == 200
    assert talk.texts(aino) == ["Meillä samoin"]


def test_two_devices_that_change_it_at_once_see_both_texts(talk, orjan):
    number = talk.say(orjan)
    for text, status in (("Puhelimella", 200), ("Koneella", 409)):
        seen = orjan.send(f"/post-comments/{number}", text=text, language="fi", version="1")
        assert seen.status == status
    assert "Puhelimella" in seen.text and "Koneella" in seen.html
    assert talk.texts(orjan) == ["Puhelimella"]


def test_a_deleted_comment_comes_back_by_undoing_and_from_the_list(talk, aino, orjan):
    number = talk.say(orjan)
    undo = undo_of(orjan.send(f"/post-comments/{number}/deletion"))
    assert talk.texts(aino) == []
    orjan.send(undo)
    assert talk.texts(aino) == ["Meillä samoin"]
    orjan.post(f"/post-comments/{number}/deletion")
    assert "Meillä samoin" in orjan.open(f"{talk.wall.path}/deleted").text and "Meillä samoin" not in aino.open(f"{talk.wall.path}/deleted").text
    assert orjan.post(f"/post-comments/{number}/restoration").status == 303
    assert talk.texts(aino) == ["Meillä samoin"]


def test_only_facilitators_restore_what_a_facilitator_deleted(talk, orjan):
    number = talk.say(orjan)
    talk.wall.marja.post(f"/post-comments/{number}/deletion")
    assert orjan.post(f"/post-comments/{number}/restoration").status == 403
    assert talk.wall.marja.post(f"/post-comments/{number}/restoration").status == 303


def test_answers_to_a_deleted_comment_stay_without_its_text_also_when_it_goes_for_good(app, clock, talk, aino, orjan):
    number = talk.say(orjan, "Poistuva")
    talk.say(aino, "Jäävä vastaus", to=number)
    orjan.post(f"/post-comments/{number}/deletion")
    assert talk.texts(aino) == ["Jäävä vastaus"] and "This comment has been deleted" in aino.open(talk.post).text
    clock.forward(days=31)
    with app.app_context():
        do_chores(app)
    assert not rows_with(app, ["Poistuva"])
    assert talk.texts(aino.launch()) == ["Jäävä vastaus"]


def test_others_change_nothing_and_strangers_see_nothing(talk, enter, aino, orjan):
    number, eeva = talk.say(orjan), enter(EEVA)
    for path in ("", "/deletion", "/restoration"):
        assert aino.post(f"/post-comments/{number}{path}", text="x").status == 403
        assert eeva.post(f"/post-comments/{number}{path}", text="x").status == 404
    assert aino.open(f"/post-comments/{number}").status == 403
    for path in (f"/post-comments/{number}", f"/post-comments/{number}/answer", f"{talk.wall.path}/names?called=a"):
        assert eeva.open(path).status == 404
    assert eeva.post(f"{talk.post}/comments", text="x").status == eeva.post(f"/post-comments/{number}/mark", mark="answers").status == 404
    assert talk.texts(aino) == ["Meillä samoin"]


def test_hostile_text_is_shown_as_it_was_written(talk, aino, orjan):
    hostile = '<script>alert(1)</script> </hx-partial><hx-partial hx-target="#main"> @Aino <b onclick=x>'
    talk.say(orjan, hostile)
    page = aino.open(talk.post)
    assert talk.texts(aino) == [" ".join(hostile.replace("@Aino", f"@{AINO.name}").split())]
    assert not page.all("hx-partial") and not [script for script in page.all("script") if script.text]


def test_nothing_is_said_where_the_wall_takes_none(talk, aino, orjan):
    number = talk.say(orjan)
    talk.set_up(takes_comments="")
    assert orjan.send(f"{talk.post}/comments", text="x", language="fi").status == 409
    assert talk.texts(orjan) == ["Meillä samoin"] and not orjan.open(talk.post).all("form", action=f"{talk.post}/comments")
    talk.set_up()
    talk.wall.marja.post(f"{talk.wall.path}/freeze", frozen="yes")
    assert orjan.send(f"{talk.post}/comments", text="x", language="fi").status == orjan.send(f"/post-comments/{number}", text="x", version="1").status == 409
    talk.wall.marja.post(f"{talk.wall.path}/freeze", frozen="no")
    aino.post(f"{talk.post}/state", state="archived")
    assert orjan.send(f"{talk.post}/comments", text="x", language="fi").status == 409


def test_where_only_the_region_is_shown_no_comment_shows_a_name_and_nobody_is_called(app, talk, wall, aino, orjan, enter):
    wall.marja.post(f"{wall.home}/activities", start="wall:practices", open="yes")
    number = int(re.findall(r"/walls/(\d+)", wall.marja.open(wall.home).html)[-1])
    wall.marja.post(f"/walls/{number}/settings", **{"title-fi": "Alueet", "anonymity": "region", "takes_comments": "yes"})
    wall.id, talk.post = number, None
    talk.post = wall.post(aino)
    talk.say(orjan, f"@{AINO.name} miten?")
    page = wall.marja.open(talk.post)
    assert ORJAN.name not in page.text and page.all("b", class_="called") == []
    assert orjan.open(f"/walls/{number}/names?called=ai").status == 404
    assert rows(app, "SELECT count(*) FROM mention") == [(0,)]


def test_somebody_is_called_by_name_or_by_a_first_name_that_only_one_has(app, talk, aino, orjan):
    talk.say(orjan, f"@{AINO.name}, miten teillä? Ja @marja myös. Posti: info@aino")
    called = [name.text for name in aino.open(talk.post).all("b", class_="called")]
    assert called == [f"@{AINO.name}", f"@{MARJA.name}"]
    assert rows(app, "SELECT count(*) FROM mention") == [(2,)]


def test_names_are_offered_while_typing_but_not_ones_own(talk, aino, orjan):
    names = orjan.open(f"{talk.wall.path}/names?called=sara", headers={"Accept": "application/json"}).response.json["names"]
    assert names == [AINO.name]
    assert aino.open(f"{talk.wall.path}/names?called=ai").response.json["names"] == []


def test_who_has_left_stays_as_text_and_is_not_called_anew(app, platform, clock, talk, wall, aino, orjan, enter):
    """Marja has called her; then the platform lists her no more."""
    platform.services.offer(AINO, ORJAN, MARJA)
    marja = enter(MARJA)
    before = talk.say(orjan, f"@{AINO.name} hei")
    for goes in (False, True):
        if goes:
            platform.services.expel(AINO)
        clock.forward(minutes=1)
        assert marja.press(marja.open(f"{wall.home}/people"), f"{wall.home}/roster").status == 200
        assert len(orjan.open(talk.post).all("b", class_="called")) == (0 if goes else 1)
    talk.say(orjan, f"@{AINO.name} vielä")
    assert orjan.open(talk.post).all("b", class_="called") == [] and talk.texts(orjan) == [f"@{AINO.name} hei", f"@{AINO.name} vielä"]
    assert rows(app, "SELECT comment_id FROM mention") == [(before,)]
    assert orjan.open(f"{wall.path}/names?called=aino").response.json["names"] == []


@pytest.fixture
def question(talk, aino):
    talk.set_up(shared="question")
    return talk


def test_who_asked_says_what_answered_it_and_a_facilitator_what_is_official(question, aino, orjan):
    first, second = question.say(orjan, "Näin"), question.say(orjan, "Toisin")
    assert orjan.send(f"/post-comments/{first}/mark", mark="answers").status == 403
    assert aino.send(f"/post-comments/{first}/mark", mark="official").status == 403
    assert aino.send(f"/post-comments/{first}/mark", mark="answers").status == 200
    assert "This answered the question" in orjan.open(question.post).text and "Answered" in orjan.open(question.wall.path).text
    assert question.wall.marja.send(f"/post-comments/{second}/mark", mark="official").status == 200
    assert "Official answer" in orjan.open(question.post).text and "Official answer" in orjan.open(question.wall.path).text
    assert aino.send(f"/post-comments/{second}/mark", mark="").status == 403


def test_a_mark_is_undone(question, aino, orjan):
    number = question.say(orjan)
    undo = undo_of(aino.send(f"/post-comments/{number}/mark", mark="answers"))
    assert aino.send(undo).status == 200
    assert "This answered the question" not in orjan.open(question.post).text


def test_only_questions_are_answered(talk, aino, orjan):
    assert aino.send(f"/post-comments/{talk.say(orjan)}/mark", mark="answers").status == 422


@pytest.mark.every_case
@pytest.mark.parametrize("texts_go", ["erase", "leave"])
def test_what_somebody_said_is_theirs_to_see_and_to_erase(app, talk, aino, orjan, texts_go):
    number = talk.say(orjan, "Vain minun")
    orjan.send(f"/post-comments/{number}", text="Vain minun, toisin", language="fi", version="1")
    talk.say(aino, f"Jäävä @{ORJAN.name}", to=number)
    assert "Vain minun, toisin" in orjan.open("/me/data").text or "Vain minun, toisin" in orjan.open("/me").text
    assert orjan.post("/me/erasure", sure="yes", texts=texts_go).status == 303
    assert talk.texts(aino) == (["Vain minun, toisin"] if texts_go == "leave" else []) + ["Jäävä @…"]
    assert ORJAN.family_name not in aino.open(talk.post).text
    if texts_go == "erase":
        assert rows_with(app, ["Vain minun"]) == []


def test_what_was_said_goes_with_a_post_whose_author_is_erased(app, talk, aino, orjan):
    number = talk.say(orjan, "Salaisuus yksi")
    orjan.send(f"/post-comments/{number}", text="Salaisuus kaksi", language="sv", version="1")
    aino.post("/me/erasure", sure="yes", texts="erase")
    assert rows_with(app, ["Salaisuus"]) == []


def test_a_copied_course_reads_what_was_said_without_names(app, talk, board, aino, orjan, enter):
    item, = given_links(enter, f"activity-{talk.wall.id}")
    enter(AINO, link="l9", custom=item["custom"])
    number = talk.say(orjan, "Luettavaa")
    talk.say(aino, "Vastaus siihen", to=number)
    orjan.send(f"/post-comments/{talk.say(orjan, 'Poistettu sana')}/deletion")
    marja = in_copy(enter, MARJA, item)
    decide(marja, asked(marja), "archive")
    course, = rows(app, "SELECT course_id FROM course_context WHERE context_id = :context", context=COPY)
    page = marja.open(f"/courses/{course[0]}/archive/{talk.wall.id}")
    assert "Luettavaa" in page.text and "Vastaus siihen" in page.text and "Poistettu sana" not in page.text
    for name in (AINO.family_name, ORJAN.family_name):
        assert name not in page.words("main")


def test_the_packet_of_the_course_holds_what_was_said(talk, aino, orjan):
    number = talk.say(orjan, "Mukaan pakettiin")
    talk.say(aino, "Vastaus sekin", to=number)
    packet = zipfile.ZipFile(io.BytesIO(talk.wall.marja.open(f"{talk.wall.home}/retention/everything.zip").data))
    page, = (packet.read(name).decode() for name in packet.namelist() if name.endswith(".html") and b"Mukaan pakettiin" in packet.read(name))
    assert "Vastaus sekin" in page and ORJAN.name in page


def test_the_region_stands_under_a_name_when_it_is_known_and_not_small(app, talk, wall, aino, orjan, enter):
    for place in range(2):
        enter(Person(f"user-9{place}", f"Nimi{place}", "Toinen"))
    with app.app_context(), transaction():
        course = db.session.query(Membership).first().course_id
        region = Region(course_id=course, name=Wording({"fi": "Pohjois-Savo"}), position="a0")
        db.session.add(region)
        db.session.flush()
        number = region.id
        members = {member.person.subject: member for member in db.session.query(Membership).filter_by(course_id=course)}
        last = members["user-91"].id
        for sub in (AINO.sub, "user-90"):
            members[sub].region_id = number
    assert "Pohjois-Savo" not in orjan.open(talk.post).text
    with app.app_context(), transaction():
        db.session.query(Membership).filter(Membership.id == last).update({"region_id": number})
    assert "Pohjois-Savo" in orjan.open(talk.post).text and "Pohjois-Savo" in orjan.open(wall.path).text
