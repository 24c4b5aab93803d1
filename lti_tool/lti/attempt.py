"""A login that was begun and not yet answered: good for one launch, whatever comes of it. Replay and mix-ups end here."""
import hashlib
from datetime import timedelta
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, db, now

VALID = timedelta(minutes=10)


class LoginAttempt(db.Model):
    __tablename__ = "login_attempt"
    state: Mapped[str] = mapped_column(sa.String(64), primary_key=True)  # hashed, as visits are
    nonce: Mapped[str]
    issuer: Mapped[str]
    client_id: Mapped[str]
    storage_target: Mapped[str | None] = mapped_column(sa.String(80))  # the platform's frame that stores for tools, until it was asked (storage.py)
    ends_at: Mapped[object] = mapped_column(Instant, index=True)


class BegunLogin(NamedTuple):
    """What is known of a login when its answer arrives."""

    nonce: str
    issuer: str
    client_id: str


def hashed(state: str) -> str:
    return hashlib.sha256(state.encode()).hexdigest()


def begin_attempt(state: str, nonce: str, issuer: str, client_id: str, storage_target: str | None = None) -> None:
    """Writes; call it inside a transaction. Forgets those that were never answered."""
    forget_old_attempts()
    db.session.add(LoginAttempt(state=hashed(state), nonce=nonce, issuer=issuer, client_id=client_id, storage_target=storage_target, ends_at=now() + VALID))


def forget_old_attempts() -> None:
    db.session.execute(sa.delete(LoginAttempt.__table__).where(LoginAttempt.ends_at < now()))


def storage_to_ask(state: str) -> tuple[str, str, str] | None:
    """(frame, issuer, client ID) where the platform's own storage is to say whose browser this is. Writes: a login gives it away once."""
    mine = (LoginAttempt.state == hashed(state), LoginAttempt.ends_at > now(), LoginAttempt.storage_target.is_not(None))
    found = db.session.execute(sa.select(LoginAttempt.storage_target, LoginAttempt.issuer, LoginAttempt.client_id).where(*mine)).one_or_none()
    asked = found and db.session.execute(sa.update(LoginAttempt.__table__).where(*mine).values(storage_target=None)).rowcount
    return tuple(found) if asked else None


def spend_attempt(state: str) -> BegunLogin | None:
    """Takes it away in one statement: of two launches with one state only one gets it. None when it is used, too old or unknown."""
    spent = db.session.execute(
        sa.delete(LoginAttempt.__table__).where(LoginAttempt.state == hashed(state), LoginAttempt.ends_at > now())
        .returning(LoginAttempt.nonce, LoginAttempt.issuer, LoginAttempt.client_id)).one_or_none()
    return BegunLogin(*spent) if spent else None
