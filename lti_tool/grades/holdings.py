"""What this room holds about a person: their results, and that they said to have taken part."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..activities import Activity
from ..db import db
from ..people import Held, register_held
from ..web import current_language
from .own_tick import OwnTick
from .score import Score
from .words import said_points, score_state_word


def activities_in(course_id):
    return sa.select(Activity.id).where(Activity.course_id == course_id)


def show_scores(person_id):
    rows = db.session.execute(sa.select(Activity, Score).join(Score, Score.activity_id == Activity.id).where(Score.person_id == person_id).order_by(Score.id))
    return [{_("Where"): str(activity.title.best(current_language())), _("Result"): said_points(score) or _("Has taken part"),
             _("State"): score_state_word(score.state), _("Sent to the learning platform"): score.sent_at} for activity, score in rows]


def erase_scores(person_id, leave_texts):
    db.session.execute(sa.delete(Score).where(Score.person_id == person_id))


def anonymise_scores(course_id):
    db.session.execute(sa.delete(Score).where(Score.activity_id.in_(activities_in(course_id))).execution_options(synchronize_session=False))


def show_ticks(person_id):
    rows = db.session.execute(sa.select(Activity, OwnTick).join(OwnTick, OwnTick.activity_id == Activity.id).where(OwnTick.person_id == person_id)
                              .order_by(OwnTick.activity_id))
    return [{_("Where"): str(activity.title.best(current_language())), _("When"): tick.at} for activity, tick in rows]


def erase_ticks(person_id, leave_texts):
    db.session.execute(sa.delete(OwnTick).where(OwnTick.person_id == person_id))


def anonymise_ticks(course_id):
    db.session.execute(sa.delete(OwnTick).where(OwnTick.activity_id.in_(activities_in(course_id))).execution_options(synchronize_session=False))


def register_holdings(app) -> None:
    register_held(app, Held("score", lambda: _("Results for the learning platform"),
                            lambda: _("So that the learning platform's grades show that you have taken part, or your points. What was sent stays there, whatever happens here."),
                            lambda: _("As long as the workshop, board, wall or module, or until you erase your data or the course ends here."),
                            show_scores, erase_scores, anonymise_scores))
    register_held(app, Held("own_tick", lambda: _("Where you said that you have taken part"), lambda: _("So that your participation can be told to the learning platform."),
                            lambda: _("As long as the workshop, board, wall or module, or until you erase your data or the course ends here."),
                            show_ticks, erase_ticks, anonymise_ticks))
