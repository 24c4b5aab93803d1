"""By what people have taken part on a wall: a post, a comment. Looked at only where a facilitator wants participation marked (see grades)."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..activities.anonymity import NAMED
from ..db import db
from ..grades import Gradable, Rule, register_gradable
from .comment import PostComment
from .post import DRAFT, Post


def who_wrote(noun, *here):
    """Who wrote one that is not deleted. What has come in a file was not written here."""
    def people(wall, person_id):
        asked = sa.select(noun.author_id).where(noun.activity_id == wall.id, noun.author_id.is_not(None), noun.deleted_at.is_(None), ~noun.imported, *here).distinct()
        return set(db.session.scalars(asked if person_id is None else asked.where(noun.author_id == person_id)))
    return people


def names_are_not_shown(wall) -> bool:
    return wall.anonymity != NAMED


def register_taking_part(app) -> None:
    """A post that waits for a facilitator counts: whoever sent it has done their part."""
    register_gradable(app, "wall", Gradable((
        Rule("note", lambda: _("Has shared a post"), lambda: _("Share a post"), who_wrote(Post, Post.state != DRAFT), names_are_not_shown),
        Rule("comment", lambda: _("Has commented on a post"), lambda: _("Comment on a post"), who_wrote(PostComment), names_are_not_shown))))
