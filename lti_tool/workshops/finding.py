"""What the search finds of workshops: series by their title, theme and goal, and summaries that are published."""
import sqlalchemy as sa
from flask import url_for
from flask_babel import gettext as _

from ..boards import Board
from ..db import db
from ..search import Entry, Findable, Found, Told, in_sight_of_activity, register_findable
from .series import Series
from .summary import Summary, SummaryText, SummaryVersion


def told_series(all_series: list[Series]):
    return [Told(series.id, series.course_id, None, "", series.made_at, (*series.title.values(), *series.theme.values(), *series.goal.values())) for series in all_series if series.deleted_at is None]


def series_in_sight(query, viewpoint):
    return query.join(Series, Series.id == Entry.series_id).where(Series.deleted_at.is_(None))


def shown_series(numbers: list[int], seen) -> dict[int, Found]:
    found = {}
    for series in db.session.scalars(sa.select(Series).where(Series.id.in_(numbers))):
        title, about = series.title.best(*seen.reading), [wording.best(*seen.reading).text for wording in (series.theme, series.goal) if wording]
        found[series.id] = Found(address=url_for("series.show", series_id=series.id), text="\n".join(about), language=title.language, title=title.text, where=(_("Workshop series"),))
    return found


def told_summaries(texts: list[SummaryText]):
    """What members read: the published version."""
    for text in texts:
        if text.published_at and (version := text.published) is not None:
            board = text.summary.board
            yield Told(text.id, board.course_id, board.id, text.language, text.published_at, (version.rich.text,))


def summaries_in_sight(query, viewpoint):
    return (query.join(SummaryText, SummaryText.id == Entry.summary_text_id).join(Board, Board.id == Entry.activity_id)
            .where(SummaryText.published_at.is_not(None), in_sight_of_activity(viewpoint, Board)))


def shown_summaries(numbers: list[int], seen) -> dict[int, Found]:
    rows = db.session.execute(
        sa.select(SummaryText, SummaryVersion, Board).join(Summary, Summary.id == SummaryText.summary_id).join(Board, Board.id == Summary.board_id)
        .join(SummaryVersion, sa.and_(SummaryVersion.text_id == SummaryText.id, SummaryVersion.number == SummaryText.published_number)).where(SummaryText.id.in_(numbers)))
    return {text.id: Found(address=url_for("summaries.show", board_id=board.id, language=text.language, read="yes"), text=version.rich.text, language=text.language,
                           title=_("Summary: %(workshop)s", workshop=board.title.best(text.language, *seen.reading)), at=text.published_at)
            for text, version, board in rows}


def register_to_search(app) -> None:
    register_findable(app, Findable("series", 30, Series, lambda: _("Workshop series"), {Series: ("title", "theme", "goal", "deleted_at")}, told_series, series_in_sight, shown_series))
    register_findable(app, Findable("summary_text", 40, SummaryText, lambda: _("Summaries"),
                                    {SummaryText: ("published_number", "published_at"), SummaryVersion: ("html", "number")}, told_summaries, summaries_in_sight, shown_summaries))
