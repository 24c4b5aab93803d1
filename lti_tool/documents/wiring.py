"""Registers what this room gives to templates."""
from .printable import printable


def register_documents(app) -> None:
    app.jinja_env.filters["printable"] = printable
