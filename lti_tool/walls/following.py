"""Who wants to hear of what: a wall, a topic of it, or a post. And which posts somebody keeps for themselves."""
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..activities.activity import Activity
from ..db import Instant, db, now
from .post import PUBLISHED, Post
from .theme import Theme


class Following(db.Model):
    """Of a wall, where neither theme nor post is named. `wanted` false: they chose not to, so that writing there does not begin it again."""

    __tablename__ = "following"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), index=True)
    activity_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), index=True)
    theme_id: Mapped[int | None] = mapped_column(sa.ForeignKey("theme.id", ondelete="CASCADE"), index=True)
    post_id: Mapped[int | None] = mapped_column(sa.ForeignKey("post.id", ondelete="CASCADE"), index=True)
    wanted: Mapped[bool]
    at: Mapped[object] = mapped_column(Instant)
    __table_args__ = {"sqlite_autoincrement": True}


class SavedPost(db.Model):
    __tablename__ = "saved_post"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"))
    post_id: Mapped[int] = mapped_column(sa.ForeignKey("post.id", ondelete="CASCADE"), index=True)
    at: Mapped[object] = mapped_column(Instant)
    post: Mapped[Post] = relationship(lazy="joined", innerjoin=True)
    __table_args__ = (sa.UniqueConstraint("person_id", "post_id"), {"sqlite_autoincrement": True})


class Followed(NamedTuple):
    """What somebody follows: numbers of each."""

    walls: set[int]
    themes: set[int]
    posts: set[int]
    not_wanted: set[int]  # posts


def where_of(thing) -> dict:
    """A wall, a theme or a post, as the columns say it."""
    if isinstance(thing, Post):
        return {"activity_id": thing.activity_id, "theme_id": None, "post_id": thing.id}
    if isinstance(thing, Theme):
        return {"activity_id": thing.wall_id, "theme_id": thing.id, "post_id": None}
    return {"activity_id": thing.id, "theme_id": None, "post_id": None}


def following_of(thing, person: int) -> Following | None:
    return db.session.scalar(sa.select(Following).filter_by(person_id=person, **where_of(thing)))


def follow(thing, person: int, wanted: bool) -> None:
    """However often it is said."""
    following = following_of(thing, person)
    if following is None:
        db.session.add(Following(person_id=person, wanted=wanted, at=now(), **where_of(thing)))
    elif following.wanted != wanted:
        following.wanted, following.at = wanted, now()


def follow_by_writing(post: Post, person: int) -> None:
    """Whoever talks about a post hears how it goes on, unless they chose otherwise."""
    if following_of(post, person) is None:
        follow(post, person, wanted=True)


def followed_by(person: int, wall_ids) -> Followed:
    rows = db.session.execute(sa.select(Following.activity_id, Following.theme_id, Following.post_id, Following.wanted)
                              .where(Following.person_id == person, Following.activity_id.in_(wall_ids))).all()
    return Followed({wall for wall, theme, post, wanted in rows if wanted and not theme and not post}, {theme for _wall, theme, _post, wanted in rows if wanted and theme},
                    {post for _wall, _theme, post, wanted in rows if wanted and post}, {post for _wall, _theme, post, wanted in rows if post and not wanted})


def is_saved(post: Post, person: int) -> bool:
    return db.session.scalar(sa.select(sa.exists().where(SavedPost.post_id == post.id, SavedPost.person_id == person)))


def save_post(post: Post, person: int) -> None:
    if not is_saved(post, person):
        db.session.add(SavedPost(post_id=post.id, person_id=person, at=now()))


def unsave_post(post: Post, person: int) -> None:
    db.session.execute(sa.delete(SavedPost).where(SavedPost.post_id == post.id, SavedPost.person_id == person))


def saved_by(person: int, course_id: int, viewpoint) -> list[SavedPost]:
    """What they still may see of it, what was saved last first."""
    saved = db.session.scalars(sa.select(SavedPost).join(SavedPost.post).join(Activity, Activity.id == Post.activity_id).options(sa.orm.contains_eager(SavedPost.post))
                               .where(SavedPost.person_id == person, Activity.course_id == course_id).order_by(SavedPost.at.desc(), SavedPost.id.desc()))
    return [one for one in saved if one.post.in_sight_of(viewpoint) and one.post.deleted_at is None]


def count_saved(person: int, wall_ids) -> int:
    return db.session.scalar(sa.select(sa.func.count()).select_from(SavedPost).join(Post).where(
        SavedPost.person_id == person, Post.activity_id.in_(wall_ids), Post.state.in_((PUBLISHED, "archived")), Post.deleted_at.is_(None)))
