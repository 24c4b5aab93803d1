"""Why something is reported or hidden: one of a short list, and words of one's own."""
from flask import request
from flask_babel import gettext as _

from ..web import Unsuitable, take_text

WORDS_LIMIT = 1000
OTHER = "other"
REASONS = ("client_data", "unkind", "wrong", "elsewhere", OTHER)


def reason_words() -> dict[str, str]:
    return {"client_data": _("It may tell of a client"), "unkind": _("It is unkind to somebody"), "wrong": _("It is wrong or misleading"),
            "elsewhere": _("It belongs somewhere else"), OTHER: _("Something else")}


def reason_word(reason: str) -> str:
    return reason_words().get(reason, "")


def reason_taken() -> tuple[str, str]:
    """(reason, words). What is not on the list has to be said in words. Raises Unsuitable and ClientData."""
    reason = request.form.get("reason", "")
    if reason not in REASONS:
        raise Unsuitable("reason", _("Choose the reason that fits best."))
    return reason, take_text("text", WORDS_LIMIT, required=reason == OTHER)
