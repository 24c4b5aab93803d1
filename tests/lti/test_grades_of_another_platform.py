"""A platform that others wrote (lti1p3platform) takes a score: its own tokens, its own addresses, its own reading of what we send."""
import json
import re

import pytest
import sqlalchemy as sa
from lti1p3platform.score import UpdateScoreStatus
from lti1p3platform.service_connector import AssignmentsGradesService
from werkzeug.wrappers import Request, Response

from lti_tool.db import db, transaction
from lti_tool.grades import Score
from lti_tool.jobs import work_off
from lti_tool.lti import add_platform
from tests.support.boards import make_board
from tests.support.cast import AINO, MARJA
from tests.support.transport import WsgiAdapter
from tests.support.visitor import Visitor

from .test_another_platform import CLIENT, ISSUER, Asked, Configuration, launch, lms

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class Gradebook(AssignmentsGradesService):
    """One line item, which its launches name."""

    taken: list = []

    def update_score(self, line_item_id, score):
        if any(known["userId"] == score["userId"] and known["timestamp"] >= score["timestamp"] for known in self.taken):
            return UpdateScoreStatus.OLD_TIMESTAMP
        self.taken.append(score)
        return UpdateScoreStatus.CREATED

    def unused(self, *_args, **_how):
        raise NotImplementedError

    find_lineitems = find_lineitem = create_lineitem = update_lineitem = delete_lineitem = get_results = unused


Gradebook.__abstractmethods__ = frozenset()


class Posted(Asked):
    """What was sent as JSON, under whichever kind."""

    def build_metadata(self, request):
        return {**super().build_metadata(request), "json": json.loads(request.get_data() or "null")}


def graded(environ, start_response):
    request = Request(environ)
    if request.path != "/lineitems/1/scores":
        return lms(environ, start_response)
    assert request.content_type == "application/vnd.ims.lis.v1.score+json"
    service = Gradebook(Posted(request), Configuration(), f"{ISSUER}/lineitems", f"{ISSUER}/lineitems/1")
    said = service.handle_resp(service.handle_update_score, line_item_id="1")
    return Response(json.dumps(said.result), said.code, content_type=said.media_type)(environ, start_response)


class TheirPlatform:
    issuer, client_id = ISSUER, CLIENT
    launch = staticmethod(launch)


def test_it_takes_a_score_in_the_column_that_its_launch_names(app):
    Gradebook.taken.clear()
    app.extensions["lti_requests"].mount(ISSUER, WsgiAdapter(lambda environ, start_response: graded({**environ, "tool": app}, start_response)))
    with app.app_context(), transaction():
        add_platform(ISSUER, CLIENT, ["1"], f"{ISSUER}/auth", f"{ISSUER}/token", f"{ISSUER}/jwks", "LMS")

    def arrive(person, **what):
        return Visitor(app, TheirPlatform, person).launch(**what)
    board = make_board(app, lambda person: arrive(person, link="rl-home"))
    placement = re.search(r"/placements/\d+", arrive(MARJA).address).group()
    board.marja.post(placement, opens=f"activity:{board.id}")
    board.marja.post(f"{board.activity}/grades", counts="yes", asked=["note"])
    board.note(arrive(AINO))
    work_off(app)
    with app.app_context(), transaction(writes=False):
        assert [(score.state, score.problem) for score in db.session.scalars(sa.select(Score))] == [("sent", "")]
    said, = Gradebook.taken
    assert (said["userId"], said["scoreGiven"], said["scoreMaximum"], said["gradingProgress"]) == (AINO.sub, 1, 1, "FullyGraded")
    board.marja.post(f"{board.activity}/grades/sending", of=board.marja.open(f"{board.activity}/grades").all("button", name="of")[0].get("value"))
    work_off(app)
    assert len(Gradebook.taken) == 2 and Gradebook.taken[0]["timestamp"] < Gradebook.taken[1]["timestamp"]
