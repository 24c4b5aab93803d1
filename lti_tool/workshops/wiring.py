"""Registers what workshops give to the other rooms."""
from ..live import part_renderer
from ..web.slots import put
from .mark_routes import marks, marks_of_another_phase, marks_of_the_page, render_marks
from .holdings import register_holdings
from .presenting import forget_presented
from .presenting_routes import acts_with_column, acts_with_note, presented_bar, presenting


def register_workshops(app) -> None:
    register_holdings(app)
    put(app, "board own", marks_of_the_page)
    part_renderer(app, "marks", render_marks)
    app.extensions["another_phase"].append(marks_of_another_phase)
    put(app, "board bar", presented_bar)
    put(app, "note acts", acts_with_note)
    put(app, "column acts", acts_with_column)
    app.extensions["another_phase"].append(forget_presented)
    blueprints = (marks, presenting)
    for blueprint in blueprints:
        app.register_blueprint(blueprint)
