"""Which services the platform offers in this course, and whether the list of its people can really be read."""
from flask_babel import gettext as _
from flask_babel import ngettext

from ..service_problem import ServiceIsNotAllowed, ServiceProblem
from . import moodle
from .connection import Connection
from .line import GOOD, NOTE, WAITS, Change, Line

NEEDED = {"lineitem", "score"}


def lines_about_services(connection: Connection) -> list[Line]:
    return [grades_line(connection), column_line(connection), roster_line(connection)]


def to_allow_grades(connection: Connection) -> Change:
    return connection.change(moodle.in_tool(moodle.SERVICES, moodle.GRADES, moodle.GRADES_ALLOWED),
                             _("In the platform's settings of this tool, allow Assignment and Grade Services with grades and line items."))


def grades_line(connection: Connection) -> Line:
    facts = connection.facts
    if not facts["grades"]:
        return Line(NOTE, _("The platform lets this tool send no grades. Everything but grades works."), to_allow_grades(connection))
    details = (_("Allowed: %(scopes)s", scopes=", ".join(facts["scopes"])),) if facts["scopes"] else ()
    if NEEDED <= set(facts["scopes"]) and facts["lineitems"]:
        return Line(GOOD, _("The platform takes grades, and columns of grades."), details=details)
    if "score" in facts["scopes"]:
        return Line(NOTE, _("The platform takes grades, but lets this tool make no columns for them."), to_allow_grades(connection), details)
    return Line(NOTE, _("The platform names its grade service, but does not allow this tool to send grades."), to_allow_grades(connection), details)


def column_line(connection: Connection) -> Line:
    if connection.facts["choosing"] or not connection.facts["grades"]:
        return Line(GOOD, _("This launch came through no link with a column of grades."))
    if connection.facts["lineitem"]:
        return Line(GOOD, _("The link has a column of grades in the platform."))
    return Line(GOOD, _("The link has no column of grades in the platform. It needs none unless it is to be graded."))


def roster_line(connection: Connection) -> Line:
    """Before it was tried."""
    if not connection.facts["roster"]:
        return Line(NOTE, _("The platform does not show this tool who is in the course. Only those are known who have been here."), to_allow_roster(connection),
                    name="roster")
    return Line(WAITS, _("The platform offers the list of the course's people."), name="roster", button=_("Try to read it now"))


def roster_read(people: int) -> Line:
    return Line(GOOD, ngettext("The list of the course's people was read just now: %(num)s person.", "The list of the course's people was read just now: %(num)s people.", people),
                name="roster")


def roster_not_read(problem: ServiceProblem, connection: Connection) -> Line:
    repair = to_allow_roster(connection) if isinstance(problem, ServiceIsNotAllowed) else Change(problem.repair())
    return Line(NOTE, _("The list of the course's people could not be read just now."), repair, (problem.what(),), "roster")


def to_allow_roster(connection: Connection) -> Change:
    return connection.change(moodle.in_tool(moodle.SERVICES, moodle.ROSTER, moodle.ROSTER_ALLOWED),
                             _("In the platform's settings of this tool, allow Names and Role Provisioning Services."))
