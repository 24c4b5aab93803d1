"""What a facilitator's latest launch into a course said: for the launch doctor. Facts, never names, addresses or secrets."""
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, db, now
from ..people import FACILITATOR, Membership
from .claims import LaunchMessage
from .facts import facts_of
from .handshake import Handshake

KEPT = timedelta(days=90)


class LaunchReport(db.Model):
    __tablename__ = "launch_report"
    id: Mapped[int] = mapped_column(primary_key=True)
    membership_id: Mapped[int] = mapped_column(sa.ForeignKey("membership.id", ondelete="CASCADE"), unique=True)
    platform_id: Mapped[int] = mapped_column(sa.ForeignKey("platform.id", ondelete="CASCADE"))
    at: Mapped[object] = mapped_column(Instant, index=True)
    facts: Mapped[dict] = mapped_column(sa.JSON)


def remember_report(message: LaunchMessage, membership: Membership, handshake: Handshake) -> None:
    """Of whoever facilitates. Writes, in one statement; belongs into the transaction of the arrival."""
    if membership.role != FACILITATOR:
        return
    insert = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}[db.engine.dialect.name]
    values = {"platform_id": handshake.platform.id, "at": now(), "facts": facts_of(message, handshake.arrived_at, handshake.by_storage)}
    db.session.execute(insert(LaunchReport.__table__).values(membership_id=membership.id, **values)
                       .on_conflict_do_update(index_elements=["membership_id"], set_=values))


def report_of(membership: Membership) -> LaunchReport | None:
    return db.session.scalar(sa.select(LaunchReport).filter_by(membership_id=membership.id))


def forget_old_reports() -> None:
    db.session.execute(sa.delete(LaunchReport.__table__).where(LaunchReport.at < now() - KEPT))
