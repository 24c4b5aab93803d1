"""Takes files away for good: rows, and the bytes to which nobody else refers."""
from datetime import timedelta

import sqlalchemy as sa
from flask import current_app

from ..db import after_commit, db, now, transaction
from . import store
from .attachable import part_column
from .attachment import Attachment
from .references import referred_to
from .stored_file import StoredFile, batches

RESTORABLE = timedelta(days=30)
FORGOTTEN_AFTER = timedelta(days=2)  # of files only the day is known: two of them are at least one whole day


def remove_attachments_of(*things: str) -> None:
    """For good, deleted ones too: the rows now, the bytes to which nobody else refers right after the commit."""
    for some in batches(list(things)):
        remove_for_good(db.session.scalars(sa.select(Attachment).where(Attachment.thing.in_(some))).all())


def remove_attachments_in(activities) -> None:
    """All that is attached anywhere in these activities; `activities` is a list of numbers."""
    for some in batches(list(activities)):
        remove_for_good(db.session.scalars(sa.select(Attachment).where(Attachment.activity_id.in_(some))).all())


def remove_for_good(attachments) -> None:
    numbers = {attachment.file_id for attachment in attachments}
    for attachment in attachments:
        db.session.delete(attachment)
    db.session.flush()
    forget_soon(numbers)


def forget_soon(numbers) -> None:
    """Those of these files to which nobody refers any more, right after the commit."""
    if numbers:
        after_commit(lambda: forget_at_once(numbers))


def forget_at_once(numbers) -> None:
    """In a transaction of its own."""
    with transaction():
        forget_unused(StoredFile.id.in_(numbers))


def forget_unused(which) -> None:
    """Those of these files to which nobody refers, with their bytes."""
    for file in db.session.scalars(sa.select(StoredFile).where(which).order_by(StoredFile.id).with_for_update()).all():
        # Asked only now that the row is locked: who attaches the same bytes locks it too.
        if not db.session.scalar(sa.select(referred_to(file.id))):
            store.drop(file.digest)
            db.session.delete(file)


def purge_attachments() -> None:
    """What was deleted too long ago, and what belonged to things that are gone for good, whichever way they went."""
    gone = sa.delete(Attachment).execution_options(synchronize_session=False)
    db.session.execute(gone.where(Attachment.deleted_at < now() - RESTORABLE))
    for kind, attachable in current_app.extensions["attachable"].items():
        there = sa.exists().where(part_column(kind, attachable.noun.id) == Attachment.thing)
        db.session.execute(gone.where(Attachment.thing.startswith(f"{kind}:"), ~there))


def forget_old_files() -> None:
    forget_unused(sa.and_(StoredFile.made_at < now() - FORGOTTEN_AFTER, ~referred_to()))


def forget_stray_bytes() -> None:
    """Bytes without a row: of an upload that was broken off."""
    old = store.older_than(now() - FORGOTTEN_AFTER)  # looked through before the database is asked: nobody waits for it
    for paths in batches(list(old)):
        known = set(db.session.scalars(sa.select(StoredFile.digest).where(StoredFile.digest.in_([old[path] for path in paths]))))
        for path in paths:
            if old[path] not in known:
                path.unlink(missing_ok=True)
