"""An edition: a module as it was published. It never changes; the next one is another."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, Wording, Words, db
from ..web import Refusal
from .contents import Contents


class NothingToPublish(Refusal):
    status = 409

    def words(self):
        return (_("There is nothing to publish yet"), _("The module has no steps."), _("Write at least one step, then publish."))


class StepsAreUnfinished(Refusal):
    status = 409
    template = "coaching/_unfinished.html"

    def __init__(self, module, faults):
        super().__init__()
        self.module, self.faults = module, faults

    def words(self):
        return (_("Some steps are not ready"), _("Nothing was published. What is missing is listed here."), _("Mend these steps, then publish again."))

    def details(self):
        return {"module": self.module, "faults": self.faults}


class Edition(db.Model):
    __tablename__ = "edition"
    id: Mapped[int] = mapped_column(primary_key=True)
    module_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"))
    number: Mapped[int]
    contents: Mapped[dict] = mapped_column(sa.JSON, deferred=True)  # contents.Contents
    written: Mapped[int]  # how far the writing table had come
    what_is_new: Mapped[Wording] = mapped_column(Words)
    published_at: Mapped[object] = mapped_column(Instant)
    __table_args__ = (sa.UniqueConstraint("module_id", "number"), {"sqlite_autoincrement": True})

    def read(self) -> Contents:
        return Contents.read(self.contents)
