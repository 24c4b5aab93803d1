"""A step on the writing table: what kind it is, its words, for whom it is meant. What a kind asks for is in `kinds`."""
from datetime import date

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..access import Place
from ..activities import Activity
from ..activities.act import Act
from ..db import Wording, Words, db
from ..web import Refusal
from .contents import StepShown
from .differences import differences
from .on_table import IsOffTheTable, OnTheTable
from .unit import Unit

MINUTES_AT_MOST, KEEPER_LIMIT = 600, 80


class StepWasChanged(Refusal):
    """Two facilitators write at one step. Both texts are shown; the second one decides."""

    status = 409
    template = "coaching/_step_conflict.html"
    page = "coaching/step_conflict.html"
    is_dialog = True

    def __init__(self, step, mine: dict, at_first: dict):
        super().__init__()
        self.step, self.mine, self.at_first = step, mine, at_first

    def words(self):
        return (_("The step has been changed meanwhile"), _("Another facilitator saved this step while you were writing. Your text is still in the form."),
                _("Decide for each which of the two stays, or write yours anew here."))

    def details(self):
        theirs = self.step.in_json({name: getattr(self.step, name) for name in self.mine})
        return {"step": self.step, "differences": differences(theirs, self.step.in_json(self.mine), self.at_first)}


class StepIsElsewhere(Refusal):
    """It stands in another edition than the one somebody goes through: it was taken out, or came later."""

    status = 409
    template = "coaching/_step_elsewhere.html"

    def __init__(self, module, work, came_later: bool):
        super().__init__()
        self.module, self.work, self.came_later = module, work, came_later

    def words(self):
        if self.came_later:
            return (_("This step came later"), _("It is not in the edition of the module that you go through. Nothing was saved."), _("You can go on with the newer edition: on the page of the module."))
        return (_("This step is not in the module any more"), _("The facilitators have taken it out, and it need not be done. What you have done so far is kept. Nothing new was saved."),
                _("Copy your text if you want to keep it, and go on with the next step."))

    def details(self):
        return {"module": self.module, "work": self.work}


class Step(OnTheTable, db.Model):
    __tablename__ = "step"
    AT_MOST, WITHIN = 40, "unit_id"
    FIELDS = ("title", "minutes", "needed", "backgrounds", "contents", "checked_on", "keeper")
    id: Mapped[int] = mapped_column(primary_key=True)
    module_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), index=True)
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey("unit.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    title: Mapped[Wording] = mapped_column(Words)
    minutes: Mapped[int] = mapped_column(default=0)  # planned; 0: not said
    needed: Mapped[bool] = mapped_column(default=True)
    backgrounds: Mapped[list] = mapped_column(sa.JSON, default=list)  # keys of the module's; none: for everybody
    contents: Mapped[dict] = mapped_column(sa.JSON, default=dict)  # as its kind keeps it
    checked_on: Mapped[date | None]
    keeper: Mapped[str] = mapped_column(default="")  # who looks after it
    published: Mapped[bool] = mapped_column(default=False)  # it stands in an edition: its files are for everybody
    version: Mapped[int] = mapped_column(default=1)
    __table_args__ = {"sqlite_autoincrement": True}

    def in_sight_of(self, viewpoint) -> bool:
        return viewpoint.facilitates or (self.published and self.module.in_sight_of(viewpoint))

    def must_be_changeable(self, viewpoint) -> None:
        """Always: what learners see are editions."""

    @property
    def unit(self) -> Unit:
        return db.session.get(Unit, self.unit_id)

    @sa.orm.validates("checked_on")
    def read_day(self, _name, day):
        """An act keeps it as text."""
        return date.fromisoformat(day) if isinstance(day, str) else day

    def shown(self) -> StepShown:
        return StepShown(self.id, self.kind, self.title, self.minutes, self.needed, tuple(self.backgrounds), self.contents, self.checked_on, self.keeper)

    def write(self, values: dict, version: int, by: int, at_first: dict | None = None) -> Act | None:
        """`values` are some of FIELDS, perhaps as JSON; `at_first` what they were when their author began. Raises StepWasChanged when somebody saved since that `version`."""
        before = super().fields(values)
        if self.in_json(before) == self.in_json(values):
            return None
        if self.was_edited_since(version):
            raise StepWasChanged(self, values, at_first or {})
        for name, value in values.items():
            setattr(self, name, Wording(value) if name == "title" else value)
        return self.did("edited", by, self.in_json(before))

    def fields_at(self, version: int) -> dict:
        """All that its form asks for as it was then, as JSON."""
        held = self.fields(self.FIELDS)
        for act in db.session.scalars(sa.select(Act).where(Act.thing == self.part, Act.verb == "edited", Act.version > version).order_by(Act.version.desc())):
            held.update(act.before)
        return held

    def fields(self, names) -> dict:
        return self.in_json(super().fields(names))

    @staticmethod
    def in_json(fields: dict) -> dict:
        return {name: value.isoformat() if isinstance(value, date) else dict(value) if isinstance(value, Wording) else value for name, value in fields.items()}

    def must_fit_into(self, within: int) -> None:
        """Another unit of the same module. Raises IsOffTheTable and TooMany."""
        if all(unit.id != within for unit in Unit.of(self.module_id)):
            raise IsOffTheTable
        super().must_fit_into(within)

    @classmethod
    def place_of(cls, number: int) -> Place | None:
        row = db.session.execute(sa.select(Activity.course_id, Activity.topic_id).join(cls, cls.module_id == Activity.id).where(cls.id == number)).one_or_none()
        return Place(*row) if row else None


def was_published(module_id: int, number: int) -> bool:
    """Whether some edition of the module holds that step."""
    return db.session.scalar(sa.select(Step.id).where(Step.id == number, Step.module_id == module_id, Step.published)) is not None


def add_step(unit: Unit, kind: str, title: Wording, contents: dict, **more) -> Step:
    """Last in its unit. Raises TooMany."""
    step = Step.add_to(unit.id, module_id=unit.module_id, kind=kind, title=title, contents=contents, **more)
    unit.module.was_written()
    return step
