"""Preparing the phases of a workshop: all of them in their order, one of them in its form. For facilitators."""
from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, Place, find, here
from ..activities.activity import place_of_activity
from ..db import db
from ..files import ACCEPTED, ALTERNATIVE_LIMIT
from ..live import announce, operation_done, remember_operation
from ..web import Unsuitable, leads_to, thing_number
from .board import Board
from .material import KEEPER_LIMIT, URL_LIMIT, materials_of, with_files
from .parts import board_context
from .phase import DAYS_BEFORE_AT_MOST, END_LIMIT, MINUTES_AT_MOST, PHASES_AT_MOST, PROMPT_LIMIT, SCRIPT_LIMIT, Phase, PhaseIsGone
from .phase_fields import design_taken
from .scale_routes import tell_of_the_question
from .phase_order import add_phase, could_show, delete_phase, deleted_phases, describe, has_columns, move_phase, restore_phase

phases = Blueprint("phases", __name__)


def place_of_phase(number: int) -> Place | None:
    phase = db.session.get(Phase, number)
    return place_of_activity(phase.board_id) if phase else None


def to_phases(board: Board, **how):
    return leads_to(url_for("phases.show", board_id=board.id, **how))


def board_of(phase: Phase) -> Board:
    return db.session.get(Board, phase.board_id)


def standing(phase_id: int) -> tuple[Board, Phase]:
    """Raises PhaseIsGone."""
    phase = find(Phase, phase_id, to=FACILITATE)
    if phase.deleted_at is not None:
        raise PhaseIsGone
    return board_of(phase), phase


def tell(board: Board, columns_before, notes_too: bool = False) -> None:
    """To whoever has the board open: what is asked, which columns have come and gone, and what can be done with notes."""
    columns = [column.part for column in [*columns_before, *board.columns_on_paper()]]
    board.changed()
    if {column.id for column in columns_before} != {column.id for column in board.columns_on_paper()}:
        announce(board.topic_id, *dict.fromkeys(columns))
    elif notes_too:
        announce(board.topic_id, *board.parts_of_notes)


@phases.get("/boards/<int:board_id>/phases")
def show(board_id):
    board = find(Board, board_id, to=FACILITATE)
    columns = board.columns()
    return render_template("boards/phases.html", phases=board.phases, columns={phase.id: [c for c in columns if c.phase_id == phase.id] for phase in board.phases},
                           deleted=deleted_phases(board), just_deleted=request.args.get("deleted", type=thing_number), just_made=request.args.get("made", type=thing_number),
                           most=PHASES_AT_MOST, end_limit=END_LIMIT, viewpoint=here().own, **board_context(board))


@phases.post("/boards/<int:board_id>/phases")
def add(board_id):
    """Leads to the form of the new phase: its kind and title are enough to begin with."""
    board = find(Board, board_id, to=FACILITATE)
    if part := operation_done(board.topic_id):
        return leads_to(url_for("phases.edit", phase_id=int(part.partition(":")[2])))
    before = board.columns_on_paper()
    phase = add_phase(board, design_taken(board))
    remember_operation(board.topic_id, f"phase:{phase.id}")
    tell(board, before)
    return leads_to(url_for("phases.edit", phase_id=phase.id))


@phases.get("/phases/<int:phase_id>")
def edit(phase_id):
    board, phase = standing(phase_id)
    return render_template(
        "boards/phase.html", edited=phase, number=board.phases.index(phase) + 1, count=len(board.phases), could_show=could_show(board, phase), has_columns=has_columns(phase),
        shows_another=board.paper(phase) is not phase,
        own_columns=[column for column in board.columns() if column.phase_id == phase.id],
        materials=with_files(materials_of(phase)), deleted=materials_of(phase, deleted=True), saved=request.args.get("saved"), prompt_limit=PROMPT_LIMIT, script_limit=SCRIPT_LIMIT,
        minutes_most=MINUTES_AT_MOST, days_most=DAYS_BEFORE_AT_MOST, end_limit=END_LIMIT, url_limit=URL_LIMIT, keeper_limit=KEEPER_LIMIT,
        accepted=ACCEPTED, alternative_limit=ALTERNATIVE_LIMIT, viewpoint=here().own, **board_context(board))


@phases.post("/phases/<int:phase_id>")
def change(phase_id):
    board, phase = standing(phase_id)
    before, hidden = board.columns_on_paper(), phase.hides_notes
    tools, question = (phase.comments, phase.reactions, phase.votes_each), question_of(phase)
    describe(board, phase, design_taken(board, phase))
    if board.shown_phase_id:
        board.paper_phase_id = board.paper(board.phase).id
    looks_different = tools != (phase.comments, phase.reactions, phase.votes_each) or hidden != phase.hides_notes
    tell(board, before, notes_too=looks_different and phase in (board.phase, board.paper(board.phase)))
    if phase is board.phase and question != question_of(phase):
        tell_of_the_question(board)
    return to_phases(board) if request.form.get("then") == "phases" else leads_to(url_for("boards.show", board_id=board.id))


def question_of(phase: Phase) -> tuple:
    """What the buttons of a check-in are made of."""
    return phase.asks_a_number, phase.prompt, phase.title, phase.scale_low, phase.scale_high


@phases.post("/phases/<int:phase_id>/position")
def move(phase_id):
    board, phase = standing(phase_id)
    number = request.form.get("after", type=thing_number)
    after = next((other for other in board.phases if other.id == number), None)
    if number and (after is None or after is phase):
        raise Unsuitable("after", _("That phase is not in this workshop."))
    move_phase(board, phase, after)
    board.changed()
    return to_phases(board, _anchor=f"phase-{phase.id}")


@phases.post("/phases/<int:phase_id>/deletion")
def delete(phase_id):
    board, phase = standing(phase_id)
    before, shown = board.columns_on_paper(), board.phase
    delete_phase(board, phase)
    tell(board, before)
    if board.phase is not shown:
        tell_of_the_question(board)
    return to_phases(board, deleted=phase.id)


@phases.post("/phases/<int:phase_id>/restoration")
def restore(phase_id):
    phase = find(Phase, phase_id, to=FACILITATE)
    board = board_of(phase)
    before = board.columns_on_paper()
    restore_phase(board, phase)
    tell(board, before)
    return to_phases(board, _anchor=f"phase-{phase.id}")
