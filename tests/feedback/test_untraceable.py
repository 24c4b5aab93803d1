"""Whoever gets hold of the whole database cannot lay an answer beside the person who gave it."""
import itertools
import json
from pathlib import Path

import pytest
import sqlalchemy as sa

from lti_tool.db import Instant, db, transaction
from lti_tool.feedback import FeedbackAnswer, FeedbackGiven
from lti_tool.feedback.answer import answered_by, give
from lti_tool.operating.tables import rows_of, tables_of
from tests.support.cast import AINO, ORJAN
from tests.support.feedback import answer, answer_all, make_form, somebody
from tests.support.rows import rows, rows_with

pytestmark = pytest.mark.usefixtures("in_english")
TABLES = (FeedbackAnswer.__table__, FeedbackGiven.__table__)
PEOPLE = 12


@pytest.fixture
def form(board):
    return make_form(board, own=[("open", "Mitä viet työhösi?")])


@pytest.fixture
def told(enter, form):
    """Twelve people answer one after the other: (text, person's subject) in that order, which is known to this test only."""
    told = []
    for number in range(PEOPLE):
        visitor = enter(somebody(number))
        assert answer(visitor, form, str(1 + number % 5), f"Vastaus {'abcdefghijkl'[number]}.", **{"text-own1": f"Viemisiä {'abcdefghijkl'[number]}!"}).status == 303
        told.append((f"Vastaus {'abcdefghijkl'[number]}.", f"answers-{number}"))
    return told


def everything(app) -> dict:
    """Every table as it stands: {name: [row, ...]}."""
    with app.app_context(), transaction(writes=False):
        connection = db.session.connection()
        return {table.name: list(rows_of(connection, table)) for table in tables_of(connection)}


def test_neither_table_has_a_time_a_growing_number_or_anything_in_common_but_the_form():
    answers, given = TABLES
    assert set(answers.c.keys()) & set(given.c.keys()) == {"form_id"}
    assert [column.name for table in TABLES for column in table.columns if isinstance(column.type, (sa.DateTime, sa.Date, Instant)) or column.autoincrement is True] == []
    assert [column.name for column in answers.columns if any(key.column.table.name == "person" for key in column.foreign_keys)] == []
    assert {column.name for column in given.columns} == {"form_id", "mark"} == {column.name for column in given.primary_key}


def test_keys_are_random_and_no_two_rows_of_one_person_share_anything(told, app):
    found = rows(app, "SELECT key, question, text FROM feedback_answer")
    keys = [key for key, _question, _text in found]
    assert len(set(keys)) == len(keys) == 3 * PEOPLE and all(len(key) == 32 and set(key) <= set("0123456789abcdef") for key in keys)
    order = {text: place for place, (text, _who) in enumerate(told)}
    arrived = [order[text] for key, question, text in sorted(found) if question == "change"]
    assert arrived != sorted(arrived) and arrived != sorted(arrived, reverse=True)


def test_a_copy_without_the_secret_does_not_even_say_who_has_answered(board, form, told, app):
    """Two copies, of before and after an answer, would say together who gave it."""
    second = make_form(board)
    people = answer_all(app, board, second, [3, 3])
    with app.app_context(), transaction():
        give(form, people[0], [{"question": "useful", "value": 5}])
    marks = [mark for mark, in rows(app, "SELECT mark FROM feedback_given")]
    assert len(set(marks)) == len(marks) == PEOPLE + 3 and all(len(mark) == 64 for mark in marks), "one person's marks on two forms are two"
    app.config["SECRET_KEY"] = "another secret of the same length at least"
    with app.app_context(), transaction(writes=False):
        assert not any(answered_by(person) for person in range(1, 100))


def test_no_other_table_says_who_sent_what_or_when(board, form, enter, app):
    """What all tables gain by an answer is the answer and that it was given: nothing else changes but when somebody was last seen."""
    aino = enter(AINO)
    aino.open(f"/feedback/{form}")
    before = everything(app)
    assert answer(aino, form, "2", "Ainon oma ajatus", op="an-operation-of-aino").status == 303
    after = everything(app)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"feedback_answer", "feedback_given"}
    assert set(rows_with(app, ["Ainon oma ajatus"])) == {"feedback_answer.text"}


def test_by_our_script_nothing_more_is_remembered_and_nobody_is_told(board, form, enter, app):
    aino, since = enter(AINO), board.marja.open(board.home).one("live").get("data-seq")
    aino.open(f"/feedback/{form}")
    before = everything(app)
    assert aino.send(f"/feedback/{form}/answers", **{"asked": "2", "rating-useful": "2", "text-change": "Vain tässä", "language": "fi"}).status == 200
    after = everything(app)
    assert {name for name in after if after[name] != before[name]} == {"feedback_answer", "feedback_given"}
    assert board.marja.open(f"{board.home}/changes?since={since}").parts == []


