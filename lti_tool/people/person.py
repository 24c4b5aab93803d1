"""A person, known by (issuer, subject). Works without a name and without an e-mail address; one is kept only where mail is set up."""
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, db

DISPLAY_NAME_LIMIT = 80
SCHEMES = ("", "light", "dark")
VIEWS = ("board", "outline")
ANNOUNCEMENTS = ("summary", "all", "off")


class Person(db.Model):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    issuer: Mapped[str]
    subject: Mapped[str]
    platform_name: Mapped[str | None]  # as the platform sends it, anew at each launch
    email: Mapped[str | None]  # likewise, and only where mail is set up
    own_name: Mapped[str | None]  # as given here; wins
    own_language: Mapped[str | None]  # chosen here; wins over the launch's locale
    locale: Mapped[str | None]  # of the last launch
    note_language: Mapped[str | None]  # in which they last wrote
    scheme: Mapped[str] = mapped_column(default="")  # colours: "" as the device, light, dark
    prefers_window: Mapped[bool] = mapped_column(default=False)
    view: Mapped[str] = mapped_column(default="board", server_default="board")  # how boards are laid out
    calm: Mapped[bool] = mapped_column(default=False, server_default=sa.false())  # the low-stimulus view
    announcements: Mapped[str] = mapped_column(default="summary", server_default="summary")  # how much of what others do is said aloud
    hotkeys: Mapped[bool] = mapped_column(default=True, server_default=sa.true())
    arrived_at: Mapped[object] = mapped_column(Instant)
    __table_args__ = (sa.UniqueConstraint("issuer", "subject"), {"sqlite_autoincrement": True})

    @property
    def given_name(self) -> str | None:
        """The name that is shown, or None when there is none: then the course calls them by number."""
        return self.own_name or self.platform_name

    @property
    def language(self) -> str | None:
        return self.own_language or self.locale


def initials(name: str) -> str:
    """Two letters for an avatar."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()
