"""Registers what this room gives to the others."""
from ..access import permission_parent
from ..live import part_renderer
from .activity import Activity, place_of_activity, state_word
from .activity_routes import activities
from .course_routes import register_courses
from .home_routes import home, render_home_news
from .me_routes import me
from .placement import Placement, place_of_placement
from .placement_routes import placements


def register_activities(app) -> None:
    permission_parent(app, Activity, place_of_activity)
    permission_parent(app, Placement, place_of_placement)
    app.jinja_env.globals["state_word"] = state_word
    part_renderer(app, "home", render_home_news)
    register_courses(app)
    for blueprint in (home, activities, placements, me):
        app.register_blueprint(blueprint)
