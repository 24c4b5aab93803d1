"""Registers what this room gives to the others: the handshake's addresses, who may frame pages, what is to be tidied. It holds nothing about persons."""
from .attempt import forget_old_attempts
from .framing import register_framing
from .outgoing import Outgoing
from .platform_keys import PlatformKeys
from .record import forget_old_records
from .routes import lti


def register_lti(app) -> None:
    app.register_blueprint(lti)
    app.extensions["lti_requests"] = Outgoing()
    app.extensions["lti_platform_keys"] = PlatformKeys()
    app.extensions["lti_tool_keys"] = {}
    app.extensions["chores"] += [forget_old_attempts, forget_old_records]
    register_framing(app)
