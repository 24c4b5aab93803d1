"""My data and my settings: see, download, erase; language, colours and name."""
import json

from flask import Blueprint, Response, current_app, redirect, render_template, request, url_for
from flask_babel import gettext as _

from ..access import the_person
from ..access.tickets import own_path
from ..access.visit import COOKIE
from ..db import now
from ..people import DISPLAY_NAME_LIMIT, erase_person, held_about
from ..people.person import ANNOUNCEMENTS, SCHEMES, VIEWS
from ..web import Unsuitable, answered_in_page, framed_by_anybody, leads_to, public, take_text

me = Blueprint("me", __name__)


@me.get("/me")
def show():
    person = the_person()
    return render_template("me/show.html", person=person, held=held_about(person), back=own_path_taken())


def own_path_taken() -> str | None:
    """The page from which somebody came here, as a path of ours."""
    came = request.args.get("from")
    return own_path(came) if came else None


@me.get("/me/data.json")
def download_json():
    person = the_person()
    data = {"made": now().isoformat(), "held": [{"table": table, "title": title, "records": records} for table, title, records in held_about(person)]}
    return Response(json.dumps(data, ensure_ascii=False, indent=2, default=lambda value: value.isoformat()), mimetype="application/json",
                    headers={"Content-Disposition": 'attachment; filename="my-data.json"'})


@me.get("/me/data.html")
def download_html():
    person = the_person()
    return Response(render_template("me/download.html", person=person, held=held_about(person), made=now()), mimetype="text/html",
                    headers={"Content-Disposition": 'attachment; filename="my-data.html"'})


@me.get("/me/erasure")
def ask_erasure():
    return render_template("me/erase.html", person=the_person())


@me.post("/me/erasure")
def erase():
    person = the_person()
    if request.form.get("sure") != "yes":
        raise Unsuitable("sure", _("Tick the box to say that you are sure."))
    erase_person(person, leave_texts=request.form.get("texts") == "leave")
    response = redirect(url_for("me.erased"), 303)
    response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="None", partitioned=True)
    return response


@me.get("/me/erased")
@public
def erased():
    framed_by_anybody()
    return render_template("me/erased.html")


CHOICES = {"scheme": SCHEMES, "view": VIEWS, "announcements": ANNOUNCEMENTS}
SWITCHES = ("calm", "hotkeys")  # a box that is not ticked sends nothing: the form says "no" before it


def one_of(choices, field: str) -> str:
    if request.form[field] not in choices:
        raise Unsuitable(field, _("There is no such choice."))
    return request.form[field]


@me.post("/me/settings")
def change_settings():
    person = the_person()
    form = request.form
    if "language" in form:
        if form["language"] not in ("", *current_app.config["LANGUAGES"]):
            raise Unsuitable("language", _("That language is not one of those used here."))
        person.own_language = form["language"] or None
    for setting, choices in CHOICES.items():
        if setting in form:
            setattr(person, setting, one_of(choices, setting))
    for switch in SWITCHES:
        if switch in form:
            setattr(person, switch, form.getlist(switch)[-1] == "yes")
    if "name" in form:
        person.own_name = take_text("name", DISPLAY_NAME_LIMIT, one_line=True, guarded=False) or None
    if answered_in_page():
        return ""
    return leads_to(own_path(form.get("back", "/me")))
