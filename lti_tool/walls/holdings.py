"""What walls hold about a person: the posts they wrote, and the steps they said they have taken."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..activities import Activity
from ..activities.act import Act
from ..activities.anonymity import level_word
from ..db import db
from ..files import remove_attachments_of
from ..live import announce
from ..people import Held, register_held
from ..web import current_language, language_name
from .adoption import Adoption, step_words
from .comment import PostComment
from .featuring import band_of
from .post import Post, state_word
from .post_text import PostText, plain, texts_of
from .showing import every_field
from .talk_holdings import register_talk_holdings


def posts_by(person_id) -> list[tuple]:
    """[(post, wall), ...]"""
    return [tuple(row) for row in db.session.execute(sa.select(Post, Activity).join(Activity, Activity.id == Post.activity_id).where(Post.author_id == person_id)
                                                     .order_by(Activity.topic_id, Post.id))]


def show_posts(person_id):
    posts = posts_by(person_id)
    texts = texts_of([post.id for post, _wall in posts])
    fields = {wall.id: every_field(wall) for _post, wall in posts}
    return [{_("Wall"): str(wall.title.best(current_language())), _("Title"): text.title, _("Text"): whole_text(text.answers, fields[wall.id]),
             _("Draft"): f"{text.draft['title']}\n{whole_text(text.draft['answers'], fields[wall.id])}".strip() if text.draft else None, _("Language"): language_name(text.language),
             _("State"): state_word(post.state), _("Written"): post.made_at, _("Published"): post.published_at, _("Edited"): post.edited_at, _("Featured"): post.featured_at, _("Deleted"): post.deleted_at,
             _("Who sees the name"): level_word(post.anonymity)} for post, wall in posts for text in texts[post.id].values()]


def whole_text(answers: dict, fields) -> str:
    return "\n".join(plain(answers[str(field.id)], field.kind) for field in fields if answers.get(str(field.id)))


def erase_posts(person_id, leave_texts):
    """Without `leave_texts` the posts are gone for good, from every open screen too; with it what was published stays without its author."""
    rows = [(post.id, wall.topic_id, wall.id, post.state) for post, wall in posts_by(person_id)]
    going = [number for number, _topic, _wall, state in rows if not leave_texts or state == "draft"]
    staying = [number for number, _topic, _wall, _state in rows if number not in going]
    texts = db.session.scalars(sa.select(PostText.id).where(PostText.post_id.in_(going)))
    remove_attachments_of(*(f"post:{number}" for number in going))
    said = db.session.scalars(sa.select(PostComment.id).where(PostComment.post_id.in_(going)))  # they go with their post
    db.session.execute(sa.delete(Act).where(Act.thing.in_([f"post:{number}" for number in going] + [f"post-text:{number}" for number in texts]
                                                          + [f"post-comment:{number}" for number in said])))
    db.session.execute(sa.delete(Post).where(Post.id.in_(going)))
    db.session.execute(sa.update(Post).where(Post.id.in_(staying)).values(author_id=None, region_id=None))
    db.session.execute(sa.update(PostText).where(PostText.post_id.in_(staying)).values(draft=sa.null(), draft_at=None))
    for number, topic, wall, _state in rows:
        announce(topic, f"post:{number}", band_of(wall))


def anonymise_posts(course_id):
    in_course = sa.select(Activity.id).where(Activity.course_id == course_id)
    db.session.execute(sa.update(PostText).where(PostText.activity_id.in_(in_course)).values(draft=sa.null(), draft_at=None).execution_options(synchronize_session=False))
    drafts = db.session.scalars(sa.select(Post.id).where(Post.activity_id.in_(in_course), Post.state == "draft"))
    remove_attachments_of(*(f"post:{number}" for number in drafts))
    db.session.execute(sa.delete(Post).where(Post.activity_id.in_(in_course), Post.state == "draft").execution_options(synchronize_session=False))
    db.session.execute(sa.update(Post).where(Post.activity_id.in_(in_course)).values(author_id=None, secret_mark=None, region_id=None)
                       .execution_options(synchronize_session=False))


def show_steps(person_id):
    words = step_words()
    rows = db.session.execute(sa.select(Adoption, Activity).join(Post, Post.id == Adoption.post_id).join(Activity, Activity.id == Post.activity_id)
                              .where(Adoption.person_id == person_id).order_by(Adoption.id))
    return [{_("Wall"): str(wall.title.best(current_language())), _("How far"): words[adoption.step], _("When"): adoption.at} for adoption, wall in rows]


def erase_steps(person_id, leave_texts):
    rows = db.session.execute(sa.select(Adoption.post_id, Activity.topic_id).join(Post, Post.id == Adoption.post_id).join(Activity, Activity.id == Post.activity_id)
                              .where(Adoption.person_id == person_id)).all()
    db.session.execute(sa.delete(Adoption).where(Adoption.person_id == person_id))
    for topic, number in sorted({(topic, number) for number, topic in rows}):
        announce(topic, f"post:{number}")


def anonymise_steps(course_id):
    """They speak of people one by one: they go."""
    db.session.execute(sa.delete(Adoption).where(Adoption.post_id.in_(sa.select(Post.id).join(Activity, Activity.id == Post.activity_id).where(Activity.course_id == course_id)))
                       .execution_options(synchronize_session=False))


def how_long_posts_are_kept():
    return _("Until you or a facilitator deletes them (they can be restored for 30 days then), or the course ends here.")


def register_holdings(app) -> None:
    register_held(app, Held("adoption", lambda: _("How far you have come with practices"), lambda: _("So that others see in which regions a practice works. Your name is not shown."),
                            lambda: _("Until you take it back, or the post is gone."), show_steps, erase_steps, anonymise_steps))
    register_talk_holdings(app)
    register_held(app, Held("post", lambda: _("Posts you wrote"), lambda: _("So that people can share what works: this is what walls are for."), how_long_posts_are_kept,
                            show_posts, erase_posts, anonymise_posts))
