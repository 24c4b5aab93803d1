"""Making groups, moving people between them, taking them apart; and what each participant is told of their own."""
from flask import Blueprint, g, render_template, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, SEE, find, here
from ..boards import Board, Phase
from ..boards.dialogs import dialog
from ..boards.group_columns import rename_group_columns
from ..boards.parts import board_context
from ..db import db
from ..live import Viewpoint, announce, answer_parts, operation_done, remember_operation
from ..people import groups_of
from ..people.names import NamesOneByOne, names_in
from ..web import Unsuitable, answered_in_page, current_language, leads_to, take_text, take_wording, thing_number
from ..web.links import take_link
from .dividing import LANGUAGES, OWN, RANDOM, WAYS
from .group import (GROUPS_AT_LEAST, GROUPS_AT_MOST, NAME_LIMIT, NoSuchGroup, WorkGroup, columns_of_groups, group_of, group_titles, grouping_of, make_groups, participants,
                    place_latecomer, places, put_into, take_groups_apart, work_groups)

work_group_pages = Blueprint("work_groups", __name__)
QUESTIONS_LIMIT = 2000


@work_group_pages.get("/boards/<int:board_id>/groups")
def show(board_id):
    board = find(Board, board_id, to=FACILITATE)
    return render_template("workshops/groups.html", **groups_context(board))


def groups_context(board: Board) -> dict:
    """Everything the page of the groups shows."""
    placed, names = places(board.id), names_in(board.course_id)
    everybody = [someone.person for someone in participants(board, only_here=False)]
    members = {group.id: [person for person in placed if placed[person] == group.id] for group in work_groups(board.id)}
    return dict(board=board, course=board.course, viewpoint=here().own, grouping=grouping_of(board), groups=work_groups(board.id), members=members, names=names,
                without=[person for person in everybody if person not in placed], ways=way_words(), chosen_way=RANDOM if len(board.course.languages) < 2 else LANGUAGES,
                least=GROUPS_AT_LEAST, most=GROUPS_AT_MOST, here_now=len(participants(board, only_here=True)), everybody=len(everybody),
                platform_groups=len(groups_of(board.course_id)), reading=(current_language(), *board.course.languages), name_limit=NAME_LIMIT, questions_limit=QUESTIONS_LIMIT)


def way_words() -> dict[str, str]:
    return {"random": _("At random"), "regions-mixed": _("Regions mixed: each group has people from many regions"), "regions-together": _("By region: neighbours work together"),
            "languages": _("By language: a group of its own for each language"), "platform": _("As the groups of the learning platform"),
            "own": _("Everybody chooses themselves"), "hand": _("A facilitator places everybody")}


@work_group_pages.post("/boards/<int:board_id>/groups")
def make(board_id):
    board = find(Board, board_id, to=FACILITATE)
    if not operation_done(board.topic_id):
        if request.form.get("apart"):
            take_groups_apart(board)
        else:
            way = request.form.get("way", RANDOM)
            if way not in WAYS:
                raise Unsuitable("way", _("Choose how people are divided."))
            make_groups(board, way, number_taken(), only_here=request.form.get("who") == "here")
        remember_operation(board.topic_id, f"bar:{board.id}")
        tell_everybody(board)
    return leads_to(url_for("work_groups.show", board_id=board.id))


def number_taken() -> int:
    text = request.form.get("number", "").strip()
    if not (text.isascii() and text.isdecimal() and len(text) < 4 and GROUPS_AT_LEAST <= int(text) <= GROUPS_AT_MOST):
        raise Unsuitable("number", _("Give the number of groups, from %(least)s to %(most)s.", least=GROUPS_AT_LEAST, most=GROUPS_AT_MOST))
    return int(text)


def tell_everybody(board: Board) -> None:
    """Columns come and go; and each is told their own group."""
    announce(board.topic_id, *(column.part for column in [*board.columns(deleted=True), *board.columns()] if column.phase_id == board.paper(board.phase).id))
    tell_own(board, *places(board.id))
    announce(board.topic_id, f"my-group:{board.id}", to="facilitators")


def tell_own(board: Board, *people: int) -> None:
    if people:
        announce(board.topic_id, f"my-group:{board.id}", to=" ".join(f"person:{person}" for person in people))


