"""Registers what boards give to the other rooms."""
from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from ..access import permission_parent
from ..activities import Card, Kind, register_kind
from ..activities.activity import place_of_activity
from .act import Act, place_of_act
from .board import Board, copy_board, make_board
from .board_routes import boards
from .column import Column, place_of_column
from .column_routes import columns
from .holdings import register_holdings
from .leading import leading
from .note import Note, place_of_note
from .note_routes import notes
from .parts import register_parts
from .purge import purge_deleted
from .reading import counts, pictures, workshops
from .stack_routes import stacks
from .vote_routes import votes


def cards(board_ids, since, person_id):
    counted, drawn, made_as_workshop = counts(board_ids, since, person_id), pictures(board_ids), workshops(board_ids)
    return {board: Card(label=_("Workshop") if board in made_as_workshop else _("Board"), contents=note_count(counted.get(board, (0, 0))[0]), new=counted.get(board, (0, 0))[1], picture=drawn[board])
            for board in board_ids}


def note_count(number: int) -> str:
    return ngettext("%(num)s note", "%(num)s notes", number)


def new_words(number: int) -> str:
    return ngettext("%(num)s new note", "%(num)s new notes", number)




def register_boards(app) -> None:
    for noun, place_of in ((Board, place_of_activity), (Column, place_of_column), (Note, place_of_note), (Act, place_of_act)):
        permission_parent(app, noun, place_of)
    register_parts(app)
    register_holdings(app)
    register_kind(app, Kind(name="board", icon="board", label=lambda: _("Board"), hint=lambda: _("Notes in columns"),
                            address=lambda number: url_for("boards.show", board_id=number), make=make_board, copy=copy_board,
                            cards=cards, new_words=new_words))
    app.extensions["chores"].append(purge_deleted)
    for blueprint in (boards, columns, notes, leading, stacks, votes):
        app.register_blueprint(blueprint)
