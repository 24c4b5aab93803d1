"""An attachment: one file on one thing, with what it shows in words. Who may see the thing may see it; who may change the thing may change it."""
from collections import defaultdict

import sqlalchemy as sa
from flask import url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..access import Place
from ..activities import Activity
from ..db import Instant, db, now
from ..web import Refusal
from .attachable import thing_of
from .stored_file import StoredFile, batches

ALTERNATIVE_LIMIT, FILES_AT_MOST = 250, 3


class TooManyFiles(Refusal):
    status = 409

    def words(self):
        return (_("There is no place for one more file"), _("There are already %(number)s files here, which is as many as there may be.", number=FILES_AT_MOST),
                _("Delete one of them first, or attach the file somewhere else."))


class Attachment(db.Model):
    """Names nobody: it belongs to whom its thing belongs to."""

    __tablename__ = "attachment"
    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), index=True)
    thing: Mapped[str] = mapped_column(index=True)  # "note:7", as the parts are called
    file_id: Mapped[int] = mapped_column(sa.ForeignKey("stored_file.id"), index=True)
    name: Mapped[str]  # of the file, cleaned; only ever shown
    alternative_text: Mapped[str] = mapped_column(default="")  # of a picture
    decorative: Mapped[bool] = mapped_column(default=False)  # a picture that says nothing
    deleted_at: Mapped[object | None] = mapped_column(Instant)
    file: Mapped[StoredFile] = relationship(lazy="joined", innerjoin=True)
    activity: Mapped[Activity] = relationship()
    __table_args__ = {"sqlite_autoincrement": True}

    @property
    def part(self) -> str:
        return f"attachment:{self.id}"

    @property
    def is_picture(self) -> bool:
        return self.file.kind.is_picture

    def is_by(self, *whom) -> bool:
        return thing_of(self.thing).is_by(*whom)

    def in_sight_of(self, viewpoint) -> bool:
        thing = thing_of(self.thing)
        return thing is not None and thing.in_sight_of(viewpoint)

    @property
    def address(self) -> str:
        """Where the file itself is; its name is there for people, the number says which."""
        return url_for("attachments.download", attachment_id=self.id, name=self.name)

    @property
    def small_address(self) -> str:
        return url_for("attachments.small", attachment_id=self.id)

    def delete(self) -> None:
        if self.deleted_at is None:
            self.deleted_at = now()

    def restore(self) -> None:
        """Raises TooManyFiles."""
        if self.deleted_at is not None:
            must_have_room(self.thing)
            self.deleted_at = None


def must_have_room(thing: str) -> None:
    """Raises TooManyFiles. Under the lock of the topic."""
    if db.session.scalar(sa.select(sa.func.count()).where(Attachment.thing == thing, Attachment.deleted_at.is_(None))) >= FILES_AT_MOST:
        raise TooManyFiles


def attachments_of(things) -> dict[str, list[Attachment]]:
    """thing -> its files in the order in which they were attached; asked once (for each thousands of things)."""
    by_thing = defaultdict(list)
    for some in batches(list(things), 5000):
        standing = sa.select(Attachment).where(Attachment.thing.in_(some), Attachment.deleted_at.is_(None)).order_by(Attachment.id)
        for attachment in db.session.scalars(standing):
            by_thing[attachment.thing].append(attachment)
    return by_thing


# Built once: it runs with every change of a note.
WITH_FILES = sa.select(Attachment.thing).where(Attachment.activity_id == sa.bindparam("activity"), Attachment.deleted_at.is_(None)).distinct()


def things_with_files(activity_id: int) -> set[str]:
    """So that nothing needs to be asked for the many that have none."""
    return set(db.session.scalars(WITH_FILES, {"activity": activity_id}))


def deleted_attachments_of(thing: str) -> list[Attachment]:
    """Those that can still be restored, the last deleted first."""
    return list(db.session.scalars(sa.select(Attachment).where(Attachment.thing == thing, Attachment.deleted_at.is_not(None))
                                   .order_by(Attachment.deleted_at.desc(), Attachment.id.desc())))


def attachments_by(things) -> list[tuple[Attachment, Activity]]:
    """Everything on these things, deleted ones too, with where it is."""
    found = []
    for some in batches(list(things), 5000):
        found += db.session.execute(sa.select(Attachment, Activity).join(Activity, Activity.id == Attachment.activity_id)
                                    .where(Attachment.thing.in_(some)).order_by(Attachment.id)).all()
    return found


def place_of_attachment(number: int) -> Place | None:
    row = db.session.execute(sa.select(Activity.course_id, Activity.topic_id).join(Attachment, Attachment.activity_id == Activity.id)
                             .where(Attachment.id == number)).one_or_none()
    return Place(*row) if row else None
