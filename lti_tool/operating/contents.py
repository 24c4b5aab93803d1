"""What stands in a backup's first member: from when, from which revision, which tables with how many rows, and which numbers were given."""
import json
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

from ..db.migrating import known_revisions
from .archive import ArchiveRefused
from .tables import KINDS, Table, read_instant

FORMAT, VERSION = "lti-tool backup", 1


class Contents(NamedTuple):
    made_at: datetime
    program: str  # the version that made it
    database: str  # sqlite or postgresql
    revision: str
    tables: list[Table]
    rows: dict[str, int]
    numbers: dict[str, int]  # table -> the highest number ever given

    def as_json(self) -> bytes:
        tables = [{"name": table.name, "columns": table.columns, "key": table.key, "rows": self.rows[table.name]} for table in self.tables]
        return json.dumps({"format": FORMAT, "version": VERSION, "made_at": self.made_at.isoformat(), "program": self.program, "database": self.database,
                           "revision": self.revision, "tables": tables, "numbers": self.numbers}, indent=1).encode()


def program_version() -> str:
    try:
        return version("lti-tool")
    except PackageNotFoundError:  # run from a clone that was not installed
        return "unknown"


def read_contents(data: bytes) -> Contents:
    """Raises ArchiveRefused, in words, for what is not of ours or of a newer program."""
    try:
        said = json.loads(data)
        if said["format"] != FORMAT:
            raise ValueError("another format")
        if said["version"] > VERSION:
            raise ArchiveRefused(f"The backup was made by a newer program ({printable(said['program'])}): install that version, or a newer one, and restore with it.")
        tables = [Table(text(table["name"]), {text(name): known_kind(kind) for name, kind in table["columns"].items()}, tuple(map(text, table["key"])))
                  for table in said["tables"]]
        contents = Contents(read_instant(said["made_at"]), printable(said["program"]), text(said["database"]), printable(said["revision"]), tables,
                            {table["name"]: number(table["rows"]) for table in said["tables"]},
                            {text(name): number(given) for name, given in said["numbers"].items()})
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ArchiveRefused("It is not a backup as this tool makes them: what stands at its beginning cannot be read.") from error
    if contents.revision not in known_revisions():
        raise ArchiveRefused(f"The backup is of revision {contents.revision}, which this program does not know (its newest is {known_revisions()[0]}). It was made by "
                             f"version {contents.program}: install that version, or a newer one, and restore with it.")
    return contents


def text(value) -> str:
    if type(value) is not str:
        raise ValueError(type(value).__name__)
    return value


def printable(value) -> str:
    return "".join(c for c in text(value)[:60] if c.isprintable())


def number(value) -> int:
    if type(value) is not int or not 0 <= value < 2 ** 63:
        raise ValueError(type(value).__name__)
    return value


def known_kind(value) -> str:
    if value not in KINDS:
        raise ValueError("unknown kind")
    return value
