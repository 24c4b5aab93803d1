"""Bytes outside the database, named by their content: ab/cdef… in the files' folder. Knows no rows.

What is put here is on the disk for good before the transaction that refers to it commits.
"""
import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

from flask import current_app

from ..db import today

SMALL = ".small"  # beside a picture: the same, narrow enough for a note


def digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def path_of(digest: str, small: bool = False) -> Path:
    return current_app.extensions["files_folder"] / digest[:2] / (digest[2:] + (SMALL if small else ""))


def put(digest: str, data: bytes, small: bool = False) -> None:
    """Either the whole file is there afterwards, or none. Raises OSError when there is no room."""
    path = path_of(digest, small)
    folder = path.parent
    folder.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=folder, prefix="new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        day = today().timestamp()
        os.utime(temporary, (day, day))  # the hour would tell when a note without an author was given its picture
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    for made in (folder, folder.parent):  # or the name itself could be lost in a power cut
        descriptor = os.open(made, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def is_stored(digest: str) -> bool:
    return path_of(digest).is_file()


def read(digest: str, small: bool = False) -> bytes | None:
    """None when nothing is there."""
    try:
        return path_of(digest, small).read_bytes()
    except FileNotFoundError:
        return None


def drop(digest: str) -> None:
    for small in (False, True):
        path_of(digest, small).unlink(missing_ok=True)


def older_than(instant) -> dict[Path, str]:
    """path -> digest of everything that lies in the folder since before that instant, also of what was broken off in writing."""
    found = {}
    for path in current_app.extensions["files_folder"].glob("??/*"):
        with contextlib.suppress(FileNotFoundError):  # somebody else was faster
            if path.stat().st_mtime < instant.timestamp():
                found[path] = path.parent.name + path.name.removesuffix(SMALL)
    return found


def register_store(app) -> None:
    """The folder of the settings; without one, beside the SQLite file."""
    database = app.config["SQLALCHEMY_DATABASE_URI"]
    beside = f"{database.database}.files" if database.get_backend_name() == "sqlite" and database.database not in (None, ":memory:") else "lti-tool-files"
    app.extensions["files_folder"] = Path(app.config["FILES_FOLDER"] or beside).resolve()
