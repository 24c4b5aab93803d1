"""Registers what workshops give to the other rooms."""
from ..web.slots import put
from .feedback_phase import bar, feedback_phase, tell_board


def register_workshops(app) -> None:
    put(app, "board bar", bar)
    app.extensions["feedback_changed"].append(tell_board)
    blueprints = (feedback_phase,)
    for blueprint in blueprints:
        app.register_blueprint(blueprint)
