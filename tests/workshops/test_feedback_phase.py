"""A phase of feedback: from the board to the form in one click."""
import pytest

from tests.support.cast import AINO, EEVA
from tests.support.feedback import answer
from tests.support.rows import rows

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def board(in_english, board):
    board.marja.launch()
    return board


@pytest.fixture
def phases(board, app):
    """The board has a second phase, of feedback, which is shown."""
    from lti_tool.boards import Board, Phase
    from lti_tool.db import Wording, db, transaction

    with app.app_context(), transaction():
        shown = Phase(board_id=board.id, title=Wording({"fi": "Palaute"}), prompt=Wording(), kind="feedback", position="b000")
        db.session.add(shown)
        db.session.flush()
        this = db.session.get(Board, board.id)
        first = this.phases[0].id
        this.show_phase(shown)
        return first, shown.id


def bar(visitor, board) -> str:
    return visitor.open(board.path).words("bar")


def test_a_facilitator_makes_and_opens_the_form_and_participants_reach_it_in_one_click(board, phases, enter, app):
    aino = enter(AINO)
    assert "Ask for feedback" in bar(board.marja, board) and "eedback" not in bar(aino, board).replace("Palaute", "")
    made = board.marja.send(f"{board.path}/feedback")
    assert made.leads_to == "/feedback/1"
    assert "Open the feedback form" in bar(board.marja, board) and "Give feedback" not in bar(aino, board)
    page = board.marja.open("/feedback/1")
    assert "Rakenteinen kirjaaminen" in page.text
    since = aino.open(board.path).one("live").get("data-seq")
    board.marja.post("/feedback/1/state", open="yes")
    assert ("#bar", "outerMorph") in [(part, "outerMorph") for part, _how in aino.open(f"{board.activity}/changes?since={since}").parts]
    assert "Give feedback" in bar(aino, board) and "/feedback/1" in aino.open(board.path).links
    assert answer(aino, 1).status == 303
    assert "See the feedback" in bar(board.marja, board)
    board.marja.post("/feedback/1/state", open="no")
    assert "eedback" not in bar(aino, board).replace("Palaute", "")
    board.marja.post("/feedback/1/sharing", shared="yes")
    assert "See the feedback" in bar(aino, board)


def test_who_asks_second_comes_to_the_same_form(board, phases, app):
    for _time in range(3):
        assert board.marja.post(f"{board.path}/feedback").leads_to == "/feedback/1"
    assert rows(app, "SELECT activity_id, phase_id, title FROM feedback_form")[0][:2] == (board.id, phases[1])
    board.marja.post("/feedback/1/deletion")
    assert board.marja.post(f"{board.path}/feedback").leads_to == "/feedback/2"


def test_in_other_phases_the_board_says_nothing_of_it(board, phases, enter):
    board.marja.post(f"{board.path}/feedback")
    board.marja.post("/feedback/1/state", open="yes")
    board.marja.post(f"{board.path}/shown-phase", phase=phases[0], **{"from": phases[1]})
    assert "/feedback/1" not in board.marja.open(board.path).html + enter(AINO).open(board.path).html


def test_answers_are_told_to_no_open_page_of_the_board(board, phases, enter):
    board.marja.post(f"{board.path}/feedback")
    board.marja.post("/feedback/1/state", open="yes")
    aino, since = enter(AINO), board.marja.open(board.path).one("live").get("data-seq")
    assert answer(aino, 1).status == 303
    assert board.marja.open(f"{board.activity}/changes?since={since}").parts == []


def test_a_draft_s_form_is_seen_by_no_participant(board, phases, enter):
    board.marja.post(f"{board.path}/feedback")
    board.marja.post("/feedback/1/state", open="yes")
    board.set_state("draft")
    assert enter(AINO).open("/feedback/1").status == 404
    board.set_state("closed")
    assert answer(enter(AINO), 1).status == 303, "what closes is the board, not what is thought of it"


def test_others_cannot_ask(board, phases, enter, app):
    assert enter(AINO).post(f"{board.path}/feedback").status == 403
    assert enter(EEVA).post(f"{board.path}/feedback").status == 404
    assert rows(app, "SELECT count(*) FROM feedback_form") == [(0,)]
