"""Makes a backup: all tables as they are at one moment, with the files that they refer to, in one file. Others go on working meanwhile."""
import hashlib
import json
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa

from ..db import now, transaction
from ..db.migrating import present_on, snapshot
from ..db.traces import empty_log
from ..files import StoredFile, read_bytes
from .archive import MANIFEST, ArchiveRefused, Writer, new_archive
from .contents import Contents, program_version
from .tables import Table, count_of, numbers_given, rows_of, tables_of

PIECE = 4 * 1024 * 1024  # bytes of a table in one member
FILES_TABLE = "stored_file"


class MadeBackup(NamedTuple):
    contents: Contents
    files: int
    lost: list[str]  # digests of files that rows refer to, which are not on the disk as they were put there


def back_up(engine, path: Path) -> MadeBackup:
    """Not inside a transaction. Raises ArchiveRefused, and OSError when there is no room; then nothing is left behind."""
    try:
        with new_archive(path) as archive, snapshot(engine) as connection:
            revision = present_on(connection)
            if revision is None:
                raise ArchiveRefused("The database has no tables yet: there is nothing to back up.")
            tables = tables_of(connection)
            contents = Contents(now(), program_version(), engine.dialect.name, revision, tables, {table.name: count_of(connection, table) for table in tables},
                                numbers_given(connection, tables))
            archive.add(MANIFEST, contents.as_json())
            for table in tables:
                add_rows(archive, connection, table)
            files, lost = add_files(archive, connection, {table.name: table for table in tables}.get(FILES_TABLE))
    finally:
        if engine.dialect.name == "sqlite":
            empty_log(engine)  # what was removed for good meanwhile could not leave it, because we were looking
    return MadeBackup(contents, files, still_wanted(lost))


def add_rows(archive: Writer, connection, table: Table) -> None:
    lines, size, pieces = [], 0, 0
    for row in rows_of(connection, table):
        line = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        if lines and size + len(line) > PIECE:
            pieces += 1
            archive.add(f"tables/{table.name}.{pieces:06d}.jsonl", b"".join(lines))
            lines, size = [], 0
        lines.append(line)
        size += len(line)
    if lines:
        archive.add(f"tables/{table.name}.{pieces + 1:06d}.jsonl", b"".join(lines))


def add_files(archive: Writer, connection, table: Table | None) -> tuple[int, list[str]]:
    """How many were added, and which were not there whole."""
    added, lost = 0, []
    if table is None:
        return added, lost
    column = table.light.c["digest"]
    for digest in connection.scalars(sa.select(column).order_by(column).execution_options(yield_per=1000)):
        data = read_bytes(digest)
        if data is None or hashlib.sha256(data).hexdigest() != digest:
            lost.append(digest)
            continue
        archive.add(f"files/{digest[:2]}/{digest[2:]}", data)
        added += 1
        if small := read_bytes(digest, small=True):
            archive.add(f"files/{digest[:2]}/{digest[2:]}.small", small)
    return added, lost


def still_wanted(lost: list[str]) -> list[str]:
    """Without those that somebody has removed for good meanwhile."""
    if not lost:
        return lost
    with transaction(writes=False) as session:
        return [digest for digest in lost if session.scalar(sa.select(StoredFile.id).filter_by(digest=digest)) is not None]
