"""Registers what workshops give to the other rooms."""
from ..web.slots import put
from .feedback_phase import bar, feedback_phase, tell_board
from .finding import register_to_search
from .summary_recalling import register_to_recall
from .leading_wiring import register_leading
from .series_wiring import register_series
from .summary_wiring import register_summaries


def register_workshops(app) -> None:
    register_leading(app)
    register_series(app)
    register_summaries(app)
    register_to_search(app)
    register_to_recall(app)
    put(app, "board bar", bar)
    app.extensions["feedback_changed"].append(tell_board)
    app.register_blueprint(feedback_phase)
