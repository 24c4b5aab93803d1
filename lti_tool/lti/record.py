"""What came of each launch: when, from which platform, and if it was refused, why. Names no person. For operators and the connection check."""
import logging
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, db, now
from ..web.text import clean
from .handshake import Handshake

logger = logging.getLogger("lti_tool.lti")
KEPT = timedelta(days=90)
STRANGERS_KEPT = 10_000  # lines that anybody can cause, because no signature stood behind them
LAUNCHED = "launched"


class LaunchRecord(db.Model):
    __tablename__ = "launch_record"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[object] = mapped_column(Instant, index=True)
    issuer: Mapped[str] = mapped_column(sa.String(255))
    client_id: Mapped[str] = mapped_column(sa.String(255))
    deployment_id: Mapped[str] = mapped_column(sa.String(255), default="", server_default="")
    outcome: Mapped[str] = mapped_column(sa.String(60))  # "launched", or the refusal's name
    detail: Mapped[str] = mapped_column(sa.String(255), default="")
    reference: Mapped[str] = mapped_column(sa.String(12), default="")
    is_verified: Mapped[bool]  # the platform's signature was right
    __table_args__ = (sa.Index(None, "is_verified", "id"), sa.Index(None, "issuer", "client_id", "id"), {"sqlite_autoincrement": True})


def short(text: str) -> str:
    """One line of what a stranger may have written."""
    return " ".join(clean(text[:1000]).split())[:255]


def remember_launch(handshake: Handshake) -> None:
    """Somebody was let in. Writes; belongs into the transaction of the arrival."""
    db.session.add(LaunchRecord(at=now(), issuer=handshake.issuer, client_id=handshake.client_id, deployment_id=handshake.deployment_id,
                                outcome=LAUNCHED, is_verified=True))


def remember_refusal(handshake: Handshake, outcome: str, detail: str, reference: str) -> None:
    """Writes; call it in a transaction of its own, after that of the launch was rolled back."""
    db.session.add(LaunchRecord(at=now(), issuer=short(handshake.issuer), client_id=short(handshake.client_id), deployment_id=handshake.deployment_id,
                                outcome=outcome, detail=short(detail), reference=reference, is_verified=handshake.is_verified))
    db.session.flush()
    if not handshake.is_verified:
        forget_strangers()


def forget_old_records() -> None:
    db.session.execute(sa.delete(LaunchRecord.__table__).where(LaunchRecord.at < now() - KEPT))


def forget_strangers() -> None:
    """Keeps the newest of what anybody can cause."""
    strangers = sa.select(LaunchRecord.id).where(LaunchRecord.is_verified.is_(False)).order_by(LaunchRecord.id.desc())
    if (last := db.session.scalar(strangers.offset(STRANGERS_KEPT).limit(1))) is not None:
        db.session.execute(sa.delete(LaunchRecord.__table__).where(LaunchRecord.is_verified.is_(False), LaunchRecord.id <= last))
