"""Registers what this room gives to the others: the addresses of handshake and registration, who may frame pages, what is to be tidied, what is held about persons."""
from ..access import permission_parent
from ..jobs import register_job
from .access_token import AccessTokens
from .attempt import forget_old_attempts
from .deep_linking_request import DeepLinkingRequest, forget_old_requests, place_of_request
from .doctor.routes import connection
from .framing import register_framing
from .holdings import register_holdings
from .invitation import forget_old_invitations
from .outgoing import Outgoing
from .platform_keys import PlatformKeys
from .record import forget_old_records
from .registration import forget_old_pending
from .registration_routes import registration
from .report import forget_old_reports
from .roster import JOB, plan_daily_readings, read_as_job
from .routes import lti
from .turns import offer_turns


def register_lti(app) -> None:
    app.register_blueprint(lti)
    app.register_blueprint(registration)
    app.register_blueprint(connection)
    offer_turns(app)
    app.extensions["line_item_told"] = []  # (placement): rooms above that send scores hear what a launch says of a link's grades
    app.extensions["lti_requests"] = Outgoing()
    app.extensions["lti_platform_keys"] = PlatformKeys()
    app.extensions["lti_tool_keys"] = {}
    app.extensions["lti_access_tokens"] = AccessTokens()
    app.extensions["chores"] += [forget_old_attempts, forget_old_records, forget_old_reports, forget_old_invitations, forget_old_pending, forget_old_requests, plan_daily_readings]
    register_job(app, JOB, read_as_job)
    permission_parent(app, DeepLinkingRequest, place_of_request)
    register_holdings(app)
    register_framing(app)
