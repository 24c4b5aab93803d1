"""Registers what workshops give to the other rooms."""


def register_workshops(app) -> None:
    blueprints = ()
    for blueprint in blueprints:
        app.register_blueprint(blueprint)
