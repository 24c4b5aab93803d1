"""Featured posts: facilitators hold up a few, so that they are read. They stand at the top of their wall and on the course's home; their authors are told."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..activities.act import Act, ActIsOvertaken
from ..db import db
from ..web import Refusal
from .post import PUBLISHED, Post
from .post_text import PostText, texts_of
from .reading import best_text
from .wall import PRACTICE, QUESTION, Wall

AT_MOST, AT_HOME = 6, 4  # on one wall; shown on the home, of all walls


class TooManyFeatured(Refusal):
    status = 409

    def words(self):
        return (_("So many posts are featured already"), _("A wall features at most %(number)s posts, so that each of them is noticed.", number=AT_MOST),
                _("Take one of them out of the featured ones first."))


class CannotBeFeatured(Refusal):
    """Others do not see it among the posts, or there is nothing left to be read."""

    status = 409

    def words(self):
        return (_("This post is not featured now"), _("Only a post that stands on the wall, with its text, is featured."), _("Publish it first, or choose another one."))


def featured():
    """Of a post, in a query: that it is shown as featured. Archived or hidden ones come back as featured when they stand again."""
    return sa.and_(Post.featured_at.is_not(None), Post.state == PUBLISHED, Post.deleted_at.is_(None), Post.removed_at.is_(None))


def featured_on(where, languages, limit: int = AT_MOST) -> list[tuple[Post, PostText]]:
    """[(post, its text in the first of these languages that it has), ...] on the walls for which `where` holds: what was featured last stands first."""
    posts = list(db.session.scalars(sa.select(Post).join(Post.wall).options(sa.orm.contains_eager(Post.wall)).where(where, featured()).order_by(Post.featured_at.desc(), Post.id.desc()).limit(limit)))
    texts = texts_of([post.id for post in posts]) if posts else {}
    return [(post, text) for post in posts if (text := best_text(texts[post.id], languages))]


def set_featured(post: Post, wanted: bool, by: int) -> Act | None:
    """Raises CannotBeFeatured and TooManyFeatured."""
    was = post.featured_at is not None
    if was == wanted:
        return None
    if wanted:
        must_be_fit(post)
    post.featured_at = post.moment() if wanted else None
    return post.did("featured" if wanted else "unfeatured", by, {"featured": was})


def must_be_fit(post: Post) -> None:
    if post.state != PUBLISHED or post.deleted_at is not None or post.removed_at is not None:
        raise CannotBeFeatured
    if db.session.scalar(sa.select(sa.func.count()).select_from(Post).where(Post.activity_id == post.activity_id, featured())) >= AT_MOST:
        raise TooManyFeatured


def take_feature_back(post: Post, act: Act, by: int) -> Act | None:
    """Raises ActIsOvertaken."""
    if act.version != post.version:
        raise ActIsOvertaken
    return set_featured(post, act.before["featured"], by)


def band_of(wall_id: int) -> str:
    """The part that shows them on the wall's page."""
    return f"wall-featured:{wall_id}"


def told_words(wall: Wall) -> str:
    """For the author of one."""
    return {PRACTICE: _("Your practice is featured: the facilitators hope that many read it."),
            QUESTION: _("Your question is featured: the facilitators hope that many read it.")}.get(wall.shared, _("Your post is featured: the facilitators hope that many read it."))
