"""How far somebody has come with a practice: same need, we will try, tried, works with us. Everybody speaks for themselves; others see the region."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, db, now
from ..web import Refusal
from .post import Post, PostIsDeleted

STEPS = ("need", "try", "tried", "works")  # the last is the furthest
ICONS = {"need": "need", "try": "sprout", "tried": "tried", "works": "works"}


def step_words() -> dict[str, str]:
    return {"need": _("Same need"), "try": _("We will try"), "tried": _("Tried"), "works": _("Works with us")}


class StepsAreOff(Refusal):
    status = 409

    def words(self):
        return (_("There is no such question on this wall"), _("A facilitator has turned it off. What was answered can still be seen."), "")


class Adoption(db.Model):
    __tablename__ = "adoption"
    id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[int] = mapped_column(sa.ForeignKey("post.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), index=True)
    step: Mapped[str]
    at: Mapped[object] = mapped_column(Instant)
    __table_args__ = (sa.UniqueConstraint("post_id", "person_id", "step"), {"sqlite_autoincrement": True})


def must_take_steps(post: Post) -> None:
    """Raises PostIsDeleted, ActivityIsClosed or StepsAreOff. Where writing is paused, saying how it is with oneself is not."""
    if not post.stands:
        raise PostIsDeleted
    post.wall.must_take_contributions()
    if not post.wall.takes_steps:
        raise StepsAreOff


def take_step(post: Post, step: str, person: int) -> None:
    """Once, however often it is sent."""
    if step not in steps_by(post.id, person):
        db.session.add(Adoption(post_id=post.id, person_id=person, step=step, at=now()))
        db.session.flush()


def take_step_back(post: Post, step: str, person: int) -> None:
    db.session.execute(sa.delete(Adoption).where(Adoption.post_id == post.id, Adoption.step == step, Adoption.person_id == person))


def steps_by(post_id: int, person: int) -> list[str]:
    return list(db.session.scalars(sa.select(Adoption.step).where(Adoption.post_id == post_id, Adoption.person_id == person).order_by(Adoption.step)))


def own_steps(wall_id: int, person: int) -> list[str]:
    """["12:works", ...] which the person has taken on the wall."""
    rows = db.session.execute(sa.select(Adoption.post_id, Adoption.step).join(Post).where(Post.activity_id == wall_id, Adoption.person_id == person))
    return [f"{post}:{step}" for post, step in rows]


def counts_of(post_ids) -> dict[int, dict[str, int]]:
    """post -> step -> how many people, with one question."""
    found = {number: {} for number in post_ids}
    rows = db.session.execute(sa.select(Adoption.post_id, Adoption.step, sa.func.count()).where(Adoption.post_id.in_(found)).group_by(Adoption.post_id, Adoption.step))
    for post, step, count in rows:
        found[post][step] = count
    return found