@work_group_pages.post("/boards/<int:board_id>/groups/plenary")
def plenary(board_id):
    """`apart` yes: each sees their own group's part first; no: everybody sees all parts."""
    board = find(Board, board_id, to=FACILITATE)
    grouping = grouping_of(board)
    if grouping is None:
        raise NoSuchGroup
    if not operation_done(board.topic_id):
        grouping.apart = request.form.get("apart") == "yes"
        remember_operation(board.topic_id, f"my-group:{board.id}")
        tell_own(board, *places(board.id))
        announce(board.topic_id, f"my-group:{board.id}", to="facilitators")
    if not answered_in_page():
        return leads_to(url_for("boards.show", board_id=board.id))
    return answer_parts(here(), f"my-group:{board.id}")


@work_group_pages.get("/work-groups/<int:group_id>")
def edit(group_id):
    group = find(WorkGroup, group_id, to=FACILITATE)
    board, placed = db.session.get(Board, group.board_id), places(group.board_id)
    return dialog("workshops/_group_form.html", back=board, group=group, members=[person for person in placed if placed[person] == group.id], names=names_in(board.course_id),
                  name_limit=NAME_LIMIT, questions_limit=QUESTIONS_LIMIT, **board_context(board))


@work_group_pages.post("/work-groups/<int:group_id>")
def change(group_id):
    group = find(WorkGroup, group_id, to=FACILITATE)
    board = db.session.get(Board, group.board_id)
    before = group_titles(board, group)
    group.name = take_text("name", NAME_LIMIT, required=False, one_line=True)
    group.meeting_link = take_link("meeting_link")
    group.questions = take_wording("questions", QUESTIONS_LIMIT, board.course.languages, group.questions)
    note_taker = request.form.get("note_taker", type=thing_number)
    group.note_taker_id = note_taker if places(board.id).get(note_taker) == group.id else None
    rename_group_columns(board, group.id, before, group_titles(board, group))
    tell_everybody(board)
    return leads_to(url_for("work_groups.show", board_id=board.id, _anchor=f"group-{group.id}"))


@work_group_pages.post("/boards/<int:board_id>/groups/places")
def place(board_id):
    """`of` is the person, `group` where they go; empty: out of every group."""
    board = find(Board, board_id, to=FACILITATE)
    person = request.form.get("of", type=thing_number)
    if person not in {someone.person for someone in participants(board, only_here=False)}:
        raise Unsuitable("of", _("Choose a participant of this course."))
    put_into(board, person, request.form.get("group", type=thing_number))
    tell_own(board, person)
    return leads_to(url_for("work_groups.show", board_id=board.id))


@work_group_pages.post("/boards/<int:board_id>/groups/own")
def take_place(board_id):
    """A participant chooses (`group`), or comes late and is shown their place."""
    board, viewer = find(Board, board_id, to=SEE), here()
    board.must_take_contributions()
    part, grouping = f"my-group:{board.id}", grouping_of(board)
    if grouping is None or viewer.own.facilitates:
        raise NoSuchGroup
    if not operation_done(board.topic_id):
        if grouping.way == OWN:
            if put_into(board, viewer.person, request.form.get("group", type=thing_number)) is None:
                raise NoSuchGroup
        else:
            place_latecomer(board, g.membership)
        remember_operation(board.topic_id, part)
        announce(board.topic_id, part, to=f"facilitators person:{viewer.person}")
    if not answered_in_page():
        return leads_to(url_for("boards.show", board_id=board.id))
    return answer_parts(here(), part)


def link_to_groups(board: Board) -> str:
    return render_template("workshops/_groups_link.html", board=board)


def my_group_context(board: Board, viewpoint: Viewpoint) -> dict:
    grouping = grouping_of(board)
    groups = work_groups(board.id) if grouping else []
    facilitates = viewpoint.facilitates
    return dict(board=board, viewpoint=viewpoint, grouping=grouping, groups=groups, group=None if facilitates or not grouping else group_of(board.id, viewpoint.person),
                columns=columns_of_groups(board) if grouping else {}, names=NamesOneByOne(board.course_id), reading=(current_language(), *board.course.languages))


def my_group(board: Board, phase: Phase, viewpoint: Viewpoint) -> str:
    """For the board's page. The empty place is filled when groups are made while the page is open."""
    return render_template("workshops/_my_group.html", page=True, **my_group_context(board, viewpoint))


def render_my_group(number: int, viewpoint: Viewpoint) -> str:
    board = db.session.get(Board, number)
    if board is None or not board.in_sight_of(viewpoint):
        return ""
    return render_template("workshops/_my_group_part.html", **my_group_context(board, viewpoint))
