"""Asks whether a text holds a client's data before it is kept. The author decides: send it anyway, blank it out, or edit it.

What the author has agreed to comes with the form, word for word: whatever is found later is asked about anew.
"""
from flask import current_app, request
from flask_babel import gettext as _
from markupsafe import Markup

from .errors import Refusal
from .guard import EMAIL_ADDRESS, IDENTITY_CODE, LISTED_WORD, PHONE_NUMBER, Finding, blanked, findings


class ClientData(Refusal):
    """A text holds what looks like a client's data, and its author has not said yet what to do. Nothing was changed."""

    status = 422
    template, page = "errors/_client_data.html", "errors/client_data.html"
    is_dialog, dialog = True, "guard"

    def __init__(self, field: str, text: str, found: list[Finding]):
        super().__init__(field)
        self.field, self.text, self.found = field, text, found

    def words(self):
        return (_("Is there a client's data in the text?"), _("Something in the text looks like a client's data. It has not been sent."),
                _("You decide. If you send it, a facilitator can remove the text for good."))

    def details(self):
        return {"field": self.field, "text": self.text, "pieces": list(pieces(self.text, self.found)), "says": says({f.kind for f in self.found}),
                "parts": "\n".join(one_line(self.text[f.start:f.end]) for f in self.found)}


def one_line(part: str) -> str:
    return " ".join(part.split())


def pieces(text: str, found: list[Finding]):
    """(text, whether it was found) from the beginning to the end."""
    end = 0
    for finding in found:
        yield text[end:finding.start], False
        yield text[finding.start:finding.end], True
        end = finding.end
    yield text[end:], False


def kind_words() -> dict[str, str]:
    """As they stand in "looks like …"."""
    return {IDENTITY_CODE: _("a personal identity code"), PHONE_NUMBER: _("a phone number"), EMAIL_ADDRESS: _("an e-mail address"),
            LISTED_WORD: _("a word on the course's list")}


def says(kinds) -> Markup:
    """What was found, in a sentence."""
    *others, last = [Markup("<strong>{}</strong>").format(words) for kind, words in kind_words().items() if kind in kinds]
    together = _("%(first)s and %(last)s", first=Markup(", ").join(others), last=last) if others else last
    return Markup(_("Something in the text looks like %(kinds)s. It has not been sent.")) % {"kinds": Markup(together)}


def block() -> str:
    """What stands in the place of a part that was blanked out: a word, so that it can be heard too, and rarely longer than the part."""
    return _("[hidden]")


def guarded(field: str, text: str, before: str = "") -> str:
    """The text as its author wants it kept. Raises ClientData as long as they have not said so. Nothing is asked about what stands in `before` already."""
    agreed = {one_line(part) for value in request.form.getlist("sent_anyway") for part in value.splitlines()}
    agreed |= {one_line(before[f.start:f.end]) for f in findings(before, listed_words())} if before else set()
    found = [f for f in findings(text, listed_words()) if one_line(text[f.start:f.end]) not in agreed]
    if not found:
        return text
    if request.form.get("blanked") == "yes":
        return blanked(text, found, block())
    raise ClientData(field, text, found)


def listed_words() -> list[str]:
    """The words of the course in which this is written, as the rooms above know it."""
    return [word for ask in current_app.extensions["word_lists"] for word in ask()]


def register_client_data(app) -> None:
    app.extensions["word_lists"] = []
    app.jinja_env.globals.update(kinds_of_client_data=kind_words, client_data_block=block)
