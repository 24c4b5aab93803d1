"""Registers what this room gives to the others."""
from .arrival import forget_addresses
from .contacts import help_contact_on_page, organisation_on_page
from .holdings import register_holdings
from .person import initials
from .roster import forget_departed


def register_people(app) -> None:
    register_holdings(app)
    app.extensions["chores"] += [forget_departed, forget_addresses]
    app.jinja_env.filters["initials"] = initials
    app.jinja_env.globals.update(help_contact_of=help_contact_on_page, organisation_of=organisation_on_page)
