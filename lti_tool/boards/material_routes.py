"""Materials of a phase: adding a link or a file, changing what is said of it, deleting and restoring it. For facilitators."""
from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, find, here
from ..db import transaction
from ..files import UPLOAD_AT_MOST, attach, take_upload
from ..live import operation_done, remember_operation
from ..web import Unsuitable, leads_to, own_transactions, take_text, take_wording, takes_up_to
from ..web.days import take_day
from ..web.links import is_web_address
from .material import KEEPER_LIMIT, TITLE_LIMIT, URL_LIMIT, Material, add_material, announce_material, must_have_room
from .parts import board_context
from .phase import Phase, PhaseIsGone
from .phase_routes import board_of

materials = Blueprint("materials", __name__)


def to_phase(phase_id: int):
    return leads_to(url_for("phases.edit", phase_id=phase_id, _anchor="materials"))


def standing_phase(phase_id: int) -> Phase:
    phase = find(Phase, phase_id, to=FACILITATE)
    if phase.deleted_at is not None:
        raise PhaseIsGone
    return phase


@materials.post("/phases/<int:phase_id>/materials")
@own_transactions
@takes_up_to(UPLOAD_AT_MOST)
def add(phase_id):
    """A link or a file, not both. A file is looked at between the question whether one may and the writing."""
    with transaction(writes=False):
        phase = standing_phase(phase_id)
        must_have_room(phase.id)
        file = request.files.get("file")
        has_file = file is not None and bool(file.filename)
        said = words_taken(board_of(phase).course.languages, needs_address=not has_file)
        if has_file and said[1]:
            raise Unsuitable("url", _("Give either an address or a file: make two materials of them if you need both."))
    upload = take_upload() if has_file else None
    with transaction():
        phase = standing_phase(phase_id)
        topic = here().topic
        if not operation_done(topic):
            material = add_material(phase, phase.board_id, *said)
            if upload:
                attach(material, upload)
            remember_operation(topic, f"bar:{phase.board_id}")
            announce_material(topic, material)
        return to_phase(phase.id)


def words_taken(languages, before: Material | None = None, needs_address: bool = True):
    """(title, address, who looks after it, when it was updated), as a Material has them."""
    title = take_wording("called", TITLE_LIMIT, languages, before and before.title, required=True, one_line=True)
    url = take_text("url", URL_LIMIT, one_line=True, guarded=False)
    if url and not is_web_address(url):
        raise Unsuitable("url", _("An address begins with https:// or http://."))
    if needs_address and not url:
        raise Unsuitable("url", _("Give the address of the material, or choose a file."))
    return title, url, take_text("keeper", KEEPER_LIMIT, one_line=True, guarded=False), take_day("updated_on")


@materials.get("/materials/<int:material_id>")
def edit(material_id):
    material = find(Material, material_id, to=FACILITATE)
    material.must_be_changeable()
    board = board_of(material.phase)
    return render_template("boards/material.html", material=material, file=material.file, title_limit=TITLE_LIMIT, url_limit=URL_LIMIT, keeper_limit=KEEPER_LIMIT,
                           viewpoint=here().own, **board_context(board))


@materials.post("/materials/<int:material_id>")
def change(material_id):
    material = find(Material, material_id, to=FACILITATE)
    material.must_be_changeable()
    has_file = material.file is not None
    title, url, keeper, updated_on = words_taken(material.activity.course.languages, material, needs_address=not has_file)
    material.title, material.url, material.keeper, material.updated_on = title, "" if has_file else url, keeper, updated_on
    announce_material(here().topic, material)
    return to_phase(material.phase_id)


@materials.post("/materials/<int:material_id>/deletion")
def delete(material_id):
    material = find(Material, material_id, to=FACILITATE)
    material.must_be_changeable()
    material.delete()
    announce_material(here().topic, material)
    return to_phase(material.phase_id)


@materials.post("/materials/<int:material_id>/restoration")
def restore(material_id):
    material = find(Material, material_id, to=FACILITATE)
    if material.phase.deleted_at is not None:
        raise PhaseIsGone
    material.restore()
    announce_material(here().topic, material)
    return to_phase(material.phase_id)
