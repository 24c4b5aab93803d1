"""What the search finds of walls: their titles, their topics, and posts in each of their languages, as far as whoever asks sees them."""
from collections import defaultdict

import sqlalchemy as sa
from flask import url_for
from flask_babel import gettext as _

from ..activities import Activity
from ..db import Wording, db
from ..search import Entry, Findable, Found, Told, in_sight_of_activity, register_choices, register_findable
from ..web import current_language
from .adoption import STEPS, Adoption, step_words
from .comment import PostComment
from .field import CHOICE, Field
from .post import ARCHIVED, DRAFT, HIDDEN, PUBLISHED, WAITING, Post, PostTheme, state_word
from .post_text import PostText, plain, texts_of
from .reading import best_text, themes_of
from .theme import Theme
from .wall import Wall


def fields_by_wall(texts: list[PostText]) -> dict[int, list[Field]]:
    """Those that are asked no more, too: their answers can still be read."""
    fields = defaultdict(list)
    for field in db.session.scalars(sa.select(Field).where(Field.wall_id.in_({text.activity_id for text in texts})).order_by(Field.deleted_at.is_not(None), Field.position, Field.id)):
        fields[field.wall_id].append(field)
    return fields


def answers_said(text: PostText, fields: list[Field]) -> str:
    return "\n".join(said for field in fields if (answer := text.answers.get(str(field.id))) and (said := answer_said(answer, field, text.language)))


def answer_said(answer: str, field: Field, language: str) -> str:
    if field.kind == CHOICE:
        return field.choices[int(answer)].best(language).text if int(answer) < len(field.options) else ""
    return plain(answer, field.kind)


def told_texts(texts: list[PostText]):
    fields = fields_by_wall(texts)
    for text in texts:
        post = text.post
        if text.is_published and post.removed_at is None:  # a deleted one is not in sight, and comes back as it was
            yield Told(text.id, post.wall.course_id, text.activity_id, text.language, post.published_at or post.made_at, (text.title, answers_said(text, fields[text.activity_id])))


def texts_in_sight(query, viewpoint):
    """What waits or is hidden is found by facilitators and by its author."""
    everybody, own = Post.state.in_((PUBLISHED, ARCHIVED)), sa.and_(Post.author_id == viewpoint.person, Post.state != DRAFT)
    return (query.join(PostText, PostText.id == Entry.post_text_id).join(Post, Post.id == PostText.post_id).join(Activity, Activity.id == Post.activity_id)
            .where(PostText.title != "", Post.deleted_at.is_(None), Post.removed_at.is_(None), in_sight_of_activity(viewpoint),
                   Post.state != DRAFT if viewpoint.facilitates else sa.or_(everybody, own)))


def texts_narrowed(query, asked):
    """Asked of each post that has the words ("exists"): SQLite would begin with all posts of the topic, and look for each whether it has them."""
    if asked.theme:
        query = query.where(sa.exists().where(PostTheme.post_id == Post.id, PostTheme.theme_id == int(asked.theme)))
    if asked.step:
        query = query.where(sa.exists().where(Adoption.post_id == Post.id, Adoption.step == asked.step))
    return query


def shown_texts(numbers: list[int], seen) -> dict[int, Found]:
    texts = list(db.session.scalars(sa.select(PostText).where(PostText.id.in_(numbers))))
    fields, themes = fields_by_wall(texts), themes_of([text.post_id for text in texts])
    return {text.id: shown_text(text, fields[text.activity_id], themes[text.post_id], seen) for text in texts}


def shown_text(text: PostText, fields, themes: list[Theme], seen) -> Found:
    post = text.post
    places = (post.wall.title, *(theme.title for theme in themes[:1]))
    return Found(address=url_for("posts.show", post_id=post.id, language=text.language), text=answers_said(text, fields), language=text.language, title=text.title,
                 where=tuple(str(title.best(*seen.reading)) for title in places), at=post.published_at or post.made_at, author=seen.authors.shown(post),
                 marks=(state_word(post.state),) if post.state in (ARCHIVED, WAITING, HIDDEN) else ())


def comments_narrowed(query, asked):
    return None if asked.step else texts_narrowed(query, asked)


def told_comments(comments: list[PostComment]):
    for comment in comments:
        if not comment.is_gone and comment.removed_at is None:
            yield Told(comment.id, comment.post.wall.course_id, comment.activity_id, comment.language, comment.made_at, (comment.text,))


def comments_in_sight(query, viewpoint):
    """Under posts that stand or are archived: what is said about others can be read by nobody but their authors."""
    return (query.join(PostComment, PostComment.id == Entry.post_comment_id).join(Post, Post.id == PostComment.post_id).join(Activity, Activity.id == Post.activity_id)
            .where(PostComment.standing(), PostComment.removed_at.is_(None), Post.state.in_((PUBLISHED, ARCHIVED)), Post.deleted_at.is_(None), Post.removed_at.is_(None),
                   in_sight_of_activity(viewpoint)))


