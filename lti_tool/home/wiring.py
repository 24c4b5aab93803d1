"""Registers what this room gives to the others."""
from ..live import part_renderer
from .about_routes import about
from .course_routes import register_courses
from .deep_link_routes import deep_links
from .group_routes import groups
from .home_routes import home, render_home_news
from .me_routes import me
from .origin_routes import origin
from .people_routes import people
from .placement_routes import placements


def register_home(app) -> None:
    part_renderer(app, "home", render_home_news)
    register_courses(app)
    for blueprint in (home, placements, deep_links, origin, me, about, people, groups):
        app.register_blueprint(blueprint)
