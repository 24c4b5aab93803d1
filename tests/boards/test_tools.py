"""Which tools a board has besides writing: a facilitator chooses, and open pages hear of it."""
import pytest

from lti_tool.boards import Board
from lti_tool.db import db, transaction
from tests.support.cast import AINO


def tools(app, board):
    with app.app_context(), transaction(writes=False):
        phase = db.session.get(Board, board.id).phase
        return phase.comments, phase.reactions


@pytest.mark.every_case
@pytest.mark.parametrize(("ticked", "wanted"), [(("comments",), (True, False)), (("reactions",), (False, True)), ((), (False, False))])
def test_a_facilitator_chooses_the_tools(app, board, ticked, wanted):
    assert tools(app, board) == (True, True)
    form = {name: ["no", "yes"] if name in ticked else ["no"] for name in ("comments", "reactions")}  # a tick stands behind its "no"
    assert board.marja.ask("POST", f"{board.path}/tools", data=form).status == 303
    assert tools(app, board) == wanted


def test_the_dialog_shows_what_is_chosen(board):
    board.marja.send(f"{board.path}/tools", comments="no")
    form = board.marja.open(f"{board.path}/tools").form(f"{board.path}/tools")
    assert form.values["comments"] == "no" and form.values["reactions"] == "yes"


def test_open_pages_hear_of_it(board, enter):
    aino = enter(AINO)
    note = board.note(aino)
    since = aino.open(board.path).one("live").get("data-seq")
    board.marja.send(f"{board.path}/tools", comments="no", reactions="yes")
    assert aino.open(f"{board.activity}/changes?since={since}").numbers("note") == [note]


def test_participants_lead_nothing(board, enter):
    aino = enter(AINO)
    for address in ("tools", "voting", "hiding"):
        assert aino.open(f"{board.path}/{address}").status == aino.send(f"{board.path}/{address}").status == 403
