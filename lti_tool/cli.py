"""The operator's command: lti-tool."""
import contextvars
import logging
import sys
from pathlib import Path

import click
from flask import current_app

from .access.commands import operators
from .app import create_app
from .db import db
from .db.chores import do_chores
from .db.migrating import describe_difference, newest, present, upgrade
from .jobs import work_until_stopped
from .lti.commands import keys, platforms
from .lti.invitation_commands import invitations
from .operating.commands import backup_command, make_backup, restore_command
from .operating.doctor import doctor
from .people.commands import courses
from .search.commands import rebuild_search, rebuilt
from .server import LOG_FORMAT, serve
from .settings import UnsafeSettings, WrongSetting


@click.group()
@click.pass_context
def lti_tool(context):
    """Runs and looks after the tool. Settings come from config/*.toml and LTI_TOOL_... variables."""
    if context.obj is None:
        try:
            context.obj = create_app()
        except (UnsafeSettings, WrongSetting) as error:
            raise click.ClickException(str(error)) from None
    context.with_resource(context.obj.app_context())


lti_tool.add_command(platforms)
lti_tool.add_command(keys)
lti_tool.add_command(invitations)
lti_tool.add_command(courses)
lti_tool.add_command(operators)
lti_tool.add_command(backup_command)
lti_tool.add_command(restore_command)
lti_tool.add_command(doctor)
lti_tool.add_command(rebuild_search)


@lti_tool.command("serve")
def serve_command():
    """Serves pages and streams until stopped."""
    run_alone(serve)


@lti_tool.command("worker")
def worker_command():
    """Does what nobody waits for, until stopped. `serve` does it by itself: only plain WSGI servers need this beside them."""
    run_alone(work)


def work(app):
    logging.basicConfig(level=logging.INFO, format=LOG_FORMAT)
    work_until_stopped(app)


def run_alone(act):
    """On a database of the present revision, and outside this command's application context: requests would take it for their own and share it."""
    if present(db.engine) != newest():
        raise click.ClickException("The database is not at the present revision: run `lti-tool upgrade` first.")
    db.session.remove()
    db.engine.dispose()
    contextvars.Context().run(act, current_app._get_current_object())


@lti_tool.command("upgrade")
@click.option("--backup", "file", type=click.Path(dir_okay=False, path_type=Path), help="First make a backup there; without one that was made, nothing is upgraded.")
def upgrade_command(file):
    """Brings the database to the present revision. Make a backup first: there is no way back but one.

    While it works, no server may serve from the database.
    """
    before = present(db.engine)
    if before not in (None, newest()):
        if file:
            make_backup(file)
        else:
            click.echo(f"Going from revision {before} to {newest()}. The only way back is a backup; `lti-tool upgrade --backup FILE` makes one first.")
    upgrade(db.engine)
    click.echo(f"The database is at revision {newest()}.")
    if before not in (None, newest()):
        click.echo(rebuilt())  # a migration knows nothing of what things say


@lti_tool.command("tidy")
def tidy_command():
    """Removes what has been deleted for 30 days, and old records. The server does this by itself every hour."""
    if failed := do_chores(current_app._get_current_object()):
        raise click.ClickException(f"Not everything could be tidied: {', '.join(failed)}. The log says why.")


@lti_tool.command("write-migration", hidden=True)
@click.argument("message")
def write_migration(message):
    """For developers: writes a migration from what the tables say."""
    describe_difference(db.engine, message)


def main():
    sys.exit(lti_tool())


if __name__ == "__main__":
    main()
