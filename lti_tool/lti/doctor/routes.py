"""/courses/<id>/connection: the launch doctor's page, for facilitators; and its buttons that ask the platform now."""
from flask import Blueprint, current_app, g, render_template, request
from flask_babel import gettext as _

from ...access import FACILITATE, find, here
from ...db import now, transaction
from ...people import Course
from ...web import answered_in_page, own_transactions
from .connection import Connection, connection_of
from .examination import examine
from .line import how_many
from .trying import ask, questions, tried_lines

connection = Blueprint("connection", __name__)
WHEN = "%Y-%m-%d %H:%M"


@connection.get("/courses/<int:course_id>/connection")
def show(course_id):
    return page_of(connection_here(course_id), {})


@connection.post("/courses/<int:course_id>/connection")
@own_transactions
def try_now(course_id):
    """Two transactions, and between them the platform is asked. Nothing is written."""
    with transaction(writes=False):
        asked = questions(connection_here(course_id), set(request.form.getlist("try")))
    answers = ask(asked)
    with transaction(writes=False):
        seen = connection_here(course_id)
        return page_of(seen, tried_lines(answers, seen))


def connection_here(course_id: int) -> Connection:
    return connection_of(find(Course, course_id, to=FACILITATE), g.membership)


def page_of(seen: Connection, tried: dict):
    findings = examine(seen, tried)
    if answered_in_page():
        return render_template("lti/doctor/_tried.html", course=seen.course, lines=tried.values())
    return render_template("lti/doctor/show.html", course=seen.course, viewpoint=here().own, seen=seen, findings=findings, how_many=how_many, text=findings.as_text(heading(seen)))


def heading(seen: Connection) -> str:
    """Which installation, which platform, when: the first lines of the text for a request for help."""
    lines = [_("Connection check of %(tool)s, %(when)s UTC", tool=current_app.config["PUBLIC_URL"], when=f"{now():{WHEN}}")]
    if seen.platform:
        lines.append(" · ".join(filter(None, (seen.platform.issuer, seen.product, _("course %(number)s", number=seen.course.id)))))
    if seen.report:
        lines.append(_("Latest launch: %(when)s UTC", when=f"{seen.report.at:{WHEN}}"))
    return "\n".join(lines)
