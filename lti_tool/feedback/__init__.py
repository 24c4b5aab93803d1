"""Feedback: a form with a scale of five and open questions, and answers that nobody can be found by. Workshops and modules use it.

`make_form(course, title, questions, activity_id, phase_id)` makes one, `form_of_phase` finds it again, `trend(forms)` lays several beside each other.
Of kinds of activities that register it (`within.py`) forms are answered inside the activity only.
"""
from .answer import FeedbackAnswer, FeedbackGiven
from .form import FeedbackForm, form_of_phase, forms_of, forms_of_activity, make_form
from .results import results_of, trend

__all__ = ["FeedbackAnswer", "FeedbackForm", "FeedbackGiven", "form_of_phase", "forms_of", "forms_of_activity", "make_form", "results_of", "trend"]
