"""Who comes to the console: Otto administers the usual platform, Liisa another, Tapio another client of the same issuer; Kaisa operates."""
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from lti_tool.access.operator import name_operator
from lti_tool.db import db, transaction
from lti_tool.lti import Platform
from tests.support.cast import ADMIN, OTTO, Person
from tests.support.platform import LearningPlatform
from tests.support.visitor import Visitor

OTTO_READS_ENGLISH = OTTO._replace(locale="en")
KAISA = Person("user-31", "Kaisa", "Hovila", course="perehdytys", locale="en")
LIISA = Person("user-61", "Liisa", "Vierula", ADMIN, course="toisaalla", locale="en")
TAPIO = Person("user-41", "Tapio", "Sisarus", ADMIN, course="sisar", locale="en")


class Console:
    """Looks into the database and arranges things there; gives the addresses."""

    def __init__(self, app, platform):
        self.app, self.platform = app, platform
        self.number = self.number_of(platform)

    def number_of(self, platform) -> int:
        return self.ask(sa.select(Platform.id).filter_by(issuer=platform.issuer, client_id=platform.client_id))

    def path(self, section="", platform=None) -> str:
        number = self.number_of(platform) if platform else self.number
        return f"/console/platforms/{number}" + (f"/{section}" if section else "")

    @contextmanager
    def writing(self):
        with self.app.app_context(), transaction():
            yield db.session

    def ask(self, question):
        """One value."""
        with self.app.app_context(), transaction(writes=False):
            return db.session.scalar(question)

    def everything(self) -> dict:
        """All rows of all tables."""
        with self.app.app_context(), transaction(writes=False):
            return {table.name: sorted(map(repr, db.session.execute(sa.select(table)).all())) for table in db.metadata.sorted_tables}


@pytest.fixture
def console(app, platform):
    return Console(app, platform)


@pytest.fixture
def otto(enter):
    return enter(OTTO_READS_ENGLISH)


@pytest.fixture
def kaisa(app, enter, platform):
    with app.app_context(), transaction():
        name_operator(platform.issuer, KAISA.sub)
    return enter(KAISA)


@pytest.fixture
def elsewhere(app, platform):
    """Another learning platform."""
    other = LearningPlatform("https://elsewhere.example", "client-9", name="Toinen alusta")
    other.register(app)
    return other


@pytest.fixture
def sibling(app, platform):
    """The same learning platform under another client ID: a tool that was added twice, or an issuer that several schools share."""
    other = LearningPlatform(platform.issuer, "client-2", name="Sisaralusta")
    other.register(app)
    return other


@pytest.fixture
def liisa(app, elsewhere):
    return Visitor(app, elsewhere, LIISA).launch()


@pytest.fixture
def tapio(app, sibling):
    return Visitor(app, sibling, TAPIO).launch()
