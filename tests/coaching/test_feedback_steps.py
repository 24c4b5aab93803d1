"""A feedback step: asked inside the module, answered by nobody in particular."""
import json

import pytest

from lti_tool.db import db, transaction
from lti_tool.feedback.answer import give
from lti_tool.operating.tables import rows_of, tables_of
from tests.support.feedback import crowd
from tests.support.rows import rows, rows_with

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def asked(module):
    """Its number: one question of its own, published."""
    step = module.step(module.unit(), "feedback", "Mitä pidit?", **{"question-1-fi": "Auttoiko tämä työssäsi?", "kind-1": "rating"})
    module.publish()
    return step


def answer(module, visitor, step, rating="4", **more):
    return visitor.press(module.page(visitor, step), f"{module.path}/steps/{step}/work", **{"rating-useful": rating, **more})


def everything(app) -> dict:
    with app.app_context(), transaction(writes=False):
        connection = db.session.connection()
        return {table.name: list(rows_of(connection, table)) for table in tables_of(connection)}


def give_all(app, board, number) -> None:
    for person in crowd(app, board, number):
        with app.app_context(), transaction():
            give(1, person, [{"question": "useful", "value": 5}, {"question": "own1", "value": 4}, {"question": "change", "text": "Lisää esimerkkejä.", "language": "fi"}])


def test_a_learner_answers_inside_the_step_once_and_nothing_else_remembers_it(module, asked, aino, app):
    module.begin(aino)
    seen = module.page(aino, asked)
    assert "Auttoiko tämä työssäsi?" in seen.text
    form, before = seen.form(f"{module.path}/steps/{asked}/work").values, everything(app)
    sent = {**form, "rating-useful": "2", "text-change": "Ainon oma ajatus", "op": "an-operation-of-aino"}
    assert aino.post(f"{module.path}/steps/{asked}/work", **sent).status == 303
    after = everything(app)
    assert {name for name in after if after[name] != before[name]} == {"feedback_answer", "feedback_given"}
    assert set(rows_with(app, ["Ainon oma ajatus"])) == {"feedback_answer.text"}
    assert "Kiitos" in module.page(aino, asked).text
    assert aino.post(f"{module.path}/steps/{asked}/work", **sent).status == 409
    held = json.loads(aino.open("/me/data.json").data)["held"]
    assert "Mitä pidit?" in str(next(one for one in held if one["table"] == "feedback_given")["records"])


@ON_SQLITE
def test_it_is_asked_nowhere_else_and_never_has_to_be_done(module, asked, aino, orjan, board, app):
    module.write(module.step(module.unit("Lue"), title="Sivu"))
    module.publish()
    module.begin(aino)
    page = int(rows(app, "SELECT max(id) FROM step")[0][0])
    module.do(aino, page)
    assert "100 %" in aino.open(module.path).text, "feedback counts for nothing"
    assert "Mitä pidit?" not in orjan.open(board.home).text
    assert orjan.open("/feedback/1").headers["Location"].endswith(f"{module.path}/steps/{asked}")
    assert orjan.post("/feedback/1/answers", **{"asked": "1", "rating-useful": "5", "language": "fi"}).status == 409
    assert module.marja.post(f"{module.path}/steps/{asked}/work", **{"form": "1", "asked": "1", "rating-useful": "5"}).status == 200
    assert rows(app, "SELECT count(*) FROM feedback_given") == [(0,)]
    seen = module.marja.open(f"{module.path}/learners").text
    assert "Mitä pidit?" in seen


@ON_SQLITE
def test_facilitators_read_results_from_five_people_on_and_nothing_of_fewer(module, asked, aino, board, app):
    give_all(app, board, 4)
    module.marja.post("/feedback/1/state", open="no")
    assert "Lisää esimerkkejä." not in module.marja.open(f"{module.path}/learners").text
    module.marja.post("/feedback/1/state", open="yes")
    give_all(app, board, 1)
    module.marja.post("/feedback/1/state", open="no")
    seen = module.marja.open(f"{module.path}/learners").text
    assert "Lisää esimerkkejä." in seen and "5,0" in seen and "Auttoiko tämä työssäsi?" in seen
    module.begin(aino)
    assert "päättynyt" in module.page(aino, asked).text
    assert "5,0" in module.marja.open(f"{board.home}/feedback").text


@ON_SQLITE
def test_questions_that_change_after_somebody_answered_are_asked_anew(module, asked, aino, orjan):
    module.begin(aino)
    module.begin(orjan)
    stale = module.page(orjan, asked).form(f"{module.path}/steps/{asked}/work").values
    assert "Kiitos" in answer(module, aino, asked).text
    module.write(asked, **{"question-1-fi": "Oliko tämä selkeää?"})
    assert "Auttoiko tämä työssäsi?" in module.page(orjan, asked).text, "what is not published is not asked"
    module.publish()
    assert "Oliko tämä selkeää?" in module.page(orjan, asked).text
    late = orjan.post(f"{module.path}/steps/{asked}/work", **{**stale, "rating-useful": "1", "rating-own1": "1", "text-change": "Vastaan vanhaan"})
    assert late.status == 409 and "Vastaan vanhaan" in late.text
    assert "Kiitos" in module.page(aino, asked).text, "who has answered is not asked again"
    assert module.marja.open("/feedback/1").status == 200 and "Auttoiko tämä työssäsi?" in module.marja.open("/feedback/1").text


@ON_SQLITE
def test_a_copied_module_asks_the_same_and_has_no_answers(module, asked, aino, app):
    module.begin(aino)
    answer(module, aino, asked)
    copied = module.marja.post(f"/activities/{module.id}/copy", **{"title-fi": "Kopio"})
    assert copied.status == 303, copied.text
    other = rows(app, "SELECT max(id) FROM module")[0][0]
    module.marja.post(f"/modules/{other}/editions")
    kept = rows(app, "SELECT id, activity_id FROM feedback_form ORDER BY id")
    assert kept == [(1, module.id), (2, other)]
    assert rows(app, "SELECT DISTINCT form_id FROM feedback_answer") == [(1,)]
    assert "Auttoiko tämä työssäsi?" in module.marja.open("/feedback/2").text


def test_a_module_that_goes_for_good_leaves_its_feedback_closed(module, asked, app, clock, orjan, board):
    from lti_tool.db.chores import do_chores
    module.marja.post(f"/activities/{module.id}/deletion")
    clock.forward(days=31)
    assert not do_chores(app)
    assert rows(app, "SELECT activity_id, closed_at IS NULL FROM feedback_form") in ([(None, 0)], [(None, False)])
    orjan.launch()
    assert "Mitä pidit?" not in orjan.open(board.home).text


@ON_SQLITE
def test_the_ready_questions_come_in_every_language_and_only_once(module):
    step = module.step(module.unit(), "feedback", "Palaute")
    for _time in range(2):
        module.marja.press(module.marja.open(f"/steps/{step}"), f"/steps/{step}", button=("add", "ready"))
    values = module.marja.open(f"/steps/{step}").form(f"/steps/{step}").values
    assert values["question-4-fi"] and values["question-4-sv"] and not values.get("question-5-fi")
