"""The files themselves, as they are looked at, saved, described and deleted. Attaching belongs to the rooms whose things take files."""
from flask import Blueprint, abort, render_template

from ..access import CHANGE, SEE, find, here
from ..live import answer_parts, operation_done, remember_operation
from ..web import answered_in_page, leads_to
from .attachable import address_of, announce_thing, thing_of
from .attachment import Attachment
from .sending import send_stored
from .upload import take_alternative

attachments = Blueprint("attachments", __name__)


def find_standing(attachment_id: int) -> Attachment:
    attachment = find(Attachment, attachment_id, to=SEE)
    if attachment.deleted_at is not None:
        abort(404)
    return attachment


@attachments.get("/attachments/<int:attachment_id>")
def show(attachment_id):
    attachment = find_standing(attachment_id)
    if not attachment.is_picture:
        return leads_to(attachment.address)
    template = "files/_picture.html" if answered_in_page() else "files/picture.html"
    return render_template(template, attachment=attachment, course=attachment.activity.course, viewpoint=here().own)


@attachments.get("/attachments/<int:attachment_id>/small")
def small(attachment_id):
    attachment = find_standing(attachment_id)
    return send_stored(attachment.file, attachment.name, small=True)


@attachments.get("/attachments/<int:attachment_id>/<name>")
def download(attachment_id, name):
    attachment = find_standing(attachment_id)
    return send_stored(attachment.file, attachment.name)


@attachments.post("/attachments/<int:attachment_id>/alternative")
def describe(attachment_id):
    def save(attachment):
        if not attachment.is_picture:
            abort(404)
        attachment.alternative_text, attachment.decorative = take_alternative()
    return change(attachment_id, save)


@attachments.post("/attachments/<int:attachment_id>/deletion")
def delete(attachment_id):
    return change(attachment_id, Attachment.delete, offers_undo=True)


@attachments.post("/attachments/<int:attachment_id>/restoration")
def restore(attachment_id):
    return change(attachment_id, Attachment.restore)


def change(attachment_id: int, act, offers_undo: bool = False):
    """Finds the attachment, does the act once when its thing may be changed, tells everybody, and answers with the thing."""
    attachment = find(Attachment, attachment_id, to=CHANGE)
    viewer, part = here(), attachment.thing
    if not operation_done(viewer.topic):
        thing_of(part).must_be_changeable(viewer.own)
        act(attachment)
        remember_operation(viewer.topic, part)
        announce_thing(viewer.topic, part)
    if not answered_in_page():
        return leads_to(address_of(part))
    toast = render_template("files/_deleted_toast.html", attachment=attachment) if offers_undo else ""
    return answer_parts(viewer, part, extra=toast)
