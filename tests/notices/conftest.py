"""Who reads notices: people of a course in English, so that words can be looked for; and somebody whom nobody knows."""
import pytest

from lti_tool.db import Wording, db, transaction
from lti_tool.people.organisation import organisation_at
from tests.support.cast import AINO, MARJA
from tests.support.page import Seen
from tests.support.platform import TOOL
from tests.support.visitor import FROM_HERE


@pytest.fixture
def aino(enter, board):
    return enter(AINO._replace(locale="en"))


@pytest.fixture
def marja(enter, board):
    return enter(MARJA._replace(locale="en"))


class Stranger:
    def __init__(self, app, language="en"):
        self.client, self.language = app.test_client(), language

    def open(self, path) -> Seen:
        return Seen(self.client.get(path, base_url=TOOL, headers={**FROM_HERE, "Accept-Language": self.language}))

    def post(self, path, **form) -> Seen:
        return Seen(self.client.post(path, base_url=TOOL, data=form, headers={**FROM_HERE, "Accept-Language": self.language}))


@pytest.fixture
def stranger(app):
    return Stranger(app)


@pytest.fixture
def organisation(app, platform):
    """organisation(name="…") says who stands behind the platform's courses."""
    def change(**values):
        with app.app_context(), transaction():
            known = organisation_at(platform.issuer, platform.client_id)
            for name, value in values.items():
                setattr(known, name, Wording(value) if isinstance(value, dict) else value)
            db.session.add(known)
    return change
