"""The summary's pages: where facilitators compose it, where everybody reads it, its earlier versions, and the files it leaves as."""
from flask import Blueprint, abort, jsonify, render_template, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, SEE, find, here
from ..boards import Board
from ..boards.parts import board_context
from ..live import announce, operation_done, remember_operation
from ..web import RichText, Unsuitable, json_wanted, leads_to, safe_name, saved_as, take_rich_text, thing_number
from ..web.pages import moment_words
from .summary import TEXT_LIMIT, SummaryText, begin_summary, summary_of
from .summary_exports import MAKERS, ExportedSummary
from .summary_making import NOTES_AT_FIRST, NOTES_AT_MOST, Choice, make_text
from .summary_page import composer_context, reading_context, text_to_read
from .summary_removal import without_removed

summaries = Blueprint("summaries", __name__)
LANGUAGE = "<any(fi, sv, en):language>"


def workshop(board_id: int, to) -> Board:
    """404 for boards that are no workshops: who writes there has not read that a summary may be made of it."""
    board = find(Board, board_id, to=to)
    if not board.is_workshop and summary_of(board.id) is None:
        abort(404)
    return board


def to_composer(board: Board, language: str):
    return leads_to(url_for("summaries.show", board_id=board.id, language=language))


def begun(board: Board, language: str) -> SummaryText:
    """404 where nothing is written in that language."""
    summary = summary_of(board.id)
    text = summary and summary.texts.get(language)
    if text is None:
        abort(404)
    return text


@summaries.get("/boards/<int:board_id>/summary")
def show(board_id):
    """Facilitators compose; others read. `?read` shows facilitators what the others see."""
    board = workshop(board_id, SEE)
    if here().own.facilitates and "read" not in request.args:
        return render_template("workshops/summary.html", **composer_context(board, request.args.get("language")), **board_context(board), viewpoint=here().own)
    text, version = text_to_read(board, request.args.get("language"))
    return render_template("workshops/summary_read.html", **reading_context(board, text, version), **board_context(board), viewpoint=here().own)


@summaries.post("/boards/<int:board_id>/summary")
def make(board_id):
    """A text made from the board, on top of what is there: earlier versions stay."""
    board = workshop(board_id, FACILITATE)
    language = language_taken(board)
    if not operation_done(board.topic_id):
        summary = begin_summary(board)
        made, text = make_text(board, choice_taken(), language), summary.text_in(language)
        text.left_out = made.left_out
        text.save(made.text, by=here().person, number=None)
        summary.keep_sources(made.sources)
        remember_operation(board.topic_id, f"bar:{board.id}")
        announce(board.topic_id, f"bar:{board.id}")
    return to_composer(board, language)


def language_taken(board: Board) -> str:
    language = request.form.get("language") or board.course.languages[0]
    if language not in board.course.languages:
        raise Unsuitable("language", _("The course does not have that language."))
    return language


def choice_taken() -> Choice:
    """Everything, for the button on the board that asks nothing."""
    if "chosen" not in request.form:
        return Choice()
    columns = request.form.getlist("column", type=thing_number)
    if not columns:
        raise Unsuitable("column", _("Choose at least one column."))
    most = request.form.get("most", str(NOTES_AT_FIRST)).strip()
    if not (most.isascii() and most.isdecimal() and len(most) < 3 and 1 <= int(most) <= NOTES_AT_MOST):
        raise Unsuitable("most", _("Give the number of notes as a number from 1 to %(number)s.", number=NOTES_AT_MOST))
    return Choice(frozenset(columns), int(most), "votes" in request.form)


@summaries.post(f"/boards/<int:board_id>/summary/{LANGUAGE}")
def save(board_id, language):
    """`version`: the one on which the text stands. `autosave`: sent by our script while somebody types, answered as data."""
    board = workshop(board_id, FACILITATE)
    if language not in board.course.languages:
        abort(404)
    text, automatic = begin_summary(board).text_in(language), "autosave" in request.form
    current = text.current
    rich = without_removed(take_rich_text("text", TEXT_LIMIT, current.rich if current else RichText()), board.id)
    if operation_done(board.topic_id) is None:
        version = text.save(rich, by=here().person, number=request.form.get("version", 0, type=int), kept=not automatic)
        if request.form.get("publish") == "yes":
            text.publish()
            announce(board.topic_id, f"bar:{board.id}")
        remember_operation(board.topic_id, f"bar:{board.id}")
        if json_wanted():
            return jsonify(version=version.number, saved=_("Saved %(when)s", when=moment_words(version.saved_at)))
    return to_composer(board, language)


@summaries.post(f"/boards/<int:board_id>/summary/{LANGUAGE}/publication")
def publish(board_id, language):
    board = workshop(board_id, FACILITATE)
    text = begun(board, language)
    if request.form.get("published") == "no":
        text.unpublish()
    elif text.current is not None:
        text.publish()
    announce(board.topic_id, f"bar:{board.id}")
    return to_composer(board, language)


@summaries.get(f"/boards/<int:board_id>/summary/{LANGUAGE}/versions")
def versions(board_id, language):
    board = workshop(board_id, FACILITATE)
    return render_template("workshops/summary_versions.html", text=begun(board, language), version=None, shown_language=language, **board_context(board), viewpoint=here().own)


def version_of(board: Board, language: str, number: int):
    text = begun(board, language)
    return text, text.version(number) or abort(404)


@summaries.get(f"/boards/<int:board_id>/summary/{LANGUAGE}/versions/<int:number>")
def look_at(board_id, language, number):
    board = workshop(board_id, FACILITATE)
    text, version = version_of(board, language, number)
    return render_template("workshops/summary_versions.html", text=text, version=version, shown_language=language, **board_context(board), viewpoint=here().own)


@summaries.post(f"/boards/<int:board_id>/summary/{LANGUAGE}/versions/<int:number>/restoration")
def restore(board_id, language, number):
    """On top of the others: what stood there meanwhile stays among the versions."""
    board = workshop(board_id, FACILITATE)
    text, version = version_of(board, language, number)
    text.save(without_removed(version.rich, board.id), by=here().person, number=None)
    return to_composer(board, language)


@summaries.get("/boards/<int:board_id>/summary.<any(html, docx, md):ending>")
def download(board_id, ending):
    """What is published. Facilitators get their draft with `?draft`."""
    board = workshop(board_id, SEE)
    if "draft" in request.args and here().own.facilitates:
        text = begun(board, request.args.get("language", board.course.languages[0]))
        version = text.current or abort(404)
    else:
        text, version = text_to_read(board, request.args.get("language"))
    make_file, kind = MAKERS[ending]
    exported = ExportedSummary(board, text, version)
    return saved_as(safe_name(f"{exported.title} {text.language}", ending, otherwise="summary"), make_file(exported), kind)
