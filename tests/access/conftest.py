"""What tests about visits share: the database's rows, and one browser for two people."""
import pytest
import sqlalchemy as sa

from lti_tool.db import db, transaction
from tests.support.visitor import Visitor


@pytest.fixture
def rows(app):
    """rows(Visit) as they are in the database."""
    def rows(noun):
        with app.app_context(), transaction(writes=False):
            found = list(db.session.scalars(sa.select(noun)).unique())
            db.session.expunge_all()
            return found
    return rows


@pytest.fixture
def same_browser(app, platform):
    """same_browser(aino, ORJAN): Örjan sits down where Aino has been, and launches."""
    def arrive(before, person, **how):
        visitor = Visitor(app, platform, person)
        visitor.client = before.client
        return visitor.launch(**how)
    return arrive
