"""Registers what feedback gives to the other rooms."""
from ..access import permission_parent
from ..web.slots import put
from .facilitator_routes import leading_feedback
from .form import FeedbackForm, place_of_form
from .holdings import register_holdings
from .home import menu, section
from .member_routes import answering
from .purge import close_forms_left_alone, purge_deleted_forms
from .question import SCALE, all_questions, scale_words
from .results import said_mean
from .within import within_of


def register_feedback(app) -> None:
    app.extensions["feedback_changed"] = []  # (form): rooms above that show whether there is something to answer
    permission_parent(app, FeedbackForm, place_of_form)
    register_holdings(app)
    put(app, "home sections", section)
    put(app, "home menu", menu)
    app.extensions["feedback_within"] = {}  # kind of activity -> Within
    app.extensions["chores"] += [purge_deleted_forms, close_forms_left_alone]
    app.jinja_env.globals.update(feedback_scale=SCALE, scale_words=scale_words, said_mean=said_mean, all_questions=all_questions, feedback_within=within_of)
    for blueprint in (answering, leading_feedback):
        app.register_blueprint(blueprint)
