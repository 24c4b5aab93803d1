"""Platforms that others wrote, known to the tool."""
import pytest

from lti_tool.db import transaction
from lti_tool.lti import add_platform, signing_key
from tests.support.cast import AINO, MARJA, ORJAN, OTTO
from tests.support.platform import TOOL
from tests.support.transport import WsgiAdapter
from tests.support.visitor import Visitor

from .open_edx import ISSUER, OpenEdx


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def open_edx(app, monkeypatch):
    with app.app_context():
        _kid, key = signing_key()
    platform = OpenEdx(TOOL, key, [AINO, ORJAN, MARJA, OTTO], monkeypatch)
    platform.adapter = WsgiAdapter(platform.wsgi)
    app.extensions["lti_requests"].mount(ISSUER, platform.adapter)
    with app.app_context(), transaction():
        add_platform(**platform.registration)
    yield platform
    platform.forget()


@pytest.fixture
def arrive(app, open_edx):
    """arrive(AINO) launches from Open edX and gives the person's browser."""
    return lambda person, **how: Visitor(app, open_edx, person).launch(**how)