def shown_comments(numbers: list[int], seen) -> dict[int, Found]:
    comments = list(db.session.scalars(sa.select(PostComment).where(PostComment.id.in_(numbers))))
    texts = texts_of({comment.post_id for comment in comments})
    return {comment.id: shown_comment(comment, best_text(texts[comment.post_id], seen.reading), seen) for comment in comments}


def shown_comment(comment: PostComment, post: PostText | None, seen) -> Found:
    places = (str(comment.post.wall.title.best(*seen.reading)), *((post.title,) if post else ()))
    return Found(address=url_for("posts.show", post_id=comment.post_id, _anchor=f"comment-{comment.id}"), text=comment.text, language=comment.language,
                 where=places, at=comment.made_at, author=seen.authors.shown(comment))


def told_walls(walls: list[Wall]):
    return [Told(wall.id, wall.course_id, wall.id, "", wall.made_at, tuple(wall.title.values())) for wall in walls if wall.deleted_at is None]


def walls_in_sight(query, viewpoint):
    return query.join(Activity, Activity.id == Entry.activity_id).where(in_sight_of_activity(viewpoint))


def shown_walls(numbers: list[int], seen) -> dict[int, Found]:
    return {wall.id: shown_place(wall.title, url_for("walls.show", wall_id=wall.id), _("Wall"), seen) for wall in db.session.scalars(sa.select(Wall).where(Wall.id.in_(numbers)))}


def shown_place(title: Wording, address: str, what: str, seen) -> Found:
    best = title.best(*seen.reading)
    return Found(address=address, text="", language=best.language, title=best.text, where=(what,))


def told_themes(themes: list[Theme]):
    return [Told(theme.id, theme.wall.course_id, theme.wall_id, "", theme.wall.made_at, tuple(theme.title.values())) for theme in themes if theme.deleted_at is None]


def themes_in_sight(query, viewpoint):
    return (query.join(Theme, Theme.id == Entry.theme_id).join(Activity, Activity.id == Theme.wall_id).where(Theme.deleted_at.is_(None), in_sight_of_activity(viewpoint)))


def shown_themes(numbers: list[int], seen) -> dict[int, Found]:
    rows = db.session.execute(sa.select(Theme, Activity).join(Activity, Activity.id == Theme.wall_id).where(Theme.id.in_(numbers)))
    return {theme.id: shown_place(theme.title, url_for("walls.show", wall_id=wall.id, theme=theme.id), str(wall.title.best(*seen.reading)), seen) for theme, wall in rows}


def theme_choices(course_id: int, viewpoint) -> list[tuple[str, str]]:
    """Of all walls of the course, one after the other; with the wall's name where there are several."""
    wall = Activity.__table__.c
    rows = db.session.execute(sa.select(Theme.id, Theme.title, wall.id, wall.title).join(Activity.__table__, wall.id == Theme.wall_id).where(
        wall.course_id == course_id, Theme.deleted_at.is_(None), in_sight_of_activity(viewpoint, wall)).order_by(wall.position, wall.id, Theme.position, Theme.id)).all()
    language, several = current_language(), len({wall for _number, _title, wall, _name in rows}) > 1
    return [(str(number), f"{title.best(language)} ({name.best(language)})" if several else str(title.best(language))) for number, title, _wall, name in rows]


def step_choices(course_id: int, viewpoint) -> list[tuple[str, str]]:
    asks = db.session.scalar(sa.select(Wall.id).where(Wall.course_id == course_id, Wall.takes_steps, in_sight_of_activity(viewpoint, Wall)).limit(1))
    return [(step, step_words()[step]) for step in STEPS] if asks else []


def register_to_search(app) -> None:
    register_findable(app, Findable("wall", 10, Wall, lambda: _("Walls"), {Wall: ("title", "deleted_at")}, told_walls, walls_in_sight, shown_walls, column="activity_id"))
    register_findable(app, Findable("theme", 20, Theme, lambda: _("Topics"), {Theme: ("title", "deleted_at")}, told_themes, themes_in_sight, shown_themes))
    register_findable(app, Findable("post_text", 50, PostText, lambda: _("Posts"), {PostText: ("title", "answers", "language")}, told_texts, texts_in_sight, shown_texts,
                                    narrowed=texts_narrowed, authored=Post))
    register_findable(app, Findable("post_comment", 55, PostComment, lambda: _("Comments"), {PostComment: ("text", "language", "deleted_at", "hidden_at", "removed_at")},
                                    told_comments, comments_in_sight, shown_comments, narrowed=comments_narrowed, authored=PostComment))
    register_choices(app, "theme", theme_choices)
    register_choices(app, "step", step_choices)
