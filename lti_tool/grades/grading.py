"""What a facilitator wants to be told to the platform of an activity: whether people have taken part, and what that takes. Off until they say so."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..activities import Activity
from ..db import db
from ..web import Unsuitable
from .gradable import Rule, rules_of


class Grading(db.Model):
    __tablename__ = "grading"
    activity_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    is_on: Mapped[bool]
    asked: Mapped[list] = mapped_column(sa.JSON)  # keys of rules
    every: Mapped[bool]  # all of them are needed; else one of them is enough

    def asks(self, activity: Activity) -> list[Rule]:
        """What counts now: a rule that was chosen and is refused since (the board's names were hidden) counts no more."""
        return [rule for rule in rules_of(activity) if rule.key in self.asked and not rule.refused(activity)]

    def gives_away(self, activity: Activity) -> bool:
        """Whether the moment of counting would tell who wrote or voted."""
        return any(rule.gives_away(activity) for rule in self.asks(activity))

    def choose(self, activity: Activity, asked: list[str], every: bool) -> None:
        """Raises Unsuitable."""
        rules = {rule.key: rule for rule in rules_of(activity)}
        if not asked:
            raise Unsuitable("asked", _("Choose what people need to do to have taken part."))
        if any(key not in rules for key in asked):
            raise Unsuitable("asked", _("There is no such choice."))
        for key in asked:
            if why := rules[key].refused(activity):
                raise Unsuitable("asked", why)
        self.asked, self.every, self.is_on = [key for key in rules if key in asked], every, True


def grading_of(activity: Activity) -> Grading | None:
    """Only where it is on."""
    grading = db.session.get(Grading, activity.id)
    return grading if grading is not None and grading.is_on else None


def copy_gradings(source, course, copies) -> None:
    """When a course is copied: the same is asked in the copies."""
    for grading in db.session.scalars(sa.select(Grading).where(Grading.activity_id.in_(list(copies)))).all():
        copy = copies[grading.activity_id]
        if db.session.get(Grading, copy.id) is None:
            db.session.add(Grading(activity_id=copy.id, is_on=grading.is_on, asked=list(grading.asked), every=grading.every))
