"""How many posts one person begins within a minute: more come from a script, or from a key that is stuck."""
from datetime import timedelta

import sqlalchemy as sa
from flask_babel import gettext as _

from ..db import db, now
from ..web import Refusal
from .post import Post

A_MINUTE, AT_MOST = timedelta(minutes=1), 20


class TooManyPosts(Refusal):
    status = 429

    def words(self):
        return (_("That is many posts in a short time"), _("One person can begin %(number)s posts within a minute.", number=AT_MOST),
                _("Wait a minute and go on. What you have written so far is safe."))


def must_keep_pace(wall, person: int) -> None:
    """Raises TooManyPosts. Deleted ones count: what is deleted at once is written all the same."""
    recent = sa.select(sa.func.count()).where(Post.activity_id == wall.id, Post.author_id == person, Post.made_at > now() - A_MINUTE)
    if db.session.scalar(recent) >= AT_MOST:
        raise TooManyPosts
