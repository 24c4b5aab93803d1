"""What is known of one stored file. Its bytes lie in the store under its digest; the same bytes are kept once, whoever attached them."""
from typing import BinaryIO

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, db, today
from . import store
from .kinds import FileKind, kind_named

SMALL_WIDTH = 480


class StoredFile(db.Model):
    __tablename__ = "stored_file"
    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(sa.String(64), unique=True)  # sha256 of the bytes
    kind_name: Mapped[str]
    size: Mapped[int]  # in bytes
    width: Mapped[int | None]  # of a picture, in pixels
    height: Mapped[int | None]
    made_at: Mapped[object] = mapped_column(Instant, index=True)  # the day only
    __table_args__ = {"sqlite_autoincrement": True}

    @property
    def kind(self) -> FileKind:
        return kind_named(self.kind_name)

    @property
    def has_small(self) -> bool:
        return bool(self.width and self.width > SMALL_WIDTH)

    @property
    def small_size(self) -> tuple[int, int]:
        """(width, height) of the picture as a note shows it."""
        if not self.has_small:
            return self.width, self.height
        return SMALL_WIDTH, max(1, round(self.height * SMALL_WIDTH / self.width))


def open_stored(file: StoredFile, small: bool = False) -> BinaryIO:
    """`small`: a picture as a note shows it. Raises FileNotFoundError."""
    return store.path_of(file.digest, small and file.has_small).open("rb")


def row_of(upload) -> StoredFile:
    """The row of these bytes, a new one when nobody has attached them yet. Locked, so that nobody takes them away meanwhile."""
    known = sa.select(StoredFile).filter_by(digest=upload.digest).with_for_update()
    row = db.session.scalar(known)
    if row is None:
        row = StoredFile(digest=upload.digest, kind_name=upload.kind.name, size=len(upload.data), width=upload.width, height=upload.height, made_at=today())
        try:
            with db.session.begin_nested():
                db.session.add(row)
        except IntegrityError:  # somebody else attached the same bytes at the same moment
            row = db.session.scalars(known).one()
    if not store.path_of(row.digest).exists() or (row.has_small and not store.path_of(row.digest, small=True).exists()):
        upload.keep()  # taken away since, because nobody referred to them
    return row


def batches(things: list, size: int = 500):
    return (things[start:start + size] for start in range(0, len(things), size))
