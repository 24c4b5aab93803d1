"""Registers what feedback gives to the other rooms."""


def register_feedback(app) -> None:
    blueprints = ()
    for blueprint in blueprints:
        app.register_blueprint(blueprint)
