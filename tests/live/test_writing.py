""""Somebody is writing here": told to the others and to nobody else, without a name, kept nowhere."""
import pytest
import sqlalchemy as sa

from lti_tool.boards import Board
from lti_tool.db import db, transaction
from tests.live.test_presence import House
from tests.support.bulk import counted
from tests.support.cast import AINO, EEVA, MARJA
from tests.support.platform import TOOL


@pytest.fixture
def told(app):
    """What was to be told, instead of telling it."""
    said = []

    class Listener:
        def tell(self, *what):
            said.append(what)

        def changed(self, topic):
            pass

        def recheck(self, person, topic):
            pass

    app.extensions["notifier"].subscribe(Listener())
    return said


@pytest.fixture
def path(board):
    return f"/columns/{board.columns[0]}/writing"


def test_the_others_are_told_the_column_and_nothing_else(app, board, aino, told, path, topic):
    assert aino.send(path).status == 204
    [(where, name, thing, besides)] = told
    assert (where, name, thing) == (topic, "writing", board.columns[0])
    with app.app_context():
        assert besides == db.session.execute(sa.text("SELECT id FROM person WHERE subject = :sub"), {"sub": AINO.sub}).scalar()


def test_it_neither_writes_nor_waits_for_who_writes(app, aino, told, path):
    aino.send(path)
    with counted(app) as statements:
        assert aino.send(path).status == 204
    assert not [statement for statement in statements if statement.startswith(("INSERT", "UPDATE", "DELETE")) or "FOR UPDATE" in statement or "IMMEDIATE" in statement]


def test_nothing_is_told_on_a_draft_on_a_closed_board_and_in_a_locked_column(board, aino, told, path):
    board.marja.send(f"/columns/{board.columns[0]}/lock", locked="yes")
    assert aino.send(path).status == 204
    for state in ("closed", "archived", "draft"):
        board.set_state(state)
        assert board.marja.send(path).status == 204
    assert told == []


def test_only_who_may_write_there_tells_it_and_only_from_our_pages(app, board, told, path, enter):
    assert enter(EEVA).send(path).status == 404
    assert enter(AINO).ask("POST", path, {"Sec-Fetch-Site": "cross-site"}).status == 403
    assert app.test_client().post(path, base_url=TOOL, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 401
    assert enter(AINO).open(path).status == 405
    assert told == []


def test_on_an_anonymous_board_it_is_told_too_because_it_names_nobody(app, board, aino, told, path):
    with app.app_context(), transaction():
        db.session.get(Board, board.id).anonymity = "everybody"
    aino.send(path)
    assert len(told) == 1


def test_it_is_told_seldom_and_not_to_who_writes():
    house = House()
    aino, orjan = house.enter(1), house.enter(2)
    house.pass_time()
    before = len(orjan.told), len(aino.told)
    for _key in range(20):
        house.telling.tell(4, "writing", 12, 1)
    house.telling.tell(4, "writing", 13, 1)
    assert orjan.told[before[0]:] == ["12 6", "13 6"] and len(aino.told) == before[1]
    house.pass_time()
    house.telling.tell(4, "writing", 12, 1)
    assert orjan.told[-1] == "12 6"
    assert len(orjan.told) == before[0] + 3


def test_with_a_thousand_viewers_it_is_told_more_seldom_and_holds_longer():
    house = House()
    for person in range(1000):
        house.enter(person)
    house.pass_time()
    house.pauses.clear()
    house.telling.tell(4, "writing", 12)
    assert house.pauses[0] == 10
    house.pass_time()
    assert {page.told[-1] for page in house.pages} == {"12 20"}


def test_it_arrives_at_the_others_through_the_real_server(served, board, aino, orjan, stream_path, head, path, enter):
    marja = served.listen(enter(MARJA), stream_path, since=head(), told=True)
    own = served.listen(aino, stream_path, since=head(), told=True)
    for stream in (marja, own):
        stream.until("presence")
    aino.send(path)
    event = marja.until("writing")[-1]
    assert (event.data, event.id) == (f"{board.columns[0]} 6", None)
    note = board.note(orjan)
    assert "writing" not in [event.name for event in own.until(f"note-{note}")]
    marja.close()
    own.close()
