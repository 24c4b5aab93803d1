"""The whole examination: every line in its group."""
from flask_babel import gettext as _

from .address_lines import lines_about_addresses
from .browser_lines import lines_about_the_browser
from .connection import Connection
from .key_lines import lines_about_keys
from .launch_lines import lines_about_the_link, lines_about_the_message, lines_about_you
from .line import BAD, NOTE, Findings, Group, Line
from .service_lines import lines_about_services


def examine(connection: Connection, tried: dict[str, Line]) -> Findings:
    """Those lines that were `tried` just now, by their name, stand in the place of what was known before."""
    groups = [Group("browser", _("This browser"), lines_about_the_browser(connection))]
    if connection.report:
        groups += [Group("you", _("Who came"), lines_about_you(connection)), Group("link", _("Course and link"), lines_about_the_link(connection)),
                   Group("services", _("Grades and people"), lines_about_services(connection)),
                   Group("message", _("Times and keys"), [*lines_about_the_message(connection), *lines_about_keys(connection)])]
    else:
        groups.append(Group("keys", _("Keys"), lines_about_keys(connection)))
    groups.append(Group("addresses", _("Addresses"), lines_about_addresses(connection)))
    return Findings([group._replace(lines=sorted((tried.get(line.name, line) for line in group.lines), key=first_what_is_bad)) for group in groups])


def first_what_is_bad(line: Line) -> int:
    return {BAD: 0, NOTE: 1}.get(line.state, 2)
