"""The database: reachable, at the right revision, whole, and keeping what it was given when the power goes."""
import stat
from pathlib import Path

import sqlalchemy as sa
from flask import current_app
from sqlalchemy.exc import DatabaseError, OperationalError

from ...db import db
from ...db.migrating import known_revisions, newest, present_on
from ..finding import BAD, bad, good, look

OLDEST_POSTGRESQL = 13
DAMAGED = "Stop the server, keep a copy of the file, and restore the last backup."
OF_A_NETWORK = ("nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "glusterfs", "ceph")


def look_at_database():
    try:
        with db.engine.connect() as connection:
            revision = present_on(connection)
    except OperationalError as error:
        yield bad("database", f"It cannot be reached: {first_line(error)}", "See that it runs, and that LTI_TOOL_DATABASE_URL is right.")
        return
    except DatabaseError as error:
        yield bad("database", f"It cannot be read: {first_line(error)}", DAMAGED)
        return
    if revision is None:
        yield bad("database", "It has no tables yet.", "Run `lti-tool upgrade`.")
    elif revision not in known_revisions():
        yield bad("database", f"It is of revision {revision}, which this program does not know: a newer program has used it.", "Install that newer version again.")
    elif revision != newest():
        yield bad("database", f"It is of revision {revision}, and this program needs {newest()}.", "Make a backup, then run `lti-tool upgrade`.")
    else:
        yield good("database", f"It is there, at revision {revision}.")


def first_line(error: DatabaseError) -> str:
    return str(error.orig).strip().partition("\n")[0]


def look_at_database_settings():
    try:
        with db.engine.connect() as connection:
            found = list((of_sqlite if connection.dialect.name == "sqlite" else of_postgresql)(connection))
    except DatabaseError as error:
        found = [bad("database", f"It cannot be read: {first_line(error)}", DAMAGED)]
    yield from found
    if not any(finding.state == BAD for finding in found):
        yield good("database", "It is set up so that nothing that was saved is lost.")


def of_sqlite(connection):
    file = Path(current_app.config["SQLALCHEMY_DATABASE_URI"].database)
    if (mode := connection.exec_driver_sql("PRAGMA journal_mode").scalar()) != "wal":
        yield bad("database", f"SQLite keeps its log as {mode} instead of WAL: pages would wait for each other.", "Put the file on a disk of this machine.")
    if (place := kind_of_place(file)) in OF_A_NETWORK:
        yield bad("database", f"The SQLite file is on a network's file system ({place}), where it can be damaged.", "Put it on a disk of this machine, or use PostgreSQL.")
    if file.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH | stat.S_IWGRP | stat.S_IWOTH):
        yield look("database", f"Other users of this machine can read {file}, or its group can.", f"Take it from them: chmod 600 {file}")
    if (said := connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()) != "ok":
        yield bad("database", f"The file is damaged: {said}", DAMAGED)
    if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
        yield bad("database", f"Rows refer to something that is not there: {len(broken)}, first in {broken[0][0]}.", "Keep a copy of the file, and report this.")


def kind_of_place(file: Path) -> str:
    """The kind of the file system on which it is, as far as this machine says so."""
    try:
        mounts = [line.split() for line in Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines()]
    except OSError:
        return ""
    around = [(len(mount[1]), mount[2]) for mount in mounts if file.is_relative_to(mount[1])]
    return max(around)[1] if around else ""


def of_postgresql(connection):
    def setting(name):
        return connection.scalar(sa.text("SELECT current_setting(:name)"), {"name": name})

    if (version := int(setting("server_version_num")) // 10000) < OLDEST_POSTGRESQL:
        yield bad("database", f"PostgreSQL {version} is no longer kept safe by its makers.", f"Upgrade it to {OLDEST_POSTGRESQL} or newer.")
    if (encoding := setting("server_encoding")) != "UTF8":
        yield bad("database", f"Its encoding is {encoding}: not every name can be written in it.", "Make a new database with ENCODING 'UTF8' and restore a backup into it.")
    for name in ("fsync", "synchronous_commit", "full_page_writes"):
        if setting(name) == "off":
            yield bad("database", f"PostgreSQL does not wait for the disk ({name} is off): what people were told is saved can be lost.", f"Set {name} = on.")
    needed, free = current_app.config["THREADS"] + 6, int(setting("max_connections")) - int(setting("superuser_reserved_connections"))
    if needed > free:
        yield bad("database", f"One server process may need {needed} connections, and PostgreSQL gives {free}.", "Set its max_connections higher, or LTI_TOOL_THREADS lower.")
