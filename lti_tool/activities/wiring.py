"""Registers what this room gives to the others."""
from ..access import permission_parent
from .act import Act, place_of_act
from .act_routes import act_words, acts
from .activity import Activity, place_of_activity, state_word
from .activity_routes import activities
from .placement import Placement, place_of_placement


def register_activities(app) -> None:
    permission_parent(app, Activity, place_of_activity)
    permission_parent(app, Placement, place_of_placement)
    permission_parent(app, Act, place_of_act)
    app.jinja_env.globals.update(state_word=state_word, act_words=act_words)
    app.register_blueprint(activities)
    app.register_blueprint(acts)
