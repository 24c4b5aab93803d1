"""Members answer a form: once, and only what is asked."""
import threading

import pytest

from lti_tool.feedback.question import TEXT_LIMIT
from tests.support.cast import AINO, EEVA, MARJA, ORJAN
from tests.support.feedback import answer, ask, make_form
from tests.support.rows import rows
from tests.support.scene import PEKKA

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def form(board):
    return make_form(board, own=[("rating", "Miten ryhmätyö sujui?"), ("open", "Mitä viet työhösi?")])


def count(app) -> tuple[int, int]:
    return rows(app, "SELECT (SELECT count(*) FROM feedback_answer), (SELECT count(*) FROM feedback_given)")[0]


def test_the_form_says_that_answers_are_nobody_s_before_anything_is_written(aino, form):
    page = aino.open(f"/feedback/{form}")
    assert page.text.index("Your answers are nobody's.") < page.text.index("How useful was this?") < page.text.index("Miten ryhmätyö sujui?") \
        < page.text.index("Mitä viet työhösi?") < page.text.index("What would you change?") < page.text.index("Send my answers")
    for words in ("5 Excellent", "4 Good", "3 All right", "2 Could be better", "1 Not good", "shown from five answers on", "cannot be changed or taken back"):
        assert words in page.text
    assert page.all("input", name="rating-useful", required=True) and "How useful was this?" in [legend.text for legend in page.all("legend")]


def test_an_answer_is_taken_and_thanked_for(aino, form, app):
    sent = answer(aino, form, "5", "Lisää aikaa", **{"rating-own1": "3", "text-own2": "Kirjaan yhdessä"})
    assert sent.status == 303 and sent.leads_to == f"/feedback/{form}"
    page = aino.open(sent.leads_to)
    assert "Thank you, your answers have arrived." in page.text and "Send my answers" not in page.text
    assert sorted(rows(app, "SELECT question, value, text, language FROM feedback_answer"), key=str) == [
        ("change", None, "Lisää aikaa", "fi"), ("own1", 3, None, None), ("own2", None, "Kirjaan yhdessä", "fi"), ("useful", 5, None, None)]


def test_only_the_first_question_must_be_answered(aino, form, app):
    assert answer(aino, form, "1", **{"rating-own1": "", "text-own2": "  "}).status == 303
    assert rows(app, "SELECT question, value FROM feedback_answer") == [("useful", 1)]


def test_nobody_answers_twice(aino, form, app):
    fields = {"asked": "2", "rating-useful": "4", "text-change": "Ensin", "language": "fi"}
    assert aino.post(f"/feedback/{form}/answers", **fields).status == 303
    again = aino.post(f"/feedback/{form}/answers", **{**fields, "text-change": "Toinen"})
    assert again.status == 409 and "You have already answered" in again.text and "Toinen" in again.typed
    assert count(app) == (2, 1)


def test_the_same_act_sent_again_by_our_script_is_refused_too_and_leaves_no_operation(aino, form, app):
    fields = {"asked": "2", "rating-useful": "4", "language": "fi"}
    assert aino.send(f"/feedback/{form}/answers", op="sent-again-and-again", **fields).leads_to == f"/feedback/{form}"
    assert aino.send(f"/feedback/{form}/answers", op="sent-again-and-again", **fields).status == 409
    assert rows(app, "SELECT * FROM operation WHERE name = 'sent-again-and-again'") == [] and count(app) == (1, 1)


