"""A module: the activity that people go through step by step. Its writing table is here; what learners see are its editions."""
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..activities import Activity
from ..activities.activity import last_position
from ..db import Wording, Words, db, now
from ..live import Topic
from .contents import Contents, Needs, UnitShown
from .edition import Edition, NothingToPublish, StepsAreUnfinished
from .feedback_forms import bring_out_forms
from .recalling import bring_out_cards
from .step import Step
from .unit import Unit

PURPOSE_LIMIT = 2000
BACKGROUNDS_AT_MOST, BACKGROUND_LIMIT = 8, 80
STATEMENTS_AT_MOST, STATEMENT_LIMIT = 12, 200


class Module(Activity):
    __tablename__ = "module"
    id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), primary_key=True)
    purpose: Mapped[Wording] = mapped_column(Words)
    needs: Mapped[dict] = mapped_column(sa.JSON, default=dict)  # what has to be done: contents.Needs
    backgrounds: Mapped[list] = mapped_column(sa.JSON, default=list)  # [{"key", "words"}]: where learners come from
    statements: Mapped[list] = mapped_column(sa.JSON, default=list)  # likewise: on which learners assess themselves
    written: Mapped[int] = mapped_column(default=0)  # changes on the writing table, all in all
    __mapper_args__ = {"polymorphic_identity": "module", "polymorphic_load": "inline"}

    @property
    def units(self) -> list[Unit]:
        """Those that stand on the writing table, in their order."""
        return Unit.of(self.id)

    def contents(self) -> Contents:
        """Everything on the writing table, as an edition would hold it."""
        steps = {}
        for step in db.session.scalars(sa.select(Step).where(Step.module_id == self.id, Step.deleted_at.is_(None)).order_by(Step.position, Step.id)):
            steps.setdefault(step.unit_id, []).append(step.shown())
        return Contents(tuple(UnitShown(unit.id, unit.title, tuple(steps.get(unit.id, ()))) for unit in self.units), Needs.read(self.needs),
                        *({one["key"]: Wording(one["words"]) for one in listed} for listed in (self.backgrounds, self.statements)))

    def edition(self) -> Edition | None:
        """The newest."""
        return db.session.scalar(sa.select(Edition).where(Edition.module_id == self.id).order_by(Edition.number.desc()).limit(1))

    def add_unit(self, title: Wording) -> Unit:
        """Last. Raises TooMany."""
        unit = Unit.add_to(self.id, title=title)
        self.was_written()
        return unit

    def changed(self) -> None:
        super().changed()
        self.announce(f"module-news:{self.id}")

    def was_written(self) -> None:
        """Something on the writing table has changed."""
        self.written += 1
        self.announce(f"table:{self.id}", to="facilitators")
        self.announce_at_home()

    def publish(self, what_is_new: Wording) -> Edition:
        """What stands on the table becomes the newest edition. Raises NothingToPublish, StepsAreUnfinished, and what `bring_out_forms` raises."""
        contents, newest = self.contents(), self.edition()
        if not contents.steps:
            raise NothingToPublish
        if faults := [(step, fault) for step in contents.steps for fault in step.faults()]:
            raise StepsAreUnfinished(self, faults)
        edition = Edition(module_id=self.id, number=newest.number + 1 if newest else 1, contents=contents.kept(), written=self.written,
                          what_is_new=what_is_new, published_at=now())
        db.session.add(edition)
        db.session.execute(sa.update(Step).where(Step.id.in_([step.id for step in contents.steps])).values(published=True))
        db.session.flush()
        bring_out_cards(self, contents)
        bring_out_forms(self, contents)
        self.changed()
        return edition

    @property
    def is_ahead_of_its_edition(self) -> bool:
        """Whether the writing table has something that is not published yet."""
        newest = self.edition()
        return newest is None or newest.written != self.written


def make_module(course, title: Wording, purpose: Wording = Wording()) -> Module:
    """A draft with nothing in it."""
    topic = Topic()
    db.session.add(topic)
    db.session.flush()
    module = Module(course_id=course.id, course=course, topic_id=topic.id, title=title, purpose=purpose, needs=Needs().kept(), backgrounds=[], statements=[],
                    position=last_position(course.id), made_at=now())
    db.session.add(module)
    db.session.flush()
    return module
