"""Registers what this room gives to the others: the handshake's addresses, and who may frame pages. It holds nothing about persons."""
from .framing import register_framing
from .outgoing import Outgoing
from .platform_keys import PlatformKeys
from .routes import lti


def register_lti(app) -> None:
    app.register_blueprint(lti)
    app.extensions["lti_requests"] = Outgoing()
    app.extensions["lti_platform_keys"] = PlatformKeys()
    app.extensions["lti_tool_keys"] = {}
    register_framing(app)
