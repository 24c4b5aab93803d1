"""What people wrote about accessibility, until it is handled."""
import sqlalchemy as sa
from flask import Blueprint, request, url_for

from ..access.operator import the_operator
from ..lti.platform import Platform
from ..notices.feedback import Feedback, of
from ..web import leads_to
from .guard import find_administered, find_feedback
from .page import page, stretch_of

received_feedback = Blueprint("received_feedback", __name__)


@received_feedback.get("/console/platforms/<int:platform_id>/feedback")
def show(platform_id):
    platform = find_administered(platform_id)
    return page("feedback", platform, stretch=stretch_of(sa.select(Feedback).where(of(platform.issuer, platform.client_id)), Feedback))


@received_feedback.get("/console/feedback")
def show_of_nobody():
    """What is about no platform's course, or about a platform that is gone."""
    the_operator()
    there = sa.exists().where(Platform.issuer == Feedback.issuer, Platform.client_id == Feedback.client_id)
    return page("feedback", stretch=stretch_of(sa.select(Feedback).where(~there), Feedback))


@received_feedback.post("/console/feedback/<int:feedback_id>/handling")
def set_handled(feedback_id):
    feedback, platform = find_feedback(feedback_id)
    if request.form.get("handled") == "yes":
        feedback.handle()
    else:
        feedback.reopen()
    return leads_to(url_for("received_feedback.show", platform_id=platform.id) if platform else url_for("received_feedback.show_of_nobody"))
