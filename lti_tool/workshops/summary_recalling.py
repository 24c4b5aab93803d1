"""What recall needs to know of summaries: a card can be made from a point of one that is published."""
import sqlalchemy as sa
from flask import url_for
from flask_babel import gettext as _

from ..access import Place, permission_parent
from ..activities import Activity
from ..activities.activity import DRAFT
from ..db import Wording, db
from ..recall import Source, register_source
from ..web import current_language
from ..web.rich_text import PARAGRAPH
from .summary import Summary, SummaryText


def titles_of(texts: list[SummaryText]) -> dict[int, str]:
    rows = db.session.execute(sa.select(Summary.id, Activity).join(Activity, Activity.id == Summary.board_id).where(Summary.id.in_({text.summary_id for text in texts})))
    boards = {number: board for number, board in rows}
    return {text.id: _("Summary: %(workshop)s", workshop=(board := boards[text.summary_id]).title.best(current_language(), *board.course.languages)) for text in texts}


def address(text: SummaryText) -> str:
    return url_for("summaries.show", board_id=text.summary.board_id, language=text.language, read="yes")


def points(text: SummaryText) -> list[Wording]:
    """Its paragraphs and points, as members read them; without headings, and without the links to the notes."""
    version = text.published
    lines = ["".join(run.text for run in block.runs if not run.href).strip() for block in (version.rich.blocks if version else ()) if block.tag == PARAGRAPH]
    return [Wording({text.language: line}) for line in lines if line]


def standing(numbers):
    return db.session.scalars(sa.select(SummaryText.id).join(Summary, Summary.id == SummaryText.summary_id).join(Activity, Activity.id == Summary.board_id)
                              .where(SummaryText.id.in_(numbers), SummaryText.published_at.is_not(None), Activity.deleted_at.is_(None), Activity.state != DRAFT))


def place_of(number: int) -> Place | None:
    row = db.session.execute(sa.select(Activity.course_id, Activity.topic_id).join(Summary, Summary.board_id == Activity.id).join(SummaryText, SummaryText.summary_id == Summary.id)
                             .where(SummaryText.id == number)).one_or_none()
    return Place(*row) if row else None


def register_to_recall(app) -> None:
    permission_parent(app, SummaryText, place_of)
    register_source(app, "summaries", Source(SummaryText, "summary", "summary_text_id", titles_of, address, lambda text: Wording(), standing, points))
