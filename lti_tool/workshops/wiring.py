"""Registers what workshops give to the other rooms."""
from .summary_wiring import register_summaries


def register_workshops(app) -> None:
    register_summaries(app)
    blueprints = ()
    for blueprint in blueprints:
        app.register_blueprint(blueprint)
