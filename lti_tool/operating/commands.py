"""lti-tool backup, restore: what they were asked, and what is said of what they did."""
from pathlib import Path

import click
from flask import current_app
from sqlalchemy.exc import OperationalError

from ..db import db
from ..db.migrating import newest, upgrade
from .archive import ArchiveRefused
from .backup import back_up
from .finding import many
from .restore import NotRestored, restore
from .tables import UnknownKind

BACKUP_FILE = click.Path(dir_okay=False, path_type=Path)


def make_backup(file: Path) -> None:
    try:
        made = back_up(db.engine, file)
    except UnknownKind as error:
        raise click.ClickException(f"Nothing was written: a backup cannot hold the column {error}. Please report this.") from None
    except (ArchiveRefused, OSError, OperationalError) as error:
        raise click.ClickException(told(error)) from None
    rows = sum(made.contents.rows.values())
    click.echo(f"{file}: revision {made.contents.revision}, {len(made.contents.tables)} tables, {many(rows, 'row')}, {many(made.files, 'file')}, {file.stat().st_size / 1e6:.1f} MB.")
    if made.lost:
        raise click.ClickException(f"The backup was written, but without {many(len(made.lost), 'file')} to which notes refer: not in {current_app.extensions['files_folder']}, "
                                   f"or damaged there. Bring them back from an earlier backup. The first is {made.lost[0]}.")


@click.command("backup")
@click.argument("file", type=BACKUP_FILE)
def backup_command(file):
    """Writes everything into FILE: the database as it is at this moment, and the attached files.

    The server may go on serving. The name's end says how it is packed: .tar, .tar.gz or .tar.zst. The file holds personal data and is readable by
    its owner only. The setting secret_key is not in it: keep that elsewhere.
    """
    make_backup(file)


@click.command("restore")
@click.argument("file", type=BACKUP_FILE)
@click.option("--replace", is_flag=True, help="Also when the database is not empty. Everything that is in it is lost.")
@click.option("--upgrade", "and_upgrade", is_flag=True, help="Then bring it to the present revision.")
def restore_command(file, replace, and_upgrade):
    """Brings a backup back: all of it, or nothing. Stop the server first.

    The backup may be of the other kind of database, and of an earlier version of the program.
    """
    db.session.remove()
    db.engine.dispose()
    try:
        restored = restore(db.engine, file, replace)
    except (ArchiveRefused, NotRestored, OSError, OperationalError) as error:
        raise click.ClickException(told(error)) from None
    contents = restored.contents
    click.echo(f"Restored as it was on {contents.made_at:%Y-%m-%d at %H:%M} UTC: revision {contents.revision}, {many(sum(contents.rows.values()), 'row')}, "
               f"{many(restored.files, 'file')}.")
    if restored.without:
        click.echo(f"Not in the backup: {many(restored.without, 'file')} that rows refer to.")
    if contents.revision != newest() and and_upgrade:
        upgrade(db.engine)
        click.echo(f"The database is at revision {newest()}.")
    elif contents.revision != newest():
        click.echo("Now run `lti-tool upgrade`: the program is newer than the backup.")
    click.echo("What people removed after that moment is back: remove it again. `lti-tool doctor` says whether the secret_key still fits.")


def told(error: Exception) -> str:
    if isinstance(error, OperationalError):
        return f"The database cannot be reached or written: {error.orig}"
    if isinstance(error, OSError):
        return f"{error.filename or 'It'}: {error.strerror or error}. Nothing was changed."
    return str(error)
