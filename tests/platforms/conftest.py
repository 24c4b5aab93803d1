"""Platforms that others wrote, known to the tool."""
import pytest
from cryptography.hazmat.primitives import serialization

from lti_tool.db import transaction
from lti_tool.lti import add_platform, signing_key
from tests.support.cast import AINO, MARJA, ORJAN
from tests.support.platform import TOOL
from tests.support.transport import WsgiAdapter

from .open_edx import ISSUER, OpenEdx


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def open_edx(app, monkeypatch):
    with app.app_context():
        _kid, key = signing_key()
    pem = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo).decode()
    platform = OpenEdx(TOOL, pem, [AINO, ORJAN, MARJA], monkeypatch)
    app.extensions["lti_requests"].mount(ISSUER, WsgiAdapter(platform.wsgi))
    with app.app_context(), transaction():
        add_platform(**platform.registration)
    yield platform
    platform.forget()
