"""What the tests of live pages share: a real server, and who listens."""
import pytest
import sqlalchemy as sa

from lti_tool.activities import Activity
from lti_tool.db import db
from lti_tool.live import Topic, Viewer
from tests.support.cast import AINO, ORJAN
from tests.support.server import start


@pytest.fixture
def served(app):
    with start(app) as served:
        yield served


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def orjan(enter, board):
    return enter(ORJAN)


@pytest.fixture
def stream_path(board):
    return f"/activities/{board.id}/stream"


@pytest.fixture
def topic(app, board):
    """The number of the board's topic."""
    with app.app_context():
        return db.session.scalar(sa.select(Activity.topic_id).where(Activity.id == board.id))


@pytest.fixture
def head(app, topic):
    """head() is the number of the topic's last change."""
    def head():
        with app.app_context():
            return db.session.scalar(sa.select(Topic.seq).where(Topic.id == topic))
    return head


@pytest.fixture
def viewer(board, topic):
    """viewer(person=3, role="facilitator") listens to the board."""
    return lambda person=1, role="participant", language="fi": Viewer(topic, board.course, person, role, language)