def test_two_tabs_at_once_answer_once(aino, form, app):
    """Threads with browsers of their own, as two tabs of one visit."""
    fields, statuses, ready = {"asked": "2", "rating-useful": "4", "text-change": "Kerran", "language": "fi"}, [], threading.Barrier(4)
    cookie = aino.client.get_cookie("__Host-visit", domain="tool.example").value

    def send():
        client = app.test_client()
        client.set_cookie("__Host-visit", cookie, domain="tool.example", secure=True)
        ready.wait(20)
        statuses.append(client.post(f"/feedback/{form}/answers", data=fields, base_url="https://tool.example", headers={"Sec-Fetch-Site": "same-origin"}).status_code)
    threads = [threading.Thread(target=send) for _tab in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(statuses) == [303, 409, 409, 409]
    assert count(app) == (2, 1)


@pytest.mark.parametrize("rating", ["0", "6", "-1", "4.5", "x", "٣", " 4", "5e0", "99999999999999999999", "true"])
def test_a_rating_that_cannot_be_is_refused(aino, form, app, rating):
    assert answer(aino, form, rating).status == 422
    assert answer(aino, form, "4", **{"rating-own1": rating}).status == 422
    assert count(app) == (0, 0)


def test_without_the_first_question_nothing_is_taken_and_nothing_typed_is_lost(aino, form, app):
    refused = answer(aino, form, "", "Tämä jää talteen")
    assert refused.status == 422 and "Answer the first question" in refused.text and "Tämä jää talteen" in refused.typed
    assert count(app) == (0, 0)


@pytest.mark.parametrize("fields", [{"rating-own2": "4"}, {"text-own1": "x"}, {"rating-own9": "4"}, {"text-": "x"}, {"rating-change": "1"}, {"text-useful": "x"}])
def test_what_is_not_asked_is_refused(aino, form, app, fields):
    assert answer(aino, form, **fields).status == 422
    assert count(app) == (0, 0)


def test_a_text_that_is_too_long_is_refused_and_kept(aino, form, app):
    long = "ä" * 5000
    refused = answer(aino, form, text=long)
    assert refused.status == 422 and f"at most {TEXT_LIMIT}" in refused.text and long in refused.typed
    assert answer(aino, form, text="ä" * TEXT_LIMIT).status == 303
    assert rows(app, "SELECT length(text) FROM feedback_answer WHERE question = 'change'") == [(TEXT_LIMIT,)]


def test_a_language_that_is_none_is_refused(aino, form, app):
    assert answer(aino, form, text="Moi", language="<b>").status == 422
    assert count(app) == (0, 0)


def test_client_data_in_an_open_answer_is_asked_about(aino, form, app):
    asked = answer(aino, form, text="Asiakas 131052-308T sanoi niin")
    assert asked.status == 422 and "131052-308T" in asked.text and count(app) == (0, 0)
    assert answer(aino, form, text="Asiakas 131052-308T sanoi niin", blanked="yes").status == 303
    assert rows(app, "SELECT text FROM feedback_answer WHERE question = 'change'") == [("Asiakas [hidden] sanoi niin",)]


def test_a_closed_form_and_one_that_is_not_open_yet_take_nothing(board, aino, form, app):
    fields = {"asked": "2", "rating-useful": "4", "text-change": "Ehdinkö", "language": "fi"}
    board.marja.post(f"/feedback/{form}/state", open="no")
    refused = aino.post(f"/feedback/{form}/answers", **fields)
    assert refused.status == 409 and "Ehdinkö" in refused.typed
    assert "This feedback is closed" in aino.open(f"/feedback/{form}").text
    draft = make_form(board, state="draft")
    assert aino.open(f"/feedback/{draft}").status == aino.post(f"/feedback/{draft}/answers", **fields).status == 404
    board.marja.post(f"/feedback/{form}/state", open="yes")
    assert aino.post(f"/feedback/{form}/answers", **fields).status == 303


def test_questions_that_changed_meanwhile_are_not_answered_by_mistake(board, aino, form, app):
    """What was the first own question on the open page is another one by now."""
    assert ask(board, form, [("rating", "Aivan muu kysymys")]).status == 303
    refused = aino.post(f"/feedback/{form}/answers", **{"asked": "2", "rating-useful": "4", "rating-own1": "1"})
    assert refused.status == 409 and "The questions have changed" in refused.text and count(app) == (0, 0)
    for asked in ("", "x", "0", "-1"):
        assert aino.post(f"/feedback/{form}/answers", **{"asked": asked, "rating-useful": "4"}).status == 409


def test_facilitators_do_not_answer(board, enter, form, app):
    assert board.marja.post(f"/feedback/{form}/answers", **{"asked": "2", "rating-useful": "1"}).status == 403
    aino = enter(AINO)
    answer(aino, form)
    enter(AINO._replace(role="facilitator"))
    assert enter(AINO, role="facilitator").post(f"/feedback/{form}/answers", **{"asked": "2", "rating-useful": "1"}).status == 403
    assert count(app) == (1, 1)


def test_people_of_another_course_find_nothing(enter, form, app):
    for person in (EEVA, PEKKA):
        visitor = enter(person)
        assert visitor.open(f"/feedback/{form}").status == visitor.post(f"/feedback/{form}/answers", **{"asked": "2", "rating-useful": "4"}).status == 404
        assert visitor.post(f"/feedback/{form}/state", open="no").status == visitor.open(f"/feedback/{form}/results.csv").status == 404
    assert count(app) == (0, 0)


def test_somebody_else_s_page_answers_for_nobody(aino, form, app):
    assert answer(aino, form, person="x" * 20).status == 409
    assert count(app) == (0, 0)


def test_what_waits_for_an_answer_stands_on_the_home(board, aino, form, enter):
    assert f"/feedback/{form}" in aino.open(board.home).links
    answer(aino, form)
    assert f"/feedback/{form}" not in aino.open(board.home).links and f"/feedback/{form}" in enter(ORJAN).open(board.home).links
    board.marja.post(f"/feedback/{form}/sharing", shared="yes")
    assert f"/feedback/{form}" in aino.open(board.home).links
    assert f"/feedback/{form}" not in board.marja.open(board.home).links and f"{board.home}/feedback" in board.marja.open(board.home).links


def test_without_names_everything_works(board, enter, form):
    assert answer(enter(AINO._replace(given_name="", family_name="")), form).status == 303
    assert enter(MARJA._replace(given_name="", family_name="")).open(f"/feedback/{form}").status == 200
