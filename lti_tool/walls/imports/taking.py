"""Makes a wall of what a file says. Its posts and what was said about them belong to nobody here: whoever is named in the file is not believed."""
from datetime import timezone

import sqlalchemy as sa

from ...activities.anonymity import NAMED, REGION_ONLY
from ...db import db, now, today
from ...people import region_numbers
from ...search import write_anew
from ..comment import PostComment
from ..featuring import AT_MOST as FEATURED_AT_MOST
from ..field import Field
from ..layout import lay_out
from ..post import ARCHIVED, PUBLISHED, Post, PostTheme
from ..post_text import PostText, beginning_of
from ..wall import Wall
from .comment_file import FiledComment
from .post_file import FiledPost
from .wall_file import WallFile


def take_wall(course, file: WallFile) -> Wall:
    """A draft, with the file's posts. Each keeps its level; its region too, if the course has one of that name."""
    wall = lay_out(course, file.title, file.purpose, file.layout)
    fields, themes = fields_in_order(wall), wall.themes
    regions = region_numbers(course.id)
    featured = [place for place, post in enumerate(file.posts) if post.featured][-FEATURED_AT_MOST:]
    numbers = insert(Post, [row_of(post, wall.id, regions, place in featured) for place, post in enumerate(file.posts)])
    texts = insert(PostText, [text_row(number, wall.id, language, text, fields) for number, post in zip(numbers, file.posts) for language, text in post.texts.items()])
    if about := [{"post_id": number, "theme_id": themes[theme].id, "place": place} for number, post in zip(numbers, file.posts) for place, theme in enumerate(post.themes)]:
        db.session.execute(sa.insert(PostTheme), about)
    comments = take_comments(wall, [(number, comment) for number, post in zip(numbers, file.posts) for comment in post.comments], regions)
    write_anew("post_text", texts)
    write_anew("post_comment", comments)
    return wall


def take_comments(wall: Wall, filed: list[tuple[int, FiledComment]], regions: dict) -> list[int]:
    """What was said about each post, first what answers nothing: the others name it."""
    heads = [(post, comment) for post, comment in filed if comment.to is None]
    numbers = insert(PostComment, [comment_row(post, wall, comment, None, regions) for post, comment in heads])
    of_place, place, made = {}, {}, iter(numbers)
    for post, comment in filed:
        at = place[post] = place.get(post, -1) + 1
        if comment.to is None:
            of_place[post, at] = next(made)
    answers = [comment_row(post, wall, comment, of_place[post, comment.to], regions) for post, comment in filed if comment.to is not None]
    return numbers + insert(PostComment, answers)


def comment_row(post: int, wall: Wall, comment: FiledComment, to: int | None, regions: dict) -> dict:
    at = moment_of(comment.written, comment.anonymity)
    return dict(activity_id=wall.id, post_id=post, to_id=to, text=comment.text, language=comment.language, mark=comment.mark, marked_at=at if comment.mark else None, version=1,
                made_at=at, edited_at=at if comment.edited else None, deleted_by_facilitator=False, removed_at=at if comment.removed else None, imported=True, author_id=None,
                anonymity=comment.anonymity, region_id=regions.get(comment.region) if comment.anonymity == REGION_ONLY else None)


def fields_in_order(wall: Wall) -> list[Field]:
    """As the file has them: those that are asked no more too."""
    return sorted([*wall.fields, *Field.of(wall.id, deleted=True)], key=lambda field: field.id)


def row_of(post: FiledPost, wall_id: int, regions: dict, featured: bool) -> dict:
    at = moment_of(post.published, post.anonymity)
    return dict(activity_id=wall_id, state=ARCHIVED if post.archived else PUBLISHED, version=1, imported=True, author_id=None, anonymity=post.anonymity,
                region_id=regions.get(post.region) if post.anonymity == REGION_ONLY else None, made_at=at, published_at=at, edited_at=at if post.edited else None,
                pinned=post.pinned, featured_at=at if featured else None, removed_at=at if post.removed else None, deleted_by_facilitator=False)


def moment_of(said, anonymity: str):
    """Only where names are shown is the time finer than the day."""
    if anonymity == NAMED:
        return said or now()
    return (said or today()).astimezone(timezone.utc).replace(hour=0, minute=0, second=0, microsecond=0)


def text_row(post: int, wall_id: int, language: str, text, fields: list[Field]) -> dict:
    answers = {str(fields[place].id): answer for place, answer in text.answers.items()}
    return dict(post_id=post, activity_id=wall_id, language=language, title=text.title, answers=answers, beginning=beginning_of(answers, fields), version=1)


def insert(noun, rows) -> list[int]:
    if not rows:
        return []
    return list(db.session.scalars(sa.insert(noun).returning(noun.id, sort_by_parameter_order=True), rows))
