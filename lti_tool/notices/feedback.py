"""What somebody wrote about the tool's accessibility, kept until it is handled (Act 306/2019, section 8)."""
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, db

TEXT_LIMIT, CONTACT_LIMIT = 2000, 200


class Feedback(db.Model):
    __tablename__ = "feedback"
    id: Mapped[int] = mapped_column(primary_key=True)
    issuer: Mapped[str | None] = mapped_column(index=True)  # of the platform whose course it is about; None: of nobody's course
    client_id: Mapped[str | None]
    text: Mapped[str]
    language: Mapped[str]
    contact: Mapped[str] = mapped_column(default="")  # where to answer, if they want one
    made_at: Mapped[object] = mapped_column(Instant)
    handled_at: Mapped[object | None] = mapped_column(Instant)
    __table_args__ = {"sqlite_autoincrement": True}
