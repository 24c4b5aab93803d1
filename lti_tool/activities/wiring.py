"""Registers what this room gives to the others."""
from ..access import permission_parent
from .activity import Activity, place_of_activity, state_word
from .activity_routes import activities
from .placement import Placement, place_of_placement


def register_activities(app) -> None:
    permission_parent(app, Activity, place_of_activity)
    permission_parent(app, Placement, place_of_placement)
    app.jinja_env.globals["state_word"] = state_word
    app.register_blueprint(activities)
