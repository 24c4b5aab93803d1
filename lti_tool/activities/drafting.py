"""Activities that take a draft from elsewhere: what somebody wrote in another activity becomes a text of theirs, which nobody sees before they publish it there.

Kinds register here, so that rooms need not know each other."""
from collections.abc import Callable
from typing import NamedTuple

import sqlalchemy as sa
from flask import current_app
from flask_babel import gettext as _

from ..db import db
from ..web import Refusal
from .activity import ARCHIVED, Activity

DRAFT, SENT = "draft", "sent"  # nobody but its author sees it yet; it has been published, or waits for a facilitator


class NothingTakesDrafts(Refusal):
    """It was deleted, is not open yet, or is another course's."""

    status = 409

    def words(self):
        return (_("The wall is not there any more"), _("It was deleted, or it is not open for participants. Nothing was sent, and nothing was saved."),
                _("Your text is still here. Choose another one of those who read it, and save it again."))


class Drafted(NamedTuple):
    """What came of a draft, as its author sees it."""

    address: str
    state: str  # DRAFT or SENT


class TakesDrafts(NamedTuple):
    must_take: Callable  # (activity, viewpoint): raises what stands against it
    keep: Callable  # (activity, viewpoint, text, language, earlier number or None, earlier text): the number of the draft
    drafted: Callable  # (number, viewpoint): Drafted, or None when it is gone


def register_takes_drafts(app, kind: str, takes: TakesDrafts) -> None:
    app.extensions["takes_drafts"][kind] = takes


def takes_drafts(activity: Activity) -> TakesDrafts:
    return current_app.extensions["takes_drafts"][activity.kind]


def that_take_drafts(course_id: int) -> list[Activity]:
    """Those of the course that stand, in their order."""
    return list(db.session.scalars(sa.select(Activity).where(Activity.course_id == course_id, Activity.kind.in_(list(current_app.extensions["takes_drafts"])), Activity.deleted_at.is_(None),
                                                             Activity.state != ARCHIVED).order_by(Activity.position, Activity.id)))


def that_takes_drafts(course_id: int, number: int | None) -> Activity | None:
    """The one of that number, if it is one of the course and has not been deleted."""
    activity = number and db.session.get(Activity, number)
    good = activity and activity.course_id == course_id and activity.deleted_at is None and activity.kind in current_app.extensions["takes_drafts"]
    return activity if good else None
