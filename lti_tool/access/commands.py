"""lti-tool operators: who runs the installation."""
import click
import sqlalchemy as sa
from flask import current_app

from ..db import db, transaction
from ..people import Person
from .operator import Operator, dismiss_operator, name_operator


@click.group()
def operators():
    """Who runs this installation: they approve platforms and look after all of them in the browser.

    They are named by ISSUER (what their platform calls itself: its address) and SUBJECT (their user id there; in Moodle the number at the end
    of the address of their profile).
    """


@operators.command("name")
@click.argument("issuer")
@click.argument("subject")
def name(issuer, subject):
    """Names an operator."""
    if not (issuer.strip() and subject.strip()):
        raise click.UsageError("ISSUER and SUBJECT are both needed.")
    with transaction():
        is_new, known = name_operator(issuer, subject), known_as(issuer, subject)
    click.echo(f"{known or subject} is an operator {'now' if is_new else 'already'}.")
    if not known:
        click.echo(f"Nobody with the user id {subject} has come from {issuer} yet. They are an operator from their first launch on; see that both are written right.")


@operators.command("dismiss")
@click.argument("issuer")
@click.argument("subject")
def dismiss(issuer, subject):
    """Dismisses an operator: at once, also where they are signed in."""
    if f"{issuer} {subject}" in current_app.config["OPERATORS"]:
        raise click.ClickException("This operator is named in the settings: take them out of LTI_TOOL_OPERATORS and start the server anew.")
    with transaction():
        was_one = dismiss_operator(issuer, subject)
    if not was_one:
        raise click.ClickException("They are not an operator. See `lti-tool operators list`.")
    click.echo(f"{subject} is no longer an operator.")


@operators.command("list")
def show():
    """Lists the operators, those of the settings too."""
    with transaction(writes=False):
        named = [(operator.issuer, operator.subject, f"since {operator.named_at:%Y-%m-%d}") for operator in db.session.scalars(sa.select(Operator).order_by(Operator.id))]
        named += [(*both.rpartition(" ")[::2], "in the settings") for both in current_app.config["OPERATORS"]]
        lines = [f"{issuer} {subject}  {known_as(issuer, subject) or 'has not been here yet'}, {since}" for issuer, subject, since in named]
    click.echo("\n".join(lines) or "Nobody is an operator yet: `lti-tool operators name ISSUER SUBJECT`.")


def known_as(issuer: str, subject: str) -> str | None:
    person = db.session.scalar(sa.select(Person).filter_by(issuer=issuer, subject=subject))
    return person and (person.platform_name or f"person {person.id}")
