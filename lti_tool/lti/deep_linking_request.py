"""The platform's question which links to make (LTI deep linking 2.0), until it is answered. Good for one answer."""
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..db import Instant, db
from ..people import Membership
from .platform import Platform


class DeepLinkingRequest(db.Model):
    __tablename__ = "deep_linking_request"
    id: Mapped[int] = mapped_column(primary_key=True)
    membership_id: Mapped[int] = mapped_column(sa.ForeignKey("membership.id", ondelete="CASCADE"), index=True)  # whose request it is, and in which course
    platform_id: Mapped[int] = mapped_column(sa.ForeignKey("platform.id", ondelete="CASCADE"))
    deployment_id: Mapped[str]
    settings: Mapped[str]  # deep_linking_settings as JSON, encrypted: the return address holds a secret of the person's session
    made_at: Mapped[object] = mapped_column(Instant)
    ends_at: Mapped[object] = mapped_column(Instant, index=True)
    answered_at: Mapped[object | None] = mapped_column(Instant)
    membership: Mapped[Membership] = relationship()
    platform: Mapped[Platform] = relationship()
    __table_args__ = {"sqlite_autoincrement": True}
