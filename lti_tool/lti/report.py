"""What a facilitator's latest launch into a course said: for the launch doctor. Facts, never names, addresses or secrets."""
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, db


class LaunchReport(db.Model):
    __tablename__ = "launch_report"
    id: Mapped[int] = mapped_column(primary_key=True)
    membership_id: Mapped[int] = mapped_column(sa.ForeignKey("membership.id", ondelete="CASCADE"), unique=True)
    platform_id: Mapped[int] = mapped_column(sa.ForeignKey("platform.id", ondelete="CASCADE"))
    at: Mapped[object] = mapped_column(Instant, index=True)
    facts: Mapped[dict] = mapped_column(sa.JSON)
