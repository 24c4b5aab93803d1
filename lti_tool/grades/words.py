"""States of scores in words."""
from flask_babel import gettext as _
from flask_babel import format_decimal

from ..lti import problem_named
from .score import GIVEN_UP, REFUSED, SENT, WAITING, Score


def score_state_word(state: str) -> str:
    return {WAITING: _("Waits"), SENT: _("Sent"), REFUSED: _("Not taken"), GIVEN_UP: _("Given up")}[state]


def said_points(score: Score) -> str:
    """Empty where there is only done or not done."""
    if (score.given, score.maximum) == (1, 1):
        return ""
    return _("%(given)s of %(maximum)s points", given=format_decimal(score.given), maximum=format_decimal(score.maximum))


def what_went_wrong(name: str) -> str:
    problem = problem_named(name)
    return problem.what() if problem else ""


def how_to_mend(name: str) -> str:
    problem = problem_named(name)
    return problem.repair() if problem else ""
