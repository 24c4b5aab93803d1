"""Makes a wall of what a file says. Its posts belong to nobody here: whoever is named in the file is not believed."""
from datetime import timezone

import sqlalchemy as sa

from ...activities.anonymity import NAMED, REGION_ONLY
from ...db import db, now, today
from ...people import region_numbers
from ..field import Field
from ..layout import lay_out
from ..post import ARCHIVED, PUBLISHED, Post, PostTheme
from ..post_text import PostText, beginning_of
from ..wall import Wall
from .post_file import FiledPost
from .wall_file import WallFile


def take_wall(course, file: WallFile) -> Wall:
    """A draft, with the file's posts. Each keeps its level; its region too, if the course has one of that name."""
    wall = lay_out(course, file.title, file.purpose, file.layout)
    fields, themes = fields_in_order(wall), wall.themes
    regions = region_numbers(course.id)
    numbers = insert(Post, [row_of(post, wall.id, regions) for post in file.posts])
    insert(PostText, [text_row(number, wall.id, language, text, fields) for number, post in zip(numbers, file.posts) for language, text in post.texts.items()])
    if about := [{"post_id": number, "theme_id": themes[theme].id, "place": place} for number, post in zip(numbers, file.posts) for place, theme in enumerate(post.themes)]:
        db.session.execute(sa.insert(PostTheme), about)
    return wall


def fields_in_order(wall: Wall) -> list[Field]:
    """As the file has them: those that are asked no more too."""
    return sorted([*wall.fields, *Field.of(wall.id, deleted=True)], key=lambda field: field.id)


def row_of(post: FiledPost, wall_id: int, regions: dict) -> dict:
    at = moment_of(post)
    return dict(activity_id=wall_id, state=ARCHIVED if post.archived else PUBLISHED, version=1, imported=True, author_id=None, anonymity=post.anonymity,
                region_id=regions.get(post.region) if post.anonymity == REGION_ONLY else None, made_at=at, published_at=at, edited_at=at if post.edited else None,
                pinned=post.pinned, removed_at=at if post.removed else None, deleted_by_facilitator=False)


def moment_of(post: FiledPost):
    """Only where names are shown is the time finer than the day."""
    if post.anonymity == NAMED:
        return post.published or now()
    return (post.published or today()).astimezone(timezone.utc).replace(hour=0, minute=0, second=0, microsecond=0)


def text_row(post: int, wall_id: int, language: str, text, fields: list[Field]) -> dict:
    answers = {str(fields[place].id): answer for place, answer in text.answers.items()}
    return dict(post_id=post, activity_id=wall_id, language=language, title=text.title, answers=answers, beginning=beginning_of(answers, fields), version=1)


def insert(noun, rows) -> list[int]:
    if not rows:
        return []
    return list(db.session.scalars(sa.insert(noun).returning(noun.id, sort_by_parameter_order=True), rows))
