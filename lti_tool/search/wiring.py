"""Registers what the search gives to the other rooms."""
from ..web.slots import put
from .keeping import tidy_index
from .search_routes import render_field, render_link, search


def register_search(app) -> None:
    app.extensions["chores"].append(tidy_index)
    app.register_blueprint(search)
    put(app, "home search", render_field)
    put(app, "search", render_link)
