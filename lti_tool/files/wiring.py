"""Registers what this room gives to the others."""
from flask_babel import format_decimal
from flask_babel import gettext as _

from ..access import permission_parent
from .attachment import Attachment, place_of_attachment
from .attachment_routes import attachments
from .holdings import register_holdings
from .removal import forget_old_files, forget_stray_bytes, purge_attachments
from .store import register_store

KILO, MEGA = 1024, 1024 * 1024


def file_size(size: int) -> str:
    """As people say it."""
    if size < MEGA:
        return _("%(size)s kB", size=format_decimal(max(1, round(size / KILO))))
    return _("%(size)s MB", size=format_decimal(round(size / MEGA, 1)))


def register_files(app) -> None:
    register_store(app)
    permission_parent(app, Attachment, place_of_attachment)
    register_holdings(app)
    app.jinja_env.filters["file_size"] = file_size
    app.extensions["chores"] += [purge_attachments, forget_old_files, forget_stray_bytes]
    app.register_blueprint(attachments)
