"""What summaries put on the pages of other rooms: the way to them, and that one has been published."""
import sqlalchemy as sa
from flask import render_template

from ..activities import Activity
from ..boards import Board, Note, Phase
from ..boards.kin import kin_of
from ..boards.parts import shared
from ..db import db
from ..web.slots import put
from .summary import Summary, SummarySource, publications
from .summary_exports import pack_summary
from .summary_holdings import register_summary_holdings
from .summary_page import status_word
from .summary_removal import hear_removal
from .summary_routes import summaries


def of_board(board: Board) -> dict[str, object] | None:
    """language -> when it was published, or None where no summary is begun. Asked once for a page or a round of parts."""
    return shared(f"summary {board.id}", lambda: publications(Summary.board_id == board.id)).get(board.id)


def in_bar(board: Board, phase: Phase, viewpoint, **_more) -> str:
    published = of_board(board) or {} if board.is_workshop else {}
    languages = [language for language, at in published.items() if at]
    return render_template("workshops/_summary_in_bar.html", board=board, languages=languages) if languages else ""


def in_controls(board: Board, phase: Phase, viewpoint, page=False, **_more) -> str:
    """In the phase that is for it, for facilitators: one click makes it, another saves it."""
    if phase.kind != "summary" or not viewpoint.facilitates or not board.is_workshop:
        return ""
    return render_template("workshops/_summary_control.html", board=board, begun=of_board(board) is not None, page=page)


def in_menu(board: Board, **_more) -> str:
    return render_template("workshops/_summary_in_menu.html", board=board) if board.is_workshop else ""


def in_series(board: Board, viewpoint, **_more) -> str:
    """All of a course are asked for at once: a series shows many."""
    in_course = sa.select(Activity.id).where(Activity.course_id == board.course_id)
    published = shared(f"summaries {board.course_id}", lambda: publications(Summary.board_id.in_(in_course)))
    languages = [language for language, at in published.get(board.id, {}).items() if at]
    return render_template("workshops/_summary_in_bar.html", board=board, languages=languages) if languages else ""


def at_removal(thing) -> str:
    """Whoever removes a note's words for good reads where else they went."""
    if not isinstance(thing, Note):
        return ""
    notes = [thing.id, *(one.id for one in kin_of(thing))]
    taken = sa.select(Summary.board_id).join(SummarySource, SummarySource.summary_id == Summary.id).where(SummarySource.note_id.in_(notes))
    boards = list(db.session.scalars(sa.select(Board).where(Board.id.in_(taken), Board.deleted_at.is_(None)).order_by(Board.id)))
    return render_template("workshops/_summary_at_removal.html", boards=boards) if boards else ""


def register_summaries(app) -> None:
    app.register_blueprint(summaries)
    register_summary_holdings(app)
    app.extensions["words_removed"].append(hear_removal)
    app.extensions["packed_with_boards"].append(pack_summary)
    app.jinja_env.globals["summary_status_word"] = status_word
    for place, render in (("board bar", in_bar), ("board controls", in_controls), ("board menu", in_menu), ("series workshop", in_series), ("removal", at_removal)):
        put(app, place, render)
