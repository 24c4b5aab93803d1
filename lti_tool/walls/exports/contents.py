"""Collects what an export of a wall says. Names come from Authors only; drafts and what waits, is hidden or deleted never come along."""
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from ...activities.anonymity import NAMED, REGION_ONLY
from ...activities.authorship import Authors
from ...db import db, now
from ...documents import Backing, backing_of
from ...files import Attachment, attachments_of
from ...web import RichText, current_language
from ...web.rich_text import read_html
from ..archive import comments_until
from ..field import CHOICE, LONG, Field
from ..matrix import regions_by_step
from ..post import ARCHIVED, DRAFT, HIDDEN, PUBLISHED, WAITING, Post
from ..post_text import PostText, texts_of
from ..reading import themes_of
from ..showing import every_field
from ..theme import Theme
from ..wall import Wall
from .comments import ExportedComment, exported_comments, gone_from


class ExportedText(NamedTuple):
    """A post in one language."""

    language: str
    title: str
    answers: list[tuple[Field, object]]  # a RichText, a Wording of a choice, or the text of any other


class ExportedPost(NamedTuple):
    number: int  # its place in this export; the database's number would tell the order of writing
    texts: list[ExportedText]
    anonymity: str
    author: str  # as the wall shows it
    region: str  # only where the level shows it and it may be told
    imported: bool
    published: datetime | None
    edited: bool
    archived: bool
    pinned: bool
    featured: bool
    removed: bool
    themes: list[Theme]
    steps: list[tuple[str, list[tuple[str, int]]]]  # [(step, [(region, people), ...]), ...]
    files: tuple[Attachment, ...]
    comments: list[ExportedComment]


class LeftOut(NamedTuple):
    drafts: bool  # there are some: how many, nobody but their authors knows
    waiting: int
    hidden: int
    deleted: int
    names: bool  # somebody wrote under a level that shows no name
    hidden_comments: int  # on posts that are here
    deleted_comments: int
    files: int  # their contents


class Export(NamedTuple):
    wall: Wall
    at: datetime
    fields: list[Field]
    themes: list[Theme]
    posts: list[ExportedPost]
    left_out: LeftOut
    backing: Backing

    @property
    def reading(self) -> tuple[str, ...]:
        return current_language(), *self.wall.course.languages

    @property
    def comment_total(self) -> int:
        return sum(len(post.comments) for post in self.posts)

    @property
    def levels(self) -> list[str]:
        """The wall's level of anonymity first, then those with which posts came from elsewhere."""
        return list(dict.fromkeys([self.wall.anonymity, *(post.anonymity for post in self.posts), *(comment.anonymity for post in self.posts for comment in post.comments)]))


def export_of(wall: Wall) -> Export:
    """What everybody in the course can read, the oldest first."""
    posts = list(db.session.scalars(sa.select(Post).where(Post.activity_id == wall.id, Post.state.in_((PUBLISHED, ARCHIVED)), Post.deleted_at.is_(None))
                                    .order_by(Post.published_at, Post.id)))
    return exported(wall, posts, states_of(wall))


def export_of_post(post: Post) -> Export:
    """That one alone, in whatever state: whoever asks sees it."""
    return exported(post.wall, [post], {})


def exported(wall: Wall, posts: list[Post], left: dict[str, int]) -> Export:
    numbers, fields = [post.id for post in posts], every_field(wall)
    authors, texts, themes, files = Authors(wall.course_id), texts_of(numbers), themes_of(numbers), attachments_of([post.part for post in posts])
    steps, at = regions_by_step(wall.course_id, numbers, authors), now()
    said = comments_until(posts, at)
    made = [exported_post(number, post, texts[post.id], fields, authors, themes[post.id], steps[post.id], files[post.part], said.get(post.id, [])) for number, post in enumerate(posts, 1)]
    hidden, deleted = gone_from(numbers)
    left_out = LeftOut(drafts=bool(left.get(DRAFT)), waiting=left.get(WAITING, 0), hidden=left.get(HIDDEN, 0), deleted=left.get("deleted", 0),
                       names=any(thing.anonymity != NAMED for thing in (*posts, *(comment for of in said.values() for comment in of))),
                       hidden_comments=hidden, deleted_comments=deleted, files=sum(len(post.files) for post in made))
    return Export(wall, at, fields, wall.themes, made, left_out, backing_of(wall.course, (current_language(), *wall.course.languages)))


def exported_post(number: int, post: Post, texts: dict[str, PostText], fields, authors: Authors, themes, steps, files, comments) -> ExportedPost:
    said = [] if post.removed_at else [ExportedText(text.language, text.title, answers_of(text, fields)) for text in texts.values() if text.is_published]
    return ExportedPost(number, said, post.anonymity, authors.shown(post), authors.told_region(post.region_id) if post.anonymity == REGION_ONLY else "", post.imported,
                        post.published_at, post.edited_at is not None, post.state == ARCHIVED, post.pinned, post.featured_at is not None,
                        post.removed_at is not None, themes, steps, tuple(files), exported_comments(comments, authors))


def answers_of(text: PostText, fields) -> list[tuple[Field, object]]:
    return [(field, answer) for field in fields if text.answers.get(str(field.id)) and (answer := answer_of(field, text.answers[str(field.id)]))]


def answer_of(field: Field, answer: str) -> RichText | str | dict | None:
    if field.kind == LONG:
        return read_html(answer)
    if field.kind == CHOICE:
        return field.choices[int(answer)] if int(answer) < len(field.options) else None
    return answer


def states_of(wall: Wall) -> dict[str, int]:
    """state -> how many posts; those that were deleted by themselves, without drafts that were thrown away."""
    state = sa.case((Post.deleted_at.is_not(None), "deleted"), else_=Post.state)
    rows = db.session.execute(sa.select(state, sa.func.count()).where(Post.activity_id == wall.id, sa.or_(Post.state != DRAFT, Post.deleted_at.is_(None))).group_by(state))
    return dict(tuple(row) for row in rows)
