"""Registers what workshops give to the other rooms."""
from .series_wiring import register_series


def register_workshops(app) -> None:
    register_series(app)
    blueprints = ()
    for blueprint in blueprints:
        app.register_blueprint(blueprint)
