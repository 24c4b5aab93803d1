"""What somebody wrote about the tool's accessibility, kept until it is handled and a year after (Act 306/2019: it is to be answered in 14 days)."""
from datetime import timedelta

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, db, now
from ..web import Refusal

TEXT_LIMIT, CONTACT_LIMIT = 2000, 200
STRANGERS_AT_MOST, PLATFORMS_AT_MOST = 200, 1000  # that wait to be handled: what anybody can cause has an end
KEPT = timedelta(days=365)


class TooMuchFeedback(Refusal):
    status = 429

    def words(self):
        return (_("There is too much feedback waiting"), _("More has come in than has been handled so far, so this form takes no more just now. Your text is still here."),
                _("Copy your text, and send it to the contact in the accessibility statement, or try again in some days."))


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

    def handle(self) -> None:
        """It was answered, or needs no answer."""
        if self.handled_at is None:
            self.handled_at = now()

    def reopen(self) -> None:
        """It is to be handled after all."""
        self.handled_at = None


def of(issuer: str | None, client_id: str | None):
    """Where it is about that platform's courses; None and None: about none."""
    return sa.and_(Feedback.issuer == issuer, Feedback.client_id == client_id) if issuer else Feedback.issuer.is_(None)


def give_feedback(text: str, contact: str, language: str, issuer: str | None = None, client_id: str | None = None) -> Feedback:
    """Raises TooMuchFeedback."""
    if unhandled_count(issuer, client_id) >= (PLATFORMS_AT_MOST if issuer else STRANGERS_AT_MOST):
        raise TooMuchFeedback
    feedback = Feedback(issuer=issuer, client_id=client_id, text=text, contact=contact, language=language, made_at=now())
    db.session.add(feedback)
    db.session.flush()
    return feedback


def feedback_of(issuer: str | None, client_id: str | None) -> list[Feedback]:
    """What waits first, the oldest of it before all; then what was handled, the latest first."""
    waiting = sa.select(Feedback).where(of(issuer, client_id), Feedback.handled_at.is_(None)).order_by(Feedback.id)
    handled = sa.select(Feedback).where(of(issuer, client_id), Feedback.handled_at.is_not(None)).order_by(Feedback.handled_at.desc(), Feedback.id.desc())
    return [*db.session.scalars(waiting), *db.session.scalars(handled)]


def unhandled_count(issuer: str | None, client_id: str | None) -> int:
    return db.session.scalar(sa.select(sa.func.count()).select_from(Feedback).where(of(issuer, client_id), Feedback.handled_at.is_(None)))


def forget_old_feedback() -> None:
    db.session.execute(sa.delete(Feedback).where(Feedback.handled_at < now() - KEPT).execution_options(synchronize_session=False))
