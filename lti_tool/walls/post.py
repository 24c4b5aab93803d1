"""A post on a wall: who wrote it, what it is about, and whether others see it. Its words are in `PostText`, one for each language."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..access import Place
from ..activities import Activity
from ..activities.act import Act, Undoable
from ..activities.authorship import Authored
from ..db import Instant, db, now
from ..web import Refusal
from .theme import Theme

DRAFT, WAITING, PUBLISHED, HIDDEN, ARCHIVED = STATES = ("draft", "waiting", "published", "hidden", "archived")
THEMES_AT_MOST = 3


def state_word(state: str) -> str:
    return {DRAFT: _("Draft"), WAITING: _("Waits for a facilitator"), PUBLISHED: _("Published"), HIDDEN: _("Hidden"), ARCHIVED: _("Archived")}[state]


class PostIsDeleted(Refusal):
    status = 409

    def words(self):
        return (_("The post has been deleted"), _("It was deleted before your change arrived."),
                _("It can be restored from the wall's list of deleted posts. Your text is still here."))


class PostIsRemoved(Refusal):
    """Its text was removed for good: only the mark is left, and nothing is written into it."""

    status = 409

    def words(self):
        return (_("The text has been removed for good"), _("A facilitator removed the text of this post, for example because of client data in it."),
                _("Write a new post without that. Your text is still here."))


class PostWasDeletedByAFacilitator(Refusal):
    status = 403

    def words(self):
        return (_("A facilitator deleted this post"), _("Only facilitators can restore what a facilitator has deleted."),
                _("If you think it should come back, ask a facilitator of the course."))


class PostTheme(db.Model):
    """That a post is about a theme. `place` 0 is the first: there it stands where a wall is shown by themes."""

    __tablename__ = "post_theme"
    post_id: Mapped[int] = mapped_column(sa.ForeignKey("post.id", ondelete="CASCADE"), primary_key=True)
    theme_id: Mapped[int] = mapped_column(sa.ForeignKey("theme.id", ondelete="CASCADE"), primary_key=True, index=True)
    place: Mapped[int]


class Post(Authored, Undoable, db.Model):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"))
    state: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    made_at: Mapped[object] = mapped_column(Instant)
    published_at: Mapped[object | None] = mapped_column(Instant)  # first
    edited_at: Mapped[object | None] = mapped_column(Instant)  # after it was published
    pinned: Mapped[bool] = mapped_column(default=False)  # stands before the others
    featured_at: Mapped[object | None] = mapped_column(Instant)  # since when facilitators hold it up: featuring.py
    deleted_at: Mapped[object | None] = mapped_column(Instant)
    deleted_by_facilitator: Mapped[bool] = mapped_column(default=False)  # of somebody else's post
    removed_at: Mapped[object | None] = mapped_column(Instant)  # its text was removed for good; a mark stays
    wall: Mapped[Activity] = relationship(lazy="joined", innerjoin=True)
    __table_args__ = (sa.Index(None, "activity_id", "state", "published_at"), {"sqlite_autoincrement": True})

    @property
    def part(self) -> str:
        return f"post:{self.id}"

    @property
    def stands(self) -> bool:
        """Whether everybody in the course sees it."""
        return self.state in (PUBLISHED, ARCHIVED) and self.deleted_at is None

    def in_sight_of(self, viewpoint) -> bool:
        """A draft is its author's alone. What waits, is hidden or deleted is seen by its author and by facilitators."""
        if not self.wall.in_sight_of(viewpoint):
            return False
        if self.state == DRAFT:
            return self.is_by(viewpoint)
        return self.stands or viewpoint.facilitates or self.is_by(viewpoint)

    def must_be_changeable(self, viewpoint) -> None:
        """Raises PostIsDeleted, PostIsRemoved, and what the wall raises."""
        self.must_have_text()
        self.wall.must_be_written_on(viewpoint)

    def must_have_text(self) -> None:
        if self.deleted_at is not None:
            raise PostIsDeleted
        if self.removed_at is not None:
            raise PostIsRemoved

    def publish(self, viewpoint) -> None:
        """To everybody; where facilitators look first, to them, unless it comes from one of them. Once published it stays, whatever is changed in it."""
        if self.state in (DRAFT, WAITING):
            self.state = WAITING if self.wall.approves_first and not viewpoint.facilitates else PUBLISHED
        if self.state == PUBLISHED and self.published_at is None:
            self.published_at = self.moment()

    def set_state(self, state: str, by: int) -> Act:
        before = self.fields(("state",))
        self.state = state
        if state == PUBLISHED and self.published_at is None:
            self.published_at = self.moment()
        return self.did({ARCHIVED: "archived", HIDDEN: "hidden"}.get(state, "published"), by, before)

    @property
    def is_hidden(self) -> bool:
        return self.state == HIDDEN

    def hide(self) -> str:
        """By facilitators. Answers the state it had, to which `show_again` brings it back."""
        was = self.state
        self.enter(HIDDEN)
        return was

    def show_again(self, was: str) -> None:
        self.enter(was or PUBLISHED)

    def let_stand(self) -> None:
        """What has waited for a facilitator."""
        self.enter(PUBLISHED)

    def send_back(self) -> None:
        """To its author, who goes on with it and publishes it again."""
        self.enter(DRAFT)

    def wait_again(self) -> bool:
        """After it was let stand or sent back; whether that is possible."""
        if self.state not in (DRAFT, PUBLISHED) or self.deleted_at is not None:
            return False
        self.enter(WAITING)
        return True

    def enter(self, state: str) -> None:
        """By what is not undone as an act on the post: such acts from before are overtaken."""
        self.state = state
        self.version += 1
        if state == PUBLISHED and self.published_at is None:
            self.published_at = self.moment()

    def set_pinned(self, pinned: bool, by: int) -> Act:
        before = self.fields(("pinned",))
        self.pinned = pinned
        return self.did("pinned" if pinned else "unpinned", by, before)

    def delete(self, by: int, as_facilitator: bool = False) -> Act:
        """`as_facilitator`: somebody else's, which then only facilitators restore."""
        self.deleted_at, self.deleted_by_facilitator = self.moment(), as_facilitator
        return self.did("deleted", by, {})

    def restore(self, by: int) -> Act:
        self.deleted_at, self.deleted_by_facilitator = None, False
        return self.did("restored", by, {})

    def must_be_restorable(self, viewpoint) -> None:
        if self.deleted_by_facilitator and not viewpoint.facilitates:
            raise PostWasDeletedByAFacilitator

    @property
    def themes(self) -> list[Theme]:
        return list(db.session.scalars(sa.select(Theme).join(PostTheme).where(PostTheme.post_id == self.id, Theme.deleted_at.is_(None))
                                       .order_by(PostTheme.place)))

    def put_under(self, themes: list[Theme]) -> None:
        db.session.execute(sa.delete(PostTheme).where(PostTheme.post_id == self.id))
        db.session.add_all(PostTheme(post_id=self.id, theme_id=theme.id, place=place) for place, theme in enumerate(themes))


def begin_post(wall, by: int) -> Post:
    """A draft, which its author alone sees; signed with the wall's level of names."""
    post = Post(activity_id=wall.id, wall=wall, state=DRAFT, made_at=now())
    db.session.add(post)
    db.session.flush()
    post.sign(wall.anonymity, by, wall.course_id)
    return post


def parts_of_posts_by(person_id: int) -> list[str]:
    return [f"post:{number}" for number in db.session.scalars(sa.select(Post.id).where(Post.author_id == person_id))]


def place_of_post(number: int) -> Place | None:
    row = db.session.execute(sa.select(Activity.course_id, Activity.topic_id).join(Post).where(Post.id == number)).one_or_none()
    return Place(*row) if row else None
