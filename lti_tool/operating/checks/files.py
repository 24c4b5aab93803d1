"""The folder of attached files: writable, with room left, and holding what notes refer to."""
import shutil
import tempfile
from pathlib import Path

import sqlalchemy as sa
from flask import current_app

from ...db import db, transaction
from ...files import StoredFile, is_stored
from ..finding import bad, good, look, many

MEGABYTE = 1024 * 1024
TOO_LITTLE, LITTLE = 200 * MEGABYTE, 1024 * MEGABYTE


def look_at_room():
    folder, database = current_app.extensions["files_folder"], current_app.config["SQLALCHEMY_DATABASE_URI"]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        yield bad("files", f"Nothing can be written into {folder}: {error.strerror}.", "Give the folder to the user under whom the tool runs, or set LTI_TOOL_FILES_FOLDER.")
        return
    places = {folder} | ({Path(database.database).parent} if database.get_backend_name() == "sqlite" else set())
    for place in sorted(places):
        free = shutil.disk_usage(place).free
        if free < TOO_LITTLE:
            yield bad("room", f"{place} has only {free // MEGABYTE} MB left: soon nothing can be saved.", "Make room.")
        elif free < LITTLE:
            yield look("room", f"{place} has {free // MEGABYTE} MB left.", "Make room before it is full.")
        else:
            yield good("room", f"{place} has {free / 1e9:.0f} GB left.")


def look_at_files():
    with transaction(writes=False):
        digests = db.session.scalars(sa.select(StoredFile.digest).order_by(StoredFile.id)).all()
    missing = [digest for digest in digests if not is_stored(digest)]
    if missing:
        yield bad("files", f"Of {many(len(digests), 'file')} {len(missing)} cannot be found in {current_app.extensions['files_folder']}: notes show gaps. The first is {missing[0]}.",
                  "Bring them back from a backup: in it they are at files/" + missing[0][:2] + "/… under these names.")
    else:
        yield good("files", f"{many(len(digests), 'file')}, all there.")
