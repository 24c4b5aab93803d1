"""Registers what series of workshops give to the other rooms."""
from datetime import timedelta

import sqlalchemy as sa

from ..access import permission_parent
from ..db import db, now
from ..live import part_renderer
from ..web.slots import put
from .action_routes import actions, render_note_act
from .announcement import Announcement, place_of_announcement
from .announcement_routes import announcements
from .occasion_routes import occasions, render_board_menu, render_in_bar
from .occasion_words import held_words, how_soon
from .series import Series, place_of_series
from .series_arranging import series_pages
from .series_copying import copy_series
from .series_holdings import register_series_holdings
from .series_routes import render_at_home, render_home_menu, render_series_news

RESTORABLE = timedelta(days=30)


def purge_deleted_series() -> None:
    """What was deleted can be restored for 30 days; then it goes for good. Boards stay, without a series."""
    for noun in (Announcement, Series):
        db.session.execute(sa.delete(noun).where(noun.deleted_at < now() - RESTORABLE))


def register_series(app) -> None:
    permission_parent(app, Series, place_of_series)
    permission_parent(app, Announcement, place_of_announcement)
    part_renderer(app, "series", render_series_news)
    register_series_holdings(app)
    app.extensions["chores"].append(purge_deleted_series)
    app.extensions["course_copied"].append(copy_series)
    app.jinja_env.globals.update(held_words=held_words, how_soon=how_soon)
    for place, render in (("home menu", render_home_menu), ("home next", render_at_home), ("board menu", render_board_menu), ("board bar", render_in_bar),
                          ("note acts", render_note_act)):
        put(app, place, render)
    for blueprint in (series_pages, announcements, occasions, actions):
        app.register_blueprint(blueprint)
