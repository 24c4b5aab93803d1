"""Facilitators make forms, ask their own questions, delete and restore them."""
import pytest
import sqlalchemy as sa

from lti_tool.db import Wording, db, transaction
from lti_tool.db.chores import do_chores
from lti_tool.feedback import FeedbackForm, make_form as make
from lti_tool.feedback.form import FORMS_AT_MOST
from lti_tool.people import Course
from lti_tool.web import Unsuitable
from tests.support.cast import AINO
from tests.support.feedback import answer, ask, make_form
from tests.support.rows import rows

pytestmark = pytest.mark.usefixtures("in_english")


def asked(visitor, form) -> list[str]:
    return [item.text_content().strip() for item in visitor.open(f"/feedback/{form}").all("ol", class_="card asked-list")[0]]


def test_a_new_form_asks_two_questions_and_is_not_open(board, enter):
    form = make_form(board, state="draft")
    assert [" ".join(words.split()) for words in asked(board.marja, form)] == ["How useful was this? A scale from 1 to 5", "What would you change? In one's own words"]
    assert "Participants do not see the form yet" in board.marja.open(f"/feedback/{form}").text
    assert enter(AINO).open(f"/feedback/{form}").status == 404


def test_the_same_form_sent_twice_makes_one(board, app):
    for _time in range(2):
        assert board.marja.send(f"{board.home}/feedback", op="made-only-once", **{"title-fi": "Kerran"}).leads_to == "/feedback/1/questions"
    assert rows(app, "SELECT count(*) FROM feedback_form") == [(1,)]


def test_own_questions_stand_in_the_order_that_was_chosen(board):
    form = make_form(board, state="draft")
    fields = {"question-1-fi": "Kolmas", "place-1": "3", "kind-1": "open", "question-2-fi": "Ensimmäinen", "question-2-sv": "Den första", "place-2": "1", "kind-2": "rating",
              "question-3-fi": " ", "place-3": "1", "question-4-fi": "Toinen", "place-4": "2", "kind-4": "rating"}
    assert board.marja.post(f"/feedback/{form}/questions", **{"title-fi": "Otsikko", "lines": "4", **fields}).leads_to == f"/feedback/{form}"
    assert [words.split()[0] for words in asked(board.marja, form)] == ["How", "Ensimmäinen", "Toinen", "Kolmas", "What"]
    page = board.marja.open(f"/feedback/{form}/questions").form(f"/feedback/{form}/questions").values
    assert (page["question-1-fi"], page["question-1-sv"], page["kind-1"], page["kind-3"]) == ("Ensimmäinen", "Den första", "rating", "open")
    assert board.marja.press(board.marja.open(f"/feedback/{form}/questions"), f"/feedback/{form}/questions", **{"question-1-fi": "", "question-1-sv": ""}).status == 200
    assert [words.split()[0] for words in asked(board.marja, form)] == ["How", "Toinen", "Kolmas", "What"]


def test_more_lines_can_be_asked_for_until_there_are_ten(board):
    form = make_form(board, own=[("rating", f"Kysymys {n}") for n in range(9)], state="draft")
    page = board.marja.open(f"/feedback/{form}/questions")
    assert len(page.all("div", class_="own-question")) == 10 and "more" not in dict(page.form(f"/feedback/{form}/questions").buttons)
    other = make_form(board, own=[("rating", "Yksi")], state="draft")
    more = board.marja.post(f"/feedback/{other}/questions", **{"title-fi": "Otsikko", "lines": "1", "question-1-fi": "Yksi", "more": "yes"})
    assert more.leads_to == f"/feedback/{other}/questions"


@pytest.mark.parametrize("fields", [{f"question-{n}-fi": "Liikaa" for n in range(1, 12)}, {"question-1-fi": "Millainen?", "kind-1": "smiley"}, {"question-1-fi": "x" * 301},
                                    {"question-1-fi": "Missä?", "place-1": "ensin"}, {"question-1-fi": "Missä?", "place-1": "-1"}, {"title-fi": ""}, {"title-fi": "x" * 121}])
