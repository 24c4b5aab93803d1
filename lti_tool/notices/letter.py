"""Tells whoever answers for accessibility of feedback that has come in."""
from flask import current_app
from flask_babel import force_locale
from flask_babel import gettext as _

from ..db import db, transaction
from ..jobs import JobFailed
from ..mail import NotSent, address_in, mail_is_set_up, send
from ..people import contact_of
from ..people.organisation import organisation_at
from ..web import language_name
from .feedback import Feedback

LETTER = "accessibility-feedback"


def send_feedback(about: str) -> None:
    """`about` is "feedback:7". Does nothing where the contact is no e-mail address: the console shows it anyway. Raises JobFailed."""
    with transaction(writes=False):
        letter = letter_about(int(about.partition(":")[2]))
    if letter:
        try:
            send(*letter)
        except NotSent as problem:
            raise JobFailed(str(problem)) from None


def letter_about(number: int) -> tuple[str, str, str, str | None] | None:
    """(address, subject, text, where to answer)."""
    feedback = db.session.get(Feedback, number)
    if not mail_is_set_up() or feedback is None or feedback.handled_at is not None:
        return None
    organisation = organisation_at(feedback.issuer, feedback.client_id) if feedback.issuer else None
    address = address_in(contact_of(organisation, "accessibility_contact"))
    if address is None:
        return None
    with force_locale(current_app.config["LANGUAGES"][0]):
        text = "\n\n".join([
            _("Somebody has given feedback about the accessibility of the workshop boards at %(address)s.", address=current_app.config["PUBLIC_URL"]),
            _("What they wrote (%(language)s):", language=language_name(feedback.language)), feedback.text,
            _("Where to answer: %(contact)s", contact=feedback.contact) if feedback.contact else _("They have not said where to answer."),
            _("Feedback is to be answered within 14 days. When it is done, mark it as handled in the console."), ""])
        return address, _("Feedback about accessibility"), text, address_in(feedback.contact)
