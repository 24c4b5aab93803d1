"""A wall in the packet of its course: one page with every post in every language, and the files beside it."""
from zipfile import ZipFile, ZipInfo

import sqlalchemy as sa
from flask import render_template

from ..activities.authorship import Authors
from ..db import db, now
from ..files import attachments_of, open_stored
from ..web import current_language, safe_name
from .adoption import STEPS, counts_of, step_words
from .archive import comments_until
from .post import ARCHIVED, PUBLISHED, Post
from .post_text import texts_of
from .reading import themes_of
from .showing import answered, every_field
from .wall import Wall


def pack(wall: Wall, archive: ZipFile, number: int) -> str:
    """Where its page is. What waits, is hidden or was deleted does not leave, and the page says so."""
    posts = list(db.session.scalars(sa.select(Post).where(Post.activity_id == wall.id, Post.state.in_((PUBLISHED, ARCHIVED)), Post.deleted_at.is_(None))
                                    .order_by(Post.published_at, Post.id)))
    numbers, fields, reading = [post.id for post in posts], every_field(wall), (current_language(), *wall.course.languages)
    texts, files, name = texts_of(numbers), attachments_of([post.part for post in posts]), safe_name(str(wall.title.best(*reading)), "html", otherwise="wall")
    folder = f"{number}-{name.removesuffix('.html')}/"
    places = {file.id: f"files/{post.id}-{place}-{safe(file.name)}" for post in posts for place, file in enumerate(files[post.part], 1)}
    shown = [(post, [(text, answered(text, wall, fields)) for text in texts[post.id].values() if text.is_published], files[post.part]) for post in posts]
    moment = now()
    left_out = db.session.scalar(sa.select(sa.func.count()).where(Post.activity_id == wall.id, Post.id.not_in(numbers), Post.state != "draft"))
    archive.writestr(folder + name, render_template("walls/exported.html", wall=wall, posts=shown, themes=themes_of(numbers), counts=counts_of(numbers), places=places,
                                                    steps=STEPS, step_words=step_words(), authors=Authors(wall.course_id), reading=reading, left_out=left_out, made=moment, said=comments_until(posts, moment)))
    for file in (file for post in posts for file in files[post.part]):
        with open_stored(file.file) as content, archive.open(ZipInfo(folder + places[file.id]), "w") as entry:
            while piece := content.read(65536):
                entry.write(piece)
    return folder + name


def safe(name: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "._-" else "-" for letter in name).strip(".-") or "file"
