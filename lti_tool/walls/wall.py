"""A wall: the activity on which people share what works, and ask each other. Who may post, when, and under which level of names."""
from datetime import date

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..activities import Activity
from ..activities.activity import last_position
from ..activities.anonymity import NAMED, REGION_ONLY
from ..db import Wording, Words, db, now
from ..live import Topic
from ..web import Refusal, Unsuitable
from ..web.days import today_here
from .field import Field
from .licence import OWN
from .theme import Theme

PURPOSE_LIMIT = 2000
LEVELS = (NAMED, REGION_ONLY)
PRACTICE, QUESTION, POST = SHARED = ("practice", "question", "post")  # what its button says
EVERYBODY, FACILITATORS = POSTING = ("everybody", "facilitators")


def share_words(shared: str) -> str:
    return {PRACTICE: _("Share a good practice"), QUESTION: _("Ask your peers"), POST: _("Write a post")}[shared]


def shared_word(shared: str) -> str:
    return {PRACTICE: _("Good practices"), QUESTION: _("Questions to peers"), POST: _("Posts of any kind")}[shared]


class WallIsFrozen(Refusal):
    status = 409

    def words(self):
        return (_("Writing is paused"), _("A facilitator has paused writing on this wall for a moment."),
                _("Your text is still here. Send it when writing goes on."))


class WallIsNotOpenNow(Refusal):
    """Before its first day or after its last."""

    status = 409

    def words(self):
        return (_("Nothing is posted here now"), _("The wall takes posts only within its days. What was posted can be read."),
                _("Copy your text if you want to keep it, and ask a facilitator when the wall opens."))


class OnlyFacilitatorsPost(Refusal):
    status = 403

    def words(self):
        return (_("Only facilitators post here"), _("On this wall others read and answer what the facilitators post."),
                _("If you have something to share, tell a facilitator."))


class NamesAreFixed(Refusal):
    """People wrote under one level; it cannot become another afterwards."""

    status = 409

    def words(self):
        return (_("The level of anonymity is fixed"), _("Somebody has already written here, trusting what was said about their name."),
                _("Make another wall for posts with another level."))


class Wall(Activity):
    __tablename__ = "wall"
    id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), primary_key=True)
    purpose: Mapped[Wording] = mapped_column(Words)
    shared: Mapped[str]  # practice, question or post
    anonymity: Mapped[str]  # of the posts to come; fixed with the first
    posting: Mapped[str]  # who posts: everybody, or facilitators
    approves_first: Mapped[bool]  # a facilitator looks at each post before others see it
    takes_comments: Mapped[bool]
    takes_steps: Mapped[bool]
    frozen: Mapped[bool] = mapped_column(default=False)  # only facilitators write for now
    opens_on: Mapped[date | None]  # the first day on which participants write
    closes_on: Mapped[date | None]  # the last
    licence: Mapped[str] = mapped_column(default="", server_default="")  # on which terms others may use the texts: licence.py
    own_licence: Mapped[Wording] = mapped_column(Words, default=Wording, server_default="{}")  # in words of its own
    __mapper_args__ = {"polymorphic_identity": "wall", "polymorphic_load": "inline"}

    def must_take_posts(self, viewpoint) -> None:
        """Raises OnlyFacilitatorsPost, and what `must_be_written_on` raises."""
        self.must_be_written_on(viewpoint)
        if self.posting == FACILITATORS and not viewpoint.facilitates:
            raise OnlyFacilitatorsPost

    def must_be_written_on(self, viewpoint) -> None:
        """By whoever looks from there: a post of one's own, a comment, a step. Raises ActivityIsClosed, WallIsFrozen and WallIsNotOpenNow."""
        self.must_take_contributions()
        if viewpoint.facilitates:
            return
        if self.frozen:
            raise WallIsFrozen
        if not self.is_within_its_days:
            raise WallIsNotOpenNow

    def changed(self) -> None:
        super().changed()
        self.announce(self.news)

    @property
    def news(self) -> str:
        """The part by which open pages are offered what is new."""
        return f"wall-news:{self.id}"

    @property
    def names_are_fixed(self) -> bool:
        """From the first post on, also when that has been deleted."""
        from .post import Post  # which stands on walls
        return db.session.scalar(sa.select(Post.id).where(Post.activity_id == self.id).limit(1)) is not None

    def set_anonymity(self, level: str) -> None:
        """Raises NamesAreFixed."""
        if level != self.anonymity and self.names_are_fixed:
            raise NamesAreFixed
        self.anonymity = level

    def set_licence(self, licence: str, own: Wording) -> None:
        """Raises Unsuitable where words are chosen and none are given."""
        if licence == OWN and not own:
            raise Unsuitable("own_licence", _("There is no text yet."))
        self.licence, self.own_licence = licence, own

    @property
    def has_opened(self) -> bool:
        return self.opens_on is None or self.opens_on <= today_here()

    @property
    def is_within_its_days(self) -> bool:
        return self.has_opened and (self.closes_on is None or today_here() <= self.closes_on)

    def takes_posts_of(self, viewpoint) -> bool:
        try:
            self.must_take_posts(viewpoint)
        except Refusal:
            return False
        return True

    def is_written_on_by(self, viewpoint) -> bool:
        try:
            self.must_be_written_on(viewpoint)
        except Refusal:
            return False
        return True

    @property
    def themes(self) -> list[Theme]:
        """Those that stand, in their order."""
        return Theme.of(self.id)

    @property
    def fields(self) -> list[Field]:
        """The questions of its form, in their order."""
        return Field.of(self.id)

    def add_theme(self, title: Wording, colour: str) -> Theme:
        """Last. Raises TooMany."""
        return Theme.add_to(self.id, title=title, colour=colour)

    def add_field(self, title: Wording, hint: Wording, kind: str, required: bool = False, options=(), taken_away: bool = False) -> Field:
        """Last. Raises TooMany."""
        return Field.add_to(self.id, taken_away, title=title, hint=hint, kind=kind, required=required, options=[dict(option) for option in options])


def make_wall(course, title: Wording, purpose: Wording, shared: str = POST, anonymity: str = NAMED) -> Wall:
    """A draft without themes and questions. Everybody posts, and posts stand at once."""
    topic = Topic()
    db.session.add(topic)
    db.session.flush()
    wall = Wall(course_id=course.id, course=course, topic_id=topic.id, title=title, purpose=purpose, shared=shared, anonymity=anonymity, posting=EVERYBODY,
                approves_first=False, takes_comments=True, takes_steps=shared == PRACTICE, position=last_position(course.id), made_at=now())
    db.session.add(wall)
    db.session.flush()
    return wall

