"""Registers what this room gives to the others: the handshake's addresses, who may frame pages, what is to be tidied, what is held about persons."""
from ..access import permission_parent
from .attempt import forget_old_attempts
from .deep_linking_request import DeepLinkingRequest, forget_old_requests, place_of_request
from .framing import register_framing
from .holdings import register_holdings
from .invitation import forget_old_invitations
from .outgoing import Outgoing
from .platform_keys import PlatformKeys
from .record import forget_old_records
from .routes import lti


def register_lti(app) -> None:
    app.register_blueprint(lti)
    app.extensions["lti_requests"] = Outgoing()
    app.extensions["lti_platform_keys"] = PlatformKeys()
    app.extensions["lti_tool_keys"] = {}
    app.extensions["chores"] += [forget_old_attempts, forget_old_records, forget_old_invitations, forget_old_requests]
    permission_parent(app, DeepLinkingRequest, place_of_request)
    register_holdings(app)
    register_framing(app)
