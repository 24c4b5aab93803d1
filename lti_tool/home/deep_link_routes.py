"""Choosing links inside the platform (deep linking): the dialog in its editor, and the answer that goes back."""
from flask import Blueprint, render_template, request
from flask_babel import ngettext

from ..access import FACILITATE, find, here
from ..activities import TITLE_LIMIT, kind_of
from ..db import transaction
from ..live import new_operation, operation_done, remember_operation
from ..lti import signing_key
from ..lti.deep_linking_answer import answer_of, signed
from ..lti.deep_linking_request import DeepLinkingRequest
from ..web import Unsuitable, allow_form_to, own_transactions
from .choosable import POINTS_AT_MOST, link_to, taken, the_home, what_can_be_made, what_is_there
from .home_routes import cards_of

deep_links = Blueprint("deep_links", __name__)


@deep_links.get("/deep-links/<int:request_id>")
def show(request_id):
    wish = find(DeepLinkingRequest, request_id, to=FACILITATE)
    wish.must_be_open()
    return picker(wish)


def picker(wish: DeepLinkingRequest, unsuitable: Unsuitable | None = None) -> str:
    """With what was chosen and typed, when it could not be taken."""
    course, viewer, there = wish.course, here(), what_is_there(wish.course)
    return render_template(
        "deep_links/pick.html", wish=wish, asked=wish.asked, course=course, viewpoint=viewer.own, op=new_operation(), unsuitable=unsuitable, sent=request.form,
        home=the_home(course), there=there, new=what_can_be_made(course), cards=cards_of([one.activity for one in there], None, viewer.person),
        kind_of=kind_of, points_most=POINTS_AT_MOST, title_limit=TITLE_LIMIT)


@deep_links.post("/deep-links/<int:request_id>")
@own_transactions
def answer(request_id):
    """Signs outside of transactions. A page that sends the same once more gets the same answer; another one hears that it comes too late."""
    key = signing_key()
    try:
        with transaction():
            given = given_answer(find(DeepLinkingRequest, request_id, to=FACILITATE))
    except Unsuitable as unsuitable:
        with transaction(writes=False):
            return picker(find(DeepLinkingRequest, request_id, to=FACILITATE), unsuitable), unsuitable.status
    allow_form_to(given.return_url)
    message = ngettext("%(num)s link was chosen.", "%(num)s links were chosen.", len(given.links)) if given.links else ""
    return render_template("deep_links/answer.html", address=given.return_url, token=signed(given, key, message), count=len(given.links))


def given_answer(wish: DeepLinkingRequest):
    if operation_done(here().topic) != wish.part:
        wish.must_be_open()
        wish.answer_with([] if "cancel" in request.form else links_chosen(wish))
        remember_operation(here().topic, wish.part)
    return answer_of(wish)


def links_chosen(wish: DeepLinkingRequest) -> list[dict]:
    course, asked = wish.course, wish.asked
    offered = [the_home(course), *what_is_there(course), *what_can_be_made(course)]
    return [link_to(choosable, course, asked) for choosable in taken(offered, asked.several)]
