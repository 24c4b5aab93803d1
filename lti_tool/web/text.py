"""Every text that people write enters here: cleaned of what no text has, and refused (never cut) when it is too long."""
import unicodedata

from flask import current_app, request
from flask_babel import gettext as _
from flask_babel import ngettext

from ..db import Wording
from .client_data import guarded as without_client_data
from .errors import Refusal


class Unsuitable(Refusal):
    """A field holds something that cannot be taken. Nothing was changed; the page still has what was typed."""

    status = 422

    def __init__(self, field: str, sentence: str):
        super().__init__(field)
        self.field, self.sentence = field, sentence

    def words(self):
        return _("That cannot be saved yet"), self.sentence, _("Change it and send it again. Your text is still here.")

    def details(self):
        return {"field": self.field}


def clean(text: str) -> str:
    """Composed letters (NFC), plain line breaks, no control characters, no blank edges."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n"))
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs")).strip()


def must_fit(field: str, text: str, limit: int) -> None:
    """Raises Unsuitable."""
    if len(text) > limit:
        raise Unsuitable(field, ngettext("The text is %(num)s character too long (at most %(limit)s).",
                                         "The text is %(num)s characters too long (at most %(limit)s).", len(text) - limit, limit=limit))


def take_text(field: str, limit: int, required: bool = False, one_line: bool = False, guarded: bool = True) -> str:
    """The cleaned text of a form field. Raises Unsuitable when it is longer than `limit` characters, or missing though required.

    Raises ClientData when it may hold a client's data and its author has not decided yet, unless it is not `guarded`.
    """
    text = clean(request.form.get(field, ""))
    if one_line:
        text = " ".join(text.split())
    must_fit(field, text, limit)
    if guarded:
        text = without_client_data(field, text)
        must_fit(field, text, limit)  # once more: what stands in the place of a short word may be longer
    if required and all(c.isspace() or unicodedata.category(c) == "Cf" for c in text):  # also when only what is invisible stands there
        raise Unsuitable(field, _("There is no text yet."))
    return text


def take_language(field: str = "language", default: str | None = None) -> str:
    """The language that a text is said to be in; the interface's own when the form names none."""
    from .language import current_language

    language = request.form.get(field) or default or current_language()
    if language not in current_app.config["LANGUAGES"]:
        raise Unsuitable(field, _("That language is not one of those used here."))
    return language


def take_wording(field: str, limit: int, languages, before: Wording | None = None, required: bool = False, one_line: bool = False) -> Wording:
    """A Wording from fields named `title-fi`, `title-sv`; versions in languages the form does not show are kept."""
    wording = Wording(before or {})
    for language in languages:
        if f"{field}-{language}" in request.form:
            wording = wording.with_version(language, take_text(f"{field}-{language}", limit, one_line=one_line))
    if required and not wording:
        raise Unsuitable(field, _("There is no text yet."))
    return wording
