"""What the latest launch said: about whoever came, and about the course and its link."""
from flask import current_app
from flask_babel import gettext as _

from ...web.language import known, language_name
from ..facts import EMPTY, LITERAL, MISSING
from ..carried import REGISTERED
from . import moodle
from .connection import Connection
from .line import BAD, GOOD, NOTE, Change, Line

CLOCK_GOOD, CLOCK_DOUBTFUL = 10, 30  # seconds by which two clocks may differ; beyond a minute nobody gets in
SHORTEST, LONGEST = 30, 60 * 60  # seconds for which a message should be good


def lines_about_you(connection: Connection) -> list[Line]:
    return [role_line(connection), name_line(connection), email_line(connection), language_line(connection)]


def lines_about_the_link(connection: Connection) -> list[Line]:
    return [course_line(connection), link_line(connection), target_line(connection), groups_line(connection), history_line(connection)]


def lines_about_the_message(connection: Connection) -> list[Line]:
    return [clock_line(connection), lifetime_line(connection)]


def role_line(connection: Connection) -> Line:
    facts = connection.facts
    details = [_("Sent as: %(role)s", role=role) for role in facts["roles"]]
    if facts["more_roles"]:
        details.append(_("and %(number)s more", number=facts["more_roles"]))
    if connection.is_moodle and facts["as"] == "facilitator":
        details.append(_("Moodle sends the same role for teachers, non-editing teachers and managers."))
    if facts["as"] == "admin":
        return Line(GOOD, _("You came as a course admin."), details=tuple(details))
    if facts["as"] == "facilitator":
        return Line(GOOD, _("You came as a facilitator."), details=tuple(details))
    if connection.membership.is_course_admin:
        return Line(GOOD, _("You came as a participant. The settings of this tool name you a course admin."), details=tuple(details))
    return Line(NOTE, _("You came as a participant. You are a facilitator here because another one made you so."), connection.change(
        Change(_("Right for learners and for teachers who look as students. To come as a facilitator, have the role Teacher in the Moodle course.")),
        _("To come as a facilitator, have the role of an instructor in the course of the platform.")), tuple(details))


def name_line(connection: Connection) -> Line:
    if connection.facts["name"]:
        return Line(GOOD, _("Names are sent."))
    return Line(NOTE, _("No name was sent. Everybody is called by a number, as “Participant %(number)s”, until they give a name here.",
                        number=connection.membership.number), connection.change(
        moodle.in_tool(moodle.PRIVACY, moodle.SHARE_NAME, moodle.ALWAYS), _("In the platform's settings of this tool, let names be shared.")))


def email_line(connection: Connection) -> Line:
    sent, wanted = connection.facts["email"], bool(current_app.config["MAIL_SERVER"])
    if not wanted:
        return Line(GOOD, _("E-mail addresses are sent; none is kept, because no mail is sent from here.") if sent
                    else _("No e-mail address was sent, and none is needed: no mail is sent from here."))
    if sent:
        return Line(GOOD, _("E-mail addresses are sent; those of facilitators are used to warn before a course ends."))
    return Line(NOTE, _("No e-mail address was sent. Facilitators cannot be warned by mail before a course ends."), connection.change(
        moodle.in_tool(moodle.PRIVACY, moodle.SHARE_EMAIL, moodle.ALWAYS), _("In the platform's settings of this tool, let e-mail addresses be shared.")))


def language_line(connection: Connection) -> Line:
    locale = connection.facts["locale"]
    if language := known(locale):
        return Line(GOOD, _("Your language is sent: %(language)s.", language=language_name(language)))
    if locale:
        return Line(GOOD, _("The platform sends “%(locale)s” as your language, which this tool does not have. The browser's is used.", locale=locale))
    return Line(NOTE, _("No language was sent. The browser's is used."), Change(_("Everybody can choose a language here, under “View”.")))


def course_line(connection: Connection) -> Line:
    facts = connection.facts
    details = (_("Deployment %(deployment)s, client ID %(client)s", deployment=facts["deployment"], client=connection.platform.client_id)
               if connection.platform else _("Deployment %(deployment)s", deployment=facts["deployment"]),)
    if connection.product:
        details += (_("The platform is: %(product)s", product=connection.product),)
    if facts["context"]:
        return Line(GOOD, _("The platform says which course this is."), details=details)
    return Line(NOTE, _("The platform does not say which course this is. Every link is a course of its own here."),
                Change(_("The platform must send the course (“context”) with each launch.")), details)


