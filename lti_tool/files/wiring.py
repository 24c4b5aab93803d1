"""Registers what this room gives to the others."""
from ..access import permission_parent
from .attachment import Attachment, place_of_attachment
from .attachment_routes import attachments
from .holdings import register_holdings
from .references import register_reference
from .removal import forget_old_files, forget_stray_bytes, purge_attachments
from .store import register_store
from .words import file_size, kind_and_size


def register_files(app) -> None:
    register_store(app)
    register_reference(app, Attachment.file_id)
    permission_parent(app, Attachment, place_of_attachment)
    register_holdings(app)
    app.jinja_env.filters.update(file_size=file_size, kind_and_size=kind_and_size)
    app.extensions["chores"] += [purge_attachments, forget_old_files, forget_stray_bytes]
    app.register_blueprint(attachments)
