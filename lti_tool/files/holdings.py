"""What is held about a person in files: those on what they wrote. The rows themselves name nobody."""
from flask import current_app
from flask_babel import gettext as _

from ..people import Held, of_no_course, register_held
from ..web import current_language
from .attachable import things_by
from .attachment import attachments_by
from .removal import remove_attachments_of
from .words import kind_and_size


def show_attachments(person_id):
    site = current_app.config["PUBLIC_URL"]
    return [{_("Where"): str(activity.title.best(current_language())), _("File"): attachment.name, _("Kind and size"): kind_and_size(attachment.file),
             _("What it shows"): attachment.alternative_text, _("Only decorative"): attachment.decorative,
             _("Address"): site + attachment.address, _("Deleted"): attachment.deleted_at}
            for attachment, activity in attachments_by(things_by(person_id))]


def erase_attachments(person_id, leave_texts):
    """What others still need to read stays with its files."""
    if not leave_texts:
        remove_attachments_of(*things_by(person_id))


def register_holdings(app) -> None:
    # Without its author's name a text keeps its files, when its course is made anonymous too.
    register_held(app, Held("attachment", lambda: _("Files you attached"), lambda: _("So that others can see what belongs to what you wrote."),
                            lambda: _("As long as what they are attached to. Deleted ones can be restored for 30 days."), show_attachments, erase_attachments, of_no_course))
