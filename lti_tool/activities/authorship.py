"""Who wrote a contribution, kept and shown by its own level of anonymity. The one place from which authors' names leave."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from ..access.secret import holds_mark, new_mark
from ..db import db, now, today
from ..people import Membership, Region
from ..people.names import Names, names_in
from ..web import current_language
from .anonymity import HIDDEN_FROM_EVERYBODY, NAMED, REGION_ONLY

FEWEST_OF_A_REGION = 3  # people of the course; a smaller region would tell who it is


class Authored:
    """For things with `id` and `part` that somebody wrote. The level is their own: it travels with them."""

    anonymity: Mapped[str] = mapped_column(default=NAMED, server_default=NAMED)
    secret_mark: Mapped[str | None] = mapped_column(sa.String(64))  # instead of an author: HMAC(secret of their browser, this)
    imported: Mapped[bool] = mapped_column(default=False, server_default=sa.false())  # it came in a file: nobody here wrote it, whatever the file says

    @declared_attr
    def author_id(cls) -> Mapped[int | None]:
        return mapped_column(sa.ForeignKey("person.id", ondelete="SET NULL"), index=True)

    @declared_attr
    def region_id(cls) -> Mapped[int | None]:
        return mapped_column(sa.ForeignKey("region.id", ondelete="SET NULL"))

    def sign(self, level: str, by: int | None, course_id: int) -> None:
        """Call when it has its number and before it is seen. `by` None: it belongs to nobody (imported, or made by the tool)."""
        self.anonymity = level
        if level == HIDDEN_FROM_EVERYBODY:
            if by is not None:
                self.secret_mark = new_mark(self.part, by)
            self.made_at = today()
            return
        self.author_id = by
        if level == REGION_ONLY and by is not None:
            self.region_id = db.session.scalar(sa.select(Membership.region_id).filter_by(course_id=course_id, person_id=by))

    @property
    def keeps_no_author(self) -> bool:
        return self.anonymity == HIDDEN_FROM_EVERYBODY

    def is_by(self, viewpoint) -> bool:
        """Whether whoever looks from there wrote it. By secret only while their browser asks, never for what is sent to streams."""
        if self.keeps_no_author:
            return holds_mark(self.secret_mark, self.part, viewpoint.person)
        return self.author_id is not None and self.author_id == viewpoint.person

    def moment(self):
        """Now, or today where the time would tell too much."""
        return today() if self.keeps_no_author else now()


class Authors:
    """How the authors of a course are shown. One for a batch of parts: it asks the database once."""

    def __init__(self, course_id: int, names: Names | None = None):
        self.course_id = course_id
        self._names, self._regions, self._region_of = names, None, None

    def shown(self, thing: Authored) -> str:
        """In the reader's language; empty where nothing of the author may be shown."""
        if thing.imported:
            region = self.told_region(thing.region_id)
            return _("Imported, %(region)s", region=region) if region else _("Imported")
        if thing.anonymity == NAMED:
            return self.names[thing.author_id]
        if thing.anonymity == REGION_ONLY:
            return self.region(thing.region_id)
        return ""

    def region_beside(self, thing: Authored) -> str:
        """To stand under a name that is shown: where they told it, and it is not too small."""
        if thing.anonymity != NAMED or thing.imported or thing.author_id is None:
            return ""
        if self._region_of is None:
            rows = db.session.execute(sa.select(Membership.person_id, Membership.region_id).where(Membership.course_id == self.course_id, Membership.region_id.is_not(None)))
            self._region_of = dict(tuple(row) for row in rows)
        return self.told_region(self._region_of.get(thing.author_id))

    @property
    def names(self):
        if self._names is None:
            self._names = names_in(self.course_id)
        return self._names

    def region(self, region_id: int | None) -> str:
        if region_id is None:
            return _("Region not told")
        return self.told_region(region_id) or _("Another region")

    def told_region(self, region_id: int | None) -> str:
        """Its name, in the reader's language; empty when there is none, or when it would tell too much."""
        if region_id is None:
            return ""
        if self._regions is None:
            self._regions = regions_in(self.course_id)
        name, is_small = self._regions.get(region_id, (None, True))
        return "" if is_small else str(name.best(current_language()))


def regions_in(course_id: int) -> dict:
    """region id -> (its name, whether it is too small to be shown)."""
    rows = db.session.execute(
        sa.select(Region.id, Region.name, sa.func.count(Membership.id)).outerjoin(Membership, Membership.region_id == Region.id)
        .where(Region.course_id == course_id).group_by(Region.id))
    return {number: (name, people < FEWEST_OF_A_REGION) for number, name, people in rows}
