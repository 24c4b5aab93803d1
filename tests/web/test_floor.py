"""The application class: which views may answer whom, and what each kind of view does to the database."""
import pytest
import sqlalchemy as sa

from lti_tool.access import the_person
from lti_tool.db import db, transaction, writing
from lti_tool.live import Topic
from lti_tool.web import checked, own_transactions, public
from tests.support.cast import AINO
from tests.support.platform import TOOL

pytestmark = [pytest.mark.parametrize("database_url", ["sqlite"], indirect=True), pytest.mark.usefixtures("own_app")]
FROM_HERE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def topics(app):
    def count():
        with app.app_context(), db.engine.connect() as connection:
            return connection.scalar(sa.select(sa.func.count()).select_from(Topic))
    return count


def test_a_view_that_has_checked_who_asks_may_answer(app, enter):
    @app.get("/for-somebody")
    def for_somebody():
        the_person()
        return "here you are"

    @app.get("/checked-by-itself")
    def checked_by_itself():
        checked()
        return "here you are"

    assert enter(AINO).open("/for-somebody").text == "here you are"
    assert app.test_client().get("/for-somebody", base_url=TOOL).status_code == 401
    assert app.test_client().get("/checked-by-itself").status_code == 200


def test_a_write_without_a_check_is_rolled_back(app, topics):
    @app.post("/writes-without-a-check")
    def writes_without_a_check():
        db.session.add(Topic())
        return ""

    assert app.test_client().post("/writes-without-a-check", headers=FROM_HERE).status_code == 500
    assert topics() == 0


def test_a_view_that_answers_with_a_refusal_of_its_own_needs_no_check_but_is_saved(app, topics):
    """Raising rolls back; an answer below or above 400 that is returned commits."""
    @app.post("/refuses-by-answer")
    def refuses_by_answer():
        db.session.add(Topic())
        return "no", 409

    assert app.test_client().post("/refuses-by-answer", headers=FROM_HERE).status_code == 409
    assert topics() == 1


def test_a_view_that_raises_saves_nothing(app, topics):
    @app.post("/raises")
    @public
    def raises():
        db.session.add(Topic())
        db.session.flush()
        raise KeyError

    assert app.test_client().post("/raises", headers=FROM_HERE).status_code == 500
    assert topics() == 0


def test_a_view_with_transactions_of_its_own_has_none_around_it(app, topics):
    @app.post("/two-transactions")
    @public
    @own_transactions
    def two_transactions():
        assert not writing()
        with transaction():
            db.session.add(Topic())
        assert not db.session().in_transaction()  # here another server may be asked
        with transaction():
            db.session.add(Topic())
        return ""

    assert app.test_client().post("/two-transactions", headers=FROM_HERE).status_code == 200
    assert topics() == 2


@pytest.mark.parametrize("path", ["/boards/0", "/boards/2147483647", "/boards/2147483648", "/boards/99999999999999999999", "/notes/٣", "/notes/-1"])
def test_a_number_that_nothing_can_have_is_an_address_that_does_not_exist(enter, path):
    assert enter(AINO).open(path).status == 404


def test_asking_which_methods_there_are_needs_no_check(app):
    answer = app.test_client().options("/me")
    assert answer.status_code == 200
    assert "GET" in answer.headers["Allow"]
