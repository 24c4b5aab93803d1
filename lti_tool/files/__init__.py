"""Files that people attach: what they may be, where their bytes are kept, and what refers to them.

Not here: the things that take files. They register themselves (see attachable.py) and show what `attachments_of` gives.
"""
from .attachable import Attachable, part_column, register_attachable
from .attachment import ALTERNATIVE_LIMIT, FILES_AT_MOST, Attachment, attachments_of, deleted_attachments_of, must_have_room, things_with_files
from .kinds import ACCEPTED
from .store import is_stored
from .store import put as put_bytes
from .store import read as read_bytes
from .stored_file import StoredFile, open_stored
from .references import register_reference
from .removal import forget_soon, remove_attachments_in, remove_attachments_of
from .sending import send_stored
from .upload import SIZE_AT_MOST, UPLOAD_AT_MOST, Upload, attach, attaching, make_upload, take_alternative, take_picture, take_upload

__all__ = ["ACCEPTED", "ALTERNATIVE_LIMIT", "Attachable", "Attachment", "FILES_AT_MOST", "SIZE_AT_MOST", "StoredFile", "UPLOAD_AT_MOST", "Upload", "attach",
           "attaching", "attachments_of", "deleted_attachments_of", "forget_soon", "is_stored", "make_upload", "must_have_room", "open_stored", "part_column", "put_bytes", "read_bytes",
           "register_attachable", "register_reference", "remove_attachments_in", "remove_attachments_of", "send_stored",
           "take_alternative", "take_picture", "take_upload", "things_with_files"]
