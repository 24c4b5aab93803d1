"""A form as members meet it: they answer, and see the results when a facilitator shares them."""
from flask import Blueprint, render_template, url_for
from flask_babel import gettext as _

from ..access import CONTRIBUTE, SEE, find, here
from ..web import Refusal, current_language, leads_to
from .answer import give, has_answered
from .answering import answers_taken
from .form import REPLY_LIMIT, FeedbackForm
from .question import TEXT_LIMIT
from .results import results_of
from .within import AskedElsewhere, within_of

answering = Blueprint("feedback", __name__)


class OnlyParticipantsAnswer(Refusal):
    """Whoever reads the results would know which of few answers are not their own."""

    status = 403

    def words(self):
        return (_("Feedback is the participants'"), _("Facilitators read it and do not answer themselves: among few answers they would know whose the others are."),
                _("Write what you think in the reply to the feedback."))


@answering.get("/feedback/<int:form_id>")
def show(form_id):
    form = find(FeedbackForm, form_id, to=SEE)
    viewer = here()
    context = dict(form=form, course=form.course, viewpoint=viewer.own, reading=(current_language(), *form.course.languages), text_limit=TEXT_LIMIT)
    if viewer.own.facilitates:
        return render_template("feedback/facilitator.html", results=results_of(form), is_answered=form.is_answered, reply_limit=REPLY_LIMIT, **context)
    answered, within = has_answered(form.id, viewer.person), within_of(form)
    if within and form.is_open and not answered:
        return leads_to(within.asked_at(form))
    # Whoever is still to answer is not led by what others have answered.
    results = results_of(form) if form.shared and (answered or not form.is_open) else None
    return render_template("feedback/member.html", answered=answered, results=results, **context)


@answering.post("/feedback/<int:form_id>/answers")
def answer(form_id):
    """No operation is remembered: it would say who sent what. Sent again it is refused, because they have answered."""
    form = find(FeedbackForm, form_id, to=CONTRIBUTE)
    viewer = here()
    if viewer.own.facilitates:
        raise OnlyParticipantsAnswer
    if within_of(form):
        raise AskedElsewhere
    give(form.id, viewer.person, answers_taken(form))
    return leads_to(url_for("feedback.show", form_id=form.id))
