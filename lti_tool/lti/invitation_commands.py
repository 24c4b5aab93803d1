"""The operator's commands: `lti-tool invitations ...`: one-time links with which platforms connect themselves."""
import click
from flask.cli import AppGroup

from ..db import db, transaction
from .invitation import Invitation, UnsuitableHost, all_invitations, invite

invitations = AppGroup("invitations", help="One-time links with which learning platforms connect themselves.")


def told(invitation: Invitation) -> str:
    if invitation.spent_at:
        state = f"used {invitation.spent_at:%Y-%m-%d}" + (f" by platform {invitation.platform_id}" if invitation.platform_id else "")
    elif invitation.withdrawn_at:
        state = f"withdrawn {invitation.withdrawn_at:%Y-%m-%d}"
    else:
        state = f"{'good until' if invitation.is_good else 'ended'} {invitation.ends_at:%Y-%m-%d %H:%M} UTC"
    return f"{invitation.id}  {invitation.host}  made {invitation.made_at:%Y-%m-%d}, {state}"


@invitations.command("make")
@click.argument("host")
def make(host):
    """Invite the platform at HOST (moodle.example, or an address of it). The link is told only now."""
    try:
        with transaction():
            invitation, link = invite(host)
            number, invited, until = invitation.id, invitation.host, invitation.ends_at
    except UnsuitableHost as error:
        raise click.ClickException(f"{host!r} is not the name of a host, as moodle.example is.") from error
    click.echo(f"Invitation {number} for {invited}, good once, until {until:%Y-%m-%d %H:%M} UTC:\n\n{link}\n\n"
               "Its admin pastes it in Moodle into Site administration → Plugins → Activity modules → External tool → Manage tools → Tool URL,\n"
               "and presses “Add LTI Advantage”.")


@invitations.command("list")
def show():
    """List the invitations, the newest first; never their links."""
    with transaction(writes=False):
        listed = [told(invitation) for invitation in all_invitations()]
    click.echo("\n".join(listed) or "Nobody has been invited yet.")


@invitations.command("withdraw")
@click.argument("number", type=int)
def withdraw(number):
    """Make an invitation's link good for nothing. What came of a used one stays."""
    with transaction():
        invitation = db.session.get(Invitation, number)
        if invitation is None:
            raise click.ClickException(f"There is no invitation number {number}. See `lti-tool invitations list`.")
        if invitation.spent_at:
            raise click.ClickException(f"Invitation {number} has been used. To let nobody in from its platform: `lti-tool platforms disable`.")
        invitation.withdraw()
    click.echo(f"Invitation {number} is withdrawn.")
