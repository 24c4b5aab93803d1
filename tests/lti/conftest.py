"""What the tests of the handshake share: browsers, and what is in the database afterwards."""
import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from lti_tool.access import Visit
from lti_tool.activities import Placement
from lti_tool.db import db, transaction
from lti_tool.lti.attempt import LoginAttempt
from lti_tool.lti.record import LaunchRecord
from lti_tool.people import Course, Membership, Person
from tests.support.registering import Admin, RegisteringPlatform, make_invitation

ROWS = {"people": Person, "courses": Course, "memberships": Membership, "visits": Visit, "placements": Placement}


@pytest.fixture
def client(app):
    """A browser."""
    return app.test_client()


@pytest.fixture
def other_client(app):
    """A browser of somebody else."""
    return app.test_client()


class Seen:
    """Looks into the database."""

    def __init__(self, app):
        self.app = app

    def all(self, noun, **values):
        with self.app.app_context(), transaction(writes=False):
            found = list(db.session.scalars(sa.select(noun).filter_by(**values).order_by(*noun.__table__.primary_key)).unique())
            db.session.expunge_all()
            return found

    def counts(self):
        return {name: len(self.all(noun)) for name, noun in ROWS.items()}

    def records(self):
        return self.all(LaunchRecord)

    def attempts(self):
        return self.all(LoginAttempt)

    def membership(self, person, course="kkv"):
        """As the last launch left it: (role, is course admin)."""
        with self.app.app_context(), transaction(writes=False):
            found = db.session.scalars(sa.select(Membership).join(Person).where(Person.subject == person.sub)).all()
            assert len(found) == 1
            return found[0].role, found[0].is_course_admin


@pytest.fixture
def seen(app):
    return Seen(app)


@pytest.fixture
def moodle(app):
    """A platform that the tool does not know yet, and that can connect itself."""
    moodle = RegisteringPlatform()
    moodle.reach(app)
    return moodle


@pytest.fixture
def admin(app, moodle):
    """Whoever administers it."""
    return Admin(app, moodle)


@pytest.fixture
def code(app):
    """Of an invitation for it."""
    return make_invitation(app)


@pytest.fixture
def run(app):
    """run(platforms, "list"): the operator's commands."""
    def run(group, *words, **options):
        with app.app_context():
            return CliRunner().invoke(group, [str(word) for word in words], **options)
    return run
