"""Registers what this room gives to the others."""
from .holdings import register_holdings
from .organisation import help_contact_of
from .person import initials


def register_people(app) -> None:
    register_holdings(app)
    app.jinja_env.filters["initials"] = initials
    app.jinja_env.globals["help_contact_of"] = help_contact_of
