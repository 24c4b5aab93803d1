"""What the tests of jobs share: a kind of job that does what the test says, and looks into the table."""
import pytest
import sqlalchemy as sa

from lti_tool.db import db, transaction
from lti_tool.jobs import Job, later, register_job


@pytest.fixture
def done():
    """What was done, in its order: "course:7"."""
    return []


@pytest.fixture
def kind(app, done):
    """kind(act) registers the kind "visit", which notes what it was done about and then calls act(about)."""
    app.extensions["jobs_planned"].clear()

    def kind(act=lambda about: None, **more):
        def do(about):
            done.append(about)
            act(about)
        register_job(app, "visit", do, **more)
    return kind


@pytest.fixture
def plan(app):
    def plan(about="course:7", at=None):
        with app.app_context(), transaction():
            later("visit", about, at)
    return plan


@pytest.fixture
def jobs(app):
    """jobs() are all rows, in the order in which they were planned."""
    def jobs():
        with app.app_context():
            return list(db.session.scalars(sa.select(Job).order_by(Job.id)))
    return jobs