def test_where_rows_lie_says_nothing_of_the_order_in_which_they_came(told, form, app, database_url):
    """Both tables are written anew with each answer: their rows lie in the order of their keys, whoever came when."""
    order = {text: place for place, (text, _who) in enumerate(told)}
    if database_url.startswith("sqlite"):
        for table in TABLES:
            declared = rows(app, "SELECT sql FROM sqlite_master WHERE name = :name", name=table.name)[0][0]
            assert "WITHOUT ROWID" in declared
            with pytest.raises(sa.exc.OperationalError, match="no such column"):
                rows(app, f"SELECT rowid FROM {table.name}")
        data = Path(database_url.removeprefix("sqlite:///")).read_bytes()
        assert [data.count(text.encode()) for text in order] == [1] * PEOPLE, "nothing is left of rows as they were before"
        # Over all pages: within one, cells are laid down from its end, in the order of writing.
        by_key = [text for _key, text in sorted(rows(app, "SELECT key, text FROM feedback_answer WHERE question = 'change'"))]
        pages = itertools.groupby(sorted(by_key, key=lambda text: data.index(text.encode())), key=lambda text: data.index(text.encode()) // 4096)
        for _page, texts in pages:
            lying = [by_key.index(text) for text in texts]
            assert lying == sorted(lying, reverse=True)
    else:
        laid = rows(app, "SELECT text FROM feedback_answer WHERE question = 'change' ORDER BY ctid")
        assert laid == rows(app, "SELECT text FROM feedback_answer WHERE question = 'change' ORDER BY key")
        assert rows(app, "SELECT mark FROM feedback_given ORDER BY ctid") == rows(app, "SELECT mark FROM feedback_given ORDER BY mark")


def test_the_number_of_the_transaction_is_the_same_for_all(told, app, database_url):
    """PostgreSQL keeps with each row which transaction wrote it: who has answered and what was answered would share it."""
    if database_url.startswith("sqlite"):
        log = Path(database_url.removeprefix("sqlite:///") + "-wal")
        assert not log.exists() or log.stat().st_size == 0, "the log would hold the file as it was after each answer"
        return
    assert len(rows(app, "SELECT xmin FROM feedback_answer UNION SELECT xmin FROM feedback_given")) == 1


def test_when_a_form_closes_the_rows_of_before_are_swept_out(board, told, form, app, database_url, caplog):
    """On SQLite they were overwritten at once; on PostgreSQL they are dead until then, and what was a page of them is empty after it."""
    board.marja.post(f"/feedback/{form}/state", open="no")
    assert "after a commit" not in caplog.text
    if database_url.startswith("postgresql"):
        with app.app_context(), db.engine.connect() as connection:
            connection.exec_driver_sql("SELECT pg_stat_force_next_flush()")
            assert connection.exec_driver_sql("SELECT count(last_vacuum) FROM pg_stat_user_tables WHERE relname IN ('feedback_answer', 'feedback_given')").scalar() == 2


def test_open_answers_are_shown_in_the_order_of_their_keys(board, told, form, app):
    board.marja.post(f"/feedback/{form}/state", open="no")
    page = board.marja.open(f"/feedback/{form}").text
    shown = sorted((text for text, _who in told), key=page.index)
    assert shown == [text for _key, text in sorted(rows(app, "SELECT key, text FROM feedback_answer WHERE question = 'change'"))]


def test_logs_name_neither_the_form_nor_the_person(form, enter, caplog):
    aino = enter(AINO)
    caplog.clear()
    with caplog.at_level("DEBUG", logger="lti_tool"):
        answer(aino, form, "2", "Ainon oma ajatus")
    said = " ".join(record.getMessage() for record in caplog.records)
    assert "/feedback/<int:form_id>/answers" in said
    assert not any(word in said for word in (f"/feedback/{form}/", "Ainon", AINO.sub))


def test_a_person_s_data_say_that_they_have_answered_and_that_it_cannot_be_found(form, enter):
    aino = enter(AINO)
    answer(aino, form, "2", "Ainon oma ajatus")
    data = next(held for held in json.loads(aino.open("/me/data.json").data)["held"] if held["table"] == "feedback_given")
    assert list(data["records"][0].values()) == ["Kirjaamisen kehittäjäverkosto", "Rakenteinen kirjaaminen", "Cannot be found: it is kept without you."]
    assert "Ainon oma ajatus" not in aino.open("/me").text
    assert "Feedback forms you answered" in aino.open("/privacy").text


@pytest.mark.every_case
@pytest.mark.parametrize("texts", ["erase", "leave"])
def test_erasing_forgets_that_somebody_answered_and_leaves_the_answers(form, enter, app, texts):
    aino, orjan = enter(AINO), enter(ORJAN)
    answer(aino, form, "2", "Ainon oma ajatus")
    answer(orjan, form, "4")
    assert aino.post("/me/erasure", sure="yes", texts=texts).status == 303
    assert rows(app, "SELECT count(*) FROM feedback_given") == [(1,)]
    assert rows_with(app, ["Ainon oma ajatus"]) == ["feedback_answer.text"]


def test_a_course_made_anonymous_forgets_who_has_answered_and_takes_no_more(board, form, app):
    answer_all(app, board, form, [5, 4, 4, 3, 5])
    assert board.marja.post(f"{board.home}/retention/anonymisation", sure="yes", understood="yes").status == 303
    assert rows(app, "SELECT count(*) FROM feedback_given") == [(0,)]
    assert rows(app, "SELECT count(*) FROM feedback_form WHERE closed_at IS NULL") == [(0,)]
    assert rows(app, "SELECT count(*) FROM feedback_answer") == [(5,)]
