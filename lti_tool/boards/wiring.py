"""Registers what boards give to the other rooms."""
from flask import render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from ..access import permission_parent
from ..activities import Card, Kind, register_kind
from ..activities.act_routes import register_acts
from ..activities.activity import place_of_activity
from ..db import db
from ..files import Attachable, register_attachable
from ..web.slots import put
from .act_words import words_of_boards
from .archive import archive
from .attachment_routes import note_attachments
from .board import Board, copy_board
from .board_routes import boards
from .column import Column, place_of_column
from .comment import Comment, place_of_comment
from .column_routes import columns
from .comment_routes import comments
from .carrying import carrying
from .copying import copy_templates, sow
from .design_routes import designs
from .dialogs import announce_change
from .export_routes import exports
from .exports import pack
from .history import history
from .finding import register_to_search
from .holdings import register_holdings
from .kin import at_removal
from .keys import acts_of_keys
from .leading import leading
from .material import Material, announce_material, place_of_material
from .material_routes import materials
from .look import looks
from .moderating import register_moderating
from .recalling import register_to_recall
from .note import Note, parts_of_notes_by, place_of_note
from .note_routes import notes
from .phase import Phase
from .phase_routes import phases, place_of_phase
from .parts import note_words, register_parts
from .purge import purge_deleted
from .reading import counts, pictures, workshops
from .removal import removals
from .scale_routes import register_scales
from .stack_routes import stacks
from .starting import make, starts
from .taking_part import register_taking_part
from .template import BoardTemplate
from .template_routes import templates
from .timer import timer
from .undoing import take_back_column, take_back_comment, take_back_note
from .told_region import hear_region
from .vote_routes import votes


def cards(board_ids, since, person_id):
    counted, drawn, made_as_workshop = counts(board_ids, since, person_id), pictures(board_ids), workshops(board_ids)
    return {board: Card(label=_("Workshop") if board in made_as_workshop else _("Board"), contents=note_count(counted.get(board, (0, 0))[0]), new=counted.get(board, (0, 0))[1], picture=drawn[board])
            for board in board_ids}


def note_count(number: int) -> str:
    return ngettext("%(num)s note", "%(num)s notes", number)


def new_words(number: int) -> str:
    return ngettext("%(num)s new note", "%(num)s new notes", number)



# What a board's page is made of, in its order: browsers keep what is the same on all of them (web/dictionary.py).
TEMPLATES_OF_THE_PAGE = [f"boards/{name}.html" for name in ("show", "_bar", "_ways", "_controls", "_filtered", "_column", "_column_head", "_composer", "_pile", "_note")]


def same_on_all_boards() -> str:
    return render_template("boards/_note_acts.html", number=0, note=None, w=note_words()) + render_template("boards/_keys_given.html", acts_of_keys=acts_of_keys())


def register_boards(app) -> None:
    app.extensions["dictionary_templates"] += TEMPLATES_OF_THE_PAGE
    app.extensions["dictionary_words"]["w"] = note_words
    app.extensions["dictionary_parts"].append(same_on_all_boards)
    for noun, place_of in ((Board, place_of_activity), (Column, place_of_column), (Note, place_of_note), (Comment, place_of_comment), (BoardTemplate, BoardTemplate.place_of),
                           (Phase, place_of_phase), (Material, place_of_material)):
        permission_parent(app, noun, place_of)
    register_parts(app)
    register_holdings(app)
    register_moderating(app)
    register_scales(app)
    register_to_search(app)
    register_taking_part(app)
    register_to_recall(app)
    register_kind(app, Kind(name="board", icon="board", label=lambda: _("Board"), hint=lambda: _("Notes in columns"),
                            empty=lambda: _("Empty board"),
                            address=lambda number: url_for("boards.show", board_id=number), starts=starts,
                            own_starts=lambda course: url_for("templates.show", course_id=course),
                            receive=lambda course: url_for("templates.take_board_file", course_id=course), make=make, copy=copy_board,
                            copy_starts=copy_templates, sow=sow, archive=archive, about=lambda board: board.phase.prompt, cards=cards, new_words=new_words, pack=pack))
    register_attachable(app, "note", Attachable(Note, lambda number: url_for("note_attachments.show", note_id=number), parts_of_notes_by, announce_change))
    register_attachable(app, "material", Attachable(Material, lambda number: url_for("phases.edit", phase_id=db.session.get(Material, number).phase_id, _anchor="materials"),
                                                    lambda person: [], announce_material))
    for kind, take_back in (("note", take_back_note), ("comment", take_back_comment), ("column", take_back_column)):
        register_acts(app, kind, words_of_boards, take_back)
    put(app, "removal", at_removal)
    app.extensions["chores"].append(purge_deleted)
    app.extensions["region_told"].append(hear_region)
    for blueprint in (boards, columns, comments, notes, removals, carrying, looks, history, note_attachments, templates, exports, leading, timer, phases, materials, designs, stacks, votes):
        app.register_blueprint(blueprint)