def test_questions_that_cannot_be_are_refused_and_kept(board, fields):
    form = make_form(board, state="draft")
    refused = board.marja.post(f"/feedback/{form}/questions", **{"title-fi": "Otsikko", "lines": "1", **fields})
    assert refused.status == 422 and len(asked(board.marja, form)) == 2
    assert all(words in refused.typed for name, words in fields.items() if name.startswith("question-") and words)


def test_questions_are_fixed_by_the_first_answer_and_the_title_is_not(board, enter, app):
    form = make_form(board, own=[("rating", "Miten ryhmätyö sujui?")])
    assert answer(enter(AINO), form).status == 303
    assert ask(board, form, [("rating", "Toinen kysymys")]).status == 409
    assert ask(board, form, [("rating", "Miten ryhmätyö sujui?")], title="Uusi otsikko").status == 303
    page = board.marja.open(f"/feedback/{form}/questions")
    assert "The questions are fixed" in page.text and not page.all("div", class_="own-question")
    assert board.marja.press(page, f"/feedback/{form}/questions", **{"title-fi": "Vielä uudempi"}).status == 200
    assert rows(app, "SELECT version FROM feedback_form") == [(2,)] and len(asked(board.marja, form)) == 3


def test_a_deleted_form_is_out_of_sight_and_comes_back_until_it_is_purged(board, enter, app, clock):
    form, aino = make_form(board), enter(AINO)
    answer(aino, form)
    gone = board.marja.submit(f"/feedback/{form}/deletion")
    assert "can be restored for 30 days" in gone.text
    assert aino.open(f"/feedback/{form}").status == 404 and f"/feedback/{form}" not in aino.open(board.home).links
    assert board.marja.submit(f"/feedback/{form}/restoration").status == 200
    assert aino.open(f"/feedback/{form}").status == 200
    board.marja.post(f"/feedback/{form}/deletion")
    clock.forward(days=31)
    assert do_chores(app) == []
    assert rows(app, "SELECT (SELECT count(*) FROM feedback_form), (SELECT count(*) FROM feedback_answer), (SELECT count(*) FROM feedback_given)") == [(0, 0, 0)]


def test_a_course_has_room_for_so_many(board, app):
    with app.app_context(), transaction():
        course = db.session.get(Course, board.course)
        first = make(course, Wording({"fi": "Ensimmäinen"})).id
        values = dict(course_id=course.id, title=Wording({"fi": "Muut"}), kept_questions=[], version=1, shared=False, reply=Wording(), made_at=course.opened_at)
        db.session.execute(sa.insert(FeedbackForm), [values] * (FORMS_AT_MOST - 1))
    assert board.marja.post(f"{board.home}/feedback", **{"title-fi": "Liikaa"}).status == 409
    board.marja.post(f"/feedback/{first}/deletion")
    assert board.marja.post(f"{board.home}/feedback", **{"title-fi": "Mahtuu"}).status == 303
    assert board.marja.post(f"/feedback/{first}/restoration").status == 409


def test_rooms_above_make_forms_with_questions_of_their_own(board, app):
    with app.test_request_context(), transaction():
        course = db.session.get(Course, board.course)
        form = make(course, Wording({"fi": "Valmennus"}), [("open", Wording({"fi": "Mitä opit?"}))], activity_id=board.id, phase_id=7)
        assert [question.key for question in form.questions] == ["useful", "own1", "change"] and form.opened_at is None
        with pytest.raises(Unsuitable):
            make(course, Wording({"fi": "Liikaa"}), [("open", Wording({"fi": "?"}))] * 11)


def test_what_is_left_of_a_form_when_its_activity_is_purged(board, enter, app, clock):
    """The answers are the course's."""
    board.marja.post(f"{board.path}/feedback")
    board.marja.post("/feedback/1/state", open="yes")
    answer(enter(AINO), 1)
    board.marja.post(f"{board.activity}/deletion")
    assert enter(AINO).open("/feedback/1").status == 404
    clock.forward(days=31)
    do_chores(app)
    assert rows(app, "SELECT activity_id FROM feedback_form") == [(None,)] and rows(app, "SELECT count(*) FROM feedback_answer") == [(1,)]
