"""What walls hold about a person besides posts and steps: what they said, who called them, what they follow and saved, when they looked at what is new."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..activities import Activity
from ..activities.act import Act
from ..activities.anonymity import level_word
from ..db import db
from ..live import announce
from ..people import Course, Held, register_held
from ..web import current_language, language_name
from .comment import PostComment
from .comment_going import let_comments_go
from .following import Following, SavedPost
from .mention import Mention
from .news_look import NewsLook
from .post import Post
from .post_text import texts_of
from .reading import title_of
from .theme import Theme


def activities_in(course_id):
    return sa.select(Activity.id).where(Activity.course_id == course_id)


def title(activity) -> str:
    return str(activity.title.best(current_language()))


def comments_by(person_id) -> list[tuple]:
    """[(comment, wall), ...]"""
    return [tuple(row) for row in db.session.execute(sa.select(PostComment, Activity).join(Activity, Activity.id == PostComment.activity_id)
                                                     .where(PostComment.author_id == person_id).order_by(Activity.topic_id, PostComment.id))]


def show_comments(person_id):
    return [{_("Wall"): title(wall), _("Text"): comment.text, _("Language"): language_name(comment.language), _("Written"): comment.made_at, _("Edited"): comment.edited_at,
             _("Deleted"): comment.deleted_at, _("Who sees the name"): level_word(comment.anonymity)} for comment, wall in comments_by(person_id)]


def erase_comments(person_id, leave_texts):
    """Without `leave_texts` they are gone for good, from every open screen too; with it they stay without their author."""
    rows = [(comment.id, comment.parts, wall.topic_id) for comment, wall in comments_by(person_id)]
    numbers = [number for number, _parts, _topic in rows]
    if leave_texts:
        db.session.execute(sa.update(PostComment).where(PostComment.id.in_(numbers)).values(author_id=None, secret_mark=None, region_id=None))
    else:
        let_comments_go(numbers)
    db.session.expire_all()
    for _number, parts, topic in rows:
        announce(topic, *parts)


def anonymise_comments(course_id):
    db.session.execute(sa.update(PostComment).where(PostComment.activity_id.in_(activities_in(course_id))).values(author_id=None, secret_mark=None, region_id=None)
                       .execution_options(synchronize_session=False))


def show_mentions(person_id):
    """Where, and as what: what others wrote is theirs."""
    rows = db.session.execute(sa.select(Mention, Activity).join(PostComment, PostComment.id == Mention.comment_id).join(Activity, Activity.id == PostComment.activity_id)
                              .where(Mention.person_id == person_id).order_by(Mention.id))
    return [{_("Wall"): title(wall), _("Name"): mention.typed, _("When"): mention.at} for mention, wall in rows]


def forget_mentions(condition) -> None:
    """The name goes from the texts too, and from what is kept to undo changes of them."""
    rows = db.session.execute(sa.select(Mention, PostComment, Activity.topic_id).join(PostComment, PostComment.id == Mention.comment_id)
                              .join(Activity, Activity.id == PostComment.activity_id).where(condition).order_by(Activity.topic_id, Mention.id)).all()
    for mention, comment, topic in rows:
        comment.text = comment.text.replace(f"@{mention.typed}", "@…")
        db.session.execute(sa.delete(Act).where(Act.thing == comment.part, Act.verb == "edited"))
        db.session.delete(mention)
        announce(topic, comment.part)


def erase_mentions(person_id, leave_texts):
    forget_mentions(Mention.person_id == person_id)


def anonymise_mentions(course_id):
    forget_mentions(PostComment.activity_id.in_(activities_in(course_id)))


def show_followings(person_id):
    rows = db.session.execute(sa.select(Following, Activity, Theme).join(Activity, Activity.id == Following.activity_id).outerjoin(Theme, Theme.id == Following.theme_id)
                              .where(Following.person_id == person_id).order_by(Following.id)).all()
    texts = texts_of([following.post_id for following, _wall, _theme in rows if following.post_id])
    return [{_("Wall"): title(wall), _("Topic"): str(theme.title.best(current_language())) if theme else None,
             _("Post"): title_of(texts[following.post_id]) if following.post_id else None,
             _("Following"): _("Yes") if following.wanted else _("No"), _("When"): following.at} for following, wall, theme in rows]


def erase_followings(person_id, leave_texts):
    db.session.execute(sa.delete(Following).where(Following.person_id == person_id))


def anonymise_followings(course_id):
    db.session.execute(sa.delete(Following).where(Following.activity_id.in_(activities_in(course_id))).execution_options(synchronize_session=False))


def show_saved(person_id):
    rows = db.session.execute(sa.select(SavedPost, Activity).join(SavedPost.post).join(Activity, Activity.id == Post.activity_id)
                              .options(sa.orm.contains_eager(SavedPost.post)).where(SavedPost.person_id == person_id).order_by(SavedPost.id)).all()
    texts = texts_of([saved.post_id for saved, _wall in rows])
    return [{_("Wall"): title(wall), _("Post"): title_of(texts[saved.post_id]), _("When"): saved.at} for saved, wall in rows]


def erase_saved(person_id, leave_texts):
    db.session.execute(sa.delete(SavedPost).where(SavedPost.person_id == person_id))


def anonymise_saved(course_id):
    posts = sa.select(Post.id).where(Post.activity_id.in_(activities_in(course_id)))
    db.session.execute(sa.delete(SavedPost).where(SavedPost.post_id.in_(posts)).execution_options(synchronize_session=False))


def show_looks(person_id):
    rows = db.session.execute(sa.select(NewsLook, Course).join(Course, Course.id == NewsLook.course_id).where(NewsLook.person_id == person_id).order_by(NewsLook.id))
    return [{_("Course"): course.title, _("When"): look.looked_at} for look, course in rows]


def erase_looks(person_id, leave_texts):
    db.session.execute(sa.delete(NewsLook).where(NewsLook.person_id == person_id))


def anonymise_looks(course_id):
    db.session.execute(sa.delete(NewsLook).where(NewsLook.course_id == course_id).execution_options(synchronize_session=False))


def register_talk_holdings(app) -> None:
    """Before posts: what refers to a thing goes before the thing."""
    until_put_away, while_here = lambda: _("Until you change it, or the post, topic or wall is gone."), lambda: _("As long as the course is kept here.")
    for held in (
        Held("mention", lambda: _("Where you were called by name"), lambda: _("So that you hear of it."), lambda: _("Until the comment is gone or calls you no more."),
             show_mentions, erase_mentions, anonymise_mentions),
        Held("following", lambda: _("What you follow on walls"), lambda: _("So that you hear of what is new there. Nobody else sees it."), until_put_away,
             show_followings, erase_followings, anonymise_followings),
        Held("saved_post", lambda: _("Posts you saved"), lambda: _("So that you find them again. Nobody else sees it."), until_put_away,
             show_saved, erase_saved, anonymise_saved),
        Held("news_look", lambda: _("When you looked at what is new for you"), lambda: _("So that what you have looked at counts as new no more."), while_here,
             show_looks, erase_looks, anonymise_looks),
        Held("post_comment", lambda: _("Comments you wrote on walls"), lambda: _("So that people can ask and answer each other."),
             lambda: _("Until you or a facilitator deletes them (they can be restored for 30 days then), or the course ends here."),
             show_comments, erase_comments, anonymise_comments),
    ):
        register_held(app, held)
