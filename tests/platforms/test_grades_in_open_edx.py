"""Open edX takes scores: its own line items, its strict reading of what we send, and its other answer to a moment that it has already."""
import re
import types

import pytest
import requests
import sqlalchemy as sa

from lti_tool.db import db, now, transaction
from lti_tool.grades import Score
from lti_tool.jobs import Job, work_off
from tests.support.boards import make_board
from tests.support.cast import AINO, MARJA

from .open_edx import BLOCK

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture(autouse=True)
def in_its_own_gradebook(monkeypatch, open_edx):
    """What it would ask of Open edX's courseware: the block is not among what the course grades, so that the score stays with the line item."""
    from lti_consumer.plugin import compat

    monkeypatch.setattr(compat, "load_block_as_user", lambda _location: types.SimpleNamespace(has_score=False))


@pytest.fixture
def board(app, arrive):
    """Opened by the block, with a note as what it takes to take part."""
    board = make_board(app, lambda person: arrive(person, block=f"{BLOCK}-home"))
    placement = re.search(r"/placements/\d+", arrive(MARJA).address).group()
    board.marja.post(placement, opens=f"activity:{board.id}")
    board.marja.post(f"{board.activity}/grades", counts="yes", asked=["note"])
    return board


def work(app) -> list[tuple]:
    """Does what is planned, however late; how the scores are then."""
    with app.app_context(), transaction():
        db.session.execute(sa.update(Job).where(Job.kind == "scores").values(due_at=now()))
    work_off(app)
    with app.app_context(), transaction(writes=False):
        return [(score.state, score.problem) for score in db.session.scalars(sa.select(Score))]


def kept() -> list[tuple]:
    from lti_consumer.models import LtiAgsScore

    return [(score.user_id, score.score_given, score.score_maximum, score.grading_progress, score.line_item.resource_id) for score in LtiAgsScore.objects.all()]


def test_it_takes_a_score_in_a_column_of_its_own(app, board, arrive, open_edx):
    board.note(arrive(AINO))
    assert work(app) == [("sent", "")]
    assert kept() == [(AINO.sub, 1, 1, "FullyGraded", f"activity-{board.id}")]
    board.marja.post(f"{board.activity}/grades/sending", of=str(score_owner(app)))
    assert work(app) == [("sent", "")] and len(kept()) == 1


def test_what_arrived_although_its_answer_was_lost_is_there_once(app, board, arrive, open_edx):
    """It answers 400, and not 409, to a moment that it has: a later one tells."""
    send, lost = open_edx.adapter.send, []

    def losing(request, **how):
        answer = send(request, **how)
        if request.url.endswith("/scores") and not lost:
            lost.append(answer.status_code)
            raise requests.ConnectionError("broken off")
        return answer
    open_edx.adapter.send = losing
    board.note(arrive(AINO))
    assert work(app) == [("waiting", "PlatformDoesNotAnswer")] and lost == [201]
    assert work(app) == [("sent", "")] and len(kept()) == 1


def score_owner(app) -> int:
    with app.app_context(), transaction(writes=False):
        return db.session.scalar(sa.select(Score.person_id))
