"""A wall copied: everything but what people wrote; and the posts of whoever brings theirs over into a copied course."""
import sqlalchemy as sa

from ..activities.anonymity import NAMED
from ..activities.own_template import TEMPLATES_AT_MOST
from ..db import db, now
from ..files import Attachment, attachments_of
from .field import Field
from .layout import lay_out, layout_of
from .post import PUBLISHED, Post, begin_post
from .post_text import PostText
from .template import WallTemplate, keep_template
from .theme import Theme
from .wall import Wall


def copy_templates(source, course) -> None:
    """Those that are not there yet; as many as there is room for."""
    known = [template.as_data() for template in WallTemplate.of(course.id)]
    missing = [template for template in reversed(WallTemplate.of(source.id)) if template.as_data() not in known]
    for template in missing[:TEMPLATES_AT_MOST - len(known)]:
        keep_template(course, template.title, template.purpose, template.layout)


def copy_wall(wall: Wall, title, course) -> Wall:
    """Without its days: they belong to the course in which they were said."""
    return lay_out(course, title, wall.purpose, layout_of(wall))


def sow(wall: Wall, copy: Wall | None, person_id: int, only_count: bool = False) -> int:
    """The posts which the person published there with their name, written anew on the copy; how many. None where they have written on the copy already."""
    if wall.anonymity != NAMED or copy is not None and (copy.anonymity != NAMED or has_posted(copy, person_id)):
        return 0
    posts = seeds_of(wall, person_id)
    if only_count or copy is None:
        return len(posts)
    same_field = {str(old.id): str(new.id) for old, new in zip(Field.of(wall.id), Field.of(copy.id))}
    same_theme = {old.id: new for old, new in zip(Theme.of(wall.id), Theme.of(copy.id))}
    for post in posts:
        sow_post(post, copy, person_id, same_field, same_theme)
    return len(posts)


def sow_post(post: Post, copy: Wall, person_id: int, same_field: dict, same_theme: dict) -> None:
    sown = begin_post(copy, person_id)
    sown.put_under([same_theme[theme.id] for theme in post.themes if theme.id in same_theme])
    sown.state, sown.published_at = PUBLISHED, now()
    for text in db.session.scalars(sa.select(PostText).where(PostText.post_id == post.id, PostText.title != "")):
        answers = {same_field[number]: answer for number, answer in text.answers.items() if number in same_field}
        db.session.add(PostText(post_id=sown.id, post=sown, activity_id=copy.id, language=text.language, title=text.title, answers=answers, beginning=text.beginning))
    for file in attachments_of([post.part])[post.part]:
        db.session.add(Attachment(activity_id=copy.id, thing=sown.part, file_id=file.file_id, name=file.name, alternative_text=file.alternative_text, decorative=file.decorative))


def has_posted(wall: Wall, person_id: int) -> bool:
    return db.session.scalar(sa.select(sa.exists().where(Post.activity_id == wall.id, Post.author_id == person_id)))


def seeds_of(wall: Wall, person_id: int) -> list[Post]:
    """In their order. Nothing that was deleted, removed for good, or came in a file."""
    return list(db.session.scalars(sa.select(Post).where(
        Post.activity_id == wall.id, Post.author_id == person_id, Post.anonymity == NAMED, Post.state == PUBLISHED, Post.deleted_at.is_(None),
        Post.removed_at.is_(None), Post.imported.is_(False)).order_by(Post.id)))
