"""An invitation: a one-time link with which one learning platform registers itself. Names the host it is for; stored hashed."""
import hashlib
import re
import secrets
from datetime import timedelta

import sqlalchemy as sa
from flask import current_app
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, db, now

VALID = timedelta(days=14)
HOST = re.compile(r"(?=.{1,253}(?::|$))[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[0-9]{1,5})?")


class UnsuitableHost(ValueError):
    """Not the name of a host, with its port where that is not the usual one."""


class Invitation(db.Model):
    __tablename__ = "invitation"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(sa.String(64), unique=True)  # hashed, as visits are
    host: Mapped[str]  # of the issuer, with its port where that is not the usual one
    made_at: Mapped[object] = mapped_column(Instant)
    ends_at: Mapped[object] = mapped_column(Instant)
    spent_at: Mapped[object | None] = mapped_column(Instant)
    withdrawn_at: Mapped[object | None] = mapped_column(Instant)
    platform_id: Mapped[int | None] = mapped_column(sa.ForeignKey("platform.id", ondelete="SET NULL"))  # what came of it
    __table_args__ = {"sqlite_autoincrement": True}

    @property
    def is_good(self) -> bool:
        return self.spent_at is None and self.withdrawn_at is None and self.ends_at > now()

    def withdraw(self) -> None:
        self.withdrawn_at = self.withdrawn_at or now()


def hashed(code: str) -> str:
    return hashlib.sha256(code.encode("utf-8", "replace")).hexdigest()


def suitable_host(text: str) -> str:
    """The host of what somebody wrote or pasted: moodle.example, or an address of it. Raises UnsuitableHost."""
    host = re.sub(r"^[a-z]+://", "", text.strip().lower()).partition("/")[0].removesuffix(":443")
    try:
        host = host.encode("idna").decode() if not host.isascii() else host
    except UnicodeError:
        raise UnsuitableHost(text) from None
    if not HOST.fullmatch(host):
        raise UnsuitableHost(text)
    return host


def invite(host: str) -> tuple[Invitation, str]:
    """(the invitation, its address, which is told only now). Writes. Raises UnsuitableHost."""
    code, at = secrets.token_urlsafe(24), now()
    invitation = Invitation(code=hashed(code), host=suitable_host(host), made_at=at, ends_at=at + VALID)
    db.session.add(invitation)
    db.session.flush()
    return invitation, f"{current_app.config['PUBLIC_URL']}/lti/register?invitation={code}"


def find_invitation(code: str) -> Invitation | None:
    """Also one that is no longer good: the page says why."""
    return db.session.scalar(sa.select(Invitation).filter_by(code=hashed(code))) if code else None


def spend(invitation_id: int, platform_id: int) -> bool:
    """Whether it was still good. One statement: of two registrations with one invitation only one gets it."""
    at = now()
    return bool(db.session.execute(
        sa.update(Invitation).where(Invitation.id == invitation_id, Invitation.spent_at.is_(None), Invitation.withdrawn_at.is_(None), Invitation.ends_at > at)
        .values(spent_at=at, platform_id=platform_id)).rowcount)


def all_invitations() -> list[Invitation]:
    """The newest first."""
    return list(db.session.scalars(sa.select(Invitation).order_by(Invitation.id.desc())))


def forget_old_invitations() -> None:
    db.session.execute(sa.delete(Invitation.__table__).where(Invitation.ends_at < now() - timedelta(days=90)))