def link_line(connection: Connection) -> Line:
    if connection.facts["choosing"]:
        return Line(GOOD, _("Content was being chosen for the course."))
    if connection.facts["address"] == "launch":
        return Line(GOOD, _("The link leads to the right address of this tool."), details=(_("Link number %(link)s", link=connection.facts["link"]),))
    address = f"{current_app.config['PUBLIC_URL']}/lti/launch"
    return Line(NOTE, _("The link leads to another address of this tool than the usual one."), connection.change(
        moodle.in_tool(moodle.SETTINGS, moodle.TOOL_URL, address), _("In the platform's settings of this tool, set its address to %(address)s.", address=address)))


def target_line(connection: Connection) -> Line:
    target = connection.facts["target"]
    if target == "window":
        return Line(GOOD, _("The platform opens the tool in a window of its own."))
    if target in ("iframe", "frame"):
        return Line(GOOD, _("The platform opens the tool in a frame of its page."))
    return Line(GOOD, _("The platform does not say whether it opens the tool in a frame or in a window."))


def groups_line(connection: Connection) -> Line:
    groups = connection.facts["groups"]
    if groups == EMPTY:
        return Line(GOOD, _("The platform says in which of its groups somebody is. You are in none."))
    if groups not in (MISSING, LITERAL):
        return Line(GOOD, _("The platform says in which of its groups somebody is. You are in %(number)s.", number=groups))
    if groups == LITERAL:
        return Line(NOTE, _("The platform does not know its groups by the name under which it was asked, and sent the name itself."), connection.change(
            moodle.add_parameter(f"groups={REGISTERED['groups']}"),
            _("Take the parameter “groups” out of the tool's settings in the platform. Groups can be made here instead.")))
    return Line(NOTE, _("The platform does not say in which of its groups somebody is."), connection.change(
        moodle.add_parameter(f"groups={REGISTERED['groups']}"), _("If the platform has groups, have its variable for them sent as a custom parameter named “groups”.")))


def history_line(connection: Connection) -> Line:
    history = connection.facts["history"]
    if history == EMPTY:
        return Line(GOOD, _("The platform says from which courses this one was copied: from none."))
    if history not in (MISSING, LITERAL):
        return Line(GOOD, _("The platform says from which courses this one was copied: from %(number)s.", number=history))
    return Line(NOTE, _("The platform does not say from which course this one was copied. After a copy, boards must be brought along by hand."), connection.change(
        moodle.add_parameter(f"history={REGISTERED['history']}"),
        _("Have the platform send %(variable)s as a custom parameter named “history”, if it knows it.", variable=REGISTERED["history"])))


def clock_line(connection: Connection) -> Line:
    by = connection.facts["clock"]
    if abs(by) <= CLOCK_GOOD:
        return Line(GOOD, _("The clocks of the platform and of this server agree within %(seconds)s seconds.", seconds=CLOCK_GOOD))
    words = (_("The platform's clock is %(seconds)s seconds ahead of this server's.", seconds=by) if by > 0
             else _("The platform's message was %(seconds)s seconds old when it came: its clock is behind, or the way was slow.", seconds=-by))
    return Line(NOTE if abs(by) <= CLOCK_DOUBTFUL else BAD, words,
                Change(_("Set both servers' clocks by a time server (NTP). When they differ by more than a minute, nobody gets in.")))


def lifetime_line(connection: Connection) -> Line:
    seconds = connection.facts["lifetime"]
    if SHORTEST <= seconds <= LONGEST:
        return Line(GOOD, _("The platform's messages are good for %(seconds)s seconds.", seconds=seconds))
    if seconds < SHORTEST:
        return Line(NOTE, _("The platform's messages are good for %(seconds)s seconds only. On a slow connection that is too short.", seconds=seconds),
                    Change(_("Have the platform make its messages (id_token) good for at least a minute.")))
    return Line(NOTE, _("The platform's messages are good for %(minutes)s minutes. That is longer than anybody needs.", minutes=seconds // 60),
                Change(_("Have the platform make its messages (id_token) good for at most an hour. Each is taken only once here all the same.")))
