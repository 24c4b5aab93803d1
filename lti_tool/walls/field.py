"""A question of a wall's form. Each post answers it in each of its languages."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Wording, Words, db
from .arranged import OnWall

TITLE_LIMIT, HINT_LIMIT, OPTION_LIMIT, OPTIONS_AT_MOST, SHORT_LIMIT = 120, 500, 120, 12, 300
SHORT, LONG, CHOICE, LINK, FILE = KINDS = ("short", "long", "choice", "link", "file")


def kind_word(kind: str) -> str:
    return {SHORT: _("Short text"), LONG: _("Long text"), CHOICE: _("Choice"), LINK: _("Link"), FILE: _("Files and pictures")}[kind]


class Field(OnWall, db.Model):
    """Taken away it is asked no more; what was answered to it stays readable."""

    __tablename__ = "field"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[Wording] = mapped_column(Words)
    hint: Mapped[Wording] = mapped_column(Words)
    kind: Mapped[str]
    required: Mapped[bool]
    options: Mapped[list] = mapped_column(sa.JSON)  # of a choice: [{language: words}, ...]; an answer is the place in it
    __table_args__ = {"sqlite_autoincrement": True}

    @property
    def choices(self) -> list[Wording]:
        return [Wording(option) for option in self.options]
