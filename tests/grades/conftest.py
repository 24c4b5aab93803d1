"""The tool beside the demo platform, which answers as Moodle 4.5 was measured to: a board of Marja's, and a link of the course that opens it."""
import contextvars
import json
import re
import shutil
from types import SimpleNamespace

import pytest
import sqlalchemy as sa
from werkzeug.wrappers import Response

from demo.people import CAST
from demo.platform import create_platform, registration
from lti_tool.db import db, now, transaction
from lti_tool.grades import Score
from lti_tool.jobs import Job, work_off
from lti_tool.lti import LineItem, add_platform
from tests.demo.tool import Reaching
from tests.support.application import COMPILED_TEMPLATES
from tests.support.boards import make_board
from tests.support.platform import TOOL, Form
from tests.support.transport import WsgiAdapter
from tests.support.visitor import Visitor

ISSUER = "https://demo.example"
AINO, ORJAN, MARJA = (next(person for person in CAST if person.key == key) for key in ("aino", "orjan", "marja"))
TO_BOARD, UNPLACED = "2", "9"  # links of the demo's course


@pytest.fixture(scope="session")
def first_start(tmp_path_factory):
    folder = tmp_path_factory.mktemp("moodle")
    create_platform(folder, TOOL, ISSUER)
    return folder


class Moodle:
    """`spoilt`: end of a path -> what is answered in the place of the platform's own; a function gets the request and may answer None."""

    issuer, client_id = ISSUER, "demo-workspace"

    def __init__(self, app, folder):
        self.app, self.platform, self.spoilt = app, create_platform(folder, TOOL, ISSUER), {}
        self.platform.jinja_env.bytecode_cache = COMPILED_TEMPLATES
        self.platform.requests.mount(TOOL, Reaching(lambda environ, start: contextvars.Context().run(app.wsgi_app, environ, start)))
        self.browser, self.adapter = self.platform.test_client(), WsgiAdapter(self.wsgi)
        app.extensions["lti_requests"].mount(ISSUER, self.adapter)
        with app.app_context(), transaction():
            add_platform(**registration(ISSUER))

    def wsgi(self, environ, start_response):
        for end, answer in self.spoilt.items():
            if environ["PATH_INFO"].endswith(end):
                answer = answer(environ) if callable(answer) and not isinstance(answer, Response) else answer
                if answer is not None:
                    return answer(environ, start_response)
        return self.platform(environ, start_response)

    def launch(self, client, person, link=TO_BOARD):
        headers = {"Sec-Fetch-Site": "cross-site", "Origin": ISSUER}
        asked = Form(self.browser.get(f"/as/{person.key}/links/{link}/launch").text)
        question = Form(client.post("/lti/login", base_url=TOOL, data=asked.fields, headers=headers).text)
        answer = Form(self.browser.get("/auth", query_string=question.fields).text)
        return client.post("/lti/launch", base_url=TOOL, data=answer.fields, headers=headers)

    def asked(self, end) -> int:
        return sum(call.address.partition("?")[0].endswith(end) for call in self.adapter.calls)

    def rows(self, statement):
        with self.platform.app_context():
            return [dict(row) for row in self.platform.store.rows(statement)]

    def grades(self) -> dict:
        """person's number -> (grade, when)"""
        return {row["person"]: (row["given"], row["at"]) for row in self.rows("SELECT * FROM score")}

    def given(self) -> dict:
        return {person: grade for person, (grade, _at) in self.grades().items()}

    def items(self) -> list:
        return self.rows("SELECT * FROM line_item")

    def add_item(self, maximum=10, link=TO_BOARD):
        """As when a teacher lets the link be graded."""
        with self.platform.app_context():
            self.platform.store.change("INSERT INTO line_item (course, tool, link, label, maximum, resource_id, tag) VALUES ('1', 1, ?, 'Arvioitava', ?, '', '')", link, maximum)


@pytest.fixture
def moodle(app, first_start, tmp_path):
    shutil.copytree(first_start, tmp_path / "moodle")
    return Moodle(app, tmp_path / "moodle")


@pytest.fixture
def arrive(app, moodle):
    def arrive(person, link=TO_BOARD):
        visitor = Visitor(app, moodle, person).launch(link=link)
        visitor.post("/me/settings", language="en")
        return visitor
    return arrive


@pytest.fixture
def board(app, arrive):
    """Open, and what the link to it leads to."""
    board = make_board(app, lambda person: arrive(MARJA, UNPLACED))
    placement = re.search(r"/placements/\d+", arrive(MARJA).address).group()
    assert board.marja.post(placement, opens=f"activity:{board.id}").leads_to == board.path
    return board


@pytest.fixture
def asking(board):
    """asking("note", "vote"): from now on that is what it takes."""
    def asking(*rules, every="yes", counts="yes", status=303):
        answer = board.marja.post(f"{board.activity}/grades", counts=counts, asked=list(rules), every=every)
        assert answer.status == status, answer.text
        return answer
    return asking


@pytest.fixture
def results(app):
    """What the tool keeps; `work()` does all that is planned, however late it is planned for."""
    def work():
        for _time in range(3):  # counting plans sending
            with app.app_context(), transaction():
                db.session.execute(sa.update(Job).where(Job.kind.in_(["scores", "participation"]), Job.due_at > now()).values(due_at=now()))
            if not work_off_once(app):
                break

    def scores():
        with app.app_context(), transaction(writes=False):
            return {score.person.subject: (score.state, score.problem) for score in db.session.scalars(sa.select(Score))}

    def items():
        with app.app_context(), transaction(writes=False):
            return [(item.address, item.is_ours) for item in db.session.scalars(sa.select(LineItem))]

    def planned():
        with app.app_context(), transaction(writes=False):
            return {job.kind: (job.due_at - now()).total_seconds() for job in db.session.scalars(sa.select(Job).where(Job.kind.in_(["scores", "participation"])))}
    return SimpleNamespace(work=work, scores=scores, items=items, planned=planned, send=lambda: work_off(app))


def work_off_once(app) -> int:
    return work_off(app)


def answering(status, said="", kind="application/json", **headers) -> Response:
    return Response(said if isinstance(said, str) else json.dumps(said), status, content_type=kind, headers=headers)
