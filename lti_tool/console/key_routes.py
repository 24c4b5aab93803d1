"""The tool's own keys: which are published, and a new one in their place. For operators."""
from datetime import timedelta

from flask import Blueprint, request, url_for
from flask_babel import gettext as _

from ..access.operator import the_operator
from ..db import transaction
from ..lti.key import KNOWN_FIRST, OVERLAP, published_keys, rotate, signing
from ..web import Unsuitable, leads_to, own_transactions
from .page import page

tool_keys = Blueprint("tool_keys", __name__)
DAYS_AT_MOST = 90


@tool_keys.get("/console/keys")
def show():
    the_operator()
    keys = published_keys()
    return page("keys", keys=keys, signing=signing(keys) if keys else None, from_when={key.id: key.made_at + KNOWN_FIRST for key in keys},
                minutes=int(KNOWN_FIRST.total_seconds() // 60), days=OVERLAP.days, days_at_most=DAYS_AT_MOST)


@tool_keys.post("/console/keys")
@own_transactions
def renew():
    """Making a key takes a while: nobody waits for it."""
    with transaction():
        the_operator()
    rotate(timedelta(days=days_taken()))
    return leads_to(url_for("tool_keys.show", saved="yes"))


def days_taken() -> int:
    text = request.form.get("days", "").strip()
    if not (text.isascii() and text.isdigit()) or int(text) > DAYS_AT_MOST:
        raise Unsuitable("days", _("Write the days as a number from 0 to %(most)s.", most=DAYS_AT_MOST))
    return int(text)
