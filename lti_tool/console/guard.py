"""Who may enter where. What is not theirs to look after does not exist for them (404): nobody learns which other platforms there are."""
import sqlalchemy as sa
from flask import abort, current_app

from ..access import the_person
from ..access.operator import Operator, the_operator
from ..db import db
from ..lti.administrator import Administrator, administers
from ..lti.platform import Platform, find_platform
from ..notices.feedback import Feedback
from ..people import Person
from ..web import checked


def find_administered(platform_id: int) -> Platform:
    """The platform, when who is here administers it."""
    person = the_person()
    platform = db.session.get(Platform, platform_id, populate_existing=True)
    if platform is None or not administers(platform.id, person):
        abort(404)
    checked()
    return platform


def find_fellow(administrator_id: int) -> Administrator:
    """An administrator of a platform that who is here administers too."""
    the_person()
    fellow = db.session.get(Administrator, administrator_id, populate_existing=True)
    if fellow is None:
        abort(404)
    find_administered(fellow.platform_id)
    return fellow


def find_feedback(feedback_id: int) -> tuple[Feedback, Platform | None]:
    """With the platform it is about. What is about none, or about one that is gone, is the operators'."""
    the_person()
    feedback = db.session.get(Feedback, feedback_id, populate_existing=True)
    if feedback is None:
        abort(404)
    platform = find_platform(feedback.issuer, feedback.client_id) if feedback.issuer else None
    if platform is None:
        the_operator()
        return feedback, None
    return feedback, find_administered(platform.id)


def has_console(person: Person) -> bool:
    """Whether they look after anything. One question at most: the course's home asks it."""
    if f"{person.issuer} {person.subject}" in current_app.config["OPERATORS"]:
        return True
    operating = sa.exists().where(Operator.issuer == person.issuer, Operator.subject == person.subject)
    return db.session.scalar(sa.select(sa.or_(sa.exists().where(Administrator.person_id == person.id), operating)))
