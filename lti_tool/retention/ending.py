"""A course ends: the names of its people go and its texts stay, or everything goes. There is no way back from either."""
import sqlalchemy as sa
from flask import current_app

from ..access.operator import is_operator
from ..activities import Activity
from ..db import after_commit, db, now
from ..db.traces import wipe_traces_after_commit
from ..files import remove_attachments_in
from ..live import Topic, forget_changes
from ..lti.administrator import Administrator
from ..people import Course, CourseContext, Membership, Person
from ..people.organisation import ANONYMISE

SOME = 500


def end(course: Course, way: str) -> None:
    if way == ANONYMISE:
        anonymise(course)
    else:
        erase(course)


def anonymise(course: Course) -> None:
    """Takes everybody out of the course: memberships, lists, groups, votes, acts, and their names from what they wrote. The texts stay.

    The platform is not asked for names again before somebody comes through one of its links.
    """
    topics, people = topics_of(course), people_of(course)
    # First, so that a list that is just being read is either there already or not taken any more.
    db.session.execute(sa.update(CourseContext).filter_by(course_id=course.id).values(roster_url=None, roster_link=None, roster_tried_at=None, roster_at=None, roster_problem=""))
    for held in current_app.extensions["held"]:
        held.anonymise(course.id)
    forget_changes(topics)
    course.anonymised_at, course.keep_until = now(), None
    forget_warning(course)
    leave(topics, people)


def erase(course: Course) -> None:
    """The course with everything in it, its files too."""
    topics, people = topics_of(course), people_of(course)
    db.session.flush()
    remove_attachments_in(db.session.scalars(sa.select(Activity.id).filter_by(course_id=course.id)).all())
    # By the tables, whose rows take with them what refers to them; a topic goes when nobody has it any more.
    for table, those in ((Activity.__table__, Activity.course_id == course.id), (Course.__table__, Course.id == course.id), (Topic.__table__, Topic.id.in_(topics))):
        db.session.execute(sa.delete(table).where(those))
    db.session.expire_all()
    leave(topics, people)


def forget_warning(course: Course) -> None:
    course.warned_at = course.warned_until = course.warned_way = None


def topics_of(course: Course) -> list[int]:
    return [course.topic_id, *db.session.scalars(sa.select(Activity.topic_id).where(Activity.course_id == course.id))]


def people_of(course: Course) -> list[int]:
    return list(db.session.scalars(sa.select(Membership.person_id).where(Membership.course_id == course.id)))


def leave(topics: list[int], people: list[int]) -> None:
    """Whoever was in no other course is forgotten altogether, unless they look after a platform or the installation; open pages are asked again who may read them."""
    for start in range(0, len(people), SOME):
        some = people[start:start + SOME]
        alone = db.session.scalars(sa.select(Person).where(Person.id.in_(some), ~sa.exists().where(Membership.person_id == Person.id),
                                                           ~sa.exists().where(Administrator.person_id == Person.id))).all()
        gone = [person.id for person in alone if not is_operator(person)]
        db.session.execute(sa.delete(Person.__table__).where(Person.id.in_(gone)))
    db.session.expire_all()
    wipe_traces_after_commit()
    notifier = current_app.extensions["notifier"]

    def recheck():
        for topic in topics:
            notifier.recheck(topic=topic)
        for person in people:
            notifier.recheck(person=person)
    after_commit(recheck)
