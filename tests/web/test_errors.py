"""Refusals and mishaps: the same words in every form, a reference that the log also has, and no text of people in the log."""
import logging
import re

import pytest
import sqlalchemy as sa
from flask import request
from sqlalchemy.exc import OperationalError

from lti_tool.boards import Note
from lti_tool.db import db, now
from lti_tool.live import Change
from lti_tool.web import Refusal, public, refusal_response
from lti_tool.web.floor import UncheckedAnswer

SECRET = "Asiakas Virtanen, 131052-308T, kertoi"
REFERENCE = re.compile(r"\b[2-9A-HJ-NP-Z]{6}\b")
sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class NotToday(Refusal):
    status = 409

    def words(self):
        return "Not today", "The café is closed.", "Come back tomorrow."


@pytest.fixture
def ask(own_app, app, caplog):
    """ask(view) puts the view at an address and posts a form to it, as a page, from the script (in_page) or for data (as_json)."""
    caplog.set_level(logging.DEBUG)
    client = app.test_client()

    def ask(view, in_page=False, as_json=False, **form):
        address = f"/{view.__name__}"
        if address not in {rule.rule for rule in app.url_map.iter_rules()}:
            app.post(address)(public(view))
        headers = {"Sec-Fetch-Site": "same-origin", "Accept-Language": "en"}
        headers |= {"HX-Request": "true"} if in_page else {}
        headers |= {"Accept": "application/json"} if as_json else {}
        return client.post(address, headers=headers, data=form)
    return ask


def refuses():
    raise NotToday


def fails_while_reading_a_number():
    return str(int(request.form["text"]))


def fails_because_of_another_failure():
    try:
        raise LookupError(request.form["text"])
    except LookupError as error:
        raise RuntimeError(f"while looking for {request.form['text']}") from error


def saves_a_note_without_its_language():
    db.session.add(Note(activity_id=1, column_id=1, text=request.form["text"], language=None, colour="sun", position="a0", made_at=now()))
    return ""


def saves_a_change_of_nothing():
    """Noticed at the commit only, after the view has answered."""
    db.session.add(Change(topic_id=999, seq=1, part="note:1", audience="everyone"))
    return ""


def saves_what_is_gone():
    from lti_tool.live import Topic

    db.session.add(topic := Topic())
    db.session.flush()
    db.session.execute(sa.delete(Topic.__table__))
    topic.seq = 7
    return ""


@sqlite
def test_a_refusal_says_the_same_as_a_page_as_a_fragment_and_as_data(ask):
    page, fragment, data = ask(refuses), ask(refuses, in_page=True), ask(refuses, as_json=True)
    assert {page.status_code, fragment.status_code, data.status_code} == {409}
    assert data.json.items() >= {"error": "Not today", "happened": "The café is closed.", "advice": "Come back tomorrow."}.items()
    for sentence in ("Not today", "The café is closed.", "Come back tomorrow."):
        assert sentence in page.text and sentence in fragment.text
    assert "<html" in page.text and "<html" not in fragment.text
    assert "no-store" in page.headers["Cache-Control"]


@sqlite
def test_every_refusal_has_a_reference_of_its_own_that_the_log_also_has(ask, caplog):
    references = [ask(refuses, as_json=True).json["reference"] for _time in range(3)]
    assert len(set(references)) == 3
    for reference in references:
        assert REFERENCE.fullmatch(reference)
        assert f"reference {reference}" in caplog.text
    assert "NotToday" in caplog.text


@sqlite
@pytest.mark.parametrize("form", [{}, {"in_page": True}, {"as_json": True}], ids=["page", "fragment", "data"])
@pytest.mark.parametrize("view", [fails_while_reading_a_number, fails_because_of_another_failure])
def test_a_mishap_shows_the_reference_that_the_log_has_and_neither_shows_what_was_written(ask, caplog, view, form):
    answer = ask(view, text=SECRET, **form)
    assert answer.status_code == 500
    reference, = set(REFERENCE.findall(answer.text)) & set(REFERENCE.findall(caplog.text))
    assert f"reference {reference}" in caplog.text
    told = caplog.text
    assert view.__name__ in told and "line" in told  # where it happened
    assert ("ValueError" if view is fails_while_reading_a_number else "LookupError") in told
    assert "Virtanen" not in told and "131052" not in told
    assert "Traceback" not in answer.text and "Error" not in answer.text


@sqlite
def test_a_page_that_refuses_gives_back_what_was_typed(ask):
    def takes_nothing():
        raise NotToday

    assert "Kirjattu &lt;b&gt;huolella&lt;/b&gt;" in ask(takes_nothing, text="Kirjattu <b>huolella</b>").text


@pytest.mark.every_case
@pytest.mark.parametrize("view", [saves_a_note_without_its_language, saves_a_change_of_nothing, saves_what_is_gone])
def test_what_the_database_refuses_is_a_conflict_and_the_log_does_not_say_what_was_written(ask, caplog, view):
    answer = ask(view, text=SECRET)
    assert answer.status_code == 409
    assert "Virtanen" not in caplog.text and "131052" not in caplog.text
    assert "conflict" in caplog.text


def broken(error):
    def saves_and_the_database_does_not_answer():
        sa.event.listen(db.session(), "before_commit", fail, once=True)
        return ""

    def fail(_session):
        raise error

    return saves_and_the_database_does_not_answer


@sqlite
@pytest.mark.parametrize("error", [OperationalError(f"INSERT {SECRET}", {}, Exception("disk full")), sa.exc.TimeoutError("no connection"), TimeoutError("queue")],
                         ids=lambda error: type(error).__module__)
def test_a_database_that_cannot_save_now_is_not_a_mishap_but_a_wait(ask, caplog, error):
    answer = ask(broken(error))
    assert answer.status_code == 503
    assert "Virtanen" not in caplog.text


@sqlite
@pytest.mark.parametrize("status", [401, 403, 404, 405, 413, 429, 400])
def test_what_flask_itself_refuses_has_words_too(app, status):
    with app.test_request_context(headers={"Accept-Language": "en"}):
        from lti_tool.web.errors import http_words
        assert all(words.strip() for words in http_words(status))
        assert refusal_response(status, http_words(status)).status_code == status


@sqlite
def test_a_body_that_is_too_large_is_refused_in_words(app, ask):
    def reads_the_form():
        return request.form["text"]

    answer = ask(reads_the_form, text="ä" * app.config["BODY_LIMIT"])
    assert answer.status_code == 413
    assert REFERENCE.search(answer.text) or "<html" in answer.text
    assert len(answer.text) < 20_000


@sqlite
def test_an_answer_without_a_check_is_our_mistake_and_never_leaves(own_app, app, caplog):
    @app.get("/forgot-to-check")
    def forgot_to_check():
        return SECRET

    answer = app.test_client().get("/forgot-to-check")
    assert answer.status_code == 500
    assert SECRET not in answer.text
    assert UncheckedAnswer.__name__ in caplog.text
