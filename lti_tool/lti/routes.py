"""The addresses of the handshake: /lti/login, /lti/cookie, /lti/launch, /lti/jwks. They act for no session, so any platform may frame them."""
from functools import partial

from flask import Blueprint, jsonify, make_response, render_template, request, url_for
from sqlalchemy.exc import IntegrityError
from werkzeug.datastructures import CombinedMultiDict

from ..access import begin_visit, person_mark, the_visitor
from ..db import transaction
from ..people import arrive, take_groups
from ..web import allow_form_to, framed_by_anybody, from_elsewhere, own_transactions, public
from .administrator import launched
from .attempt import spend_attempt
from .claims import LaunchMessage
from .handshake import StateCookie, Words, the_handshake
from .key import key_set
from .landing import landing
from .launch import Launch
from .leading_on import address_for
from .login import Login
from .platform import find_platform
from .record import remember_launch
from .refusals import LaunchRefused
from .refused_page import answer_refusal, in_launch_language
from .report import remember_report
from .roster import note_roster
from .storage import page_that_asks

lti = Blueprint("lti", __name__, url_prefix="/lti")
ARRIVAL_TRIES = 5


@lti.errorhandler(LaunchRefused)
def refused(refusal):
    return answer_refusal(refusal)


@lti.route("/login", methods=["GET", "POST"])
@public
@own_transactions
@from_elsewhere
def login():
    """Begins a login: a page that asks the platform who this is. Not a redirect: Safari loses partitioned cookies in chains of them."""
    framed_by_anybody()
    begun = Login(CombinedMultiDict([request.form, request.args]))
    the_handshake().language = (request.values.get("ui_locales") or "").partition(" ")[0]
    with transaction():
        question = begun.question()
    platform = the_handshake().platform
    for origin in platform.origins:  # a platform may lead its login on to another address of its own
        allow_form_to(origin)
    with in_launch_language():
        page = render_template("lti/login.html", question=question, hints=begun.hints(), platform=platform,
                               check=url_for("lti.cookie", state=begun.state), storage=begun.storage())
    response = make_response(page)
    begun.remember_in(response)
    return response


@lti.get("/cookie")
@public
@own_transactions
def cookie():
    """Whether this browser keeps the login's cookie here, or the visit's: pages of the handshake ask before they go on."""
    if state := request.args.get("state"):
        return jsonify(came_back=StateCookie(Words({})).get_cookie(state) == state)
    with transaction(writes=False):
        visitor = the_visitor()
        return jsonify(came_back=visitor is not None and person_mark(visitor) == request.args.get("person"))


@lti.post("/launch")
@public
@own_transactions
@from_elsewhere
def launch():
    """The platform's answer. Two transactions, and between them the platform's keys may have to be fetched."""
    framed_by_anybody()
    if page := page_that_asks(request.form):
        return page
    handshake = the_handshake()
    with transaction():
        begun = spend_attempt(request.form.get("state", ""))
        platform = begun and find_platform(begun.issuer, begun.client_id)
        handshake.platform = platform.known() if platform and platform.enabled else None
    if begun:
        handshake.issuer, handshake.client_id = begun.issuer, begun.client_id
    opened = Launch(request.form, begun, handshake.platform)
    try:
        response = let_in(opened.message())
    except LaunchRefused as refusal:
        response = answer_refusal(refusal)
    opened.forget_state(response)
    return response


def let_in(message: LaunchMessage):
    """Person, course, membership, visit; then on to where it leads. Tries again when newcomers of one course meet."""
    for tries_left in reversed(range(ARRIVAL_TRIES)):
        try:
            with transaction():
                membership = arrive(message.arrival, partial(launched, the_handshake().platform.id))
                take_groups(membership, message.carried.groups)
                note_roster(message, membership)
                response = landing(address_for(message, membership), membership.person)
                begin_visit(response, membership.person)
                remember_launch(the_handshake())
                remember_report(message, membership, the_handshake())
            return response
        except IntegrityError:
            if not tries_left:
                raise


@lti.get("/jwks")
@public
@own_transactions
def jwks():
    response = jsonify(key_set())
    response.headers["Cache-Control"] = "public, max-age=300"
    return response
