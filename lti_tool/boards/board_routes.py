"""The board as a page, its columns anew, its deleted things, and adding columns to it."""
from flask import Blueprint, g, render_template, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, SEE, find, here
from ..activities.act_routes import offered_act
from ..activities.colours import COLOURS, colour_taken, colour_words
from ..access.secret import keep_a_secret
from ..activities.anonymity import HIDDEN_FROM_EVERYBODY, LEVELS, REGION_ONLY
from ..activities.asking import asking_context, may_be_asked
from ..db import now
from ..live import announce, answer_parts, head_of, operation_done, remember_operation
from ..web import Unsuitable, answered_in_page, leads_to, take_wording, thing_number
from .board import Board
from .column import PROMPT_LIMIT, TITLE_LIMIT
from .dialogs import dialog, per_group_taken
from .keys import acts_of_keys, hotkeys, key_name
from .looking import looking_context
from .looking_on import onlooking_context
from .parts import board_context
from .phase import Phase, PhaseIsGone
from .reading import deleted_notes, files_of, own_notes
from .responses import deleted_comments, own_reactions
from .standing import Standing
from .vote import own_votes

boards = Blueprint("boards", __name__)


def columns_context(board: Board) -> dict:
    viewer = here()
    if board.anonymity == HIDDEN_FROM_EVERYBODY:
        keep_a_secret()  # before the first note: two that are sent at once must be signed with one secret
    columns, context = board.columns_on_paper(), board_context(board)
    own_region = context["authors"].region(g.membership.region_id) if board.anonymity == REGION_ONLY and g.membership.region_id else None
    standing = Standing(columns, viewer.own)
    by_votes = request.args.get("sort") == "votes" and context["phase"].votes_shown
    if by_votes:
        standing.sort_by_votes()
    return dict(columns=columns, own_region=own_region, files=files_of(standing.notes), mine=own_notes(board.id, viewer.own),
                my_votes=own_votes(context["phase"], viewer.person), by_votes=by_votes, own_reactions=own_reactions(board.id, viewer.person),
                viewpoint=viewer.own, note_language=g.person.note_language, page=True, **standing.context, **context)


@boards.get("/boards/<int:board_id>")
def show(board_id):
    """Facilitators: `as=participant` to see what participants see, `phase` to see it in that phase."""
    return page_of(find(Board, board_id, to=SEE))


@boards.get("/boards/<int:board_id>/screen")
def screen(board_id):
    """To be shared in a call: what participants see, large, and nothing that only a facilitator may know."""
    board = find(Board, board_id, to=FACILITATE)
    g.viewer = here().as_participant
    return page_of(board, screen=True)


def page_of(board: Board, screen: bool = False):
    onlooking = onlooking_context(board, screen)
    seq = head_of(board.topic_id)  # first: what follows may be newer than this number, never older
    context = columns_context(board)
    asks = bool(context["mine"]) and may_be_asked(board.anonymity)
    looking = looking_context(board, context["notes"], context["stacks"], context["mine"], context["colours"], context["authors"].shown, g.person.view)
    return render_template("boards/show.html", seq=seq, act=offered_act(), welcomed=g.membership.welcomed_at, asks=asks, acts_of_keys=acts_of_keys(),
                           **onlooking, **(asking_context(board.course) if asks else {}), **looking, **context)


@boards.get("/boards/<int:board_id>/keys")
def keys(board_id):
    board = find(Board, board_id, to=SEE)
    return dialog("boards/_keys.html", back=board, hotkeys=hotkeys(), key_name=key_name, **board_context(board))


@boards.get("/boards/<int:board_id>/parts")
def parts(board_id):
    board = find(Board, board_id, to=SEE)
    seq = head_of(board.topic_id)
    context = columns_context(board)
    return render_template("boards/_anew.html", **context), {
        "Live-Seq": str(seq), "X-Mine": " ".join(map(str, context["mine"])), "X-Votes": " ".join(map(str, context["my_votes"])),
        "X-Reactions": " ".join(context["own_reactions"]), "X-Role": here().role}


@boards.get("/boards/<int:board_id>/columns")
def new_column(board_id):
    board = find(Board, board_id, to=FACILITATE)
    return dialog("boards/_column_form.html", back=board, column=None, into_phase=phase_said(board, request.args), **board_context(board))


@boards.post("/boards/<int:board_id>/columns")
def add_column(board_id):
    board = find(Board, board_id, to=FACILITATE)
    if not (part := operation_done(board.topic_id)):
        languages = board.course.languages
        column = board.add_column(take_wording("title", TITLE_LIMIT, languages, required=True, one_line=True),
                                  take_wording("prompt", PROMPT_LIMIT, languages), colour_taken(), by=here().person, phase=phase_said(board, request.form))
        column.per_group = per_group_taken()
        part = column.part
        remember_operation(board.topic_id, part)
        announce(board.topic_id, part)
    if phase := phase_said(board, request.form):
        return leads_to(url_for("phases.edit", phase_id=phase.id, _anchor="columns"))
    if not answered_in_page():
        return leads_to(url_for("boards.show", board_id=board.id))
    return answer_parts(here(), part)


def phase_said(board: Board, fields) -> Phase | None:
    """The phase for which a column is made while it is prepared; None: the one that is shown. Raises PhaseIsGone."""
    if "phase" not in fields:
        return None
    phase = next((phase for phase in board.phases if phase.id == fields.get("phase", type=thing_number)), None)
    if phase is None:
        raise PhaseIsGone
    if board.paper(phase) is not phase:
        raise Unsuitable("phase", _("This phase works on the columns of another one."))
    return phase


@boards.get("/boards/<int:board_id>/settings")
def settings(board_id):
    board = find(Board, board_id, to=FACILITATE)
    return dialog("boards/_board_form.html", back=board, defaults=colour_words(), levels=LEVELS, **board_context(board))


@boards.post("/boards/<int:board_id>/settings")
def change_settings(board_id):
    board = find(Board, board_id, to=FACILITATE)
    languages = board.course.languages
    board.title = take_wording("title", TITLE_LIMIT, languages, board.title, required=True, one_line=True)
    board.colour_names = {colour: dict(take_wording(f"colour-{colour}", 40, languages, board.colour_names.get(colour), one_line=True)) for colour in COLOURS}
    board.set_anonymity(level_taken(board))
    board.set_prompt(take_wording("prompt", PROMPT_LIMIT, languages, board.phase.prompt))
    return leads_to(url_for("boards.show", board_id=board.id))


def level_taken(board: Board) -> str:
    level = request.form.get("anonymity", board.anonymity)
    if level not in LEVELS:
        raise Unsuitable("anonymity", _("There is no such level of anonymity."))
    return level


@boards.get("/boards/<int:board_id>/deleted")
def deleted(board_id):
    board = find(Board, board_id, to=SEE)
    viewer = here()
    facilitates = viewer.own.facilitates
    return render_template("boards/deleted.html", notes=deleted_notes(board.id, viewer.own), comments=deleted_comments(board.id, viewer.own), at=now(),
                           columns=board.columns(deleted=True) if facilitates else [], viewpoint=viewer.own, **board_context(board))
