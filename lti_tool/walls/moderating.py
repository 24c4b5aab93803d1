"""What moderation needs to know of posts and of comments on them."""
import sqlalchemy as sa
from flask import url_for
from flask_babel import gettext as _

from ..activities import Activity
from ..db import db
from ..live import announce
from ..moderation import Approval, Moderated, register_moderated
from .comment import PostComment
from .comment_removal import remove_comment_for_good, take_out_of_comment
from .featuring import band_of
from .holdings import whole_text
from .post import WAITING, Post, parts_of_posts_by
from .post_text import texts_of
from .removal import remove_for_good, take_out
from .showing import every_field


def said(post: Post) -> list[tuple[str, str]]:
    """What is published in each language; drafts are their author's."""
    fields = every_field(post.wall)
    texts = texts_of([post.id])[post.id].values() if not post.removed_at else ()
    return [(f"{text.title}\n{whole_text(text.answers, fields)}".strip(), text.language) for text in texts if text.is_published]


def tell(post: Post) -> None:
    announce(post.wall.topic_id, post.part, post.wall.news, band_of(post.activity_id))


def waiting(course_id: int) -> list[Post]:
    return list(db.session.scalars(sa.select(Post).join(Post.wall).options(sa.orm.contains_eager(Post.wall)).where(
        Activity.course_id == course_id, Activity.deleted_at.is_(None), Post.state == WAITING, Post.deleted_at.is_(None)).order_by(Post.id)))


def address_of_comment(comment: PostComment) -> str:
    return url_for("posts.show", post_id=comment.post_id, _anchor=f"comment-{comment.id}")


def said_in_comment(comment: PostComment) -> list[tuple[str, str]]:
    return [] if comment.removed_at else [(comment.text, comment.language)]


def tell_of_comment(comment: PostComment) -> None:
    announce(comment.post.wall.topic_id, *comment.parts)


def parts_of_comments_by(person_id: int) -> list[str]:
    return [f"post-comment:{number}" for number in db.session.scalars(sa.select(PostComment.id).where(PostComment.author_id == person_id))]


def register_moderating(app) -> None:
    approval = Approval(waiting, lambda post: post.state == WAITING and post.deleted_at is None, Post.let_stand, Post.send_back, Post.wait_again)
    register_moderated(app, "post", Moderated(Post, lambda: _("Post"), lambda post: url_for("posts.show", post_id=post.id), said, tell, take_out, remove_for_good,
                                              parts_of_posts_by, approval))
    register_moderated(app, "post-comment", Moderated(PostComment, lambda: _("Comment"), address_of_comment, said_in_comment, tell_of_comment, take_out_of_comment,
                                                      remove_comment_for_good, parts_of_comments_by))
