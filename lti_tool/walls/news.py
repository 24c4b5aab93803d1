"""What is new for somebody on the walls of a course: who called or answered them, what came to what they follow, who took up their practice.

Of all walls they see, and with no more of anybody than the walls show.
"""
from collections import defaultdict
from typing import NamedTuple

import sqlalchemy as sa

from ..activities.activity import activities_of
from ..activities.authorship import Authors
from ..db import db
from ..people import Membership
from .adoption import STEPS, Adoption
from .comment import PostComment
from .following import Followed, followed_by
from .mention import Mention
from .post import ARCHIVED, PUBLISHED, Post, PostTheme

AT_MOST = 60  # of each sort; who was away that long goes to the walls


class News(NamedTuple):
    mentions: list[PostComment]
    answers: list[PostComment]  # to one's own comments and posts
    posts: list[Post]
    talk: list[PostComment]  # about what one follows
    steps: list[tuple[Post, list[tuple[str, list[tuple[str, int]]]]]]  # (own post, [(step, [(region, how many people), ...]), ...])

    @property
    def count(self) -> int:
        return len(self.mentions) + len(self.answers) + len(self.posts) + len(self.talk) + len(self.steps)

    @property
    def post_ids(self) -> set[int]:
        return {comment.post_id for comment in (*self.mentions, *self.answers, *self.talk)} | {post.id for post in self.posts} | {post.id for post, _steps in self.steps}


def walls_seen(course_id: int, viewpoint) -> list[int]:
    return [activity.id for activity in activities_of(course_id) if activity.kind == "wall" and activity.in_sight_of(viewpoint)]


def news_for(viewer, wall_ids, since) -> News:
    followed = followed_by(viewer.person, wall_ids)
    said = Said(viewer, wall_ids, since)
    mentions = said.where(PostComment.id.in_(sa.select(Mention.comment_id).where(Mention.person_id == viewer.person, Mention.at > since)), since=None)
    told = {comment.id for comment in mentions}
    answers = [comment for comment in said.where(to_own(viewer.person)) if comment.id not in told]
    told |= {comment.id for comment in answers}
    talk = [comment for comment in said.where(about(followed)) if comment.id not in told]
    return News(mentions, answers, new_posts(viewer, wall_ids, followed, since), talk, new_steps(viewer, wall_ids, since))


class Said:
    """Comments of others that somebody may read."""

    def __init__(self, viewer, wall_ids, since):
        self.viewer, self.wall_ids, self.since = viewer, wall_ids, since

    def where(self, condition, since=...) -> list[PostComment]:
        """`since` None: whenever they were written."""
        since = self.since if since is ... else since
        query = (sa.select(PostComment).join(PostComment.post).options(sa.orm.contains_eager(PostComment.post))
                 .where(PostComment.activity_id.in_(self.wall_ids), PostComment.standing(), PostComment.author_id.is_distinct_from(self.viewer.person), condition)
                 .order_by(PostComment.id.desc()).limit(AT_MOST))
        query = query.where(PostComment.made_at > since) if since else query
        return [comment for comment in db.session.scalars(query) if comment.stands and comment.shows_text_to(self.viewer.own)]


def to_own(person: int):
    """Answers one's comment, or is about one's post."""
    own_comments = sa.select(PostComment.id).where(PostComment.author_id == person)
    return sa.or_(PostComment.to_id.in_(own_comments), Post.author_id == person)


def about(followed: Followed):
    about_themes = sa.select(PostTheme.post_id).where(PostTheme.theme_id.in_(followed.themes))
    return sa.and_(sa.or_(Post.activity_id.in_(followed.walls), Post.id.in_(about_themes), Post.id.in_(followed.posts)), Post.id.not_in(followed.not_wanted))


def new_posts(viewer, wall_ids, followed: Followed, since) -> list[Post]:
    query = sa.select(Post).where(Post.activity_id.in_(wall_ids), Post.state == PUBLISHED, Post.deleted_at.is_(None), Post.removed_at.is_(None), Post.published_at > since,
                                  Post.author_id.is_distinct_from(viewer.person), about(followed)).order_by(Post.published_at.desc(), Post.id.desc()).limit(AT_MOST)
    return list(db.session.scalars(query))


def new_steps(viewer, wall_ids, since) -> list[tuple]:
    """Of others with one's own posts: for each post its steps, the furthest first, and how many people of which region took them."""
    own = sa.select(Post).where(Post.activity_id.in_(wall_ids), Post.author_id == viewer.person, Post.state.in_((PUBLISHED, ARCHIVED)), Post.deleted_at.is_(None))
    posts = {post.id: post for post in db.session.scalars(own)}
    rows = db.session.execute(
        sa.select(Adoption.post_id, Adoption.step, Membership.region_id, sa.func.count())
        .join(Membership, sa.and_(Membership.person_id == Adoption.person_id, Membership.course_id == viewer.course))
        .where(Adoption.post_id.in_(posts), Adoption.at > since, Adoption.person_id != viewer.person)
        .group_by(Adoption.post_id, Adoption.step, Membership.region_id)).all() if posts else []
    authors, counted = Authors(viewer.course), defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
    for post, step, region, people in rows:
        counted[post][step][authors.region(region)] += people
    return [(posts[post], [(step, sorted(steps[step].items(), key=lambda pair: -pair[1])) for step in reversed(STEPS) if step in steps])
            for post, steps in sorted(counted.items(), reverse=True)]
