"""What somebody says to a post, or to another comment: an answer answers a comment, never an answer. Signed with its wall's level of names, as posts are."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..access import Place
from ..activities import Activity
from ..activities.act import Act
from ..activities.authorship import Authored
from ..activities.remark import CommentIsDeleted, CommentWasDeletedByAFacilitator, Remark
from ..db import Instant, db, now
from ..moderation import Hideable, IsHidden
from ..web import Refusal, Unsuitable
from .post import PUBLISHED, Post

COMMENT_LIMIT = 2000


class CommentsAreOff(Refusal):
    status = 409

    def words(self):
        return (_("Posts are not commented here now"), _("A facilitator has turned comments off on this wall. Those that are there can still be read."),
                _("Copy your text if you want to keep it."))


class PostIsNotPublished(Refusal):
    """It waits, is hidden or archived: it is talked about while it stands on the wall."""

    status = 409

    def words(self):
        return (_("This post is not commented now"), _("A post is commented while it stands on the wall. What was said can still be read."),
                _("Copy your text if you want to keep it."))


class PostComment(Authored, Hideable, Remark, db.Model):
    __tablename__ = "post_comment"
    conflict_template = "walls/_comment_conflict.html"
    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"))
    post_id: Mapped[int] = mapped_column(sa.ForeignKey("post.id", ondelete="CASCADE"), index=True)
    to_id: Mapped[int | None] = mapped_column(sa.ForeignKey("post_comment.id", ondelete="CASCADE"), index=True)  # the comment it answers
    text: Mapped[str]
    language: Mapped[str]
    mark: Mapped[str] = mapped_column(default="", server_default="")  # that it answers the post's question: see marking.py
    marked_at: Mapped[object | None] = mapped_column(Instant)
    version: Mapped[int] = mapped_column(default=1)
    made_at: Mapped[object] = mapped_column(Instant)
    edited_at: Mapped[object | None] = mapped_column(Instant)
    deleted_at: Mapped[object | None] = mapped_column(Instant)
    deleted_by_facilitator: Mapped[bool] = mapped_column(default=False, server_default=sa.false())  # of somebody else's comment
    removed_at: Mapped[object | None] = mapped_column(Instant)  # its text was removed for good; a mark stays
    post: Mapped[Post] = relationship(lazy="joined", innerjoin=True)
    __table_args__ = (sa.Index(None, "activity_id", "made_at"), {"sqlite_autoincrement": True})

    @property
    def part(self) -> str:
        return f"post-comment:{self.id}"

    @property
    def parts(self) -> tuple[str, ...]:
        """With what it answers, which may be there only for its answers; and the post, whose card tells how many there are."""
        return self.part, *([f"post-comment:{self.to_id}"] if self.to_id else []), self.post.part

    @property
    def place(self) -> str:
        """Where it stands among the comments of its post: answers behind what they answer."""
        return f"{self.to_id:012d}-{self.id:012d}" if self.to_id else f"{self.id:012d}"

    @property
    def stands(self) -> bool:
        return not self.is_gone and self.post.stands

    @property
    def is_gone(self) -> bool:
        """Deleted or hidden: its place stays only where others answered it."""
        return self.deleted_at is not None or self.is_hidden

    @classmethod
    def standing(cls):
        """The same, in a query."""
        return sa.and_(cls.deleted_at.is_(None), cls.hidden_at.is_(None))

    def in_sight_of(self, viewpoint) -> bool:
        """Where its post is; a deleted or hidden one for who may restore it."""
        return self.post.in_sight_of(viewpoint) and (not self.is_gone or viewpoint.facilitates or self.is_by(viewpoint))

    def shows_text_to(self, viewpoint) -> bool:
        """The one place that decides who reads its words; `viewpoint` None: what everybody reads."""
        return not self.is_gone and self.removed_at is None

    def must_be_changeable(self, viewpoint) -> None:
        """Raises CommentIsDeleted, IsHidden, PostIsDeleted, and what the wall raises."""
        if self.deleted_at is not None:
            raise CommentIsDeleted
        if self.is_hidden:
            raise IsHidden
        self.post.must_have_text()
        self.post.wall.must_be_written_on(viewpoint)

    def must_be_restorable(self, viewpoint) -> None:
        """What a facilitator deleted, facilitators restore. Raises CommentWasDeletedByAFacilitator, and what the post and the wall raise."""
        self.post.must_have_text()
        self.post.wall.must_be_written_on(viewpoint)
        if self.deleted_by_facilitator and not viewpoint.facilitates:
            raise CommentWasDeletedByAFacilitator

    def edit(self, text: str, language: str, version: int, by: int) -> Act | None:
        """Saved as it stood, it was not edited."""
        if (text, language) == (self.text, self.language) and self.removed_at is None:
            return None
        return super().edit(text, language, version, by)


def must_take_comments(post: Post, viewpoint) -> None:
    """Raises PostIsDeleted, PostIsNotPublished, CommentsAreOff, and what the wall raises."""
    post.must_have_text()
    if post.state != PUBLISHED:
        raise PostIsNotPublished
    post.wall.must_be_written_on(viewpoint)
    if not post.wall.takes_comments:
        raise CommentsAreOff


def must_be_answerable(post: Post, comment: PostComment | None) -> None:
    """Raises Unsuitable for an answer, or for a comment of another post; CommentIsDeleted."""
    if comment is None or comment.post_id != post.id or comment.to_id is not None:
        raise Unsuitable("to", _("That is no comment of this post that could be answered."))
    if comment.is_gone:
        raise CommentIsDeleted


def add_comment(post: Post, text: str, language: str, by: int, to: PostComment | None = None) -> PostComment:
    """With the wall's level of names. `to`: as an answer to that comment."""
    comment = PostComment(activity_id=post.activity_id, post_id=post.id, post=post, to_id=to.id if to else None, text=text, language=language, made_at=now())
    db.session.add(comment)
    db.session.flush()
    comment.sign(post.wall.anonymity, by, post.wall.course_id)
    comment.did("added", by, {})
    return comment


def place_of_comment(number: int) -> Place | None:
    row = db.session.execute(sa.select(Activity.course_id, Activity.topic_id).join(PostComment, PostComment.activity_id == Activity.id)
                             .where(PostComment.id == number)).one_or_none()
    return Place(*row) if row else None
